"""One article with all that was read out of it."""

import msgspec

from foedus.model.article import Article
from foedus.model.balance import Balance
from foedus.model.claim import Claim
from foedus.model.gap import Gap
from foedus.model.span import Span


class Reading(msgspec.Struct, frozen=True):
    """Claims and gaps in the order of the text; ``sentences`` are the spans that ``balance`` counts."""

    article: Article
    claims: tuple[Claim, ...] = ()
    gaps: tuple[Gap, ...] = ()
    sentences: tuple[Span, ...] = ()
    balance: Balance = Balance()
