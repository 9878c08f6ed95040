"""Reliability: a letter from A to F for each origin of an event, by the ratings on file.

The letter is of the source alone, and of what it speaks of only so far that an authority is the competent source of its
own act. It is given anew whenever events are shown, and is kept nowhere: whoever rates otherwise changes the file.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from foedus.model import LIFE_CYCLE, Article, Event, Interval, Origin
from foedus.packs.reliability import Rating, Reliability
from foedus.packs.world import World
from foedus.reconcile.items import days_of
from foedus.reconcile.kinds import kinds_of
from foedus.reconcile.origins import OWN

_LETTERS: Final = "FABCDE"
"""From what says least to the least favourable; of several ratings the last of these counts."""
_DEPOSITED: Final = frozenset(LIFE_CYCLE) - {"treaty.negotiate", "treaty.submit"}
_ANSWERS: Final = frozenset(("government", "parliament", "court", "armed_forces", "organisation", "state_media"))
"""Kinds that announce acts of their own: they belong to a state or an organisation."""
_UNRATED: Final = "no rating on file"


class Paper(NamedTuple):
    """What counts of an article: its outlet and the days of its publication, None where unknown."""

    outlet: str | None
    published: Interval | None


def papers_of(articles: Iterable[Article]) -> dict[str, Paper]:
    """What counts of each article, by its id."""
    return {a.id: Paper(a.outlet, days_of(a.published.interval if a.published else None)) for a in articles}


def rated(
    events: Iterable[Event], papers: Mapping[str, Paper], world: World, files: Sequence[Reliability]
) -> tuple[Event, ...]:
    """The events with a letter and its reason for each of their origins; of ``files``, a later one goes before."""
    rater = _Rater(papers, world, files)
    return tuple(
        msgspec.structs.replace(event, origins=tuple(rater.origin(o, event) for o in event.origins)) for event in events
    )


class _Rater:
    def __init__(self, papers: Mapping[str, Paper], world: World, files: Sequence[Reliability]) -> None:
        self._papers, self._world, self._files = papers, world, files
        self._groups = {word: kind for file in files for word, kind in file.groups.items()}
        self._depositaries = frozenset(d for file in files for d in file.depositaries)
        self._own_acts = frozenset(t for file in files for t in file.own_acts)

    def origin(self, origin: Origin, event: Event) -> Origin:
        """The origin with the letter of the least reliable of its members, for a joint source has several."""
        at = self._at(origin)
        best = max((self._judged(name, event, at) for name in origin.id.split("+")), key=_rank)
        return msgspec.structs.replace(origin, reliability=best[0], reliability_reason=best[1])

    def _at(self, origin: Origin) -> Interval | None:
        """When its word was given, as far as is known: when the first article on it came out."""
        days = [p.published for a in origin.articles if (p := self._papers.get(a)) and p.published]
        return min(days, key=lambda d: str(d.first or d.last), default=None)

    def _judged(self, name: str, event: Event, at: Interval | None) -> tuple[str, str]:
        source = self._source(name)
        keys = (*self._offices(source, event, at), source, *kinds_of(source, self._world, self._groups), "unknown")
        for file in reversed(self._files):
            for key in keys:
                if found := file.of(key, at):
                    best = max(found, key=lambda j: _LETTERS.index(j.letter))
                    return best.letter, _words(best)
        return "F", _UNRATED

    def _source(self, name: str) -> str:
        """An article's own word is that of its outlet; an outlet that no file has is unknown."""
        if not name.startswith(OWN):
            return name
        paper = self._papers.get(name.removeprefix(OWN))
        return paper.outlet if paper and paper.outlet in self._world.outlets else "media:"

    def _offices(self, source: str, event: Event, at: Interval | None) -> tuple[str, ...]:
        """In what office a source speaks of this event: as the depositary, or as the one who did it."""
        principal = self._world.principal(source, at)
        if event.type in _DEPOSITED and {source, principal} & self._depositaries:
            return ("depositary",)
        kinds = kinds_of(source, self._world, self._groups)
        own = event.type in self._own_acts or event.type.partition(".")[0] in self._own_acts
        return ("own_act",) if own and principal in event.actors and _ANSWERS & set(kinds) else ()


def _rank(judged: tuple[str, str]) -> tuple[int, str]:
    return _LETTERS.index(judged[0]), judged[1]


def _words(rating: Rating) -> str:
    since = f" (since {rating.from_}: {rating.source})" if rating.from_ and rating.source else ""
    source = f" ({rating.source})" if rating.source and not since else ""
    return f"{rating.reason}{since}{source}"
