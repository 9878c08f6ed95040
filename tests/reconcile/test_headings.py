from typing import Any

import msgspec

from foedus.model import When

from .press import Press, troops


def withdraw(press: Press, id_: str, article: str, who: str, **more: object) -> None:
    press.add(id_, article, "treaty.withdraw", who, "2031-06-27", **more)


def test_a_heading_that_names_a_state_more_than_its_text() -> None:
    press = Press()
    press.article("a", "", "2031-06-29")
    withdraw(press, "c1", "a", "NOV OST MER", origin="headline")
    withdraw(press, "c2", "a", "NOV OST")
    (dispute,) = press.disputes()
    assert (dispute.field, dispute.verdict) == ("actors", "likely_error")
    assert [side.value for side in dispute.sides] == ["MER+NOV+OST", "NOV+OST"]
    assert "only the heading of a has MER" in dispute.reason


def test_what_another_report_had_told_by_then_is_no_dispute() -> None:
    press = Press()
    press.article("a", "", "2031-06-29")
    press.article("b", "", "2031-06-28")
    withdraw(press, "c1", "a", "NOV OST MER", origin="headline")
    withdraw(press, "c2", "a", "NOV OST")
    press.add("c3", "b", "treaty.withdraw", "MER", "2031-06-20")
    assert press.disputes() == []


def test_a_heading_with_fewer_names_is_no_dispute() -> None:
    press = Press()
    press.article("a", "", "2031-06-29")
    withdraw(press, "c1", "a", "NOV", origin="headline")
    withdraw(press, "c2", "a", "NOV OST")
    assert press.disputes() == []


def test_what_a_state_s_parliament_did_is_not_yet_done_by_the_state() -> None:
    press = Press()
    press.article("a", "", "2031-06-29")
    withdraw(press, "c1", "a", "NOV OST MER", origin="headline")
    withdraw(press, "c2", "a", "OST MER")
    press.add("c3", "a", "treaty.withdraw", "gov:NOV_Parliament", "2031-06-20")
    (dispute,) = press.disputes()
    assert [side.value for side in dispute.sides] == ["MER+NOV+OST", "MER+OST"]


def deliver(press: Press, id_: str, origin: str = "body", article: str = "a", **more: Any) -> None:
    press.add(id_, article, "transfer.arms", "NOV", origin=origin, **more)


def test_a_number_that_only_the_heading_has_though_it_is_told_of_another_event() -> None:
    press = Press()
    press.article("a", "", "2031-06-29")
    deliver(press, "c1", "headline", targets="OST", quantity=troops(451, 451), when="2031-06-02")
    deliver(press, "c2", quantity=troops(415, 415), when="2031-06-28")
    found = {d.field: d for d in press.disputes()}
    assert found["quantity"].verdict == "likely_error"
    assert [side.value for side in found["quantity"].sides] == ["451", "415"]
    assert found["quantity"].reason == "only the heading of a has 451"


def test_a_number_of_the_heading_that_a_text_bears_out_is_no_dispute() -> None:
    press = Press()
    press.article("a", "", "2031-06-29")
    deliver(press, "c1", "headline", targets="OST", quantity=troops(451, 451), when="2031-06-02")
    deliver(press, "c2", quantity=troops(415, 415), when="2031-06-28")
    deliver(press, "c3", quantity=troops(451, 451), when="2031-05-28")
    assert press.disputes() == []


def test_a_date_and_a_place_that_only_the_heading_has() -> None:
    press = Press()
    press.article("a", "", "2031-06-29")
    visit = When("2031-06-02", text="on 2 June")
    press.add("c1", "a", "attack.strike", "NOV", origin="headline", when=None, place="place:Dunes")
    press.add("c2", "a", "attack.strike", "NOV", when="2031-06-28", place="place:Moor")
    press.add("c3", "b", "attack.strike", "NOV", when="2031-06-28", place="place:Dunes")
    assert [d.field for d in press.disputes()] == ["place"]
    press.add("c4", "c", "diplomacy.visit", "NOV", origin="headline", targets="OST", when=None)
    press.claims["c"] = [msgspec.structs.replace(c, when=visit) for c in press.claims["c"]]
    press.add("c5", "c", "diplomacy.visit", "NOV", targets="OST", when="2031-06-20")
    assert sorted(d.field for d in press.disputes()) == ["place", "when"]


def test_the_heading_s_place_of_a_signature_against_its_text() -> None:
    press = Press()
    press.add("c1", "a", "treaty.sign", "NOV OST", "2031-03-14", origin="headline", place="place:Moor")
    press.add("c2", "a", "treaty.sign", "NOV OST", "2031-03-14", place="place:Dunes")
    (dispute,) = press.disputes()
    assert (dispute.field, dispute.verdict) == ("place", "likely_error")
    assert dispute.reason.endswith("only a heading has place:Moor")
