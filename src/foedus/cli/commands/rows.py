"""``foedus claims``, ``gaps``, ``events``, ``disputes`` and ``timeline``: what comes out as rows."""

import argparse
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from foedus import pipeline
from foedus.cli.inputs import Gathered, gather
from foedus.cli.notices import counted, say
from foedus.cli.output import emit, send, terminal_width
from foedus.export import CLAIMS, DISPUTES, EVENTS, GAPS, render
from foedus.model import Claim, Event, Gap, UsageError, group_of
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.select import Filter, find_treaty, treaties_in


def claims(arguments: argparse.Namespace) -> int:
    """Every claim that the filters let pass, with ``--gaps`` the gaps of the same articles too."""
    if arguments.gaps and arguments.format == "csv":
        raise UsageError("claims and gaps in one CSV", "--gaps", "use jsonl, or `foedus gaps --format csv` beside it")
    gathered = gather(arguments)
    every = [claim for reading in gathered.readings for claim in reading.claims]
    wanted = _filter(arguments, every)
    found = wanted.of(every, load_world())
    _note_empty(found, every, "claim", arguments)
    if arguments.gaps:
        gaps_ = [gap for reading in gathered.readings for gap in reading.gaps if wanted.article(gap.article)]
        send(_both(found, gaps_, gathered, arguments), arguments)
    else:
        emit(found, CLAIMS, arguments)
    return gathered.code(arguments.strict)


def gaps(arguments: argparse.Namespace) -> int:
    """What was noticed and not read."""
    gathered = gather(arguments)
    emit([gap for reading in gathered.readings for gap in reading.gaps], GAPS, arguments)
    return gathered.code(arguments.strict)


def events(arguments: argparse.Namespace) -> int:
    """What is said to have happened."""
    gathered = gather(arguments)
    emit(_events(gathered, arguments), EVENTS, arguments)
    return gathered.code(arguments.strict)


def timeline(arguments: argparse.Namespace) -> int:
    """Dated events in order; how many have no date is said on standard error."""
    gathered = gather(arguments)
    found = [event for event in _events(gathered, arguments) if group_of(event.type) == "fact"]
    dated = pipeline.timeline(found)
    emit(dated, EVENTS, arguments)
    if len(dated) < len(found) and not arguments.quiet:
        say(f"{counted(len(found) - len(dated), 'event')} without a date left out; `foedus events` has them")
    return gathered.code(arguments.strict)


def disputes(arguments: argparse.Namespace) -> int:
    """Where the reports part."""
    gathered = gather(arguments)
    emit(gathered.picture().disputes, DISPUTES, arguments)
    return gathered.code(arguments.strict)


def _events(gathered: Gathered, arguments: argparse.Namespace) -> tuple[Event, ...]:
    every = gathered.picture().events
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


def _both(
    claims_: Iterable[Claim], gaps_: Sequence[Gap], gathered: Gathered, arguments: argparse.Namespace
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
        yield from render(claims_, CLAIMS, form, width)
        yield "\n"
        yield from render(gaps_, GAPS, form, width)
