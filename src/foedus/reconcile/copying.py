"""Copying: which articles carry the text, or the credit line, of another source."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from foedus.model import Imprint, Link, Reading, Voice
from foedus.reconcile.credits import Credits
from foedus.reconcile.items import days_of
from foedus.reconcile.runs import run_share
from foedus.reconcile.shingles import ENOUGH_OF_ARTICLE, SHARE, Groups, body_of, shingles_of

FAINT: Final = 0.15
"""Part of the shingles that two texts must share to be compared further; articles on one story that do not know of each
other share up to 0.13."""
REPEATED: Final = 0.4
"""Part of the shorter text in shared runs from which it counts as repeated."""
_ONE_IN: Final = 4
"""Shingles that are looked up to find texts alike: those whose number this divides (Broder 1997, "mod m")."""
Age = tuple[bool, str, str]


def imprint_of(reading: Reading, credits_: Credits) -> Imprint:
    """What is kept of an article to know its copies and its credit; this article alone gives it."""
    article = reading.article
    published = article.published.interval if article.published else None
    sources = sorted({s for c in reading.claims for link in c.attribution.chain for s in link})
    credit = credits_.of_article(article, sources)
    return Imprint(article.id, published, shingles_of(body_of(article)), credit, article.outlet)


def looked_up(imprint: Imprint) -> tuple[int, ...]:
    """The shingles under which an article is looked up."""
    return tuple(s for s in imprint.shingles if s % _ONE_IN == 0)


def age_of(published: str | None, article: str) -> Age:
    """Sort key: earliest publication first, undated articles last."""
    days = days_of(published)
    day = days and (days.first or days.last)
    return day is None, day.isoformat() if day else "", article


def links_of(imprints: Iterable[Imprint]) -> Iterator[Link]:
    """Pairs of which one text repeats the other, or a good part of it with words changed, by age.

    Only texts that have a looked-up shingle in common are compared, so that the cost grows with the copies.
    """
    aged = sorted(imprints, key=lambda i: age_of(i.published, i.article))
    whole = [frozenset(i.shingles) for i in aged]
    having: dict[int, list[int]] = {}
    for n, imprint in enumerate(aged):
        keys = looked_up(imprint)
        for other in sorted(set(chain.from_iterable(having.get(key, ()) for key in keys))):
            size = min(len(whole[n]), len(whole[other]))
            same = len(whole[n] & whole[other]) / size if size >= ENOUGH_OF_ARTICLE else 0.0
            share = max(same, run_share(aged[other].shingles, imprint.shingles)) if same >= FAINT else 0.0
            if same >= SHARE or share >= REPEATED:
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
        reason = f"{imprint.article} repeats {link.earlier}"
    return Voice(origin, reason, first.outlet)
