"""What was seen and not read."""

import msgspec

from foedus.model.claim import Evidence


class Gap(msgspec.Struct, frozen=True):
    """A place in an article that the reader noticed and could not turn into a claim.

    ``reason`` is one of the codes of docs/gaps.md (``no_actor``, ``unresolved_time``, ``no_pack`` …), ``detail`` the
    same in words for a person.
    """

    article: str
    reason: str
    detail: str
    evidence: Evidence
