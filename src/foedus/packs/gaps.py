"""What a gap says to a person, from ``data/gaps/<language>.yaml``."""

from functools import cache

import msgspec

from foedus.model import Gap
from foedus.packs.load import DATA, load


class TypeGap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A claim type as a noun (``what``), and what a gap in it leaves open: ``actor``, ``target``, ``object``."""

    what: str
    actor: str = "by whom"
    target: str = "towards whom"
    object: str = "of which treaty"


class GapWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``reasons`` has a sentence for each reason code, ``types`` the words of each claim type that stand in it.

    ``unknown_language`` takes the place of the ``no_pack`` sentence where the language could not be told.
    """

    language: str
    reasons: dict[str, str]
    types: dict[str, TypeGap]
    unknown_language: str


def gap_words(gap: Gap, spoken: str | None, language: str = "en") -> str:
    """The detail of a gap as a sentence: ``a deployment is named, but not whose``.

    ``spoken`` is the language of the article. The claim type stands before the colon in the gap's own detail; a detail
    that has no type where its sentence needs one, or a reason without a sentence, is given back as it is. Raises
    PackError.
    """
    words = _words(language)
    pattern = words.reasons.get(gap.reason)
    if gap.reason == "no_pack":
        return pattern.format(language=spoken) if pattern and spoken else words.unknown_language
    if gap.reason == "unresolved_time":
        return pattern.format(text=" ".join(gap.evidence.text.split())) if pattern else gap.detail
    kind = words.types.get(gap.detail.partition(":")[0])
    return pattern.format(**msgspec.structs.asdict(kind)) if pattern and kind else gap.detail


@cache
def _words(language: str) -> GapWords:
    return load(DATA / "gaps" / f"{language}.yaml", GapWords)
