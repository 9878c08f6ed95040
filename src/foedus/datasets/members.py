"""Members of an alliance: a state's time in one phase of it, with the row that tells what it owes."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from foedus.datasets.dates import date_of
from foedus.datasets.states import Spell, States
from foedus.datasets.table import Row
from foedus.model import InputError


class Member(NamedTuple):
    """``state`` (an id) from ``entry`` to ``exit`` (EDTF; None: still in it) in a ``phase``; ``time`` the days.

    ``joined`` is the first day of the membership that the row tells of, also where it is that of a state before it
    under the same number.
    """

    state: str
    phase: int
    entry: str
    exit: str | None
    time: Spell
    joined: dt.date
    row: Row


def members_of(rows: Iterable[Row], states: States) -> Iterator[Member | InputError]:
    """Rows of one alliance in ATOP's member-level table, or the reason why a row cannot be used."""
    seen: list[Member] = []
    for row in rows:
        try:
            made = list(_members(row, states))
            for member in made:
                _overlap(member, seen)
        except InputError as error:
            yield error
            continue
        seen += made
        yield from made


def _members(row: Row, states: States) -> Iterator[Member]:
    number = row.number("member")
    if number is None:
        raise row.fault("no state number in member", "mend the row")
    entry = date_of(row, "yrent", "moent", "dayent")
    if entry is None:
        raise row.fault(f"member {number} has no year of entry", "mend yrent")
    left = date_of(row, "yrexit", "moexit", "dayexit")
    if left is None and not row.flag("ineffect"):
        raise row.fault(f"member {number} has no year of exit, and is not in effect", "mend yrexit or ineffect")
    last = left.last if left else dt.date.max
    if last < entry.first:
        raise row.fault(f"member {number} leaves ({left and left.text}) before it joins ({entry.text})", "mend a date")
    phase = row.number("phase") or 0
    for state, time in states.over(number, Spell(entry.first, last)):
        begin = entry.text if time.first == entry.first else time.first.isoformat()
        end = (left.text if left else None) if time.last == last else time.last.isoformat()
        yield Member(state, phase, begin, end, time, entry.first, row)


def _overlap(member: Member, seen: Sequence[Member]) -> None:
    """The same state twice in one phase at a time: raises InputError. The day of a change counts for both."""
    for other in seen:
        if (other.state, other.phase) == (member.state, member.phase):
            both = member.time.meet(other.time)
            if both and both.last > both.first:
                raise member.row.fault(
                    f"{member.state} is in phase {member.phase} twice at a time, here and in {other.row.place}",
                    "mend the phase or the dates",
                )


def kept(members: Sequence[Member]) -> Iterator[Member | InputError]:
    """The members without those whose phase overlaps another one among the same states, each of which is a fault.

    Two phases at a time are none where a treaty goes on with two successors of a state apart from each other.
    """
    for n, member in enumerate(members):
        for other in members[:n]:
            both = member.time.meet(other.time)
            apart = member.state != other.state or member.phase == other.phase
            if apart or not both or both.last <= both.first:
                continue
            if shared := _partners(member, members, both) & _partners(other, members, both):
                yield member.row.fault(
                    f"phases {other.phase} and {member.phase} overlap for {member.state} and {min(shared)}, "
                    f"here and in {other.row.place}",
                    "mend the dates of one",
                )
                break
        else:
            yield member


def _partners(member: Member, members: Sequence[Member], time: Spell) -> set[str]:
    """The others of its phase at a time, for more than the day of a change."""
    meetings = ((m.state, m.time.meet(time)) for m in members if m.phase == member.phase and m.state != member.state)
    return {state for state, both in meetings if both and both.last > both.first}


class Slice(NamedTuple):
    """A time in which one set of members is under one phase; ``within`` in EDTF."""

    time: Spell
    within: str
    members: tuple[Member, ...]


def slices(members: Sequence[Member]) -> Iterator[Slice]:
    """The phases in order, cut where a member is away for a while. Joining and leaving for good is no cut."""
    for phase in sorted({m.phase for m in members}):
        own = [m for m in members if m.phase == phase]
        first = min(own, key=lambda m: m.time.first)
        last = max(own, key=lambda m: m.time.last)
        whole = Spell(first.time.first, last.time.last)
        cuts = sorted({c for m in own for c in _absences(m.state, members, own, whole)})
        for time in _parts(whole, cuts):
            begin = first.entry if time.first == whole.first else time.first.isoformat()
            end = (last.exit or "..") if time.last == whole.last else time.last.isoformat()
            present = tuple(m for m in own if m.time.meet(time))
            if present:
                yield Slice(time, begin if begin == end else f"{begin}/{end}", present)


def joined(parts: Sequence[Slice]) -> Iterator[tuple[Spell, str]]:
    """Times with their EDTF; those that follow each other without a day between are one."""
    open_: tuple[Spell, str] | None = None
    for part in sorted(parts, key=lambda p: p.time):
        if open_ and (part.time.first - open_[0].last).days <= 1:
            time = Spell(open_[0].first, max(open_[0].last, part.time.last))
            begin, end = open_[1].partition("/")[0], (part.within if time.last == part.time.last else open_[1])
            open_ = time, f"{begin}/{end.rpartition('/')[2]}"
            continue
        if open_:
            yield open_
        open_ = part.time, part.within
    if open_:
        yield open_


def _absences(state: str, members: Sequence[Member], own: Sequence[Member], whole: Spell) -> Iterator[dt.date]:
    """Days on which a slice begins because the state is away from then, or back again, while others stay."""
    every = [m.time for m in members if m.state == state]
    party = Spell(min(t.first for t in every), max(t.last for t in every))
    expected = party.meet(whole)
    spells = sorted(m.time for m in own if m.state == state)
    if expected is None:  # pragma: no cover  (its own rows lie in both)
        return
    day = expected.first
    for spell in spells:
        if (spell.first - day).days > 1:
            yield day
            yield spell.first
        day = spell.last + dt.timedelta(1) if spell.last < dt.date.max else spell.last
    if day <= expected.last and spells[-1].last < expected.last:
        yield day


def _parts(whole: Spell, cuts: Sequence[dt.date]) -> Iterator[Spell]:
    first = whole.first
    for cut in cuts:
        if first < cut <= whole.last:
            yield Spell(first, cut - dt.timedelta(1))
            first = cut
    yield Spell(first, whole.last)
