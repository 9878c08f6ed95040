"""Items: claims as the matching sees them, with principals instead of persons and days instead of EDTF."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Protocol

from foedus.model import Claim, Filing, Interval

FIRMNESS: Final = ("asserted", "planned", "conditional", "possible", "alleged", "denied")
"""From the firmest to the least firm. An allegation stands below a possibility: nobody vouches for it."""
DONE: Final = ("asserted", "alleged", "denied")
"""Modalities that speak of something done or not done; the others speak of something that may come."""


_OF_ALL: Final = frozenset(f"treaty.{act}" for act in ("negotiate", "sign", "exchange", "enter_into_force", "publish"))
"""Acts on a treaty that its makers do together."""


class PrincipalOf(Protocol):
    """Gives the state or organisation that an id acts for, at a time where terms of office differ."""

    def __call__(self, name: str, at: Interval | None = None, /) -> str:
        """The principal of an id."""


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A claim with what matters of its article: the days of its publication, and the sentence around the evidence.

    ``modality`` is the claim's own, but never firmer than the body's for a heading. ``people`` are the persons among
    actors and targets, each with its principal.
    """

    claim: Claim
    published: Interval | None
    sentence: str
    actors: frozenset[str]
    targets: frozenset[str]
    interval: Interval | None
    modality: str
    people: tuple[tuple[str, str], ...] = ()

    def order(self) -> tuple[str, int, int, str]:
        """Sort key that depends on the content alone."""
        return self.claim.article, self.claim.evidence.start, self.claim.evidence.end, self.claim.id

    def done(self) -> bool:
        """Is it said of something done, and not denied?"""
        return self.modality in ("asserted", "alleged") and self.claim.polarity == "positive"

    def affirms(self) -> bool:
        """Is it said to be so, or to become so, and not denied?"""
        return self.modality != "denied" and self.claim.polarity == "positive"

    def told(self) -> dt.date | None:
        """The last day by which the article can have told it: its publication, else the limit of the claim's time."""
        limit = self.interval.last if self.interval and self.interval.first is None else None
        return (self.published and self.published.last) or limit

    def as_of(self) -> dt.date | None:
        """The day for which a state of affairs is told: the end of the claim's time, else the day of telling."""
        return (self.interval and self.interval.last) or self.told()


def items_of(filings: Iterable[Filing], principal: PrincipalOf) -> list[Item]:
    """Every claim once, in an order that does not depend on the order of the filings."""
    items: dict[tuple[str, int, int, str], Item] = {}
    seen: dict[tuple[str, Interval | None], str] = {}
    for filing in filings:
        item = item_of(filing, principal, seen)
        items.setdefault(item.order(), item)
    return [items[key] for key in sorted(items)]


def item_of(filing: Filing, principal: PrincipalOf, seen: dict[tuple[str, Interval | None], str]) -> Item:
    """A filed claim as the matching sees it; ``seen`` remembers principals."""
    claim, published = filing.claim, days_of(filing.published)
    of = _at(principal, published, seen)
    return Item(
        claim,
        published,
        filing.sentence,
        frozenset(map(of, claim.actors)),
        frozenset(map(of, claim.targets)),
        days_of(claim.when.interval if claim.when else None),
        filing.modality,
        tuple((who, of(who)) for who in (*claim.actors, *claim.targets) if who.startswith("person:")),
    )


def days_of(interval: str | None) -> Interval | None:
    """An EDTF interval as days; None where there is none, or where it is of a form that news dates do not take."""
    return _parsed(interval) if interval else None


@lru_cache(maxsize=65536)
def _parsed(interval: str) -> Interval | None:
    try:
        return Interval.parse(interval)
    except ValueError:
        return None


def limit_of(item: Item) -> Interval | None:
    """The time of what a claim tells: its own; where a treaty is told to be in force, until the telling.

    What else is told without a time is often told by name alone ("the exchange of notes is due"), and has no limit. The
    telling counts only where its day is known: one that was worked out from the article's words proves nothing.
    """
    known = item.published is None or item.published.first == item.published.last
    states = item.claim.type == "treaty.enter_into_force" and item.claim.when is None and item.done()
    day = item.told() if known and states else None
    return item.interval or (Interval(None, day) if day else None)


def latest(item: Item) -> Interval | None:
    """The time of what a claim tells; of what is told as done without a time, not after its telling."""
    day = item.told() if item.done() else None
    return item.interval or (Interval(None, day) if day else None)


def bounded(interval: Interval | None) -> bool:
    """Is it a date, and not only a limit such as "before the day of publication"?"""
    return interval is not None and interval.first is not None and interval.last is not None


def length(interval: Interval) -> int:
    """Days of an interval, more than any date's for one with an open end."""
    return interval.days() or dt.date.max.toordinal()


def ordered(items: Iterable[Item]) -> list[Item]:
    """Items in the order that the content gives."""
    return sorted(items, key=Item.order)


def firmest(modalities: Iterable[str]) -> str:
    """The firmest of some modalities."""
    return min(modalities, key=lambda m: FIRMNESS.index(m) if m in FIRMNESS else len(FIRMNESS))


def heading(claim: Claim) -> bool:
    """Does it stand above the text, in the headline or a subhead?"""
    return claim.origin in ("headline", "subhead")


def repeated(item: Item) -> tuple[str, str, frozenset[str], str | None]:
    """What a heading and its body have in common when they say the same; of a treaty's makers it may name one alone."""
    who = frozenset[str]() if item.claim.type in _OF_ALL and item.claim.object else item.actors
    return item.claim.article, item.claim.type, who, item.claim.object


def _at(
    principal: PrincipalOf, published: Interval | None, seen: dict[tuple[str, Interval | None], str]
) -> Callable[[str], str]:
    """Whom an id acts for when an article came out: offices change hands."""

    def of(name: str) -> str:
        key = name, published
        if key not in seen:
            seen[key] = principal(name, published)
        return seen[key]

    return of
