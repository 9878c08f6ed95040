"""The alliance table of the Correlates of War, directed dyads by spells → treaties."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from foedus.datasets.codebook import Codebook
from foedus.datasets.dates import date_of
from foedus.datasets.grouping import grouped
from foedus.datasets.states import Spell, States, listed
from foedus.datasets.table import Row, Table
from foedus.model import Act, Duty, InputError, Party, Treaty
from foedus.model.treaty import DutyKind

_LISTED: Final = 4


class Pair(NamedTuple):
    """``state`` is allied with ``other`` in a ``time``; ``within`` is that in EDTF; ``earlier``: it began before."""

    state: str
    other: str
    within: str
    time: Spell
    earlier: bool
    kinds: tuple[DutyKind, ...]


def treaties_of(
    tables: Sequence[Table], book: Codebook, states: States, names: Mapping[str, str], faults: list[InputError]
) -> Iterator[Treaty]:
    """A treaty for each alliance, in the order of their numbers."""
    pairs: dict[int, list[Pair]] = {}
    for row in (row for table in tables for row in table.rows):
        try:
            number = row.number("version4id")
            if number is None:
                raise row.fault("no number of an alliance in version4id", "mend the row")
            pairs.setdefault(number, []).extend(_pairs(row, book, states))
        except InputError as error:
            faults.append(error)
    for number in sorted(pairs):
        if pairs[number]:
            version = next((r.text("version") for t in tables for r in t.rows), "")
            yield _treaty(number, pairs[number], book, names, f"{book.name} {version}".strip())


def _pairs(row: Row, book: Codebook, states: States) -> Iterator[Pair]:
    one, two = row.number("ccode1"), row.number("ccode2")
    if one is None or two is None or one == two:
        raise row.fault("ccode1 and ccode2 are not two states", "mend the row")
    first = date_of(row, "dyad_st_year", "dyad_st_month", "dyad_st_day")
    last = date_of(row, "dyad_end_year", "dyad_end_month", "dyad_end_day")
    if first is None:
        raise row.fault("no dyad_st_year", "mend the row")
    end = last.last if last else dt.date.max
    if end < first.first:
        raise row.fault(f"the alliance ends ({last and last.text}) before it begins ({first.text})", "mend a date")
    kinds = tuple(kind for kind, pledge in book.duties.items() if row.flag(pledge.column))
    for state, here in states.over(one, Spell(first.first, end)):
        for other, there in states.over(two, here):
            begin = first.text if there.first == first.first else there.first.isoformat()
            over = (last.text if last else "..") if there.last == end else there.last.isoformat()
            within = begin if begin == over else f"{begin}/{over}"
            yield Pair(state, other, within, there, row.flag("left_censor"), kinds)


def _treaty(number: int, pairs: Sequence[Pair], book: Codebook, names: Mapping[str, str], source: str) -> Treaty:
    ids = list(dict.fromkeys(s for p in pairs for s in (p.state, p.other)))
    begin = min(p.time.first for p in pairs)
    who = listed(ids, names) if len(ids) <= _LISTED else f"{len(ids)} states"
    return Treaty(
        id=f"treaty:COW_{number}",
        names={"en": (f"Alliance of {who}, {begin.year} (COW {number})",)},
        parties=tuple(_parties(ids, pairs)),
        acts=tuple(_acts(ids, pairs, source)),
        duties=tuple(_duties(pairs, book, source, frozenset(ids))),
        observed=book.observed,
        sources=(f"{source}, alliance {number}",),
    )


def _parties(ids: Sequence[str], pairs: Sequence[Pair]) -> Iterator[Party]:
    end = max(p.time.last for p in pairs)
    for state in ids:
        last = max((p for p in pairs if state in p[:2]), key=lambda p: p.time.last)
        yield Party(state=state, until=last.within.rpartition("/")[2] if last.time.last < end else None)


def _acts(ids: Sequence[str], pairs: Sequence[Pair], source: str) -> Iterator[Act]:
    begin, end = min(p.time.first for p in pairs), max(p.time.last for p in pairs)
    joined: dict[str, list[str]] = {}
    for state in ids:
        first = min((p for p in pairs if state in p[:2]), key=lambda p: p.time.first)
        day = first.within.partition("/")[0]
        joined.setdefault(f"../{day}" if first.earlier and first.time.first == begin else day, []).append(state)
    for when in sorted(joined, key=lambda w: w.removeprefix("../")):
        yield Act(type="treaty.sign", actors=tuple(joined[when]), when=when, source=source)
    if end < dt.date.max:
        last = max(pairs, key=lambda p: p.time.last)
        yield Act(type="treaty.terminate", when=last.within.rpartition("/")[2], source=source)


def _duties(pairs: Sequence[Pair], book: Codebook, source: str, every: frozenset[str]) -> Iterator[Duty]:
    owed: dict[tuple[str, DutyKind], dict[str, set[str]]] = {}
    for pair in pairs:
        for kind in pair.kinds:
            owed.setdefault((pair.within, kind), {}).setdefault(pair.state, set()).add(pair.other)
    for (within, kind), to in sorted(owed.items(), key=lambda item: item[0]):
        for one in grouped((None, state, others) for state, others in to.items()):
            yield Duty(
                kind=kind,
                text=book.duties[kind].text,
                by=() if every <= set(one.by) else one.by,
                to=() if every <= set(one.to) else one.to,
                within=within,
                source=source,
            )
