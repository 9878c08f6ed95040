"""A claim as it is filed among those that it may have to do with."""

import msgspec

from foedus.model.claim import Claim


class Filing(msgspec.Struct, frozen=True):
    """What the matching of claims needs of one claim and its article, so that no other part of the article is loaded.

    ``family`` is the key of all claims that can be of one event or one dispute with it. ``modality`` is the claim's,
    or its body's for a heading that is firmer than its body. ``published`` is the article's EDTF interval or None,
    ``sentence`` the text of the sentence that holds the evidence.
    """

    family: str
    claim: Claim
    modality: str
    published: str | None
    sentence: str
