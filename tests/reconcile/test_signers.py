"""Who set a hand to an act."""

from foedus.model import Dispute
from foedus.packs.world import Person, Term, World
from foedus.reconcile import Reconciler, reconcile

from .press import PACT, WORLD, Press, principal


def signed(*names: str) -> Press:
    press = Press(())
    for n, who in enumerate(names, 1):
        press.add(f"c{n}", f"a{n}", "treaty.sign", who, "2031-03-14", object=PACT)
    return press


def only(press: Press) -> Dispute:
    (dispute,) = press.disputes()
    return dispute


def test_two_signers_for_one_side_that_no_report_names_together() -> None:
    dispute = only(signed("person:Ada_Novi person:Cy_Ostri", "person:Bo_Novi person:Cy_Ostri", "NOV OST"))
    assert (dispute.field, dispute.verdict) == ("actors", "contradiction")
    assert [(s.value, s.claims) for s in dispute.sides] == [("person:Ada_Novi", ("c1",)), ("person:Bo_Novi", ("c2",))]


def test_one_who_is_left_out_is_no_dispute() -> None:
    press = signed("person:Ada_Novi person:Cy_Ostri", "person:Bo_Novi OST", "person:Ada_Novi person:Bo_Novi OST")
    assert press.disputes() == []


def test_who_held_no_office_then_is_a_likely_error() -> None:
    people = {
        "Ada_Novi": Person("Ada_Novi", ("Ada Novi",), terms=(Term("president", "NOV", "2030-01-01/2032-01-01"),)),
        "Bo_Novi": Person("Bo_Novi", ("Bo Novi",), terms=(Term("president", "NOV", "2024-01-01/2029-12-31"),)),
    }
    world = World(WORLD.states, people, {}, WORLD.outlets, WORLD.places)
    press = signed("person:Ada_Novi OST", "person:Bo_Novi OST")
    (dispute,) = reconcile(press.readings(), Reconciler(principal, {}, world)).disputes
    assert dispute.verdict == "likely_error"
    assert dispute.reason.endswith("person:Bo_Novi held no office of NOV on 2031-03-14")


def test_a_state_that_is_no_party() -> None:
    dispute = only(signed("NOV OST", "NOV MER"))
    assert (dispute.field, dispute.verdict) == ("actors", "likely_error")
    assert [(s.value, s.claims) for s in dispute.sides] == [("NOV+OST", ("c1",)), ("MER+NOV", ("c2",))]


def test_those_who_ratify_in_turn_are_no_dispute_unless_both_sign() -> None:
    press = Press(())
    press.add("c1", "a", "treaty.ratify", "gov:NOV_Senate", "2031-06-01", object=PACT)
    press.add("c2", "b", "treaty.ratify", "person:Ada_Novi", "2031-06-20", object=PACT)
    assert press.disputes() == []
