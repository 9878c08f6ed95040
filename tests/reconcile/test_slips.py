"""Dates of one party's acts on a treaty of many."""

import pytest

from foedus.model import Act, Party, Treaty

from .press import Press

LEAGUE = "treaty:League-2020"
PARTIES = tuple(Party(state=s) for s in ("NOV", "OST", "MER"))
MANY = Treaty(
    id=LEAGUE, names={}, parties=PARTIES, acts=(Act(type="treaty.ratify", actors=("OST",), when="2031-03-07"),)
)


def ratified(*dates: str) -> Press:
    press = Press((MANY,))
    for n, when in enumerate(dates, 1):
        press.add(f"c{n}", f"a{n}", "treaty.ratify", "OST", when, object=LEAGUE)
    return press


@pytest.mark.parametrize("other", ["2031-03-11", "2031-04-07", "2030-03-07", "2031-02-20"])
def test_a_slip_of_the_day_the_month_or_the_year_is_one_event_and_a_dispute(other: str) -> None:
    press = ratified("2031-03-07", other, "2031")
    assert press.groups() == [["c1", "c2", "c3"]]
    (dispute,) = press.disputes()
    assert (dispute.field, dispute.verdict) == ("when", "contradiction")
    assert dispute.sides[0].value == "2031-03-07"


@pytest.mark.parametrize("other", ["2031-06-20", "2028-03-07", "2030-03-27"])
def test_dates_that_are_no_slip_are_two_events(other: str) -> None:
    press = ratified("2031-03-07", other)
    assert press.groups() == [["c1"], ["c2"]]
    assert press.disputes() == []


def test_another_partys_date_is_no_dispute() -> None:
    press = ratified("2031-03-07")
    press.add("c2", "b", "treaty.ratify", "MER", "2031-03-11", object=LEAGUE)
    assert press.disputes() == []


def test_ratifying_and_joining_are_two_steps() -> None:
    press = ratified("2031-03-07")
    press.add("c2", "b", "treaty.ratify", "OST", "2031-03-11", object=LEAGUE, because=("joins:enter",))
    assert press.groups() == [["c1"], ["c2"]]
    assert press.disputes() == []
