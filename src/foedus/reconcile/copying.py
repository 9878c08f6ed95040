"""Copying: which articles carry the text, or the credit line, of another source."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from foedus.model import Article, Reading
from foedus.packs.world import World
from foedus.reconcile.items import days_of
from foedus.reconcile.shingles import ENOUGH_OF_ARTICLE, Groups, body_of, copies, shingles_of
from foedus.reconcile.topics import words_of

_HEAD: Final = 300
_TAIL: Final = 200
_LONGEST: Final = 4
_BRACKETS: Final = re.compile(r"\(([^()\n]{2,60})\)")
_AT_END: Final = re.compile(r"\(([^()\n]{2,60})\)\W*$")
_OUTLETS: Final = ("media", "agency")


class Voice(NamedTuple):
    """Whose word an article's own assertions are: an origin's id, and why when it is not the article's own."""

    origin: str
    reason: str


class Copying:
    """The voice of each article, and which article came first."""

    def __init__(self, readings: Iterable[Reading], world: World) -> None:
        by_id: dict[str, Article] = {}
        for reading in sorted(readings, key=lambda r: (_age(r.article), r.article.digest, r.article.text)):
            by_id.setdefault(reading.article.id, reading.article)
        articles = list(by_id.values())
        self.rank = {a.id: n for n, a in enumerate(articles)}
        self._voices = _voices(articles, _names(readings, world))

    def voice(self, article: str) -> Voice:
        """Whose word the article's unattributed claims are."""
        return self._voices[article]


def _age(article: Article) -> tuple[bool, str, str]:
    """Earliest publication first, undated articles last."""
    published = days_of(article.published.interval if article.published else None)
    day = published and (published.first or published.last)
    return day is None, day.isoformat() if day else "", article.id


def _voices(articles: Sequence[Article], names: dict[tuple[str, ...], str]) -> dict[str, Voice]:
    groups, share = Groups(), dict[int, tuple[int, float]]()
    for earlier, later, part in copies([shingles_of(body_of(a)) for a in articles], ENOUGH_OF_ARTICLE):
        groups.join(earlier, later)
        share.setdefault(later, (earlier, part))
    credit = {n: c for n, a in enumerate(articles) if (c := _credit(a, names))}
    credited: dict[int, str] = {}
    for n in sorted(credit):
        credited.setdefault(groups.root(n), credit[n])
    voices: dict[str, Voice] = {}
    for n, article in enumerate(articles):
        root = groups.root(n)
        origin = credit.get(n) or credited.get(root) or f"article:{articles[root].id}"
        reason = ""
        if n in share:
            of, part = share[n]
            reason = f"{article.id} repeats {articles[of].id} ({part:.0%} of the shorter text's five-word runs)"
        elif n in credit:
            reason = f"{article.id} is credited to {credit[n]}"
        voices[article.id] = Voice(origin, reason)
    return voices


def _names(readings: Iterable[Reading], world: World) -> dict[tuple[str, ...], str]:
    """The outlets that may be credited, by the words of their names: those that claims name, and the world pack's."""
    sources = sorted({s for r in readings for c in r.claims for link in c.attribution.chain for s in link})
    names = {_words(s): s for s in sources if s.partition(":")[0] in _OUTLETS}
    for outlet in world.outlets.values():
        names |= {words_of(name): outlet.id for name in outlet.names}
    names.pop((), None)
    return names


def _credit(article: Article, names: dict[tuple[str, ...], str]) -> str | None:
    """The outlet that a dateline, or a name in brackets at the head or at the end, credits; else an agency itself."""
    ends = [m[1] for text in (article.text, body_of(article)) if (m := _AT_END.search(text[-_TAIL:]))]
    found = [words_of(name) for name in (*_BRACKETS.findall(article.text[:_HEAD]), *ends)]
    for part in article.parts:
        words = words_of(part.span.of(article.text)) if part.kind == "dateline" else ()
        found += [words[i : i + n] for n in range(_LONGEST, 0, -1) for i in range(len(words) - n + 1)]
    if article.outlet and article.outlet in names.values():
        found.append(_words(article.outlet))
    return next((names[w] for w in found if w in names), None)


def _words(source: str) -> tuple[str, ...]:
    return words_of(source.partition(":")[2].replace("_", " "))
