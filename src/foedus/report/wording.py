"""The words of the dossier in one language, from ``data/report/<language>.yaml``."""

from collections.abc import Sequence
from functools import cache

import msgspec

from foedus.model import Act
from foedus.packs.load import DATA, load


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns of dates; ``{day} {month} {year}``, ``{date}``, ``{first}`` and ``{last}`` are filled in.

    ``on`` (a day) and ``within`` (a month, a year, some days) put a date into a sentence.
    """

    until: str
    since: str
    span: str
    day: str
    month: str
    days: str
    on: str
    within: str
    unknown: str
    context: str


class JoinWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a list is written out."""

    last: str
    other: str


class TypeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sentence of a claim type: actors, ``verb`` (one, many), ``what``, ``to`` whom, ``after``.

    ``bare`` stands for a target that is not named; ``lone`` is the sentence when nobody is named as actor; ``object``
    says that the claim's object replaces ``what``;
    ``done`` is the stage of a treaty's life as a participle.
    """

    label: str
    verb: tuple[str, str]
    lone: str
    what: str = ""
    to: str = ""
    after: str = ""
    bare: str = ""
    object: bool = False
    done: str = ""


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All words that the dossier uses besides its data. ``text`` holds the running text by key."""

    language: str
    months: tuple[str, ...]
    dates: DateWords
    join: JoinWords
    the: frozenset[str]
    the_heads: frozenset[str]
    plural: tuple[str, ...]
    countable: tuple[str, ...]
    languages: dict[str, str]
    bodies: dict[str, str]
    counts: dict[str, tuple[str, str]]
    types: dict[str, TypeWords]
    modalities: dict[str, str]
    negative: str
    states: dict[str, str]
    steps: dict[str, str]
    answers: dict[str, str]
    verdicts: dict[str, str]
    rulings: dict[str, str]
    changes: dict[str, str]
    fields: dict[str, str]
    comparators: dict[str, str]
    bounds: dict[str, str]
    provisions: dict[str, str]
    conduct: dict[str, str]
    duties: dict[str, str]
    panels: dict[str, str]
    gaps: dict[str, str]
    origins: dict[str, str]
    copies: dict[str, str]
    letters: dict[str, str]
    grades: dict[str, str]
    rules: dict[str, str]
    roles: dict[str, str]
    slots: dict[str, str]
    chain: dict[str, str]
    text: dict[str, str]

    def count(self, number: int, noun: str) -> str:
        """``3 articles``, ``1 article``."""
        return f"{number:,} {self.counts[noun][number != 1]}"

    def step(self, act: Act) -> str:
        """Which step of its stage an act was; "" where it has none, or the name of the stage says it already."""
        told, kind = self.steps.get(act.step or "", ""), self.types.get(act.type)
        return "" if kind and told == kind.label.lower() else told

    def listed(self, words: Sequence[str]) -> str:
        """``a``, ``a and b``, ``a, b and c``."""
        if len(words) < 2:
            return "".join(words)
        return self.join.other.join(words[:-1]) + self.join.last + words[-1]


@cache
def wording(language: str) -> Wording:
    """The words in ``language``. Raises PackError when the file is missing or breaks the form."""
    return load(DATA / "report" / f"{language}.yaml", Wording)
