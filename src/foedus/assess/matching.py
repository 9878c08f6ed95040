"""Does a pattern of conduct speak of an incident, and between which states? For each effect that conduct can have."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from foedus.assess.commitments import MUTUAL, Commitment
from foedus.assess.conditions import HOW_FAR
from foedus.assess.incidents import SEIZURE, THREAT, Incident
from foedus.assess.occasions import Occasions
from foedus.model import Condition, Conduct, Tried

_FIGHT: Final = "forces.fight"
"""Its target is whom the forces fight; of other types it is who receives or is acted upon (docs/claims.md)."""
MEETING: Final = "diplomacy."
_HELPING: Final = ("defense", "offense", "consultation")
"""Kinds of duty that are fulfilled only once an attack or a threat asks for it."""
_NO_OCCASION: Final = Tried("armed_attack", "it is attacked", "open", "no attack on it before is reported here")
_UNTOLD_SIDE: Final = Tried("other", "for whom", "open", "for whom they are there or fight is not told, only where")
_UNTOLD_OBJECT: Final = Tried("other", "what", "open", "what was moved or tested is not told")
_UNTOLD_KIND: Final = Tried("other", "of what kind", "open", "whether it was of the kind that is meant is not told")
_UNTOLD_LAND: Final = Tried("other", "whose territory", "open", "on whose territory it is, is not told")
_UNTOLD_ORDER: Final = Tried("other", "after it was attacked", "open", "which of the two came first is not told")


class Match(NamedTuple):
    """``state``, ``others`` and ``bound`` as in a bearing; the ``occasions`` are events; ``doubts`` are more
    conditions, besides those of the duty that the occasion has judged already (``judged``)."""

    state: str
    others: tuple[str, ...]
    bound: tuple[str, ...] = ()
    judged: tuple[Tried, ...] = ()
    doubts: tuple[Tried, ...] = ()
    occasions: tuple[str, ...] = ()


def matches(
    incident: Incident,
    commitment: Commitment,
    pattern: Conduct,
    filed: bool,
    occasions: Occasions,
    asks: frozenset[str],
) -> Iterator[Match]:
    """Each way in which the incident is such conduct.

    ``filed``: the pattern is the treaty file's own, which speaks also where no occasion is reported; ``asks`` are the
    types that set the duty off.
    """
    if pattern.objects and incident.event.object not in (None, *pattern.objects, *pattern.wider):
        return
    if incident.event.type == THREAT and pattern.effect != "triggers":
        # Words fulfil and offend nothing; whether a threat was one of force is asked where it sets off a duty.
        return
    if incident.event.type == SEIZURE and incident.host in incident.actors:
        return  # what a state holds or takes back of its own
    if pattern.doer == "target":
        incident = incident._replace(actors=incident.targets, targets=incident.actors)
    doubts = tuple(_untold(incident, pattern))
    if pattern.effect == "triggers":
        found = _triggers(incident, commitment, pattern, occasions)
    elif pattern.effect == "fulfils" and commitment.duty.kind in _HELPING:
        found = _helps(incident, commitment, pattern, filed, occasions, asks)
    elif pattern.effect == "offends" and commitment.duty.kind == "neutrality":
        found = _helps_the_foe(incident, commitment, pattern, occasions, asks)
    else:
        found = _between(incident, commitment, pattern, occasions)
    for match in found:
        yield match._replace(doubts=(*match.doubts, *doubts))


def _untold(incident: Incident, pattern: Conduct) -> Iterator[Tried]:
    """What a pattern asks and the report does not say."""
    if pattern.objects and incident.event.object is None:
        yield _UNTOLD_OBJECT
    elif incident.event.object in pattern.wider:
        yield _UNTOLD_KIND
    if incident.event.type == SEIZURE and incident.host is None:
        yield _UNTOLD_LAND


def _triggers(incident: Incident, commitment: Commitment, pattern: Conduct, occasions: Occasions) -> Iterator[Match]:
    """It sets off what others owe a state: whom it strikes or, for a duty to attack together, who strikes."""
    offense = commitment.duty.kind == "offense"
    hit, foes = (incident.actors, incident.targets) if offense else (incident.targets, incident.foes)
    for state in hit:
        bound = tuple(s for s in commitment.by if s not in (*incident.actors, *incident.targets))
        if commitment.duty.kind not in MUTUAL:
            # A right, such as that of self-defence, is open to a state; nobody owes it help by that alone.
            if foes and state in commitment.to:
                yield Match(state, foes, (), occasions.conditions(incident, commitment))
        elif foes and bound and state in commitment.to and (not pattern.by or set(pattern.by) & set(incident.actors)):
            yield Match(state, foes, bound, occasions.conditions(incident, commitment))


def _helps(
    incident: Incident,
    commitment: Commitment,
    pattern: Conduct,
    filed: bool,
    occasions: Occasions,
    asks: frozenset[str],
) -> Iterator[Match]:
    """Help for a state that was attacked, or talks with it."""
    for state in _doers(incident, commitment, pattern):
        for helped, doubts in _helped(incident, commitment, state):
            foes = incident.targets if incident.event.type == _FIGHT else ()
            occasion = occasions.on(helped, commitment, asks, incident, foes)
            if occasion is None:
                if filed and commitment.duty.kind == "defense":
                    yield Match(state, (helped,), doubts=(*doubts, _NO_OCCASION))
                continue
            first, last = incident.days.first, occasion.incident.days.last
            order = () if first and last and first >= last else (_UNTOLD_ORDER,)
            more = (*doubts, *order)
            yield Match(state, (helped,), (), occasion.conditions, more, (occasion.incident.event.id,))


def _helped(incident: Incident, commitment: Commitment, state: str) -> Iterator[tuple[str, tuple[Tried, ...]]]:
    """Whom it helps, with what is not told of that."""
    if incident.event.type == _FIGHT:
        sure = () if incident.targets else (_UNTOLD_SIDE,)
        for other in commitment.to:
            if other != state and other not in incident.targets and (incident.targets or other == incident.host):
                yield other, sure
        return
    for other in _others(incident, state):
        if other in commitment.to:
            yield other, ()
    if not _others(incident, state) and incident.host in commitment.to and incident.host != state:
        yield str(incident.host), (_UNTOLD_SIDE,)


def _helps_the_foe(
    incident: Incident, commitment: Commitment, pattern: Conduct, occasions: Occasions, asks: frozenset[str]
) -> Iterator[Match]:
    """Help for a state that has attacked one to which neutrality is owed."""
    for state in _doers(incident, commitment, pattern):
        for owed in commitment.to:
            occasion = occasions.on(owed, commitment, asks, incident) if owed != state else None
            helped = [s for s in _others(incident, state) if occasion and s in occasion.incident.actors]
            if occasion and helped:
                yield Match(state, (owed,), (), occasion.conditions, (), (occasion.incident.event.id,))


def _between(incident: Incident, commitment: Commitment, pattern: Conduct, occasions: Occasions) -> Iterator[Match]:
    """What a state does to others or on its own, which the duty forbids or asks for at any time."""
    mutual = commitment.duty.kind in (*MUTUAL, "cooperation")
    for state in _doers(incident, commitment, pattern):
        others = _others(incident, state)
        if mutual or pattern.to or commitment.duty.to:
            wanted = pattern.to or tuple(commitment.to)
            others = tuple(s for s in others if s in wanted)
            if not others and (incident.targets or pattern.to or commitment.duty.to or mutual):
                continue
        answered = occasions.answered(incident) if incident.attack else ()
        judged = occasions.conditions(incident, commitment) if incident.attack and others else ()
        yield Match(
            state, others, judged=judged or tuple(map(_unjudged, commitment.duty.conditions)), occasions=answered
        )


def _unjudged(condition: Condition) -> Tried:
    """What only a person can tell of conduct that is no attack."""
    if condition.kind in HOW_FAR:
        return Tried(condition.kind, condition.text, None, "does not say whether it is owed, but how far")
    return Tried(condition.kind, condition.text, "open", "for a person to judge")


def _doers(incident: Incident, commitment: Commitment, pattern: Conduct) -> list[str]:
    """Who acts and is bound; states that a pattern or a prohibition reaches are heard though they are no party.

    So are those that may have joined a treaty whose list is whole until a day, where what was moved or tested is what
    it forbids, and those that the file has as no party. Of lists that are not whole at all nothing is told: of every
    state in the world it would be open.
    """
    apart = {p.state for p in commitment.treaty.non_parties} if commitment.duty.kind == "prohibition" else ()
    named = bool(commitment.treaty.listed and pattern.objects) and incident.event.object in pattern.objects
    reached = commitment.duty.kind == "prohibition" and (named or bool(pattern.by or pattern.to))
    return [
        s
        for s in incident.actors
        if (not pattern.by or s in pattern.by)
        and (s in commitment.by or ((reached or s in apart) and not commitment.duty.by))
    ]


def _others(incident: Incident, state: str) -> tuple[str, ...]:
    """The other side: whom it is done to; of what several do together, the rest of them."""
    meeting = incident.event.type.startswith(MEETING)
    together = (*incident.actors, *incident.targets) if meeting or not incident.targets else incident.targets
    return tuple(dict.fromkeys(s for s in together if s != state))
