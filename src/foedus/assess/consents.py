"""Consents: how each party stands to a treaty on a day (VCLT art. 2, 11-18, 25, 54-59, 65-70)."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from foedus.assess.rules import reached
from foedus.assess.terms import Term, Terms
from foedus.assess.turns import Turn
from foedus.model import INTERNAL, Act, Consent, Treaty

_OVER: Final = ("ended", "left", "replaced")
_MEANS: Final = {
    "acceptance": "accepted",
    "approval": "approved",
    "accession": "acceded",
    "deposit": "instrument deposited",
}
_RANK: Final = ("no consent on file", "signed", "approved at home", "ratified", "instrument deposited")


def consents(treaty: Treaty, terms: Terms, on: dt.date) -> tuple[Consent, ...]:
    """One for each party that the file lists, in its order."""
    acts = [a for a in terms.acts(treaty) if reached(a, on) != "unmet"]
    two = len(treaty.parties) == 2
    return tuple(
        _consent(treaty, state, term.stint(on), tuple(a for a in acts if _of(a, state, two)), on)
        for state, term in terms.of(treaty.id).items()
    )


def _of(act: Act, state: str, two: bool) -> bool:
    """Did the party do it itself, or both parties of a treaty of two together?"""
    return state in act.actors or (two and not act.actors and act.type in ("treaty.sign", "treaty.exchange"))


def _consent(treaty: Treaty, state: str, term: Term, acts: tuple[Act, ...], on: dt.date) -> Consent:
    word, turn = _bound(state, term, on) or _agreed(acts, on)
    bond = term.bond(state, treaty.id, on)
    since, known = (turn.when, turn.known) if turn else (None, None)
    return Consent(state=state, word=word, since=since, known=known, bound=bond.truth, acts=acts, because=bond.because)


def _bound(state: str, term: Term, on: dt.date) -> tuple[str, Turn | None] | None:
    """Where the treaty has begun for it, or is over; None before that."""
    over = [e for e in term.ends if e.kind in _OVER and e.reached(on) != "unmet"]
    if over:
        end = next((e for e in over if e.kind == "replaced" and e.first <= over[0].last), over[0])
        return (end.kind, end) if end.reached(on) == "met" else ("unknown", None)
    if any(notice.expired(on) for notice in term.notices):
        return "unknown", None
    if term.begin is None or term.begin.reached(on) == "unmet":
        return None
    if term.begin.reached(on) == "open":
        return "unknown", None
    for end in term.ends:
        if (come := end.reached(on)) != "unmet":
            return ("suspended", end) if come == "met" else ("unknown", None)
    notice = next((n for n in term.notices if state in n.by and n.stands(on) == "met"), None)
    if notice:
        return "withdrawal notified", notice.given
    if term.force and term.force.reached(on) == "met":
        return ("committed" if term.force.kind == "signed" else "bound"), term.force
    return "provisionally bound", term.begin


def _agreed(acts: Sequence[Act], on: dt.date) -> tuple[str, Turn | None]:
    """The furthest step of consent; a vote or the head of state's assent alone is none between states."""
    best, since, unsure = _RANK[0], None, False
    for act in acts:
        word = _word(act)
        if word and _rank(word) >= _rank(best):
            # A step whose month or year still runs may have come or not.
            best, since, unsure = word, Turn.of(act, word, "signed"), reached(act, on) == "open"
    return ("unknown", None) if unsure else (best, since)


def _word(act: Act) -> str:
    if act.type == "treaty.sign":
        return "signed"
    if act.type == "treaty.exchange":
        return "instrument deposited" if act.step == "deposit" else "instruments exchanged"
    if act.type != "treaty.ratify" or act.step in ("reservation", "objection", "provisional"):
        return ""
    if act.step in INTERNAL:
        return "approved at home"
    return _MEANS.get(act.step or "", "ratified")


def _rank(word: str) -> int:
    """Acceptance, approval and accession weigh as ratification does, an exchange as a deposit (VCLT art. 14-16)."""
    if word in ("accepted", "approved", "acceded"):
        return _RANK.index("ratified")
    return _RANK.index("instrument deposited" if word == "instruments exchanged" else word)
