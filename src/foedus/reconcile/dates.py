"""Dates in dispute: acts that happen once, dated apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from foedus.model import Dispute, Interval, Treaty
from foedus.reconcile import choose
from foedus.reconcile.blocks import CHAMBERS
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item, bounded, days_of, heading, length, limit_of

_MONTH: Final = 31
_YEARS: Final = 731
"""Days beyond which a date is of another act of the kind."""
_PERSON: Final = "person"
_MOST_SIDES: Final = 8


class Group(NamedTuple):
    """Claims whose dates can agree: the best of them, its date as written for a side, and all of them."""

    best: Item
    value: str
    items: list[Item]


class Life:
    """The dated acts of one treaty, as articles and file have them: a date is judged by its neighbours."""

    def __init__(self, acts: Sequence[Happening], treaty: Treaty | None) -> None:
        self._acts = acts
        self._days = [(a.type, day) for a in acts if (day := a.interval())]
        self._days += [(a.type, day) for a in (treaty.acts if treaty else ()) if (day := days_of(a.when))]

    def disputes(self) -> Iterator[Dispute]:
        """Disputes within an act, each by itself."""
        for act in self._acts:
            if act.once:
                yield from self._within(act)

    def _within(self, act: Happening) -> Iterator[Dispute]:
        """Each body's step by itself: that chambers and head of state act on different days is no contradiction.

        A parliament of two chambers, and the state, act in several steps: a date on which another body acted is one of
        these. A person signs once.
        """
        bodies = {body: items for body, items in act.bodies.items() if body != CHAMBERS}
        days = {body: _days_told(items) if body else set[Interval]() for body, items in act.bodies.items()}
        filed = set(act.filed) if len(act.filed) > 1 else set[Interval]()
        for body, items in bodies.items():
            dated = [i for i in items if i.done() and limit_of(i)]
            if body != _PERSON:
                steps = filed.union(*(days[other] for other in days if other != body))
                taken = {t for t in {limit_of(i) for i in dated} if t and any(t.meets(s) for s in steps)}
                dated = [i for i in dated if limit_of(i) not in taken]
            groups = groups_of(dated, act) if apart(limit_of(i) for i in dated) else []
            groups = [g for g in groups if g is groups[0] or not _another(g, groups[0])]
            if len(groups) > 1:
                yield self._between(act, body, groups)

    def _between(self, act: Happening, body: str, groups: Sequence[Group]) -> Dispute:
        best, *others = groups
        errors = [self._error(act, other, best) for other in others]
        told = "; ".join(e for e in errors if e)
        if all(errors):
            finding = Finding("likely_error", told)
        else:
            values = " and ".join(g.value for g in groups)
            finding = Finding("contradiction", f"{values} have no day in common" + (f"; {told}" if told else ""))
        sides = [side(g.value, g.items, act.witnesses.of) for g in groups]
        return dispute("when", act, sides, finding, part=body)

    def _error(self, act: Happening, group: Group, best: Group) -> str:
        """Why a date is likely a slip, "" when nothing shows it."""
        if all(heading(i.claim) for i in group.items):
            return f"only a heading has {group.value}"
        reasons = [*self._of_another_act(act, group, best), *_already_told(group, best)]
        return "; ".join(reasons or _already_told(best, group))

    def _of_another_act(self, act: Happening, group: Group, best: Group) -> Iterator[str]:
        """The date is that of another stage, and the better side is stronger without it."""
        interval = group.best.interval
        borne_out = any(best.best.interval and f.meets(best.best.interval) for f in act.filed)
        stronger = len(act.witnesses.names(best.items)) > len(act.witnesses.names(group.items))
        if interval is None or length(interval) > _MONTH or not (stronger or borne_out):
            return
        near: dict[str, set[str]] = {}
        for kind, day in self._days:
            apart_from_best = best.best.interval and not day.meets(best.best.interval)
            if kind != act.type and length(day) <= _MONTH and day.meets(interval) and apart_from_best:
                near.setdefault(kind, set()).add(str(day))
        if near:
            named = "; ".join(f"{kind} ({', '.join(sorted(near[kind]))})" for kind in sorted(near))
            yield f"{group.value} is the time of another act of the treaty: {named}"


def _days_told(items: Iterable[Item]) -> set[Interval]:
    return {i.interval for i in items if i.done() and i.interval and bounded(i.interval)}


def apart(intervals: Iterable[Interval | None]) -> bool:
    """Do at least two of some intervals share no day?"""
    known = [i for i in intervals if i]
    firsts = [i.first for i in known if i.first]
    lasts = [i.last for i in known if i.last]
    return bool(firsts and lasts) and max(firsts) > min(lasts)


def groups_of(dated: Sequence[Item], act: Happening) -> list[Group]:
    """The best date with all claims that can agree with it, then the best of the rest, and so on.

    A limit ("before the day of publication") and a coarse date that holds several others (a year) join the side that
    they fit, are left out where they fit every side, and are a side of their own where they fit none.
    """
    groups: list[Group] = []
    vague = _vague({i.interval for i in dated if i.interval and bounded(i.interval)})
    rest = [i for i in dated if bounded(i.interval) and i.interval not in vague]
    limits = [i for i in dated if not bounded(i.interval) or i.interval in vague]
    while rest:
        best = choose.date(rest, act.witnesses.of, act.filed) or rest[0]
        day = best.interval
        last = len(groups) + 1 == _MOST_SIDES
        fits = [i for i in rest if last or (i.interval and day and i.interval.meets(day))]
        groups.append(Group(best, _value(best, fits, act), fits))
        rest = [] if last else [i for i in rest if i.interval and day and not i.interval.meets(day)]
    alone = []
    for limit in limits:
        until = limit_of(limit)
        fitting = [g for g in groups if until and g.best.interval and until.meets(g.best.interval)]
        if not fitting:
            alone.append(limit)
        elif len(fitting) < len(groups):
            fitting[0].items.append(limit)
    earliest = min(alone, key=lambda i: (str(limit_of(i)), i.order()), default=None)
    return [*groups, Group(earliest, str(limit_of(earliest)), alone)] if groups and earliest else groups


def _another(group: Group, best: Group) -> bool:
    """Do years lie between the two, so that it is another act of the kind, an extension, and no slip?"""
    one, two = group.best.interval, best.best.interval
    if not (one and two and one.first and one.last and two.first and two.last):
        return False
    gap = max((one.first - two.last).days, (two.first - one.last).days)
    return gap > _YEARS and (one.first.month, one.first.day) != (two.first.month, two.first.day)


def _vague(times: Iterable[Interval]) -> set[Interval]:
    """Dates that hold two others which are apart: they decide nothing between these."""
    fine = sorted((t.first, t.last) for t in times if t.first and t.last)
    firsts = [first for first, _ in fine]
    vague = set()
    for time in times:
        if time.first and time.last:
            begin, end = bisect_left(firsts, time.first), bisect_right(firsts, time.last) - 1
            while end > begin and fine[end][1] > time.last:
                end -= 1
            while begin < end and fine[begin][1] >= time.last:
                begin += 1
            if fine[end][0] > fine[begin][1]:
                vague.add(time)
    return vague


def _value(best: Item, items: Sequence[Item], act: Happening) -> str:
    """The date of a side: as the treaty's file narrows it; several, where too many dates are told to part them."""
    if best.interval and apart(i.interval for i in items):
        return ", ".join(sorted({str(i.interval) for i in items}))
    return choose.narrowed(best, act.filed)[0].interval or ""


def _already_told(group: Group, best: Group) -> Iterator[str]:
    """An article of before the date tells of the act as done."""
    first = group.best.interval.first if group.best.interval else None
    told = [(day, i.claim.article) for i in best.items if (day := i.told()) and first and day < first]
    if told:
        day, article = min(told)
        yield f"{article} tells of it as done by {day}, before {group.value}"
