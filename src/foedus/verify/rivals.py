"""Rivals: pieces of sentences that give such an act of the same body a date, where the reader made no claim of them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from foedus.model import Contents, Interval, Testimony
from foedus.packs.language import load_language
from foedus.packs.words import tokenize
from foedus.verify.chambers import same_body
from foedus.verify.fields import match_days
from foedus.verify.persons import persons, said_in, surname
from foedus.verify.question import Question, Tools, days_of, published_of
from foedus.verify.steps import BY_PARTY, assumed

_MARKS: Final = frozenset(",;:()—–")
_YEAR: Final = dt.timedelta(days=365)


class Rivals(NamedTuple):
    """Those who give the asked date, and those who give another."""

    agree: tuple[tuple[Testimony, Interval], ...] = ()
    differ: tuple[tuple[Testimony, Interval], ...] = ()


def rivals(question: Question, sentences: Sequence[Testimony], tools: Tools) -> Rivals:
    """Whose pieces date the act of just the body or person that the sentence names."""
    asked = question.subject
    if asked.claim.type not in BY_PARTY or asked.interval is None or not asked.actors:
        return Rivals()
    if asked.claim.polarity == "negative" or asked.claim.modality != "asserted":
        return Rivals()
    agree, differ = list[tuple[Testimony, Interval]](), list[tuple[Testimony, Interval]]()
    for said in sentences:
        for told in _dates(question, said, tools):
            match = match_days(asked.interval, told)
            if match == "agree":
                agree.append((said, told))
            elif match == "differ" and told.first == told.last and _near(asked.interval, told):
                differ.append((said, told))
    telling = {s.article for s in sentences if _tells(asked.interval, s, tools)}
    return Rivals(tuple(agree), tuple((s, d) for s, d in differ if s.article not in telling))


def _dates(question: Question, said: Testimony, tools: Tools) -> Iterator[Interval]:
    """The dates of the pieces that tell of the act."""
    kind, asked = question.claim.type, question.subject
    if any(k == kind and {tools.world.principal(w) for w in who} & asked.actors for k, who in said.types):
        return  # a claim was read out of it
    acts: frozenset[str] = frozenset()
    kinds = {kind, "treaty.ratify"} if asked.bodies and kind == "treaty.withdraw" else {kind}  # a vote is either
    for piece in _pieces(said.sentence, said.language or ""):
        contents = tools.contents(piece, said.language, published_of(said))
        acts = contents.acts if contents.verbs or contents.acts else acts
        if not kinds & acts or contents.negations or contents.unsure or not _names(question, contents, tools):
            continue
        numbered = [m for m in contents.moments if any(c.isdigit() for c in m.when.text)]
        dates = [d for m in numbered if (d := days_of(m.when)) and d.first and d.last]
        if len(dates) == len(contents.moments) == 1:
            yield dates[0]
        elif not dates and asked.interval and (read := assumed(asked.interval, piece, said, tools)):
            yield from (d for m in read.moments if (d := days_of(m.when)) and d.within(asked.interval))


def _near(one: Interval, other: Interval) -> bool:
    """Lies less than a year between them? Else it is another act."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return other.first - _YEAR < one.last and one.first < other.last + _YEAR


def _names(question: Question, contents: Contents, tools: Tools) -> bool:
    """Does the piece name the very person or body that acts, or its state where the sentence names no body?"""
    asked = question.subject
    ids = {i for n in contents.names for i in n.ids}
    principals = {tools.world.principal(i) for i in ids} & set(tools.world.states)
    if not asked.actors <= principals and not persons(asked.bodies):
        return False
    if people := persons(asked.bodies):
        words = said_in(contents.text)
        return all(p in ids or surname(p) in words for p in people)
    bodies = {i for i in ids if i.startswith(("gov:", "person:")) and tools.world.principal(i) in asked.actors}
    if asked.bodies and (bodies or contents.verbs or contents.acts):
        return any(same_body(a, b) for a in asked.bodies for b in bodies)
    return not bodies and principals == set(asked.actors) and not (contents.verbs or contents.acts)


def _pieces(sentence: str, language: str) -> Iterator[str]:
    """A sentence cut at its marks and conjunctions."""
    joints = load_language(language).words.conjunctions if language else frozenset[str]()
    at = 0
    for token in tokenize(sentence):
        if token.text in _MARKS or token.low in joints:
            yield sentence[at : token.start].strip()
            at = token.start if token.low in joints else token.end
    yield sentence[at:].strip()


def _tells(asked: Interval, said: Testimony, tools: Tools) -> bool:
    """Has a sentence a date within the asked one?"""
    moments = tools.contents(said.sentence, said.language, published_of(said)).moments
    return any((d := days_of(m.when)) and d.first and d.last and d.within(asked) for m in moments)
