"""Outside: why a norm does not reach what is reported of a state on some days."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from foedus.assess.commitments import least
from foedus.assess.incidents import Incident
from foedus.assess.matching import Match
from foedus.assess.terms import Term
from foedus.model import Bond, Interval, Outside, Truth

_RECENT: Final = dt.timedelta(days=182)
"""What news tells without a first day is taken to be no older: a rule of thumb, not of law."""


def bound(bonds: tuple[Bond, ...], match: Match) -> Truth:
    """The state and, of all who would owe it, one at least; else every one of the two sides."""
    first, *others = (b.truth for b in bonds)
    if not match.bound or not others:
        return least([first, *others])
    best: Truth = "met" if "met" in others else "open" if "open" in others else "unmet"
    return least([first, best])


def long_over(term: Term | None, incident: Incident) -> bool:
    """Of a deed with no first day: was the time over half a year before its first report? News tells of the recent."""
    first, last = incident.days.first, incident.days.last
    if term is None or first or last is None or term.over(incident.days) != "open":
        return False
    return term.over(Interval(last - _RECENT, last)) == "unmet"


def why_outside(
    bonds: tuple[Bond, ...], match: Match, parties: Mapping[str, Term], incident: Incident, phase: Term | None
) -> Outside:
    """Why the norm does not reach it."""
    if bound(bonds, match) != "unmet":
        return _outlived(phase, incident) or "condition"
    lost = next((b for b in bonds if b.truth == "unmet"), bonds[0])
    if any(term.over(incident.days) != "unmet" for state, term in parties.items() if state != lost.state):
        return "not a party"
    term = parties.get(lost.state)
    begun = _begun(term, incident)
    return "after" if begun else "before" if term else "not a party"


def _outlived(phase: Term | None, incident: Incident) -> Outside | None:
    """Of a provision that was laid down for a time: was it over, or still to come?"""
    if phase is None or phase.over(incident.days) != "unmet":
        return None
    return "after" if _begun(phase, incident) else "before"


def _begun(term: Term | None, incident: Incident) -> bool:
    """Had its time begun by then, or ended even though no beginning is on file?"""
    if term is None:
        return False
    if term.begin is None:
        return any(end.reached(incident.last) == "met" for end in term.ends)
    return term.begin.first <= incident.last
