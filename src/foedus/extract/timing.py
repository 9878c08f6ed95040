"""Which time belongs to which predicate: the nearest one that no clause boundary hides."""

import re
from collections.abc import Collection, Sequence

import msgspec

from foedus.expressions.times import TimeMention
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft

_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?")
_EVENTS = ("point", "interval", "since", "until", "before", "after")


def assign(row: Sequence[Chunk], acts: Collection[int] = (), year: int | None = None) -> dict[int, list[TimeMention]]:
    """Place of a predicate in the row → times that date it, the nearest first. Durations and sets date nothing.

    ``acts`` are places of predicates without verb or noun of action ("in vigore"); ``year`` is what "that year" means.
    """
    found: dict[int, list[tuple[int, TimeMention]]] = {}
    predicates = [n for n, c in enumerate(row) if n in acts or (_dates(c) and not _serves(row, n, acts))]
    for at, chunk in enumerate(row):
        if chunk.kind == "vg" and chunk.time is not None and chunk.time.kind in _EVENTS:
            found.setdefault(at, []).append((0, chunk.time))  # "has today signed"
        if chunk.kind != "time" or chunk.time is None or chunk.time.kind not in _EVENTS:
            continue
        law = at > 0 and row[at - 1].has("bill") and bool({"with", "by", "via"} & set(row[at - 1].relations))
        if at and "of" in chunk.relations and not law and (_noun(row[at - 1]) or row[at - 1].kind == "time"):
            continue  # "la tregua del 2020": it dates the noun; "il 5 luglio di quell'anno": read with the day
        time = _with_rest(chunk.time, row[at + 1] if at + 1 < len(row) else None, year)
        best = min(predicates, key=lambda n: _distance(row, at, n), default=None)
        if best is not None and _distance(row, at, best) < 60:
            found.setdefault(best, []).append((_distance(row, at, best), time))
    return {n: [time for _, time in sorted(near, key=lambda item: item[0])] for n, near in found.items()}


def _noun(chunk: Chunk) -> bool:
    return chunk.kind == "np" and not chunk.has("trigger")


def _with_rest(time: TimeMention, after: Chunk | None, year: int | None) -> TimeMention:
    """«Nello scorso mese di giugno» is June; "il 5 luglio di quell'anno" has the year last named, or none."""
    rest = after.time if after is not None and after.kind == "time" and "of" in after.relations else None
    if rest is None or rest.kind not in _EVENTS:
        return time  # "prolongé mercredi de cinq ans"
    if rest.when.interval:
        return rest
    day = time.when.interval or ""
    interval = f"{year:04}{day[4:]}" if year and _DATE.fullmatch(day) else None
    when = msgspec.structs.replace(time.when, interval=interval, basis="text" if interval else "none")
    return msgspec.structs.replace(time, when=when)


def _dates(chunk: Chunk) -> bool:
    return chunk.kind == "vg" or (chunk.kind == "np" and chunk.has("trigger"))


def _serves(row: Sequence[Chunk], n: int, acts: Collection[int]) -> bool:
    """ "Suspended its *application* in May", "will cease *to apply* in May": what only completes the act before it."""
    if not n or n - 1 not in acts or row[n - 1].kind != "vg":
        return False
    return (row[n].kind == "np" and not row[n].prep) or (row[n].verb is not None and row[n].group.form == "inf")


def _distance(row: Sequence[Chunk], at: int, n: int) -> int:
    """Words between, plus what each boundary on the way costs; a time just after a noun of action is the noun's."""
    low, high = sorted((at, n))
    cost = -20 if _set_apart(row, at, n) else 0
    for chunk in row[low + 1 : high]:
        if chunk.kind in ("that", "rel", "sub"):
            cost += 12
        elif chunk.kind == "punct":
            cost += 0 if at == 0 or (at == 1 and row[0].kind != "vg") else 4
        elif chunk.kind == "vg":
            cost += 8
        elif chunk.kind == "conj":
            cost += 2
        else:
            cost += 1
    chunk = row[n]
    if at + 1 < n and row[at + 1].kind == "conj":
        cost += 4  # "signed it on 9 May and bought …"
    if at + 1 == n and chunk.verb is not None and chunk.verb.finite and _act_before(row, at):
        cost += 8  # "the pact signed in September alarmed India"
    if chunk.verb is not None and not chunk.verb.finite and chunk.verb.form != "part":
        cost += 2
    if chunk.kind == "np":
        cost += 0 if at == n + 1 and not _undone(row, n) else 3
    if at < n and chunk.kind == "vg" and chunk.group.finite and _participle_between(row, at, n):
        cost += 6
    if at == n + 1 and chunk.kind == "vg":
        cost -= 2
    if at < n and chunk.kind == "vg" and chunk.verb and chunk.verb.finite:
        cost -= 1
    return cost


def _set_apart(row: Sequence[Chunk], at: int, n: int) -> bool:
    """«L'entrée en vigueur, le 11 septembre, de l'accord»: a date between commas inside the phrase of an act."""
    if at != n + 2 or at + 2 >= len(row) or row[n].kind != "np":
        return False
    commas = row[n + 1].words == row[at + 1].words == (",",)
    return commas and row[at + 2].kind == "np" and "of" in row[at + 2].relations


def _undone(row: Sequence[Chunk], n: int) -> bool:
    """«A révoqué sa ratification en novembre»: the time is that of the verb, for whose act the noun stands."""
    before = row[n - 1] if n else None
    return row[n].taken and before is not None and before.kind == "vg" and bool(row[n].of)


def _participle_between(row: Sequence[Chunk], at: int, n: int) -> bool:
    """«Le traité signé à Moscou en janvier est entré …»: a time before the verb, inside what a participle tells."""
    for chunk in reversed(row[:at]):
        if chunk.kind == "punct" or (chunk.verb is not None and chunk.verb.form != "part"):
            return False
        if chunk.verb is not None:
            return not any(c.kind == "punct" for c in row[at:n])
    return False


def _act_before(row: Sequence[Chunk], at: int) -> bool:
    """Does a participle or a noun of action stand before a time, in the same phrase?"""
    for chunk in reversed(row[:at]):
        if chunk.kind == "vg" and chunk.verb is not None:
            return chunk.verb.form == "part"
        if chunk.kind == "np" and chunk.has("trigger"):
            return True
        if chunk.kind not in ("np", "other"):
            return False
    return False


def _sharpest(resolved: Sequence[TimeMention]) -> TimeMention:
    """The nearest; "in six months, that is on 27 December": the finer one that lies in it."""
    first = resolved[0]
    whole = first.when.days()
    for time in resolved[1:]:
        days = time.when.days()
        if whole and days and first.kind == time.kind == "point" and days != whole and days.within(whole):
            return time
    return first


def _parted(row: Sequence[Chunk], one: TimeMention, two: TimeMention) -> bool:
    """Does an "and" stand between two times?"""
    places = [n for n, c in enumerate(row) if c.time is one or c.time is two]
    return len(places) == 2 and any(c.kind == "conj" for c in row[places[0] : places[1]])


def date(
    draft: Draft, times: dict[int, list[TimeMention]], row: Sequence[Chunk], fallback: int | None
) -> TimeMention | None:
    """Set ``draft.when`` from the times of its predicate; returns a time that stayed unresolved."""
    passed = draft.tail is not None and draft.tail < draft.row  # the vote, not what was voted on
    places = (draft.tail, draft.row) if passed else (draft.row, draft.tail)
    mine = next((times[n] for n in (*places, draft.verb_row) if n in times), None)
    if not mine and fallback is not None:
        mine = times.get(fallback)
    if not mine:
        return None
    resolved = [t for t in mine if t.when.interval]
    if mine[0].step and not mine[0].when.interval and resolved and _parted(row, mine[0], resolved[0]):
        resolved = []  # "l'a approuvé dix jours plus tard et l'autre chambre le 6": counted from the act before
    chosen = _sharpest(resolved) if resolved else mine[0]
    draft.when, draft.time = chosen.when, chosen
    draft.because.append(f"when:{chosen.kind}:{chosen.when.text}")
    return None if resolved else chosen
