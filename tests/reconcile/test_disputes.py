"""Counts, locations, denials and hardened headings."""

from typing import Any

import pytest

from foedus.model import Act, Dispute, Quantity, Treaty
from foedus.reconcile.counts import bounds_of, written

from .press import FILE, PACT, Press, duty, troops


def only(press: Press) -> Dispute:
    (dispute,) = press.disputes()
    return dispute


def deploy(press: Press, id_: str, quantity: Quantity | None, when: str, by: str, **more: Any) -> None:
    press.add(id_, f"art-{id_}", "forces.deploy", "NOV", when, targets="OST", quantity=quantity, by=by, **more)


def test_numbers_that_one_number_satisfies_are_no_dispute() -> None:
    press = Press()
    deploy(press, "c1", troops(10000, 10000), "../2031-05-01", "MER")
    deploy(press, "c2", troops(10000, None, ">"), "../2031-06-01", "OST")
    deploy(press, "c3", troops(None, 12000, "<="), "../2031-06-01", "agency:A")
    deploy(press, "c4", troops(2000, None, ">="), "../2031-06-01", "agency:B")
    assert press.disputes() == []


def test_a_growing_count_of_one_source_is_a_range_over_time() -> None:
    press = Press()
    deploy(press, "c1", troops(None, 8000, "<="), "../2031-05-01", "person:Ada_Novi")
    deploy(press, "c2", troops(10000, 10000), "../2031-05-09", "NOV")
    deploy(press, "c3", troops(2000, None, ">="), "../2031-05-09", "OST")
    dispute = only(press)
    assert (dispute.field, dispute.verdict) == ("quantity", "range_over_time")
    assert [(s.value, s.claims) for s in dispute.sides] == [("<=8000", ("c1",)), ("10000", ("c2",))]
    assert "one family of sources (NOV) from 2031-05-01 to 2031-05-09" in dispute.reason


def test_two_sources_on_one_day_contradict_each_other() -> None:
    press = Press()
    deploy(press, "c1", troops(3000, 3000), "../2031-05-01", "MER")
    deploy(press, "c2", troops(9000, 9000), "../2031-05-01", "OST")
    assert only(press).verdict == "contradiction"


def test_units_are_never_converted() -> None:
    press = Press()
    for n, unit in enumerate(("containers", "shells"), 1):
        quantity = Quantity(13000 * n, 13000 * n, "=", unit, "ammunition")
        press.add(f"c{n}", f"a{n}", "transfer.arms", "NOV", "2031-05", targets="OST", quantity=quantity)
    assert press.disputes() == []


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (troops(None, 8000, "<="), "<=8000"),
        (troops(8000, 8000), "8000"),
        (troops(8000, None, ">"), ">8000"),
        (troops(11000, 12000), "11000-12000"),
        (troops(50000, 50000, "~"), "~50000"),
        (troops(2000, None), ">=2000"),
    ],
)
def test_written(quantity: Quantity, text: str) -> None:
    low = float("-inf") if quantity.low is None else quantity.low
    assert written((low, float("inf") if quantity.high is None else quantity.high, quantity.comparator)) == text


def test_about_leaves_more_room_than_a_round_number() -> None:
    assert bounds_of(troops(1000, 1000)).high == 1050
    assert bounds_of(troops(1000, 1000, "~")).high == 1200


def fight(press: Press, by: str = "agency:A", **more: Any) -> None:
    more = {"place": "place:Meria", "quantity": troops(None, 12000, "<="), "modality": "alleged"} | more
    press.add("f1", "fa", "forces.fight", "NOV", "2031-06-01", targets="MER", by=by, **more)


def test_one_body_of_troops_on_the_soil_of_its_enemy_and_elsewhere() -> None:
    press = Press()
    fight(press)
    deploy(press, "c1", troops(10000, 10000), "../2031-05-20", "MER", place="place:Dunes")
    deploy(press, "c2", None, "../2031-05-20", "OST")
    dispute = only(press)
    assert (dispute.field, dispute.verdict) == ("place", "likely_error")
    assert [(s.value, s.claims) for s in dispute.sides] == [("MER", ("f1",)), ("OST", ("c1", "c2"))]
    assert all(dispute.id in press.event(c).disputes for c in ("f1", "c1", "c2"))
    assert dispute.event == press.event("f1").id


@pytest.mark.parametrize(
    "change",
    [{"place": None}, {"place": "place:Ostria"}, {"modality": "planned"}, {"quantity": troops(90, 90)}],
)
def test_no_dispute_without_a_place_on_enemy_soil_now_for_as_many(change: dict[str, Any]) -> None:
    press = Press()
    fight(press, **change)
    deploy(press, "c1", troops(10000, 10000), "../2031-05-20", "MER", place="place:Dunes")
    assert press.disputes() == []


def test_garrisons_in_two_friendly_states_are_no_dispute() -> None:
    press = Press()
    deploy(press, "c1", troops(5000, 5000), "../2031-05-20", "NOV")
    press.add("c2", "b", "forces.deploy", "NOV", "../2031-05-20", targets="MER", quantity=troops(5000, 5000))
    assert press.disputes() == []


def test_a_denial_against_an_assertion() -> None:
    press = Press()
    deploy(press, "c1", None, "../2031-05-20", "OST")
    deploy(press, "c2", None, "../2031-05-20", "NOV", modality="denied")
    dispute = only(press)
    assert (dispute.field, dispute.reason) == ("polarity", "NOV denies what OST asserts")
    assert press.event("c1").polarity == "positive"


def test_not_yet_is_no_denial() -> None:
    press = Press()
    press.article("early", "", "2031-05-01")
    press.add("c1", "early", "treaty.ratify", "NOV", "../2031-05-01", polarity="negative")
    press.add("c2", "late", "treaty.ratify", "NOV", "2031-06-20")
    assert press.disputes() == []
    assert press.groups() == [["c1"], ["c2"]]


def not_yet(published: str | None, when: str | None = None, *, act: str | None = "2031-06-20", **more: Any) -> Press:
    press = Press(more.pop("files", ()))
    press.article("no", "", published)
    press.article("yes", "", "2031-06-25")
    press.add("c1", "no", "treaty.publish", "", when, **({"polarity": "negative"} | more))
    press.add("c2", "yes", "treaty.publish", "NOV", act)
    return press


@pytest.mark.parametrize(
    ("published", "when", "act"),
    [
        ("2031-06-01", None, "2031-06-20"),
        ("2031-06-20", None, "2031-06-20"),
        ("2031-06-20", "../2031-06-20", "2031-06-20"),
        (None, "2031-06-19", "2031-06-20"),
        ("2031-06-12", None, "2031-06"),
        ("2031-06-24", None, None),
    ],
)
def test_not_yet_before_the_act_or_on_its_day_is_a_range_over_time(
    published: str | None, when: str | None, act: str | None
) -> None:
    press = not_yet(published, when, act=act)
    assert press.disputes() == []
    assert (press.event("c1").polarity, press.event("c2").polarity) == ("negative", "positive")


@pytest.mark.parametrize(("published", "when"), [("2031-06-21", None), (None, None), ("2031-07-01", "2031-06-30")])
def test_not_after_the_act_is_a_contradiction(published: str | None, when: str | None) -> None:
    assert only(not_yet(published, when)).field == "polarity"


def test_a_denial_on_the_day_of_the_act_is_a_contradiction() -> None:
    assert only(not_yet("2031-06-20", polarity="positive", modality="denied")).field == "polarity"


def test_the_file_dates_an_act_that_no_article_dates() -> None:
    filed = Treaty(
        id=PACT,
        names={},
        parties=FILE.parties,
        acts=(Act(type="treaty.publish", when="2031-06-22"),),
    )
    assert not_yet("2031-06-21", act=None, files=(filed,)).disputes() == []
    assert only(not_yet("2031-06-23", act=None, files=(filed,))).field == "polarity"


def test_a_source_that_says_both_speaks_of_two_things() -> None:
    press = Press()
    deploy(press, "c1", None, "../2031-05-20", "NOV")
    deploy(press, "c2", None, "../2031-05-20", "NOV", polarity="negative")
    assert press.disputes() == []


def test_a_heading_harder_than_its_body() -> None:
    press = Press()
    press.add("c1", "a", "forces.deploy", "NOV", "2031-05-01", targets="OST", origin="headline")
    press.add("c2", "a", "forces.deploy", "NOV", "2031-05-01", targets="OST", modality="possible", by="MER")
    dispute = only(press)
    assert (dispute.field, dispute.verdict) == ("modality", "likely_error")
    assert dispute.reason == "the headline of a asserts what its body has as possible"
    assert press.event("c1").claims == ("c1", "c2")
    assert press.event("c1").modality == "possible"


@pytest.mark.parametrize(("one", "other", "disputed"), [(188, 187, True), (287, 278, True), (100, 104, False)])
def test_votes_are_told_to_the_last_one(one: int, other: int, disputed: bool) -> None:
    press = Press(())
    for n, number in enumerate((one, other), 1):
        votes = Quantity(number, number, "=", "votes" if disputed else "troops", "for")
        type_ = "treaty.ratify" if disputed else "forces.deploy"
        press.add(f"c{n}", f"a{n}", type_, "NOV", "2031-06-01", quantity=votes, targets="OST")
    assert [d.verdict for d in press.disputes()] == (["contradiction"] if disputed else [])


def test_each_side_of_an_exercise_has_its_own_number() -> None:
    press = Press()
    press.add("c1", "a", "forces.exercise", "NOV OST", "2031-06", quantity=troops(143, 143))
    press.add("c2", "a", "forces.exercise", "NOV OST", "2031-06", quantity=troops(143, 143))
    assert press.disputes() == []


def test_a_figure_that_a_treaty_lays_down_is_one_in_any_words() -> None:
    press = Press()
    ceiling = [Quantity(None, 1550, "<=", "warheads", "warheads"), Quantity(1500, 1500, "=", "warheads", "warheads")]
    press.add("c1", "a", "treaty.provision", "NOV OST", provision=duty("at most 1,550 warheads"), quantity=ceiling[0])
    press.add("c2", "b", "treaty.provision", "NOV OST", provision=duty("millecinquecento testate"), quantity=ceiling[1])
    (dispute,) = press.disputes()
    assert (dispute.field, dispute.verdict) == ("quantity", "contradiction")
    assert [side.value for side in dispute.sides] == ["<=1550", "1500"]


def plan(press: Press, id_: str, number: int, published: str) -> None:
    press.article(f"art-{id_}", "", published)
    press.add(
        id_, f"art-{id_}", "forces.deploy", "NOV", targets="OST", quantity=troops(number, number), modality="planned"
    )


def test_numbers_of_one_plan_told_at_one_time_contradict_each_other() -> None:
    press = Press()
    plan(press, "c1", 5000, "2031-05-01")
    plan(press, "c2", 6000, "2031-05-01")
    assert only(press).verdict == "contradiction"


def test_plans_may_change() -> None:
    press = Press()
    plan(press, "c1", 5000, "2031-05-01")
    plan(press, "c2", 6000, "2031-06-01")
    assert only(press).verdict == "range_over_time"
    assert "may change" in only(press).reason


def test_a_number_that_a_treaty_lets_hold_is_compared() -> None:
    press = Press()
    for n, months in enumerate((6, 12), 1):
        notice = Quantity(months, months, "=", "months", "notice")
        press.add(
            f"c{n}",
            f"a{n}",
            "treaty.provision",
            "NOV OST",
            quantity=notice,
            modality="possible",
            provision=duty("exit"),
        )
    assert (only(press).field, only(press).verdict) == ("quantity", "contradiction")
