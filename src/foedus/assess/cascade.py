"""Cascade: who is drawn into a war next, round by round, on what ground, and which duties then collide."""

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from foedus.assess.commitments import Commitment, Commitments
from foedus.assess.conditions import Inside
from foedus.assess.duties import obligation
from foedus.assess.fights import Fights, Ground, Pair
from foedus.model import Attack, Cascade, Joining, Obligation, Strife

_PEACE: Final = ("defense", "neutrality", "nonaggression")


def cascade(attack: Attack, commitments: Commitments, inside: Inside) -> Cascade:
    """Every state that honouring its duties would draw in, by round, and the conflicts of duties of all who fight."""
    found = Fights(attack, commitments, inside)
    grounds = _best(found.grounds)
    of_state: dict[str, list[Ground]] = {}
    for ground in grounds:
        of_state.setdefault(ground.state, []).append(ground)
    states = sorted(of_state.keys() - {*attack.attackers, *attack.targets})
    alone = _hanging_on(states, _edges(grounds), attack)
    joinings = [_joining(s, of_state[s], alone.get(s, ()), inside) for s in states]
    return Cascade(
        attack=attack,
        joinings=tuple(sorted(joinings, key=lambda j: (j.round, not j.certain, j.state))),
        conflicts=tuple(_conflicts(found, grounds, commitments)),
    )


def _best(grounds: Iterable[Ground]) -> list[Ground]:
    """One ground for each state, beneficiary, foe and duty: the certain one, of the earliest round."""
    best: dict[tuple[str, str, str, int], Ground] = {}
    for ground in grounds:
        key = (ground.state, ground.to, ground.foe, id(ground.commitment.duty))
        known = best.get(key)
        if known is None or (not ground.certain, ground.round) < (not known.certain, known.round):
            best[key] = ground
    return list(best.values())


def _joining(state: str, grounds: list[Ground], alone: tuple[str, ...], inside: Inside) -> Joining:
    certain = any(g.certain for g in grounds)
    first = min(g.round for g in grounds if g.certain == certain)
    told = [g for g in grounds if g.round == first and g.certain == certain]
    told.sort(key=lambda g: (g.to, g.foe, g.commitment.treaty.id, g.commitment.duty.article))
    return Joining(
        round=first,
        state=state,
        to=tuple(dict.fromkeys(g.to for g in told)),
        against=tuple(dict.fromkeys(g.foe for g in told)),
        certain=certain,
        grounds=tuple(_owed(g, inside) for g in told),
        alone=alone,
    )


def _owed(ground: Ground, inside: Inside) -> Obligation:
    """The duty on which a ground rests, with what is in doubt beside its own conditions."""
    made = obligation(ground.commitment, ground.state, ground.to, ground.attack, ground.role, inside)
    if not ground.doubts:
        return made
    return msgspec.structs.replace(made, conditions=(*made.conditions, *ground.doubts), verdict="open")


def _edges(grounds: Iterable[Ground]) -> dict[Pair, set[Pair]]:
    """Which fight leads to which."""
    edges: dict[Pair, set[Pair]] = {}
    for g in grounds:
        cause = (g.foe, g.to) if g.role == "attacked" else (g.to, g.foe)
        edges.setdefault(cause, set()).add((g.state, g.foe))
    return edges


def _hanging_on(states: list[str], edges: dict[Pair, set[Pair]], attack: Attack) -> dict[str, tuple[str, ...]]:
    """State → the states that come in by no way that leaves it out; states on which none hangs may be missing."""
    found = {}
    for state in sorted(_passed(edges, attack)):
        left = set(states) - {pair[0] for pair in _reached(edges, attack, state)} - {state}
        found[state] = tuple(sorted(left))
    return found


def _passed(edges: dict[Pair, set[Pair]], attack: Attack) -> set[str]:
    """The states by which one way or other leads to each state: on others none can hang."""
    came = _reached(edges, attack, None)
    first: dict[str, Pair] = {}
    for pair in came:
        first.setdefault(pair[0], pair)
    passed = set()
    for start in first.values():
        before = came[start]
        while before is not None:
            passed.add(before[0])
            before = came[before]
    return passed - {*attack.attackers, *attack.targets}


def _reached(edges: dict[Pair, set[Pair]], attack: Attack, without: str | None) -> dict[Pair, Pair | None]:
    """The fights that follow when a state stays out, as they are reached, each with the one that led to it."""
    came: dict[Pair, Pair | None] = {(a, b): None for a in attack.attackers for b in attack.targets}
    agenda = deque(came)
    while agenda:
        cause = agenda.popleft()
        for pair in edges.get(cause, ()):
            if pair not in came and pair[0] != without:
                came[pair] = cause
                agenda.append(pair)
    return came


def _conflicts(found: Fights, grounds: list[Ground], commitments: Commitments) -> Iterator[Strife]:
    pairs = found.pairs
    fighting = sorted({state for pair in pairs for state in pair})
    peace = {state: _peace(state, commitments, found.attack.on) for state in fighting}
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
        treaties = {**peace[other].get(one, {}), **peace[one].get(other, {})}
        if treaties:
            fought = pairs.get((one, other)) or pairs.get((other, one)) or False
            yield Strife("allies at war", one, other, tuple(sorted(treaties)), fought and any(treaties.values()))
    yield from _torn(grounds)


def _peace(state: str, commitments: Commitments, on: dt.date) -> dict[str, dict[str, bool]]:
    """Who may owe a state help or peace on a day, by which treaties, and whether that is certain."""
    found: dict[str, dict[str, bool]] = {}
    for commitment in commitments.owed(state, on):
        if _keeps_peace(commitment):
            for bound in commitment.by:
                truth = commitment.truth(bound, state, on)
                # What nobody had signed yet promises nothing, however little is known of it.
                if truth != "unmet" and commitment.by[bound].opened(on):
                    found.setdefault(bound, {})[commitment.treaty.id] = truth == "met"
    return found


def _torn(grounds: list[Ground]) -> Iterator[Strife]:
    """States that are drawn in for another and against it."""
    for_: dict[Pair, list[Ground]] = {}
    against: dict[Pair, list[Ground]] = {}
    for ground in grounds:
        for_.setdefault((ground.state, ground.to), []).append(ground)
        against.setdefault((ground.state, ground.foe), []).append(ground)
    for state, friend in sorted(for_.keys() & against.keys()):
        sides = (for_[state, friend], against[state, friend])
        treaties = tuple(sorted({g.commitment.treaty.id for side in sides for g in side}))
        certain = all(any(g.certain for g in side) for side in sides)
        yield Strife("both sides", state, friend, treaties, certain)


def _keeps_peace(commitment: Commitment) -> bool:
    """Is it a duty to keep peace that war breaks? One that leaves self-defence free stands beside a duty of defence."""
    duty = commitment.duty
    free = duty.kind == "nonaggression" and any(c.kind == "art51" for c in duty.conditions)
    return duty.kind in _PEACE and not commitment.treaty.more_parties and not free
