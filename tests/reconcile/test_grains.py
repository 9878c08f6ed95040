"""Granularity: told apart from agreement in silence, and never a disagreement."""

from typing import Any

import pytest

from foedus.model import Dispute, Quantity

from .press import Press, troops


def only(press: Press) -> Dispute:
    (found,) = press.grains()
    assert press.disputes() == []
    return found


def sign(press: Press, id_: str, when: str, article: str = "", **more: Any) -> None:
    press.add(id_, article or f"art-{id_}", "treaty.sign", "NOV OST", when, **more)


def test_a_month_and_a_day_of_it() -> None:
    press = Press()
    sign(press, "c1", "2031-03")
    sign(press, "c2", "2031-03-14")
    found = only(press)
    assert (found.field, found.verdict, found.reason) == ("when", "granularity", "2031-03-14 lies in 2031-03")
    assert [side.value for side in found.sides] == ["2031-03-14", "2031-03"]
    assert not found.parts()
    assert press.event("c1").disputes == ()


def test_spans_that_share_a_day() -> None:
    press = Press()
    sign(press, "c1", "2031-03-13/2031-03-14")
    sign(press, "c2", "2031-03-14/2031-03-15")
    assert only(press).reason == "2031-03-13/2031-03-14 and 2031-03-14/2031-03-15 share a day"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"when": "2031-03", "article": "a"}, {"when": "2031-03-14", "article": "a"}),
        ({"when": "2031-03", "origin": "headline"}, {"when": "2031-03-14"}),
        ({"when": "2031-03", "modality": "planned"}, {"when": "2031-03-14"}),
        ({"when": "2031-03-14"}, {"when": "2031-03-14"}),
    ],
)
def test_no_finding(first: dict[str, Any], second: dict[str, Any]) -> None:
    press = Press()
    sign(press, "c1", **first)
    sign(press, "c2", **second)
    assert press.grains() == []


def test_a_month_that_holds_two_days_in_dispute_is_not_told_beside_them() -> None:
    press = Press()
    sign(press, "c1", "2031-03-14")
    sign(press, "c2", "2031-03-20")
    sign(press, "c3", "2031-03")
    assert press.grains() == []


def deploy(press: Press, id_: str, quantity: Quantity) -> None:
    press.add(id_, f"art-{id_}", "forces.deploy", "NOV", "2031-05-01", targets="OST", quantity=quantity)


def test_a_round_number() -> None:
    press = Press()
    deploy(press, "c1", troops(10000, 10000, "~"))
    deploy(press, "c2", troops(10900, 10900))
    found = only(press)
    assert (found.field, found.verdict) == ("quantity", "granularity")
    assert [side.value for side in found.sides] == ["10900", "~10000"]
    assert found.reason == "~10000 may be 10900 in round numbers"


def test_bounds_and_equal_numbers_are_none() -> None:
    press = Press()
    deploy(press, "c1", troops(10000, None, ">"))
    deploy(press, "c2", troops(10900, 10900))
    deploy(press, "c3", troops(10900, 10900, "~"))
    assert press.grains() == []
