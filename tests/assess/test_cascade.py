"""Who is drawn in next."""

from law import attacks, committed, nowhere, pact

from foedus.assess.cascade import cascade
from foedus.model import Condition


def test_allies_of_the_attacked_come_in_and_their_allies_only_if_a_person_says_so() -> None:
    found = cascade(attacks("CCC", "AAA"), committed(pact("P", "AAA", "BBB"), pact("Q", "CCC", "DDD")), nowhere)
    assert [(j.round, j.state, j.to, j.against, j.certain) for j in found.joinings] == [
        (1, "BBB", ("AAA",), ("CCC",), True),
        (2, "DDD", ("CCC",), ("BBB",), False),
    ]


def test_an_ally_bound_to_attack_joins_the_attacker_and_its_attack_draws_in_others() -> None:
    treaties = (pact("O", "CCC", "DDD", kind="offense"), pact("P", "AAA", "BBB"))
    found = cascade(attacks("CCC", "AAA"), committed(*treaties), nowhere)
    assert [(j.state, j.against, j.certain) for j in found.joinings] == [
        ("BBB", ("CCC",), True),
        ("DDD", ("AAA",), True),
    ]


def test_an_unprovoked_attack_is_not_what_helpers_commit() -> None:
    only_if = (Condition(kind="unprovoked"),)
    treaties = (pact("P", "AAA", "BBB"), pact("Q", "CCC", "DDD", conditions=only_if))
    found = cascade(attacks("CCC", "AAA"), committed(*treaties), nowhere)
    assert [j.state for j in found.joinings] == ["BBB"]


def test_who_hangs_on_whom() -> None:
    treaties = (pact("P", "AAA", "BBB"), pact("Q", "CCC", "DDD"), pact("R", "BBB", "EEE"))
    found = cascade(attacks("CCC", "AAA"), committed(*treaties), nowhere)
    assert {j.state: j.alone for j in found.joinings} == {"BBB": ("DDD", "EEE"), "DDD": ("EEE",), "EEE": ()}


def test_a_number_of_adversaries_is_reached_by_those_who_join() -> None:
    two = (Condition(kind="number", least=2),)
    treaties = (pact("O", "CCC", "DDD", kind="offense"), pact("P", "AAA", "BBB", conditions=two))
    found = cascade(attacks("CCC", "AAA"), committed(*treaties), nowhere)
    assert {j.state: j.against for j in found.joinings} == {"BBB": ("CCC", "DDD"), "DDD": ("AAA",)}


def test_allies_at_war_and_a_state_bound_to_both_sides() -> None:
    treaties = (pact("P", "AAA", "BBB"), pact("Q", "CCC", "BBB", kind="offense"), pact("N", "AAA", "CCC"))
    found = cascade(attacks("CCC", "AAA"), committed(*treaties), nowhere)
    told = {(s.kind, s.one, s.other) for s in found.conflicts}
    assert ("allies at war", "AAA", "CCC") in told
    assert {("both sides", "BBB", "AAA"), ("both sides", "BBB", "CCC")} <= told


def test_the_order_of_the_files_does_not_matter() -> None:
    treaties = (pact("P", "AAA", "BBB"), pact("Q", "CCC", "DDD"), pact("R", "BBB", "EEE"), pact("S", "EEE", "DDD"))
    one = cascade(attacks("CCC", "AAA"), committed(*treaties), nowhere)
    other = cascade(attacks("CCC", "AAA"), committed(*reversed(treaties)), nowhere)
    assert one == other
