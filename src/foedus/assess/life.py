"""Life: what was done to a treaty as a whole and by single parties, by its file or by reports, and its term."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from foedus.assess.acts import Bodies, acts_reported, of_party_alone
from foedus.assess.parties import Parties
from foedus.assess.spans import beginnings, ends_of, has_beginning, idle, idle_until, notices_of
from foedus.assess.terms import Term, Terms, last_day
from foedus.assess.turns import Turn
from foedus.model import Act, Dispute, Event, Treaty


class Life(NamedTuple):
    """``whole`` are the acts on the treaty, ``alone`` those of single parties to one of many, ``term`` its own time.

    ``filed``: by a file; ``lacking``: one without any entry into force, whose silence proves nothing. ``political``:
    not meant to bind. ``idle`` is the last day of which it is known that it was not in force.
    """

    whole: tuple[Act, ...]
    alone: tuple[Act, ...]
    parties: Parties
    term: Term
    filed: bool = False
    lacking: bool = False
    political: bool = False
    idle: dt.date | None = None

    def silent(self, on: dt.date) -> bool:
        """Is the file without any entry into force, so that one may have come by that day?"""
        return self.lacking and not idle(self.idle, on)

    def days(self) -> list[dt.date]:
        """The days on which something may change, in order."""
        term = self.term
        turns = [t for t in (term.begin, term.force, *term.ends) if t]
        turns += [t for notice in term.notices for t in (notice.given, notice.back) if t]
        turns += [Turn.at(act.when, "") for act in self.whole if act.when]
        out = {notice.runs_out for notice in term.notices if notice.runs_out}
        return sorted(out | {day for turn in turns for day in turn.days()})


def life_reported(events: Sequence[Event], disputes: Sequence[Dispute], parties: Parties, bodies: Bodies) -> Life:
    """As the articles alone tell it."""
    return _life(acts_reported(events, disputes, parties, bodies), parties, None, ())


def life_filed(treaty: Treaty, terms: Terms, parties: Parties) -> Life:
    """As the treaty's file has it, with what the terms count as public."""
    replaced = tuple(_replaced(treaty, terms, parties))
    life = _life(terms.acts(treaty), parties, treaty.notice, replaced)
    if treaty.nature == "political":
        # It counts from its signature, whatever day it names for its effect: nothing of it is in force in law.
        return life._replace(term=life.term._replace(begin=None, force=None), filed=True, political=True)
    lacking = not has_beginning(treaty)
    term = _bounded(life.term, treaty, terms)
    return life._replace(term=term, filed=True, lacking=lacking, idle=idle_until(treaty))


def _life(acts: Sequence[Act], parties: Parties, period: str | None, replaced: Sequence[Turn]) -> Life:
    alone = tuple(a for a in acts if of_party_alone(a, parties))
    whole = tuple(a for a in acts if not of_party_alone(a, parties))
    begin, force = beginnings(whole, None)
    ends = sorted((*ends_of(whole, None, parties.bilateral), *replaced), key=lambda turn: turn.first)
    notices = notices_of(whole, None, period) if parties.bilateral else ()
    return Life(whole, alone, parties, Term(begin, tuple(ends), force=force, notices=notices))


def _replaced(treaty: Treaty, terms: Terms, parties: Parties) -> Iterator[Turn]:
    """A later treaty replaces this one as a whole once it binds all of its parties (VCLT art. 59, 30 para. 4)."""
    for later in terms.later.get(treaty.id, ()):
        bound = terms.of(later)
        begun = [turn for state in parties.states if state in bound and (turn := bound[state].begin)]
        if begun and len(begun) == len(parties.states):
            last = max(begun, key=lambda turn: turn.first)
            new = Turn.at(last.when, f"replaced by {later} on", "replaced", last.known)
            yield new._replace(ground="VCLT art. 59")


def _bounded(term: Term, treaty: Treaty, terms: Terms) -> Term:
    """A file without acts of entry into force and end: from the first party's joining to the last one's leaving."""
    bound = terms.of(treaty.id)
    begun = [t.begin for t in bound.values() if t.begin and t.begin.kind == "joined"]
    begin = term.begin or min(begun, key=lambda turn: turn.first, default=None)
    days = [day for p in treaty.parties if (day := last_day(treaty, p, terms.known))]
    left = [Turn.at(day, "the last party was bound until", "ended") for day in days]
    over = len(left) == len(treaty.parties) and not treaty.more_parties
    last = (max(left, key=lambda turn: turn.first),) if left and over and not term.ends else ()
    return term._replace(begin=begin, force=term.force or begin, ends=(*term.ends, *last))
