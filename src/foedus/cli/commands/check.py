"""``foedus check SENTENCE``: is it borne out by the articles?"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from foedus import answers, kept, pipeline
from foedus.cli.inputs import gather
from foedus.cli.notices import counted, say
from foedus.cli.output import emit, send, terminal_width
from foedus.cli.tables import answer_lines, index_of
from foedus.export import ANSWERS
from foedus.model import FoedusError, InputError, UsageError
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.select import find_treaty
from foedus.verify import MemoryIndex

_WHERE: Final = "SENTENCE"


def check(arguments: argparse.Namespace) -> int:
    """The answer to each sentence, with the evidence on both sides."""
    language = pipeline.known_language(arguments.language) if arguments.language else None
    on = answers.day(arguments.on)
    said = _sentences(arguments)
    with _lookup(arguments) as (lookup, defects):
        names = {id_: load_world().label(id_) for id_ in lookup.treaties(())}
        treaty = find_treaty(arguments.treaty, load_treaties(), names) if arguments.treaty else None
        found, failed = [], 0
        for sentence in said:
            try:
                found.append(answers.answer(sentence, lookup, language=language, on=on, treaty=treaty))
            except FoedusError as error:
                if len(said) == 1:
                    raise
                say(str(error))
                failed += 1
        if (arguments.format or "table") == "table":
            send(answer_lines(found, index_of(lookup.readings), terminal_width(arguments)), arguments)
        else:
            emit(found, ANSWERS, arguments)
    if failed and not arguments.quiet:
        say(f"{counted(failed, 'sentence')} not answered")
    if defects or failed:
        return 1
    return 3 if arguments.strict and any(a.unread or not a.replies for a in found) else 0


@contextmanager
def _lookup(arguments: argparse.Namespace) -> Iterator[tuple[kept.LedgerIndex | MemoryIndex, int]]:
    """Where to look, and how many articles failed by our own fault; a ledger answers from what it keeps."""
    if arguments.ledger and not arguments.paths:
        with kept.opened(arguments.ledger) as lookup:
            yield lookup, 0
    else:
        gathered = gather(argparse.Namespace(**{**vars(arguments), "language": None}))
        yield kept.index_of(gathered.picture()), gathered.defects


def _sentences(arguments: argparse.Namespace) -> Sequence[str]:
    """The sentence, or the lines of the file; with a file the first word is a PATH. Raises UsageError, InputError."""
    if arguments.source is None:
        if arguments.sentence is None or not arguments.sentence.strip():
            raise UsageError("no sentence", _WHERE, "give it in quotes, or --from FILE with one on each line")
        return [arguments.sentence]
    if arguments.sentence is not None:
        arguments.paths.insert(0, arguments.sentence)
    lines = [line.strip() for line in _text(arguments.source).splitlines()]
    if not any(lines):
        raise InputError("no sentence in it", arguments.source, "write one on each line")
    return [line for line in lines if line]


def _text(source: str) -> str:
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8", source, "save it as UTF-8") from error
    except (OSError, ValueError) as error:
        raise InputError(getattr(error, "strerror", None) or str(error), source, "give a readable file") from error
