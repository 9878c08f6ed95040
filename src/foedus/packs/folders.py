"""Where the packs lie: the package's own data folder, and the pack folders that FOEDUS_PACKS adds to it."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Final

from foedus.model import PackError
from foedus.packs.load import DATA

VARIABLE: Final = "FOEDUS_PACKS"
"""Environment variable with pack folders, separated as in PATH. Programs that are started inherit it."""

PARTS: Final = ("languages", "world", "treaties", "sources", "wars")
"""A folder with any of these in it is a pack folder."""

LANGUAGE_FILES: Final = (
    "words.yaml",
    "lemmas.yaml",
    "verbs.yaml",
    "nouns.yaml",
    "triggers.yaml",
    "speech.yaml",
    "modality.yaml",
    "numbers.yaml",
    "times.yaml",
)
"""A folder with all of these is a language."""


def folders(part: str) -> tuple[Path, ...]:
    """The folders ``part`` (``world``, ``treaties`` …) of all pack folders, the package's own first.

    Raises PackError for a pack folder that is not there.
    """
    return _parts(part, os.environ.get(VARIABLE, ""))


def language_folders(files: tuple[str, ...] = LANGUAGE_FILES) -> dict[str, Path]:
    """Folder of each language that has these files, by its code; a later pack folder replaces an earlier one's."""
    return _languages(files, os.environ.get(VARIABLE, ""))


def language_folder(code: str) -> Path:
    """The folder of a language, complete or not; where it should be when there is none."""
    return _language(code, os.environ.get(VARIABLE, ""))


@contextmanager
def added(paths: Sequence[str | Path]) -> Iterator[None]:
    """Adds pack folders for a while, also for programs that are started meanwhile. Raises PackError."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = os.pathsep.join([*([before] if before else []), *(str(Path(p).resolve()) for p in paths)])
    try:
        folders("languages")
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before


@lru_cache(maxsize=64)
def _language(code: str, added_folders: str) -> Path:
    return _languages((), added_folders).get(code, DATA / "languages" / code)


@lru_cache(maxsize=64)
def _languages(files: tuple[str, ...], added_folders: str) -> dict[str, Path]:
    found = {
        path.name: path
        for folder in _parts("languages", added_folders)
        for path in folder.iterdir()
        if path.is_dir() and all((path / name).is_file() for name in files)
    }
    return dict(sorted(found.items()))


@lru_cache(maxsize=64)
def _parts(part: str, added_folders: str) -> tuple[Path, ...]:
    roots = [Path(name) for name in added_folders.split(os.pathsep) if name]
    for root in roots:
        if not root.is_dir():
            raise PackError("no such pack folder", str(root), f"mend {VARIABLE} or --packs")
        if not any((root / name).is_dir() for name in PARTS):
            raise PackError("no pack folder", str(root), f"give a folder with one of {', '.join(PARTS)} in it")
    return tuple(root / part for root in (DATA, *roots) if root is DATA or (root / part).is_dir())
