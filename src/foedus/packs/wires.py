"""The words by which articles name the agency or outlet that they have the news from."""

from functools import cache

import msgspec

from foedus.packs.load import DATA, load


class Wires(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words and phrases ``before`` a name, ``verbs`` before or behind it, and what may stand ``between``, by language.

    ``nouns`` say what the outlet is; ``bylines`` stand before a name in a line that is no sentence; a line with one
    of ``pictures`` credits no text.
    """

    before: dict[str, tuple[str, ...]]
    verbs: dict[str, frozenset[str]]
    between: dict[str, frozenset[str]]
    nouns: frozenset[str]
    bylines: frozenset[str]
    pictures: frozenset[str]


@cache
def load_wires() -> Wires:
    """The data file. Raises PackError."""
    return load(DATA / "sources" / "wires.yaml", Wires)
