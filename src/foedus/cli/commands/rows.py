"""``foedus claims``, ``gaps``, ``events``, ``disputes``, ``timeline`` and ``series``: what comes out as rows."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from foedus import pipeline
from foedus.cli.inputs import Gathered, gather
from foedus.cli.notices import counted, say
from foedus.cli.output import emit, send, terminal_width
from foedus.cli.tables import claim_lines, dispute_lines, event_lines, gap_lines, index_of, series_lines
from foedus.export import CLAIMS, DISPUTES, EVENTS, GAPS, SERIES
from foedus.model import Claim, Event, Gap, UsageError, group_of
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.select import Filter, find_treaty, treaties_in

_SHOWN: Final = 5


def claims(arguments: argparse.Namespace) -> int:
    """Every claim that the filters let pass, with ``--gaps`` the gaps of the same articles too."""
    if arguments.gaps and arguments.format == "csv":
        raise UsageError("claims and gaps in one CSV", "--gaps", "use jsonl, or `foedus gaps --format csv` beside it")
    gathered = gather(arguments)
    every = [claim for reading in gathered.readings for claim in reading.claims]
    wanted = _filter(arguments, every)
    found = wanted.of(every, load_world())
    _note_empty(found, every, "claim", arguments)
    if not every and not arguments.quiet:
        _note_language(gathered)
    if arguments.gaps:
        gaps_ = [gap for reading in gathered.readings for gap in reading.gaps if wanted.article(gap.article)]
        send(_both(found, gaps_, gathered, arguments), arguments)
    elif _for_people(arguments):
        send(claim_lines(found, index_of(gathered.readings), terminal_width(arguments)), arguments)
    else:
        emit(found, CLAIMS, arguments)
    return gathered.code(arguments.strict)


def gaps(arguments: argparse.Namespace) -> int:
    """What was noticed and not read."""
    gathered = gather(arguments)
    found = [gap for reading in gathered.readings for gap in reading.gaps]
    if _for_people(arguments):
        send(gap_lines(found, terminal_width(arguments)), arguments)
    else:
        emit(found, GAPS, arguments)
    return gathered.code(arguments.strict)


def events(arguments: argparse.Namespace) -> int:
    """What is said to have happened."""
    gathered = gather(arguments)
    made = gathered.picture()
    _show(_events(made, arguments), made, arguments)
    return gathered.code(arguments.strict)


def timeline(arguments: argparse.Namespace) -> int:
    """Dated events in order; how many have no date is said on standard error."""
    gathered = gather(arguments)
    made = gathered.picture()
    found = [event for event in _events(made, arguments) if group_of(event.type) == "fact"]
    dated = pipeline.timeline(found)
    _show(dated, made, arguments)
    if len(dated) < len(found) and not arguments.quiet:
        say(f"{counted(len(found) - len(dated), 'event')} without a date left out; `foedus events` has them")
    return gathered.code(arguments.strict)


def disputes(arguments: argparse.Namespace) -> int:
    """Where the reports part; what they only tell more or less exactly is counted on standard error, or shown."""
    gathered = gather(arguments)
    made = gathered.picture()
    shown = [one for one in made.disputes if arguments.all or one.parts()]
    if not _for_people(arguments):
        emit(shown, DISPUTES, arguments)
    else:
        send(dispute_lines(shown, index_of(made), terminal_width(arguments)), arguments)
        if not shown and not arguments.quiet:
            say("no dispute was found")
        if len(shown) < len(made.disputes) and not arguments.quiet:
            say(f"{counted(len(made.disputes) - len(shown), 'finding')} of the same, told more or less exactly: --all")
    return gathered.code(arguments.strict)


def series(arguments: argparse.Namespace) -> int:
    """Figures of one thing over time."""
    gathered = gather(arguments)
    made = gathered.picture()
    if not _for_people(arguments):
        emit(made.series, SERIES, arguments)
    else:
        send(series_lines(made.series, index_of(made), terminal_width(arguments)), arguments)
        if not made.series and not arguments.quiet:
            say("no figure is told for more than one day")
    return gathered.code(arguments.strict)


def _for_people(arguments: argparse.Namespace) -> bool:
    return (arguments.format or "table") == "table"


def _show(found: Sequence[Event], made: pipeline.Picture, arguments: argparse.Namespace) -> None:
    if _for_people(arguments):
        send(event_lines(found, index_of(made), terminal_width(arguments)), arguments)
    else:
        emit(found, EVENTS, arguments)


def _events(made: pipeline.Picture, arguments: argparse.Namespace) -> tuple[Event, ...]:
    every = made.events
    found = _filter(arguments, every).of(every, load_world())
    _note_empty(found, every, "event", arguments)
    return found


def _filter(arguments: argparse.Namespace, items: Sequence[Claim | Event]) -> Filter:
    treaty = arguments.treaty
    return Filter(
        types=tuple(arguments.type),
        actors=tuple(arguments.actor),
        treaty=find_treaty(treaty, load_treaties(), treaties_in(items)) if treaty else None,
        articles=tuple(arguments.article),
    )


def _note_empty(found: Sequence[object], every: Sequence[object], noun: str, arguments: argparse.Namespace) -> None:
    if not found and not arguments.quiet:
        say(f"none of {counted(len(every), noun)} passes the filters" if every else f"no {noun} was found")


def _note_language(gathered: Gathered) -> None:
    unknown = [reading.article.id for reading in gathered.readings if reading.article.language is None]
    if unknown:
        more = f" and {len(unknown) - _SHOWN} more" if len(unknown) > _SHOWN else ""
        say(f"{', '.join(unknown[:_SHOWN])}{more}: language not recognised; give it with --language CODE")


def _both(
    claims_: Sequence[Claim], gaps_: Sequence[Gap], gathered: Gathered, arguments: argparse.Namespace
) -> Iterator[str]:
    """Claims and gaps: in JSON Lines by their place in the text, in JSON two lists, as tables one after the other."""
    form, width = arguments.format or "table", terminal_width(arguments)
    if form == "json":
        both = {"claims": tuple(claims_), "gaps": tuple(gaps_)}
        yield msgspec.json.format(msgspec.json.encode(both).decode("utf-8"), indent=1) + "\n"
    elif form == "jsonl":
        order = {reading.article.id: n for n, reading in enumerate(gathered.readings)}
        both_kinds: list[Claim | Gap] = [*claims_, *gaps_]
        both_kinds.sort(key=lambda item: (order[item.article], item.evidence.start))
        yield from (f"{msgspec.json.encode(item).decode('utf-8')}\n" for item in both_kinds)
    else:
        yield from claim_lines(claims_, index_of(gathered.readings), width)
        yield "\n"
        yield from gap_lines(gaps_, width)
