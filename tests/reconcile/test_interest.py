"""Who is a party to the matter that it speaks of."""

import msgspec
import pytest

from foedus.model import Party
from foedus.packs.world import Outlet
from foedus.reconcile import Reconciler, reconcile

from .press import FILE, PACT, WORLD, Press, principal


def interest(press: Press, claim: str = "c1") -> dict[str, str]:
    return {o.id: o.interest for o in press.event(claim).origins}


def test_who_acts_and_who_is_acted_upon() -> None:
    press = Press()
    for id_, by in (("c1", "person:Ada_Novi"), ("c2", "OST"), ("c3", "MER"), ("c4", "")):
        press.add(id_, f"a-{id_}", "forces.deploy", "NOV", "2031-05-01", targets="OST", by=by)
    assert interest(press) == {
        "person:Ada_Novi": "NOV speaks of what it did itself",
        "OST": "OST speaks of what was done to it",
        "MER": "",
        "article:a-c4": "",
    }


def test_a_party_to_the_treaty_by_its_file() -> None:
    press = Press()
    press.add("c1", "a", "treaty.ratify", "OST", "2031-09-02", by="gov:NOV_Senate")
    assert interest(press) == {"gov:NOV_Senate": f"NOV is a party to {PACT}"}


def test_a_treaty_that_is_open_to_all_makes_nobody_a_party_to_the_matter() -> None:
    open_ = msgspec.structs.replace(FILE, parties=(*FILE.parties, Party(state="MER")), more_parties=True)
    press = Press((open_,))
    press.add("c1", "a", "treaty.ratify", "OST", "2031-09-02", by="MER")
    press.add("c2", "b", "treaty.ratify", "OST", "2031-09-02", by="OST")
    assert interest(press) == {"MER": "", "OST": "OST speaks of what it did itself"}


@pytest.mark.parametrize("type_", ["forces.fight", "attack.strike"])
def test_foes_are_those_who_are_told_to_fight_each_other(type_: str) -> None:
    press = Press()
    press.add("c1", "a", type_, "NOV", "2031-05-01", targets="MER", by="OST")
    press.add("c2", "b", type_, "NOV", "2031-05-20", targets="MER", by="MER")
    assert interest(press) == {"OST": ""}
    assert interest(press, "c2") == {"MER": "MER speaks of what was done to it"}


def test_a_joint_source_has_the_interest_of_its_members() -> None:
    press = Press()
    press.add("c1", "a", "forces.deploy", "NOV", "2031-05-01", targets="OST", by="MER OST")
    assert interest(press) == {"MER+OST": "OST speaks of what was done to it"}


def test_the_word_of_an_outlet_that_speaks_for_a_state() -> None:
    press = Press()
    press.add("c1", "a", "forces.deploy", "NOV", "2031-05-01", targets="OST")
    world = msgspec.structs.replace(WORLD, outlets={"media:Gull": Outlet("media:Gull", "newspaper", ("Gull",), "NOV")})
    readings = [
        msgspec.structs.replace(r, article=msgspec.structs.replace(r.article, outlet="media:Gull"))
        for r in press.readings()
    ]

    def of(name: str, *at: object) -> str:
        return "NOV" if name == "media:Gull" else principal(name)

    (event,) = reconcile(readings, Reconciler(of, press.treaties, world)).events
    assert event.origins[0].interest == "NOV speaks of what it did itself"
