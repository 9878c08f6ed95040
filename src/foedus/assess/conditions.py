"""Conditions: does what a duty asks hold in the case that is put? Met, unmet, or for a person to judge."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal

from foedus.model import Attack, Condition, ConditionKind, Tried, Truth

Role = Literal["attacked", "attacking"]
"""What the state does to which the duty is owed."""
Inside = Callable[[str, str, dt.date], bool | None]
"""Does a state's territory, a place or an area lie in an area, or in a state, on a day? None when that is not known."""
HOW_FAR: Final = (
    "constitutional",
    "domestic_law",
    "own_judgement",
    "unsc_report",
    "verification",
    "mutual_agreement",
    "third_state",
    "alliance",
)
"""These do not say whether a duty is owed, they say how it is performed: they are told, and decide nothing."""
_ASKED: Final[Mapping[ConditionKind, str]] = {
    "invasion": "whether the attack is an armed invasion",
    "state_of_war": "whether a state of war follows",
    "ongoing_conflict": "whether the conflict that it names is going on",
    "demand_unmet": "whether a demand was made and refused",
    "unprovoked": "whether the attack was unprovoked",
    "request": "whether the attacked state asks for it",
    "council_decision": "whether the Security Council has decided on measures",
}


def judge(condition: Condition, attack: Attack, role: Role, inside: Inside) -> Tried:
    """One condition with its outcome and the reason."""
    if condition.kind in HOW_FAR:
        return Tried(condition.kind, condition.text, None, "does not say whether it is owed, but how far")
    if condition.kind in attack.given:
        holds = attack.given[condition.kind]
        return Tried(condition.kind, condition.text, "met" if holds else "unmet", "taken as given in the question")
    truth, reason = _judge(condition, attack, role, inside)
    return Tried(condition.kind, condition.text, truth, reason)


def _judge(condition: Condition, attack: Attack, role: Role, inside: Inside) -> tuple[Truth, str]:
    kind = condition.kind
    if kind == "threat" and condition.excluded:
        return "unmet", "it is for threats other than the armed attack that the question supposes"
    if kind in ("armed_attack", "threat"):
        return "met", "the question supposes an armed attack on it"
    if kind == "art51":
        return _self_defence(attack)
    if kind == "adversary":
        return _adversary(condition, attack.attackers if role == "attacked" else attack.targets)
    if kind == "number":
        foes = len({*attack.attackers, *attack.others} if role == "attacked" else attack.targets)
        return ("met" if foes >= condition.least else "unmet"), f"{foes} of at least {condition.least} adversaries"
    if kind in ("area", "territories"):
        return _elsewhere(condition, attack, role) or _area(condition, attack, inside)
    if kind == "unprovoked" and role == "attacking":
        return "unmet", "the state to which it is owed attacks"
    return "open", f"{_ASKED.get(kind, 'this')}: for a person to judge"


def _self_defence(attack: Attack) -> tuple[Truth, str]:
    """Collective self-defence is against an armed attack; what answers one is none (UN Charter art. 51)."""
    if "unprovoked" not in attack.given:
        return "open", "whether the attack is not itself self-defence: for a person to judge"
    if attack.given["unprovoked"]:
        return "met", "the attack is taken as unprovoked"
    return "unmet", "the attack is taken as self-defence against an armed attack"


def _adversary(condition: Condition, foes: Sequence[str]) -> tuple[Truth, str]:
    if not condition.states and not condition.perhaps:
        return "open", "the treaty names an adversary that is not on file: for a person to judge"
    named = [s for s in foes if s in condition.states]
    listed = ", ".join(condition.states)
    if condition.excluded:
        free = [s for s in foes if s not in condition.states]
        return ("met" if free else "unmet"), f"any adversary but {listed}"
    if not named and (doubtful := [s for s in foes if s in condition.perhaps]):
        return "open", f"whether {', '.join(doubtful)} is such an adversary: for a person to judge"
    return ("met" if named else "unmet"), f"the adversary must be {listed}"


def _elsewhere(condition: Condition, attack: Attack, role: Role) -> tuple[Truth, str] | None:
    """An area that no file names is taken to lie in the part of the world of those to whom the duty is owed."""
    helped = attack.targets if role == "attacked" else attack.attackers
    if condition.areas or attack.places or not set(helped) <= set(attack.abroad):
        return None
    return "unmet", f"{', '.join(helped)} fights in another part of the world: the area is taken to lie in its own"


def _area(condition: Condition, attack: Attack, inside: Inside) -> tuple[Truth, str]:
    if not attack.places:
        return "open", "where the attack happens was not told"
    places = ", ".join(attack.places)
    if not condition.areas:
        # "Territories under a party's control": its own, for a start, overseas ones too.
        own = [p for p in attack.places if any(inside(p, target, attack.on) for target in attack.targets)]
        if condition.kind == "territories" and own:
            return "met", f"{', '.join(own)}: the attacked state's own territory"
        return "open", f"whether {places} lies within: for a person to judge"
    found = {area: [inside(place, area, attack.on) for place in attack.places] for area in condition.areas}
    listed = ", ".join(condition.areas)
    if held := [area for area, answers in found.items() if any(answers)]:
        return "met", f"{places} lies in {', '.join(held)}"
    if any(None in answers for answers in found.values()):
        return "open", f"whether {places} lies in {listed} is not on file"
    return "unmet", f"{places} does not lie in {listed}"
