"""Commitments: the duties of all treaties with the states that they bind and those to whom they are owed."""

import datetime as dt
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Final, NamedTuple

from foedus.assess.terms import Term, Terms
from foedus.assess.turns import Turn
from foedus.model import Duty, DutyKind, Treaty, Truth

ALLIANCE: Final[tuple[DutyKind, ...]] = ("defense", "offense", "neutrality", "nonaggression", "consultation")
"""The obligation types of the ATOP codebook, which make an alliance."""
MUTUAL: Final[tuple[DutyKind, ...]] = (*ALLIANCE, "collective_security")
"""Kinds of duty that a party owes to other parties when one of them is at war."""


class Commitment(NamedTuple):
    """A duty: ``by`` the terms of those whom it binds, ``to`` of those to whom it is owed, by state."""

    treaty: Treaty
    duty: Duty
    by: dict[str, Term]
    to: dict[str, Term]
    phase: Term | None

    def truth(self, state: str, other: str, on: dt.date) -> Truth:
        """Are both bound by it on that day?"""
        return least([self.by[state].truth(on), self.to[other].truth(on), self.runs(on)])

    def runs(self, on: dt.date) -> Truth:
        """Was the duty laid down so on that day?"""
        return self.phase.truth(on) if self.phase else "met"


class Commitments:
    """The duties of some ``kinds`` of the treaties, to be asked by the state to which they are owed.

    Those of a treaty are made when one of its parties is first asked for: a question needs few of all.
    """

    def __init__(self, terms: Terms, kinds: Collection[DutyKind] = MUTUAL) -> None:
        self.terms = terms
        self._kinds = kinds
        self._made: dict[str, list[Commitment]] = {}
        self._to: dict[str, list[Commitment]] = {}
        self._treaties: dict[str, dict[str, Treaty]] = {}
        for treaty in terms.treaties.values():
            for party in treaty.parties:
                self._treaties.setdefault(party.state, {})[treaty.id] = treaty

    @cached_property
    def all(self) -> list[Commitment]:
        """The duties of all treaties, in the order of the ids."""
        return [commitment for treaty in self.terms.treaties.values() for commitment in self._of(treaty)]

    def to(self, state: str) -> list[Commitment]:
        """The duties that are, were or will be owed to a state."""
        if state not in self._to:
            treaties = self._treaties.get(state, {}).values()
            self._to[state] = [c for treaty in treaties for c in self._of(treaty) if state in c.to]
        return self._to[state]

    def _of(self, treaty: Treaty) -> list[Commitment]:
        if treaty.id not in self._made:
            self._made[treaty.id] = list(_of(treaty, self.terms, self._kinds))
        return self._made[treaty.id]

    def owed(self, state: str, on: dt.date) -> list[Commitment]:
        """The duties owed to a state that are not certainly out of time on that day, in the order of the ids."""
        return [c for c in self.to(state) if c.to[state].truth(on) != "unmet" and c.runs(on) != "unmet"]

    def past(self, state: str, on: dt.date) -> list[Commitment]:
        """Those that are certainly out of time on that day, of treaties signed or begun by then.

        An earlier or later wording is none of them while the provision runs in another one.
        """
        known = self.to(state)
        running = [c for c in known if c.runs(on) != "unmet"]
        return [
            c
            for c in known
            if c.to[state].opened(on)
            and (
                c.to[state].truth(on) == "unmet"
                if c.runs(on) != "unmet"
                else not any(_continues(r, c) for r in running)
            )
        ]


def _continues(running: Commitment, other: Commitment) -> bool:
    """Is it the same provision, in another wording, for all whom the other one bound?"""
    named = ((c.treaty.id, c.duty.kind, c.duty.article) for c in (running, other))
    return len(set(named)) == 1 and other.by.keys() <= running.by.keys()


def least(found: list[Truth]) -> Truth:
    """All of them together: unmet when one is, else open when one is."""
    return "unmet" if "unmet" in found else "open" if "open" in found else "met"


def _of(treaty: Treaty, terms: Terms, kinds: Collection[DutyKind]) -> Iterator[Commitment]:
    for duty in treaty.duties:
        if duty.kind not in kinds:
            continue
        bound = terms.of(treaty.id)
        by = {s: t for s, t in bound.items() if not duty.by or s in duty.by}
        to = {s: t for s, t in bound.items() if not duty.to or s in duty.to}
        if by and to:
            yield Commitment(treaty, duty, by, to, _phase(duty))


def _phase(duty: Duty) -> Term | None:
    """The time within which the duty was laid down so."""
    if not duty.within:
        return None
    first, _, last = duty.within.partition("/")
    begin = Turn.at(f"../{last}" if first == ".." else first, "laid down so since")
    if last == "..":
        return Term(begin, ())
    # The interval is closed: its last day still counts.
    end, day = Turn.at(last or first, "laid down so until"), dt.timedelta(1)
    return Term(begin, (end._replace(first=end.first + day, last=end.last + day),))
