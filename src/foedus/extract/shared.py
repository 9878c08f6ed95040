"""Times that date more than the predicate nearest to them: "in July they met and signed", "on 12 January, when …"."""

from collections.abc import Sequence, Set
from typing import Final

from foedus.expressions.times import TimeMention
from foedus.extract.chunks import Chunk
from foedus.extract.verbgroups import VerbGroup

_NEAR: Final = 4  # chunks between a time and the clause that it opens


def share(
    row: Sequence[Chunk], found: dict[int, list[TimeMention]], when: Set[str], meanwhile: Set[str], days: Set[str]
) -> dict[int, list[TimeMention]]:
    """``found`` with the times of predicates that have none of their own.

    A time before a verb dates the verbs of the same tense that are joined to it, and a day right behind it too. What a
    clause with one of the words ``when`` tells is of the time right before it; one with ``meanwhile`` is of the time
    of its main clause. ``days`` are nouns that stand for the time before them: "13 March, the *day* on which …".
    """
    shared = dict(found)
    for n, chunk in enumerate(row):
        time = _of_day(row, n, days) if chunk.kind == "np" and not days.isdisjoint(chunk.words) else None
        told = next((k for k in range(n, min(n + 8, len(row))) if row[k].kind == "vg"), None)
        relative = any(c.kind in ("rel", "that", "sub") for c in row[n + 1 : n + 4])
        at = told if relative else n
        if time is not None and at is not None and at not in shared:
            shared[at] = [time]
    for n, chunk in enumerate(row):
        if "with" in chunk.relations and chunk.has("trigger") and n not in shared:
            time = _by_means(row, n, shared)
            shared |= {n: [time]} if time is not None else {}
    for n, chunk in enumerate(row):
        verb = chunk.verb
        if verb is None or not verb.finite or n in shared:
            continue
        time = _of_clause(row, n, when) or _joined(row, n, verb, shared) or _beside(row, n, verb, shared, meanwhile)
        if time is not None:
            shared[n] = [time]
    return shared


def _of_clause(row: Sequence[Chunk], n: int, when: Set[str]) -> TimeMention | None:
    """«Il 12 gennaio, quando il premier arrivò»: the time right before the clause's word."""
    opener = _opener(row, n)
    if opener is None or row[opener].kind != "sub" or not row[opener].words or row[opener].words[0] not in when:
        return None
    for k in range(opener - 1, max(-1, opener - 1 - _NEAR), -1):
        time = row[k].time
        if row[k].kind == "time" and time is not None:
            return time if time.kind in ("point", "interval") else None
        if row[k].kind not in ("np", "punct", "other"):
            return None
    return None


def _of_day(row: Sequence[Chunk], n: int, days: Set[str]) -> TimeMention | None:
    """«Il 13 marzo, giorno in cui …», «le 4 décembre, jour de l'entrée en vigueur»: the time right before the noun."""
    before = [c for c in row[max(0, n - 2) : n] if c.words != (",",)]
    time = before[-1].time if before and before[-1].kind == "time" else None
    return time if time is not None and time.kind == "point" else None


def _by_means(row: Sequence[Chunk], n: int, found: dict[int, list[TimeMention]]) -> TimeMention | None:
    """«Entered into force on 4 December, with the exchange of …»: the day right before it, of what it brought about."""
    before = [k for k in range(max(0, n - 2), n) if row[k].words != (",",)]
    time = row[before[-1]].time if before and row[before[-1]].kind == "time" else None
    verb = next((k for k in range(n - 1, -1, -1) if row[k].kind == "vg"), None)
    told = time is not None and time.kind == "point" and time.when.granularity == "day"
    return time if told and verb is not None and any(t is time for t in found.get(verb, [])) else None


def _opener(row: Sequence[Chunk], n: int) -> int | None:
    """Place of the word that opens the clause of the verb at ``n``, None where another verb stands before it."""
    for k in range(n - 1, -1, -1):
        if row[k].kind in ("sub", "that", "rel"):
            return k
        if row[k].verb is not None and row[k].kind == "vg":
            return None
        if row[k].kind == "time":
            return None
    return None


def _joined(row: Sequence[Chunk], n: int, verb: VerbGroup, found: dict[int, list[TimeMention]]) -> TimeMention | None:
    """«In July they met and signed»: the time of the verb before, which stands before that one or right behind it."""
    if not n or row[n - 1].kind != "conj" or verb.modal or verb.negated or (verb.tense == "pres" and not verb.perfect):
        return None
    for k in range(n - 2, -1, -1):
        other = row[k].verb
        if row[k].kind in ("sub", "that", "rel") or row[k].words == (";",):
            return None
        if other is None or not other.finite:
            continue
        if (other.tense, other.mood, other.perfect) != (verb.tense, verb.mood, verb.perfect) or k not in found:
            return None
        return _leading(row, k, found[k][0])
    return None


def _leading(row: Sequence[Chunk], k: int, time: TimeMention) -> TimeMention | None:
    at = next((m for m, c in enumerate(row) if c.time is time), None)
    day = time.when.granularity == "day"
    led = at is not None and (at < k or (day and at == k + 1))
    return time if led and time.kind in ("point", "interval") else None


def _beside(
    row: Sequence[Chunk], n: int, verb: VerbGroup, found: dict[int, list[TimeMention]], meanwhile: Set[str]
) -> TimeMention | None:
    """«Ieri i premier hanno firmato, mentre i ministri hanno siglato»: the time of the main clause before."""
    opener = _opener(row, n)
    if opener is None or row[opener].kind != "sub" or not row[opener].words or row[opener].words[0] not in meanwhile:
        return None
    for k in range(opener - 1, -1, -1):
        other = row[k].verb
        if other is None or not other.finite:
            continue
        if (other.tense, other.mood, other.perfect) != (verb.tense, verb.mood, verb.perfect) or k not in found:
            return None
        time = found[k][0]
        return time if time.kind == "point" and time.when.granularity == "day" else None
    return None
