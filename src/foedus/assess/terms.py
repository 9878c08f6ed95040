"""Terms: from when until when a treaty binds each party, as known on a day (VCLT art. 24-26, 54-59, 65-70)."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from foedus.assess.spans import ENDS, beginnings, ends_of, has_beginning, idle, idle_until, notices_of
from foedus.assess.turns import NEVER, Notice, Turn, public
from foedus.model import Act, Basis, Bond, Interval, Party, Treaty, Truth


class Term(NamedTuple):
    """A time under a treaty; ``lacking`` says what is missing where nothing begins it.

    ``force`` is its entry into force, which may come after the ``begin`` of a provisional application (VCLT art. 25).
    ``drawn`` is when its text was first agreed, where neither a signature nor a beginning is on file: before that it
    binds nobody. ``again`` is the next time of a party that left and came back, ``idle`` the last day of which it is
    known that the treaty was not in force.
    """

    begin: Turn | None
    ends: tuple[Turn, ...]
    lacking: str = ""
    signed: Turn | None = None
    remarks: tuple[Turn, ...] = ()
    force: Turn | None = None
    notices: tuple[Notice, ...] = ()
    drawn: Turn | None = None
    again: "Term | None" = None
    idle: dt.date | None = None

    def stint(self, on: dt.date) -> "Term":
        """The last of the party's times that may have begun by that day, else the first."""
        back = self.again
        return back.stint(on) if back and back.begin and back.begin.reached(on) != "unmet" else self

    def truth(self, on: dt.date) -> Truth:
        """Is the party bound on that day?"""
        if self.again and (now := self.stint(on)) is not self:
            return now.truth(on)
        begun: Truth
        if self.begin is None:
            begun = "unmet" if self.signed is None or self.signed.first > on else "open"
            undrawn = self.drawn is not None and self.drawn.first > on
            begun = "open" if self.signed is None and self.lacking and not undrawn else begun
            begun = "unmet" if idle(self.idle, on) else begun
        else:
            begun = self.begin.reached(on)
        if begun == "unmet":
            return "unmet"
        over = [end.binds_no_more(on) for end in self.ends]
        doubt = "open" in over or any(notice.expired(on) for notice in self.notices)
        return "unmet" if "met" in over else "open" if doubt else begun

    def over(self, days: Interval) -> Truth:
        """Is the party bound on every one of some days? Open when on some it is and on others not, or not told."""
        first, last = days.first or dt.date.min, days.last or NEVER
        notices = [turn for notice in self.notices for turn in (notice.given, notice.back)]
        turns = [day for turn in (self.begin, self.signed, *self.ends, *notices) if turn for day in turn.days()]
        turns += [notice.runs_out for notice in self.notices if notice.runs_out]
        turns += [self.idle + dt.timedelta(1)] if self.idle else []
        # It can change on these days alone.
        found = {self.truth(day) for day in (first, *(t for t in turns if first < t <= last))}
        return found.pop() if len(found) == 1 else "open"

    def opened(self, on: dt.date) -> bool:
        """Had it been signed, or begun, by that day?"""
        return any(turn is not None and turn.first <= on for turn in (self.signed, self.begin))

    def bond(self, state: str, treaty: str, on: dt.date) -> Bond:
        """The same with the steps that lead there."""
        if self.again and (now := self.stint(on)) is not self:
            return now.bond(state, treaty, on)
        over = [*self._over(on)]
        until = next(iter((*over, *self.ends)), None)
        then = [*self._remarked(on), *((end.first, end.told()) for end in over)]
        because = [*self._begun(on), *(told for _, told in sorted(then, key=lambda step: step[0]))]
        since = self.begin.when if self.begin else None
        return Bond(state, treaty, self.truth(on), tuple(because), since, until.when if until else None)

    def _over(self, on: dt.date) -> Iterator[Turn]:
        """What suspends or may suspend it on that day, and the first thing that ends or may end it."""
        for end in (e for e in self.ends if e.reached(on) != "unmet"):
            yield end
            if end.kind != "suspended" and end.reached(on) == "met":
                return

    def _begun(self, on: dt.date) -> Iterator[str]:
        if self.signed and self.signed is not self.begin:
            past = self.signed.first <= on
            yield self.signed.told() if past else f"not yet {self.signed.told()}"
        if self.begin is None:
            yield from [self.drawn.told()] if self.drawn else ()
            yield f"not in force by {self.idle}" if idle(self.idle, on) else self.lacking
            return
        told = self.begin.told()
        yield told if self.begin.reached(on) != "unmet" else told.replace(" since ", " only since ")
        if self.force and self.force is not self.begin and self.force.reached(on) != "unmet":
            yield self.force.told()

    def _remarked(self, on: dt.date) -> Iterator[tuple[dt.date, str]]:
        """Notices and remarks, each with its day."""
        given = (n for n in self.notices if n.given.reached(on) != "unmet")
        yield from ((notice.given.first, notice.told(on)) for notice in given)
        yield from ((r.first, r.told()) for r in self.remarks if r.reached(on) == "met")


class Terms:
    """The terms of all treaties as known on a day (None: with all that the files have), by a basis; kept once made."""

    def __init__(self, treaties: Mapping[str, Treaty], known: dt.date | None = None, basis: Basis = "in-force") -> None:
        self.treaties = treaties
        self.known = known
        self.basis = basis
        self._made: dict[str, dict[str, Term]] = {}
        self.later: dict[str, list[str]] = {}
        for treaty in treaties.values():
            for old in treaty.replaces:
                self.later.setdefault(old, []).append(treaty.id)

    def of(self, treaty: str) -> dict[str, Term]:
        """Every listed party's term, in the order of the file. Raises KeyError for an unknown treaty."""
        if treaty not in self._made:
            # Set first: a cycle of supersession (which the pack refuses) must not recurse without end.
            self._made[treaty] = {}
            filed = self.treaties[treaty]
            acts = self.acts(filed)
            self._made[treaty] = self._terms(filed, acts)
        return self._made[treaty]

    def _terms(self, filed: Treaty, acts: Sequence[Act]) -> dict[str, Term]:
        made: dict[str, Term] = {}
        for party in reversed(filed.parties):
            made[party.state] = self._term(filed, acts, party)._replace(again=made.get(party.state))
        return {party.state: made[party.state] for party in filed.parties}

    def acts(self, treaty: Treaty) -> tuple[Act, ...]:
        """Those of its acts that were public by then; a notice or suspension that was taken back later stands."""
        found = (a for a in treaty.acts if public(a.known or a.when, self.known))
        return tuple(_as_known(a, self.known) for a in found)

    def _term(self, treaty: Treaty, acts: Sequence[Act], party: Party) -> Term:
        state, two = party.state, len(treaty.parties) == 2
        signing = (a for a in acts if a.type == "treaty.sign")
        # An act without actors is that of all who made the treaty, not of a party that joined later.
        own = (a for a in signing if state in a.actors or not (a.actors or party.from_))
        signed = next((Turn.of(a, "signed", "signed") for a in own), None)
        begin, force = self._begin(treaty, acts, party, signed)
        last = last_day(treaty, party, self.known)
        until = [Turn.at(last, "bound until", "ended")] if last and not _telling(treaty, party) else []
        ending = (*until, *ends_of(acts, state, two), *self._replaced(treaty.id, state), *_beyond(treaty))
        ends = sorted(ending, key=lambda turn: turn.first)
        if party.from_ and begin:
            ends = [end for end in ends if end.last >= begin.first]  # those of an earlier time are not its own
        lacking = ""
        if begin is None:
            told = has_beginning(treaty) or party.from_
            lacking = "its entry into force was not known yet" if told else "the file has no entry into force: unknown"
        notices = notices_of(acts, state if not two else None, treaty.notice, over=last is not None)
        drawn = None if begin or signed else _drawn(acts)
        remarks, still = tuple(_remarks(acts, state)), idle_until(treaty)
        return Term(begin, tuple(ends), lacking, signed, remarks, force, notices, drawn, idle=still)

    def _begin(
        self, treaty: Treaty, acts: Sequence[Act], party: Party, signed: Turn | None
    ) -> tuple[Turn | None, Turn | None]:
        """The party's own accession, the treaty's entry into force or, by that basis, signature."""
        if party.from_:
            joined = Turn.at(party.from_, "bound since", "joined") if public(party.from_, self.known) else None
            early, _ = beginnings([a for a in acts if a.step == "provisional" and party.state in a.actors], party.state)
            return min(filter(None, (early, joined)), key=lambda turn: turn.first, default=None), joined
        if self.basis == "signature" or treaty.nature == "political":
            # A plan that nobody signs takes effect on the day that it names.
            effect, _ = beginnings(acts, party.state)
            counts = signed or (
                effect and effect._replace(what="a political commitment, in effect since", kind="signed")
            )
            return counts, counts
        return beginnings(acts, party.state)

    def _replaced(self, treaty: str, state: str) -> Iterator[Turn]:
        """Supersession (VCLT art. 59), from when the later treaty binds the party."""
        for later in self.later.get(treaty, ()):
            term = self.of(later).get(state)
            if term and term.begin:
                new = Turn.at(term.begin.when, f"replaced by {later} on", "replaced", term.begin.known)
                yield new._replace(ground="VCLT art. 59")


def _beyond(treaty: Treaty) -> Iterator[Turn]:
    """After the last day that the file tells of, it may have ended on any."""
    last = Interval.parse(treaty.observed).last if treaty.observed else None
    if last:
        yield Turn(treaty.observed, "the data end with", last + dt.timedelta(1), NEVER, "ended")


def _drawn(acts: Sequence[Act]) -> Turn | None:
    """The first agreement on the text; an act of another kind may have come long after it."""
    drawn = [Turn.of(a, "its text agreed", "remark") for a in acts if a.type == "treaty.negotiate"]
    return min(drawn, key=lambda turn: turn.first, default=None)


def last_day(treaty: Treaty, party: Party, known: dt.date | None) -> str | None:
    """Until when the file has the party bound (EDTF), where that was public: as the act that ended it, if any, was."""
    act = _telling(treaty, party)
    told = (act.known or act.when) if act else party.until
    return party.until if public(told, known) else None


def _telling(treaty: Treaty, party: Party) -> Act | None:
    """The act on file that says the same as the party's last day, with its source and when it was made public."""
    ending = (a for a in treaty.acts if a.type == "treaty.terminate" or a.step == "effect")
    fitting = (a for a in ending if a.when == party.until and (not a.actors or party.state in a.actors))
    return next(fitting, None) if party.until else None


def _as_known(act: Act, known: dt.date | None) -> Act:
    """Without that it was taken back or lifted, where that was not public yet."""
    if public(act.revoked, known) and public(act.lifted, known):
        return act
    revoked, lifted = (day if public(day, known) else None for day in (act.revoked, act.lifted))
    return msgspec.structs.replace(act, revoked=revoked, lifted=lifted)


def _remarks(acts: Sequence[Act], state: str) -> Iterator[Turn]:
    """Reservations, objections and steps towards some parties: they are told, and decide nothing on a bond as such."""
    for act in acts:
        if state in act.actors and act.step in ("reservation", "objection"):
            yield Turn.of(act, f"{act.step} (VCLT art. 19-21): {act.note or 'its text is not on file'};", "remark")
        elif act.towards and state in (*act.actors, *act.towards):
            what = ENDS[act.type][0] if act.type in ENDS else act.type.removeprefix("treaty.")
            who = f"{', '.join(act.actors)} towards {', '.join(act.towards)} alone"
            yield Turn.of(act, f"{what} by {who} (VCLT art. 57, 58, 60) since", "remark")
