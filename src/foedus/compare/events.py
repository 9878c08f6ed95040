"""Events: those that are new, those that are gone, and what changed in the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from foedus.compare.figures import figures_of
from foedus.compare.pairs import Pairs
from foedus.model import Change, Claim, Event, Reading

Values = tuple[str, ...]


class _Known(Protocol):
    @property
    def readings(self) -> Iterable[Reading]: ...


def events_changed(pairs: Pairs, old: _Known, new: _Known) -> Iterator[Change]:
    """New and gone events first, each with where it came from or went to."""
    for event in pairs.new:
        yield Change("event", "new", event.id, other=pairs.before.get(event.id, ""))
    for event in pairs.gone:
        yield Change("event", "gone", event.id, other=pairs.now.get(event.id, ""))
    was, now = _claims(old), _claims(new)
    for a, b in pairs.both:
        before, after = _fields(a, was), _fields(b, now)
        other = a.id if a.id != b.id else ""
        for field, value in after.items():
            if before[field] != value:
                yield Change("event", "changed", b.id, field, before[field], value, other)


def _claims(known: _Known) -> dict[str, Claim]:
    return {claim.id: claim for reading in known.readings for claim in reading.claims}


def _fields(event: Event, claims: Mapping[str, Claim]) -> dict[str, Values]:
    """What can change, each as a list of values; the claims themselves show in articles and origins."""
    counted: Sequence[Claim] = [claims[c] for c in event.claims if c in claims and c not in event.rejected]
    return {
        "type": (event.type,),
        "when": _one(event.when.interval if event.when else None),
        "quantity": figures_of(counted),
        "place": _one(event.place),
        "actors": event.actors,
        "targets": event.targets,
        "object": _one(event.object),
        "modality": (event.modality,),
        "polarity": (event.polarity,),
        "articles": event.articles,
        "origins": tuple(origin.id for origin in event.origins),
        "corroboration": (str(event.corroboration),),
        "judgements": tuple(str(ruling.number) for ruling in event.judgements),
    }


def _one(value: str | None) -> Values:
    return (value,) if value else ()
