"""What an article says, as evidence: a claim with its sentence, or a sentence that no claim was made of."""

import msgspec

from foedus.model.claim import Claim
from foedus.model.when import When


class Testimony(msgspec.Struct, frozen=True):
    """``sentence`` is that of the article around the claim, ``title`` the article's; ``published`` None is unknown.

    ``claim`` is None for a sentence by itself. ``around`` are the sentences behind and before it, nearest first.
    ``types`` are the types of all claims that the sentence makes, each with its actors.
    """

    claim: Claim | None
    article: str
    sentence: str
    language: str | None = None
    published: When | None = None
    title: str = ""
    around: tuple[str, ...] = ()
    types: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def heading(self) -> bool:
        """Does it stand above the text?"""
        return self.claim is not None and self.claim.origin in ("headline", "subhead")
