"""Reading an article by the sentences that can say anything, with a memory that knows what it has passed over.

A sentence that the sieve holds back may still have filled the memory: an official named, a speaker, a subject. Where
the reader asks for a piece of memory that such a sentence may have changed, ``UnsureError`` stops the reading; it
begins again with those sentences read too. So the outcome is that of reading everything.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from foedus.extract.concern import Concern, concerned
from foedus.extract.discourse import Discourse
from foedus.extract.sentences import Sentence
from foedus.extract.sieve import Sieve
from foedus.model import Interval

# what the first look over the whole article fills
_SURVEYED: Final = frozenset({"states", "persons", "bodies", "about", "sanctioned"})
# what hangs on the treaty that the survey finds
_LED: Final = frozenset({"lead", "lead_share", "lead_pair", "acceding"})
_FOUND: Final = _SURVEYED | _LED
# what any sentence that may name a treaty or a state changes, where a treaty may be known
_TOPICS: Final = frozenset({"topic", "introduced", "around"})
_KEPT: Final = frozenset(
    {
        "chamber",
        "subject",
        "speaker",
        "year",
        "subject_before",
        "ministry",
        "officials",
        "ministries",
        "groups",
        "units",
        "bases",
    }
)
_SCALARS: Final = (_KEPT - {"officials", "ministries", "groups", "units", "bases"}) | _TOPICS
_HANDED: Final = (("subject_earlier", "subject_before"), ("subject_last", "subject"))
# what nearly every sentence that may change it does, so that the nearest is asked first
_LAST: Final = frozenset({"subject", "subject_before", "speaker"})
_NEAR: Final = 2
_ATTEMPTS: Final = 5


class UnsureError(Exception):
    """``name`` of the memory that a sentence passed over may have changed, asked for in sentence ``at``."""

    def __init__(self, name: str, at: int) -> None:
        super().__init__(name, at)
        self.name, self.at = name, at


@dataclass(frozen=True, slots=True)
class Plan:
    """Which sentences are read, and which the survey of the whole article looks at too, none where there is no survey.

    An article that is ``known`` may come to know a treaty. What is said in sentences not ``concerned`` is news of
    another kind: they are read for what they leave in memory.
    """

    masks: Sequence[int]
    paragraphs: Sequence[int]
    fills: Sequence[frozenset[str]]
    chosen: frozenset[int]
    concerned: Sequence[Concern]
    known: bool = False
    surveyed: frozenset[int] = frozenset()
    attempts: int = 0

    def told(self, n: int) -> None:
        """Sentence ``n`` counts its time from one before it ("three days later"). Raises UnsureError if one is left."""
        if any(k not in self.chosen for k in range(n)):
            raise UnsureError("told", n)

    def follows(self, before: Sequence[int]) -> None:
        """A sentence may go on with the scene of those before it. Raises UnsureError if one is left."""
        left = [k for k in before if k not in self.chosen]
        if left:
            raise UnsureError("pair", left[-1] + 1)

    def after(self, miss: UnsureError) -> "Plan | None":
        """The next plan, which reads what may fill the memory that was missed too; None for everything."""
        if self.attempts >= _ATTEMPTS:
            return None
        survey = miss.name in _FOUND or miss.name in _TOPICS
        more = self._before(miss) if miss.name not in _FOUND else set()
        surveyed = self._all_surveyed() if survey else self.surveyed
        return replace(self, chosen=self.chosen | more, surveyed=surveyed, attempts=self.attempts + 1)

    def _all_surveyed(self) -> frozenset[int]:
        """The headline and what names states, for whom a surname means hangs on them, or may name a treaty."""
        return frozenset({0, *(n for n, filled in enumerate(self.fills) if "states" in filled or "lead" in filled)})

    def _before(self, miss: UnsureError) -> set[int]:
        name = "lead" if miss.name in _TOPICS else dict(_HANDED).get(miss.name, miss.name)
        if name == "pair":
            return {miss.at - 1}
        passed = [n for n in range(miss.at) if (name == "told" or name in self.fills[n]) and n not in self.chosen]
        # the last sentences with a subject or speaker mostly tell; where they do not, it is missed once more
        return set(passed[-_NEAR:] if name in _LAST and self.attempts + 2 < _ATTEMPTS else passed)


def plan(sieve: Sieve, text: str, sentences: Sequence[Sentence], published: Interval | None) -> Plan:
    """The first plan for a text with these sentences."""
    spans, paragraphs = [s.span for s in sentences], [s.paragraph for s in sentences]
    masks = [sieve.look(text, span) for span in spans]
    known = sieve.knows_treaty(masks, published, lambda: sieve.states_named(text, spans))
    told = any(mask & sieve.treaty for mask in masks)  # a treaty spoken of may go without saying in every way
    concern = concerned([sieve.score(mask) for mask in masks], told)
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
        provides = known and mask & (sieve.spoken if told else sieve.provides)
        told_so = judged or provides or mask & sieve.judges or (judges and mask & sieve.saying)
        if told_so or sieve.opens(mask, known) or sieve.titled(mask, spans[n]):
            chosen.add(n)
    if not chosen:
        return Plan(masks, paragraphs, [frozenset()] * len(masks), frozenset(), concern)
    chosen |= _likely(sieve, masks, chosen)
    fills = [sieve.fills(mask, known) for mask in masks]
    return Plan(masks, paragraphs, fills, frozenset(chosen), concern, known)


def _likely(sieve: Sieve, masks: Sequence[int], chosen: set[int]) -> set[int]:
    """Sentences whose memory will be asked for: "the minister" without a state, "the two"."""
    holders = max((n for n in chosen if masks[n] & sieve.office and not masks[n] & sieve.placed), default=0)
    more = {n for n in range(holders) if masks[n] & sieve.office}
    return more | {n - 1 for n in chosen if n and masks[n] & sieve.both and masks[n - 1] & sieve.acting}


class Glimpse(Discourse):
    """The memory of an article of which some sentences are passed over."""

    __slots__ = ("at", "before", "left", "open", "plan", "unsure")

    def __init__(self, published: Interval | None, plan: Plan) -> None:
        self.at, self.plan = 0, plan
        self.before = self.open = self.left = False
        self.unsure: set[str] = set()
        super().__init__(published=published)
        passed = [n for n in range(len(plan.masks)) if n not in plan.chosen and n not in plan.surveyed]
        for n in passed:
            self.unsure |= plan.fills[n]
        if not plan.surveyed:
            self.unsure |= _FOUND if plan.known else _SURVEYED

    def begin(self) -> None:
        """After the survey: nothing is passed over yet but what the survey would have seen."""
        super().begin()
        self.unsure &= _FOUND
        self.at = -1

    def arrive(self, n: int) -> None:
        """Before sentence ``n``: what was passed over since the last one read."""
        for passed in range(self.at + 1, n):
            self.unsure |= self.plan.fills[passed] & _KEPT
            super().enter(self.plan.paragraphs[passed], passed)
            self.named_here = None
            if "lead" in self.plan.fills[passed]:
                self.unsure |= _TOPICS
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

    def meet_unit(self, name: str, states: frozenset[str], host: str | None = None) -> None:
        """Remember whose a unit is."""
        units, bases = _slot("units").__get__(self), _slot("bases").__get__(self)
        units[name] = units.get(name, frozenset()) | states
        for state in states if host is not None else ():
            bases[state] = host

    def meet_group(self, states: tuple[str, ...]) -> None:
        """Remember states that were named in one row."""
        _slot("groups").__get__(self)[len(states)] = states

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

    def meet(self, states: tuple[str, ...], ahead: bool = False) -> None:
        """Before a sentence that names these states: what "the two" are, if the lead treaty is known."""
        self.open = "lead_pair" in self.unsure
        if self.open:
            self.gather(states)
            self.here = states
        else:
            super().meet(states, ahead)

    def gather(self, states: tuple[str, ...]) -> None:
        """The states named in the paragraph, unless one was passed over."""
        if "around" not in self.unsure:
            super().gather(states)

    def turn_to(self, treaty: Callable[[], str | None]) -> None:
        """A sentence names a treaty; which one may hang on the survey, and perhaps nobody asks."""
        try:
            super().turn_to(treaty)
        except UnsureError:
            self.unsure |= _TOPICS
            self.left = True

    def settle(self, treaties: bool) -> None:
        """After the last sentence: a treaty that was left open may have a part in ``treaties``."""
        if self.left and treaties:
            raise UnsureError("topic", self.at)

    def resume(self) -> None:
        """A sentence about the lead treaty, or the last one spoken of."""
        if "lead" in self.unsure:
            self.unsure.add("topic")
        else:
            super().resume()

    def two(self) -> tuple[str, ...]:
        """What "the two" are."""
        if self.open:
            raise UnsureError("lead", self.at)
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


for _name in (*_FOUND, *_TOPICS, *_KEPT, *(earlier for earlier, _ in _HANDED)):
    setattr(Glimpse, _name, _watched(_name))
