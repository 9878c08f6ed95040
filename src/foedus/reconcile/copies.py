"""Copies: who copied whom, with the passages; and who credits whom for the same event."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from foedus.model import Article, Claim, Copy, Event, Imprint, Link, Passage, Reading, Span
from foedus.model.copy import CopyKind
from foedus.reconcile.copying import age_of, links_of
from foedus.reconcile.origins import OWN
from foedus.reconcile.passages import common
from foedus.reconcile.shingles import Groups

_EXACT: Final = 0.85
"""Part of the passages' words that must be the same for a copy; below it is a rewrite."""
Pair = tuple[str, str]


def copies_of(readings: Sequence[Reading], imprints: Iterable[Imprint], events: Iterable[Event]) -> tuple[Copy, ...]:
    """The copy graph of some articles: each copy with the one that it has most of, each credit with the first.

    In the order of the ids. Of two articles of one id, the one that sorts first is meant.
    """
    by_id: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda r: (r.article.id, r.article.digest, r.article.text)):
        by_id.setdefault(reading.article.id, reading)
    known = {i.article: i for i in imprints if i.article in by_id}
    rank = {name: age_of(i.published, name) for name, i in known.items()}
    links = list(links_of(known.values()))
    groups, numbers = Groups(), {name: n for n, name in enumerate(sorted(rank))}
    for link in links:
        groups.join(numbers[link.earlier], numbers[link.later])
    found = {(c.earlier, c.later): c for c in (_copied(link, by_id) for link in _nearest(links))}
    for pair, source, passages in _credits(by_id, rank, events):
        if pair not in found and groups.root(numbers[pair[0]]) != groups.root(numbers[pair[1]]):
            found[pair] = Copy(*pair, "credit", _share(passages, by_id, pair), passages, source)
    return tuple(found[pair] for pair in sorted(found))


def _nearest(links: Iterable[Link]) -> list[Link]:
    """For each copy the link to the article that it shares most with, the earliest of equals."""
    best: dict[str, Link] = {}
    for link in links:
        if link.later not in best or link.share > best[link.later].share:
            best[link.later] = link
    return list(best.values())


def _copied(link: Link, by_id: Mapping[str, Reading]) -> Copy:
    shared = common(by_id[link.earlier].article, by_id[link.later].article)
    kind: CopyKind = "copy" if shared.exact >= _EXACT else "rewrite"
    return Copy(link.earlier, link.later, kind, round(shared.share, 3), shared.passages)


def _credits(
    by_id: Mapping[str, Reading], rank: Mapping[str, tuple[bool, str, str]], events: Iterable[Event]
) -> list[tuple[Pair, str, tuple[Passage, ...]]]:
    """Pairs of articles that rest on the same named source for the same events: the first with each later one."""
    sentences: dict[tuple[Pair, str], dict[Passage, None]] = {}
    for event in events:
        for origin in event.origins:
            if origin.id.startswith(OWN) or len(origin.articles) == 1:
                continue
            first, *others = sorted(origin.articles, key=rank.__getitem__)
            for later in others:
                passage = _sentences(by_id[first], by_id[later], frozenset(origin.claims))
                if passage:
                    sentences.setdefault(((first, later), origin.id), {})[passage] = None
    # Of several sources that two articles share, the one with most to show.
    made = [(pair, source, tuple(sorted(found, key=_place))) for (pair, source), found in sentences.items()]
    best: dict[Pair, tuple[Pair, str, tuple[Passage, ...]]] = {}
    for one in sorted(made, key=lambda m: (m[0], -len(m[2]), m[1])):
        best.setdefault(one[0], one)
    return list(best.values())


def _place(passage: Passage) -> tuple[Span, Span]:
    return passage.later, passage.earlier


def _sentences(earlier: Reading, later: Reading, claims: frozenset[str]) -> Passage | None:
    """The first sentence of each that rests on the source, a heading's only where there is no other."""
    one, other = (_first(reading, claims) for reading in (earlier, later))
    return Passage(_around(earlier, one), _around(later, other)) if one and other else None


def _first(reading: Reading, claims: frozenset[str]) -> Claim | None:
    found = [c for c in reading.claims if c.id in claims]
    return min(found, key=lambda c: (c.origin != "body", c.evidence.start, c.id), default=None)


def _around(reading: Reading, claim: Claim) -> Span:
    span = claim.evidence.span()
    return next((s for s in reading.sentences if s.covers(span)), span)


def _share(passages: Iterable[Passage], by_id: Mapping[str, Reading], pair: Pair) -> float:
    """Part of the later text that its sentences on the source make."""
    article: Article = by_id[pair[1]].article
    return round(sum(p.later.end - p.later.start for p in passages) / max(len(article.text), 1), 3)
