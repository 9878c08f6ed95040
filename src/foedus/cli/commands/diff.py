"""``foedus diff``: what changed between two pictures."""

import argparse
from typing import NamedTuple

from foedus.asof import after_run, as_of, as_of_ledger, day_of
from foedus.cli.inputs import gather
from foedus.cli.notices import say
from foedus.cli.output import emit, send, terminal_width
from foedus.cli.tables import about_words, change_lines, index_of
from foedus.compare import compare
from foedus.export import CHANGES
from foedus.ledger import is_ledger, open_ledger
from foedus.model import UsageError
from foedus.pipeline import Picture

_WAYS = "give --since DATE with PATHs or --ledger FILE, --run N with --ledger FILE, or OLD and NEW"


class _Both(NamedTuple):
    old: Picture
    new: Picture
    code: int


def diff(arguments: argparse.Namespace) -> int:
    """New and gone events, changed fields, new and settled disputes, statuses, and articles that were edited."""
    both = _both(arguments)
    changes = compare(both.old, both.new)
    old, new = index_of(both.old), index_of(both.new)
    if (arguments.format or "table") == "table":
        send(change_lines(changes, old, new, terminal_width(arguments)), arguments)
    else:
        emit([(change, about_words(change, old, new)) for change in changes], CHANGES, arguments)
    return both.code


def _both(arguments: argparse.Namespace) -> _Both:
    if arguments.since is not None and arguments.run:
        raise UsageError("--since and --run together", mend=_WAYS)
    if arguments.since is not None:
        return _since(arguments)
    if arguments.run:
        return _runs(arguments)
    if arguments.ledger is not None or len(arguments.paths) != 2:
        raise UsageError("nothing to compare with", mend=_WAYS)
    old, new = (_one(path, arguments) for path in arguments.paths)
    return _Both(old[0], new[0], max(old[1], new[1]))


def _since(arguments: argparse.Namespace) -> _Both:
    """What was published until a day against all."""
    day = day_of(arguments.since)
    gathered = gather(arguments)
    new = gathered.picture()
    if arguments.ledger is not None:
        with open_ledger(arguments.ledger) as ledger:
            then = as_of_ledger(day, ledger)
    else:
        then = as_of(day, gathered.readings, gathered.judgements)
    if then.unknown and not arguments.quiet:
        say(f"{len(then.unknown)} without a known date count as new: {', '.join(then.unknown[:5])}")
    return _Both(then.picture, new, gathered.code(arguments.strict))


def _runs(arguments: argparse.Namespace) -> _Both:
    """A ledger after a run against the same now, or after another run."""
    if arguments.ledger is None or arguments.paths or len(arguments.run) > 2:
        raise UsageError("--run goes with --ledger FILE and no PATHs", mend=_WAYS)
    gathered = gather(arguments)
    with open_ledger(arguments.ledger) as ledger:
        old, *later = (after_run(run, ledger) for run in sorted(arguments.run))
    return _Both(old, later[0] if later else gathered.picture(), gathered.code(arguments.strict))


def _one(path: str, arguments: argparse.Namespace) -> tuple[Picture, int]:
    """The picture of a ledger, or of a path."""
    held = path != "-" and is_ledger(path)
    own = {**vars(arguments), "paths": [] if held else [path], "ledger": path if held else None}
    gathered = gather(argparse.Namespace(**own))
    return gathered.picture(), gathered.code(arguments.strict)
