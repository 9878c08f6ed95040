import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.model import Claim, Dispute, Event, Judgement, Mark
from foedus.reconcile import Reconciled, Reconciler, reconcile

from .press import WORLD, Press, principal
from .test_reconciled import crowd


def mark(claim: Claim) -> Mark:
    evidence = claim.evidence
    return Mark(
        *(claim.id, claim.article, claim.type, claim.actors, claim.targets), evidence.start, evidence.end, evidence.text
    )


def marks(press: Press, *ids: str) -> tuple[Mark, ...]:
    return tuple(mark(c) for claims in press.claims.values() for c in claims if c.id in ids)


def judge(number: int, kind: str, *groups: tuple[Mark, ...], **more: object) -> Judgement:
    return Judgement(number, kind, "Ada", "seen on site", "2031-12-01T10:00:00+00:00", groups=groups, **more)  # type: ignore[arg-type]


def of(press: Press, *judgements: Judgement) -> Reconciled:
    return reconcile(press.readings(), Reconciler(principal, press.treaties, WORLD), judgements)


def event(made: Reconciled, claim: str) -> Event:
    return next(e for e in made.events if claim in e.claims)


@pytest.fixture
def press() -> Press:
    press = Press()
    press.add("c1", "a", "diplomacy.meet", "NOV OST", "2031-05-01")
    press.add("c2", "b", "diplomacy.meet", "NOV OST", "2031-05-01")
    press.add("c3", "c", "diplomacy.meet", "NOV OST", "2031-05-09")
    press.add("c4", "d", "transfer.arms", "NOV", "2031-05-09", targets="OST")
    return press


def test_a_merge_makes_one_event_of_two_and_keeps_the_first(press: Press) -> None:
    first = event(of(press), "c3")
    made = of(press, judge(1, "merge", marks(press, "c3"), marks(press, "c1", "c2")))
    both = event(made, "c3")
    assert (both.id, both.claims) == (first.id, ("c1", "c2", "c3"))
    assert [(r.number, r.kind, r.author) for r in both.judgements] == [(1, "merge", "Ada")]
    assert len(made.events) == 2


def test_a_merge_goes_across_families(press: Press) -> None:
    made = of(press, judge(1, "merge", marks(press, "c4"), marks(press, "c3")))
    assert event(made, "c3") == event(made, "c4")
    assert event(made, "c4").type == "transfer.arms"
    assert event(made, "c1").claims == ("c1", "c2")


def test_a_split_takes_claims_out(press: Press) -> None:
    before = event(of(press), "c1")
    made = of(press, judge(1, "split", marks(press, "c2")))
    assert event(made, "c1").id == before.id
    assert event(made, "c1").claims == ("c1",)
    assert event(made, "c2").claims == ("c2",)
    assert all(event(made, c).judgements for c in ("c1", "c2"))
    assert len(event(made, "c1").origins) == 1


def test_a_later_judgement_goes_before_an_earlier_one(press: Press) -> None:
    apart = judge(1, "split", marks(press, "c2"))
    together = judge(2, "merge", marks(press, "c1"), marks(press, "c2"))
    assert event(of(press, apart, together), "c1").claims == ("c1", "c2")
    assert of(press, together, apart) == of(press, apart, together)


def test_a_rejected_claim_is_listed_and_bears_nothing_out(press: Press) -> None:
    made = event(of(press, judge(1, "reject", marks(press, "c2"))), "c1")
    assert made.claims == ("c1", "c2")
    assert made.rejected == ("c2",)
    assert [o.claims for o in made.origins] == [("c1",)]


def test_an_event_of_rejected_claims_alone_stays_with_no_origin(press: Press) -> None:
    whole = event(of(press), "c4")
    made = event(of(press, judge(1, "reject", marks(press, "c4"))), "c4")
    assert (made.id, made.claims, made.rejected) == (whole.id, ("c4",), ("c4",))
    assert (made.origins, made.corroboration) == ((), 6)


def test_a_rejected_claim_is_no_side_of_a_dispute() -> None:
    press = Press()
    press.add("c1", "a", "treaty.sign", "NOV OST", "2031-03-14")
    press.add("c2", "b", "treaty.sign", "NOV OST", "2031-03-14")
    press.add("c3", "c", "treaty.sign", "NOV OST", "2031-04-20")
    assert press.disputes()
    assert not of(press, judge(1, "reject", marks(press, "c3"))).disputes


def test_a_revoked_judgement_counts_for_nothing(press: Press) -> None:
    merge = judge(1, "merge", marks(press, "c3"), marks(press, "c1"))
    revoke = judge(2, "revoke", revokes=1)
    assert of(press, merge, revoke) == of(press)
    assert of(press, merge, revoke, judge(3, "revoke", revokes=2)) == of(press, merge)


def disputed() -> tuple[Press, Dispute]:
    press = Press()
    press.add("c1", "a", "treaty.sign", "NOV OST", "2031-03-14")
    press.add("c2", "b", "treaty.sign", "NOV OST", "2031-05-20")
    (found,) = press.disputes()
    return press, found


def test_a_verdict_stands_beside_that_of_the_rules() -> None:
    press, before = disputed()
    sides = tuple(marks(press, *side.claims) for side in before.sides)
    press.add("c9", "z", "treaty.sign", "NOV OST", "2031-05-20")
    (after,) = of(press, judge(1, "verdict", *sides, field="when", verdict="granularity")).disputes
    assert (after.verdict, after.by_rule) == ("granularity", before.verdict)
    assert after.judgements[0].reason == "seen on site"


def test_a_verdict_on_a_dispute_that_is_no_more_does_nothing() -> None:
    press, before = disputed()
    sides = tuple(marks(press, *side.claims) for side in before.sides)
    verdict = judge(1, "verdict", *sides, field="place", verdict="granularity")
    assert of(press, verdict) == of(press)


def test_a_judgement_whose_claims_are_gone_does_nothing(press: Press) -> None:
    gone = (Mark("c8", "a", "treaty.sign", ("NOV",), (), 0, 9, "not there"), Mark("c9", "no article"))
    for kind in ("merge", "split", "reject"):
        assert of(press, judge(1, kind, gone, gone)) == of(press)


def test_claims_of_an_edited_article_are_found_by_their_words() -> None:
    old, new = Press(), Press()
    said = "The two ministers met in the harbour."
    for press, id_, before in ((old, "c1", ""), (new, "c7", "Edited at noon. ")):
        press.article("a", before)
        press.add(id_, "a", "diplomacy.meet", "NOV OST", "2031-05-01", said=said)
        press.add(f"{id_}x", "a", "diplomacy.meet", "NOV MER", "2031-05-01", said=said)
    made = of(new, judge(1, "reject", marks(old, "c1")))
    assert event(made, "c7").rejected == ("c7",)
    assert event(made, "c7x").rejected == ()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_changes_nothing_and_no_claim_is_lost(seed: int, shuffler: random.Random) -> None:
    press, dice = crowd(seed), random.Random(seed)
    every = sorted(c.id for claims in press.claims.values() for c in claims)
    judgements = [
        judge(n, dice.choice(["merge", "split", "reject"]), *(marks(press, *dice.sample(every, 3)) for _ in range(2)))
        for n in range(1, 6)
    ]
    first = of(press, *judgements)
    assert sorted(c for e in first.events for c in e.claims) == every
    assert len({e.id for e in first.events}) == len(first.events)
    readings = press.readings()
    shuffler.shuffle(readings)
    shuffler.shuffle(judgements)
    assert reconcile(readings, Reconciler(principal, press.treaties, WORLD), judgements) == first
