"""Generated readings: as many claims as asked for, on a tenth as many happenings, told by articles of ten claims.

The states and treaties are those of the packs only by their ids; no sentence says anything.
"""

import datetime as dt
import random
from collections.abc import Iterator
from typing import Final, NamedTuple

from msgspec.structs import replace

from foedus.model import Article, Attribution, Claim, Evidence, Quantity, Reading, Span, When
from foedus.model.article import digest_of
from foedus.model.claim import claim_id
from foedus.packs.world import load_world

PER_ARTICLE: Final = 10
PER_EVENT: Final = 10
_FIRST: Final = dt.date(2015, 1, 1)
_DAYS: Final = 4000
_COPIES: Final = 0.05
_SYLLABLES: Final = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va")
_TYPES: Final = (
    ("treaty.sign", 2),
    ("treaty.ratify", 2),
    ("treaty.provision", 1),
    ("forces.deploy", 3),
    ("forces.exercise", 1),
    ("transfer.arms", 3),
    ("attack.strike", 2),
    ("diplomacy.meet", 2),
    ("statement.concern", 3),
)


class Happening(NamedTuple):
    """What the claims of one event have in common."""

    type: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    object: str | None
    day: dt.date
    size: int | None


def readings(claims: int, seed: int = 1) -> Iterator[Reading]:
    """Articles with ``claims`` claims in all, the same every time for a seed."""
    dice = random.Random(seed)
    states = sorted(load_world().states)
    events = [_happening(dice, states, claims) for _ in range(max(1, claims // PER_EVENT))]
    words = ["".join(dice.choices(_SYLLABLES, k=3)) for _ in range(4000)]
    body: list[str] = []
    for n in range(claims // PER_ARTICLE):
        if not body or dice.random() > _COPIES:
            body = [f"{' '.join(dice.choices(words, k=14))}." for _ in range(PER_ARTICLE)]
        near = dice.randrange(len(events))
        told = [events[(near + dice.randrange(40)) % len(events)] for _ in range(PER_ARTICLE)]
        yield _reading(n, body, told, dice)


def _happening(dice: random.Random, states: list[str], claims: int) -> Happening:
    (kind,) = dice.choices([name for name, _ in _TYPES], [weight for _, weight in _TYPES])
    pair = tuple(sorted(dice.sample(states, 2)))
    day = _FIRST + dt.timedelta(days=dice.randrange(_DAYS))
    if kind.startswith("treaty."):
        number = dice.randrange(max(1, claims // 500))
        pair = tuple(sorted(random.Random(number).sample(states, 2)))
        return Happening(kind, pair, (), f"treaty:{pair[0]}-{pair[1]}-{1950 + number % 76}", day, None)
    size = dice.choice([None, 300, 4000, 12000]) if kind.startswith(("forces", "transfer")) else None
    return Happening(kind, pair[:1], pair[1:], None, day, size)


def _reading(n: int, body: list[str], told: list[Happening], dice: random.Random) -> Reading:
    text, spans = "", []
    for sentence in body:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + " "
    id_, digest = f"made-{n:07}.txt", digest_of(f"{n} {text}")
    latest = max(one.day for one in told)
    article = Article(id_, text, (), "en", published=When(str(latest)), digest=digest)
    claims = tuple(_claim(id_, digest, text, span, one, dice) for span, one in zip(spans, told, strict=True))
    return Reading(article, claims, (), tuple(spans))


def _claim(id_: str, digest: str, text: str, span: Span, one: Happening, dice: random.Random) -> Claim:
    low = one.size and one.size * dice.choice([1, 1, 1, 2])
    claim = Claim(
        id="",
        article=id_,
        type=one.type,
        actors=one.actors,
        targets=one.targets,
        object=one.object,
        quantity=Quantity(low, low, "=", "soldiers", "troops") if low else None,
        place=None,
        when=When(str(one.day) if dice.random() < 0.7 else str(one.day)[:7]) if dice.random() < 0.8 else None,
        attribution=Attribution(((dice.choice(one.actors),),) if dice.random() < 0.3 else ()),
        modality="asserted" if dice.random() < 0.9 else "planned",
        polarity="positive",
        provision=None,
        evidence=Evidence(span.start, span.end, span.of(text)),
        origin="body",
    )
    return replace(claim, id=claim_id(digest, claim))
