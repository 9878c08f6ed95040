"""A treaty's life: what articles report beside what its file holds, never merged."""

from collections.abc import Sequence

import msgspec

from foedus.model import Act, Interval, Stage, Status
from foedus.report.dates import Date, date_of, days_of, edtf_words
from foedus.report.disputes import Flag, flags_of
from foedus.report.evidence import Proofs, proofs_of
from foedus.report.index import Index
from foedus.report.scale import Bar, Days, Tick

ORDER = (
    "treaty.negotiate",
    "treaty.sign",
    "treaty.publish",
    "treaty.submit",
    "treaty.ratify",
    "treaty.exchange",
    "treaty.enter_into_force",
    "treaty.suspend",
    "treaty.withdraw",
    "treaty.terminate",
)
"""The order of reading: as a treaty lives, with its end last."""
_ALWAYS = ("treaty.sign", "treaty.ratify", "treaty.enter_into_force")


class Filed(msgspec.Struct, frozen=True):
    """An act on file, in words; ``others`` are other dates that were reported, each with its source.

    ``step`` is which step of the stage it was: a vote is no ratification between states.
    """

    date: Date
    actors: str
    place: str
    source: str
    note: str
    known: str
    others: tuple[tuple[str, str], ...]
    step: str = ""


class Row(msgspec.Struct, frozen=True):
    """One stage. ``bar`` is drawn for the articles, ``points`` for the file."""

    label: str
    parties: str
    state: str
    state_words: str
    date: Date | None
    bar: Bar | None
    points: tuple[Bar, ...]
    filed: tuple[Filed, ...]
    proofs: Proofs
    disputes: tuple[Flag, ...]


class Life(msgspec.Struct, frozen=True):
    """The rows with their common axis."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]


def ordered(status: Status) -> tuple[Stage, ...]:
    """Stages as a treaty lives; a stage that nobody reports and no file has is left out unless every treaty has it."""
    shown = [s for s in status.stages if s.type in _ALWAYS or s.state != "silent" or s.acts]
    return tuple(sorted(shown, key=lambda s: ORDER.index(s.type) if s.type in ORDER else len(ORDER)))


def life_of(status: Status, index: Index) -> Life:
    """The life cycle as drawn."""
    stages = ordered(status)
    axis = Days.over(i for s in stages for i in _intervals(s))
    rows = tuple(_row(stage, stages, axis, index) for stage in stages)
    return Life(rows, axis.ticks(index.words) if axis else ())


def not_named(stage: Stage, stages: Sequence[Stage]) -> bool:
    """Does each party do this for itself, and this act names none?"""
    return not stage.actors and any(other.actors for other in stages if other.type == stage.type)


def _intervals(stage: Stage) -> list[Interval]:
    found = [days_of(act.when) for act in stage.acts]
    if stage.state != "silent" and stage.when:
        found.append(days_of(stage.when.interval))
    return [i for i in found if i]


def _row(stage: Stage, stages: Sequence[Stage], axis: Days | None, index: Index) -> Row:
    words = index.words
    kind = words.types.get(stage.type)
    days = days_of(stage.when.interval) if stage.when and stage.state != "silent" else None
    claims = tuple(c for e in stage.events if e in index.events for c in index.events[e].claims)
    acts = [days_of(act.when) for act in stage.acts]
    return Row(
        label=kind.label if kind else stage.type,
        parties=index.names.cell(stage.actors) or (words.text["not_named"] if not_named(stage, stages) else ""),
        state=stage.state,
        state_words=words.states.get(stage.state, stage.state),
        date=date_of(stage.when, words) if stage.state != "silent" else None,
        bar=axis.bar(days) if axis and days else None,
        points=tuple(axis.bar(day) for day in acts if axis and day),
        filed=tuple(_filed(act, stage, index) for act in stage.acts),
        proofs=proofs_of(claims, index),
        disputes=flags_of(stage.disputes, index),
    )


def _filed(act: Act, stage: Stage, index: Index) -> Filed:
    words = index.words
    return Filed(
        date=Date(edtf_words(act.when, words), act.when) if act.when else Date(words.dates.unknown),
        actors=index.names.cell(act.actors) if set(act.actors) != set(stage.actors) else "",
        place=index.names.of(act.place) if act.place else "",
        source=index.names.of(act.source),
        note=act.note,
        known=edtf_words(act.known, words) if act.known and act.known != act.when else "",
        others=tuple((edtf_words(when, words), source) for when, source in act.disputed),
        step="" if (step := words.step(act)) in act.note else step,
    )
