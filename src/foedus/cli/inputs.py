"""From the arguments to readings: paths or a ledger, with a line for each input that failed."""

import argparse
import os
import sys
import traceback
from collections.abc import Iterable, Iterator

import msgspec

from foedus import pipeline
from foedus.cli.main import debugging
from foedus.cli.notices import is_terminal, progress, say
from foedus.judging import read_judgements
from foedus.ledger import is_ledger, open_ledger
from foedus.model import DefectError, FoedusError, InputError, Judgement, Reading, UsageError
from foedus.reconcile import ahead_of_all


class Gathered(msgspec.Struct, frozen=True):
    """What came in. ``skipped`` has one line for each input that failed, ``defects`` of them by our own fault.

    ``kept`` is the picture of a ledger, which need not be made again; ``judgements`` are those of a file.
    """

    readings: tuple[Reading, ...]
    skipped: tuple[str, ...] = ()
    defects: int = 0
    kept: pipeline.Picture | None = None
    judgements: tuple[Judgement, ...] = ()
    quiet: bool = True

    def code(self, strict: bool) -> int:
        """The exit code: 1 for a defect, and under ``strict`` for any failed input; 3 for gaps under ``strict``."""
        if self.defects or (strict and self.skipped):
            return 1
        return 3 if strict and any(reading.gaps for reading in self.readings) else 0

    def picture(self) -> pipeline.Picture:
        """All that is known from it; a judgement without a subject is said, unless that is not wanted."""
        made = self.kept or pipeline.picture(self.readings, self.skipped, self.judgements)
        for one in made.idle if not self.quiet else ():
            say(idle_line(one))
        return made


def gather(arguments: argparse.Namespace) -> Gathered:
    """Every reading of the inputs. Raises UsageError; InputError or SystemExit (lines said) when nothing was read."""
    if arguments.ledger is not None:
        _output(arguments)
        if arguments.paths:
            raise UsageError("PATHs and --ledger together", mend="give one of them; `foedus read` fills a ledger")
        if arguments.language:
            raise UsageError("--language without PATHs", mend="what a ledger holds has been read; give it to `read`")
        with open_ledger(arguments.ledger) as ledger:
            kept = pipeline.stored(ledger)
        if not kept.readings:
            raise InputError("holds no article", arguments.ledger, "fill it with `foedus read PATHS --ledger FILE`")
        if getattr(arguments, "judgements", None):
            raise UsageError("--judgements and --ledger together", mend="a ledger has its own; see `foedus judge`")
        return Gathered(kept.readings, kept=kept, quiet=arguments.quiet)
    judged = getattr(arguments, "judgements", None)
    judgements = read_judgements(judged) if judged else ()
    found = collected(outcomes(arguments))
    doubt = None if arguments.quiet else ahead_of_all(reading.article for reading in found.readings)
    if doubt:
        say(doubt)
    return msgspec.structs.replace(found, judgements=judgements, quiet=arguments.quiet)


def idle_line(judgement: Judgement) -> str:
    """What is said of a judgement that has no effect."""
    told = f"judgement {judgement.number} ({judgement.kind} by {judgement.author}, {judgement.time[:10]})"
    return f"{told}: what it names is not there now; it is kept, and counts again when that is back"


def outcomes(arguments: argparse.Namespace) -> Iterator[Reading | FoedusError]:
    """Readings and errors of the paths as they come; what is to be written is not read. Raises UsageError."""
    if not arguments.paths:
        raise UsageError(
            "nothing to read", mend=f"give PATHs or --ledger FILE; see `foedus {arguments.command} --help`"
        )
    for path in arguments.paths:
        if path != "-" and is_ledger(path):
            raise UsageError("a ledger, not an article", path, "give it with --ledger FILE")
    output = _output(arguments)
    language = pipeline.known_language(arguments.language) if arguments.language else None
    stdin = sys.stdin.buffer if "-" in arguments.paths and sys.stdin else None
    watched = is_terminal() and not arguments.quiet
    shown = progress if watched else None
    for outcome in pipeline.read(arguments.paths, stdin=stdin, progress=shown, language=language):
        origin = outcome.where if isinstance(outcome, FoedusError) else outcome.article.source
        if output and _is(origin, output):
            if not arguments.quiet:
                say(f"{origin}: not read, the output goes there")
            continue
        yield outcome


def collected(found: Iterable[Reading | FoedusError]) -> Gathered:
    """Says a line for each error and keeps the readings. Raises SystemExit or InputError when there are none."""
    readings: list[Reading] = []
    errors: list[FoedusError] = []
    for outcome in found:
        if isinstance(outcome, FoedusError):
            complain(outcome)
            errors.append(outcome)
        else:
            readings.append(outcome)
    if not readings:
        if errors:
            raise SystemExit(1)
        raise InputError("no article in what was given", mend="give files, folders or a ledger")
    defects = sum(isinstance(error, DefectError) for error in errors)
    return Gathered(tuple(readings), tuple(map(str, errors)), defects)


def complain(error: FoedusError) -> None:
    """One line; with FOEDUS_DEBUG the traceback of a defect before it."""
    if debugging() and error.__cause__ is not None:
        traceback.print_exception(error)
    say(str(error))


def _output(arguments: argparse.Namespace) -> str | None:
    """The real path of the output file. Raises UsageError when it is an input or the ledger."""
    if not arguments.output or arguments.output == "-":
        return None
    output: str = os.path.realpath(arguments.output)
    if arguments.ledger and _is(arguments.ledger, output):
        raise UsageError("both ledger and output", arguments.output, "write to another file")
    if any(path != "-" and _is(path, output) and not os.path.isdir(path) for path in arguments.paths):
        raise UsageError("both input and output", arguments.output, "write to another file")
    return output


def _is(path: str, output: str) -> bool:
    """Does ``path`` lead to the output? An address or an odd name does not."""
    try:
        return os.path.realpath(path) == output
    except ValueError:
        return False
