import random

from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.model import CLAIM_TYPES
from foedus.reconcile import Reconciler, reconcile

from .press import PACT, WORLD, Press, principal, troops

DAYS = [None, "2031-03", "2031-03-14", "2031-09-02", "../2031-10-01", "2031-09", "2031-11-01/.."]


def crowd(seed: int) -> Press:
    dice, press = random.Random(seed), Press()
    for n in range(40):
        press.add(
            f"c{n:02}",
            f"a{dice.randrange(6)}",
            dice.choice([*CLAIM_TYPES[:5], "diplomacy.meet", "forces.deploy", "forces.fight", "statement.concern"]),
            dice.choice(["NOV", "NOV OST", "person:Ada_Novi", "person:Bo_Novi person:Cy_Ostri", ""]),
            dice.choice(DAYS),
            targets=dice.choice(["", "OST", "MER", "bloc:West"]),
            place=dice.choice([None, "place:Dunes", "place:Meria"]),
            quantity=dice.choice([None, troops(900, 900), troops(None, 500, "<=")]),
            by=dice.choice(["", "", "NOV", "NOV OST", "media:Heron"]),
            modality=dice.choice(["asserted", "asserted", "alleged", "planned", "denied"]),
            origin=dice.choice(["body", "body", "headline"]),
        )
    return press


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_of_articles_and_claims_changes_nothing(seed: int, shuffler: random.Random) -> None:
    press = crowd(seed)
    readings = press.readings()
    first = reconcile(readings, Reconciler(principal, press.treaties, WORLD))
    shuffler.shuffle(readings)
    for claims in press.claims.values():
        shuffler.shuffle(claims)
    again = press.readings()
    shuffler.shuffle(again)
    assert reconcile(readings, Reconciler(principal, press.treaties, WORLD)) == first
    assert reconcile(again, Reconciler(principal, press.treaties, WORLD)) == first


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_every_claim_is_in_one_event_and_every_reference_holds(seed: int) -> None:
    press = crowd(seed)
    result = press.reconciled()
    held = sorted(c for e in result.events for c in e.claims)
    assert held == sorted(c.id for claims in press.claims.values() for c in claims)
    assert len({e.id for e in result.events}) == len(result.events)
    assert len({d.id for d in result.disputes}) == len(result.disputes)
    disputes, events = {d.id: d for d in result.disputes}, {e.id: e for e in result.events}
    assert {d for e in result.events for d in e.disputes} == {d.id for d in result.disputes if d.parts()}
    for event in result.events:
        bearing = {c for o in event.origins for c in o.claims}
        assert bearing
        assert bearing <= set(event.claims)
    for dispute in disputes.values():
        assert (dispute.id in events[dispute.event].disputes) == dispute.parts()
        assert len(dispute.sides) > 1
        assert all(s.claims and s.origins for s in dispute.sides)


def test_nothing_comes_of_nothing() -> None:
    assert reconcile([], Reconciler(principal, {}, WORLD)).events == ()


def test_one_article_read_twice_counts_once() -> None:
    press = Press()
    press.add("c1", "a", "treaty.sign", "NOV OST", "2031-03-14")
    readings = press.readings()
    assert reconcile(readings * 2, Reconciler(principal, {}, WORLD)) == reconcile(
        readings, Reconciler(principal, {}, WORLD)
    )


def test_one_text_under_two_names_is_one_origin_with_the_same_claim() -> None:
    press = Press()
    said = "Novia and Ostria signed their pact in the harbour of Salt Bay under a cloudless sky on Friday."
    press.add("c1", "a", "treaty.sign", "NOV OST", "2031-03-14", said=said)
    press.add("c1", "b", "treaty.sign", "NOV OST", "2031-03-14", said=said)
    (event,) = press.reconciled().events
    assert event.claims == ("c1",)
    assert event.articles == ("a", "b")
    assert [o.id for o in event.origins] == ["article:a"]


def test_an_event_keeps_its_id_as_articles_come_in() -> None:
    press = Press()
    press.add("c1", "m", "treaty.sign", "NOV OST", "2031-03", object=PACT)
    press.add("c2", "m", "diplomacy.meet", "person:Ada_Novi person:Cy_Ostri", "2031-03")
    before = press.event("c1").id, press.event("c2").id
    press.add("c0", "a", "treaty.sign", "NOV OST", "2031-03-14", object=PACT)
    press.add("c9", "b", "diplomacy.meet", "person:Ada_Novi person:Cy_Ostri", "2031-03-14")
    press.add("c8", "b", "diplomacy.meet", "person:Bo_Novi person:Cy_Ostri", "2031-03-14")
    assert (press.event("c1").id, press.event("c2").id) == before


def test_a_plan_and_what_was_done_are_two_events_that_name_each_other() -> None:
    press = Press()
    press.add("c1", "a", "forces.exercise", "NOV OST", "2031-05", modality="planned")
    press.add("c2", "b", "forces.exercise", "NOV OST", "2031-05-20")
    assert press.groups() == [["c1"], ["c2"]]
    assert f"announced as {press.event('c1').id}" in press.event("c2").because
    assert f"may be fulfilled by {press.event('c2').id}" in press.event("c1").because
