"""Loose evidence: sentences of the same articles that no claim was made of, and that say what is asked in other words.

They are heard only where names, the kind of act and the asked details stand together in one sentence that is neither
negated nor about what is to come. They can bear out a sentence and give another figure of a vote; no more.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from foedus.model import CLAIM_TYPES, LIFE_CYCLE, Contents, Event, Interval, Number, Testimony
from foedus.verify.compare import Comparer, Heard
from foedus.verify.concepts import clauses_in, words_in
from foedus.verify.fields import Match
from foedus.verify.keys import KINDRED, of_treaty, whole
from foedus.verify.lookup import Lookup
from foedus.verify.question import Question, Tools, published_of
from foedus.verify.residue import known, terms_in
from foedus.verify.steps import BY_PARTY
from foedus.verify.votes import match_votes, votes_of

_BILATERAL: Final = 2
_FEW: Final = 8
_ARTICLES: Final = 24
_SENTENCES: Final = 240
"""Most articles and sentences that are gone through for one claim."""
_HEARD: Final = ("treaty.", "forces.", "transfer.", "diplomacy.")
_DETAILS: Final = ("when", "votes", "quantity", "place")


class Articles:
    """The articles in which a question may be answered by bare sentences, and which of them tell of its treaty."""

    def __init__(self, question: Question, events: Sequence[Event], lookup: Lookup, tools: Tools) -> None:
        claim = question.claim
        self.treaty = whole(claim.object) if of_treaty(claim.type) and claim.object else None
        self.parties = tools.parties(self.treaty) if self.treaty else frozenset[str]()
        kinds = (*LIFE_CYCLE, "treaty.provision") if self.treaty else ()
        keys = [f"{kind}|{self.treaty}" for kind in kinds]
        self.tied = {a for key in keys for e in lookup.events(key, _ARTICLES) for a in e.articles}
        told = {a for e in events[:_ARTICLES] for a in e.articles} | self.tied
        if len(self.parties) == _BILATERAL:
            pair = sorted(self.parties)
            keys = [f"{kind}|{side}" for side in ("+".join(pair), *pair) for kind in CLAIM_TYPES]
            told |= {a for key in keys for e in lookup.events(key, _FEW) for a in e.articles}
        self.sentences = [s for a in sorted(told)[:_ARTICLES] for s in lookup.sentences(a)][:_SENTENCES]

    def about(self, said: Testimony, named: set[str]) -> bool:
        """Does the sentence name the treaty, or both its parties, or does its article tell of it?"""
        if self.treaty is None:
            return True
        both = len(self.parties) == _BILATERAL and self.parties <= named
        return both or self.treaty in named or said.article in self.tied

    def near(self, said: Testimony, tools: Tools) -> bool:
        """Does the article tell of the treaty, or name the sentence with those beside it both its parties?"""
        if said.article in self.tied:
            return True
        texts = (said.sentence, *said.around)
        named = {i for text in texts for n in tools.contents(text, said.language).names for i in n.ids}
        return len(self.parties) == _BILATERAL and self.parties <= {tools.world.principal(i) for i in named}


def loose(question: Question, articles: Articles, tools: Tools, comparer: Comparer) -> list[Heard]:
    """What sentences without a claim of the asked kind say on the question."""
    claim = question.claim
    if not claim.type.startswith(_HEARD) or (of_treaty(claim.type) and articles.treaty is None):
        return []
    if claim.polarity == "negative" or claim.modality != "asserted":
        return []
    found = (_hear(question, said, articles, tools, comparer) for said in articles.sentences)
    return [heard for heard in found if heard]


def _hear(question: Question, said: Testimony, articles: Articles, tools: Tools, comparer: Comparer) -> Heard | None:
    claim = question.claim
    contents = comparer.contents(said.sentence, said.language)
    named = _named(contents, tools)
    if claim.type == "treaty.provision":
        return _provision(question, contents, said) if articles.about(said, named) else None
    kinds = {claim.type, *KINDRED.get(claim.type, ())}
    if not kinds & contents.acts or contents.negations or contents.unsure:
        return None
    if any(kind in kinds and _principals(who, tools) & question.subject.actors for kind, who in said.types):
        return None
    if (
        not question.votes
        and of_treaty(claim.type)
        and any(kind in LIFE_CYCLE and kind not in kinds for kind, _ in said.types)
    ):
        return None  # its date is that of another act
    if any(kind in kinds and not who for kind, who in said.types):
        return None
    if not articles.about(said, named) or not _who(question, named, said, tools, comparer):
        return None
    if (question.votes or question.subject.bodies) and not _vote_of(contents, said, comparer):
        return None
    fields = dict(_fields(question, contents, said, tools, comparer))
    if not any(fields.get(f) == "agree" for f in _DETAILS) and fields.get("votes") != "differ":
        return None
    return bare(question, said, fields)


def _vote_of(contents: Contents, said: Testimony, comparer: Comparer) -> bool:
    """Is it no vote of another body, by the sentence or, where it names none, by the one before it?"""
    before = comparer.contents(said.around[-1] if said.around else "", said.language)
    chambers = comparer.chambers.named(contents) or comparer.chambers.named(before)
    return not chambers or any(own for _, own in chambers)


def _named(contents: Contents, tools: Tools) -> set[str]:
    """All ids that a sentence names, with their principals."""
    named = {i for n in contents.names for i in n.ids}
    return named | {tools.world.principal(i) for i in named}


def bare(question: Question, said: Testimony, fields: dict[str, Match], told: Interval | None = None) -> Heard:
    """A sentence without a claim as evidence of its article, with the date that it tells."""
    published = published_of(said)
    subject = question.subject._replace(interval=told)
    day = published.last if published else None
    return Heard(said, subject, None, "done", fields, day, (f"article:{said.article}",), False)


def _provision(question: Question, contents: Contents, said: Testimony) -> Heard | None:
    """How long a treaty lasts, and how many of what it allows, as figures that can be compared in any wording."""
    fields: dict[str, Match] = {}
    if question.terms:
        terms = terms_in(contents, said.language or "")
        clause = _lasting(contents, said.language or "")
        same_unit = {n for n, unit in terms if unit in {u for _, u in question.terms}}
        if same_unit:
            agrees = question.terms <= terms
            if clause if not agrees else clause is not None:
                fields["term"] = "agree" if agrees else "differ"
    limits = {(n.of, _limit(n)) for n in question.numbers if n.of}
    if limits and len(limits) == len(question.numbers):
        there = {(n.of, _limit(n)) for n in contents.numbers if n.of}
        kinds = {of for of, _ in limits}
        told = {t for t in there if t[0] in kinds}
        if told and not contents.unsure:
            fields["number"] = "agree" if limits <= told else "differ"
    if not fields or contents.negations or question.negated:
        return None
    return bare(question, said, fields)


def _lasting(contents: Contents, language: str) -> bool | None:
    """Is the length that a sentence gives a treaty's, by a word for one beside it? None if of another thing."""
    lengths = [m.span for m in contents.moments if m.length is not None]
    held = [c for c in clauses_in(contents, language) if any(c.covers(span) for span in lengths)]
    words = [w for w in words_in(contents, language) if any(c.covers(w.span) for c in held)]
    if any(w.concepts & {"deploy", "soldier", "army", "mission"} for w in words):
        return None
    named = [n for n in contents.names if any(i.startswith("treaty:") for i in n.ids)]
    return any(w.pact for w in words) or any(c.covers(n.span) for c in held for n in named)


def _limit(number: Number) -> float | int | None:
    """The figure itself: "no more than 1,550" and "1,550" are one limit."""
    return number.high if number.high is not None else number.low


def date_of_others(question: Question, articles: Articles, tools: Tools, comparer: Comparer) -> list[Heard]:
    """Sentences that have the asked date, those who act, and such an act, whatever the reader made of them."""
    found: list[Heard] = []
    for said in articles.sentences:
        contents = comparer.contents(said.sentence, said.language)
        if question.claim.type not in contents.acts or contents.negations or contents.unsure:
            continue
        if question.subject.bodies and not _vote_of(contents, said, comparer):
            continue
        named = _named(contents, tools)
        dated = _when(question.subject.interval, contents, said, tools) == "agree"
        if dated and articles.about(said, named) and _who(question, named, said, tools, comparer):
            found.append(bare(question, said, {"when": "agree"}))
    return found


def _who(question: Question, named: set[str], said: Testimony, tools: Tools, comparer: Comparer) -> bool:
    """Does the sentence, or for a lack of names in it the one before, name all who act?"""
    subject, states = question.subject, tools.world.states
    if of_treaty(question.claim.type) and question.claim.type not in BY_PARTY and not subject.bodies:
        wanted: frozenset[str] = frozenset()
    else:
        wanted = subject.actors if of_treaty(question.claim.type) else subject.sides
    others = {n for n in named if n in states} - wanted - tools.parties(whole(question.claim.object or ""))
    if not all(known(n, named, tools.world) for n in question.names):
        return False
    if wanted <= named:
        return True
    before = said.around[-1] if said.around else ""
    ids = {i for n in comparer.contents(before, said.language).names for i in n.ids}
    there = {p for i in ids if (p := tools.world.principal(i)) in states}
    return not others and not (named & set(states)) and there == wanted


def _fields(
    question: Question, contents: Contents, said: Testimony, tools: Tools, comparer: Comparer
) -> Iterator[tuple[str, Match]]:
    claim, subject = question.claim, question.subject
    if claim.when:
        yield "when", _when(subject.interval, contents, said, tools)
    if claim.place and not of_treaty(claim.type):
        named = {i for n in contents.names for i in n.ids if i.startswith("place:")}
        yield "place", "agree" if claim.place in named else "silent"
    elif claim.place:
        named = {i for n in contents.names for i in n.ids if i.startswith("place:")}
        yield "place", "agree" if named == {claim.place} else "silent"
    votes = votes_of(contents, said.language)
    if question.votes:
        yield "votes", match_votes(question.votes, comparer.chambers.votes(msgspec.structs.replace(said, around=())))
    numbers = [n for n in contents.numbers if n.span.start not in votes.spans]
    if claim.quantity and claim.quantity.unit != "votes":
        same = [n for n in numbers if n.of and (n.low, n.high) == (claim.quantity.low, claim.quantity.high)]
        yield "quantity", "agree" if same else "silent"
    if question.numbers:
        there = {(n.low, n.high, n.kind) for n in numbers}
        yield "number", "agree" if all((n.low, n.high, n.kind) in there for n in question.numbers) else "silent"
    if claim.attribution.chain:
        named = {i for n in contents.names for i in n.ids}
        yield "source", "agree" if named & set(claim.attribution.chain[0]) else "silent"


def _when(asked: Interval | None, contents: Contents, said: Testimony, tools: Tools) -> Match:
    """The one date of the sentence, counted from the day of its article."""
    if asked is None:
        return "silent"
    dated = tools.contents(said.sentence, said.language, published_of(said))
    today = published_of(said)
    days = [
        d
        for m in dated.moments
        if (d := m.when.days()) and d.first and d.last and (d != today or any(c.isdigit() for c in m.when.text))
    ]  # "now" may be said of what is still to come
    return "agree" if len(days) == 1 and days[0].within(asked) else "silent"


def _principals(who: Sequence[str], tools: Tools) -> set[str]:
    return {tools.world.principal(w) for w in who}
