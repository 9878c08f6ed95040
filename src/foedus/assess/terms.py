"""Terms: from when until when a treaty binds each party, as known on a day (VCLT art. 24-26, 54-59, 65-70)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from foedus.model import Act, Basis, Bond, Interval, Party, Treaty, Truth

_NEVER: Final = dt.date.max
_ENDS: Final = {
    "treaty.terminate": "ended",
    "treaty.suspend": "suspended (VCLT art. 57, 72)",
    "treaty.withdraw": "left (VCLT art. 54, 56)",
}
_INTERNAL: Final = ("notice", "vote", "assent")
"""Steps of leaving that do not end a bond: the notice takes effect later (VCLT art. 56, 67)."""


class Turn(NamedTuple):
    """What begins or ends a bond: when (EDTF, None unknown), what it is, and the first and last day that it may be."""

    when: str | None
    what: str
    first: dt.date
    last: dt.date

    @classmethod
    def at(cls, when: str | None, what: str) -> "Turn":
        """An unknown time may be any; an open interval counts from its first day."""
        days = Interval.parse(when) if when else None
        if days is None:
            return cls(when, what, dt.date.min, _NEVER)
        first = days.first or dt.date.min
        return cls(when, what, first, days.last or (first if days.first else _NEVER))

    def reached(self, on: dt.date) -> Truth:
        """Had it come by that day? Open while the time that it may be runs."""
        return "met" if self.last <= on else "unmet" if self.first > on else "open"

    def told(self) -> str:
        """Such as "in force since 2024-12-04"."""
        return f"{self.what} {self.when}" if self.when else f"{self.what} on a day not on file"


class Term(NamedTuple):
    """A party's time under a treaty; ``lacking`` says what is missing where nothing begins it."""

    begin: Turn | None
    ends: tuple[Turn, ...]
    lacking: str = ""
    signed: Turn | None = None
    remarks: tuple[Turn, ...] = ()

    def truth(self, on: dt.date) -> Truth:
        """Is the party bound on that day?"""
        begun: Truth
        if self.begin is None:
            begun = "unmet" if self.signed is None or self.signed.first > on else "open"
            begun = "open" if self.signed is None and self.lacking else begun
        else:
            begun = self.begin.reached(on)
        if begun == "unmet":
            return "unmet"
        over = [end.reached(on) for end in self.ends]
        return "unmet" if "met" in over else "open" if "open" in over else begun

    def opened(self, on: dt.date) -> bool:
        """Had it been signed, or begun, by that day?"""
        return any(turn is not None and turn.first <= on for turn in (self.signed, self.begin))

    def bond(self, state: str, treaty: str, on: dt.date) -> Bond:
        """The same with the steps that lead there."""
        over = next((e for e in self.ends if e.reached(on) != "unmet"), None)
        until = over or next(iter(self.ends), None)
        because = [*self._begun(on), *([over.told()] if over else ()), *self._remarked(on)]
        since = self.begin.when if self.begin else None
        return Bond(state, treaty, self.truth(on), tuple(because), since, until.when if until else None)

    def _begun(self, on: dt.date) -> Iterator[str]:
        if self.signed and self.signed is not self.begin:
            past = self.signed.first <= on
            yield self.signed.told() if past else f"not yet {self.signed.told()}"
        if self.begin is None:
            yield self.lacking
        elif self.begin.reached(on) == "unmet":
            yield f"only from then: {self.begin.told()}"
        else:
            yield self.begin.told()

    def _remarked(self, on: dt.date) -> Iterator[str]:
        return (r.told() for r in self.remarks if r.reached(on) == "met")


class Terms:
    """The terms of all treaties as known on a day (None: with all that the files have), by a basis; kept once made."""

    def __init__(self, treaties: Mapping[str, Treaty], known: dt.date | None = None, basis: Basis = "in-force") -> None:
        self.treaties = treaties
        self.known = known
        self.basis = basis
        self._made: dict[str, dict[str, Term]] = {}
        self._later: dict[str, list[str]] = {}
        for treaty in treaties.values():
            for old in treaty.replaces:
                self._later.setdefault(old, []).append(treaty.id)

    def of(self, treaty: str) -> dict[str, Term]:
        """Every listed party's term, in the order of the file. Raises KeyError for an unknown treaty."""
        if treaty not in self._made:
            # Set first: a cycle of supersession (which the pack refuses) must not recurse without end.
            self._made[treaty] = {}
            filed = self.treaties[treaty]
            acts = [a for a in filed.acts if _public(a.known or a.when, self.known)]
            self._made[treaty] = {p.state: self._term(filed, acts, p) for p in filed.parties}
        return self._made[treaty]

    def _term(self, treaty: Treaty, acts: Sequence[Act], party: Party) -> Term:
        signed = next((Turn.at(a.when, "signed") for a in _of(acts, "treaty.sign", party.state)), None)
        begin = self._begin(treaty, acts, party, signed)
        ends = sorted((*_ends(treaty, acts, party), *self._replaced(treaty.id, party.state)), key=lambda t: t.first)
        lacking = ""
        if begin is None:
            told = any(a.type == "treaty.enter_into_force" for a in treaty.acts) or party.from_
            lacking = "its entry into force was not known yet" if told else "the file has no entry into force: unknown"
        return Term(begin, tuple(ends), lacking, signed, tuple(_remarks(acts, party.state)))

    def _begin(self, treaty: Treaty, acts: Sequence[Act], party: Party, signed: Turn | None) -> Turn | None:
        """The party's own accession, the treaty's entry into force or, by that basis, signature."""
        if party.from_:
            return Turn.at(party.from_, "bound since") if _public(party.from_, self.known) else None
        if self.basis == "signature" or treaty.nature == "political":
            return signed
        begun = [Turn.at(a.when, "in force since") for a in _of(acts, "treaty.enter_into_force", party.state)]
        early = [a for a in acts if a.step == "provisional" and (not a.actors or party.state in a.actors)]
        begun += [Turn.at(a.when, "provisionally applied (VCLT art. 25) since") for a in early]
        return min(begun, key=lambda t: t.first) if begun else None

    def _replaced(self, treaty: str, state: str) -> Iterator[Turn]:
        """Supersession (VCLT art. 59), from when the later treaty binds the party."""
        for later in self._later.get(treaty, ()):
            term = self.of(later).get(state)
            if term and term.begin:
                yield Turn.at(term.begin.when, f"replaced by {later} (VCLT art. 59) on")


def _ends(treaty: Treaty, acts: Sequence[Act], party: Party) -> Iterator[Turn]:
    """What ends the party's bond; in a treaty of two, what one party ends is ended for both."""
    two = len(treaty.parties) == 2
    if party.until:
        yield Turn.at(party.until, "bound until")
    for act in acts:
        if act.type not in _ENDS or act.revoked or act.towards or act.step in _INTERNAL:
            continue
        if act.type == "treaty.withdraw" and act.step != "effect":
            continue
        if not act.actors or party.state in act.actors or (two and act.type != "treaty.suspend"):
            yield Turn.at(act.when, f"{_ENDS[act.type]} by {act.source} on")


def _remarks(acts: Sequence[Act], state: str) -> Iterator[Turn]:
    """Notices that run or were taken back, reservations and objections: they are told, and decide nothing."""
    for act in acts:
        if state not in act.actors:
            continue
        if act.type == "treaty.withdraw" and act.revoked:
            yield Turn.at(act.when, f"notice of withdrawal taken back {act.revoked} (VCLT art. 68), given")
        elif act.type == "treaty.withdraw" and act.step != "effect":
            yield Turn.at(act.when, "notice of withdrawal, which ends nothing at once (VCLT art. 56, 67), given")
        elif act.step in ("reservation", "objection"):
            yield Turn.at(act.when, f"{act.step} (VCLT art. 19-21): {act.note or 'its text is not on file'};")


def _of(acts: Iterable[Act], type_: str, state: str) -> list[Act]:
    return [a for a in acts if a.type == type_ and (not a.actors or state in a.actors)]


def _public(told: str | None, known: dt.date | None) -> bool:
    """Could it be known by then? What has no date at all is taken as known."""
    return known is None or told is None or Turn.at(told, "").first <= known
