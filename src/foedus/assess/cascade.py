"""Cascade: who is drawn into a war next, round by round, on what ground, and which duties then collide."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final

from foedus.assess.commitments import Commitment, Commitments
from foedus.assess.conditions import Inside
from foedus.assess.duties import obligation
from foedus.assess.fights import Fights, Ground, Pair
from foedus.model import Attack, Cascade, Joining, Strife

_PEACE: Final = ("defense", "neutrality", "nonaggression")


def cascade(attack: Attack, commitments: Commitments, inside: Inside) -> Cascade:
    """Every state that honouring its duties would draw in, by round, and the conflicts of duties of all who fight."""
    found = Fights(attack, commitments, inside)
    grounds = _best(found.grounds)
    states = sorted({g.state for g in grounds} - {*attack.attackers, *attack.targets})
    edges = _edges(grounds)
    joinings = [_joining(s, [g for g in grounds if g.state == s], edges, attack, inside) for s in states]
    return Cascade(
        attack=attack,
        joinings=tuple(sorted(joinings, key=lambda j: (j.round, not j.certain, j.state))),
        conflicts=tuple(_conflicts(found, commitments)),
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


def _joining(
    state: str, grounds: list[Ground], edges: dict[Pair, set[Pair]], attack: Attack, inside: Inside
) -> Joining:
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
        grounds=tuple(obligation(g.commitment, state, g.to, g.attack, g.role, inside) for g in told),
        alone=_hanging_on(state, edges, attack),
    )


def _edges(grounds: Iterable[Ground]) -> dict[Pair, set[Pair]]:
    """Which fight leads to which."""
    edges: dict[Pair, set[Pair]] = {}
    for g in grounds:
        cause = (g.foe, g.to) if g.role == "attacked" else (g.to, g.foe)
        edges.setdefault(cause, set()).add((g.state, g.foe))
    return edges


def _hanging_on(state: str, edges: dict[Pair, set[Pair]], attack: Attack) -> tuple[str, ...]:
    """The states that come in by no way that leaves ``state`` out."""
    begun = {*attack.attackers, *attack.targets}
    everyone = {pair[0] for pairs in edges.values() for pair in pairs} - begun
    seen = {(a, b) for a in attack.attackers for b in attack.targets}
    agenda = deque(seen)
    while agenda:
        for pair in edges.get(agenda.popleft(), ()):
            if pair[0] != state and pair not in seen:
                seen.add(pair)
                agenda.append(pair)
    return tuple(sorted(everyone - {pair[0] for pair in seen} - {state}))


def _conflicts(found: Fights, commitments: Commitments) -> Iterator[Strife]:
    on = found.attack.on
    pairs = found.pairs
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
        treaties = {
            c.treaty.id: c.truth(a, b, on) == "met"
            for a, b in ((one, other), (other, one))
            for c in commitments.owed(b, on)
            if _peace(c) and a in c.by and c.truth(a, b, on) != "unmet"
        }
        if treaties:
            fought = pairs.get((one, other)) or pairs.get((other, one)) or False
            yield Strife("allies at war", one, other, tuple(sorted(treaties)), fought and any(treaties.values()))
    yield from _torn(_best(found.grounds))


def _torn(grounds: list[Ground]) -> Iterator[Strife]:
    """States that are drawn in for another and against it."""
    for state, friend in sorted({(g.state, g.to) for g in grounds}):
        for_ = [g for g in grounds if (g.state, g.to) == (state, friend)]
        against = [g for g in grounds if (g.state, g.foe) == (state, friend)]
        if against:
            treaties = tuple(sorted({g.commitment.treaty.id for g in (*for_, *against)}))
            yield Strife(
                "both sides", state, friend, treaties, all(any(g.certain for g in side) for side in (for_, against))
            )


def _peace(commitment: Commitment) -> bool:
    """Is it a duty to keep peace that war breaks? One that leaves self-defence free stands beside a duty of defence."""
    duty = commitment.duty
    free = duty.kind == "nonaggression" and any(c.kind == "art51" for c in duty.conditions)
    return duty.kind in _PEACE and not commitment.treaty.more_parties and not free
