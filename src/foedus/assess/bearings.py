"""Bearings: reported conduct held against the norms that bind those states on its day."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, get_args

from foedus.assess.commitments import MUTUAL, Commitment, least
from foedus.assess.conditions import Inside
from foedus.assess.incidents import Incident
from foedus.assess.matching import MEETING, Match, matches
from foedus.assess.norms import Norms
from foedus.assess.occasions import Occasions
from foedus.assess.outside import bound, long_over, why_outside
from foedus.assess.terms import Term
from foedus.assess.unlisted import unlisted
from foedus.model import Bearing, Bond, Conduct, Relation, Treaty, Tried, Truth

_RANK: Final[Mapping[Truth, int]] = {"met": 0, "open": 1, "unmet": 2}
_MANY: Final = 8
"""Of more states that would owe what is triggered, the bonds are not told one by one."""


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
    if any(long_over(term, incident) for term in (commitment.phase, parties.get(match.state))):
        return None
    truth = least([phase, bound(bonds, match), *(t.truth for t in conditions if t.truth)])
    owing = _owing(bonds, match)
    return Bearing(
        event=incident.event.id,
        type=incident.event.type,
        report=incident.report,
        when=incident.told,
        relation="outside" if truth == "unmet" else pattern.effect,
        effect=pattern.effect,
        truth=truth,
        why=why_outside(bonds, match, parties, incident, commitment.phase) if truth == "unmet" else None,
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


def _owing(bonds: tuple[Bond, ...], match: Match) -> tuple[str, ...]:
    """Of those who would owe it, the ones that are not certainly free; where all are, all."""
    return tuple(b.state for b in bonds[1:] if match.bound and b.truth != "unmet") or match.bound


def _told(bonds: tuple[Bond, ...], match: Match, owing: tuple[str, ...]) -> tuple[Bond, ...]:
    """The bonds that are shown: of the two sides, and of those who would owe it unless they are many."""
    if not match.bound:
        return bonds
    return (bonds[0], *(b for b in bonds[1:] if b.state in owing)) if len(owing) <= _MANY else bonds[:1]
