"""States that a treaty's file does not list."""

import datetime as dt

import msgspec
import pytest
from law import pact

from foedus.assess.unlisted import unlisted
from foedus.model import Party, Truth

OPEN = msgspec.structs.replace(pact("P", "AAA", "BBB"), more_parties=True)
UNTIL = msgspec.structs.replace(OPEN, listed="1950-05")


def test_a_list_without_a_mark_is_whole() -> None:
    bond = unlisted(pact("P", "AAA", "BBB"), "CCC", dt.date(1950, 6, 1))
    assert (bond.truth, bond.because) == ("unmet", ("the file does not list it as a party",))


def test_a_list_that_is_not_whole_leaves_it_open() -> None:
    bond = unlisted(OPEN, "CCC", dt.date(1950, 6, 1))
    assert (bond.state, bond.treaty, bond.truth) == ("CCC", "treaty:P", "open")
    assert bond.because == ("the file does not list it as a party, and does not list all",)


def test_nobody_is_bound_before_the_entry_into_force() -> None:
    assert unlisted(OPEN, "CCC", dt.date(1939, 12, 31)).truth == "unmet"


@pytest.mark.parametrize(("on", "truth"), [(dt.date(1950, 5, 31), "unmet"), (dt.date(1950, 6, 1), "open")])
def test_a_list_that_is_whole_until_a_day(on: dt.date, truth: Truth) -> None:
    bond = unlisted(UNTIL, "CCC", on)
    assert bond.truth == truth
    assert "it lists all until 1950-05" in bond.because[0]


def test_a_state_that_is_known_as_no_party() -> None:
    apart = (Party(state="CCC"), Party(state="DDD", from_="1945", until="1950-05"))
    treaty = msgspec.structs.replace(OPEN, non_parties=apart)
    assert unlisted(treaty, "CCC", dt.date(1990, 1, 1)).because == ("the file has it as no party",)
    days = (dt.date(1945, 6, 1), dt.date(1946, 1, 1), dt.date(1950, 4, 30), dt.date(1950, 5, 1))
    assert [unlisted(treaty, "DDD", day).truth for day in days] == ["open", "unmet", "unmet", "open"]


def test_nobody_is_bound_while_it_is_known_not_to_be_in_force() -> None:
    treaty = msgspec.structs.replace(OPEN, acts=(), not_in_force="1950-05")
    bonds = [unlisted(treaty, "CCC", day) for day in (dt.date(1950, 5, 31), dt.date(1950, 6, 1))]
    assert [bond.truth for bond in bonds] == ["unmet", "unmet"]
    assert bonds[0].because == ("not in force by 1950-05",)
