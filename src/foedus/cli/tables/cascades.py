"""A cascade as text: round by round, who is drawn in and on what ground; then the duties that collide."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from foedus.cli.tables.disputes import COLUMNS, wrapped
from foedus.cli.tables.obligations import attack_line
from foedus.model import Cascade, Joining, Obligation
from foedus.report.index import Index
from foedus.report.phrases import norm_words, readable

_SURE: Final = {True: "bound", False: "for a person to judge"}


def cascade_lines(found: Cascade, index: Index, width: int | None) -> Iterator[str]:
    """The question, each round with its states (those with the same grounds together), and the conflicts of duty."""
    room = min(width or COLUMNS, COLUMNS)
    yield from wrapped(attack_line(found.attack, index), room)
    if not found.joinings:
        yield "\nNobody is drawn in by a treaty on file.\n"
    for number, joinings in groupby(found.joinings, key=lambda j: j.round):
        yield f"\nROUND {number}\n"
        alike: dict[tuple[object, ...], list[Joining]] = {}
        for joining in joinings:
            alike.setdefault(_grounds(joining), []).append(joining)
        for same in alike.values():
            yield from _block(same, index, room)
    if found.conflicts:
        yield "\nDUTIES THAT COLLIDE\n"
        yield from _conflicts(found, index, room)


def _grounds(joining: Joining) -> tuple[object, ...]:
    """What two states must share to stand in one block: whom they help, against whom, by which duties, what is open."""
    duties = tuple((o.treaty, o.article, o.kind, tuple(_open(o))) for o in joining.grounds)
    return joining.certain, joining.to, joining.against, duties, bool(joining.alone)


def _open(ground: Obligation) -> Iterator[str]:
    """What a person must judge: who is bound, then the conditions."""
    for bond in ground.bonds:
        if bond.truth == "open":
            yield "; ".join(bond.because)
    yield from (one.text or one.kind.replace("_", " ") for one in ground.conditions if one.truth == "open")


def _block(same: list[Joining], index: Index, room: int) -> Iterator[str]:
    first, words, names = same[0], index.words, index.names
    who = words.listed([names.of(j.state) for j in same])
    sides = f"for {names.listed(first.to)} against {names.listed(first.against)}"
    yield from wrapped(f"{who} {sides}: {_SURE[first.certain]}", room, "  ", "    ")
    judged: dict[str, dict[str, None]] = {}
    for ground in first.grounds:
        norm = f"{norm_words(ground, index)} ({ground.treaty})"
        judged.setdefault(f"{words.duties[ground.kind]}: {norm}", {}).update(dict.fromkeys(_open(ground)))
    for told, doubts in judged.items():
        yield from wrapped(told, room, "    ", "      ")
        for doubt in doubts:
            yield from wrapped(readable(doubt, index), room, "      ? ", "        ")
    for joining in same:
        if joining.alone:
            rest = names.listed(joining.alone)
            yield from wrapped(f"without {names.inside(joining.state)}, not drawn in: {rest}", room, "    ", "      ")


def _conflicts(found: Cascade, index: Index, room: int) -> Iterator[str]:
    names, words = index.names, index.words
    for one in found.conflicts:
        pacts = words.listed([f"{names.of(t)} ({t})" for t in one.treaties])
        sure = "" if one.certain else " (if it comes to it)"
        if one.kind == "both sides":
            told = f"{names.of(one.one)} is drawn in for {names.inside(one.other)} and against it{sure}: {pacts}"
        else:
            both = names.listed((one.one, one.other))
            told = f"{both[:1].upper()}{both[1:]} are at war and bound to each other{sure}: {pacts}"
        yield from wrapped(told, room, "  ", "    ")
