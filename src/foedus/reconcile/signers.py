"""Signers: who set their hand to an act on a treaty, where reports name others."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from foedus.model import Dispute, Interval, Treaty
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item
from foedus.reconcile.shingles import Groups
from foedus.reconcile.sites import Sites

_SIGNED: Final = ("treaty.sign", "treaty.exchange")
_STATE: Final = re.compile(r"[A-Z]{3}")
_BILATERAL: Final = 2


def signers_in_dispute(acts: Iterable[Happening], treaty: str, filed: Treaty | None, sites: Sites) -> Iterator[Dispute]:
    """Disputes on the persons who acted for one side, and on a state that is no party.

    Several may sign for one state, and a report may name but some of them: only those that no report names together are
    set against each other. An article that names both tells of both.
    """
    parties = frozenset(p.state for p in filed.parties) if filed else _of_id(treaty)
    for act in acts:
        if act.once and act.type in (*_SIGNED, "treaty.ratify"):
            yield from _persons(act, sites)
        if act.once and act.type in _SIGNED and not act.many and len(parties) == _BILATERAL:
            yield from _strangers(act, parties)


def _persons(act: Happening, sites: Sites) -> Iterator[Dispute]:
    sides: dict[str, list[tuple[Item, frozenset[str]]]] = {}
    for item in act.items:
        for state in sorted({state for _, state in item.people}) if item.done() else ():
            sides.setdefault(state, []).append((item, frozenset(who for who, of in item.people if of == state)))
    for state in sorted(sides):
        groups = _named_together(sides[state])
        if len(groups) > 1:
            told = [side("+".join(sorted(who)), items, act.witnesses.of) for who, items in groups]
            yield dispute("actors", act, told, _finding(act, state, [who for who, _ in groups], sites), part=state)


def _named_together(named: Sequence[tuple[Item, frozenset[str]]]) -> list[tuple[frozenset[str], list[Item]]]:
    """Persons that some article names together, with the claims that name one of them; the most claims first."""
    groups, seen = Groups(), dict[str, int]()
    for n, (item, people) in enumerate(named):
        for name in (f"article {item.claim.article}", *people):
            groups.join(n, seen.setdefault(name, n))
    found: dict[int, tuple[set[str], list[Item]]] = {}
    for n, (item, people) in enumerate(named):
        who, items = found.setdefault(groups.root(n), (set(), []))
        who.update(people)
        items.append(item)
    return sorted(((frozenset(w), i) for w, i in found.values()), key=lambda g: (-len(g[1]), sorted(g[0])))


def _finding(act: Happening, state: str, named: Sequence[frozenset[str]], sites: Sites) -> Finding:
    """Who held no office of the state then can hardly have acted for it, where the others did."""
    told = " against ".join("+".join(sorted(who)) for who in named)
    day = act.interval()
    out = [who for who in named if day and not any(_may_act(one, state, day, sites) for one in who)]
    if out and len(out) < len(named):
        names = ", ".join(sorted({one for who in out for one in who}))
        return Finding("likely_error", f"{told}: {names} held no office of {state} on {day}")
    return Finding("contradiction", f"{told}: no report names them together")


def _may_act(person: str, state: str, day: Interval, sites: Sites) -> bool:
    terms = sites.terms(person)
    return not terms or any(of == state and time.meets(day) for of, time in terms)


def _strangers(act: Happening, parties: frozenset[str]) -> Iterator[Dispute]:
    """A state that signs a treaty of two others."""
    done = [(i, frozenset(a for a in i.actors if _STATE.fullmatch(a))) for i in act.items if i.done()]
    odd = [(i, states) for i, states in done if states - parties]
    own = [i for i, states in done if states and states <= parties]
    if not odd or not own or {i.claim.article for i, _ in odd} & {i.claim.article for i in own}:
        return
    by_value: Mapping[str, list[Item]] = _by_value(odd)
    sides = [side("+".join(sorted(parties)), own, act.witnesses.of)]
    sides += [side(value, by_value[value], act.witnesses.of) for value in sorted(by_value)]
    strange = ", ".join(sorted({s for _, states in odd for s in states - parties}))
    reason = f"{strange} is no party of {act.treaty}, which is of {' and '.join(sorted(parties))}"
    yield dispute("actors", act, sides, Finding("likely_error", reason), part="parties")


def _by_value(odd: Iterable[tuple[Item, frozenset[str]]]) -> dict[str, list[Item]]:
    values: dict[str, list[Item]] = {}
    for item, states in odd:
        values.setdefault("+".join(sorted(states)), []).append(item)
    return values


def _of_id(treaty: str) -> frozenset[str]:
    return frozenset(_STATE.findall(treaty.partition(":")[2]))
