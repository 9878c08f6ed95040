"""Where an act was done."""

import pytest

from foedus.model import Dispute
from foedus.packs.world import Place, World
from foedus.reconcile import Reconciler, reconcile

from .press import PACT, WORLD, Press, principal

PLACES = WORLD.places | {
    "Cliff": Place("Cliff", {"en": ("Cliff",)}, "OST"),
    "Dunes_region": Place("Dunes_region", {"en": ("Dunes region",)}, "OST"),
}
ATLAS = World(WORLD.states, WORLD.persons, WORLD.organisations, WORLD.outlets, PLACES)


def signed(*places: str, type_: str = "treaty.sign") -> tuple[Dispute, ...]:
    press = Press(())
    for n, place in enumerate(places, 1):
        press.add(f"c{n}", f"a{n}", type_, "NOV OST", "2031-03-14", place=f"place:{place}")
    return reconcile(press.readings(), Reconciler(principal, {}, ATLAS)).disputes


@pytest.mark.parametrize("type_", ["treaty.sign", "diplomacy.meet"])
def test_places_in_two_states(type_: str) -> None:
    (dispute,) = signed("Dunes", "Moor", type_=type_)
    assert (dispute.field, dispute.verdict) == ("place", "contradiction")
    assert [(s.value, s.claims) for s in dispute.sides] == [("place:Dunes", ("c1",)), ("place:Moor", ("c2",))]


def test_two_towns_of_one_state() -> None:
    (dispute,) = signed("Dunes", "Cliff", "Ostria")
    assert dispute.verdict == "contradiction"
    assert [s.value for s in dispute.sides] == ["place:Cliff", "place:Dunes"]


def test_a_place_and_its_state_agree() -> None:
    assert signed("Dunes", "Ostria") == ()


def test_a_region_may_hold_the_town() -> None:
    (dispute,) = signed("Dunes_region", "Cliff")
    assert dispute.verdict == "different_bound_or_scope"


def test_an_article_that_names_two_places_tells_of_both() -> None:
    press = Press(())
    press.add("c1", "a", "treaty.sign", "NOV OST", "2031-03-14", object=PACT, place="place:Dunes")
    press.add("c2", "a", "treaty.sign", "NOV OST", "2031-03-14", object=PACT, place="place:Moor")
    press.add("c3", "b", "treaty.sign", "NOV OST", "2031-03-14", object=PACT, place="place:Moor")
    assert press.disputes() == []
