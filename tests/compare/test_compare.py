import random
from typing import NamedTuple, TypeVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.compare import compare
from foedus.compare.figures import figures_of
from foedus.model import Change, Dispute, Event, Judgement, Reading, Status
from foedus.reconcile import Reconciler, reconcile
from reconcile.press import WORLD, Press, principal, troops
from reconcile.test_judged import judge, marks
from reconcile.test_reconciled import crowd

T = TypeVar("T")


class Known(NamedTuple):
    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]
    statuses: tuple[Status, ...] = ()


def known(press: Press, *judgements: Judgement, statuses: tuple[Status, ...] = ()) -> Known:
    readings = tuple(press.readings())
    made = reconcile(readings, Reconciler(principal, press.treaties, WORLD), judgements)
    return Known(readings, made.events, made.disputes, statuses)


def changes(old: Known, new: Known, subject: str) -> list[Change]:
    return [c for c in compare(old, new) if c.subject == subject]


@pytest.fixture
def press() -> Press:
    press = Press()
    press.add("c1", "a", "forces.deploy", "NOV", "2031-05", targets="OST", quantity=troops(500, 500))
    press.add("c2", "b", "treaty.sign", "NOV OST", "2031-03-14")
    return press


def test_two_equal_pictures_have_no_change(press: Press) -> None:
    assert compare(known(press), known(press)) == ()


def test_a_new_article_with_a_new_event(press: Press) -> None:
    before = known(press)
    press.add("c3", "c", "diplomacy.meet", "NOV MER", "2031-06-01")
    (event,) = changes(before, known(press), "event")
    assert (event.change, event.other) == ("new", "")
    assert changes(before, known(press), "article") == [Change("article", "new", "c")]
    assert [c.change for c in changes(known(press), before, "event")] == ["gone"]


def test_what_another_article_changes_in_an_event(press: Press) -> None:
    before = known(press)
    press.add("c3", "c", "forces.deploy", "NOV", "2031-05-04", targets="OST", quantity=troops(700, None, ">="))
    found = {c.field: (c.before, c.after) for c in changes(before, known(press), "event")}
    assert found["when"] == (("2031-05",), ("2031-05-04",))
    assert found["quantity"] == (("500 soldiers",), ("500 soldiers", "700/.. soldiers"))
    assert found["articles"] == (("a",), ("a", "c"))
    assert found["origins"] == (("article:a",), ("article:a", "article:c"))
    assert "place" not in found


def test_an_event_under_another_id_is_the_same_by_its_claims(press: Press) -> None:
    later = Press()
    later.add("c1", "a", "forces.deploy", "NOV", "2031-06", targets="OST", quantity=troops(500, 500))
    later.add("c2", "b", "treaty.sign", "NOV OST", "2031-03-14")
    old, new = known(press), known(later)
    found = changes(old, new, "event")
    assert {(c.change, c.field) for c in found} == {("changed", "when")}
    assert found[0].other == next(e.id for e in old.events if "c1" in e.claims)


def test_a_merge_says_where_the_other_event_went(press: Press) -> None:
    press.add("c3", "c", "diplomacy.meet", "NOV MER", "2031-06-01")
    old = known(press)
    new = known(press, judge(1, "merge", marks(press, "c1"), marks(press, "c3")))
    gone = next(c for c in changes(old, new, "event") if c.change == "gone")
    assert gone.other == next(e.id for e in new.events if "c3" in e.claims)
    assert next(c for c in changes(new, old, "event") if c.change == "new").other == gone.other
    assert ("1",) in [c.after for c in changes(old, new, "event") if c.field == "judgements"]


def test_disputes_come_are_settled_and_go(press: Press) -> None:
    quiet = known(press)
    press.add("c3", "c", "treaty.sign", "NOV OST", "2031-07-20")
    loud = known(press)
    (dispute,) = loud.disputes
    assert changes(quiet, loud, "dispute") == [Change("dispute", "new", dispute.id)]
    assert changes(loud, quiet, "dispute") == [Change("dispute", "gone", dispute.id)]
    settled = known(press, judge(1, "reject", marks(press, "c3")))
    assert changes(loud, settled, "dispute") == [Change("dispute", "settled", dispute.id)]
    sides = tuple(marks(press, *side.claims) for side in dispute.sides)
    ruled = known(press, judge(1, "verdict", *sides, field="when", verdict="granularity"))
    assert {c.field: c.after for c in changes(loud, ruled, "dispute")} == {
        "verdict": ("granularity",),
        "judgements": ("1",),
    }


def test_statuses(press: Press) -> None:
    signed = Status("treaty:X", "X", ("NOV",), "signed", "2031-03-14", ())
    force = msgspec.structs.replace(signed, reported="in force", reported_since=None)
    old, new = known(press, statuses=(signed,)), known(press, statuses=(force,))
    assert compare(old, new) == (
        Change("treaty", "changed", "treaty:X", "reported", ("signed",), ("in force",)),
        Change("treaty", "changed", "treaty:X", "reported_since", ("2031-03-14",), ()),
    )
    assert [c.change for c in compare(known(press), old)] == ["new"]
    assert [c.change for c in compare(old, known(press))] == ["gone"]


def test_numbers_are_spanned_never_added() -> None:
    press = Press()
    for n, amount in enumerate((troops(500, 500), troops(None, 900, "<="), troops(300, None, ">"), troops(800, 850))):
        press.add(f"c{n}", "a", "forces.deploy", "NOV", quantity=amount)
    claims = press.claims["a"]
    assert figures_of(claims) == ("500/850 soldiers", "300/.. soldiers", "../900 soldiers")
    assert figures_of(claims[:1]) == ("500 soldiers",)
    assert figures_of([]) == ()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_changes_nothing_and_the_way_back_undoes_the_way_there(seed: int, dice: random.Random) -> None:
    old, new = known(crowd(seed)), known(crowd(seed + 1))
    there, back = compare(old, new), compare(new, old)
    mixed = Known(_mixed(new.readings, dice), _mixed(new.events, dice), _mixed(new.disputes, dice))
    assert compare(old, mixed) == there
    ids = [{(c.subject, c.id) for c in way if c.change == "new"} for way in (there, back)]
    lost = [{(c.subject, c.id) for c in way if c.change in ("gone", "settled")} for way in (back, there)]
    assert ids == lost


def _mixed(items: tuple[T, ...], dice: random.Random) -> tuple[T, ...]:
    return tuple(dice.sample(items, len(items)))
