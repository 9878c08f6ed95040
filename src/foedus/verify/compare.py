"""A claim of the reports beside a claim of the sentence: is it about the same, and what does it say of each field?"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from foedus.model import Claim, Contents, Event, Interval, Testimony
from foedus.verify.chambers import Chambers, same_body
from foedus.verify.duties import conditions_in, cooperates, terms
from foedus.verify.fields import Match, Places, match_counts, match_days, match_since
from foedus.verify.keys import CODED, KINDRED, of_treaty, whole
from foedus.verify.persons import person_of
from foedus.verify.question import Question, Subject, Tools, published_of, subject_of
from foedus.verify.residue import articles_in, cities_in, held, is_city, known
from foedus.verify.steps import BY_PARTY, assumed, has_dates, joins, on_day, retold, staged, stages_around
from foedus.verify.things import match_thing, same_thing, vague
from foedus.verify.votes import Votes, match_votes, votes_of

MUTUAL: Final = frozenset(
    ("forces.exercise", "relation.deepen", "relation.compare", "diplomacy.meet", "treaty.negotiate", "treaty.sign")
)
"""What all who take part do together: who is named first says nothing."""
RUNNING: Final = ("forces.deploy", "forces.casualties", "forces.fight", "control.territory", "transfer.")
"""What grows or shrinks from day to day."""
_MONTH: Final = dt.timedelta(days=31)
"""What is said not to be so in a month is not so by that month."""
_BILATERAL: Final = 2


@dataclass(frozen=True, eq=False)
class Heard:
    """A claim of the reports as evidence. ``day`` is the last day for which it tells of a state of affairs."""

    testimony: Testimony
    subject: Subject
    event: Event | None
    stance: str
    fields: dict[str, Match]
    day: dt.date | None
    origins: tuple[str, ...]
    exact: bool = True
    """Does the very body act that the sentence names, or the state as a whole where it names none?"""

    def differs(self) -> bool:
        """Does it contradict any field?"""
        return "differ" in self.fields.values()

    def agrees(self) -> int:
        """On how many fields does it agree?"""
        return sum(match == "agree" for match in self.fields.values())


class Comparer:
    """Compares claims of the reports with one question."""

    def __init__(self, question: Question, tools: Tools, places: Places) -> None:
        self._asked, self._tools, self._places = question, tools, places
        self.chambers = Chambers(question.subject, tools.world, self.contents)
        self._contents: dict[tuple[str, str | None], Contents] = {}

    def hear(self, testimony: Testimony, event: Event) -> Heard | None:
        """The testimony as evidence; None when it is about something else."""
        if testimony.claim is None:
            return None
        published = published_of(testimony)
        subject = subject_of(testimony.claim, self._tools.world, published)
        if not self._same(subject, testimony):
            return None
        told = subject.interval.last if subject.interval and subject.interval.last else None
        day = told or (published.last if published else None)
        return Heard(
            testimony,
            subject,
            event,
            stance_of(subject),
            self._fields(subject, testimony, published),
            day,
            origins_of(testimony.claim, event),
            exactly(self._asked.subject, subject),
        )

    def contents(self, text: str, language: str | None) -> Contents:
        """What a text names and counts, read once."""
        key = text, language
        if key not in self._contents:
            self._contents[key] = self._tools.contents(text, language)
        return self._contents[key]

    def _same(self, told: Subject, testimony: Testimony) -> bool:
        """Is it about the same act, as far as type, treaty and participants tell?"""
        asked, kind = self._asked.subject, self._asked.claim.type
        if told.claim.type != kind and told.claim.type not in KINDRED.get(kind, ()):
            return False
        if of_treaty(kind):
            return self._same_act(asked, told, testimony)
        if kind in MUTUAL:
            shared = asked.sides & told.sides
            return len(shared) >= min(len(asked.sides), 2) and bool(shared)
        if not asked.actors & told.actors:
            return bool(not asked.actors and asked.targets & told.targets)
        if asked.targets and told.targets and not asked.targets & told.targets and not vague(told.targets):
            return False
        return same_thing(asked.claim.object, told.claim.object)

    def _same_act(self, asked: Subject, told: Subject, testimony: Testimony) -> bool:
        kind = asked.claim.type
        if not self._same_treaty(asked.claim.object, told.claim.object):
            return False
        if kind == "treaty.provision":
            topic = self._tools.topic
            if cooperates(asked.claim) != cooperates(told.claim):
                return False
            if "assistance" in conditions_in(terms(asked.claim)) - conditions_in(terms(told.claim)):
                return False  # to cooperate in defence is no duty to defend
            return topic(asked.claim).removeprefix("not ") == topic(told.claim).removeprefix("not ")
        if ("extended" in self._asked.stages) != ("extended" in self._steps(told, testimony)):
            return False  # to extend a treaty is not to conclude it
        if kind in BY_PARTY and asked.actors and told.actors and not asked.actors & told.actors:
            return False
        if kind in BY_PARTY and asked.actors and not told.actors and self._many(asked.claim.object):
            return False
        return self._same_candidate(told, testimony)

    def _same_candidate(self, told: Subject, testimony: Testimony) -> bool:
        """Whose accession is it? A claim that names another state's is about another act."""
        wanted = {id_ for n in self._asked.names for id_ in n.ids if id_ in self._tools.world.states}
        if not wanted or not self._many(told.claim.object):
            return True
        own = self._others(told, told.claim.evidence.text, testimony.language)
        if own or self._others(told, testimony.sentence, testimony.language) & wanted:
            return bool(own & wanted) if own else True
        title = self._others(told, testimony.title, testimony.language)
        return not title or bool(title & wanted)

    def _others(self, told: Subject, text: str, language: str | None) -> set[str]:
        """The states that a text names beside those who act."""
        ids = {i for n in self.contents(text, language).names for i in n.ids}
        states = {self._tools.world.principal(i) for i in ids} & set(self._tools.world.states)
        return states - told.actors

    def _same_treaty(self, asked: str | None, told: str | None) -> bool:
        if not asked or not told:
            return False
        a, b = whole(asked), whole(told)
        if a == b:
            return True
        one, other = CODED.fullmatch(a), CODED.fullmatch(b)
        if not one or not other or set(one[1].split("-")) != set(other[1].split("-")):
            return False
        return not one[2] or (not other[2] and self._tools.filed(a))

    def _many(self, treaty: str | None) -> bool:
        """Has the treaty more than two parties, or parties that nobody lists?"""
        return len(self._tools.parties(whole(treaty or ""))) != _BILATERAL

    def _fields(self, told: Subject, testimony: Testimony, published: Interval | None) -> dict[str, Match]:
        asked, found = self._asked.subject, dict[str, Match]()
        claim = asked.claim
        if asked.interval:
            found["when"] = self._dated(told, testimony, published)
        elif claim.when:
            found["when"] = "silent"
        if claim.place and not (of_treaty(claim.type) and self._places.whole(claim.place)):
            host = min(told.targets, default=None) if told.claim.type.startswith("forces.") else None
            at = told.claim.place or (f"{host}" if host else None)
            found["place"] = self._place(claim.place, told, at)
            if found["place"] == "silent" and not at:
                found["place"] = self._place_around(claim.place, testimony)
        if claim.quantity and claim.quantity.unit != "votes":
            found["quantity"] = match_counts(claim, told.claim)
        if asked.targets and not of_treaty(claim.type) and claim.type not in MUTUAL:
            found["target"] = "agree" if asked.targets & told.sides else "silent"
        if claim.object and not of_treaty(claim.type) and not claim.type.startswith("statement."):
            found["object"] = match_thing(claim.object, told.claim.object)
        if claim.type in MUTUAL:
            if not claim.object or not of_treaty(claim.type):
                found["actor"] = "agree" if asked.sides <= told.sides else "silent"
            elif asked.actors and not asked.actors <= self._parties(told):
                found["actor"] = "differ" if told.actors and len(told.actors) > 1 else "silent"
        elif asked.actors and told.actors:
            found["actor"] = self._actor(asked, told)
        self._whose(asked, told, testimony, found)
        self._sources(claim.attribution.chain, told, found)
        self._provision(told, testimony, found)
        self._words(told, testimony, found)
        return found

    def _dated(self, told: Subject, testimony: Testimony, published: Interval | None) -> Match:
        """What it says of the date: not that of another step, nor one that only its heading gives."""
        asked = self._asked
        contents = self._tools.contents(testimony.sentence, testimony.language, published)
        match = self._when(asked.subject, told, published)
        undated = told.interval is None and stance_of(told) == "done"
        if match == "silent" and undated and asked.subject.interval:
            read = assumed(asked.subject.interval, testimony.sentence, testimony, self._tools) or contents
            match = "agree" if on_day(asked, told.claim, read, testimony) else match
        states = self._tools.world.states
        lets_in = any(i in states for n in asked.names for i in n.ids)
        others = self._others(told, told.claim.evidence.text, testimony.language)
        another = (joins(asked.subject) and not lets_in) != (joins(told) and not others)
        another = another or staged(asked, self._steps(told, testimony), match)
        return "silent" if another or (retold(told.claim) and has_dates(contents)) else match

    def _steps(self, told: Subject, testimony: Testimony) -> frozenset[str]:
        return stages_around(told.claim, self.contents(testimony.sentence, testimony.language), testimony)

    def _whose(self, asked: Subject, told: Subject, testimony: Testimony, found: dict[str, Match]) -> None:
        """The person who acts, whether it is a formal notice, and who is named beside the treaty's parties."""
        if match := person_of(asked, told, testimony, self._tools.world):
            found["person"] = match
        if "notified" in self._asked.stages:  # what is announced, voted or stopped is not yet notified
            found["step"] = "agree" if "notified" in self._steps(told, testimony) else "silent"
        more = (asked.targets & set(self._tools.world.states)) - self._tools.parties(whole(asked.claim.object or ""))
        if more and of_treaty(asked.claim.type):
            ids = {i for n in self.contents(testimony.sentence, testimony.language).names for i in n.ids}
            named = told.sides | {self._tools.world.principal(i) for i in ids}
            found["target"] = "agree" if more <= named else "silent"

    def _parties(self, told: Subject) -> frozenset[str]:
        return told.sides | self._tools.parties(whole(told.claim.object or ""))

    def _actor(self, asked: Subject, told: Subject) -> Match:
        """Who of a party acts: its parliament is not its president. A body of the state acts for the state."""
        if not asked.actors <= told.actors:
            return "silent"
        if not asked.bodies or not told.bodies:
            return "agree"
        return "agree" if any(same_body(a, b) for a in asked.bodies for b in told.bodies) else "silent"

    def _when(self, asked: Subject, told: Subject, published: Interval | None) -> Match:
        if asked.interval is None:
            return "silent"
        match = self._time(asked, told, published)
        if match == "agree" and asked.claim.when and asked.interval.last is None:
            match = match_since(asked.claim.when, told.interval) if told.interval else match
        whose = asked.claim.type in MUTUAL and asked.actors and not asked.actors & told.actors
        if match == "differ" and whose and self._many(asked.claim.object):
            return "silent"  # others' signature of a treaty that states join
        if match == "differ" and of_treaty(asked.claim.type) and not _same_step(asked, told):
            return "silent"  # another step of the same party's consent
        return match

    def _time(self, asked: Subject, told: Subject, published: Interval | None) -> Match:
        if asked.interval is None:
            return "silent"
        time = told.interval
        if time is not None and time.first is None and time.last is not None:
            time = Interval(None, time.last)
        if time is None and published and asked.claim.type.startswith(RUNNING):
            return "agree" if published.within(asked.interval) else "silent"
        if stance_of(told) == "negated" and asked.interval.first is None and asked.interval.last and published:
            return "agree" if published.last and published.last + _MONTH > asked.interval.last else "silent"
        if time is None and published and asked.interval.first is None and stance_of(told) == "done":
            return "agree" if published.within(asked.interval) else "silent"
        if time is None and published and published.last and stance_of(told) == "done":
            time = Interval(None, published.last)  # told as done by then
        if asked.claim.type.startswith(RUNNING) and match_days(asked.interval, time) == "differ":
            return "silent"  # what runs on is told for each day by itself
        return match_days(asked.interval, time)

    def _place(self, asked: str, told: Subject, at: str | None) -> Match:
        if at and not at.startswith("place:"):
            state = self._places.state(asked)
            if state == at:
                return "agree" if self._places.whole(asked) else "silent"
            return "silent"
        match = self._places.match(asked, at)
        if match == "differ" and told.claim.type.startswith(RUNNING):
            return "silent"
        return match

    def _place_around(self, asked: str, testimony: Testimony) -> Match:
        """The one place that the sentence around a claim names is that of the act."""
        places = {i for n in self.contents(testimony.sentence, testimony.language).names for i in n.ids}
        named = {i for i in places if i.startswith("place:")}
        return "agree" if named == {asked} else "silent"

    def _sources(self, chain: tuple[tuple[str, ...], ...], told: Subject, found: dict[str, Match]) -> None:
        """A sentence that names its source asks for that source."""
        if not chain:
            return
        world = self._tools.world
        wanted = {world.principal(i) for i in chain[0]} | set(chain[0])
        named = {i for link in told.claim.attribution.chain for i in link}
        heard = named & wanted or {world.principal(i) for i in named} & wanted
        found["source"] = "agree" if heard else "silent"

    def _provision(self, told: Subject, testimony: Testimony, found: dict[str, Match]) -> None:
        asked, said = self._asked.claim.provision, told.claim.provision
        if not asked or not said:
            return
        if self._asked.negated and not self.contents(testimony.sentence, testimony.language).negations:
            found["polarity"] = "silent"  # what a treaty does not lay down is not what it lays down
        if asked.condition and asked.kind != "condition":
            mine = conditions_in(asked.condition)
            found["condition"] = "agree" if mine and mine <= conditions_in(terms(told.claim)) else "silent"

    def _words(self, told: Subject, testimony: Testimony, found: dict[str, Match]) -> None:
        """What no field holds is looked for in the sentence around the claim, names also in the article's title."""
        asked = self._asked
        if not (asked.names or asked.numbers or asked.votes or asked.articles):
            return
        contents = self.contents(testimony.sentence, testimony.language)
        if asked.names:
            found["name"] = self._names(told, testimony, contents)
        votes = votes_of(contents, testimony.language)
        if asked.votes and told.bodies and all(b.startswith("person:") for b in told.bodies):
            found["votes"] = "silent"  # a head of state signs, and counts no votes
        elif asked.votes:
            found["votes"] = match_votes(asked.votes, self.chambers.votes(testimony))
        if asked.numbers:
            found["number"] = self._numbers(contents, votes)
        if asked.articles:
            named = {n for _, n in articles_in(testimony.sentence, testimony.language or "")}
            agree = asked.articles <= named
            found["article"] = "agree" if agree else "differ" if len(named) == 1 and told.claim.provision else "silent"

    def _names(self, told: Subject, testimony: Testimony, contents: Contents) -> Match:
        world = self._tools.world
        here = held(told.claim, self._tools) | {i for n in contents.names for i in n.ids}
        here |= {world.principal(i) for i in here}
        cities = self._cities(told, testimony)
        missing = [n for n in self._asked.names if not known(n, cities if is_city(n) else here, world)]
        if not missing:
            return "agree"
        if any(map(is_city, missing)):
            return "silent"
        title = {i for n in self.contents(testimony.title, testimony.language).names for i in n.ids}
        others = self._others(told, testimony.sentence, testimony.language) - self._tools.parties(
            whole(told.claim.object or "")
        )
        if title and not others and all(known(n, title, world) for n in missing):
            return "agree"
        return "silent"

    def _cities(self, told: Subject, testimony: Testimony) -> set[str]:
        """The place of a claim, and the cities that its clause names behind a word of place."""
        contents = self.contents(testimony.sentence, testimony.language)
        named = cities_in(self.contents(told.claim.evidence.text, testimony.language), testimony.language or "")
        named |= {i for n in contents.names if is_city(n) for i in n.ids} if not named else set()
        return named | ({told.claim.place} if told.claim.place else set())

    def _numbers(self, contents: Contents, votes: Votes) -> Match:
        free = [n for n in contents.numbers if n.span.start not in votes.spans]
        there = {(n.low, n.high, n.kind) for n in free}
        missing = [n for n in self._asked.numbers if (n.low, n.high, n.kind) not in there]
        if not missing:
            return "agree"
        ordinals = [n for n in free if n.kind == "ordinal"]
        if len(missing) == 1 and missing[0].kind == "ordinal" and len(ordinals) == 1:
            return "differ"
        return "silent"


def stance_of(told: Subject) -> str:
    """``done``, ``negated`` (denied, or said not to be so), ``planned`` (also what may be), ``alleged``."""
    claim = told.claim
    if claim.modality == "denied" or claim.polarity == "negative":
        return "negated"
    if claim.modality == "asserted":
        return "done"
    return "alleged" if claim.modality == "alleged" else "planned"


def origins_of(claim: Claim, event: Event) -> tuple[str, ...]:
    """The independent sources behind a claim: those of its event, else the first of its chain, else its article."""
    found = tuple(o.id for o in event.origins if claim.id in o.claims)
    if found:
        return found
    chain = claim.attribution.chain
    return tuple(sorted(chain[0])) if chain else (f"article:{claim.article}",)


def exactly(asked: Subject, told: Subject) -> bool:
    """Do both name the same body, or both none? Who signs together signs for the state."""
    if asked.claim.type in MUTUAL:
        return True
    return bool(asked.bodies & told.bodies) or not (asked.bodies or told.bodies)


def _same_step(asked: Subject, told: Subject) -> bool:
    """Is it the same body that acts? A state as a whole acts with the last of its bodies."""
    if asked.bodies and told.bodies:
        return any(same_body(a, b) for a in asked.bodies for b in told.bodies)
    return not asked.bodies or asked.claim.type not in BY_PARTY
