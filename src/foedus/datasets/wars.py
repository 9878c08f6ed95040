"""The Correlates of War's table of inter-state wars → wars of the model."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from foedus.datasets.dates import Date, date_of
from foedus.datasets.states import Spell, States
from foedus.datasets.table import Row, Table
from foedus.model import Fighter, InputError, War
from foedus.model.war import Fought
from foedus.packs.load import DATA, load

_PERIODS: Final = ("1", "2")
_SIDES: Final = (1, 2)
_GOES_ON: Final = "-7"
"""COW's code for an end that lay after the table's."""


class Book(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``regions``: code of WhereFought → regions; ``homes``: limit of state numbers → region; ``both``: who has two."""

    name: str
    link: str
    tables: dict[str, tuple[str, ...]]
    regions: dict[int, tuple[int, ...]]
    homes: dict[int, int]
    both: dict[int, tuple[int, ...]]

    def home(self, number: int) -> frozenset[int]:
        """The regions in which a state lies; none for a number beyond all limits."""
        regions = [region for limit, region in sorted(self.homes.items()) if number < limit]
        return frozenset(self.both.get(number) or regions[:1])


def load_book() -> Book:
    """What the variables of the table mean. Raises PackError."""
    return load(DATA / "datasets" / "wars.yaml", Book)


def wars_of(tables: Sequence[Table], book: Book, states: States, faults: list[InputError]) -> Iterator[War]:
    """A war for each number, in their order; a row that cannot be used is a fault."""
    names: dict[int, str] = {}
    fighters: dict[int, list[Fighter]] = {}
    for row in (row for table in tables for row in table.rows):
        try:
            number = row.number("warnum")
            if number is None:
                raise row.fault("no number of a war in warnum", "mend the row")
            fighters.setdefault(number, []).extend(list(_fighters(row, book, states)))
            names.setdefault(number, row.text("warname"))
        except InputError as error:
            faults.append(error)
    for number in sorted(names):
        yield War(f"war:COW_{number}", {"en": (names[number],)}, tuple(fighters[number]), book.name)


def _fighters(row: Row, book: Book, states: States) -> Iterator[Fighter]:
    number, side = row.number("ccode"), row.number("side")
    if number is None or side not in _SIDES:
        raise row.fault("ccode and side are not a state and 1 or 2", "mend the row")
    for period in _PERIODS:
        start = date_of(row, *(f"start{part}{period}" for part in ("year", "month", "day")))
        if start is None:
            continue
        end = date_of(row, *(f"end{part}{period}" for part in ("year", "month", "day")))
        last = _last(row, end, period)
        if last < start.first:
            raise row.fault(f"it ends ({end and end.text}) before it starts ({start.text})", "mend a date")
        # A number that stands for several states means the one of the first day.
        (state, _), *_ = states.over(number, Spell(start.first, last))
        when = f"{start.text}/{end.text if end else '..'}"
        yield Fighter(state, side, when, row.flag("initiator"), _fought(row, number, book))


def _last(row: Row, end: Date | None, period: str) -> dt.date:
    if end is None and row.text(f"endyear{period}") != _GOES_ON:
        raise row.fault(f"no endyear{period}", "mend the row; -7 is for a war that goes on")
    return end.last if end else dt.date.max


def _fought(row: Row, number: int, book: Book) -> Fought | None:
    there, home = book.regions.get(row.number("wherefought") or 0), book.home(number)
    if not there or not home:
        return None
    return "abroad" if home.isdisjoint(there) else "home" if home.issuperset(there) else "both"
