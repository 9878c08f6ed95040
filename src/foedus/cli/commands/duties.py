"""``foedus duties`` and ``foedus cascade``: what an attack sets off, by the treaty files."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from foedus import casus, wars
from foedus.arguments import day
from foedus.cli.inputs import gather
from foedus.cli.output import send, terminal_width
from foedus.cli.tables import cascade_lines, index_of, obligation_lines, verdict_lines
from foedus.model import Attack, Interval, UsageError, War
from foedus.report.dates import edtf_words

_GIVEN: Final = {"yes": ["unprovoked=yes"], "no": ["unprovoked=no"], "unknown": []}


def duties(arguments: argparse.Namespace) -> int:
    """Each state that owes something, what, to whom, on which conditions; for one attack or for the reported ones."""
    asked = [name for name in ("attack", "war", "from_ledger") if getattr(arguments, name)]
    if len(asked) > 1:
        one, two = (f"--{name.replace('_', '-')}" for name in asked[:2])
        raise UsageError(f"both {one} and {two}", mend="give one of them")
    if arguments.war:
        return _war(arguments)
    if not arguments.from_ledger:
        attack = _asked(arguments)
        _show([casus.Case(attack, casus.duties(attack))], arguments)
        return 0
    gathered = gather(arguments)
    _show(casus.reported(gathered.picture().events, arguments.basis), arguments)
    return gathered.code(arguments.strict)


def _war(arguments: argparse.Namespace) -> int:
    """What the attacks of a war set off, owed or for a person to judge; with ``--all`` also what is not owed."""
    if arguments.on:
        raise UsageError("--on with --war", mend="leave it out: the war's table tells the days")
    found = wars.cases(
        war := wars.find_war(arguments.war),
        day(arguments.known, "--known") if arguments.known else None,
        arguments.basis,
        places=arguments.area,
        given=_given(arguments),
    )
    kept = [
        casus.Case(c.attack, tuple(o for o in c.obligations if arguments.all or o.verdict != "not owed")) for c in found
    ]
    kept = [case for case in kept if case.obligations]
    if arguments.format == "json":
        send([_json(kept)], arguments)
    else:
        send(_war_lines(war, kept, arguments), arguments)
    return 0


def _war_lines(war: War, cases: Sequence[casus.Case], arguments: argparse.Namespace) -> Iterator[str]:
    name = next(iter(war.names.get("en") or next(iter(war.names.values()))))
    who = len({fighter.state for fighter in war.fighters})
    yield f"{name} ({war.id}, {war.source}): {who} states fought\n"
    if not cases:
        yield "No treaty on file lays down a duty that was owed, or may have been.\n"
        return
    yield "Each duty stands under the first attack that set it off.\n\n"
    yield from _lines(cases, arguments)


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
        given=_given(arguments),
        known=day(arguments.known, "--known") if arguments.known else None,
        basis=arguments.basis,
    )


def _given(arguments: argparse.Namespace) -> list[str]:
    return [*_GIVEN[arguments.unprovoked], *arguments.given]


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
