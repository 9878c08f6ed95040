"""ATOP's member-level and alliance-level tables → treaties."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from foedus.datasets.acts import acts_of, parties_of
from foedus.datasets.codebook import Codebook, Pledge
from foedus.datasets.dates import date_of
from foedus.datasets.grouping import Owed, grouped
from foedus.datasets.members import Member, Slice, joined, kept, members_of, slices
from foedus.datasets.partners import owed_to
from foedus.datasets.states import Spell, States, listed
from foedus.datasets.table import Row, Table
from foedus.model import Condition, Duty, InputError, Treaty
from foedus.model.treaty import DutyKind

_LISTED: Final = 4
"""So many members stand in the name of an alliance; of more, their number does."""


def treaties_of(
    tables: Sequence[Table], book: Codebook, states: States, names: Mapping[str, str], faults: list[InputError]
) -> Iterator[Treaty]:
    """A treaty for each alliance, in the order of their numbers; an alliance of both tables as the member-level one."""
    members: dict[int, list[Row]] = {}
    whole: dict[int, Row] = {}
    for table in tables:
        for row in table.rows:
            try:
                number = row.number("atopid")
                if number is None:
                    raise row.fault("no number of an alliance in atopid", "mend the row")
                if "member" in table.columns:
                    members.setdefault(number, []).append(row)
                else:
                    whole[number] = row
            except InputError as error:
                faults.append(error)
    for number in sorted(members.keys() | whole.keys()):
        read = members_of(members[number], states) if number in members else _coarse(whole[number], states)
        found = _sound(kept(_sound(read, faults)), faults)
        if len({m.state for m in found}) > 1:
            yield _treaty(number, found, book, states, names)
        elif found:
            faults.append(found[0].row.fault(f"alliance {number} is left with one member", "add the others' rows"))


def _sound(made: Iterable[Member | InputError], faults: list[InputError]) -> list[Member]:
    """The members, while what cannot be used goes among the faults."""
    found = []
    for one in made:
        if isinstance(one, InputError):
            faults.append(one)
        else:
            found.append(one)
    return found


def _coarse(row: Row, states: States) -> Iterator[Member | InputError]:
    """Members of an alliance of which only the alliance-level row is there: all owe the same all the time."""
    try:
        first = date_of(row, "begyr", "begmo", "begday")
        last = date_of(row, "endyr", "endmo", "endday")
        if first is None or (last is None and not row.flag("ineffect")):
            raise row.fault("no year of begin or end", "mend the row")
        if last and last.last < first.first:
            raise row.fault(f"the alliance ends ({last.text}) before it begins ({first.text})", "mend a date")
        time = Spell(first.first, last.last if last else dt.date.max)
        numbers = [row.number(c) for c in sorted(row.values, key=_order) if c.startswith("mem") and c[3:].isdigit()]
    except InputError as error:
        yield error
        return
    for number in numbers:
        for state, part in states.over(number, time) if number is not None else ():
            begin = first.text if part.first == time.first else part.first.isoformat()
            end = (last.text if last else None) if part.last == time.last else part.last.isoformat()
            yield Member(state, 0, begin, end, part, first.first, row)


def _order(column: str) -> tuple[str, int]:
    return (column[:3], int(column[3:])) if column[3:].isdigit() else (column, 0)


def _treaty(number: int, members: Sequence[Member], book: Codebook, states: States, names: Mapping[str, str]) -> Treaty:
    row = members[0].row
    version = row.text("version")
    source = f"{book.name} {float(version):.2f}".rstrip("0") if version.replace(".", "", 1).isdigit() else book.name
    year = min(m.time.first for m in members).year
    ids = list(dict.fromkeys(m.state for m in members))
    who = listed(ids, names) if len(ids) <= _LISTED else f"{len(ids)} states"
    cow = row.number("cow4id")
    months = row.number("length")
    return Treaty(
        id=f"treaty:ATOP_{number}",
        names={"en": (f"Alliance of {who}, {year} ({book.name} {number})",)},
        parties=parties_of(members),
        acts=acts_of(members, book, source),
        duties=tuple(_duties(members, book, states, names, source)),
        duration=f"{months} months" if months else "",
        exit=book.exits.get(row.number("renounce") or 0, ""),
        observed=book.observed,
        sources=(f"{source}, alliance {number}", *([f"COW Formal Alliances, alliance {cow}"] if cow else [])),
    )


def _duties(
    members: Sequence[Member], book: Codebook, states: States, names: Mapping[str, str], source: str
) -> Iterator[Duty]:
    columns: dict[DutyKind, str] = {kind: pledge.column for kind, pledge in book.duties.items()}
    every = frozenset(m.state for m in members)
    life = Spell(min(m.time.first for m in members), max(m.time.last for m in members))
    running: dict[tuple[DutyKind, Owed[tuple[Condition, ...]]], list[Slice]] = {}
    for part in slices(members):
        for kind, pledge in book.duties.items():
            pledges = (
                (_conditions(m.row, kind, pledge, book, _against(m.row, part, states), names), m.state, to)
                for m in part.members
                if m.row.flag(pledge.column)
                for to in [owed_to(m, kind, columns, part.members)]
            )
            for owed in grouped(pledges):
                running.setdefault((kind, owed), []).append(part)
    for (kind, owed), parts in running.items():
        for time, within in joined(parts):
            yield Duty(
                kind=kind,
                text=book.duties[kind].text,
                by=() if every <= set(owed.by) else owed.by,
                to=() if every <= set(owed.to) else owed.to,
                within=None if time == life else within,
                conditions=owed.what,
                source=source,
            )


def _against(row: Row, part: Slice, states: States) -> tuple[str, ...]:
    """The adversaries that the table names: two at most (STATTHR1, STATTHR2)."""
    numbers = [row.number(column) for column in ("statthr1", "statthr2")]
    found = [id_ for n in numbers if n for id_, _ in states.over(n, part.time)]
    return tuple(dict.fromkeys(found))


def _conditions(
    row: Row, kind: DutyKind, pledge: Pledge, book: Codebook, against: tuple[str, ...], names: Mapping[str, str]
) -> tuple[Condition, ...]:
    kinds = [k for column, k in pledge.conditions.items() if row.flag(column)]
    if not any(column in row.values for column in pledge.conditions):
        kinds = ["other" for column, of in book.coarse.items() if of == kind and row.flag(column)]
    return tuple(
        Condition(kind=k, text=_told(book.texts.get(k, ""), against, names), states=against)
        if k == "adversary"
        else Condition(kind=k, text=book.texts.get(k, ""))
        for k in kinds
    )


def _told(text: str, against: Iterable[str], names: Mapping[str, str]) -> str:
    words = listed(list(against), names)
    return f"{text}: {words}" if words else text
