"""Where data goes: standard output, or a file."""

import argparse
import shutil
import sys
from collections.abc import Iterable
from typing import TypeVar

from foedus.cli.notices import say
from foedus.export import Kind, render, write_whole
from foedus.model import InputError

T = TypeVar("T")


def emit(items: Iterable[T], kind: Kind[T], arguments: argparse.Namespace) -> None:
    """Items in the format that the arguments ask for. Raises InputError when they cannot be written."""
    send(render(items, kind, arguments.format or "table", terminal_width(arguments)), arguments)


def send(lines: Iterable[str], arguments: argparse.Namespace) -> None:
    """Ready lines to the file of ``-o``, else to standard output, in UTF-8. Raises InputError."""
    if arguments.output and arguments.output != "-":
        write_whole(arguments.output, lines)
        if not arguments.quiet:
            say(f"written: {arguments.output}")
        return
    if sys.stdout is None:
        raise InputError("closed", "standard output", "open it, or write to a file with -o FILE")
    try:
        _write(lines)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror or error}", "standard output", "make room") from error


def terminal_width(arguments: argparse.Namespace) -> int | None:
    """Columns of the terminal that shows the output; None when no terminal does, and nothing is cut."""
    if (arguments.output and arguments.output != "-") or not sys.stdout or not sys.stdout.isatty():
        return None
    return shutil.get_terminal_size().columns


def _write(lines: Iterable[str]) -> None:
    stream = getattr(sys.stdout, "buffer", None)
    for line in lines:
        if stream is None:
            sys.stdout.write(line)
        else:
            stream.write(line.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()
