"""Dates in dispute: acts that happen once, dated apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from foedus.model import Dispute, Interval, Treaty
from foedus.reconcile import choose
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item, bounded, days_of, heading, length

_MONTH: Final = 31
_PERSON: Final = "person:"
_MOST_SIDES: Final = 8
_FOLLOWING: Final = frozenset(
    f"treaty.{act}" for act in ("submit", "ratify", "exchange", "enter_into_force", "withdraw", "terminate")
)
"""Acts that follow the signature (VCLT art. 11-16, 24, 54-56)."""


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
        """Disputes within an act, and between an act and the signature that it follows."""
        for act in self._acts:
            if act.once:
                yield from self._within(act)
        yield from self._before_signature()

    def _within(self, act: Happening) -> Iterator[Dispute]:
        """Each body's step by itself: that chambers and head of state act on different days is no contradiction.

        A parliament, and the state, act in several steps: a date on which another body acted is one of these. A person
        signs once.
        """
        bodies = choose.by_body(act.items) if act.type == "treaty.ratify" else {"": act.items}
        days = {body: _days_told(items) if body else set[Interval]() for body, items in bodies.items()}
        filed = set(act.filed) if len(act.filed) > 1 else set[Interval]()
        for body, items in bodies.items():
            dated = [i for i in items if i.done() and i.interval]
            if not body.startswith(_PERSON):
                steps = filed.union(*(days[other] for other in bodies if other != body))
                taken = {t for t in {i.interval for i in dated} if t and any(t.meets(s) for s in steps)}
                dated = [i for i in dated if i.interval not in taken]
            groups = groups_of(dated, act) if apart(i.interval for i in dated) else []
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

    def _before_signature(self) -> Iterator[Dispute]:
        """An act that follows the signature and is dated before it."""
        signed = next((a for a in self._acts if a.type == "treaty.sign" and a.once and a.interval()), None)
        signature = signed.interval() if signed else None
        if not signed or not signature or not signature.first:
            return
        for act in self._acts:
            day = act.interval()
            before = day and day.last and day.last < signature.first
            if day and before and act.type in _FOLLOWING and any(i.done() for i in act.items):
                yield _early(act, day, signed, signature)


def _days_told(items: Iterable[Item]) -> set[Interval]:
    return {i.interval for i in items if i.done() and i.interval and bounded(i.interval)}


def dates_in_dispute(made: Iterable[Happening], treaties: Mapping[str, Treaty]) -> Iterator[Dispute]:
    """Disputes on the dates of treaty acts."""
    lives: dict[str, list[Happening]] = {}
    for one in made:
        if one.treaty:
            lives.setdefault(one.treaty, []).append(one)
    for treaty in sorted(lives):
        yield from Life(lives[treaty], treaties.get(treaty)).disputes()


def apart(intervals: Iterable[Interval | None]) -> bool:
    """Do at least two of some intervals share no day?"""
    known = [i for i in intervals if i]
    firsts = [i.first for i in known if i.first]
    lasts = [i.last for i in known if i.last]
    return bool(firsts and lasts) and max(firsts) > min(lasts)


def groups_of(dated: Sequence[Item], act: Happening) -> list[Group]:
    """The best date with all claims that can agree with it, then the best of the rest, and so on.

    A limit ("before the day of publication") joins the side that it fits, is left out where it fits every side, and is
    a side of its own where it fits none.
    """
    groups: list[Group] = []
    rest = [i for i in dated if bounded(i.interval)]
    limits = [i for i in dated if not bounded(i.interval)]
    while rest:
        best = choose.date(rest, act.witnesses.of, act.filed) or rest[0]
        day = best.interval
        last = len(groups) + 1 == _MOST_SIDES
        fits = [i for i in rest if last or (i.interval and day and i.interval.meets(day))]
        groups.append(Group(best, _value(best, fits, act), fits))
        rest = [] if last else [i for i in rest if i.interval and day and not i.interval.meets(day)]
    alone = []
    for limit in limits:
        fitting = [g for g in groups if limit.interval and g.best.interval and limit.interval.meets(g.best.interval)]
        if not fitting:
            alone.append(limit)
        elif len(fitting) < len(groups):
            fitting[0].items.append(limit)
    best_limit = choose.date(alone, act.witnesses.of)
    return [*groups, Group(best_limit, str(best_limit.interval), alone)] if groups and best_limit else groups


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


def _early(act: Happening, day: Interval, signed: Happening, signature: Interval) -> Dispute:
    reason = f"{act.type} on {day} lies before the signature on {signature}: one of the two dates is wrong"
    sides = [
        side(f"{one.type} {time}", [i for i in one.items if i.interval and i.interval.meets(time)], one.witnesses.of)
        for one, time in ((act, day), (signed, signature))
    ]
    return dispute("when", act, sides, Finding("likely_error", reason), signed, part="before signature")
