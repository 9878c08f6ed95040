"""The articles in full, evidence marked in place and furniture grey."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from foedus.model import FROM_CONTEXT, Claim, Gap, Part, Reading, Span, Step, remarks_of, steps_of
from foedus.report.dates import Date, date_of
from foedus.report.index import Index
from foedus.report.phrases import Sentence, chain_words, claim_sentence, in_words
from foedus.report.rules import rule_words
from foedus.report.visible import language_tag, link_of


class Piece(msgspec.Struct, frozen=True):
    """A run of characters. ``anchors`` are claims that begin here; ``href`` leads to the event it is evidence for."""

    text: str
    anchors: tuple[str, ...] = ()
    evidence: bool = False
    href: str = ""
    gap: str = ""


class Block(msgspec.Struct, frozen=True):
    """A paragraph; ``reason`` is the rule that judged furniture."""

    kind: str
    reason: str
    pieces: tuple[Piece, ...]


class Line(msgspec.Struct, frozen=True):
    """A claim in the article's list."""

    id: str
    anchor: str
    sentence: Sentence
    event: str
    modality: str
    chain: str
    rules: tuple[str, ...]


class ArticleView(msgspec.Struct, frozen=True):
    """One article. ``link`` is set only for addresses that may be followed; ``dating`` are the steps that dated it."""

    number: int
    id: str
    title: str
    outlet: str
    date: Date | None
    language: str
    tag: str
    source: str
    link: str | None
    digest: str
    notes: tuple[str, ...]
    dating: tuple[str, ...]
    claims: int
    gaps: int
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]


def articles_of(index: Index) -> tuple[ArticleView, ...]:
    """All articles in the order read."""
    return tuple(_article(n, reading, index) for n, reading in enumerate(index.dossier.readings, 1))


def _article(number: int, reading: Reading, index: Index) -> ArticleView:
    article, words = reading.article, index.words
    headline = next((p.span.of(article.text) for p in article.parts if p.kind == "headline"), "")
    return ArticleView(
        number=number,
        id=article.id,
        title=(article.title or headline or article.id).strip(),
        outlet=index.names.of(article.outlet) if article.outlet else "",
        date=date_of(article.published, words) if article.published and article.published.interval else None,
        language=words.languages.get(article.language or "", article.language or ""),
        tag=language_tag(article.language),
        source=article.source,
        link=link_of(article.source),
        digest=article.digest,
        notes=tuple(_remark(note, index) for note in remarks_of(article.notes)),
        dating=tuple(_dating(step, index) for step in steps_of(article.notes)),
        claims=len(reading.claims),
        gaps=len(reading.gaps),
        blocks=tuple(_blocks(reading, index)),
        lines=tuple(_line(claim, index) for claim in reading.claims),
    )


def _dating(step: Step, index: Index) -> str:
    """A step that narrowed the days of publication, in words."""
    return in_words(f"{step.reason}: {step.before} → {step.after}", index)


def _remark(note: str, index: Index) -> str:
    """A note; one on a date from context in words."""
    return in_words(note, index) if note.startswith(FROM_CONTEXT) else note


def _line(claim: Claim, index: Index) -> Line:
    event = index.event_of.get(claim.id)
    return Line(
        id=claim.id,
        anchor=index.anchor("c", claim.id),
        sentence=claim_sentence(claim, index),
        event=index.anchor("e", event.id) if event else "",
        modality=index.words.modalities.get(claim.modality, claim.modality),
        chain=chain_words(claim.attribution, index),
        rules=tuple(rule_words(step, index) for step in claim.because),
    )


def _blocks(reading: Reading, index: Index) -> Iterator[Block]:
    anchored: set[str] = set()
    for span, part in _paragraphs(reading):
        claims = [c for c in reading.claims if c.evidence.span().overlap(span)]
        gaps = [g for g in reading.gaps if g.evidence.span().overlap(span)]
        pieces = tuple(
            _piece(here, reading, [c for c in claims if c.evidence.span().overlap(here)], anchored, index)
            for here in _runs(span, [*claims, *gaps])
        )
        kind = part.kind if part else "body"
        yield Block(kind, part.reason if part and kind == "furniture" else "", pieces)


def _paragraphs(reading: Reading) -> Iterator[tuple[Span, Part | None]]:
    """Lines of the parts, and of whatever no part covers, in order: every visible character is shown once."""
    text, at = reading.article.text, 0
    stretches: list[tuple[int, int, Part | None]] = []
    for part in reading.article.parts:
        stretches.append((at, part.span.start, None))
        stretches.append((max(at, part.span.start), part.span.end, part))
        at = max(at, part.span.end)
    stretches.append((at, len(text), None))
    for start, end, owner in stretches:
        here = start
        for line in text[start:end].splitlines(keepends=True):
            if line.strip():
                yield Span(here, here + len(line.rstrip("\r\n"))), owner
            here += len(line)


def _runs(span: Span, found: list[Claim | Gap]) -> Iterator[Span]:
    """The paragraph cut wherever evidence begins or ends."""
    cuts = {span.start, span.end}
    for one in found:
        cuts.update((max(span.start, one.evidence.start), min(span.end, one.evidence.end)))
    for start, end in pairwise(sorted(cuts)):
        yield Span(start, end)


def _piece(here: Span, reading: Reading, claims: list[Claim], anchored: set[str], index: Index) -> Piece:
    """One run; a claim's anchor stands on the first run of its evidence only."""
    new = [c.id for c in claims if c.id not in anchored]
    anchored.update(new)
    gap = next((g for g in reading.gaps if g.evidence.span().overlap(here)), None)
    return Piece(
        text=here.of(reading.article.text),
        anchors=tuple(index.anchor("c", c) for c in new),
        evidence=bool(claims),
        href=_event_anchor(claims, index),
        gap=gap_words(gap, index) if gap else "",
    )


def _event_anchor(claims: list[Claim], index: Index) -> str:
    """The event of the closest claim: the one with the shortest evidence."""
    for claim in sorted(claims, key=lambda c: c.evidence.end - c.evidence.start):
        if claim.id in index.event_of:
            return index.anchor("e", index.event_of[claim.id].id)
    return ""


def gap_words(gap: Gap, index: Index) -> str:
    """Why it was not understood."""
    return gap.detail or index.words.gaps.get(gap.reason, gap.reason.replace("_", " "))
