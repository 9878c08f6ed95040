"""Fights: who comes to fight whom when duties of defence and of attack are honoured, to a fixpoint.

Plain forward chaining over two degrees of certainty: what follows from duties that are owed is certain, what needs a
condition that a person must judge is not. A fight is only ever added or made certain, so the chaining ends.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import msgspec

from foedus.assess.commitments import Commitment, Commitments, least
from foedus.assess.conditions import Inside, Role
from foedus.assess.duties import tried
from foedus.model import Attack, ConditionKind, Tried, Truth

Pair = tuple[str, str]
"""Who fights, and whom."""
Owed = tuple[Commitment, list[tuple[str, Truth]]]
"""A commitment to a state, with each who may be bound by it, and whether it is."""


_PERSON: Final = "for a person to judge"


class Fight(NamedTuple):
    """``one`` fights ``other`` from a round on; ``attack``: as an attacker, else in defence of another."""

    one: str
    other: str
    round: int
    certain: bool
    attack: bool


class Ground(NamedTuple):
    """Why ``state`` fights: its commitment to ``to`` against ``foe``, in a round; ``doubts`` are not of the duty."""

    state: str
    to: str
    foe: str
    commitment: Commitment
    role: Role
    round: int
    certain: bool
    attack: Attack
    doubts: tuple[Tried, ...]


# Who helps an attacked state answers an attack: whether that is one itself, is for a person to judge.
_HELP: Final[Mapping[ConditionKind, bool]] = {"unprovoked": False}


class Fights:
    """The fights that follow from an attack, with the grounds of each; ``pairs`` are who fights whom."""

    def __init__(self, attack: Attack, commitments: Commitments, inside: Inside) -> None:
        self.attack, self._commitments, self._inside = attack, commitments, inside
        self.fights: dict[tuple[str, str, bool], Fight] = {}
        self.grounds: list[Ground] = []
        self._foes: dict[str, dict[str, bool]] = {}
        self._owed: dict[str, list[Owed]] = {}
        self._agenda: dict[tuple[str, str, bool], Fight] = {}
        self._round = 0
        for one in attack.attackers:
            for other in attack.targets:
                self._add(Fight(one, other, 0, True, True))
        while self._agenda:
            # Round by round, each from what stood at its beginning: the order of treaties must not matter.
            self._round += 1
            pending, self._agenda = sorted(self._agenda.items()), {}
            found = [ground for _, fight in pending for ground in self._following(fight)]
            self.grounds += found
            for ground in found:
                self._add(Fight(ground.state, ground.foe, self._round, ground.certain, ground.role == "attacking"))

    @property
    def pairs(self) -> dict[Pair, bool]:
        """Who fights whom, and whether that is certain."""
        found: dict[Pair, bool] = {}
        for fight in self.fights.values():
            pair = (fight.one, fight.other)
            found[pair] = found.get(pair, False) or fight.certain
        return found

    def _add(self, fight: Fight) -> None:
        """A new fight, or one that becomes certain, is followed up."""
        key = (fight.one, fight.other, fight.attack)
        known = self.fights.get(key)
        if known and (known.certain or not fight.certain):
            return
        fight = fight._replace(round=known.round) if known else fight
        self.fights[key] = fight
        self._agenda[key] = fight
        foes = self._foes.setdefault(fight.other, {})
        if not foes.get(fight.one) and foes.get(fight.one) != fight.certain:
            foes[fight.one] = fight.certain
            if len(foes) > 1 and self._counts(fight.other):
                self._agenda |= {key: f for key, f in self.fights.items() if f.other == fight.other}

    def _counts(self, state: str) -> bool:
        """Does a duty to the state ask for a number of adversaries, so that each one more can bring it about?"""
        return any(c.kind == "number" for commitment, _ in self._owing(state) for c in commitment.duty.conditions)

    def _owing(self, state: str) -> list[Owed]:
        """The duties of defence and attack owed to a state on the day, with those who may owe them; asked for often."""
        if state not in self._owed:
            on = self.attack.on
            made: list[Owed] = []
            for commitment in self._commitments.owed(state, on):
                if commitment.duty.kind in ("defense", "offense"):
                    truths = ((bound, commitment.truth(bound, state, on)) for bound in commitment.by)
                    made.append((commitment, [(bound, truth) for bound, truth in truths if truth != "unmet"]))
            self._owed[state] = made
        return self._owed[state]

    def _following(self, fight: Fight) -> Iterator[Ground]:
        question = self._question(fight)
        for owed in self._owing(fight.other):
            if owed[0].duty.kind == "defense":
                yield from self._joining(fight, question, fight.other, "attacked", owed)
        for owed in self._owing(fight.one) if fight.attack else ():
            if owed[0].duty.kind == "offense":
                yield from self._joining(fight, question, fight.one, "attacking", owed)

    def _joining(self, fight: Fight, question: Attack, state: str, role: Role, owed: Owed) -> Iterator[Ground]:
        commitment, bearers = owed
        foe = fight.one if role == "attacked" else fight.other
        truths: list[Truth] | None = None
        doubts: tuple[Tried, ...] = ()
        for bound, truth in bearers:
            if bound in (fight.one, fight.other):
                continue
            if truths is None:
                truths = [t.truth for t in tried(commitment, question, role, self._inside) if t.truth]
                doubts = tuple(self._doubts(fight, role, commitment))
                truths += ["open"] * bool(doubts)
            if (found := least([truth, *truths])) != "unmet":
                yield Ground(bound, state, foe, commitment, role, self._round, found == "met", question, doubts)

    def _doubts(self, fight: Fight, role: Role, commitment: Commitment) -> Iterator[Tried]:
        """What is open beside the conditions of the duty.

        A fight may not come about, help against an attacker may be an attack on it or not, and a number may be one that
        only uncertain foes make up.
        """
        if not fight.certain:
            yield Tried("armed_attack", "it comes to that fight at all", "open", _PERSON)
        if role == "attacked" and not fight.attack:
            yield Tried("armed_attack", f"help against {fight.other} is itself an attack on it", "open", _PERSON)
        sure = sum(self._foes[fight.other].values())
        numbers = [c.least for c in commitment.duty.conditions if c.kind == "number"]
        if role == "attacked" and any(sure < least for least in numbers):
            yield Tried("number", f"at least {max(numbers)} adversaries for certain", "open", _PERSON)

    def _question(self, fight: Fight) -> Attack:
        """The fight put as a question; only the attack that was asked about has a place and what is given."""
        first = fight.round == 0
        return msgspec.structs.replace(
            self.attack,
            attackers=(fight.one,),
            targets=(fight.other,),
            others=tuple(sorted(self._foes[fight.other])),
            places=self.attack.places if first else (),
            given=self.attack.given if first else {} if fight.attack else dict(_HELP),
        )
