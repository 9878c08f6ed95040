"""Reported attacks as questions: who would owe what, and who would be drawn in, as the dossier shows it."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

import msgspec

from foedus.model import Cascade, Obligation
from foedus.report.conduct import Step, bond_steps, text_of, tried_step
from foedus.report.dates import edtf_words
from foedus.report.dossier import Case
from foedus.report.index import Index
from foedus.report.names import MANY
from foedus.report.phrases import norm_words
from foedus.report.tree import Tree, trees_of

_BETWEEN: Final = ("nonaggression", "consultation")
"""Duties towards a state that are against nobody."""


class Owing(msgspec.Struct, frozen=True):
    """States that owe the same by the same provision; ``steps`` are its ground."""

    who: str
    towards: str
    duty: str
    norm: str
    text: str
    source: str
    steps: tuple[Step, ...]


class CaseView(msgspec.Struct, frozen=True):
    """One question: its heading, the duties by verdict, the two trees of the cascade and the duties that collide."""

    heading: str
    anchor: str
    summary: str
    more: int
    groups: tuple[tuple[str, str, tuple[Owing, ...]], ...]
    trees: tuple[Tree, ...]
    conflicts: tuple[str, ...]


def cases_of(index: Index) -> tuple[CaseView, ...]:
    """One for each pair of sides."""
    return tuple(_view(case, index) for case in index.dossier.cases if case.event in index.events)


def _view(case: Case, index: Index) -> CaseView:
    words, attack = index.words, case.cascade.attack
    sides = [index.names.listed(side) for side in (attack.attackers, attack.targets)]
    heading = words.text["case"].format(one=sides[0], other=sides[1], on=_told(case, index))
    labels = {
        "owed": words.text["case_owed"],
        "open": words.text["case_open"],
        "not owed": words.text["case_not_owed"],
    }
    groups = tuple(
        (verdict, labels[verdict], tuple(_owings(list(found), index)))
        for verdict, found in groupby(case.obligations, key=lambda o: o.verdict)
    )
    drawn = words.text["case_drawn"].format(n=len(case.cascade.joinings))
    return CaseView(
        heading=heading,
        anchor=index.anchor("e", case.event),
        summary=" · ".join([*(f"{label.lower()}: {len(rows)}" for _, label, rows in groups), drawn]),
        more=case.more,
        groups=groups,
        trees=trees_of(case.cascade, index),
        conflicts=tuple(dict.fromkeys(_conflicts(case.cascade, index))),
    )


def _told(case: Case, index: Index) -> str:
    """The time that is reported, of which the question takes the first day."""
    when = index.events[case.event].when
    return edtf_words(when.interval if when and when.interval else case.cascade.attack.on.isoformat(), index.words)


def _owings(found: list[Obligation], index: Index) -> Iterator[Owing]:
    words, names = index.words, index.names
    alike: dict[tuple[object, ...], list[Obligation]] = {}
    for one in found:
        alike.setdefault((one.kind, one.treaty, one.article, one.to, one.conditions), []).append(one)
    for same in alike.values():
        first = same[0]
        states = {b.state: b for o in same for b in o.bonds}
        # Of many who owe it, only the one to whom it is owed: each of the others has a time of its own.
        shown = tuple(states.values()) if len(states) <= MANY else first.bonds[1:]
        towards = words.text["case_between"] if first.kind in _BETWEEN else words.text["case_towards"]
        yield Owing(
            who=names.cell(tuple(o.state for o in same)),
            towards=towards.format(to=names.inside(first.to), foes=names.listed(first.against)),
            duty=words.duties.get(first.kind, first.kind),
            norm=norm_words(first, index),
            text=text_of(first.text, index),
            source=first.treaty.removeprefix("treaty:"),
            steps=(*bond_steps(shown, index), *(tried_step(t, index) for t in first.conditions)),
        )


def _conflicts(found: Cascade, index: Index) -> Iterator[str]:
    for one in found.conflicts:
        text = index.words.text
        told = text["conflict_both"] if one.kind == "both sides" else text["conflict_allies"]
        pacts = index.words.listed([index.names.of(t) for t in one.treaties])
        yield told.format(one=index.names.of(one.one), other=index.names.of(one.other), pacts=pacts)
