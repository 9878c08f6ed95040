"""Headings: what a heading alone says against its own text, on who acted, how many, when and where."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from foedus.model import LIFE_CYCLE, Dispute
from foedus.reconcile.counts import allowed, key_of, written
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item, bounded, heading
from foedus.reconcile.sites import Sites

Told = tuple[Item, Happening]
_STATE: Final = 3
"""Letters of a state's id."""
_REPEATED: Final = ("treaty.", "forces.", "transfer.", "diplomacy.", "attack.")
"""What a heading takes up from its text; views and words are told of many times over."""


def against_headings(made: Sequence[Happening], sites: Sites) -> Iterator[Dispute]:
    """Disputes between a heading and its own text; what two claims of one heading say alike is one dispute."""
    found: dict[str, Dispute] = {}
    for dispute_ in _against_headings(made, sites):
        known = found.get(dispute_.id)
        found[dispute_.id] = _joined(known, dispute_) if known else dispute_
    yield from found.values()


def _joined(one: Dispute, other: Dispute) -> Dispute:
    """The first, with the claims and origins that the other has on the sides of the same value."""
    more = {side_.value: side_ for side_ in other.sides}
    sides = [
        msgspec.structs.replace(
            s,
            claims=tuple(sorted({*s.claims, *more[s.value].claims})),
            origins=tuple(sorted({*s.origins, *more[s.value].origins})),
        )
        if s.value in more
        else s
        for s in one.sides
    ]
    return msgspec.structs.replace(one, sides=tuple(sides))


def _against_headings(made: Sequence[Happening], sites: Sites) -> Iterator[Dispute]:
    """Disputes between a heading and its own text, where no report bears the heading out.

    Numbers, dates and places are set against each other only between two events: within one event all reports are.
    """
    heads: list[Told] = []
    bodies: dict[tuple[str, str], list[Told]] = {}
    for one in made:
        for item in one.items if one.type.startswith(_REPEATED) else ():
            if item.affirms():
                if heading(item.claim):
                    heads.append((item, one))
                else:
                    bodies.setdefault((item.claim.article, one.type), []).append((item, one))
    yield from _overreaching(heads, bodies)
    for told in heads:
        below = [b for b in bodies.get((told[0].claim.article, told[1].type), []) if _alike(told[0], b[0])]
        yield from _value_apart("quantity", told, below, _quantity, _same_number)
        if told[0].claim.when and told[0].claim.when.text:  # a date taken over from the text is not its own
            yield from _value_apart("when", told, below, _day, _same_day)
        yield from _value_apart("place", told, below, lambda i: _place(i, sites), lambda a, b: _near(a, b, sites))


def _overreaching(heads: Sequence[Told], bodies: Mapping[tuple[str, str], Sequence[Told]]) -> Iterator[Dispute]:
    """The heading names all who took a step in a treaty's life by its text, and a state more, which by no report's
    text had acted when the article came out. What a state's parliament did is not yet what the state did.
    """
    for head, one in heads:
        if one.type not in LIFE_CYCLE or not head.done():
            continue
        done = [b for b in bodies.get((head.claim.article, one.type), []) if b[0].done()]
        below = [b for b in done if _itself(b[0])] or done
        named = frozenset(actor for i, _ in below for actor in i.actors)
        extra = {state for state in head.actors - named if len(state) == _STATE}
        for (_, kind), told in bodies.items() if extra else ():
            acted = (i for i, _ in told if kind == one.type and i.done() and _by(i, head))
            extra -= {actor for i in acted for actor in i.actors if below == done or _itself(i)}
        if named and named < head.actors and extra:
            names = " and ".join(sorted(extra))
            values = "+".join(sorted(head.actors)), "+".join(sorted(named))
            reason = f"only the heading of {head.claim.article} has {names}; its text leaves that out"
            yield _dispute("actors", (head, one), below, values, reason)


def _itself(item: Item) -> bool:
    """Does the text have states act, and no body or person of theirs alone?"""
    return bool(item.actors.intersection(item.claim.actors))


def _by(item: Item, head: Item) -> bool:
    """Had it happened, by what the text says, when the heading was written?"""
    day = item.interval.first if item.interval and item.interval.first else item.told()
    written_on = head.told()
    return day is None or written_on is None or day <= written_on


def _alike(head: Item, below: Item) -> bool:
    """Can both be of one act: the same ones, as far as each names them, and the same thing?"""
    same = not (head.actors and below.actors) or bool(head.actors & below.actors)
    targets = not (head.targets and below.targets) or bool(head.targets & below.targets)
    objects = {head.claim.object, below.claim.object} - {None}
    return same and targets and len(objects) <= 1


def _value_apart(
    field: str,
    head: Told,
    below: Sequence[Told],
    value: Callable[[Item], str | None],
    agree: Callable[[Item, Item], bool],
) -> Iterator[Dispute]:
    """A value of the heading that its text has otherwise, each time; none where a claim of the text gives none."""
    item, one = head
    if value(item) is None or not below or any(h is one for _, h in below):
        return
    told = {value(i) for i, _ in below}
    if None in told or any(agree(item, i) for i, _ in below):
        return
    values = str(value(item)), ", ".join(sorted(map(str, told)))
    yield _dispute(field, head, below, values, f"only the heading of {item.claim.article} has {values[0]}")


def _quantity(item: Item) -> str | None:
    counted = item.claim.quantity
    return written(key_of(item)) if counted and not (counted.low is None and counted.high is None) else None


def _same_number(a: Item, b: Item) -> bool:
    """Can one number be meant, or are different things counted?"""
    one, other = a.claim.quantity, b.claim.quantity
    if one is None or other is None or (one.unit, one.kind) != (other.unit, other.kind):
        return True
    x, y = allowed(a, one), allowed(b, other)
    return x.low <= y.high and y.low <= x.high


def _day(item: Item) -> str | None:
    return item.claim.when.interval if item.claim.when and bounded(item.interval) else None


def _same_day(a: Item, b: Item) -> bool:
    return bool(a.interval and b.interval and a.interval.meets(b.interval))


def _place(item: Item, sites: Sites) -> str | None:
    return item.claim.place if item.claim.place and sites.state(item.claim.place) else None


def _near(a: Item, b: Item, sites: Sites) -> bool:
    """Are both in one state? Its parts may lie in each other."""
    return sites.state(a.claim.place) == sites.state(b.claim.place)


def _dispute(field: str, head: Told, below: Sequence[Told], values: tuple[str, str], reason: str) -> Dispute:
    item, one = head
    of = {i: names for h in (one, *(h for _, h in below)) for i, names in h.witnesses.of.items()}
    told = [side(values[0], [item], of), side(values[1], [i for i, _ in below], of)]
    others = {h.id: h for _, h in below if h is not one}
    finding = Finding("likely_error", reason)
    return dispute(field, one, told, finding, *others.values(), part=f"heading {item.claim.article}")
