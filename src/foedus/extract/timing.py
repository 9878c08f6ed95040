"""Which time belongs to which predicate: the nearest one that no clause boundary hides."""

from collections.abc import Sequence

from foedus.expressions.times import TimeMention
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft

_EVENTS = ("point", "interval", "since", "until", "before", "after")


def assign(row: Sequence[Chunk]) -> dict[int, list[TimeMention]]:
    """Place of a predicate in the row → times that date it, the nearest first. Durations and sets date nothing."""
    found: dict[int, list[tuple[int, TimeMention]]] = {}
    predicates = [n for n, c in enumerate(row) if _dates(c)]
    for at, chunk in enumerate(row):
        if chunk.kind != "time" or chunk.time is None or chunk.time.kind not in _EVENTS:
            continue
        best = min(predicates, key=lambda n: _distance(row, at, n), default=None)
        if best is not None and _distance(row, at, best) < 60:
            found.setdefault(best, []).append((_distance(row, at, best), chunk.time))
    return {n: [time for _, time in sorted(near, key=lambda item: item[0])] for n, near in found.items()}


def _dates(chunk: Chunk) -> bool:
    return chunk.kind == "vg" or (chunk.kind == "np" and chunk.has("trigger"))


def _distance(row: Sequence[Chunk], at: int, n: int) -> int:
    """Words between, plus what each boundary on the way costs; a time just after a noun of action is the noun's."""
    low, high = sorted((at, n))
    cost = 0
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
    if chunk.verb is not None and not chunk.verb.finite and chunk.verb.form != "part":
        cost += 2
    if chunk.kind == "np":
        cost += 0 if at == n + 1 else 3
    if at < n and chunk.kind == "vg" and chunk.verb and chunk.verb.finite:
        cost -= 1
    return cost


def date(
    draft: Draft, times: dict[int, list[TimeMention]], row: Sequence[Chunk], fallback: int | None
) -> TimeMention | None:
    """Set ``draft.when`` from the times of its predicate; returns a time that stayed unresolved."""
    mine = times.get(draft.row) or (times.get(draft.verb_row) if draft.verb_row is not None else None)
    if not mine and fallback is not None:
        mine = times.get(fallback)
    if not mine:
        return None
    resolved = [t for t in mine if t.when.interval]
    chosen = resolved[0] if resolved else mine[0]
    draft.when = chosen.when
    draft.because.append(f"when:{chosen.kind}:{chosen.when.text}")
    return None if resolved else chosen
