"""Each act as the file has it, and what the reports say of it, in a sentence."""

from collections.abc import Iterator, Sequence
from typing import Final

from foedus.cli.tables.disputes import wrapped
from foedus.model import Comparison, Told
from foedus.report.dates import edtf_words
from foedus.report.index import Index

_FITS: Final = {
    "same": "so",
    "wider": "{date}, which agrees",
    "disputed": "{date}, which the file has as disputed",
    "other": "{date}",
    "undated": "no date",
}


def comparison_lines(compared: Sequence[Comparison], index: Index, room: int) -> Iterator[str]:
    """One for each act that reports or the file tell."""
    for one in compared:
        yield from wrapped(f"{_head(one, index)}: {_text(one, index)}.", room, "  ", "    ")


def _head(one: Comparison, index: Index) -> str:
    kind = index.words.types.get(one.type)
    who = index.words.listed([index.names.of(state) for state in one.actors])
    told = index.words.step(one.act) if one.act else ""
    step = f", {told}" if told else ""
    return f"{kind.label if kind else one.type}{step}{' (' + who + ')' if who else ''}"


def _text(one: Comparison, index: Index) -> str:
    parts = [_filed(one, index)]
    parts += [_reported(told, index, alone=one.act is None) for told in one.told]
    if not one.told:
        parts.append("no report tells it")
    return "; ".join(parts)


def _filed(one: Comparison, index: Index) -> str:
    act, words = one.act, index.words
    if act is None:
        return "not on file"
    when = edtf_words(act.when, words) if act.when else words.dates.unknown
    late = f", public on {edtf_words(act.known, words)}" if act.known and act.known != act.when else ""
    others = ", ".join(f"{edtf_words(value, words)} by {source}" for value, source in act.disputed)
    return f"the file says {when}{late}{f' (disputed: {others})' if others else ''}"


def _reported(told: Told, index: Index, *, alone: bool) -> str:
    number = len(told.origins)
    verb = "says" if number == 1 else "say"
    date = edtf_words(told.when, index.words) if told.when else ""
    said = _FITS["other" if alone and told.when else told.fit].format(date=date)
    articles = len(told.articles)
    return f"{number} origin{'s' * (number != 1)} ({articles} article{'s' * (articles != 1)}) {verb} {said}"
