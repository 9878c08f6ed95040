"""``foedus judge``: what a person decides, kept beside what the rules say."""

import argparse

from foedus import __version__
from foedus.cli.notices import say
from foedus.cli.output import emit
from foedus.export import JUDGEMENTS
from foedus.holdings import holdings_of
from foedus.judging import drafted, state_of
from foedus.ledger import now, open_ledger
from foedus.model import InputError, UsageError
from foedus.upkeep import refresh


def judge(arguments: argparse.Namespace) -> int:
    """Keeps a judgement in the ledger, or lists those that it holds."""
    if arguments.ledger is None:
        raise UsageError("no ledger", mend="give --ledger FILE; what people decide is kept there")
    if arguments.kind == "list":
        return _list(arguments)
    for name in ("author", "reason"):
        if getattr(arguments, name) is None:
            raise UsageError(f"no --{name}", mend=f"say {'who judges' if name == 'author' else 'why'}")
    with open_ledger(arguments.ledger, foedus=__version__) as ledger:
        if not ledger.writable:
            raise InputError("may not be written", arguments.ledger, "check the permissions of the file and its folder")
        held = holdings_of(ledger)
        draft = drafted(arguments.kind, arguments.subjects, held, arguments.author, arguments.reason, now())
        kept = ledger.judge(draft)
        refresh(ledger)
        shown = arguments.format or arguments.output
        rows = [(kept, state_of(kept, holdings_of(ledger)))] if shown else []
    if not arguments.quiet:
        undo = f"`foedus judge revoke {kept.number} --ledger {arguments.ledger} …` takes it back"
        say(f"{arguments.ledger}: judgement {kept.number} kept, {kept.kind} {' '.join(kept.subjects)}; {undo}")
    if shown:
        emit(rows, JUDGEMENTS, arguments)
    return 0


def _list(arguments: argparse.Namespace) -> int:
    if arguments.subjects or arguments.author or arguments.reason:
        raise UsageError("`list` takes no id, author or reason", mend="see `foedus judge --help`")
    with open_ledger(arguments.ledger) as ledger:
        held = holdings_of(ledger)
        rows = [(one, state_of(one, held)) for one in held.judgements]
    emit(rows, JUDGEMENTS, arguments)
    if not rows and not arguments.quiet:
        say(f"{arguments.ledger}: holds no judgement")
    return 0
