"""Moves each case to where it belongs: those of ``wanted`` that pass go up; with ``--down``, those that fail go down.

Run from the tests folder: ``python -m cases.sort [--down]``. Comments and layout of the files are kept.
"""

import re
import sys
from pathlib import Path

from cases.case import HERE, files
from foedus.check import faults, load_cases

_CASE = re.compile(r"(?m)^(?=- )")
_TAIL = re.compile(r"(?:\n(?:#.*)?)*\Z")


def blocks(path: Path) -> list[str]:
    """The head of a file and one block of text for each case; comments before a case end the block before it."""
    return _CASE.split(path.read_text(encoding="utf-8"))


def move(language: str, origin: str, goal: str, passing: bool) -> int:
    """Moves the cases of a language that pass, or do not, between its two folders; returns how many."""
    moved = 0
    for path in files(language, origin):
        head, *bodies = blocks(path)
        going = [n for n, case in enumerate(load_cases(path)) if (not faults(case, language)) == passing]
        if not going:
            continue
        target = path.parents[1] / path.name if origin else path.parent / goal / path.name
        target.parent.mkdir(exist_ok=True)
        old = target.read_text(encoding="utf-8") if target.exists() else head
        tails = {n: _tail(bodies[n]) for n in going}
        added = "".join(bodies[n].removesuffix(tails[n]) + "\n" for n in going)
        target.write_text(old.rstrip("\n") + "\n" + added, encoding="utf-8")
        kept = [tails[n].lstrip("\n") if n in tails else body for n, body in enumerate(bodies)]
        moved += len(going)
        if len(going) < len(bodies):
            path.write_text(head + "".join(kept), encoding="utf-8")
        else:
            path.unlink()
    return moved


def _tail(body: str) -> str:
    """Blank lines and comments at the end, which belong to what follows."""
    found = _TAIL.search(body)
    return found[0] if found else ""


def run(down: bool) -> str:
    """Sorts every language; says what was done."""
    codes = sorted(p.name for p in HERE.iterdir() if p.is_dir() and (files(p.name) or files(p.name, "wanted")))
    up = sum(move(code, "wanted", "", passing=True) for code in codes)
    fell = sum(move(code, "", "wanted", passing=False) for code in codes) if down else 0
    return f"{up} up, {fell} down"


if __name__ == "__main__":
    sys.stdout.write(run("--down" in sys.argv[1:]) + "\n")
