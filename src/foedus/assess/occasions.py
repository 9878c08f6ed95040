"""Occasions: the reported attacks and threats that set a duty off, or that an attack may answer."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from foedus.assess.commitments import ALLIANCE, Commitment, least
from foedus.assess.conditions import Inside, Role, judge
from foedus.assess.duties import AMONG
from foedus.assess.incidents import THREAT, Incident
from foedus.model import Attack, Condition, Tried, Truth

_SET_OFF = ("armed_attack", "threat")
_GROUP = "whether it counts as an armed attack is for a person to judge"


class Occasion(NamedTuple):
    """An attack on ``state``, with the conditions of a duty judged for it."""

    incident: Incident
    conditions: tuple[Tried, ...]

    @property
    def truth(self) -> Truth:
        """All conditions together; a contested report leaves it open."""
        found = [t.truth for t in self.conditions if t.truth]
        return least([*found, "open"]) if self.incident.report == "disputed" else least(found)


class Occasions:
    """The attacks and threats among the incidents, none that is denied."""

    def __init__(self, incidents: Iterable[Incident], inside: Inside) -> None:
        self._inside = inside
        self._found = [
            i for i in incidents if i.report != "denied" and i.foes and i.targets and (i.attack or _threat(i))
        ]

    def on(
        self,
        state: str,
        commitment: Commitment,
        types: Iterable[str],
        help_: Incident,
        foes: Collection[str] = (),
    ) -> Occasion | None:
        """What asked for help: of the attacks that can have come before it, the one whose conditions hold best.

        With ``foes`` only their attacks.
        """
        found = [
            Occasion(one, self.conditions(one, commitment))
            for one in self._found
            if one.event.type in types
            and state in one.targets
            and not set(help_.actors) & set(one.actors)
            and (not foes or set(foes) & set(one.foes))
            and _before(one, help_)
        ]
        rank = ("met", "open", "unmet")
        found.sort(key=lambda o: (rank.index(o.truth), -o.incident.last.toordinal(), o.incident.event.id))
        return found[0] if found else None

    def answered(self, attack: Incident) -> tuple[str, ...]:
        """The reported attacks of an attacked state on its attacker that can have come before."""
        return tuple(
            one.event.id
            for one in self._found
            if one.attack and set(one.actors) & set(attack.targets) and set(one.targets) & set(attack.actors)
            if _before(one, attack)
        )

    def conditions(self, one: Incident, commitment: Commitment) -> tuple[Tried, ...]:
        """The conditions of a duty owed to a state, judged for an attack or threat that is reported."""
        role: Role = "attacking" if commitment.duty.kind == "offense" else "attacked"
        attack = Attack(
            attackers=one.foes, targets=one.targets, on=one.last, places=(one.event.place,) if one.event.place else ()
        )
        found = [
            _reported(c, one) or judge(c, attack, role, self._inside) for c in commitment.duty.conditions
        ]  # fmt: skip
        within = [s for s in one.actors if s in commitment.by and commitment.by[s].over(one.days) != "unmet"]
        if within and commitment.duty.kind in ALLIANCE and commitment.duty.kind not in AMONG:
            reason = f"{', '.join(within)} is bound by it too: whether it holds among its own parties"
            found.append(Tried("adversary", "a party of it", "open", f"{reason} is for a person to judge"))
        if not one.actors:
            found.append(Tried("armed_attack", "an attack by a group that is no state", "open", _GROUP))
        if _threat(one):
            found.append(Tried("threat", "a threat of force", "open", "whether it was one is for a person to judge"))
        return tuple(found)


def _threat(incident: Incident) -> bool:
    return incident.event.type == THREAT


def _before(one: Incident, other: Incident) -> bool:
    return one.event.id != other.event.id and (one.days.first is None or one.days.first <= other.last)


def _reported(condition: Condition, one: Incident) -> Tried | None:
    """An attack or a threat is what is reported, and no longer supposed."""
    if condition.kind not in _SET_OFF:
        return None
    met = not condition.excluded if one.attack else condition.kind == "threat"
    what = "an armed attack" if one.attack else "a threat"
    return Tried(condition.kind, condition.text, "met" if met else "unmet", f"{what} on it is reported")
