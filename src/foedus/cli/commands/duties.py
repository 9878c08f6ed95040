"""``foedus duties`` and ``foedus cascade``: what an attack sets off, by the treaty files."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from foedus import casus
from foedus.arguments import day
from foedus.cli.inputs import gather
from foedus.cli.output import send, terminal_width
from foedus.cli.tables import cascade_lines, index_of, obligation_lines, verdict_lines
from foedus.model import Attack, Interval, UsageError
from foedus.report.dates import edtf_words

_GIVEN: Final = {"yes": ["unprovoked=yes"], "no": ["unprovoked=no"], "unknown": []}


def duties(arguments: argparse.Namespace) -> int:
    """Each state that owes something, what, to whom, on which conditions; for one attack or for the reported ones."""
    if not arguments.from_ledger:
        attack = _asked(arguments)
        _show([casus.Case(attack, casus.duties(attack))], arguments)
        return 0
    if arguments.attack:
        raise UsageError("both --attack and --from-ledger", mend="give one of them")
    gathered = gather(arguments)
    _show(casus.reported(gathered.picture().events, arguments.basis), arguments)
    return gathered.code(arguments.strict)


def cascade(arguments: argparse.Namespace) -> int:
    """Who is drawn in next, round by round."""
    found = casus.cascade(_asked(arguments))
    if arguments.format == "json":
        send([_json(found)], arguments)
    else:
        send(cascade_lines(found, index_of(()), terminal_width(arguments)), arguments)
    return 0


def _asked(arguments: argparse.Namespace) -> Attack:
    if not arguments.attack or not arguments.on:
        raise UsageError("no question", mend="give --attack ATTACKER:TARGET --on DATE, such as --attack UKR:RUS")
    return casus.attack_of(
        arguments.attack,
        day(arguments.on, "--on"),
        places=arguments.area,
        given=[*_GIVEN[arguments.unprovoked], *arguments.given],
        known=day(arguments.known, "--known") if arguments.known else None,
        basis=arguments.basis,
    )


def _show(cases: Sequence[casus.Case], arguments: argparse.Namespace) -> None:
    if arguments.format == "json":
        send([_json(cases if arguments.from_ledger else cases[0])], arguments)
    else:
        send(_lines(cases, arguments), arguments)


def _lines(cases: Sequence[casus.Case], arguments: argparse.Namespace) -> Iterator[str]:
    index, width = index_of(()), terminal_width(arguments)
    if not cases:
        yield "No report tells of an attack by a known state on a known one, in a known time.\n"
    for n, case in enumerate(cases):
        if n:
            yield "\n"
        if case.event:
            days = Interval(case.attack.on, case.until or case.attack.on)
            yield f"reported: event {case.event}, {edtf_words(str(days), index.words)}\n"
        yield from obligation_lines(case.attack, case.obligations, index, width, whole=arguments.all)
        if case.later and case.until:
            yield f"\nOTHERWISE IF IT WAS ON {edtf_words(case.until.isoformat(), index.words)}\n"
            yield from verdict_lines(case.later, index, width, whole=arguments.all)


def _json(found: object) -> str:
    return msgspec.json.format(msgspec.json.encode(found).decode("utf-8"), indent=1) + "\n"
