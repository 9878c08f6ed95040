"""Who attacked whom in a war, as a table of sides and days tells it."""

import datetime as dt

from foedus.assess.attacks import questions
from foedus.model import Attack, Fighter, War
from foedus.model.war import Fought

BEGUN, LATER = "1950-01-01", "1950-03-01"


def one(
    state: str, side: int, start: str = BEGUN, *, initiator: bool = False, fought: Fought | None = "home"
) -> Fighter:
    return Fighter(state, side, f"{start}/1950-12-31", initiator, fought)


def asked(*fighters: Fighter, signed: tuple[dt.date, ...] = ()) -> list[Attack]:
    return list(questions(War("war:X", {}, fighters), signed))


def pairs(found: list[Attack]) -> set[tuple[str, str]]:
    return {(a.attackers[0], a.targets[0]) for a in found}


def test_the_side_of_the_initiator_attacks_on_the_first_day_and_its_eve() -> None:
    found = asked(one("AAA", 1, initiator=True), one("BBB", 2))
    assert pairs(found) == {("AAA", "BBB")}
    assert [a.on.isoformat() for a in found] == [BEGUN, "1949-12-31"]
    assert found[0].given == {"ongoing_conflict": False, "demand_unmet": True, "unprovoked": True}


def test_where_nobody_is_said_to_have_begun_either_may_and_nothing_is_said_of_provocation() -> None:
    found = asked(one("AAA", 1), one("BBB", 2))
    assert pairs(found) == {("AAA", "BBB"), ("BBB", "AAA")}
    assert "unprovoked" not in found[0].given


def test_who_enters_later_attacks_and_may_have_been_attacked_at_home_by_the_initiator() -> None:
    begin = (one("AAA", 1, initiator=True), one("BBB", 2))
    assert pairs(asked(*begin, one("CCC", 2, LATER))) == {("AAA", "BBB"), ("CCC", "AAA"), ("AAA", "CCC")}
    assert pairs(asked(*begin, one("CCC", 2, LATER, fought="abroad"))) == {("AAA", "BBB"), ("CCC", "AAA")}


def test_who_fights_abroad_in_a_war_of_others_is_not_attacked_by_those_who_enter_after_it() -> None:
    begin = (one("AAA", 1, initiator=True), one("BBB", 2), one("CCC", 2, "1950-02-01", fought="abroad"))
    assert ("DDD", "CCC") not in pairs(asked(*begin, one("DDD", 1, LATER)))


def test_a_treaty_made_in_the_war_is_asked_for_when_the_fight_goes_on() -> None:
    day = dt.date(1950, 6, 1)
    found = [a for a in asked(one("AAA", 1, initiator=True), one("BBB", 2), signed=(day,)) if a.on == day]
    assert pairs(found) == {("AAA", "BBB"), ("BBB", "AAA")}
    assert all(a.given["ongoing_conflict"] for a in found)


def test_those_beside_the_attacker_count_and_who_is_abroad_is_told() -> None:
    found = asked(one("AAA", 1, initiator=True), one("CCC", 1), one("BBB", 2, fought="abroad"))
    first = next(a for a in found if a.attackers == ("AAA",))
    assert (first.others, first.abroad) == (("CCC",), ("BBB",))


def test_those_of_one_side_and_those_who_do_not_meet_in_time_are_no_enemies() -> None:
    early = Fighter("DDD", 2, "1950-01-01/1950-01-31")
    assert not {("AAA", "CCC"), ("EEE", "DDD")} & pairs(
        asked(one("AAA", 1), one("CCC", 1), early, one("EEE", 1, LATER))
    )
