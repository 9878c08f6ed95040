"""Matching: the claims of a block become clusters, each of one event."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from foedus.model import LIFE_CYCLE, Interval
from foedus.reconcile.blocks import Facets, Slot
from foedus.reconcile.items import Item, bounded, latest, length
from foedus.reconcile.periods import Period, periods_of
from foedus.reconcile.slips import slipped

NEWS: Final = dt.timedelta(days=7)
"""How far back of its publication an undated speech act may lie: only for matching, never as its date."""
_CLOSE: Final = 7
"""Days that a date may span to bring together claims that each know something else."""
Mask = tuple[bool, ...]


@dataclass(eq=False)
class Cluster:
    """Claims of one event. ``facets`` are the fullest known ones, ``period`` holds the claims and their common days.

    ``dated`` is False for what is one event whatever its dates.
    """

    block: tuple[str, ...]
    facets: Facets
    period: Period
    dated: bool = True

    def items(self) -> list[Item]:
        """The claims, in the order that their content gives."""
        return sorted(self.period.items, key=Item.order)

    def take(self, facets: Facets, items: list[Item]) -> None:
        """Add claims that fit, and learn the facets that they know."""
        self.period.items.extend(items)
        self.facets = tuple(a if b is None else b for a, b in zip(self.facets, facets, strict=True))


def clusters_of(items: Iterable[Item], slot: Callable[[Item], Slot]) -> list[Cluster]:
    """All claims in clusters: each claim in one, whatever the order of the claims."""
    blocks: dict[tuple[str, ...], dict[Facets, list[Item]]] = {}
    kinds: dict[tuple[str, ...], Slot] = {}
    for item in items:
        at = slot(item)
        blocks.setdefault(at.block, {}).setdefault(at.facets, []).append(item)
        kinds[at.block] = at
    return [c for block in sorted(blocks) for c in _Block(kinds[block], blocks[block]).clusters()]


class _Block:
    """Facets from fullest to vaguest; what is vague joins the one cluster that it fits, if there is just one.

    A claim may be vaguer than the cluster in every facet, or, when the days are close, each fuller in another one.
    Every cluster is found by its known facets, so that no pair of claims is compared.
    """

    def __init__(self, slot: Slot, members: dict[Facets, list[Item]]) -> None:
        self._block, self._members, self._dated, self._once = slot.block, members, slot.dated, slot.once
        self._masks = sorted({_mask(f) for f in members})
        self._index: dict[tuple[Mask, Mask, Facets], list[Cluster]] = {}
        self._made: list[Cluster] = []

    def clusters(self) -> list[Cluster]:
        """The clusters of the block, in a fixed order."""
        for facets in sorted(self._members, key=_fullest_first):
            fresh = self._of_facets(facets, self._members[facets])
            self._made += fresh
            for cluster in fresh:
                self._enter(cluster)
        return self._made

    def _enter(self, cluster: Cluster) -> None:
        own = _mask(cluster.facets)
        for mask in self._masks:
            both = _either(own, mask)
            self._index.setdefault((own, both, _behind(both, cluster.facets)), []).append(cluster)

    def _known(self, facets: Facets) -> list[Cluster]:
        """Clusters none of whose known facets differs from these, in a fixed order."""
        mask, found = _mask(facets), []
        for own in self._masks if any(mask) else ():
            both = _either(own, mask)
            found += [c for c in self._index.get((own, both, _behind(both, facets)), ()) if _fit(c.facets, facets)]
        return found

    def _of_facets(self, facets: Facets, items: list[Item]) -> list[Cluster]:
        known = self._known(facets)
        fuller = [c for c in known if _fuller(c.facets, facets)]
        if not self._dated and not fuller:
            return [self._whole(facets, items)]
        times: dict[Interval | None, list[Item]] = {}
        for item in items:
            times.setdefault(_time(item), []).append(item)
        near = Shelf(c for c in known if c.period.core and length(c.period.core) <= _CLOSE)
        dated = Shelf(c for c in fuller if c.period.core)
        exact = {t: i for t, i in times.items() if t and bounded(t)}
        rest: dict[Interval, list[Item]] = {}
        for time, held in exact.items():
            one = near.only(time) if length(time) <= _CLOSE else dated.only(time)
            if one is None and not self._dated:
                one = dated.only(time)  # an act done once may be told of for a whole month by others
            if one:
                one.take(facets, held)
            else:
                rest[time] = held
        if not self._dated:
            left = [i for held in rest.values() for i in held]
            return self._undated(facets, {t: i for t, i in times.items() if t not in exact}, fuller, left)
        periods = slipped(periods_of(rest)) if self._once else periods_of(rest)
        fresh = [Cluster(self._block, facets, p) for p in periods]
        return fresh + self._undated(facets, {t: i for t, i in times.items() if t not in exact}, fuller + fresh)

    def _whole(self, facets: Facets, items: list[Item]) -> Cluster:
        """All claims of an act that is done once, over all of their days."""
        days = [i.interval for i in items if i.interval and bounded(i.interval)]
        core = Interval(min(d.first for d in days if d.first), max(d.last for d in days if d.last)) if days else None
        return Cluster(self._block, facets, Period(core, list(items)), dated=False)

    def _undated(
        self, facets: Facets, times: dict[Interval | None, list[Item]], known: list[Cluster], left: Iterable[Item] = ()
    ) -> list[Cluster]:
        """Claims without a date join the one cluster that they fit; the rest is one cluster, undated."""
        rest = list(left)
        shelf = Shelf(known)
        for time, items in times.items():
            one = shelf.only(time)
            if one:
                one.take(facets, items)
            else:
                rest += items
        if rest and not self._dated:
            return [self._whole(facets, rest)]
        return [Cluster(self._block, facets, Period(None, rest))] if rest else []


class Shelf:
    """Clusters by their days: finds the one that a time meets without going through them all.

    Those that meet a time are those that begin by its end, less those that end before it begins; the same difference of
    the sums of their numbers is the number of the one, when there is one.
    """

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._clusters = list(clusters)
        cores = [c.period.core for c in self._clusters]
        firsts = sorted(((core and core.first) or dt.date.min, n) for n, core in enumerate(cores))
        lasts = sorted(((core and core.last) or dt.date.max, n) for n, core in enumerate(cores))
        self._firsts, self._lasts = [d for d, _ in firsts], [d for d, _ in lasts]
        self._sums_first = list(accumulate((n for _, n in firsts), initial=0))
        self._sums_last = list(accumulate((n for _, n in lasts), initial=0))

    def only(self, time: Interval | None) -> Cluster | None:
        """The one cluster that can be of that time; None where none or several can."""
        begun = bisect_right(self._firsts, (time and time.last) or dt.date.max)
        ended = bisect_left(self._lasts, (time and time.first) or dt.date.min)
        return self._clusters[self._sums_first[begun] - self._sums_last[ended]] if begun - ended == 1 else None


def _time(item: Item) -> Interval | None:
    """The time that matching goes by: of undated speech, the days before its article; of an act, all days before."""
    if bounded(item.interval) or not item.claim.type.startswith("statement."):
        return latest(item) if item.claim.type in LIFE_CYCLE else item.interval
    published = item.published
    if published is None or published.first is None or published.last is None:
        return item.interval
    return Interval(published.first - NEWS, published.last)


def _mask(facets: Facets) -> Mask:
    return tuple(f is None for f in facets)


def _either(a: Mask, b: Mask) -> Mask:
    return tuple(x or y for x, y in zip(a, b, strict=True))


def _behind(mask: Mask, facets: Facets) -> Facets:
    """The facets with those of the mask left out of account."""
    return tuple(None if hidden else f for hidden, f in zip(mask, facets, strict=True))


def _fit(a: Facets, b: Facets) -> bool:
    return all(x is None or y is None or x == y for x, y in zip(a, b, strict=True))


def _fuller(a: Facets, b: Facets) -> bool:
    return all(y is None or x == y for x, y in zip(a, b, strict=True))


def _fullest_first(facets: Facets) -> tuple[int, tuple[str, ...]]:
    return sum(_mask(facets)), tuple(f or "" for f in facets)
