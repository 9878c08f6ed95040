"""Disputes: new ones, those that are settled or gone, and verdicts that changed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from foedus.compare.pairs import Word, words_of
from foedus.model import Change, Dispute, Reading


class _Known(Protocol):
    @property
    def readings(self) -> Iterable[Reading]: ...

    @property
    def disputes(self) -> Iterable[Dispute]: ...


def disputes_changed(old: _Known, new: _Known, events: Mapping[str, str]) -> Iterator[Change]:
    """Disputes are the same by their id, or by field and event; ``events`` leads from earlier to later ids."""
    olds = {d.id: d for d in old.disputes if d.parts()}
    news = {d.id: d for d in new.disputes if d.parts()}
    pairs = _pairs(olds, news, events)
    taken = set(pairs.values())
    for id_ in sorted(news):
        if id_ not in taken:
            yield Change("dispute", "new", id_)
    was, now = _words(old), {word for words in _words(new).values() for word in words}
    for id_ in sorted(olds):
        if id_ not in pairs:
            yield Change("dispute", "settled" if _remains(olds[id_], was, now) else "gone", id_)
    for a, b in sorted(pairs.items(), key=lambda pair: pair[1]):
        before, after = _fields(olds[a]), _fields(news[b])
        for field, value in after.items():
            if before[field] != value:
                yield Change("dispute", "changed", b, field, before[field], value, a if a != b else "")


def _pairs(olds: Mapping[str, Dispute], news: Mapping[str, Dispute], events: Mapping[str, str]) -> dict[str, str]:
    pairs = {id_: id_ for id_ in olds if id_ in news}
    places: dict[tuple[str, str], list[str]] = {}
    for id_ in sorted(news):
        if id_ not in pairs:
            places.setdefault((news[id_].field, news[id_].event), []).append(id_)
    for id_ in sorted(olds):
        free = places.get((olds[id_].field, events.get(olds[id_].event, olds[id_].event)))
        if id_ not in pairs and free:
            pairs[id_] = free.pop(0)
    return pairs


def _words(known: _Known) -> dict[str, set[Word]]:
    words: dict[str, set[Word]] = {}
    for reading in known.readings:
        for claim in reading.claims:
            words.setdefault(claim.id, set()).add(words_of(claim))
    return words


def _remains(dispute: Dispute, was: Mapping[str, set[Word]], now: set[Word]) -> bool:
    """Are claims of two sides at least still there?"""
    held = [any(was.get(claim, set()) & now for claim in side.claims) for side in dispute.sides]
    return sum(held) > 1


def _fields(dispute: Dispute) -> dict[str, tuple[str, ...]]:
    return {
        "verdict": (dispute.verdict,),
        "sides": tuple(side.value for side in dispute.sides),
        "judgements": tuple(str(ruling.number) for ruling in dispute.judgements),
    }
