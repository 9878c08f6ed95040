"""The entry of the command line: runs a command, and turns whatever goes wrong into one line and an exit code."""

import argparse
import contextlib
import importlib
import keyword
import logging
import os
import sys
import traceback
import warnings
from collections.abc import Sequence
from typing import Final

from foedus.cli.notices import say
from foedus.cli.parser import build, parse

_MODULES: Final = {
    "read": "articles",
    "claims": "rows",
    "gaps": "rows",
    "events": "rows",
    "disputes": "rows",
    "origins": "origins",
    "candidates": "candidates",
    "timeline": "rows",
    "series": "rows",
    "status": "status",
    "dossier": "dossier",
    "check": "check",
    "duties": "duties",
    "cascade": "duties",
    "conduct": "conduct",
    "explain": "explain",
    "as-of": "as_of",
    "diff": "diff",
    "judge": "judge",
    "treaties": "catalogue",
    "import": "datasets",
    "dyads": "dyads",
    "languages": "languages",
}
_INTERRUPTED: Final = 130
_PIPE_CLOSED: Final = 141


def run(argv: Sequence[str] | None = None) -> int:
    """Runs one command; ``argv`` without the program's name, by default the process's own. Returns the exit code.

    With FOEDUS_DEBUG set in the environment, an unexpected error shows its traceback.
    """
    try:
        code = _run(argv)
        if sys.stdout:
            sys.stdout.flush()
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    except KeyboardInterrupt:
        say("interrupted")
        return _INTERRUPTED
    except BrokenPipeError:
        _let_go()
        return _PIPE_CLOSED
    except Exception as error:
        return _failed(error)
    return code


def _run(argv: Sequence[str] | None) -> int:
    arguments = parse(argv)
    if arguments.command is None:
        build().print_help(sys.stderr)
        return 2
    if not debugging():
        _hush()
    if not arguments.packs:
        return _dispatch(arguments)
    from foedus.packs.folders import added

    with added(arguments.packs):
        return _dispatch(arguments)


def _dispatch(arguments: argparse.Namespace) -> int:
    """Only the modules of the command that runs are loaded: help stays quick."""
    module = importlib.import_module(f"foedus.cli.commands.{_MODULES[arguments.command]}")
    name = arguments.command.replace("-", "_")
    code: int = getattr(module, f"{name}_" if keyword.iskeyword(name) else name)(arguments)
    return code


def _hush() -> None:
    """Libraries must not write to standard error on their own."""
    warnings.simplefilter("ignore")
    logging.lastResort = None


def debugging() -> bool:
    """Is FOEDUS_DEBUG set?"""
    return bool(os.environ.get("FOEDUS_DEBUG"))


def _failed(error: Exception) -> int:
    from foedus.model import FoedusError

    if isinstance(error, FoedusError):
        if debugging() and error.__cause__ is not None:
            traceback.print_exception(error)
        say(str(error))
        _let_go()
        return error.exit_code
    if debugging():
        traceback.print_exception(error)
    say(f"unexpected error: {type(error).__name__}: {error}; please report it (FOEDUS_DEBUG=1 shows where it arose)")
    _let_go()
    return 1


def _let_go() -> None:
    """After a failed write, keeps the interpreter from failing once more when it flushes at its end."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
