"""Copying: which articles carry the text, or the credit line, of another source."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from foedus.model import Article, Imprint, Link, Reading, Voice
from foedus.packs.world import World
from foedus.reconcile.items import days_of
from foedus.reconcile.shingles import ENOUGH_OF_ARTICLE, SHARE, Groups, body_of, shingles_of
from foedus.reconcile.topics import words_of

_HEAD: Final = 300
_TAIL: Final = 200
_LONGEST: Final = 4
_BRACKETS: Final = re.compile(r"\(([^()\n]{2,60})\)")
_AT_END: Final = re.compile(r"\(([^()\n]{2,60})\)\W*$")
_OUTLETS: Final = ("media", "agency")
_ONE_IN: Final = 4
"""Shingles that are looked up to find texts alike: those whose number this divides (Broder 1997, "mod m")."""
Age = tuple[bool, str, str]
Credits = Mapping[tuple[str, ...], str]


def outlets_of(world: World) -> Credits:
    """The outlets of the world pack by the words of their names."""
    return {words_of(name): outlet.id for outlet in world.outlets.values() for name in outlet.names}


def imprint_of(reading: Reading, outlets: Credits) -> Imprint:
    """What is kept of an article to know its copies and its credit; this article alone gives it."""
    article = reading.article
    published = article.published.interval if article.published else None
    credit = _credit(article, (outlets, _named(reading)))
    return Imprint(article.id, published, shingles_of(body_of(article)), credit, article.outlet)


def keys_of(imprint: Imprint) -> tuple[int, ...]:
    """The shingles under which an article is looked up."""
    return tuple(s for s in imprint.shingles if s % _ONE_IN == 0)


def age_of(published: str | None, article: str) -> Age:
    """Sort key: earliest publication first, undated articles last."""
    days = days_of(published)
    day = days and (days.first or days.last)
    return day is None, day.isoformat() if day else "", article


def links_of(imprints: Iterable[Imprint]) -> Iterator[Link]:
    """Pairs of which the shorter text is contained in the other to ``SHARE`` or more, by age.

    Only texts that have a looked-up shingle in common are compared, so that the cost grows with the copies.
    """
    aged = sorted(imprints, key=lambda i: age_of(i.published, i.article))
    whole = [frozenset(i.shingles) for i in aged]
    having: dict[int, list[int]] = {}
    for n, imprint in enumerate(aged):
        keys = keys_of(imprint)
        for other in sorted(set(chain.from_iterable(having.get(key, ()) for key in keys))):
            size = min(len(whole[n]), len(whole[other]))
            share = len(whole[n] & whole[other]) / size if size >= ENOUGH_OF_ARTICLE else 0.0
            if share >= SHARE:
                yield Link(aged[other].article, imprint.article, share)
        for key in keys:
            having.setdefault(key, []).append(n)


def voices_of(imprints: Iterable[Imprint], links: Iterable[Link]) -> dict[str, Voice]:
    """Whose word each article's unattributed claims are: of copies, the credited source of one, else the first."""
    aged = sorted(imprints, key=lambda i: age_of(i.published, i.article))
    rank = {imprint.article: n for n, imprint in enumerate(aged)}
    groups, repeats = Groups(), dict[str, Link]()
    for link in sorted(links, key=lambda one: (rank[one.earlier], rank[one.later])):
        groups.join(rank[link.earlier], rank[link.later])
        repeats.setdefault(link.later, link)
    credited: dict[int, str] = {}
    for n, imprint in enumerate(aged):
        if imprint.credit:
            credited.setdefault(groups.root(n), imprint.credit)
    return {
        imprint.article: _voice(imprint, credited.get(groups.root(n)), aged[groups.root(n)], repeats)
        for n, imprint in enumerate(aged)
    }


def _voice(imprint: Imprint, credited: str | None, first: Imprint, repeats: Mapping[str, Link]) -> Voice:
    origin = imprint.credit or credited or f"article:{first.article}"
    reason = f"{imprint.article} is credited to {imprint.credit}" if imprint.credit else ""
    if link := repeats.get(imprint.article):
        runs = f"{link.share:.0%} of the shorter text's five-word runs"
        reason = f"{imprint.article} repeats {link.earlier} ({runs})"
    return Voice(origin, reason, first.outlet)


def _named(reading: Reading) -> dict[tuple[str, ...], str]:
    """The outlets that the article's claims name as their sources, by the words of their ids."""
    sources = sorted({s for c in reading.claims for link in c.attribution.chain for s in link})
    return {words: s for s in sources if s.partition(":")[0] in _OUTLETS and (words := _words(s))}


def _credit(article: Article, names: Sequence[Credits]) -> str | None:
    """The outlet that a dateline, or a name in brackets at the head or at the end, credits; else an agency itself."""
    ends = [m[1] for text in (article.text, body_of(article)) if (m := _AT_END.search(text[-_TAIL:]))]
    found = [words_of(name) for name in (*_BRACKETS.findall(article.text[:_HEAD]), *ends)]
    for part in article.parts:
        words = words_of(part.span.of(article.text)) if part.kind == "dateline" else ()
        found += _runs(words)
    if article.outlet:
        found.append(_words(article.outlet))
    return next((known[w] for w in found for known in names if w in known), None)


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for n in range(_LONGEST, 0, -1):
        yield from (tuple(words[i : i + n]) for i in range(len(words) - n + 1))


def _words(source: str) -> tuple[str, ...]:
    return words_of(source.partition(":")[2].replace("_", " "))
