"""Directed dyad-years of the treaties on file."""

import datetime as dt
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from foedus.assess.commitments import Commitments
from foedus.assess.dyads import dyads as counted
from foedus.assess.terms import Terms
from foedus.model import Basis, DyadYear, Treaty, UsageError
from foedus.packs.guess import nearest
from foedus.packs.treaties import load_treaties


def dyads(first: int, last: int, treaties: Sequence[str] = (), basis: Basis = "in-force") -> Iterator[DyadYear]:
    """What each two states owed each other in the years from ``first`` to ``last``.

    ``treaties`` are ids or patterns (``ATOP_*``), all on file unless told. Raises UsageError for years that are none or
    in the wrong order, and for an id or pattern that no treaty fits; PackError.
    """
    for name, year in (("--from", first), ("--until", last)):
        if not dt.MINYEAR <= year <= dt.MAXYEAR:
            raise UsageError(f"{year} is no year", name, "write a year such as 1914")
    if last < first:
        raise UsageError(f"{last} comes before {first}", "--until", "change --from or --until")
    return counted(Commitments(Terms(_asked(treaties), basis=basis)), first, last)


def _asked(patterns: Sequence[str]) -> dict[str, Treaty]:
    known = load_treaties()
    if not patterns:
        return known
    found: dict[str, Treaty] = {}
    for pattern in patterns:
        fitting = {id_: treaty for id_, treaty in known.items() if _fits(id_, pattern)}
        if not fitting:
            near = nearest(_id(pattern), known, "see `foedus treaties`")
            raise UsageError(f"no treaty on file is {pattern!r}", "--treaty", near)
        found |= fitting
    return dict(sorted(found.items()))


def _fits(id_: str, pattern: str) -> bool:
    return fnmatchcase(id_, _id(pattern))


def _id(pattern: str) -> str:
    return f"treaty:{pattern.removeprefix('treaty:')}"
