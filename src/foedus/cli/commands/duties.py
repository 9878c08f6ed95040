"""``foedus duties`` and ``foedus cascade``: what an attack sets off, by the treaty files."""

import argparse
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from foedus import casus
from foedus.cli.inputs import gather
from foedus.cli.output import send, terminal_width
from foedus.cli.tables import cascade_lines, index_of, obligation_lines
from foedus.model import Attack, UsageError

_GIVEN: Final = {"yes": ["unprovoked=yes"], "no": ["unprovoked=no"], "unknown": []}


def duties(arguments: argparse.Namespace) -> int:
    """Each state that owes something, what, to whom, on which conditions; for one attack or for the reported ones."""
    if not arguments.from_ledger:
        attack = _asked(arguments)
        _show([(attack, "")], arguments)
        return 0
    if arguments.attack:
        raise UsageError("both --attack and --from-ledger", mend="give one of them")
    gathered = gather(arguments)
    made = gathered.picture()
    told = casus.reported(made.events)
    _show([(msgspec.structs.replace(a, basis=arguments.basis), event.id) for a, event in told], arguments)
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
        casus.day(arguments.on, "--on"),
        places=arguments.area,
        given=[*_GIVEN[arguments.unprovoked], *arguments.given],
        known=casus.day(arguments.known, "--known") if arguments.known else None,
        basis=arguments.basis,
    )


def _show(asked: list[tuple[Attack, str]], arguments: argparse.Namespace) -> None:
    answers = [(attack, event, casus.duties(attack)) for attack, event in asked]
    if arguments.format == "json":
        found = [{"attack": a, "event": event, "obligations": o} for a, event, o in answers]
        send([_json(found if arguments.from_ledger else found[0])], arguments)
        return
    send(_lines(answers, arguments), arguments)


def _lines(answers: list[tuple[Attack, str, tuple[Any, ...]]], arguments: argparse.Namespace) -> Iterator[str]:
    index, width = index_of(()), terminal_width(arguments)
    if not answers:
        yield "No report tells of an attack by a known state on a known one, on a known day.\n"
    for n, (attack, event, found) in enumerate(answers):
        if n:
            yield "\n"
        if event:
            yield f"reported, event {event}:\n"
        yield from obligation_lines(attack, found, index, width, whole=arguments.all)


def _json(found: object) -> str:
    return msgspec.json.format(msgspec.json.encode(found).decode("utf-8"), indent=1) + "\n"
