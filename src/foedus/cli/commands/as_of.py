"""``foedus as-of DATE``: the picture from what was published until then."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import msgspec

from foedus.asof import Then, as_of_ledger, day_of
from foedus.asof import as_of as as_of_readings
from foedus.cli.inputs import gather
from foedus.cli.notices import counted, say
from foedus.cli.output import emit, send, terminal_width
from foedus.cli.tables import dispute_lines, event_lines, index_of, status_lines
from foedus.export import ARTICLES, DISPUTES, EVENTS, STATUSES, Kind
from foedus.ledger import open_ledger
from foedus.model import Dispute, UsageError
from foedus.pipeline import Picture

_SHOWN: Final = 5
_KINDS: Final[dict[str, tuple[Kind[Any], Callable[[Then], Sequence[Any]]]]] = {
    "statuses": (STATUSES, lambda then: then.picture.statuses),
    "events": (EVENTS, lambda then: then.picture.events),
    "disputes": (DISPUTES, lambda then: _parted(then.picture)),
    "articles": (ARTICLES, lambda then: then.picture.readings),
}

_ONE: Final = {"statuses": "status", "events": "event", "disputes": "dispute", "articles": "article"}


def as_of(arguments: argparse.Namespace) -> int:
    """Statuses, events and disputes as of a day, or one of these; who is left out is said on standard error."""
    if arguments.format == "csv" and not arguments.show:
        raise UsageError("several tables in one CSV", mend=f"give --show with one of {', '.join(_KINDS)}")
    day = day_of(arguments.date)
    gathered = gather(arguments)
    if arguments.ledger is not None:
        with open_ledger(arguments.ledger) as ledger:
            then = as_of_ledger(day, ledger)
    else:
        then = as_of_readings(day, gathered.readings, gathered.judgements)
    _show(then, arguments)
    if not arguments.quiet:
        _say(then)
    return gathered.code(arguments.strict)


def _show(then: Then, arguments: argparse.Namespace) -> None:
    form = arguments.format or "table"
    if arguments.show and (form != "table" or arguments.show == "articles"):
        kind, items = _KINDS[arguments.show]
        emit(items(then), kind, arguments)
    elif form == "table":
        send(_tables(then, arguments), arguments)
    elif form == "json":
        whole = {"as_of": then.day.isoformat(), "later": then.later, "unknown": then.unknown}
        parts = {name: [kind.record(item) for item in items(then)] for name, (kind, items) in _KINDS.items()}
        send([msgspec.json.format(msgspec.json.encode(whole | parts).decode("utf-8"), indent=1) + "\n"], arguments)
    else:
        send(_records(then), arguments)


def _records(then: Then) -> Iterator[str]:
    """One object a line, each with its ``kind``."""
    for name, (kind, items) in _KINDS.items():
        for item in items(then):
            record = msgspec.to_builtins(kind.record(item))
            yield msgspec.json.encode({"kind": _ONE[name], **record}).decode("utf-8") + "\n"


def _tables(then: Then, arguments: argparse.Namespace) -> Iterator[str]:
    made, width = then.picture, terminal_width(arguments)
    index = index_of(made)
    tables: dict[str, Callable[[], Iterator[str] | list[str]]] = {
        "statuses": lambda: status_lines(made.statuses, width),
        "events": lambda: event_lines(made.events, index, width),
        "disputes": lambda: dispute_lines(_parted(made), index, width),
    }
    for n, name in enumerate([arguments.show] if arguments.show else tables):
        if n:
            yield "\n"
        yield from tables[name]()


def _parted(made: Picture) -> list[Dispute]:
    return [one for one in made.disputes if one.parts()]


def _say(then: Then) -> None:
    """What the picture rests on, and what it leaves out."""
    read = counted(len(then.picture.readings), "article")
    later = f", {len(then.later)} came out later" if then.later else ""
    say(f"as of {then.day}: {read}{later}")
    if then.unknown:
        more = f" and {len(then.unknown) - _SHOWN} more" if len(then.unknown) > _SHOWN else ""
        named = ", ".join(then.unknown[:_SHOWN])
        say(f"left out, for nothing tells that they were out by {then.day}: {named}{more}")
