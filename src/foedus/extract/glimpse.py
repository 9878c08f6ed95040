"""Reading an article by the sentences that can say anything, with a memory that knows what it has passed over.

A sentence that the sieve holds back may still have filled the memory: an official named, a speaker, a subject. Where
the reader asks for a piece of memory that such a sentence may have changed, ``UnsureError`` stops the reading; it
begins again with those sentences read too. So the outcome is that of reading everything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from foedus.extract.concern import concerned
from foedus.extract.discourse import Discourse
from foedus.extract.sieve import Sieve
from foedus.model import Interval, Span

# what the first look over the whole article fills
_SURVEYED: Final = frozenset({"states", "persons", "bodies", "about"})
_SCALARS: Final = frozenset({"chamber", "subject", "speaker", "year", "subject_before", "ministry"})
_KEPT: Final = _SCALARS | {"officials", "ministries"}
_HANDED: Final = (("subject_earlier", "subject_before"), ("subject_last", "subject"))
_ATTEMPTS: Final = 5


class UnsureError(Exception):
    """``name`` of the memory that a sentence passed over may have changed, asked for in sentence ``at``."""

    def __init__(self, name: str, at: int) -> None:
        super().__init__(name, at)
        self.name, self.at = name, at


@dataclass(frozen=True, slots=True)
class Plan:
    """Which sentences are read: their numbers in order, and whether the article is surveyed first.

    What is said in those not ``concerned`` is news of another kind: they are read for what they leave in memory.
    """

    masks: Sequence[int]
    fills: Sequence[frozenset[str]]
    chosen: frozenset[int]
    concerned: Sequence[bool]
    surveyed: bool = False
    attempts: int = 0

    def told(self, n: int) -> None:
        """Sentence ``n`` counts its time from one before it ("three days later"). Raises UnsureError if one is left."""
        if any(k not in self.chosen for k in range(n)):
            raise UnsureError("told", n)

    def after(self, miss: UnsureError) -> "Plan | None":
        """The next plan, which reads what may fill the memory that was missed too; None for everything."""
        if self.attempts >= _ATTEMPTS:
            return None
        surveyed = miss.name in _SURVEYED
        handed = dict(_HANDED).get(miss.name, miss.name)
        name = "states" if surveyed else handed  # whom a surname means hangs on the states that are named
        before = range(len(self.masks) if surveyed else miss.at)
        more = {miss.at - 1} if name == "pair" else {n for n in before if name == "told" or name in self.fills[n]}
        more |= {0} if surveyed else set()  # the headline
        return Plan(
            self.masks, self.fills, self.chosen | more, self.concerned, self.surveyed or surveyed, self.attempts + 1
        )


def plan(sieve: Sieve, text: str, spans: Sequence[Span], published: Interval | None) -> Plan:
    """The first plan for a text with these sentences."""
    masks = [sieve.look(text, span) for span in spans]
    known = sieve.knows_treaty(masks, published, lambda bit: sieve.mentions(text, spans, bit))
    concern = concerned([sieve.score(mask) for mask in masks])
    chosen: set[int] = set()
    spoken = judges = False  # is there a speaker, is there one who judges, to whom a later sentence may point?
    for n, mask in enumerate(masks):
        if mask & sieve.asks:
            continue
        spoken = spoken or bool(mask & sieve.saying and mask & sieve.acting)
        judges = judges or bool(mask & sieve.judges and (sieve.pointed or mask & sieve.saying))
        if not concern[n]:
            continue
        judged = mask & sieve.estimate and (spoken or mask & sieve.acting)
        provides = known and mask & sieve.provides
        if judged or provides or mask & sieve.judges or (judges and mask & sieve.saying) or sieve.opens(mask, known):
            chosen.add(n)
    if known and chosen:
        chosen |= {0, *(n for n, mask in enumerate(masks) if mask & sieve.spoken)}
    elif chosen:
        chosen |= _likely(sieve, masks, chosen)
    fills = [sieve.fills(mask) for mask in masks] if chosen else [frozenset()] * len(masks)
    return Plan(masks, fills, frozenset(chosen), concern, surveyed=known and bool(chosen))


def _likely(sieve: Sieve, masks: Sequence[int], chosen: set[int]) -> set[int]:
    """Sentences whose memory will be asked for: "the minister" without a state, "the two"."""
    holders = max((n for n in chosen if masks[n] & sieve.office and not masks[n] & sieve.placed), default=0)
    more = {n for n in range(holders) if masks[n] & sieve.office}
    return more | {n - 1 for n in chosen if n and masks[n] & sieve.both and masks[n - 1] & sieve.acting}


class Glimpse(Discourse):
    """The memory of an article of which some sentences are passed over."""

    __slots__ = ("at", "before", "plan", "unsure")

    def __init__(self, published: Interval | None, plan: Plan) -> None:
        self.at, self.before, self.plan = 0, False, plan
        self.unsure: set[str] = set()
        super().__init__(published=published)
        passed = [n for n in range(len(plan.masks)) if n not in plan.chosen]
        for n in passed:
            self.unsure |= plan.fills[n]
        if not plan.surveyed:
            self.unsure |= _SURVEYED

    def begin(self) -> None:
        """After the survey: nothing is passed over yet but what the survey would have seen."""
        super().begin()
        self.unsure &= _SURVEYED
        self.at = -1

    def arrive(self, n: int) -> None:
        """Before sentence ``n``: what was passed over since the last one read."""
        for passed in range(self.at + 1, n):
            self.unsure |= self.plan.fills[passed] & _KEPT
        skipped = n > self.at + 1
        self.before = skipped and "pair" in self.plan.fills[n - 1]
        if skipped:
            self.here = ()
        self.at = n

    def meet_person(self, id_: str, office: str | None = None) -> None:
        """Remember a person, and the office named with them."""
        self.named[id_] += 1
        persons = _slot("persons").__get__(self)
        persons.pop(id_, None)
        persons[id_] = None
        if office:
            _slot("officials").__get__(self)[office] = id_

    def meet_ministry(self, name: str, state: str) -> None:
        """Remember whose ministry was named."""
        _slot("ministries").__get__(self)[name] = state
        self.ministry = f"gov:{state}_{name}"

    def count(self, states: Iterable[str], bodies: Iterable[str]) -> None:
        """Count what a sentence names."""
        _slot("states").__get__(self).update(states)
        _slot("bodies").__get__(self).update(bodies)

    def turn(self) -> None:
        """With a new sentence: who acted so far acted earlier."""
        for earlier, before in _HANDED:
            _slot(earlier).__set__(self, _slot(before).__get__(self))
            if before in self.unsure:
                self.unsure.add(earlier)
            else:
                self.unsure.discard(earlier)

    def two(self) -> tuple[str, ...]:
        """What "the two" are."""
        if self.before and not self.pair:
            raise UnsureError("pair", self.at)
        return super().two()


def _slot(name: str) -> Any:
    return Discourse.__dict__[name]


def _watched(name: str) -> property:
    slot = _slot(name)

    def get(self: Glimpse) -> object:
        if name in self.unsure:
            raise UnsureError(name, self.at)
        return slot.__get__(self)

    def put(self: Glimpse, value: object) -> None:
        slot.__set__(self, value)
        if name in _SCALARS:
            self.unsure.discard(name)

    return property(get, put)


for _name in (*_SURVEYED, *_KEPT, *(earlier for earlier, _ in _HANDED)):
    setattr(Glimpse, _name, _watched(_name))
