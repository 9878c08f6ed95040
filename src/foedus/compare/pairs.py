"""Pairs: which event of the later picture is which one of the earlier."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from foedus.model import Claim, Event, Reading

Word = tuple[str, str, str]
"""Article, type and wording of a claim: what stays of it when its article is read anew."""


class _Known(Protocol):
    @property
    def readings(self) -> Iterable[Reading]: ...

    @property
    def events(self) -> Iterable[Event]: ...


class Pairs(NamedTuple):
    """``both`` are (earlier, later); ``now`` has where an event that is gone went, ``before`` whence a new one came."""

    both: tuple[tuple[Event, Event], ...]
    gone: tuple[Event, ...]
    new: tuple[Event, ...]
    now: Mapping[str, str]
    before: Mapping[str, str]


def paired_events(old: _Known, new: _Known) -> Pairs:
    """By id first, then by most shared claims; in doubt by id. Each event is in one pair at most."""
    olds, news = {e.id: e for e in old.events}, {e.id: e for e in new.events}
    was, now = _words(old), _words(new)
    taken = {id_: id_ for id_ in olds if id_ in news}
    shared = _shared(olds, news, was, now)
    for _, a, b in shared:
        if a not in taken and b not in taken.values():
            taken[a] = b
    later = set(taken.values())
    into, out_of = {a: b for _, a, b in reversed(shared)}, {b: a for _, a, b in reversed(shared)}
    return Pairs(
        tuple((olds[a], news[b]) for a, b in sorted(taken.items(), key=lambda pair: pair[1])),
        tuple(olds[a] for a in sorted(olds) if a not in taken),
        tuple(news[b] for b in sorted(news) if b not in later),
        {a: into[a] for a in sorted(olds) if a not in taken and a in into},
        {b: out_of[b] for b in sorted(news) if b not in later and b in out_of},
    )


def words_of(claim: Claim) -> Word:
    """What a claim is known by in two pictures."""
    return claim.article, claim.type, claim.evidence.text


def _words(known: _Known) -> dict[str, set[Word]]:
    """The claims of each event."""
    claims: dict[str, set[Word]] = {}
    for reading in known.readings:
        for claim in reading.claims:
            claims.setdefault(claim.id, set()).add(words_of(claim))
    return {e.id: {word for c in e.claims for word in claims.get(c, ())} for e in known.events}


def _shared(
    olds: Iterable[str], news: Iterable[str], was: Mapping[str, set[Word]], now: Mapping[str, set[Word]]
) -> list[tuple[int, str, str]]:
    """Events that share claims, with how many, the most first."""
    holders: dict[Word, list[str]] = {}
    for b in news:
        for word in now[b]:
            holders.setdefault(word, []).append(b)
    counts: dict[tuple[str, str], int] = {}
    for a in olds:
        for word in was[a]:
            for b in holders.get(word, ()):
                counts[a, b] = counts.get((a, b), 0) + 1
    return sorted(((n, a, b) for (a, b), n in counts.items()), key=lambda one: (-one[0], one[1], one[2]))
