"""Reported conduct held against norms, by kind of duty, in an invented world."""

import msgspec
import pytest
from law import nowhere, pact

from foedus.assess.bearings import bearings
from foedus.assess.incidents import incidents_of
from foedus.assess.norms import Norms
from foedus.assess.terms import Terms
from foedus.model import (
    Act,
    Article,
    Attribution,
    Bearing,
    Claim,
    Condition,
    Conduct,
    Dispute,
    Duty,
    Event,
    Evidence,
    Origin,
    Party,
    Reading,
    Ruling,
    Side,
    Treaty,
    When,
)
from foedus.packs.conduct import load_conduct

STATES = ("AAA", "BBB", "CCC", "DDD")
PLACES = {"place:Harbour": "AAA"}


def event(id_: str, type_: str, actor: str, target: str = "", when: str | None = "1950-06-01", **more: object) -> Event:
    fields: dict[str, object] = {
        "id": id_, "type": type_, "actors": (actor,), "targets": (target,) if target else (), "object": None,
        "place": None, "when": When(when) if when else None, "modality": "asserted", "polarity": "positive",
        "claims": (f"c-{id_}",), "articles": ("a",), "origins": (Origin("media:Bell", (f"c-{id_}",), ("a",)),),
    }  # fmt: skip
    return Event(**{**fields, **more})  # type: ignore[arg-type]


def held(
    *events: Event, by: tuple[Treaty, ...], disputes: tuple[Dispute, ...] = (), readings: tuple[Reading, ...] = ()
) -> list[Bearing]:
    incidents = incidents_of(events, disputes, readings, STATES, PLACES.get, ("org:Band",))
    return list(bearings(incidents, Norms(Terms({t.id: t for t in by}), load_conduct()), nowhere))


def lines(found: list[Bearing]) -> list[tuple[str, str, str, str]]:
    return [(b.event, b.relation, b.truth, b.state) for b in found]


ATTACK = event("hit", "attack.incursion", "CCC", "AAA")
PACT = pact("P", "AAA", "BBB")


def test_an_attack_from_outside_sets_off_defence_and_help_for_the_attacked_fulfils_it() -> None:
    help_ = event("help", "forces.deploy", "BBB", "AAA", "1950-07")
    found = held(ATTACK, help_, by=(PACT,))
    assert lines(found) == [("hit", "triggers", "met", "AAA"), ("help", "fulfils", "met", "BBB")]
    assert (found[0].bound, found[0].others) == (("BBB",), ("CCC",))
    assert (found[1].others, found[1].occasions, found[1].origins) == (("AAA",), ("hit",), ("media:Bell",))
    assert found[1].default.startswith("ATOP codebook")


@pytest.mark.parametrize("type_", ["transfer.arms", "forces.deploy", "forces.fight"])
def test_what_helps(type_: str) -> None:
    target = "CCC" if type_ == "forces.fight" else "AAA"
    found = held(ATTACK, event("help", type_, "BBB", target, "1950-07"), by=(PACT,))
    assert ("help", "fulfils", "met", "BBB") in lines(found)


def test_without_a_reported_attack_troops_with_an_ally_fulfil_nothing() -> None:
    assert held(event("visit", "forces.deploy", "BBB", "AAA"), by=(PACT,)) == []


def test_help_for_the_attacker_fulfils_no_defence() -> None:
    assert lines(held(ATTACK, event("help", "forces.fight", "BBB", "AAA", "1950-07"), by=(PACT,)))[1:] == []


def test_where_forces_fight_and_for_whom_is_not_told_a_person_judges() -> None:
    found = held(ATTACK, event("fight", "forces.fight", "BBB", when="1950-07", place="place:Harbour"), by=(PACT,))
    assert ("fight", "fulfils", "open", "BBB") in lines(found)


def test_an_attack_of_a_party_is_no_clear_case_of_defence() -> None:
    found = held(event("hit", "attack.strike", "BBB", "AAA"), by=(pact("P", "AAA", "BBB", "CCC"),))
    assert lines(found) == [("hit", "triggers", "open", "AAA")]


def test_an_attack_on_one_to_whom_non_aggression_is_owed_offends_unless_it_is_self_defence() -> None:
    treaty = pact("N", "AAA", "CCC", kind="nonaggression")
    found = held(event("first", "attack.strike", "AAA", "CCC", "1950-05-01"), ATTACK, by=(treaty,))
    assert lines(found) == [("first", "offends", "open", "AAA"), ("hit", "offends", "open", "CCC")]
    assert found[0].occasions == ()
    assert found[1].occasions == ("first",)
    assert [t.kind for t in found[1].conditions] == ["art51"]


def test_consultation_is_set_off_by_an_attack_and_talks_after_it_fulfil_it() -> None:
    treaty = pact("T", "AAA", "BBB", kind="consultation")
    before, after = (
        event(name, "diplomacy.meet", "AAA", when=when, actors=("AAA", "BBB"))
        for name, when in (("before", "1950-05-01"), ("talks", "1950-06-20"))
    )
    found = held(before, ATTACK, after, by=(treaty,))
    assert lines(found) == [("hit", "triggers", "met", "AAA"), ("talks", "fulfils", "met", "BBB")]


def test_neutrality_is_offended_by_arms_for_the_foe() -> None:
    treaty = pact("N", "AAA", "BBB", kind="neutrality")
    found = held(ATTACK, event("arms", "transfer.arms", "BBB", "CCC", "1950-07"), by=(treaty,))
    assert ("arms", "offends", "met", "BBB") in lines(found)
    assert held(event("arms", "transfer.arms", "BBB", "CCC", "1950-07"), by=(treaty,)) == []


def test_a_duty_to_attack_together_is_set_off_by_an_attack_of_a_party() -> None:
    found = held(event("hit", "attack.strike", "AAA", "CCC"), by=(pact("O", "AAA", "BBB", kind="offense"),))
    assert [(b.effect, b.state, b.bound) for b in found] == [("triggers", "AAA", ("BBB",))]


def ban(*states: str, **pattern: object) -> Treaty:
    """A decision of 1940 that forbids some conduct to its parties."""
    shape: dict[str, object] = {"effect": "offends", "types": ("transfer.arms",), **pattern}
    duty = Duty(kind="prohibition", article="8", text={"en": "no arms"}, conduct=(Conduct(**shape),), source="Gazette")  # type: ignore[arg-type]
    return msgspec.structs.replace(pact("D", *states, kind="prohibition"), duties=(duty,), nature="decision")


def test_a_prohibition_speaks_only_by_its_patterns() -> None:
    arms = event("arms", "transfer.arms", "BBB", "CCC")
    assert held(arms, by=(pact("D", "AAA", "BBB", kind="prohibition"),)) == []
    (found,) = held(arms, by=(ban("AAA", "BBB", "CCC", to=("CCC",)),))
    assert (found.relation, found.truth, found.source, found.default) == ("offends", "met", "Gazette", "")


def test_one_that_no_decision_binds_is_outside() -> None:
    (found,) = held(event("arms", "transfer.arms", "DDD", "CCC"), by=(ban("AAA", "BBB", "CCC", to=("CCC",)),))
    assert (found.relation, found.why, found.effect) == ("outside", "not a party", "offends")


@pytest.mark.parametrize(
    ("object_", "truths"),
    [("materiel:missiles", ["met"]), ("materiel:food", []), (None, ["open"])],
)
def test_what_was_moved_decides_where_the_pattern_names_it(object_: str | None, truths: list[str]) -> None:
    arms = event("arms", "transfer.arms", "BBB", "CCC", object=object_)
    assert [b.truth for b in held(arms, by=(ban("BBB", "CCC", objects=("materiel:missiles",)),))] == truths


@pytest.mark.parametrize(
    ("when", "relation", "truth", "why"),
    [
        ("1939-12", "outside", "unmet", "before"),
        ("1939-12/1940-02", "triggers", "open", None),
        ("1940-01-01", "triggers", "met", None),
        ("1952-01", "outside", "unmet", "after"),
        (None, "triggers", "open", None),
    ],
)
def test_conduct_is_held_against_the_norms_of_its_days(when: str | None, relation: str, truth: str, why: str) -> None:
    ended = Act(type="treaty.terminate", when="1951-06-01", source="test")
    treaty = msgspec.structs.replace(PACT, acts=(*PACT.acts, ended))
    (found,) = held(event("hit", "attack.strike", "CCC", "AAA", when), by=(treaty,))
    assert (found.relation, found.truth, found.why) == (relation, truth, why)


def test_what_was_before_the_signature_is_not_heard() -> None:
    assert held(event("hit", "attack.strike", "CCC", "AAA", "1938"), by=(PACT,)) == []


def test_a_party_that_joins_later_was_none() -> None:
    parties = (*PACT.parties, Party(state="DDD", from_="1955-01-01"))
    treaty = msgspec.structs.replace(PACT, parties=parties)
    (found,) = held(event("hit", "attack.strike", "CCC", "DDD"), by=(treaty,))
    assert (found.relation, found.why, found.bonds[0].since) == ("outside", "not a party", "1955-01-01")


def test_what_is_reported_without_a_date_was_before_it_was_published() -> None:
    claim = Claim(
        id="c-hit", article="a", type="attack.strike", actors=("CCC",), targets=("AAA",), object=None, quantity=None,
        place=None, when=None, attribution=Attribution(()), modality="asserted", polarity="positive", provision=None,
        evidence=Evidence(0, 3, "hit"), origin="body",
    )  # fmt: skip
    article = Article("a", "hit", (), "en", published=When("1939-11-05"))
    (found,) = held(
        event("hit", "attack.strike", "CCC", "AAA", None), by=(PACT,), readings=(Reading(article, (claim,)),)
    )
    assert (found.relation, found.why, found.when) == ("outside", "before", "../1939-11-05")


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        (Condition(kind="adversary", states=("DDD",)), "unmet"),
        (Condition(kind="adversary", states=("CCC",)), "met"),
        (Condition(kind="invasion"), "open"),
        (Condition(kind="armed_attack"), "met"),
    ],
)
def test_the_conditions_of_the_duty_decide(condition: Condition, truth: str) -> None:
    (found,) = held(ATTACK, by=(pact("P", "AAA", "BBB", conditions=(condition,)),))
    assert found.truth == truth
    assert found.why == ("condition" if truth == "unmet" else None)


def test_plans_words_and_what_a_person_rejected_are_no_conduct() -> None:
    others = [
        event("plan", "attack.strike", "CCC", "AAA", modality="planned"),
        event("said", "statement.support", "BBB", "AAA"),
        event("void", "attack.strike", "CCC", "AAA", rejected=("c-void",)),
    ]
    assert held(*others, by=(PACT,)) == []


def test_a_threat_sets_off_what_its_file_says_and_offends_nothing() -> None:
    patterns = tuple(Conduct(effect=e, types=("statement.threaten",)) for e in ("triggers", "offends"))
    duty = msgspec.structs.replace(PACT.duties[0], kind="consultation", conduct=patterns)
    treaty = msgspec.structs.replace(PACT, duties=(duty,))
    found = held(event("word", "statement.threaten", "CCC", "AAA"), by=(treaty,))
    assert lines(found) == [("word", "triggers", "open", "AAA")]


def test_denied_and_disputed_reports_are_marked_and_a_denied_attack_asks_for_no_help() -> None:
    denied = event("hit", "attack.strike", "CCC", "AAA", modality="denied")
    help_ = event("help", "forces.deploy", "BBB", "AAA", "1950-07")
    assert [(b.event, b.report) for b in held(denied, help_, by=(PACT,))] == [("hit", "denied")]
    sides = (Side("it happened", (), ()), Side("it did not", (), ()))
    dispute = Dispute("d", "polarity", "hit", sides, "contradiction", "")
    found = held(ATTACK, help_, by=(PACT,), disputes=(dispute,))
    assert [(b.event, b.report) for b in found] == [("hit", "disputed"), ("help", "asserted")]


def test_what_is_told_as_not_done_and_by_nobody_as_done_is_no_conduct() -> None:
    none = event("arms", "transfer.arms", "BBB", "CCC", polarity="negative")
    assert held(none, by=(ban("BBB", "CCC"),)) == []
    sides = (Side("it happened", (), ()), Side("it did not", (), ()))
    dispute = Dispute("d", "polarity", "arms", sides, "contradiction", "")
    assert [b.report for b in held(none, by=(ban("BBB", "CCC"),), disputes=(dispute,))] == ["denied"]


def test_an_attack_by_a_group_that_is_no_state_sets_off_defence_if_a_person_judges_so() -> None:
    hit = event("hit", "attack.strike", "org:Band", "AAA")
    help_ = event("help", "forces.deploy", "BBB", "AAA", "1950-07")
    found = held(hit, help_, by=(PACT,))
    assert lines(found) == [("hit", "triggers", "open", "AAA"), ("help", "fulfils", "open", "BBB")]
    assert found[0].others == ("org:Band",)
    assert "no state" in found[0].conditions[-1].text
    assert held(event("hit", "attack.strike", "group:gunmen", "AAA"), by=(PACT,)) == []


@pytest.mark.parametrize(
    ("place", "truth"), [("place:Harbour", ["open"]), ("place:Nowhere", ["open", "open"]), ("place:Home", [])]
)
def test_control_of_anothers_territory_offends_as_an_attack_does(
    place: str, truth: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PLACES, "place:Home", "CCC")
    treaty = pact("N", "AAA", "CCC", kind="nonaggression")
    found = held(event("held", "control.territory", "CCC", "AAA", place=place), by=(treaty,))
    assert [t.truth for b in found for t in b.conditions] == truth


def test_who_takes_what_none_may_take_is_heard_beside_who_gives() -> None:
    taking = Conduct(
        effect="offends", types=("transfer.arms",), objects=("materiel:x",), wider=("materiel:y",), doer="target"
    )
    giving = msgspec.structs.replace(taking, doer="actor")
    treaty = ban("BBB", "CCC")
    duty = msgspec.structs.replace(treaty.duties[0], conduct=(giving, taking))
    treaty = msgspec.structs.replace(treaty, duties=(duty,))
    given = event("arms", "transfer.arms", "BBB", "CCC", object="materiel:x")
    assert lines(held(given, by=(treaty,))) == [("arms", "offends", "met", "BBB"), ("arms", "offends", "met", "CCC")]
    vague = event("arms", "transfer.arms", "BBB", "CCC", object="materiel:y")
    assert {b.truth for b in held(vague, by=(treaty,))} == {"open"}
    assert held(event("arms", "transfer.arms", "BBB", "CCC", object="materiel:z"), by=(treaty,)) == []


def test_what_is_owed_to_some_is_no_matter_of_an_attack_on_others() -> None:
    attack = Conduct(effect="offends", types=("attack.strike",))
    treaty = pact("C", "AAA", "BBB", "CCC", kind="prohibition", by=("CCC",), to=("AAA",))
    treaty = msgspec.structs.replace(treaty, duties=(msgspec.structs.replace(treaty.duties[0], conduct=(attack,)),))
    hits = [event(target, "attack.strike", "CCC", target) for target in ("AAA", "BBB", "DDD")]
    assert [b.event for b in held(*hits, by=(treaty,))] == ["AAA"]


def test_a_provision_for_a_time_is_outside_after_it_unless_it_has_another_wording() -> None:
    treaty = ban("BBB", "CCC")
    first = msgspec.structs.replace(treaty.duties[0], within="1945-01-01/1948-12-31")
    done = event("arms", "transfer.arms", "BBB", "CCC")
    (found,) = held(done, by=(msgspec.structs.replace(treaty, duties=(first,)),))
    assert (found.relation, found.why) == ("outside", "after")
    assert found.conditions[0].text == "laid down so from 1945-01-01 to 1948-12-31"
    second = msgspec.structs.replace(first, within="1949-01-01/..")
    assert lines(held(done, by=(msgspec.structs.replace(treaty, duties=(first, second)),))) == [
        ("arms", "offends", "met", "BBB")
    ]


def test_what_news_tells_without_a_first_day_is_not_held_against_what_was_long_over() -> None:
    ended = Act(type="treaty.terminate", when="1951-06-01", source="test")
    treaty = msgspec.structs.replace(PACT, acts=(*PACT.acts, ended))
    assert held(event("hit", "attack.strike", "CCC", "AAA", "../1960-01-01"), by=(treaty,)) == []
    (found,) = held(event("hit", "attack.strike", "CCC", "AAA", "../1951-07-01"), by=(treaty,))
    assert found.truth == "open"


def test_what_people_decided_is_shown() -> None:
    ruling = Ruling(1, "merge", "Ada", "1951-01-01", "one")
    (found,) = held(event("hit", "attack.strike", "CCC", "AAA", judgements=(ruling,)), by=(PACT,))
    assert found.judgements == (ruling,)


def test_the_order_of_events_and_treaties_does_not_matter() -> None:
    events = (ATTACK, event("help", "forces.deploy", "BBB", "AAA", "1950-07"))
    treaties = (PACT, pact("N", "AAA", "CCC", kind="nonaggression"))
    assert held(*events, by=treaties) == held(*reversed(events), by=tuple(reversed(treaties)))


def test_the_conditions_of_what_is_forbidden_decide_too() -> None:
    only = (Condition(kind="art51"), Condition(kind="adversary", states=("DDD",)))
    (found,) = held(ATTACK, by=(pact("N", "AAA", "CCC", kind="nonaggression", conditions=only),))
    assert (found.relation, found.why) == ("outside", "condition")
    assert [t.kind for t in found.conditions] == ["art51", "adversary"]
    treaty = ban("BBB", "CCC")
    duty = msgspec.structs.replace(
        treaty.duties[0], conditions=(Condition(kind="third_state"), Condition(kind="request"))
    )
    (found,) = held(event("arms", "transfer.arms", "BBB", "CCC"), by=(msgspec.structs.replace(treaty, duties=(duty,)),))
    assert [t.truth for t in found.conditions] == [None, "open"]


BAN = pact("Ban", "AAA", "BBB", kind="prohibition")
BAN = msgspec.structs.replace(
    BAN,
    duties=(
        msgspec.structs.replace(
            BAN.duties[0],
            conduct=(Conduct(effect="offends", types=("transfer.arms",), objects=("materiel:mines",)),),
        ),
    ),
)
GIFT = event("gift", "transfer.arms", "CCC", "DDD", object="materiel:mines")


def test_a_state_that_no_file_lists_is_no_party_of_a_closed_treaty_and_unknown_of_an_open_one() -> None:
    assert held(GIFT, by=(BAN,)) == []
    open_ = msgspec.structs.replace(BAN, more_parties=True)
    assert held(GIFT, by=(open_,)) == []
    (found,) = held(GIFT, by=(msgspec.structs.replace(open_, listed="1949"),))
    assert (found.relation, found.truth, found.why, found.bonds[0].truth) == ("offends", "open", None, "open")
    until = msgspec.structs.replace(open_, listed="1951")
    (found,) = held(GIFT, by=(until,))
    assert (found.relation, found.truth, found.why) == ("outside", "unmet", "not a party")
    assert held(msgspec.structs.replace(GIFT, object=None), by=(until,)) == []
