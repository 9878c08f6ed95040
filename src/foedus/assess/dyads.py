"""Directed dyad-years from the treaties, ATOP's unit of analysis: what holds on a day counts for its year."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from foedus.assess.commitments import ALLIANCE, Commitment, Commitments
from foedus.assess.terms import Term
from foedus.model import DyadYear, Truth

_TRUTHS: Final[tuple[Truth, ...]] = ("unmet", "open", "met")
_OPEN: Final = 1
_MET: Final = 2
_BOUND: Final = len(ALLIANCE)
"""Row of a table behind those of the pledges: are the two bound together at all?"""
Spans = dict[str, tuple["Span", ...]]
"""By state, its times: more than one where it left and came back."""
Table = list[bytearray]
"""A row for each kind of pledge, a byte for each year."""


class Span(NamedTuple):
    """Days from ``first`` to ``last`` on which it may be; from ``sure`` to ``surely`` it is. All are included."""

    first: dt.date
    last: dt.date
    sure: dt.date
    surely: dt.date

    def meet(self, other: "Span") -> "Span":
        """The days of both."""
        return Span(
            max(self.first, other.first),
            min(self.last, other.last),
            max(self.sure, other.sure),
            min(self.surely, other.surely),
        )


def dyads(commitments: Commitments, first: int, last: int) -> Iterator[DyadYear]:
    """Every two states bound together in a year from ``first`` to ``last``, in the order of their ids and years.

    Two are bound together while duties of one treaty name both, whoever owes them. The day on which a bond ends counts,
    as ATOP counts it. Where nothing dates a bond, it counts for no year.
    """
    found = _Years(first, last)
    named: dict[tuple[str, str | None], Spans] = {}
    for commitment in (c for c in commitments.all if c.duty.kind in ALLIANCE):
        within = _phase(commitment)
        by, to = (_spans(side, within) for side in (commitment.by, commitment.to))
        found.enter(ALLIANCE.index(commitment.duty.kind), by, to)
        named.setdefault((commitment.treaty.id, commitment.duty.within), {}).update({**by, **to})
    for spans in named.values():
        found.enter(_BOUND, spans, spans)
    for state, other in sorted(found.tables):
        *pledges, bound = found.tables[state, other]
        for n, truth in enumerate(bound):
            if truth:
                yield DyadYear(state, other, first + n, *(_TRUTHS[row[n]] for row in pledges))


class _Years:
    """Tables by pair of states; later entries only add."""

    def __init__(self, first: int, last: int) -> None:
        self.tables: dict[tuple[str, str], Table] = {}
        self._first, self._last = first, last

    def enter(self, row: int, by: Spans, to: Spans) -> None:
        """``by`` have it towards ``to`` while both are there."""
        for state, own in by.items():
            for other, others in to.items():
                for both in (one.meet(two) for one in own for two in others) if state != other else ():
                    begin, end = max(both.first.year, self._first), min(both.last.year, self._last)
                    if both.first <= both.last and begin <= end:
                        self._mark(self._table(state, other)[row], begin, end, both)

    def _mark(self, row: bytearray, begin: int, end: int, both: Span) -> None:
        sure, surely = max(both.sure.year, begin), min(both.surely.year, end)
        if both.sure > both.surely or sure > surely:
            sure, surely = end + 1, end
        for year in (*range(begin, sure), *range(surely + 1, end + 1)):
            row[year - self._first] = row[year - self._first] or _OPEN
        row[sure - self._first : surely + 1 - self._first] = bytes([_MET]) * (surely + 1 - sure)

    def _table(self, state: str, other: str) -> Table:
        table = self.tables.get((state, other))
        if table is None:
            years = self._last - self._first + 1
            table = self.tables[state, other] = [bytearray(years) for _ in range(_BOUND + 1)]
        return table


def _spans(terms: Mapping[str, Term], within: Span | None) -> Spans:
    """Each state's times, within a phase; states without a dated one are left out."""
    spans = {state: found for state, term in terms.items() if (found := tuple(_times(term)))}
    return {state: tuple(s.meet(within) for s in found) for state, found in spans.items()} if within else spans


def _times(term: Term) -> Iterator[Span]:
    """A party's time, and those after it came back."""
    now: Term | None = term
    while now is not None:
        if span := _span(now):
            yield span
        now = now.again


def _span(term: Term) -> Span | None:
    """A party's time; None where nothing tells when it begins. Signature alone makes it open from then.

    A suspension ends it, but for one that was lifted: that leaves the party bound before and after.
    """
    ends = sorted((e for e in term.ends if e.back is None), key=lambda e: e.first)
    over, surely = (min((e.last for e in ends), default=dt.date.max), ends[0].first if ends else dt.date.max)
    if term.begin is not None:
        return Span(term.begin.first, over, term.begin.last, surely) if term.begin.last < dt.date.max else None
    if term.signed is not None and term.signed.last < dt.date.max:
        return Span(term.signed.first, over, dt.date.max, dt.date.min)
    return None


def _phase(commitment: Commitment) -> Span | None:
    """The time of a phase: there the end is the first day on which it does not run any more."""
    if commitment.phase is None:
        return None
    span = _span(commitment.phase)
    day = dt.timedelta(1)
    if span is None or not commitment.phase.ends:
        return span
    return span._replace(last=span.last - day, surely=span.surely - day)
