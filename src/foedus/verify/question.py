"""Questions: a claim of the sentence, with principals instead of persons, and what else its words say."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple, Protocol

from foedus.model import Claim, Contents, Interval, Name, Number, Testimony, When
from foedus.packs.world import World
from foedus.verify.votes import Votes


class ReadContents(Protocol):
    """Reads what a sentence names and counts; relative times count from ``anchor``."""

    def __call__(self, text: str, language: str | None, anchor: Interval | None = None, /) -> Contents:
        """The contents of a sentence."""


TopicOf = Callable[[Claim], str]


class Tools(NamedTuple):
    """What verification is lent: the world, a reader of a sentence's contents, and the topic of a provision."""

    world: World
    contents: ReadContents
    topic: TopicOf
    parties: Callable[[str], frozenset[str]]
    """The parties of a treaty by its file or its id; nobody where neither tells."""
    filed: Callable[[str], bool]
    """Is there a file of the treaty?"""
    organisation: Callable[[str], str | None]
    """The organisation that a treaty founded."""


class Subject(NamedTuple):
    """A claim as it is compared. ``bodies`` are the actors that act for a principal: chambers, persons."""

    claim: Claim
    actors: frozenset[str]
    targets: frozenset[str]
    bodies: frozenset[str]
    interval: Interval | None

    @property
    def sides(self) -> frozenset[str]:
        """All who take part."""
        return self.actors | self.targets


class Question(NamedTuple):
    """A claim of the sentence; ``names``, ``numbers``, ``votes`` and ``articles`` are what no field of it holds."""

    subject: Subject
    names: tuple[Name, ...] = ()
    numbers: tuple[Number, ...] = ()
    votes: Votes = Votes()
    articles: frozenset[str] = frozenset()
    terms: frozenset[tuple[float, str]] = frozenset()
    """How long the treaty lasts, by the sentence."""
    yet: bool = False
    """Does it say "not yet"?"""
    stages: frozenset[str] = frozenset()
    """The steps that the sentence tells of (``data/verify/concepts.yaml``)."""
    negated: bool = False
    """Has the sentence a negation that no polarity of its claim holds?"""
    first: dt.date | None = None
    """The day of the earliest report on the treaty, where it says "not yet"."""

    def before(self, day: dt.date | None) -> bool:
        """Was anything reported on the treaty before that day?"""
        return bool(day and self.first and self.first < day)

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.subject.claim


def subject_of(claim: Claim, world: World, published: Interval | None) -> Subject:
    """The claim with the principals of its actors and targets at the time of its article."""
    actors = frozenset(world.principal(a, published) for a in claim.actors)
    targets = frozenset(world.principal(t, published) for t in claim.targets)
    return Subject(
        claim,
        actors,
        targets,
        frozenset(a for a in claim.actors if a not in actors),
        days(claim),
    )


def days(claim: Claim) -> Interval | None:
    """The claim's time as days, None where there is none that can be read."""
    return days_of(claim.when)


def days_of(when: When | None) -> Interval | None:
    """A time as days, None where there is none that can be read."""
    try:
        return when.days() if when else None
    except ValueError:
        return None


def published_of(testimony: Testimony) -> Interval | None:
    """When the article of a testimony came out."""
    return days_of(testimony.published)
