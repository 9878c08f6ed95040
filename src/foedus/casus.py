"""Casus foederis: a question about an attack, put to the treaty files."""

import datetime as dt
import difflib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, get_args

import msgspec

from foedus.arguments import folded
from foedus.assess.cascade import cascade as cascade_of
from foedus.assess.commitments import Commitments
from foedus.assess.duties import duties as duties_of
from foedus.assess.terms import Terms
from foedus.model import Attack, Basis, Cascade, ConditionKind, Event, Obligation, UsageError
from foedus.packs.areas import load_areas
from foedus.packs.folders import folders
from foedus.packs.treaties import first_day, load_treaties
from foedus.packs.world import World, load_world

_ATTACKS: Final = ("attack.incursion", "attack.strike")
_YES: Final = {"yes": True, "no": False}


def duties(attack: Attack) -> tuple[Obligation, ...]:
    """What each state owes in that case, with the trace. Raises PackError."""
    return duties_of(attack, _commitments(attack), load_areas().inside)


def cascade(attack: Attack) -> Cascade:
    """Who is drawn in, round by round. Raises PackError."""
    return cascade_of(attack, _commitments(attack), load_areas().inside)


def attack_of(
    sides: str,
    on: dt.date,
    *,
    places: Iterable[str] = (),
    given: Iterable[str] = (),
    known: dt.date | None = None,
    basis: Basis = "in-force",
) -> Attack:
    """The question ``ATTACKER[,…]:TARGET[,…]``; states by code or name, ``given`` as ``KIND=yes`` or ``KIND=no``.

    Raises UsageError for what no pack knows, a state that did not exist on that day, or a state on both sides.
    """
    one, colon, other = sides.partition(":")
    if not colon or not one.strip() or not other.strip():
        raise UsageError(f"no attack in {sides!r}", "--attack", "write ATTACKER:TARGET, such as UKR:RUS")
    world = load_world()
    attackers, targets = (tuple(state_of(s, on, world) for s in side.split(",")) for side in (one, other))
    if both := sorted(set(attackers) & set(targets)):
        raise UsageError(f"{both[0]} on both sides", "--attack", "a state cannot attack itself")
    _within_files(on)
    return Attack(
        attackers=attackers,
        targets=targets,
        on=on,
        known=known,
        basis=basis,
        places=places_of(places, on, world),
        given=given_of(given),
    )


def places_of(texts: Iterable[str], on: dt.date, world: World) -> tuple[str, ...]:
    """Ids of states, places or areas by id or name. Raises UsageError, with what may be meant."""
    return tuple(_place(text, on, world) for text in texts)


def given_of(texts: Iterable[str]) -> dict[ConditionKind, bool]:
    """Conditions that are taken as met or not, each as ``KIND=yes`` or ``KIND=no``.

    Raises UsageError for what is none, and for one that is given both ways.
    """
    held: dict[ConditionKind, bool] = {}
    for kind, holds in map(_given, texts):
        if held.setdefault(kind, holds) != holds:
            raise UsageError(f"{kind} is given as yes and as no", "--given", "give it once")
    return held


def state_of(text: str, on: dt.date, world: World) -> str:
    """The id of the state that a code or a name in any language means. Raises UsageError, with what may be meant."""
    wanted = folded(text)
    names = {folded(name): s.id for s in world.states.values() for names in s.names.values() for name in names}
    names |= {folded(id_): id_ for id_ in world.states}
    if wanted not in names:
        near = difflib.get_close_matches(wanted, names, 1)
        meant = (
            f"did you mean {world.label(names[near[0]])} ({names[near[0]]})?" if near else "write a code such as PRK"
        )
        raise UsageError(f"no state {text.strip()!r}", mend=meant)
    state = names[wanted]
    if world.existed_on(state, on) is False:
        times = ", ".join(map(str, world.existed[state]))
        raise UsageError(
            f"{world.label(state)} did not exist on {on} (it did: {times})", mend=_instead(state, on, world)
        )
    return state


def _instead(state: str, on: dt.date, world: World) -> str:
    """The state of that day that the Correlates of War count as the same one."""
    cow = world.states[state].cow
    same = [s for s in world.states.values() if cow and s.cow and s.cow.number == cow.number and s.id != state]
    then = [f"{world.label(s.id)} ({s.id})" for s in same if world.existed_on(s.id, on)]
    return f"did you mean {' or '.join(then)}?" if then else "mend --on, or add its time with --packs"


class Case(msgspec.Struct, frozen=True):
    """A question with its answer; of a reported attack the ``event``.

    ``later`` are the obligations that stand otherwise on the last day (``until``) that the report allows.
    """

    attack: Attack
    obligations: tuple[Obligation, ...]
    event: str = ""
    until: dt.date | None = None
    later: tuple[Obligation, ...] = ()


def reported(events: Iterable[Event], basis: Basis = "in-force") -> tuple[Case, ...]:
    """The attacks that events tell as done, by known states on known ones, in a known time; by day, then sides."""
    found = []
    for event in events:
        days = event.when.days() if event.when else None
        if is_attack(event) and days and days.first and days.last:
            one, other = _sides(event)
            places = (event.place,) if event.place else ()
            attack = Attack(attackers=tuple(one), targets=tuple(other), on=days.first, places=places, basis=basis)
            found.append(_case(attack, event.id, days.last))
    return tuple(sorted(found, key=lambda c: (c.attack.on, c.attack.attackers, c.attack.targets, c.event)))


def is_attack(event: Event) -> bool:
    """Does it tell as done of an attack by known states on known ones, in a known time?"""
    days = event.when.days() if event.when else None
    told = event.modality == "asserted" and event.polarity == "positive" and not event.void()
    one, other = _sides(event)
    dated = days is not None and days.first is not None and days.last is not None
    return event.type in _ATTACKS and told and dated and bool(one and other) and not set(one) & set(other)


def _sides(event: Event) -> tuple[list[str], list[str]]:
    states = load_world().states
    return [s for s in event.actors if s in states], [s for s in event.targets if s in states]


def _case(attack: Attack, event: str, until: dt.date) -> Case:
    first = duties(attack)
    if until == attack.on:
        return Case(attack, first, event)
    verdicts = {named(o): o.verdict for o in first}
    last = duties(msgspec.structs.replace(attack, on=until))
    later = tuple(o for o in last if verdicts.get(named(o)) != o.verdict)
    return Case(attack, first, event, until, later)


def named(o: Obligation) -> tuple[str, str, str, str, str]:
    """By what an obligation is the same on another day."""
    return o.state, o.to, o.kind, o.treaty, o.article


def _commitments(attack: Attack) -> Commitments:
    return commitments(folders("treaties"), attack.known, attack.basis)


@lru_cache(maxsize=8)
def commitments(where: tuple[Path, ...], known: dt.date | None, basis: Basis) -> Commitments:
    """The duties of the treaties in these folders, kept for the next question. Raises PackError."""
    return Commitments(Terms(load_treaties(where), known, basis))


def _within_files(on: dt.date) -> None:
    """A day before every act on file asks for what no file can answer."""
    earliest = first_day()
    if earliest and on < earliest:
        raise UsageError(f"{on} is before the first act on file ({earliest})", "--on", "add treaties with --packs")


def _place(text: str, on: dt.date, world: World) -> str:
    """An area or a place by id or name, else a state."""
    name = text.strip().replace(" ", "_")
    areas, places = load_areas(), {**world.places, **world.capitals}
    for id_ in (text, f"area:{name}"):
        if areas.known(id_):
            return id_
    if name.removeprefix("place:") in places:
        return f"place:{name.removeprefix('place:')}"
    try:
        return state_of(text, on, world)
    except UsageError as error:
        if named := _named_place(text, world):
            return named
        near = difflib.get_close_matches(name, [*places, *(a.removeprefix("area:") for a in areas.ids())], 1)
        mend = f"did you mean {near[0]}?" if near else error.mend
        raise UsageError(f"no state, place or area {text!r}", "--area", mend) from error


def _named_place(text: str, world: World) -> str | None:
    """The one place or area that has the name in some language. Raises UsageError where several have it."""
    areas, wanted = load_areas(), folded(text)
    spelled = [(f"place:{id_}", place.names) for id_, place in world.places.items()]
    spelled += [(id_, areas.names(id_)) for id_ in areas.ids()]
    found = [id_ for id_, names in spelled if any(folded(n) == wanted for of in names.values() for n in of)]
    if len(found) > 1:
        raise UsageError(f"{text!r} names several places: {', '.join(found)}", "--area", "write one of these ids")
    return found[0] if found else None


def _given(text: str) -> tuple[ConditionKind, bool]:
    kind, _, value = text.partition("=")
    known: Sequence[ConditionKind] = get_args(ConditionKind)
    for one in known:
        if one == kind and value in _YES:
            return one, _YES[value]
        if one == kind:
            raise UsageError(f"{value!r} is neither yes nor no", "--given", f"write {kind}=yes or {kind}=no")
    near = difflib.get_close_matches(kind, known, 1)
    mend = f"did you mean {near[0]}?" if near and near[0] != kind else "write KIND=yes or KIND=no; KINDs: docs/packs.md"
    raise UsageError(f"no condition {text!r}", "--given", mend)
