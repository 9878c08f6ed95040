"""Phrases beside or inside one for a pact that name no party, or tell that it is none of those spoken of."""

from collections.abc import Sequence

from foedus.extract.chunks import Chunk
from foedus.extract.who import Who


def of_strangers(who: Who, nearby: Sequence[Chunk]) -> bool:
    """«The agreement with the bank»: whoever is named as its party is nobody that this reader knows."""
    partners = [c for c in nearby if {"with", "between"} & set(c.relations)]
    return any(c.words and c.unknown and not who.actors(c) and not who.states.of(c) for c in partners)


def strange(who: Who, chunk: Chunk) -> bool:
    """«Il trattato di Osimo»: a name of its own, in which no word is of any name on file."""
    language, known = who.lexicon.language, who.lexicon.treaty_words
    return any(city(inner) and not _seated(who, inner) for inner in chunk.of) or any(
        "of" in inner.relations
        and inner.proper
        and not (inner.marks or inner.article or inner.number)
        and bool(inner.unknown)
        and known.isdisjoint(map(language.lemma, inner.words))
        for inner in chunk.of
    )


def _seated(who: Who, inner: Chunk) -> bool:
    """«L'accordo di Pyongyang»: is a treaty called after its city, where a party sits or it was made?"""
    lead = who.discourse.lead
    places = {e.place for m in inner.marks for e in m.entities if e.place}
    states = set(who.states.of(inner, deep=False))
    treaty = who.lexicon.treaties.get(lead or "")
    if treaty is None:
        return lead is not None and not states.isdisjoint(lead.removeprefix("treaty:").split("-"))
    parties = {p.state for p in treaty.parties}
    return not states.isdisjoint(parties) or any(act.place in places for act in treaty.acts)


def other_kind(who: Who, chunk: Chunk) -> bool:
    """ "Il memorandum" in an article about a treaty is another instrument, unless the lead is called so."""
    kinds = who.lexicon.instruments
    own = {w for m in chunk.marks if m.has("treaty") for w in m.key.split()} & kinds
    if not own:
        return False
    lead = who.lexicon.treaties.get(who.discourse.lead or "")
    names = {
        w
        for n in (lead.names.get(who.lexicon.language.code, ()) if lead else ())
        for w in who.lexicon.language.normal(n)
    }
    return lead is not None and not own & names


def helps(chunk: Chunk) -> bool:
    """«Con la mediazione di X»: how it was made, and no party."""
    return bool(chunk.of) and not chunk.marks


def city(inner: Chunk) -> bool:
    """ "Gli accordi di Parigi": a capital after "of" names the treaty's place, no party."""
    return "of" in inner.relations and any(e.place for m in inner.marks for e in m.entities)
