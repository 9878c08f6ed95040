"""Who owes what when one state attacks another."""

import datetime as dt
from functools import partial

import msgspec
import pytest
from law import DAY, attacks, committed, nowhere, pact

from foedus.assess.duties import duties
from foedus.model import Act, Attack, Condition, DutyKind, Obligation


def _always(known: bool | None, place: str, area: str, on: dt.date) -> bool | None:
    return known


def only(found: tuple[Obligation, ...]) -> Obligation:
    assert len(found) == 1
    return found[0]


def test_an_ally_owes_defence_against_the_attacker() -> None:
    found = only(duties(attacks("CCC", "AAA"), committed(pact("P", "AAA", "BBB")), nowhere))
    assert (found.state, found.to, found.against, found.verdict) == ("BBB", "AAA", ("CCC",), "owed")
    assert [b.state for b in found.bonds] == ["BBB", "AAA"]


def test_one_sided_duties_bind_one_side() -> None:
    guarantee = committed(pact("P", "AAA", "BBB", by=("BBB",), to=("AAA",)))
    assert len(duties(attacks("CCC", "AAA"), guarantee, nowhere)) == 1
    assert duties(attacks("CCC", "BBB"), guarantee, nowhere) == ()


def test_before_entry_into_force_nothing_is_owed_and_the_reason_is_told() -> None:
    found = only(duties(attacks("CCC", "AAA", dt.date(1939, 9, 1)), committed(pact("P", "AAA", "BBB")), nowhere))
    assert found.verdict == "not owed"
    assert found.bonds[0].because == ("signed 1939-05-01", "in force only since 1940-01-01")


def test_a_treaty_not_yet_signed_is_not_heard() -> None:
    assert duties(attacks("CCC", "AAA", dt.date(1938, 1, 1)), committed(pact("P", "AAA", "BBB")), nowhere) == ()


@pytest.mark.parametrize(
    ("condition", "given", "expected"),
    [
        (Condition(kind="armed_attack"), {}, "owed"),
        (Condition(kind="adversary", states=("CCC",)), {}, "owed"),
        (Condition(kind="adversary", states=("DDD",)), {}, "not owed"),
        (Condition(kind="adversary", states=("CCC",), excluded=True), {}, "not owed"),
        (Condition(kind="adversary"), {}, "open"),
        (Condition(kind="number"), {}, "not owed"),
        (Condition(kind="number", least=1), {}, "owed"),
        (Condition(kind="unprovoked"), {}, "open"),
        (Condition(kind="unprovoked"), {"unprovoked": True}, "owed"),
        (Condition(kind="unprovoked"), {"unprovoked": False}, "not owed"),
        (Condition(kind="art51"), {}, "open"),
        (Condition(kind="art51"), {"unprovoked": True}, "owed"),
        (Condition(kind="area", areas=("north",)), {}, "open"),
        (Condition(kind="constitutional"), {}, "owed"),
        (Condition(kind="request"), {"request": False}, "not owed"),
    ],
)
def test_conditions_are_met_unmet_or_open(condition: Condition, given: dict[str, bool], expected: str) -> None:
    treaty = pact("P", "AAA", "BBB", conditions=(condition,))
    assert only(duties(attacks("CCC", "AAA", DAY, **given), committed(treaty), nowhere)).verdict == expected


def test_an_area_is_judged_by_where_the_attack_happens() -> None:
    treaty = pact("P", "AAA", "BBB", conditions=(Condition(kind="area", areas=("north",)),))
    answers: list[tuple[bool | None, str]] = [(True, "owed"), (False, "not owed"), (None, "open")]
    for inside, expected in answers:
        attack = Attack(attackers=("CCC",), targets=("AAA",), on=DAY, places=("place:X",))
        found = only(duties(attack, committed(treaty), partial(_always, inside)))
        assert found.verdict == expected


@pytest.mark.parametrize(
    ("kind", "state", "to"),
    [("offense", "BBB", "CCC"), ("neutrality", "BBB", "CCC"), ("consultation", "BBB", "CCC")],
)
def test_what_is_owed_to_an_attacker(kind: DutyKind, state: str, to: str) -> None:
    found = only(duties(attacks("CCC", "AAA"), committed(pact("P", "BBB", "CCC", kind=kind)), nowhere))
    assert (found.state, found.to, found.against, found.verdict) == (state, to, ("AAA",), "owed")


def test_non_aggression_is_owed_by_the_attacker_itself() -> None:
    peace = committed(pact("P", "AAA", "CCC", kind="nonaggression"))
    found = only(duties(attacks("CCC", "AAA", unprovoked=True), peace, nowhere))
    assert (found.state, found.to, found.verdict) == ("CCC", "AAA", "owed")


@pytest.mark.parametrize("kind", ["nonaggression", "defense"])
def test_self_defence_breaks_no_promise_of_peace_whether_laid_down_or_implied(kind: DutyKind) -> None:
    treaty = committed(pact("P", "AAA", "CCC", kind=kind))
    assert only(duties(attacks("CCC", "AAA"), treaty, nowhere)).verdict == "open"
    assert only(duties(attacks("CCC", "AAA", unprovoked=False), treaty, nowhere)).verdict == "not owed"


def test_an_attack_among_the_parties_is_for_a_person_to_judge() -> None:
    found, _ = sorted(
        duties(attacks("CCC", "AAA"), committed(pact("P", "AAA", "BBB", "CCC")), nowhere), key=lambda o: o.state
    )
    assert (found.state, found.verdict) == ("BBB", "open")
    assert "CCC is bound by it too" in found.conditions[-1].reason


@pytest.mark.parametrize("kind", ["defense", "neutrality", "offense"])
def test_a_promise_of_help_or_neutrality_implies_non_aggression(kind: DutyKind) -> None:
    promise = committed(pact("P", "AAA", "BBB", kind=kind))
    found = only(duties(attacks("BBB", "AAA", unprovoked=True), promise, nowhere))
    assert (found.state, found.to, found.kind, found.verdict) == ("BBB", "AAA", "nonaggression", "owed")
    assert "VCLT art. 26" in found.conditions[0].reason


def test_what_a_promise_with_conditions_implies_is_for_a_person_to_judge() -> None:
    against = Condition(kind="adversary", text="against DDD", states=("DDD",))
    promise = committed(pact("P", "AAA", "BBB", conditions=(against,)))
    found = only(duties(attacks("BBB", "AAA", unprovoked=True), promise, nowhere))
    assert found.verdict == "open"
    assert "beyond the conditions" in found.conditions[0].reason


def test_non_aggression_that_is_laid_down_is_not_implied_too() -> None:
    both = [pact("P", "AAA", "BBB", kind=kind) for kind in ("defense", "nonaggression")]
    treaty = msgspec.structs.replace(both[0], duties=tuple(duty for one in both for duty in one.duties))
    found = only(duties(attacks("BBB", "AAA"), committed(treaty), nowhere))
    assert "implied" not in [tried.text for tried in found.conditions]


def test_a_promise_that_has_ended_implies_nothing() -> None:
    assert duties(attacks("BBB", "AAA", dt.date(1930, 1, 1)), committed(pact("P", "AAA", "BBB")), nowhere) == ()


def test_what_is_not_known_on_the_day_of_the_question_is_open() -> None:
    acts = (
        Act(type="treaty.sign", when="1939-05-01", source="test"),
        Act(type="treaty.enter_into_force", when="1940-01-01", known="1960-01-01", source="test"),
    )
    treaty = pact("P", "AAA", "BBB", acts=acts)
    assert only(duties(attacks("CCC", "AAA"), committed(treaty, known=DAY), nowhere)).verdict == "open"
    assert only(duties(attacks("CCC", "AAA"), committed(treaty), nowhere)).verdict == "owed"


def test_collective_security_holds_against_a_party_and_waits_for_the_council() -> None:
    decided = (Condition(kind="council_decision"),)
    treaty = pact("P", "AAA", "BBB", "CCC", kind="collective_security", conditions=decided)
    assert only(duties(attacks("CCC", "AAA"), committed(treaty), nowhere)).verdict == "open"
    given = attacks("CCC", "AAA", DAY, council_decision=True)
    found = only(duties(given, committed(treaty), nowhere))
    assert (found.state, found.to, found.against, found.verdict) == ("BBB", "AAA", ("CCC",), "owed")


def test_a_text_that_nobody_signed_is_not_heard() -> None:
    drawn = (Act(type="treaty.negotiate", when="1950-01-01", source="test"),)
    treaty = pact("P", "AAA", "BBB", kind="nonaggression", acts=drawn)
    assert duties(attacks("BBB", "AAA"), committed(treaty), nowhere) == ()


@pytest.mark.parametrize(("excluded", "verdict"), [(False, "owed"), (True, "not owed")])
def test_a_threat_other_than_an_armed_attack_is_not_one(excluded: bool, verdict: str) -> None:
    threat = Condition(kind="threat", excluded=excluded)
    treaty = pact("P", "AAA", "BBB", kind="consultation", conditions=(threat,))
    assert only(duties(attacks("CCC", "AAA"), committed(treaty), nowhere)).verdict == verdict


def test_a_wording_that_another_one_followed_is_not_heard() -> None:
    made = pact("P", "AAA", "BBB")
    early, late = (
        msgspec.structs.replace(made.duties[0], within=w) for w in ("1940-01-01/1944-12-31", "1945-01-01/..")
    )
    both = committed(msgspec.structs.replace(made, duties=(early, late)))
    assert [o.verdict for o in duties(attacks("CCC", "AAA"), both, nowhere)] == ["owed"]
    alone = committed(msgspec.structs.replace(made, duties=(early,)))
    assert [o.verdict for o in duties(attacks("CCC", "AAA"), alone, nowhere)] == ["not owed"]


def test_who_promised_to_consult_does_so_on_an_attack_by_a_party() -> None:
    treaty = pact("P", "AAA", "BBB", "CCC", kind="consultation")
    found = [o for o in duties(attacks("CCC", "AAA"), committed(treaty), nowhere) if o.to == "AAA"]
    assert [(o.state, o.verdict) for o in found] == [("BBB", "owed")]


@pytest.mark.parametrize(("foe", "verdict"), [("CCC", "owed"), ("DDD", "open"), ("EEE", "not owed")])
def test_adversaries_of_whom_a_person_judges(foe: str, verdict: str) -> None:
    named = Condition(kind="adversary", states=("CCC",), perhaps=("DDD",))
    found = duties(attacks(foe, "AAA"), committed(pact("P", "AAA", "BBB", conditions=(named,))), nowhere)
    assert [o.verdict for o in found] == [verdict]


def test_a_wording_of_another_time_says_when_it_ran() -> None:
    treaty = pact("P", "AAA", "BBB")
    earlier = msgspec.structs.replace(treaty.duties[0], within="1940-01-01/1945-01-01")
    found = only(duties(attacks("CCC", "AAA"), committed(msgspec.structs.replace(treaty, duties=(earlier,))), nowhere))
    assert (found.verdict, found.conditions[-1].reason) == ("not owed", "laid down so in 1940-01-01/1945-01-01 alone")
