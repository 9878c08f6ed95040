"""Writes a file whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from foedus.model import InputError


def write_whole(path: str | Path, lines: Iterable[str]) -> None:
    """Writes ``lines`` (UTF-8) beside ``path`` and then moves them there: nobody ever sees half a file.

    A link is followed; a device or a pipe is written to directly. Raises InputError.
    """
    where, mend = str(path), "check that its folder exists and has room"
    try:
        target = Path(os.path.realpath(path))
    except ValueError as error:
        raise InputError(f"no name of a file: {error}", where, "write another one") from error
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(lines)
        else:
            _replace(target, lines)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror or error}", where, mend) from error


def _replace(target: Path, lines: Iterable[str]) -> None:
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
