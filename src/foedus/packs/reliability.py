"""How reliable sources are: ratings from A to F, with their reasons and the days for which they hold.

The scale is that of NATO STANAG 2511 (Intelligence Reports) and AJP-2.1, known as the Admiralty scale.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal

import msgspec

from foedus.model import Interval, PackError
from foedus.packs.folders import folders as pack_folders
from foedus.packs.load import line_of, load

Letter = Literal["A", "B", "C", "D", "E", "F"]
KINDS: Final = (
    "document", "depositary", "own_act", "parliament", "court", "organisation", "news_agency", "newspaper", "magazine",
    "broadcaster", "site", "state_media", "government", "ministry", "official", "armed_forces", "intelligence", "bloc",
    "political_party", "think_tank", "armed_group", "analysts", "anonymous", "person", "group", "unknown_outlet",
    "unknown",
)  # fmt: skip
"""The kinds of sources that a rating can be of."""
_ID: Final = re.compile(r"[A-Z]{3}|[a-z]+:\S+")
_FILE: Final = "reliability.yaml"


class Rating(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A letter ``of`` a source's id or a kind of sources, with its ``reason``; ``source`` is where that was published.

    It holds from the day ``from_`` to the day ``until`` (EDTF, both included; None: without limit).
    """

    of: str
    letter: Letter
    reason: str
    from_: str | None = None
    until: str | None = None
    source: str = ""

    def days(self) -> Interval | None:
        """The days for which it holds; None for all."""
        return Interval.parse(f"{self.from_ or '..'}/{self.until or '..'}") if self.from_ or self.until else None


class Reliability(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file: the ``ratings``, the letters in words (``scale``), and what tells the kind of a source.

    ``depositaries`` keep treaties; ``own_acts`` are types of acts, or groups of them, that their doer announces;
    ``groups`` give the kind of unnamed people by the last word of their id.
    """

    ratings: tuple[Rating, ...] = ()
    scale: dict[Letter, str] = {}
    depositaries: frozenset[str] = frozenset()
    own_acts: frozenset[str] = frozenset()
    groups: dict[str, str] = {}

    def of(self, key: str, at: Interval | None) -> tuple[Rating, ...]:
        """Ratings of an id or a kind that hold on some of the days ``at``; of unknown days, all."""
        return tuple(
            one for one in self.ratings if one.of == key and (not at or not (days := one.days()) or days.meets(at))
        )


def load_reliability(folders: tuple[Path, ...] | None = None) -> tuple[Reliability, ...]:
    """The files of one or several folders, by default of all packs, the package's own first.

    Raises PackError (with ``file:line``) for a file that breaks the form or contradicts itself.
    """
    return _load(pack_folders("sources") if folders is None else folders)


@cache
def _load(folders: tuple[Path, ...]) -> tuple[Reliability, ...]:
    made = []
    for path in (folder / _FILE for folder in folders):
        if path.exists():
            file = load(path, Reliability)
            for what, at, mend in _faults(file):
                raise PackError(what, f"{path}:{line_of(path, at)}", mend)
            made.append(file)
    return tuple(made)


def _faults(file: Reliability) -> Iterator[tuple[str, str, str]]:
    """What is wrong, the path of the node (``.ratings[2].from``) and the mend."""
    for n, one in enumerate(file.ratings):
        at = f".ratings[{n}]"
        if one.of not in KINDS and not _ID.fullmatch(one.of):
            yield f"{one.of!r} is no kind of source and no id", f"{at}.of", f"write an id, or one of {', '.join(KINDS)}"
        if not one.reason.strip():
            yield f"a rating of {one.of} without a reason", at, "say why in a few words"
        for name, day in (("from", one.from_), ("until", one.until)):
            if day is not None and not _is_day(day):
                yield f"{day!r} is no day", f"{at}.{name}", "write a day such as 2024-05-17"
                return
        if one.from_ and one.until and one.from_ > one.until:
            yield f"the rating of {one.of} ends before it begins", f"{at}.until", "mend one of the two days"
            return
        if other := _same_days(one, file.ratings[:n]):
            yield f"{one.of} is rated twice on {other}", at, "give each rating days of its own"
    for word, kind in file.groups.items():
        if kind not in KINDS:
            yield f"{kind!r} is no kind of source", f".groups.{word}", f"write one of {', '.join(KINDS)}"


def _is_day(text: str) -> bool:
    try:
        return Interval.parse(text).days() == 1
    except ValueError:
        return False


def _same_days(one: Rating, before: Sequence[Rating]) -> str:
    """In words, the days that an earlier rating of the same holds for too; "" when there is none."""
    days = one.days()
    for other in before:
        if other.of == one.of:
            others = other.days()
            if not days or not others:
                return str(days or others or "all days")
            if days.meets(others):
                return str(max((days, others), key=lambda d: str(d.first)))
    return ""
