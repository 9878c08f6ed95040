"""What a reading gives: claims, gaps and the balance of sentences, with the evidence in the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from foedus.extract.draft import Draft, Missing
from foedus.extract.marks import Marked
from foedus.extract.sentences import Sentence, sentences
from foedus.model import Article, Attribution, Balance, Claim, Evidence, Gap, Reading, Span
from foedus.model.claim import claim_id


def claim_of(article: Article, sentence: Sentence, marked: Marked, draft: Draft, meant: dict[str, str]) -> Claim:
    """The claim of a draft; ``meant``: other ids for the treaties that the whole article shows to be meant."""
    first, last = _trim(marked, draft.first, draft.last)
    span = Span(marked.tokens[first].start, marked.tokens[last - 1].end)
    object_ = meant.get(draft.object or "", draft.object)
    claim = Claim(
        "",
        article.id,
        draft.type,
        tuple(draft.actors),
        tuple(draft.targets),
        object_,
        draft.quantity,
        draft.place,
        draft.when,
        Attribution(draft.chain, draft.chain_kind, draft.cue),  # type: ignore[arg-type]
        draft.modality,  # type: ignore[arg-type]
        draft.polarity,  # type: ignore[arg-type]
        draft.provision,
        _evidence(article, span),
        sentence.origin,  # type: ignore[arg-type]
        tuple(draft.because),
    )
    return msgspec.structs.replace(claim, id=claim_id(article.digest, claim))


def gap_of(article: Article, marked: Marked, missing: Missing) -> Gap:
    """The gap that a trigger leaves which lacks something."""
    first, last = _trim(marked, missing.first, missing.last)
    span = Span(marked.tokens[first].start, marked.tokens[last - 1].end)
    return Gap(article.id, missing.reason, missing.detail, _evidence(article, span))


def reading_of(article: Article, spans: tuple[Span, ...], claims: Sequence[Claim], gaps: Sequence[Gap]) -> Reading:
    """The reading of an article with these sentences."""
    claimed = _touched(spans, [c.evidence for c in claims])
    read, missed = len(claimed), len(_touched(spans, [g.evidence for g in gaps]) - claimed)
    balance = Balance(len(spans), read, missed, len(spans) - read - missed, len(article.furniture()))
    return Reading(article, tuple(claims), tuple(gaps), spans, balance)


def unread(article: Article) -> Reading:
    """The reading of an article in a language without a pack: a gap as a whole."""
    spans = tuple(s.span for s in sentences(article, frozenset()))
    name = article.language or "unknown"
    gaps: tuple[Gap, ...] = ()
    if spans:
        whole = Span(spans[0].start, spans[-1].end)
        gaps = (
            Gap(
                article.id,
                "no_pack",
                f"no language pack for {name!r}: the article was not read",
                _evidence(article, whole),
            ),
        )
    balance = Balance(len(spans), 0, len(spans), 0, len(article.furniture()))
    return Reading(article, (), gaps, spans, balance)


def unique(claims: Iterator[Claim]) -> list[Claim]:
    """Each claim once, in the order of the text."""
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(claim.id, claim)
    return sorted(found.values(), key=lambda c: (c.evidence.start, c.evidence.end, c.type, c.id))


def _touched(spans: Sequence[Span], pieces: Iterable[Evidence]) -> set[int]:
    """Numbers of the sentences, in order and apart, of which some piece of evidence takes a part."""
    found: set[int] = set()
    for piece in pieces:
        first = bisect_right(spans, piece.start, key=lambda s: s.end)
        found.update(range(first, bisect_left(spans, piece.end, key=lambda s: s.start)))
    return found


def _trim(marked: Marked, first: int, last: int) -> tuple[int, int]:
    """Without punctuation at the edges."""
    while last - 1 > first and not marked.tokens[last - 1].low[0].isalnum():
        last -= 1
    while first < last - 1 and not marked.tokens[first].low[0].isalnum():
        first += 1
    return first, last


def _evidence(article: Article, span: Span) -> Evidence:
    return Evidence(span.start, span.end, span.of(article.text))
