"""Bearings: reported conduct held against the norms that bind those states on its day."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, get_args

from foedus.assess.commitments import MUTUAL, Commitment, Commitments, least
from foedus.assess.conditions import Inside
from foedus.assess.incidents import Incident
from foedus.assess.matching import MEETING, Match, matches
from foedus.assess.occasions import Occasions
from foedus.assess.terms import Term, Terms
from foedus.assess.unlisted import unlisted
from foedus.model import Bearing, Bond, Conduct, DutyKind, Interval, Outside, Relation, Treaty, Tried, Truth
from foedus.packs.conduct import KindConduct

_RANK: Final[Mapping[Truth, int]] = {"met": 0, "open": 1, "unmet": 2}
_RECENT: Final = dt.timedelta(days=182)
_MANY: Final = 8
"""Of more states that would owe what is triggered, the bonds are not told one by one."""


class Norms:
    """The duties of all kinds, by the type of conduct that they speak of."""

    def __init__(self, terms: Terms, defaults: Mapping[DutyKind, KindConduct]) -> None:
        self.terms, self.defaults = terms, defaults
        self._by_type: dict[str, list[tuple[Commitment, Conduct]]] = {}
        self._versions: dict[tuple[str, DutyKind, str], list[Commitment]] = {}
        for commitment in Commitments(terms, get_args(DutyKind)).all:
            self._versions.setdefault(_provision(commitment), []).append(commitment)
            for pattern in self.patterns(commitment):
                for type_ in pattern.types:
                    self._by_type.setdefault(type_, []).append((commitment, pattern))

    def worded(self, commitment: Commitment, days: Interval) -> bool:
        """Has the same provision another wording that may hold on these days?"""
        others = (c.phase for c in self._versions[_provision(commitment)] if c is not commitment)
        return any(phase is None or phase.over(days) != "unmet" for phase in others)

    def on(self, type_: str) -> list[tuple[Commitment, Conduct]]:
        """Duties with a pattern for a type of conduct."""
        return self._by_type.get(type_, [])

    def patterns(self, commitment: Commitment) -> tuple[Conduct, ...]:
        """Those of the treaty's file, else those of the kind of duty."""
        known = self.defaults.get(commitment.duty.kind)
        return commitment.duty.conduct or (known.patterns if known else ())

    def asks(self, commitment: Commitment) -> frozenset[str]:
        """The types that set a duty off; where its file does not say, as its kind has it."""
        known = self.defaults.get(commitment.duty.kind)
        for patterns in (commitment.duty.conduct, known.patterns if known else ()):
            found = frozenset(t for p in patterns if p.effect == "triggers" for t in p.types)
            if found:
                return found
        return frozenset()


def bearings(incidents: Iterable[Incident], norms: Norms, inside: Inside) -> tuple[Bearing, ...]:
    """What each norm makes of each incident, by day, event, relation and treaty."""
    told = list(incidents)
    occasions = Occasions(told, inside)
    found: dict[tuple[object, ...], Bearing] = {}
    for incident in told:
        for commitment, pattern in norms.on(incident.event.type):
            filed = bool(commitment.duty.conduct)
            for match in matches(incident, commitment, pattern, filed, occasions, norms.asks(commitment)):
                made = _bearing(incident, commitment, pattern, match, norms)
                if made:
                    # Of talks each side's part is one and the same: that which is asked for more surely stands.
                    together = not incident.targets or incident.event.type.startswith(MEETING)
                    sides = frozenset((made.state, *made.others)) if together else (made.state, *made.others)
                    key = (made.event, made.treaty, id(commitment.duty), made.effect, sides)
                    known = found.get(key)
                    if known is None or _RANK[made.truth] < _RANK[known.truth]:
                        found[key] = made
    order: tuple[Relation, ...] = get_args(Relation)
    days = {i.event.id: str(i.last) for i in told}
    return tuple(
        sorted(
            found.values(),
            key=lambda b: (days[b.event], b.event, order.index(b.relation), b.treaty, b.article, b.state, b.others),
        )
    )


def _bearing(
    incident: Incident, commitment: Commitment, pattern: Conduct, match: Match, norms: Norms
) -> Bearing | None:
    """None where the treaty was not even signed, had ended long before, or laid this down in other words."""
    treaty, duty, days = commitment.treaty, commitment.duty, incident.days
    parties = norms.terms.of(treaty.id)
    if not any(term.opened(incident.last) for term in parties.values()):
        return None
    phase = commitment.phase.over(days) if commitment.phase else "met"
    if phase == "unmet" and norms.worded(commitment, days):
        return None
    bonds = tuple(_bonds(incident, commitment, pattern, match, parties))
    conditions = (*_phase(commitment, phase), *match.judged, *_more(incident, commitment, match, norms), *match.doubts)
    if any(_long_over(term, incident) for term in (commitment.phase, parties.get(match.state))):
        return None
    truth = least([phase, _bound(bonds, match), *(t.truth for t in conditions if t.truth)])
    owing = _owing(bonds, match)
    return Bearing(
        event=incident.event.id,
        type=incident.event.type,
        report=incident.report,
        when=incident.told,
        relation="outside" if truth == "unmet" else pattern.effect,
        effect=pattern.effect,
        truth=truth,
        why=_why(bonds, match, parties, incident, commitment.phase) if truth == "unmet" else None,
        state=match.state,
        others=match.others,
        bound=owing,
        treaty=treaty.id,
        article=duty.article,
        kind=duty.kind,
        nature=treaty.nature,
        text=duty.text,
        bonds=_told(bonds, match, owing),
        conditions=conditions,
        occasions=match.occasions,
        origins=tuple(o.id for o in incident.event.origins),
        remarks=(),
        source=duty.source or ", ".join(treaty.sources),
        default="" if duty.conduct else norms.defaults[duty.kind].source,
        judgements=incident.event.judgements,
    )


def _more(incident: Incident, commitment: Commitment, match: Match, norms: Norms) -> Iterator[Tried]:
    """What the kind of duty asks besides; of an attack that may answer one, that one is told."""
    known = norms.defaults.get(commitment.duty.kind)
    own = {condition.kind for condition in commitment.duty.conditions}
    for condition in known.conditions if known and incident.attack else ():
        if condition.kind in own:
            continue
        answered = " (an attack the other way is reported)" if match.occasions else ""
        yield Tried(condition.kind, condition.text, "open", f"for a person to judge{answered}")


def _bonds(
    incident: Incident, commitment: Commitment, pattern: Conduct, match: Match, parties: Mapping[str, Term]
) -> Iterator[Bond]:
    """Of the state, of those to whom it is owed where that is not everybody, and of those who would owe it."""
    mutual = commitment.duty.kind in (*MUTUAL, "cooperation") and not pattern.to
    others = match.bound if pattern.effect == "triggers" else match.others if mutual else ()
    for state in (match.state, *others):
        yield bond(state, commitment.treaty, parties.get(state), incident)


def bond(state: str, treaty: Treaty, term: Term | None, incident: Incident) -> Bond:
    """Is the state bound on all days on which it may have been?"""
    if term is None:
        return unlisted(treaty, state, incident.last)
    truth = term.over(incident.days)
    made = term.bond(state, treaty.id, incident.last)
    because = made.because
    if truth == "open" and made.truth != "open":
        because = (*because, f"the reported time ({incident.told or 'not told'}) may lie before or after")
    return Bond(state, treaty.id, truth, because, made.since, made.until)


def _phase(commitment: Commitment, truth: Truth) -> Iterator[Tried]:
    """The time for which a provision was laid down, where that decides."""
    if truth != "met":
        first, _, last = (commitment.duty.within or "").partition("/")
        text = f"laid down so from {first} to {last or first}"
        reason = "the reported time lies out of it" if truth == "unmet" else "the reported time may lie out of it"
        yield Tried("other", text, truth, reason)


def _long_over(term: Term | None, incident: Incident) -> bool:
    """Of a deed with no first day: was the time over half a year before its first report? News tells of the recent."""
    first, last = incident.days.first, incident.days.last
    if term is None or first or last is None or term.over(incident.days) != "open":
        return False
    return term.over(Interval(last - _RECENT, last)) == "unmet"


def _bound(bonds: tuple[Bond, ...], match: Match) -> Truth:
    """The state and, of all who would owe it, one at least; else every one of the two sides."""
    first, *others = (b.truth for b in bonds)
    if not match.bound or not others:
        return least([first, *others])
    best: Truth = "met" if "met" in others else "open" if "open" in others else "unmet"
    return least([first, best])


def _owing(bonds: tuple[Bond, ...], match: Match) -> tuple[str, ...]:
    """Of those who would owe it, the ones that are not certainly free; where all are, all."""
    return tuple(b.state for b in bonds[1:] if match.bound and b.truth != "unmet") or match.bound


def _told(bonds: tuple[Bond, ...], match: Match, owing: tuple[str, ...]) -> tuple[Bond, ...]:
    """The bonds that are shown: of the two sides, and of those who would owe it unless they are many."""
    if not match.bound:
        return bonds
    return (bonds[0], *(b for b in bonds[1:] if b.state in owing)) if len(owing) <= _MANY else bonds[:1]


def _why(
    bonds: tuple[Bond, ...], match: Match, parties: Mapping[str, Term], incident: Incident, phase: Term | None
) -> Outside:
    """Why the norm does not reach it."""
    if _bound(bonds, match) != "unmet":
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


def _provision(commitment: Commitment) -> tuple[str, DutyKind, str]:
    return commitment.treaty.id, commitment.duty.kind, commitment.duty.article
