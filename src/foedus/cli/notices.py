"""Lines on standard error, one for each message."""

import contextlib
import sys


def say(line: str) -> None:
    """``foedus: LINE``, without control characters; silent when standard error is closed."""
    plain = "".join(c if c.isprintable() else " " for c in line)
    with contextlib.suppress(OSError, ValueError, AttributeError):
        if _Shown.width:
            sys.stderr.write("\r" + " " * _Shown.width + "\r")
            _Shown.width = 0
        sys.stderr.write(f"foedus: {plain}\n")
        sys.stderr.flush()


def counted(number: int, noun: str) -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def is_terminal() -> bool:
    """Does somebody watch standard error?"""
    return bool(sys.stderr) and sys.stderr.isatty()


def progress(number: int, total: int, name: str) -> None:
    """Overwrites one line with how far the work is; nothing for a few articles."""
    if total <= _FEW:
        return
    line = f"foedus: {number} / {total}  {name}"[:_LONGEST]
    plain = "".join(c if c.isprintable() else " " for c in line)
    sys.stderr.write("\r" + plain.ljust(_Shown.width))
    _Shown.width = len(plain)
    if number == total:
        sys.stderr.write("\r" + " " * _Shown.width + "\r")
        _Shown.width = 0
    sys.stderr.flush()


class _Shown:
    """Columns of the progress line that stands there now."""

    width = 0


_FEW = 20
_LONGEST = 78
