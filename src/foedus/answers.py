"""A sentence answered from a ledger: sentence → reading → claims → the events that can speak to them → verdict."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, TypeVar

import msgspec

from foedus import arguments
from foedus.extract import extract
from foedus.extract.content import contents_of
from foedus.model import (
    LIFE_CYCLE,
    Answer,
    Article,
    Claim,
    Evidence,
    Gap,
    Part,
    Reading,
    Span,
    UsageError,
    When,
)
from foedus.model.article import digest_of
from foedus.packs.language import languages, load_language
from foedus.packs.treaties import load_treaties
from foedus.packs.words import tokenize
from foedus.packs.world import load_world
from foedus.read.language import language_of
from foedus.reconcile.topics import topic_of
from foedus.report.dates import edtf_words
from foedus.report.wording import wording as report_words
from foedus.verify import Lookup, Told, verify
from foedus.verify.keys import CODED, of_treaty, whole
from foedus.verify.question import Tools
from foedus.verify.residue import check_words
from foedus.verify.sentence import by_words
from foedus.verify.wording import wording

_ID: Final = "sentence"
Item = TypeVar("Item", Claim, Gap)
_BILATERAL: Final = 2
_HOLDING: Final = ("treaty.exchange", "treaty.submit")
"""Acts that are done with an instrument or a bill: "deposited its instrument of ratification" is one act."""
_TRIED: Final = 8
"""Most treaties of a ledger that a sentence without a treaty's name is tried with."""


def day(text: str | None) -> When | None:
    """The day of ``--on``. Raises UsageError for anything that is no day."""
    return None if text is None else When(arguments.day(text, "--on").isoformat(), "day", text)


def answer(
    sentence: str, lookup: Lookup, *, language: str | None = None, on: When | None = None, treaty: str | None = None
) -> Answer:
    """The answer to one sentence.

    ``on`` is the day of "today" and "yesterday", ``treaty`` the id of the treaty that is meant where none is named.
    Raises UsageError for an empty sentence and for one in a language without a pack.
    """
    text = " ".join(sentence.split())
    if not text:
        raise UsageError("an empty sentence", "check", "give the sentence in quotes")
    spoken = language or spoken_in(text)
    if spoken is None:
        raise UsageError("the language cannot be told", text, f"give --language ({', '.join(languages())})")
    if spoken not in languages():
        raise UsageError(f"no language pack for {spoken!r}", text, f"known are {', '.join(languages())}")
    tools = tools_of()
    found = _told(text, spoken, on, treaty, lookup, tools)
    if isinstance(found, Answer):
        return by_words(found, lookup, tools)
    return verify(found._replace(filed=filed(found.reading.claims)), lookup, tools)


def filed(claims: Iterable[Claim]) -> tuple[str, ...]:
    """What the treaties' files have of the acts that a sentence claims, in words; it decides nothing."""
    treaties, words, world = load_treaties(), report_words("en"), load_world()
    lines: dict[str, None] = {}
    for claim in claims:
        treaty = treaties.get(whole(claim.object or ""))
        who = {world.principal(a) for a in claim.actors}
        for act in treaty.acts if treaty and claim.type in LIFE_CYCLE else ():
            theirs = {world.principal(a) for a in act.actors}
            if act.type == claim.type and act.when and (not who or not theirs or who & theirs):
                by = f", {words.listed([world.label(a) for a in act.actors])}" if act.actors else ""
                lines[f"{words.types[act.type].label}{by}, {edtf_words(act.when, words)}"] = None
    return tuple(lines)


def spoken_in(text: str) -> str | None:
    """The language of a sentence: by its little words where they tell, else as that of an article; None if unsure."""
    counts = {code: _little(text, code) + _named(text, code) for code in languages()}
    best = max(counts.values(), default=0)
    leading = [code for code, number in counts.items() if number == best]
    told = language_of(text)
    return leading[0] if best and len(leading) == 1 and (best > 1 or told is None) else told


def tools_of() -> Tools:
    """What verification is lent. Raises PackError."""
    world, treaties = load_world(), load_treaties()

    def parties(id_: str) -> frozenset[str]:
        if id_ in treaties:
            filed = treaties[id_]
            bound = frozenset(p.state for p in filed.parties)
            return bound | {"…"} if filed.more_parties else bound
        coded = CODED.fullmatch(id_)
        return frozenset(coded[1].split("-")) if coded else frozenset()

    def organisation(id_: str) -> str | None:
        return treaties[id_].organisation if id_ in treaties else None

    return Tools(world, contents_of, topic_of, parties, treaties.__contains__, organisation)


def _told(text: str, language: str, on: When | None, treaty: str | None, lookup: Lookup, tools: Tools) -> Told | Answer:
    """The sentence as read; one that names no treaty is read as of the one that can be meant."""
    bare = _read(text, language, on)
    if not _lacking(bare, lookup):
        return Told(bare)
    parties = _principals(text, language, tools)
    given = [treaty] if treaty else list(_candidates(parties, lookup, tools))[:_TRIED]
    tried = [(id_, _read(text, language, on, id_)) for id_ in given]
    fits = [(id_, reading) for id_, reading in tried if _of(reading, id_)]
    if not fits:
        return Told(bare)
    acted = [(id_, r) for id_, r in fits if any(_told_of(c, lookup) for c in r.claims)]
    fits = acted or fits
    if len(fits) > 1:
        words = wording().reasons["several"]
        names = ", ".join(tools.world.label(id_) for id_, _ in fits)
        reason = words.format(treaties=names)
        return Answer(text, language, "not_covered", reason)
    id_, reading = fits[0]
    return Told(reading, id_)


def _candidates(parties: Sequence[str], lookup: Lookup, tools: Tools) -> Iterable[str]:
    """The treaties that all those named take part in, by reports or files; all where nobody is named."""
    if found := lookup.treaties(parties):
        return found
    return [id_ for id_ in lookup.treaties(()) if tools.parties(id_) and tools.parties(id_).issuperset(parties)]


def _principals(text: str, language: str, tools: Tools) -> list[str]:
    names = contents_of(text, language).names
    world = tools.world
    return list(dict.fromkeys(p for n in names for i in n.ids if (p := world.principal(i)) in world.states))


def _lacking(reading: Reading, lookup: Lookup) -> bool:
    """Does a claim of the sentence lack its treaty, or have one that no report speaks of?"""
    if any(g.reason == "no_object" for g in reading.gaps) or not reading.claims:
        return True
    treaties = {whole(c.object) for c in reading.claims if of_treaty(c.type) and c.object}
    known = set(lookup.treaties(()))
    return any(of_treaty(c.type) and not c.object for c in reading.claims) or bool(treaties - known)


def _told_of(claim: Claim, lookup: Lookup) -> bool:
    """Do reports tell of such an act on that treaty?"""
    return bool(claim.object and lookup.events(f"{claim.type}|{whole(claim.object)}"))


def _of(reading: Reading, treaty: str) -> bool:
    """Has the sentence a claim on this treaty?"""
    return any(c.object and whole(c.object) == treaty for c in reading.claims)


def _read(text: str, language: str, on: When | None, treaty: str | None = None) -> Reading:
    """The sentence as a text of its own, under a heading that names the treaty where one is taken to be meant."""
    head = f"{_name(treaty, language)}\n" if treaty else ""
    whole_text = head + text
    parts = [Part(Span(len(head), len(whole_text)), "body")]
    if head:
        parts.insert(0, Part(Span(0, len(head) - 1), "headline"))
    article = Article(_ID, whole_text, tuple(parts), language, published=on, digest=digest_of(whole_text))
    found = extract(article)
    at = len(head)
    own = msgspec.structs.replace(article, text=text, parts=(Part(Span(0, len(text)), "body"),), digest=digest_of(text))
    return Reading(
        own,
        _facts(tuple(_moved(c, at) for c in found.claims if c.evidence.start >= at)),
        tuple(_moved(g, at) for g in found.gaps if g.evidence.start >= at),
        (Span(0, len(text)),),
        found.balance,
    )


def _facts(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Without the speech acts that are read out of the words of an act ("voted for" is a vote), and its instruments."""
    outer = [c.evidence.span() for c in claims if c.type in _HOLDING]
    claims = [c for c in claims if c.type != "treaty.ratify" or not _inside(c, outer)]
    deeds = [c for c in claims if not c.type.startswith("statement.")]
    return tuple(
        c
        for c in claims
        if c.type != "statement.support"
        or not any(d.evidence.span().overlap(c.evidence.span()) and set(d.actors) & set(c.actors) for d in deeds)
    )


def _inside(claim: Claim, outer: Iterable[Span]) -> bool:
    """Is a claim's evidence a part of such a stretch: "its ratification" in "deposited its ratification" is no act."""
    span = claim.evidence.span()
    return any(held.covers(span) and held != span for held in outer)


def _moved(item: Item, by: int) -> Item:
    evidence = Evidence(item.evidence.start - by, item.evidence.end - by, item.evidence.text)
    return msgspec.structs.replace(item, evidence=evidence)


def _name(treaty: str, language: str) -> str:
    """A heading that names a treaty: by its two parties where it has two, else by its usual name."""
    treaties, world = load_treaties(), load_world()
    filed = treaties.get(treaty)
    coded = CODED.fullmatch(treaty)
    states = [p.state for p in filed.parties] if filed else coded[1].split("-") if coded else []
    words = check_words().get(language)
    if len(states) == _BILATERAL and words:
        a, b = (world.label(state, language) for state in states)
        return words.between.format(a=a, b=b)
    names = filed.names if filed else {}
    return next(iter(names.get(language) or names.get("en") or next(iter(names.values()), (treaty,))))


def _little(text: str, code: str) -> int:
    words = _closed(code)
    return len({t.low for t in tokenize(text) if t.low in words})


def _named(text: str, code: str) -> int:
    """How many of its names and dates a language knows."""
    contents = contents_of(text, code)
    return len(contents.names) + len(contents.moments)


@cache
def _closed(code: str) -> frozenset[str]:
    words = load_language(code).words
    forms = {f for p in words.prepositions.values() for f in p.forms} | set(words.prepositions)
    return words.articles | words.determiners | words.conjunctions | forms | words.relatives | words.negations
