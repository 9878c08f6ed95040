from typing import Any

import pytest

from foedus.expressions.numbers import NumberMention, find_numbers
from foedus.model import PackError

Told = tuple[str, Any, Any, str, str, str]


def told(text: str, language: str = "it") -> list[Told]:
    return [(m.span.of(text), m.low, m.high, m.comparator, m.kind, m.unit) for m in find_numbers(text, language)]


ITALIAN = [
    ("10.000 fucili", ("10.000", 10000, 10000, "=")),
    ("10,000 fucili", ("10,000", 10000, 10000, "=")),
    ("10 000 fucili", ("10 000", 10000, 10000, "=")),
    ("10\u00a0000 fucili", ("10\u00a0000", 10000, 10000, "=")),
    ("3,5 tonnellate", ("3,5", 3.5, 3.5, "=")),
    ("3.5 tonnellate", ("3.5", 3.5, 3.5, "=")),
    ("1,250 milioni", ("1,250 milioni", 1250000, 1250000, "=")),
    ("tredicimila fanti", ("tredicimila", 13000, 13000, "=")),
    ("ventitré carri", ("ventitré", 23, 23, "=")),
    ("duecentocinquantamila razioni", ("duecentocinquantamila", 250000, 250000, "=")),
    ("due milioni e mezzo di colpi", ("due milioni e mezzo", 2500000, 2500000, "=")),
    ("mezzo milione di colpi", ("mezzo milione", 500000, 500000, "=")),
    ("13mila casse", ("13mila", 13000, 13000, "=")),
    ("3,5 milioni di colpi", ("3,5 milioni", 3500000, 3500000, "=")),
    ("un milione di colpi", ("un milione", 1000000, 1000000, "=")),
    ("cento mila miliardi", ("cento mila miliardi", 10**14, 10**14, "=")),
    ("tra gli 11 e i 12 mila uomini", ("tra gli 11 e i 12 mila", 11000, 12000, "=")),
    ("tra 10.000 e 12.000 uomini", ("tra 10.000 e 12.000", 10000, 12000, "=")),
    ("dai 3 ai 5 mila uomini", ("dai 3 ai 5 mila", 3000, 5000, "=")),
    ("10-12mila uomini", ("10-12mila", 10000, 12000, "=")),
    ("due o tre mila uomini", ("due o tre mila", 2000, 3000, "=")),
    ("circa 10-12 mila uomini", ("circa 10-12 mila", 10000, 12000, "~")),
    ("tra 500 e 2mila uomini", ("tra 500 e 2mila", 500, 2000, "=")),
    ("più di 13mila casse", ("più di 13mila", 13000, None, ">")),
    ("più dei 10.000 annunciati", ("più dei 10.000", 10000, None, ">")),
    ("oltre i 10mila", ("oltre i 10mila", 10000, None, ">")),
    ("almeno cento droni", ("almeno cento", 100, None, ">=")),
    ("non meno di 300 droni", ("non meno di 300", 300, None, ">=")),
    ("500 o più", ("500 o più", 500, None, ">=")),
    ("fino a 12mila uomini", ("fino a 12mila", None, 12000, "<=")),
    ("al massimo 30 giorni", ("al massimo 30", None, 30, "<=")),
    ("meno di dieci", ("meno di dieci", None, 10, "<")),
    ("poco meno di 20", ("poco meno di 20", None, 20, "<")),
    ("quasi 5 ore", ("quasi 5", None, 5, "<")),
    ("circa 50mila", ("circa 50mila", 50000, 50000, "~")),
    ("10mila circa", ("10mila circa", 10000, 10000, "~")),
    ("intorno a 40", ("intorno a 40", 40, 40, "~")),
    ("all’incirca 3mila", ("all’incirca 3mila", 3000, 3000, "~")),
    ("ne caddero più di 2000.", ("più di 2000", 2000, None, ">")),
    ("tre dozzine di casse", ("tre dozzine", 36, 36, "=")),
]
VAGUE = [
    ("migliaia di reclute", ("migliaia", 2000, None, ">=")),
    ("decine di reclute", ("decine", 20, None, ">=")),
    ("centinaia di reclute", ("centinaia", 200, None, ">=")),
    ("milioni di colpi", ("milioni", 2000000, None, ">=")),
    ("decine di migliaia di colpi", ("decine di migliaia", 20000, None, ">=")),
    ("centinaia di migliaia di colpi", ("centinaia di migliaia", 200000, None, ">=")),
    ("diverse centinaia di metri", ("diverse centinaia", 200, None, ">=")),
    ("qualche migliaio di reclute", ("qualche migliaio", 2000, None, ">=")),
    ("una trentina di reclute", ("una trentina", 30, 30, "~")),
    ("circa un centinaio di reclute", ("circa un centinaio", 100, 100, "~")),
    ("oltre un migliaio di reclute", ("oltre un migliaio", 1000, None, ">")),
    ("nel 2024 centinaia di reclute", ("centinaia", 200, None, ">=")),
]
UNITS = [
    ("il 60% dei seggi", ("60%", 60, 60, "=", "percent", "%")),
    ("il 15 per cento", ("15 per cento", 15, 15, "=", "percent", "%")),
    ("tra il 10 e il 15%", ("tra il 10 e il 15%", 10, 15, "=", "percent", "%")),
    ("fino al 90% dei fondi", ("fino al 90%", None, 90, "<=", "percent", "%")),
    ("il 60% circa", ("60% circa", 60, 60, "~", "percent", "%")),
    ("100 milioni di dollari", ("100 milioni di dollari", 10**8, 10**8, "=", "money", "USD")),
    ("miliardi di euro", ("miliardi di euro", 2 * 10**9, None, ">=", "money", "EUR")),
    ("da £15.000 a £20.000", ("da £15.000 a £20.000", 15000, 20000, "=", "money", "GBP")),
    ("l'uno per cento", ("uno per cento", 1, 1, "=", "percent", "%")),
    ("oltre 5 milioni di sterline", ("oltre 5 milioni di sterline", 5 * 10**6, None, ">", "money", "GBP")),
    ("almeno $2000.", ("almeno $2000", 2000, None, ">=", "money", "USD")),
    ("costa 2000€", ("2000€", 2000, 2000, "=", "money", "EUR")),
    ("il terzo pilastro", ("terzo", 3, 3, "=", "ordinal", "")),
    ("il trentunesimo Stato", ("trentunesimo", 31, 31, "=", "ordinal", "")),
    ("il secondo mandato", ("secondo", 2, 2, "=", "ordinal", "")),
    ("la 21esima seduta", ("21esima", 21, 21, "=", "ordinal", "")),
    ("il 5° reggimento", ("5°", 5, 5, "=", "ordinal", "")),
]
NONE = [
    "L'articolo 5 e l'art. 4",
    "gli articoli 3, 4 e 5",
    "la risoluzione 2231",
    "un Su-35, un F-16, il G7, i T-90 e gli S-400",
    "un ministro, una nota e uno Stato",
    "il 14 ottobre 2024, nel 2022, alle 18.40",
    "secondo fonti locali",
    "il primo ministro",
    "un terzo dei seggi e due terzi dei voti",
    "il campione del mondo 2015.",
    "i venti di guerra",
    "x²",
]


@pytest.mark.parametrize(("text", "expected"), ITALIAN)
def test_cardinals(text: str, expected: tuple[Any, ...]) -> None:
    assert told(text) == [(*expected, "cardinal", "")]


@pytest.mark.parametrize(("text", "expected"), VAGUE)
def test_vague(text: str, expected: tuple[Any, ...]) -> None:
    assert told(text) == [(*expected, "vague", "")]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units(text: str, expected: Told) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize("text", NONE)
def test_no_number(text: str) -> None:
    assert told(text) == []


def test_a_sentence_with_several() -> None:
    text = "Con 157 voti a favore e 18 contrari, oltre 160 Paesi e tra 1.500 e 2.000 militari per 24 anni."
    assert [t[0] for t in told(text)] == ["157", "18", "oltre 160", "tra 1.500 e 2.000", "24"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "more than 13,000 crates", ("more than 13,000", 13000, None, ">")),
        ("en", "two and a half million rounds", ("two and a half million", 2500000, 2500000, "=")),
        ("en", "two hundred and fifty thousand", ("two hundred and fifty thousand", 250000, 250000, "=")),
        ("en", "between 11,000 and 12,000 men", ("between 11,000 and 12,000", 11000, 12000, "=")),
        ("en", "up to 12,000 men", ("up to 12,000", None, 12000, "<=")),
        ("fr", "plus de 13 000 caisses", ("plus de 13 000", 13000, None, ">")),
        ("fr", "quatre-vingt-dix-sept navires", ("quatre-vingt-dix-sept", 97, 97, "=")),
        ("fr", "vingt et un navires", ("vingt et un", 21, 21, "=")),
        ("fr", "entre 11 000 et 12 000 hommes", ("entre 11 000 et 12 000", 11000, 12000, "=")),
        ("fr", "deux cent cinquante mille obus", ("deux cent cinquante mille", 250000, 250000, "=")),
    ],
)
def test_other_languages(language: str, text: str, expected: tuple[Any, ...]) -> None:
    assert told(text, language) == [(*expected, "cardinal", "")]


def test_two_coordinated_amounts_stay_two() -> None:
    assert [t[1] for t in told("three million and five million copies", "en")] == [3000000, 5000000]
    assert [t[1] for t in told("2 milliards et 1,4 milliard", "fr")] == [2 * 10**9, 1.4e9]
    assert [t[1] for t in told("close to half a million", "en")] == [None]
    assert told("an M.A. in law", "en") == []


def test_vague_in_other_languages() -> None:
    assert told("tens of thousands of shells", "en") == [("tens of thousands", 20000, None, ">=", "vague", "")]
    assert told("a few thousand men", "en") == [("a few thousand", 2000, None, ">=", "vague", "")]
    assert told("des milliers d'obus", "fr") == [("milliers", 2000, None, ">=", "vague", "")]


def test_bounds_of_the_search_keep_spans_global() -> None:
    text = "Ieri 30 uomini. Oggi più di 40 uomini. Domani 50."
    start = text.index("Oggi")
    (found,) = find_numbers(text, "it", start, text.index(" Domani"))
    assert isinstance(found, NumberMention)
    assert found.span.of(text) == "più di 40"


def test_a_missing_language_is_one_clear_line() -> None:
    with pytest.raises(PackError, match="no numbers for the language 'xx'"):
        find_numbers("12", "xx")


def test_spans_lie_inside_in_order_whatever_the_text() -> None:
    odd = "12 e-e 3,4,5 tra 1 e e i 2mila - - 10-9 İ 100.000.00 \ud83d\ude80 un un un milioni di di €5 %"
    found = find_numbers(odd, "it")
    ends = [0, *(m.span.end for m in found)]
    assert all(end <= m.span.start < m.span.end <= len(odd) for end, m in zip(ends, found, strict=False))
