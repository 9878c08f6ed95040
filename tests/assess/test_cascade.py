"""Who is drawn in next."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from law import DAY, attacks, committed, facts, nowhere, pact

from foedus.assess.cascade import cascade
from foedus.assess.fights import Fights
from foedus.model import Attack, Condition, ConditionKind, DutyKind, Treaty
from oracle import derived


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


STATES = tuple("ABCDEFGH")
CONDITIONS = st.one_of(
    st.builds(
        lambda states: Condition(kind="adversary", states=tuple(sorted(states))),
        st.sets(st.sampled_from(STATES), min_size=1, max_size=3),
    ),
    st.builds(lambda least: Condition(kind="number", least=least), st.integers(1, 3)),
    st.sampled_from([Condition(kind="unprovoked"), Condition(kind="invasion"), Condition(kind="request")]),
)


@st.composite
def networks(draw: st.DrawFn) -> tuple[Attack, tuple[Treaty, ...]]:
    """An attack, and up to eight alliances with one- or two-sided duties and up to two conditions each."""
    one, other = draw(st.permutations(STATES))[:2]
    answers: list[dict[ConditionKind, bool]] = [{}, {"unprovoked": True}, {"unprovoked": False}]
    given_ = draw(st.sampled_from(answers))
    kinds: list[DutyKind] = ["defense", "offense"]
    treaties = []
    for n in range(draw(st.integers(1, 8))):
        parties = draw(st.lists(st.sampled_from(STATES), min_size=2, max_size=4, unique=True))
        conditions = draw(st.lists(CONDITIONS, max_size=2, unique_by=lambda c: c.kind))
        sided = draw(st.booleans())
        kind = draw(st.sampled_from(kinds))
        by, to = (tuple(parties[:1]), tuple(parties[1:])) if sided else ((), ())
        treaties.append(pact(f"T{n}", *parties, kind=kind, conditions=tuple(conditions), by=by, to=to))
    return Attack(attackers=(one,), targets=(other,), on=DAY, given=given_), tuple(treaties)


@settings(max_examples=150, deadline=None)
@given(networks())
def test_an_independent_solver_derives_the_same_fights(network: tuple[Attack, tuple[Treaty, ...]]) -> None:
    attack, treaties = network
    found = Fights(attack, committed(*treaties), nowhere).fights.values()
    assert {(f.one, f.other, f.attack, f.certain) for f in found} == derived("\n".join(facts(attack, treaties)))


@settings(max_examples=150, deadline=None)
@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_treaties_changes_nothing(network: tuple[Attack, tuple[Treaty, ...]], random: Random) -> None:
    attack, treaties = network
    shuffled = list(treaties)
    random.shuffle(shuffled)
    one = cascade(attack, committed(*treaties), nowhere)
    assert one == cascade(attack, committed(*shuffled), nowhere)


def test_what_is_in_doubt_beside_a_duty_is_told_with_it() -> None:
    treaties = (pact("P", "AAA", "BBB"), pact("Q", "CCC", "DDD"), pact("R", "BBB", "EEE"))
    found = {j.state: j.grounds for j in cascade(attacks("CCC", "AAA"), committed(*treaties), nowhere).joinings}
    told = {state: [(t.text, t.truth) for o in grounds for t in o.conditions] for state, grounds in found.items()}
    help_ = ("help against CCC is itself an attack on it", "open")
    assert told["BBB"] == []
    assert told["DDD"] == [help_]
    assert told["EEE"] == [
        ("it comes to that fight at all", "open"),
        ("help against BBB is itself an attack on it", "open"),
    ]
    assert [o.verdict for grounds in found.values() for o in grounds] == ["owed", "open", "open"]
