"""Duties: who owes what to whom when one state attacks another (casus foederis), with the trace."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from foedus.assess.commitments import Commitment, Commitments, least
from foedus.assess.conditions import HOW_FAR, Inside, Role, judge
from foedus.model import Attack, Condition, DutyKind, Obligation, Tried, Truth, Verdict

_VERDICTS: Final[dict[str, Verdict]] = {"met": "owed", "open": "open", "unmet": "not owed"}
_ORDER: Final = ("owed", "open", "not owed")
_KINDS: Final = ("defense", "offense", "neutrality", "nonaggression", "consultation", "collective_security")
_TO_ATTACKED: Final = ("defense", "neutrality", "consultation", "nonaggression", "collective_security")
AMONG: Final = ("nonaggression", "collective_security", "consultation")
"""Duties that hold among their own parties: against one of them for all others. Who promised to consult when a party is
threatened, by whomever, consults also when a party threatens it."""
_TO_ATTACKER: Final = ("offense", "neutrality", "consultation")
"""Whom a duty serves: help the attacked, a joint attack the attacker; neutrality and consultation either."""
_ATTACKED: Final = ("armed_attack", "invasion", "threat")
_EXCLUDES: Final[dict[DutyKind, str]] = {
    "defense": "to defend",
    "offense": "to fight beside",
    "neutrality": "not to fight",
}
"""Promises that leave no room for an attack on whom they are made to (good faith, VCLT art. 26)."""
_DEFENCE: Final = ("art51", "unprovoked")
_SELF_DEFENCE: Final = Condition(
    kind="art51", text="The use of force is no self-defence against an armed attack (UN Charter art. 51)"
)
_IN_AN_ATTACK: Final = (*HOW_FAR, *_ATTACKED, "art51", "unprovoked", "request")
"""Conditions that an attack by who made the promise meets, or that ask nothing of it."""


def duties(attack: Attack, commitments: Commitments, inside: Inside) -> tuple[Obligation, ...]:
    """Every obligation that bears on the attack: the owed first, then the open, then those that are not owed and why.

    Only treaties signed or begun by that day are heard. Each third state owes what it owes; the attackers owe
    non-aggression alone, also to whom they have promised help or neutrality.
    """
    found = [
        *_of(attack, attack.targets, "attacked", commitments, inside),
        *_of(attack, attack.attackers, "attacking", commitments, inside),
        *_implied(attack, commitments),
    ]
    rank = {kind: n for n, kind in enumerate(_KINDS)}
    return tuple(sorted(found, key=lambda o: (_ORDER.index(o.verdict), rank[o.kind], o.treaty, o.article, o.state)))


def _of(
    attack: Attack, states: Sequence[str], role: Role, commitments: Commitments, inside: Inside
) -> Iterator[Obligation]:
    on = attack.on
    for state in states:
        for commitment in (*commitments.owed(state, on), *commitments.past(state, on)):
            if concerns(commitment, role):
                for bound in bearers(commitment, state, attack):
                    yield obligation(commitment, bound, state, attack, role, inside)


def _implied(attack: Attack, commitments: Commitments) -> Iterator[Obligation]:
    """Non-aggression of attackers that have promised help or neutrality, by treaties that do not lay it down."""
    for state in attack.targets:
        owed = commitments.owed(state, attack.on)
        laid_down = {c.treaty.id for c in owed if c.duty.kind == "nonaggression"}
        found: dict[tuple[str, str], Obligation] = {}
        for commitment in owed:
            if commitment.duty.kind in _EXCLUDES and commitment.treaty.id not in laid_down:
                for bound in (s for s in attack.attackers if s in commitment.by and s != state):
                    if commitment.truth(bound, state, attack.on) == "unmet":
                        continue
                    made = _peace(commitment, bound, state, attack)
                    known = found.get((bound, commitment.treaty.id), made)
                    surer = _ORDER.index(made.verdict) < _ORDER.index(known.verdict)
                    found[bound, commitment.treaty.id] = made if surer else known
        yield from found.values()


def _peace(commitment: Commitment, state: str, other: str, attack: Attack) -> Obligation:
    """What a promise of help or neutrality says of an attack by who made it: certain where it has no conditions."""
    duty = commitment.duty
    limits = any(c.kind not in _IN_AN_ATTACK for c in duty.conditions)
    reason = f"a promise {_EXCLUDES[duty.kind]} it leaves no room for an attack on it (good faith, VCLT art. 26)"
    reason += "; whether so beyond the conditions of the promise, is for a person to judge" if limits else ""
    tried = Tried("adversary", "Not laid down, implied", "open" if limits else "met", reason)
    defence = judge(_SELF_DEFENCE, attack, "attacked", _unknown)
    found = obligation(commitment, state, other, attack, "attacked", _unknown)
    truths: list[Truth] = [one.truth for one in (tried, defence) if one.truth]
    truth = least([commitment.truth(state, other, attack.on), *truths])
    return msgspec.structs.replace(found, kind="nonaggression", conditions=(tried, defence), verdict=_VERDICTS[truth])


def _unknown(_place: str, _area: str, _on: dt.date) -> None:
    """Where an attack happens does not matter to who has promised not to make one."""


def concerns(commitment: Commitment, role: Role) -> bool:
    """Does the duty speak of a state in that role? One for the case of an attack on it does not when it attacks."""
    if role == "attacked":
        return commitment.duty.kind in _TO_ATTACKED
    asks = any(c.kind in _ATTACKED for c in commitment.duty.conditions)
    return commitment.duty.kind in _TO_ATTACKER and not asks


def bearers(commitment: Commitment, state: str, attack: Attack) -> list[str]:
    """Who owes it to ``state``: third parties; of non-aggression, the attackers."""
    fighting = (*attack.attackers, *attack.targets)
    if commitment.duty.kind == "nonaggression":
        return [s for s in attack.attackers if s in commitment.by and s != state and commitment.by[s].opened(attack.on)]
    third = [s for s in commitment.by if s not in fighting and commitment.by[s].opened(attack.on)]
    if commitment.duty.kind == "collective_security":
        # Of so many, those who left or no longer exist are no news.
        return [s for s in third if commitment.by[s].truth(attack.on) != "unmet"]
    return third


def tried(commitment: Commitment, attack: Attack, role: Role, inside: Inside) -> tuple[Tried, ...]:
    """The conditions of a duty, judged; an attacker or attacked that is a party itself is one more, for a person.

    Self-defence, an inherent right, breaks no promise of non-aggression, whether that says so or not.
    """
    asked = commitment.duty.conditions
    if commitment.duty.kind == "nonaggression" and not any(c.kind in _DEFENCE for c in asked):
        asked = (*asked, _SELF_DEFENCE)
    found = [judge(c, attack, role, inside) for c in asked]
    foes = attack.attackers if role == "attacked" else attack.targets
    within = [s for s in foes if s in commitment.by and commitment.by[s].truth(attack.on) != "unmet"]
    if within and commitment.duty.kind not in AMONG:
        reason = (
            f"{', '.join(within)} is bound by it too: whether it holds among its own parties is for a person to judge"
        )
        found.append(Tried("adversary", "a party of it", "open", reason))
    return tuple(found)


def _phase(commitment: Commitment, attack: Attack) -> Iterator[Tried]:
    """A wording that ran at another time, or may have."""
    if (runs := commitment.runs(attack.on)) != "met":
        yield Tried("other", "laid down so on that day", runs, f"laid down so in {commitment.duty.within} alone")


def obligation(
    commitment: Commitment, state: str, other: str, attack: Attack, role: Role, inside: Inside
) -> Obligation:
    """What ``state`` owes ``other`` by the commitment in this case, with the verdict and all that leads to it."""
    on, treaty, duty = attack.on, commitment.treaty, commitment.duty
    conditions = (*tried(commitment, attack, role, inside), *_phase(commitment, attack))
    bonds = (commitment.by[state].bond(state, treaty.id, on), commitment.to[other].bond(other, treaty.id, on))
    truths = [t.truth for t in conditions if t.truth]
    return Obligation(
        state=state,
        to=other,
        against=attack.attackers if role == "attacked" else attack.targets,
        kind=duty.kind,
        nature=treaty.nature,
        treaty=treaty.id,
        article=duty.article,
        text=duty.text,
        verdict=_VERDICTS[least([commitment.truth(state, other, on), *truths])],
        bonds=bonds,
        conditions=conditions,
    )
