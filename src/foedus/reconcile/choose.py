"""Choosing: the one value of an event where its claims give several. Never an average."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from foedus.model import Interval, When
from foedus.reconcile.items import Item, bounded, firmest, heading, length
from foedus.reconcile.origins import Names

Rank = tuple[bool, int, int, int, dt.date, tuple[str, int, int, str]]
_BASES: Final = ("text", "context", "none")


def date_of_acts(
    parts: Iterable[Sequence[Item]], names: Mapping[Item, Names], filed: Sequence[Interval]
) -> Item | None:
    """The best date of an act that several bodies of one party take in turn: that of the last, which completes it."""
    best = [one for part in parts if (one := date(part, names, filed))]
    dated = [one for one in best if bounded(one.interval)] or best
    return max(dated, key=lambda i: (str(i.interval and i.interval.last), i.order()), default=None)


def witnesses(items: Sequence[Item]) -> list[Item]:
    """The claims that count: a heading does not beside a body claim of its own article."""
    bodies = {i.claim.article for i in items if not heading(i.claim)}
    return [i for i in items if not heading(i.claim) or i.claim.article not in bodies]


def stance(items: Sequence[Item]) -> tuple[str, str]:
    """Modality and polarity of an event: the firmest that affirms it; where each claim denies it, the firmest of all.

    What is asserted is never negative because others negate it, however many: the dispute shows the other side.
    """
    counted = witnesses(items)
    chosen = [i for i in counted if i.affirms()] or counted
    modality = firmest(i.modality for i in chosen)
    positive = any(i.claim.polarity == "positive" for i in chosen if i.modality == modality)
    return modality, "positive" if positive else "negative"


def bearing(items: Sequence[Item]) -> list[Item]:
    """The claims that bear out what the event is: a plan or a denial is no witness that something was done."""
    modality, polarity = stance(items)
    meant = _meant(modality, polarity)
    return [i for i in items if _meant(i.modality, i.claim.polarity) == meant]


def _meant(modality: str, polarity: str) -> tuple[str, str]:
    """Who denies an act and who reports that it did not happen say the same."""
    return ("asserted", "negative") if (modality, polarity) == ("denied", "positive") else (modality, polarity)


def date(items: Sequence[Item], names: Mapping[Item, Names], filed: Sequence[Interval] = ()) -> Item | None:
    """The claim with the best date, None where no claim has one.

    A date of something done goes before a planned one. Then, in this order: the treaty's file bears it out; most
    origins can agree with it; its own text gives it; it is the finest. A limit ("before the day of publication")
    counts only where nobody has a date.
    """
    positive = [i for i in witnesses(items) if i.interval and i.claim.polarity == "positive"]
    positive = [i for i in positive if i.done()] or positive
    candidates = [i for i in positive if bounded(i.interval)] or positive
    if not candidates:
        return None
    support = Support(positive, names)
    return min(candidates, key=lambda i: _rank(i, support, filed))


def narrowed(item: Item, filed: Sequence[Interval]) -> tuple[When, str]:
    """The date of the best claim, made finer by the treaty's file where that lies in it, and the reason in words.

    Of several filed acts the latest: the one that completes the others.
    """
    when, interval = item.claim.when, item.interval
    if when is None or interval is None:
        raise ValueError("a date is chosen among dated claims")
    if not filed:
        return when, f"when: {when.interval} ({item.claim.article})"
    within = [f for f in filed if bounded(interval) and f.within(interval)]
    best = max(within, key=lambda f: (-length(f), str(f)), default=None)
    if best is None:
        other = " and ".join(map(str, filed))
        return when, f"when: {when.interval} ({item.claim.article}); the treaty's file has {other}"
    reason = f"when: {when.interval} ({item.claim.article}), borne out by the treaty's file ({best})"
    return (when if best == interval else When(str(best), "", when.text, "context")), reason


def most(values: Iterable[tuple[str | None, Names]]) -> str | None:
    """The value with the most origins, the alphabetically first of equals; None when nobody gives one."""
    held: dict[str, set[str]] = {}
    for value, names in values:
        if value:
            held.setdefault(value, set()).update(names)
    return min(held, key=lambda v: (-len(held[v]), v), default=None)


class Support:
    """How many origins can agree with a date, by counting those whose own date lies apart from it."""

    def __init__(self, items: Iterable[Item], names: Mapping[Item, Names]) -> None:
        pairs = {(i.interval, name) for i in items if i.interval for name in names[i]}
        self._firsts = sorted(interval.first or dt.date.min for interval, _ in pairs)
        self._lasts = sorted(interval.last or dt.date.max for interval, _ in pairs)

    def of(self, interval: Interval) -> int:
        """Origins with a date, or a limit, that shares a day with the interval; each of its dates counts."""
        before = bisect_left(self._lasts, interval.first or dt.date.min)
        after = len(self._firsts) - bisect_right(self._firsts, interval.last or dt.date.max)
        return len(self._lasts) - before - after


def _rank(item: Item, support: Support, filed: Sequence[Interval]) -> Rank:
    interval = item.interval
    if interval is None or item.claim.when is None:
        raise ValueError("a date is chosen among dated claims")
    return (
        not any(f.meets(interval) for f in filed),
        -support.of(interval),
        _BASES.index(item.claim.when.basis),
        length(interval),
        interval.first or interval.last or dt.date.max,
        item.order(),
    )
