"""Residue: what a sentence says that no field of its claims holds, and what could not be read at all."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

import msgspec

from foedus.model import Claim, Contents, Gap, Name, Number, Span
from foedus.packs.load import DATA, load
from foedus.packs.words import tokenize
from foedus.packs.world import World
from foedus.verify.keys import CODED, whole
from foedus.verify.question import Tools
from foedus.verify.votes import Votes

_NUMBERED: Final = 12
"""Most characters between the word for an article and its number."""


class CheckWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one language that verification asks for (``data/verify/words.yaml``).

    ``qualifiers`` are the beginnings of words that change what is said and that no claim holds; ``at`` stand before a
    place; ``articles`` name a
    treaty's article; ``yet`` are the words of "not yet"; ``support`` verbs add nothing; ``order`` words put
    one claim before or after another; ``lasting`` words begin so that say how long a treaty lasts, ``long`` units of
    time; ``between`` names a treaty by its two parties.
    """

    qualifiers: tuple[str, ...]
    at: frozenset[str]
    articles: tuple[str, ...]
    yet: tuple[str, ...]
    support: frozenset[str]
    order: frozenset[str]
    lasting: tuple[str, ...]
    long: dict[str, tuple[str, ...]]
    between: str


@cache
def check_words() -> dict[str, CheckWords]:
    """The words by language. Raises PackError."""
    return load(DATA / "verify" / "words.yaml", dict[str, CheckWords])


def held(claim: Claim, tools: Tools) -> set[str]:
    """Every id that the fields of a claim hold, with principals, the states of places, and a treaty's parties."""
    world = tools.world
    ids = {*claim.actors, *claim.targets, *(id_ for link in claim.attribution.chain for id_ in link)}
    ids |= {world.principal(id_) for id_ in ids}
    for id_ in (claim.place, claim.object):
        ids.add(id_ or "")
    if claim.place:
        ids.add(world.state_of_place(claim.place) or "")
    for treaty in [whole(i) for i in ids if i.startswith("treaty:")]:
        ids |= {treaty, tools.organisation(treaty) or ""}
        ids |= tools.parties(treaty) if CODED.fullmatch(treaty) else set()
    return ids - {""}


def names_left(contents: Contents, claims: Sequence[Claim], tools: Tools, language: str) -> tuple[Name, ...]:
    """The names that no field holds: whose accession was approved, in whose name somebody spoke, where it was done."""
    words, places = check_words().get(language), {claim.place for claim in claims}
    at = {t.end for t in tokenize(contents.text) if words and t.low in words.at}
    ids = {id_ for claim in claims for id_ in held(claim, tools)}
    names = [_sited(n) if _site(n, at) else n for n in contents.names]
    treaties = any(id_.startswith("treaty:") for id_ in ids)
    return tuple(
        n
        for n in names
        if not (places & set(n.ids) if is_city(n) else known(n, ids, tools.world))
        and not (treaties and len(n.ids) > 1 and all(map(_pact, n.ids)))
    )


def _sited(name: Name) -> Name:
    """The name as one of places alone."""
    return msgspec.structs.replace(name, ids=tuple(i for i in name.ids if i.startswith("place:")))


def cities_in(contents: Contents, language: str) -> set[str]:
    """The cities that a text names behind a word of place."""
    words = check_words().get(language)
    at = {t.end for t in tokenize(contents.text) if words and t.low in words.at}
    return {i for n in contents.names if n.span.start - 1 in at for i in n.ids if i.startswith("place:")}


def is_city(name: Name) -> bool:
    """Does a name stand for places alone?"""
    return all(id_.startswith("place:") for id_ in name.ids)


def _site(name: Name, at: set[int]) -> bool:
    """Does a capital stand behind a word of place? There it is a city, and not its state."""
    return name.span.start - 1 in at and any(id_.startswith("place:") for id_ in name.ids) and len(name.ids) > 1


def _pact(id_: str) -> bool:
    return id_.startswith("treaty:")


def known(name: Name, ids: set[str], world: World) -> bool:
    """Is one of the things that a name can stand for among these ids, itself or, but for a person, by its principal?"""
    if all(id_.startswith("person:") for id_ in name.ids):
        return any(id_ in ids for id_ in name.ids)
    return any(id_ in ids or world.principal(id_) in ids for id_ in name.ids)


def numbers_left(contents: Contents, claims: Sequence[Claim], votes: Votes, language: str) -> tuple[Number, ...]:
    """The numbers that are no quantity of a claim, no vote, no part of its provision, no number of an article."""
    words = {c.quantity.text for c in claims if c.quantity}
    taken = {(c.quantity.low, c.quantity.high) for c in claims if c.quantity}
    fields = " ".join(f"{c.provision.field or ''} {c.provision.condition or ''}" for c in claims if c.provision)
    numbered = [span for span, _ in articles_in(contents.text, language)]
    return tuple(
        n
        for n in contents.numbers
        if n.span.start not in votes.spans
        and (n.low, n.high) not in taken
        and not any(n.span.of(contents.text) in w for w in words)
        and not (fields and not n.of and n.span.of(contents.text) in fields)
        and not any(s.overlap(n.span) for s in numbered)
    )


def articles_in(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """The articles of a treaty that a text names by number: their spans and numbers."""
    words = check_words().get(language)
    if words:
        heads = "|".join(map(re.escape, words.articles))
        pattern = rf"(?<!\w)(?:{heads})\W{{0,3}}(?:n\W{{0,2}})?(\d+)(?!\w)"
        for found in re.finditer(pattern, text, re.IGNORECASE):
            yield Span(*found.span()), found[1]


def unread(contents: Contents, claims: Sequence[Claim], gaps: Sequence[Gap], language: str) -> tuple[str, ...]:
    """Words of the sentence that change it and that no claim holds: with any of them, nothing is borne out."""
    words, text = check_words().get(language), contents.text
    spans = [_reach(c, claims) for c in claims]
    found: list[Span] = []
    if not any(c.polarity == "negative" or c.modality == "denied" or c.type == "treaty.provision" for c in claims):
        found += contents.negations
    found += contents.restrictions
    dated = " ".join(c.when.text for c in claims if c.when)
    found += [m.span for m in contents.moments if not _dated(m.when.text, m.when.interval, claims, dated)]
    found += [g.evidence.span() for g in gaps if not any(s.overlap(g.evidence.span()) for s in spans)]
    if words:
        cues = [c.attribution.cue.casefold() for c in claims if c.attribution.cue]
        found += [
            v
            for v in contents.verbs
            if not any(s.overlap(v) for s in spans)
            and v.of(text).casefold() not in words.support
            and not any(v.of(text).casefold() in cue for cue in cues)
        ]
        heads = "|".join(map(re.escape, words.qualifiers))
        found += [Span(*m.span()) for m in re.finditer(rf"(?<!\w)(?:{heads})\w*", text, re.IGNORECASE)]
        found += _unknown_places(contents, words)
        if len(claims) > 1:
            times = [m.span for m in contents.moments]
            order = [Span(t.start, t.end) for t in tokenize(text) if t.low in words.order]
            found += [s for s in order if not any(m.covers(s) for m in times)]
    return tuple(dict.fromkeys(s.of(text) for s in sorted(set(found))))


def _unknown_places(contents: Contents, words: CheckWords) -> Iterator[Span]:
    """Capitalised words behind a word of place that are no name that the packs know, and no time."""
    text, tokens = contents.text, list(tokenize(contents.text))
    taken = [*(n.span for n in contents.names), *(m.span for m in contents.moments)]
    for before, token in pairwise(tokens):
        span = Span(token.start, token.end)
        if before.low in words.at and text[token.start].isupper() and not any(s.overlap(span) for s in taken):
            yield span


def _reach(claim: Claim, claims: Sequence[Claim]) -> Span:
    """The words that a claim covers: of a provision also the verb that lays it down, before it."""
    if claim.provision and claim is claims[0]:
        return Span(0, claim.evidence.end)
    return claim.evidence.span()


def terms_in(contents: Contents, language: str) -> frozenset[tuple[float, str]]:
    """How long a treaty lasts by a sentence: numbers with their units; nothing where it does not speak of lasting."""
    words = check_words().get(language)
    if words is None or not any(t.low.startswith(words.lasting) for t in tokenize(contents.text)):
        return frozenset()
    found = set()
    for moment in contents.moments:
        said = [t.low for t in tokenize(moment.span.of(contents.text))]
        units = [unit for unit, stems in words.long.items() if any(w.startswith(stems) for w in said)]
        if moment.length is not None and units:
            found.add((float(moment.length), units[0]))
    return frozenset(found)


def says_yet(text: str, language: str) -> bool:
    """Does a text say "yet" or "still"?"""
    words = check_words().get(language)
    return bool(words) and not {t.low for t in tokenize(text)}.isdisjoint(words.yet if words else ())


def _dated(text: str, interval: str | None, claims: Sequence[Claim], dated: str) -> bool:
    if text and text in dated:
        return True
    if any(c.when and c.when.interval and c.when.interval == interval for c in claims):
        return True
    if interval and any((c.object or "").endswith(f"-{interval}") for c in claims):
        return True  # "the 2025 treaty": its year names it
    fields = " ".join(f"{c.provision.field or ''} {c.provision.condition or ''}" for c in claims if c.provision)
    return bool(text) and text in fields
