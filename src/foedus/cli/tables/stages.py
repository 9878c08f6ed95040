"""The stages of a treaty's life as a table: what the articles report beside what its file has."""

from collections.abc import Sequence
from itertools import groupby

from foedus.cli.tables.cells import Column, disputed, laid_out, named
from foedus.model import Stage
from foedus.report.dates import edtf_words
from foedus.report.index import Index
from foedus.report.lifecycle import not_named


def stage_lines(stages: Sequence[Stage], index: Index, width: int | None) -> list[str]:
    """One line for each stage; without a word from any article, the file alone."""
    told = any(stage.state != "silent" for stage in stages)
    return laid_out(
        (
            Column("stage", [_label(s, index) for s in stages], least=24),
            Column("who", [_who(s, stages, index) for s in stages]),
            Column("articles", [_reported(s, index) if told else "" for s in stages]),
            Column("treaty file", [_filed(s, index) for s in stages]),
            Column("disputes", [disputed(s.disputes, index) for s in stages]),
        ),
        width,
    )


def _label(stage: Stage, index: Index) -> str:
    kind = index.words.types.get(stage.type)
    return kind.label if kind else stage.type


def _who(stage: Stage, stages: Sequence[Stage], index: Index) -> str:
    return named(stage.actors, index) or (index.words.text["not_named"] if not_named(stage, stages) else "")


def _reported(stage: Stage, index: Index) -> str:
    words = index.words
    state = words.states.get(stage.state, stage.state)
    if stage.state == "silent":
        return state
    dated = stage.when and stage.when.interval
    return f"{state}, {edtf_words(dated, words) if dated else words.dates.unknown}"


def _filed(stage: Stage, index: Index) -> str:
    """Its dates, each with the step that was taken: a vote is no ratification between states."""
    words = index.words
    told = sorted({(act.when or "", words.step(act)) for act in stage.acts})
    parts = []
    for step, same in groupby(told, key=lambda one: one[1]):
        dates = ", ".join(edtf_words(day, words) if day else words.dates.unknown for day, _ in same)
        parts.append(f"{dates} ({step})" if step else dates)
    return "; ".join(parts)
