import pytest

from foedus.model import Interval, Quantity
from foedus.packs.world import load_world
from foedus.verify.fields import Places, match_days, match_quantity


@pytest.mark.parametrize(
    ("asked", "told", "match"),
    [
        ("2024-03", "2024-03-07", "agree"),
        ("2024-03-07", "2024-03", "silent"),
        ("2024-03-07", "2024-03-08", "differ"),
        ("2024-03-07", "../2024-03-05", "differ"),
        ("2024-03-07", "../2024-03-09", "silent"),
        ("../2024-04", "2024-03-07", "agree"),
    ],
)
def test_dates(asked: str, told: str, match: str) -> None:
    assert match_days(Interval.parse(asked), Interval.parse(told)) == match


def test_no_date_is_silent() -> None:
    assert match_days(Interval.parse("2024"), None) == "silent"


def quantity(text: str) -> Quantity:
    """``>10000``, ``~50``, ``188``."""
    mark = text[0] if text[0] in "<>~" else ""
    number = int(text.removeprefix(mark))
    if mark == ">":
        return Quantity(number, None, ">", "troops")
    return Quantity(None, number, "<", "troops") if mark == "<" else Quantity(number, number, mark or "=", "troops")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "told", "match"),
    [
        ("188", "188", "agree"),
        ("188", "187", "differ"),
        (">10000", "11000", "agree"),
        ("11000", ">10000", "silent"),
        ("9000", ">10000", "differ"),
        ("~10000", "10400", "agree"),
        ("<5000", "4000", "agree"),
        ("<5000", "6000", "differ"),
    ],
)
def test_numbers(asked: str, told: str, match: str) -> None:
    assert match_quantity(quantity(asked), quantity(told)) == match


def test_other_units_say_nothing() -> None:
    assert match_quantity(Quantity(5, 5, "=", "troops"), Quantity(6, 6, "=", "vehicles")) == "silent"


@pytest.mark.parametrize(
    ("asked", "told", "match"),
    [
        ("place:Moscow", "place:Moscow", "agree"),
        ("place:Russia", "place:Moscow", "agree"),
        ("place:Moscow", "place:Russia", "silent"),
        ("place:Moscow", "place:Pyongyang", "differ"),
        ("place:Moscow", None, "silent"),
    ],
)
def test_places(asked: str, told: str | None, match: str) -> None:
    assert Places(load_world()).match(asked, told) == match
