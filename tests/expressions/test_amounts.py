import pytest

from foedus.expressions.amounts import find_amounts


def told(text: str, language: str = "it") -> list[tuple[str, float | None, str]]:
    return [(a.span.of(text), a.value, a.unit) for a in find_amounts(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("it", "due quinti", 0.4),
        ("it", "nove e tre quarti", 9.75),
        ("it", "7 1/2", 7.5),
        ("it", "un millesimo", 0.001),
        ("it", "quaranta cinquantesimi", 0.8),
        ("it", "quattro su cinque", 0.8),
        ("it", "trecento virgola zero cinque", 300.05),
        ("it", "due miliardi e tre quarti", 2750000000),
        ("it", "sette milioni e mezzo", 7500000),
        ("it", "- 3,5", -3.5),
        ("it", "4,500", 4.5),
        ("it", "2^10", 1024),
        ("it", "3e4", 30000),
        ("it", "20k", 20000),
        ("it", "½", 0.5),
        ("it", "una", 1),
        ("en", "three and a half million", 3500000),
        ("en", "four fifths", 0.8),
        ("en", "sixty thirty fifths", 60 / 35),
        ("en", "five out of eight", 0.625),
        ("en", "minus two point five", -2.5),
        ("en", "4.500", 4.5),
        ("en", "a quarter million", 250000),
        ("en", "half a dozen", 6),
        ("fr", "deux tiers", 2 / 3),
        ("fr", "quatre vingt dix sept", 97),
        ("fr", "sept et un quart", 7.25),
        ("fr", "deux cent virgule cinq", 200.5),
    ],
)
def test_plain_values(language: str, text: str, value: float) -> None:
    ((said, found, unit),) = told(text, language)
    assert (said, unit) == (text, "")
    assert found == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "costa 3 euro e 20 centesimi", ("3 euro e 20 centesimi", 3.2, "EUR")),
        ("it", "vale hk $ 2,5 milioni", ("hk $ 2,5 milioni", 2500000, "HKD")),
        ("it", "calo di 40 centesimi", ("40 centesimi", 40, "cent")),
        ("it", "il trenta percento", ("trenta percento", 30, "%")),
        ("en", "percent of 30", ("percent of 30", 30, "%")),
        ("en", "it cost $ 15.50", ("$ 15.50", 15.5, "USD")),
        ("fr", "douze pourcent", ("douze pourcent", 12, "%")),
    ],
)
def test_units(language: str, text: str, expected: tuple[str, float, str]) -> None:
    assert told(text, language) == [expected]


def test_a_unit_alone_has_no_value() -> None:
    assert told("il corso del dollaro") == [("dollaro", None, "USD")]


@pytest.mark.parametrize("text", ["la strada di 40km", "https://example.org/?a=1%202"])
def test_what_is_glued_or_an_address_is_no_value(text: str) -> None:
    assert told(text) == []
