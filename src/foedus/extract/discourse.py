"""What an article has said so far: the memory that definite descriptions and pronouns point into."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft
from foedus.model import Interval

# From this share of an article's treaty mentions on, a bare "the treaty" means its lead one.
LEADS: Final = 0.34


@dataclass(frozen=True, slots=True)
class Telling:
    """The treaty whose contents are being told, since the sentence ``at`` of a paragraph; ``headed`` by a heading."""

    treaty: str
    paragraph: int
    at: int
    headed: bool = False


@dataclass(slots=True)
class Discourse:
    """Memory of one article, updated sentence by sentence.

    ``pair`` are the two states that "i due Paesi" means, ``groups`` by their number those of "the three", ``lead``
    the treaty that "il patto" means before any other is named; ``officials`` the last holder of each office;
    ``named`` the full names seen, for surnames; ``chamber`` the state of the one parliament named, empty for several,
    ``voted`` the one whose parliament acted last; ``undoing`` whether a treaty was left or suspended, as told last;
    ``year`` the last one that a date spelt out; ``doers`` who did what the article told of a treaty, by claim type
    and treaty; ``joined`` the two states that the sentence names as a pair; ``subject_before`` the phrase that a
    subject pronoun stands for, ``subject_earlier`` the one of the sentence before, ``subject_last`` those who acted
    in it; ``act`` the last act told by a verb; ``charge`` the last accusation or criticism, of this sentence or the
    one before; ``armies`` whose forces were spoken of, ``units`` whose "the brigade" is,
    ``bases`` where those of each state were said to be;
    ``leaving`` the last act of leaving a treaty; ``opening`` who
    acts in the first act of a treaty's life; ``sanctioned`` those under the sanctions spoken of; ``about`` the state
    that the headline names as its topic ("Iran, …"); ``host`` where forces stood last, ``hosts`` where those of each
    state did; ``ministry`` the last one named, for "the ministry"; ``introduced`` the treaty last named in the
    paragraph, ``around`` the states named in it so far, ``entered`` the sentence, ``told`` the one that told ``act``,
    ``told_in`` its paragraph, ``spoke`` the last one that told how somebody judged; ``telling`` the treaty whose
    contents the article tells just now; ``place`` the paragraph and the number of the sentence.
    """

    published: Interval | None = None
    lead: str | None = None
    lead_share: float = 0.0
    lead_pair: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    groups: dict[int, tuple[str, ...]] = field(default_factory=dict)
    doers: dict[tuple[str, str | None], tuple[str, ...]] = field(default_factory=dict)
    year: int | None = None
    treaty: str | None = None
    topic: str | None = None
    telling: Telling | None = None
    place: tuple[int, int] = (0, 0)
    here: tuple[str, ...] = ()
    act: Draft | None = None
    charge: Draft | None = None
    sanctioned: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    leaving: Draft | None = None
    armies: set[str] = field(default_factory=set)
    units: dict[str, frozenset[str]] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    about: str | None = None
    joined: frozenset[str] = frozenset()
    named_here: str | None = None
    named_at: int = 0
    paragraph: int = -1
    entered: int = -1
    told: int = -1
    told_in: int = -1
    spoke: int = -1
    introduced: str | None = None
    around: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    subject_before: Chunk | None = None
    subject_earlier: Chunk | None = None
    subject_last: tuple[str, ...] = ()
    speaker: tuple[tuple[str, ...], ...] = ()
    officials: dict[str, str] = field(default_factory=dict)
    ministries: dict[str, str] = field(default_factory=dict)
    ministry: str | None = None
    named: Counter[str] = field(default_factory=Counter)
    persons: dict[str, None] = field(default_factory=dict)
    states: Counter[str] = field(default_factory=Counter)
    chamber: str | None = None
    voted: str | None = None
    undoing: dict[str | None, str] = field(default_factory=dict)
    acceding: str | None = None
    host: str | None = None
    hosts: dict[str, str] = field(default_factory=dict)
    bodies: Counter[str] = field(default_factory=Counter)

    def meet_person(self, id_: str, office: str | None = None) -> None:
        """Remember a person, and the office named with them."""
        self.named[id_] += 1
        self.persons.pop(id_, None)  # the last one named stands last
        self.persons[id_] = None
        if office:
            self.officials[office] = id_

    def meet_ministry(self, name: str, state: str) -> None:
        """Remember whose ministry was named."""
        self.ministries[name] = state
        self.ministry = f"gov:{state}_{name}"

    def meet_unit(self, name: str, states: frozenset[str], host: str | None = None) -> None:
        """Remember whose a unit is ("the German *brigade*"), and where it was said to be."""
        self.units[name] = self.units.get(name, frozenset()) | states
        for state in states if host is not None else ():
            self.bases[state] = host or ""

    def meet_group(self, states: tuple[str, ...]) -> None:
        """Remember states that were named in one row."""
        self.groups[len(states)] = states

    def count(self, states: Iterable[str], bodies: Iterable[str]) -> None:
        """Count what a sentence names."""
        self.states.update(states)
        self.bodies.update(bodies)

    def begin(self) -> None:
        """After the first look over the whole article: officials are met again in their order."""
        self.officials, self.chamber, self.ministries, self.ministry = {}, None, {}, None

    def arrive(self, n: int) -> None:
        """Before sentence number ``n`` is read."""

    def enter(self, paragraph: int, n: int) -> None:
        """Before sentence ``n``, of this paragraph: an act is remembered within it and one sentence on."""
        if self.named_here is not None:
            self.introduced = self.named_here
        if paragraph != self.paragraph:
            self.paragraph, self.introduced, self.around = paragraph, None, ()
            self.act = self.act if self.told == n - 1 else None
            self.voted = self.voted if self.told == n - 1 else None
        self.entered = n

    def turn(self) -> None:
        """With a new sentence: who acted so far acted earlier."""
        self.subject_earlier, self.subject_last = self.subject_before, self.subject

    def meet(self, states: tuple[str, ...], ahead: bool = False) -> None:
        """Before a sentence that names these states, ``ahead`` after it has spoken of "the two": what those are.

        They are the two that it names itself, else the lead treaty's parties, else the two of the sentence before.
        """
        self.gather(states)
        before, self.here = self.here, states
        lead = self.lead_pair
        apart = len(states) == 2 and not set(states) & set(lead) and not ahead
        told = before if len(before) == 2 else ()
        led = self.lead_share >= LEADS or not told
        self.pair = states if apart else (lead or told) if led else told

    def gather(self, states: tuple[str, ...]) -> None:
        """The states named in the paragraph so far."""
        self.around = tuple(dict.fromkeys((*self.around, *states)))

    def turn_to(self, treaty: Callable[[], str | None]) -> None:
        """A sentence names a treaty, which ``treaty`` finds."""
        self.topic = treaty()

    def settle(self, treaties: bool) -> None:
        """After the last sentence: were claims about ``treaties`` made?"""

    def resume(self) -> None:
        """A sentence names a text and no treaty: it is about the lead treaty, or the last one spoken of."""
        self.topic = self.lead or self.treaty

    def first_acting(self) -> str | None:
        """The state that the article's first act of a treaty's life is told of, None where several act in it."""
        first = self.opening
        return first[0] if len(first) == 1 and len(first[0]) == 3 else None

    def main_pair(self) -> tuple[str, ...]:
        """The two states that the article speaks of far more than of any third."""
        counts = self.states.most_common(3)
        apart = len(counts) > 1 and counts[1][1] > 1 and (len(counts) < 3 or 2 * counts[2][1] <= counts[1][1])
        return tuple(s for s, _ in counts[:2]) if apart else ()

    def two(self) -> tuple[str, ...]:
        """What "the two" are: the last pair, else the parties of the lead treaty, else the article's main pair."""
        return self.pair or self.lead_pair or self.main_pair()
