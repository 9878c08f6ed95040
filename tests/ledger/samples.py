"""Hand-made readings."""

import msgspec

from foedus.model import (
    Article,
    Attribution,
    Balance,
    Claim,
    Evidence,
    Gap,
    Part,
    Quantity,
    Reading,
    Span,
    When,
)
from foedus.model.article import digest_of
from foedus.model.claim import claim_id

TEXT = "Il Giappone ha firmato l'accordo. Nessuno sa quando sarà ratificato."


def reading(id_: str = "uno.txt", text: str = TEXT, kind: str = "treaty.sign", source: str = "") -> Reading:
    """One claim on the first sentence, one gap on the second."""
    middle = text.index(".") + 1
    article = Article(
        id=id_,
        text=text,
        parts=(Part(Span(0, len(text)), "body"),),
        language="it",
        title="Accordo",
        outlet="Il Quaderno",
        published=When("2025-03-02", "day", "2 marzo 2025"),
        source=source or f"articles/{id_}",
        digest=digest_of(text),
        notes=("read as UTF-8",),
    )
    claim = Claim(
        id="",
        article=id_,
        type=kind,
        actors=("JPN", "person:A_B"),
        targets=(),
        object="treaty:JPN-PHL-2024",
        quantity=Quantity(2000, None, ">", "forces:troops", "sent", "migliaia"),
        place=None,
        when=When("2024-07-08", "day", "l'8 luglio"),
        attribution=Attribution((("gov:JPN_MFA", "JPN"), ("media:NHK",)), "indirect", "secondo"),
        modality="asserted",
        polarity="positive",
        provision=None,
        evidence=Evidence(0, middle, text[:middle]),
        origin="body",
        because=("trigger:firmare",),
    )
    claim = msgspec.structs.replace(claim, id=claim_id(article.digest, claim))
    gap = Gap(id_, "unresolved_time", "nothing tells when", Evidence(middle + 1, len(text), text[middle + 1 :]))
    return Reading(article, (claim,), (gap,), (Span(0, middle), Span(middle + 1, len(text))), Balance(2, 1, 1, 0, 0))
