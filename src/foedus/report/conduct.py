"""Reported conduct against norms, event by event, as the dossier shows it."""

from collections.abc import Iterator
from itertools import groupby

import msgspec

from foedus.model import Bearing, Bond, Tried
from foedus.report.bearings import Remark, heading_of, relation_of, remarks_of, sides_of, told_of
from foedus.report.index import Index
from foedus.report.phrases import in_words, norm_words, readable

MARKS = {"met": "+", "unmet": "−", "open": "?", None: "·"}


class Step(msgspec.Struct, frozen=True):
    """One line of a ground, with the mark of its outcome."""

    mark: str
    text: str


class Norm(msgspec.Struct, frozen=True):
    """A norm that speaks on an event; ``relation`` and ``truth`` are keys, ``words`` what it makes of the event."""

    name: str
    sides: str
    relation: str
    truth: str
    words: str
    text: str
    steps: tuple[Step, ...]
    occasions: tuple[tuple[str, str], ...]
    source: str
    default: str


class Told(msgspec.Struct, frozen=True):
    """An event with who reports it and the norms; ``counts`` are in words how many norms make what of it."""

    anchor: str
    heading: str
    reported: str
    report: str
    counts: str
    norms: tuple[Norm, ...]
    remarks: tuple[Remark, ...]


def conduct_of(index: Index) -> tuple[Told, ...]:
    """By day and event."""
    known = [b for b in index.dossier.bearings if b.event in index.events]
    return tuple(_told(list(group), index) for _, group in groupby(known, key=lambda b: b.event))


def _told(same: list[Bearing], index: Index) -> Told:
    return Told(
        anchor=index.anchor("e", same[0].event),
        heading=heading_of(same[0], index),
        reported=told_of(same[0], index),
        report=same[0].report,
        counts=" · ".join(_counts(same, index)),
        norms=tuple(_norm(bearing, index) for bearing in same),
        remarks=remarks_of(same, index),
    )


def _counts(same: list[Bearing], index: Index) -> Iterator[str]:
    """How many norms make what of it; those that a person must judge stand apart from those that speak plainly."""
    words = index.words.conduct
    for relation in dict.fromkeys(bearing.relation for bearing in same):
        found = [b for b in same if b.relation == relation]
        plain = {(b.treaty, b.article) for b in found if b.truth != "open"}
        doubtful = {(b.treaty, b.article) for b in found} - plain
        for norms, key in ((plain, "count"), (doubtful, "perhaps")):
            if norms:
                yield f"{words[f'{relation} {key}']} {len(norms)}"


def _norm(bearing: Bearing, index: Index) -> Norm:
    words = index.words
    kind = words.duties.get(bearing.kind, bearing.kind).lower()
    return Norm(
        name=norm_words(bearing, index),
        sides=f"{kind}; {sides_of(bearing, index)}",
        relation=bearing.relation,
        truth=bearing.truth,
        words=relation_of(bearing, index),
        text=text_of(bearing.text, index),
        steps=(*bond_steps(bearing.bonds, index), *(tried_step(t, index) for t in bearing.conditions)),
        occasions=tuple((index.anchor("e", e), in_words(e, index)) for e in bearing.occasions if e in index.events),
        source=in_words(bearing.source, index),
        default=bearing.default,
    )


def text_of(text: dict[str, str], index: Index) -> str:
    """A provision in the dossier's language, else in the first that its file has."""
    return text.get(index.words.language) or next(iter(text.values()), "")


def bond_steps(bonds: tuple[Bond, ...], index: Index) -> tuple[Step, ...]:
    """Who is bound since when; states with the same steps stand together."""
    steps: dict[tuple[str, ...], list[Bond]] = {}
    for bond in bonds:
        steps.setdefault(bond.because, []).append(bond)
    return tuple(
        Step(
            MARKS[alike[0].truth],
            readable(f"{index.words.listed([index.names.of(b.state) for b in alike])}: {'; '.join(because)}", index),
        )
        for because, alike in steps.items()
    )


def tried_step(tried: Tried, index: Index) -> Step:
    """A condition with its outcome."""
    return Step(MARKS[tried.truth], readable(f"{tried.text or tried.kind.replace('_', ' ')}: {tried.reason}", index))
