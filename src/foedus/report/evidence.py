"""The sentence behind a claim, in its context, and on whose word it stands."""

import msgspec

from foedus.model import Claim, Reading, Span
from foedus.report.dates import Date, date_of
from foedus.report.index import Index
from foedus.report.phrases import chain_words
from foedus.report.visible import language_tag

CONTEXT = 180
"""Most characters of a neighbouring sentence that are shown."""
LARGE = 1500
"""With more claims than this the context is left to the article itself, so that the page stays readable."""


class Quote(msgspec.Struct, frozen=True):
    """``marked`` is the evidence, between ``left`` and ``right`` of its sentence, between its neighbours."""

    before: str
    left: str
    marked: str
    right: str
    after: str


class Proof(msgspec.Struct, frozen=True):
    """One claim as evidence."""

    claim: str
    quote: Quote
    language: str
    article: int
    anchor: str
    outlet: str
    date: Date | None
    chain: str
    cue: str
    modality: str
    negative: bool
    origin: str


class Proofs(msgspec.Struct, frozen=True):
    """The evidence of one line; ``outside`` counts claims that this dossier does not hold."""

    items: tuple[Proof, ...]
    outside: int = 0


def proofs_of(claims: tuple[str, ...], index: Index) -> Proofs:
    """Evidence for these claims, each once, in the order given."""
    keys = tuple(dict.fromkeys(claims))
    known = index.known(keys)
    return Proofs(tuple(proof_of(claim, index) for claim in known), len(keys) - len(known))


def language_of(claim: Claim, index: Index) -> str:
    """The language that a claim's wording is in, "" when unknown."""
    return language_tag(index.reading_of[claim.id].article.language)


def proof_of(claim: Claim, index: Index) -> Proof:
    """The evidence of one claim that the dossier holds."""
    reading = index.reading_of[claim.id]
    article, words = reading.article, index.words
    return Proof(
        claim=claim.id,
        quote=quote_of(claim.evidence.span(), reading, len(index.claims) <= LARGE),
        language=language_tag(article.language),
        article=index.number[article.id],
        anchor=index.anchor("c", claim.id),
        outlet=index.names.of(article.outlet) if article.outlet else words.text["unknown_outlet"],
        date=date_of(article.published, words) if article.published and article.published.interval else None,
        chain=chain_words(claim.attribution, index),
        cue=claim.attribution.cue,
        modality=words.modalities.get(claim.modality, claim.modality),
        negative=claim.polarity == "negative",
        origin=words.origins.get(claim.origin, claim.origin),
    )


def quote_of(span: Span, reading: Reading, context: bool = True) -> Quote:
    """The evidence in its sentence; a reader without sentences gets the characters around it."""
    text, sentences = reading.article.text, reading.sentences
    own = [n for n, s in enumerate(sentences) if s.overlap(span)]
    if not own:
        start, end = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
        return Quote("", text[start : span.start], span.of(text), text[span.end : end], "")
    start = min(span.start, sentences[own[0]].start)
    end = max(span.end, sentences[own[-1]].end)
    before = sentences[own[0] - 1].of(text) if context and own[0] else ""
    after = sentences[own[-1] + 1].of(text) if context and own[-1] + 1 < len(sentences) else ""
    if len(before) > CONTEXT:
        before = "… " + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + " …"
    return Quote(before, text[start : span.start], span.of(text), text[span.end : end], after)
