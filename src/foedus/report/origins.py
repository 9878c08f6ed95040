"""Who says what: independent sources, and how much rests on each."""

import msgspec

from foedus.report.index import Index
from foedus.report.phrases import Sentence, event_sentence, origin_words, readable
from foedus.report.standing import letter_words

SHOWN = 12
"""Origins shown before the rest is folded away."""


class Resting(msgspec.Struct, frozen=True):
    """An event that rests on an origin, with its anchor; the lines are links."""

    anchor: str
    sentence: Sentence


class Source(msgspec.Struct, frozen=True):
    """An origin. ``chains`` are the ways in which its word reached the articles.

    ``letters`` are those of its reliability, each with what it means and why: an authority has another letter
    for its own acts than for what it says of others. ``interests`` are those in the events that rest on it.
    """

    name: str
    claims: int
    events: tuple[Resting, ...]
    articles: tuple[int, ...]
    chains: tuple[str, ...]
    reason: str
    letters: tuple[tuple[str, str], ...]
    interests: tuple[str, ...]


class _Tally:
    def __init__(self) -> None:
        self.claims: dict[str, None] = {}
        self.events: dict[str, None] = {}
        self.articles: dict[str, None] = {}
        self.reasons: dict[str, None] = {}
        self.letters: dict[tuple[str, str], None] = {}
        self.interests: dict[str, None] = {}


def sources_of(index: Index) -> tuple[Source, ...]:
    """All origins of all events, those with the most claims first."""
    tallies: dict[str, _Tally] = {}
    for event in index.dossier.events:
        for origin in event.origins:
            tally = tallies.setdefault(origin.id, _Tally())
            tally.claims.update(dict.fromkeys(origin.claims))
            tally.articles.update(dict.fromkeys(origin.articles))
            tally.events[event.id] = None
            tally.letters[origin.reliability, origin.reliability_reason] = None
            if origin.interest:
                tally.interests[origin.interest] = None
            alone = origin.articles == (origin.id.removeprefix("article:"),)  # its name says it
            if origin.reason and not alone:
                tally.reasons.update(dict.fromkeys(origin.reason.split("; ")))
    ranked = sorted(tallies.items(), key=lambda item: (-len(item[1].claims), item[0]))
    return tuple(_source(key, tally, index) for key, tally in ranked)


def _source(key: str, tally: _Tally, index: Index) -> Source:
    return Source(
        name=origin_words(key, index),
        claims=len(tally.claims),
        events=tuple(Resting(index.anchor("e", e), event_sentence(index.events[e], index)) for e in tally.events),
        articles=tuple(sorted(index.number[a] for a in tally.articles if a in index.number)),
        chains=_chains(tuple(tally.claims), index),
        reason=readable("; ".join(tally.reasons), index),
        letters=tuple((letter, letter_words(letter, why, index)) for letter, why in sorted(tally.letters)),
        interests=tuple(readable(interest, index) for interest in sorted(tally.interests)),
    )


def _chains(claims: tuple[str, ...], index: Index) -> tuple[str, ...]:
    chains = dict.fromkeys(c.attribution.chain for c in index.known(claims) if len(c.attribution.chain) > 1)
    return tuple(" → ".join(index.names.cell(link) for link in chain) for chain in chains)
