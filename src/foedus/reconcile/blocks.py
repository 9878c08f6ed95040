"""Blocks: which claims can be of one event at all, so that the cost grows with the claims and not with their pairs.

A claim falls into one block (type, treaty or principals, done or to come). In it, facets part the events: each is a
value or None, unknown, which fits any value. What no facet parts, time does (see matching).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from foedus.model import LIFE_CYCLE, Treaty
from foedus.reconcile.items import DONE, Item
from foedus.reconcile.sites import Sites
from foedus.reconcile.topics import extends, topic_of, words_of

Facets = tuple[str | None, ...]
ONCE: Final = frozenset(
    f"treaty.{act}" for act in ("sign", "submit", "ratify", "exchange", "enter_into_force", "publish")
)
"""Acts that a bilateral treaty has once, or once for each party (VCLT art. 11-16, 24)."""
STEPS: Final = frozenset(f"treaty.{act}" for act in ("ratify", "withdraw", "suspend"))
"""Acts of one party that several of its bodies take in turn: chambers vote, a head of state signs."""
CHAMBERS: Final = "chambers"
JOINS: Final = "joins:"
"""How the reader marks a consent that is told as joining an organisation."""
_TOGETHER: Final = frozenset(f"treaty.{act}" for act in ("sign", "enter_into_force"))
"""Acts that the makers of a treaty do together: who names most of them means all."""
AGAIN: Final = "again"
"""Where in a block it stands that a treaty is extended: another act than its signature, and one that recurs."""
BY_PARTY: Final = frozenset(f"treaty.{act}" for act in ("submit", "ratify", "suspend", "withdraw", "terminate"))
MUTUAL: Final = ("forces.exercise", "relation.deepen", "relation.compare", "diplomacy.meet", "treaty.negotiate")
_VAGUE: Final = ("group", "bloc", "text")
_PAIR: Final = re.compile(r"treaty:([A-Z]{3})-([A-Z]{3})(?:-\d{4})?")
_ID: Final = re.compile(r"[a-z]+:\S+")
_BILATERAL: Final = 2
_ACT: Final = 4
"""Parts of the block of an act on a treaty: type, treaty, whose act, done or to come."""


class Slot(NamedTuple):
    """Where a claim belongs. ``dated`` is False where the block is one event whatever its dates.

    ``once``: the block is of an act that is done once, so that dates which can be slips of each other are of one event.
    """

    block: tuple[str, ...]
    facets: Facets
    dated: bool
    once: bool = False


class Blocks:
    """Finds the slot of each claim."""

    def __init__(self, sites: Sites, treaties: Mapping[str, Treaty]) -> None:
        self._sites, self._treaties = sites, treaties
        by_type: dict[str, Callable[[Item], Facets]] = {
            "diplomacy.meet": self._meeting,
            "diplomacy.visit": self._visit,
            "forces.deploy": self._stationing,
            "forces.withdraw": self._stationing,
            "forces.fight": lambda i: (*self._against(i), thing(i.claim.object)),
            "forces.casualties": lambda i: (*self._against(i), i.claim.quantity.kind if i.claim.quantity else None),
            "forces.exercise": lambda i: (self._sites.part(i.claim.place),),
            "attack.incursion": self._against,
            "attack.strike": self._against,
            "control.territory": self._against,
            "relation.deepen": lambda _: (),
            "statement.assess": lambda i: (" ".join(words_of(i.claim.evidence.text)),),
        }
        self._by_type = by_type

    def slot(self, item: Item) -> Slot:
        """The block, the facets, and whether time parts the events of the block."""
        claim = item.claim
        if claim.type in LIFE_CYCLE and claim.object:
            return self._act(item, claim.object)
        if claim.type == "treaty.provision":
            # "It lays down no duty to defend" stands beside a duty on the same topic, not against it: scopes differ.
            topic = f"not {topic_of(claim)}" if claim.polarity == "negative" else topic_of(claim)
            return Slot((claim.type, claim.object or joined(item.actors)), (topic,), False)
        if claim.type.startswith("statement."):
            return self._speech(item)
        sides = item.actors | item.targets if claim.type in MUTUAL else item.actors
        stand = standing(item)
        facets = self._by_type.get(claim.type, self._plain)(item)
        return Slot((claim.type, joined(sides), stand), facets, True)

    def parties(self, treaty: str) -> frozenset[str]:
        """The parties by the treaty's file, else by the states in its id, else nobody."""
        if treaty in self._treaties:
            return frozenset(p.state for p in self._treaties[treaty].parties)
        found = _PAIR.fullmatch(treaty)
        return frozenset(found.groups()) if found else frozenset()

    def multilateral(self, treaty: str) -> bool:
        """Has it more than two parties? Then states sign, join and leave at different times."""
        return len(self.parties(treaty)) > _BILATERAL

    @staticmethod
    def is_act(block: tuple[str, ...]) -> bool:
        """Is it a block of acts on a known treaty? (The others speak of acts on a treaty that no claim names.)"""
        return block[0] in LIFE_CYCLE and len(block) == _ACT

    def _act(self, item: Item, treaty: str) -> Slot:
        parties = self.parties(treaty)
        many = self.multilateral(treaty)
        who = item.actors if many or item.claim.type in BY_PARTY else frozenset()
        if item.claim.type in _TOGETHER and len(who & parties) > 1 and 2 * len(who & parties) >= len(parties):
            who = frozenset()
        if not who and item.claim.type in BY_PARTY and not many:
            to = item.targets if item.claim.type == "treaty.submit" else frozenset()
            who = parties & to or parties
        again = item.claim.type == "treaty.sign" and _extended(item)
        once = item.claim.type in ONCE and not again
        facets = self.body(item) if item.claim.type in STEPS else ()
        stand = "not done" if item.claim.polarity == "negative" and item.modality == "asserted" else standing(item)
        stand = f"{stand} {AGAIN}" if again else stand
        return Slot((item.claim.type, treaty, joined(who), stand), facets, many or not once, once)

    def by_body(self, items: Iterable[Item]) -> dict[str, list[Item]]:
        """Claims of one step of a party by who takes it: a person, a body, or "" for the state as a whole.

        What a parliament of two chambers does is apart: it may be told of either.
        """
        bodies: dict[str, list[Item]] = {}
        for item in items:
            own = [who for who in item.claim.actors if who not in item.actors]
            if own and all(who.startswith("person:") for who in own):
                body = "person"
            elif own and all(self._sites.branch(who) == "parliament" for who in own):
                body = CHAMBERS if any(self._sites.chambered(state) for state in item.actors) else "body"
            else:
                body = "body" if own else ""
            bodies.setdefault(body, []).append(item)
        return {body: bodies[body] for body in sorted(bodies)}

    def body(self, item: Item) -> Facets:
        """Which body takes the step, as branch and chamber; (None, None) where only the state is named.

        A parliament may be any of its chambers. Who joins an organisation does so as a state, after all other steps.
        """
        if any(step.startswith(JOINS) for step in item.claim.because):
            return "joining", ""
        own = sorted({who for who in item.claim.actors if who not in item.actors})
        if not own:
            return None, None
        kinds = {self._sites.branch(who) for who in own}
        chambers = [who for who in own if self._sites.branch(who) == "chamber"]
        if kinds <= {"chamber", "parliament"}:
            return "parliament", joined(chambers) or None
        return "head", ""

    def _speech(self, item: Item) -> Slot:
        """Who speaks of whom; a speech act on no known day is compared within its own article alone."""
        claim = item.claim
        when = "" if item.interval or item.published else claim.article
        if claim.type == "statement.assess":
            facets = self._by_type[claim.type](item)
        else:
            facets = (*persons(item, item.actors), states(item.targets), identified(claim.object))
        return Slot((claim.type, joined(item.actors), when), facets, True)

    def _plain(self, item: Item) -> Facets:
        return states(item.targets), thing(item.claim.object)

    def _meeting(self, item: Item) -> Facets:
        """Who met, person by person for each side, and in which state, unless the day tells the meeting by itself."""
        day = (
            item.interval is not None and item.interval.first is not None and item.interval.first == item.interval.last
        )
        place = None if day else self._sites.state(item.claim.place)
        return (*persons(item, item.actors | item.targets), place)

    def _visit(self, item: Item) -> Facets:
        host = joined(item.targets) or self._sites.state(item.claim.place)
        return (*persons(item, item.actors), host or None)

    def _stationing(self, item: Item) -> Facets:
        """Host, part of it and kind of forces: those in one region are not those in the whole country."""
        return self._sites.host(item), self._sites.part(item.claim.place) or "", thing(item.claim.object)

    def _against(self, item: Item) -> Facets:
        return states(item.targets), self._sites.part(item.claim.place)


def _extended(item: Item) -> bool:
    """Is a treaty told to be made to last longer?"""
    return any(extends(step.rpartition(":")[2]) for step in item.claim.because if step.startswith("trigger:"))


def standing(item: Item) -> str:
    """Is it told as done (or as not done), or as to come? A plan and its fulfilment are two events."""
    return "done" if item.modality in DONE else "to come"


def joined(names: Iterable[str]) -> str:
    """Several ids as one, whatever their order."""
    return "+".join(sorted(names))


def states(names: frozenset[str]) -> str | None:
    """The named ones; None when nobody, or only a bloc or a group, is named: it may be anyone."""
    return joined(n for n in names if n.partition(":")[0] not in _VAGUE) or None


def persons(item: Item, sides: frozenset[str]) -> Facets:
    """For each side the persons who act for it, None where only the state or a body is named."""
    return tuple(joined({who for who, side in item.people if side == one}) or None for one in sorted(sides))


def thing(name: str | None) -> str | None:
    """What is moved, tested or shown: an id as it is, free text by its words."""
    if not name:
        return None
    return name if identified(name) else " ".join(words_of(name))


def identified(name: str | None) -> str | None:
    """An id of the claim contract, None for free text."""
    return name if name and _ID.fullmatch(name) else None
