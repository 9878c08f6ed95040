"""State numbers of the Correlates of War → ids of states, as the number may stand for several one after the other."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from foedus.datasets.dates import date_of
from foedus.datasets.table import Row, Table
from foedus.model import InputError, Interval
from foedus.packs.world import CowCode, State, World

_DAY: Final = dt.timedelta(1)
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# ISO 3166-1 leaves these alpha-3 codes to users: QMA-QZZ, XAA-XZZ (here to XXZ), AAA-AAZ. No state will ever have one.
_USER: Final = tuple(
    f"{a}{b}{c}"
    for a, second in (("Q", _LETTERS[12:]), ("X", _LETTERS[:24]), ("A", "A"))
    for b in second
    for c in _LETTERS
)


class Spell(NamedTuple):
    """From the ``first`` to the ``last`` day, both included."""

    first: dt.date
    last: dt.date

    def meet(self, other: "Spell") -> "Spell | None":
        """The days of both; None when there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Spell(first, last) if first <= last else None

    def edtf(self) -> str:
        """As an EDTF interval, the ends of time being open."""
        return str(_interval(self))


ALWAYS: Final = Spell(dt.date.min, dt.date.max)
_ALWAYS: Final = "../.."


class States:
    """State numbers with their ids. ``codes`` and ``spells`` are the two COW tables, each may be None."""

    def __init__(self, world: World, codes: Table | None, spells: Table | None) -> None:
        self._world = world
        self.faults: list[InputError] = []
        self._names: dict[int, tuple[str, str]] = {}
        self._spells: dict[int, list[Spell]] = {}
        self._known: dict[int, list[State]] = {}
        self._new: dict[int, State] = {}
        self._used: set[int] = set()
        self._begin = dt.date.min
        for state in world.states.values():
            if state.cow:
                self._known.setdefault(state.cow.number, []).append(state)
        self._take(codes, ("stateabb", "ccode", "statenme"))
        self._take(spells, ("stateabb", "ccode", "statenme"))
        self._live(spells)

    def over(self, number: int, time: Spell) -> list[tuple[str, Spell]]:
        """The states that a number means within a time, in order, each with its part of that time."""
        self._used.add(number)
        parts = ((id_, time.meet(part)) for id_, part in self._parts(number))
        return [(id_, part) for id_, part in parts if part]

    def new(self) -> list[State]:
        """The states that were asked for and that no pack has."""
        return [self._new[number] for number in sorted(self._new)]

    def existed(self) -> dict[str, tuple[str, ...]]:
        """Further times of the states that were asked for and that a pack has, by id."""
        found: dict[str, tuple[str, ...]] = {}
        for number in sorted(self._used & self._known.keys()):
            for id_, part in self._parts(number):
                own = self._world.states[id_].exists
                times = (spell.meet(part) for spell in self._spells.get(number, ()))
                more = [t for t in times if t and not (own and _interval(t).within(Interval.parse(own)))]
                if more:
                    found[id_] = tuple(text for t in more for text in self._told(t))
        return dict(sorted(found.items()))

    def _told(self, time: Spell) -> tuple[str, ...]:
        """In EDTF, which has no interval that is open at both ends: such a time is told as before and after."""
        return (f"../{self._begin}", f"{self._begin}/..") if time == ALWAYS else (time.edtf(),)

    def _parts(self, number: int) -> Iterator[tuple[str, Spell]]:
        """The states of a number, one after the other; where none of several fits, the one that lasts."""
        states = self._known.get(number, [])
        if len(states) < 2:
            yield (states[0] if states else self._made(number)).id, ALWAYS
            return
        ended = sorted((_spell(s.exists), s.id) for s in states if s.exists and not s.exists.endswith(".."))
        lasting = next((s.id for s in states if s.exists and s.exists.endswith("..")), states[0].id)
        day = dt.date.min
        for spell, id_ in ended:
            if spell.first > day:
                yield lasting, Spell(day, spell.first - _DAY)
            yield id_, Spell(max(day, spell.first), spell.last)
            day = spell.last + _DAY
        yield lasting, Spell(day, dt.date.max)

    def _made(self, number: int) -> State:
        """A state of its own: with COW's letters where they are free, else a code that ISO leaves to users."""
        if number not in self._new:
            letters, name = self._names.get(number, ("", f"State {number} of the Correlates of War"))
            taken = self._world.states.keys() | {s.id for s in self._new.values()}
            free = len(letters) == 3 and letters.isalpha() and letters.isupper() and letters not in taken
            id_ = letters if free else next(c for c in (*_USER[number % 988 :], *_USER) if c not in taken)
            lived = self._spells.get(number)
            exists = Spell(min(lived).first, max(s.last for s in lived)).edtf() if lived else None
            code = CowCode(number, letters or id_)
            self._new[number] = State(id_, {"en": (name,)}, {}, cow=code, exists=None if exists == _ALWAYS else exists)
        return self._new[number]

    def _take(self, table: Table | None, columns: tuple[str, str, str]) -> None:
        for row, number in self._numbered(table, columns[1], report="styear" not in (table.columns if table else ())):
            if number not in self._names:
                self._names[number] = (row.text(columns[0]), row.text(columns[2]))

    def _live(self, table: Table | None) -> None:
        """Spells of system membership; those that touch the ends of the table are open there."""
        found: list[tuple[int, dt.date, dt.date]] = []
        for row, number in self._numbered(table, "ccode"):
            try:
                first, last = (_day(row, side) for side in ("st", "end"))
                if last < first:
                    raise row.fault(f"state {number} ends before it begins", "mend one of the two dates")
                found.append((number, first, last))
            except InputError as error:
                self.faults.append(error)
        if found:
            begin, end = min(f for _, f, _ in found), max(last for _, _, last in found)
            self._begin = begin
            for number, first, last in found:
                spell = Spell(dt.date.min if first == begin else first, dt.date.max if last == end else last)
                self._spells.setdefault(number, []).append(spell)

    def _numbered(self, table: Table | None, column: str, report: bool = True) -> Iterator[tuple[Row, int]]:
        for row in table.rows if table else ():
            try:
                number = row.number(column)
                if number is None:
                    raise row.fault(f"no state number in {column}", "mend the row")
                yield row, number
            except InputError as error:
                self.faults.extend([error] * report)


def _day(row: Row, side: str) -> dt.date:
    date = date_of(row, f"{side}year", f"{side}month", f"{side}day")
    if date is None:
        raise row.fault(f"no {side}year", "mend the row")
    return date.first if side == "st" else date.last


def _spell(text: str) -> Spell:
    days = Interval.parse(text)
    return Spell(days.first or dt.date.min, days.last or dt.date.max)


def _interval(spell: Spell) -> Interval:
    first = None if spell.first == dt.date.min else spell.first
    return Interval(first, None if spell.last == dt.date.max else spell.last)


def listed(ids: Iterable[str], names: Mapping[str, str]) -> str:
    """Such as "Austria-Hungary, Germany and Italy"."""
    words = [names.get(i, i) for i in ids]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
