"""The words of a reason."""

from functools import cache

import msgspec

from foedus.packs.load import DATA, load


class ReasonWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/verify/en.yaml``: the fields by name, and the reasons with places to fill."""

    fields: dict[str, str]
    reasons: dict[str, str]


@cache
def wording() -> ReasonWords:
    """The words. Raises PackError."""
    return load(DATA / "verify" / "en.yaml", ReasonWords)
