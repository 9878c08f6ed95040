"""Grains: the same date or number, told more or less exactly. The reports agree; a reader may still want the finest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from foedus.model import Dispute
from foedus.reconcile import choose
from foedus.reconcile.counts import allowed, counted, key_of, quarrelling, written
from foedus.reconcile.dates import apart
from foedus.reconcile.disputes import grain, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item, bounded, heading, length


def grains(made: Iterable[Happening]) -> Iterator[Dispute]:
    """Findings of granularity: no event names them among its disputes, for nobody differs."""
    for one in made:
        yield from _dates(one)
        for part, items in counted(one):
            yield from _numbers(one, part, items)


def _dates(one: Happening) -> Iterator[Dispute]:
    """Days, months and years that other articles give for an event, where all of them share a day.

    The date of a heading is as a rule taken over from its text.
    """
    dated = [i for i in choose.bearing(one.items) if bounded(i.interval) and not heading(i.claim)]
    if apart(i.interval for i in dated):
        return
    values: dict[str, list[Item]] = {}
    for item in sorted(dated, key=_finest_first):
        values.setdefault(str(item.interval), []).append(item)
    if _told_otherwise(values):
        finest, *coarser = values
        within = all(_within(values[finest][0], values[value][0]) for value in coarser)
        why = f"{finest} lies in {' and in '.join(coarser)}" if within else f"{' and '.join(values)} share a day"
        yield grain("when", one, [side(v, values[v], one.witnesses.of) for v in values], why)


def _numbers(one: Happening, part: str, items: Sequence[Item]) -> Iterator[Dispute]:
    """Numbers of one thing that differ by no more than rounding, as far as none quarrels with another."""
    plain = [i for i in items if i.claim.quantity and i.claim.quantity.low == i.claim.quantity.high]
    if len({i.claim.quantity.low for i in plain if i.claim.quantity}) < 2 or quarrelling(items):
        return
    values: dict[str, list[Item]] = {}
    for item in sorted(plain, key=_most_exact_first):
        values.setdefault(written(key_of(item)), []).append(item)
    if _told_otherwise(values):
        finest, *coarser = values
        why = f"{', '.join(coarser)} may be {finest} in round numbers"
        yield grain("quantity", one, [side(v, values[v], one.witnesses.of) for v in values], why, part)


def _told_otherwise(values: Mapping[str, Sequence[Item]]) -> bool:
    """Are there several values, each coarser one told by an article that does not give the finest?"""
    finest = {i.claim.article for items in list(values.values())[:1] for i in items}
    return len(values) > 1 and all({i.claim.article for i in items} - finest for items in list(values.values())[1:])


def _within(fine: Item, coarse: Item) -> bool:
    return bool(fine.interval and coarse.interval and fine.interval.within(coarse.interval))


def _finest_first(item: Item) -> tuple[int, str, tuple[str, int, int, str]]:
    return (length(item.interval) if item.interval else 0), str(item.interval), item.order()


def _most_exact_first(item: Item) -> tuple[float, float, tuple[str, int, int, str]]:
    quantity = item.claim.quantity
    bounds = allowed(item, quantity) if quantity else None
    low = float(quantity.low) if quantity and quantity.low is not None else 0.0
    return (bounds.high - bounds.low if bounds else 0.0), low, item.order()
