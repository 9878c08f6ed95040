"""When: dates and periods in news, resolved against the article's date and never guessed."""

import datetime as dt
import re
from typing import Final, Literal

from msgspec import Struct

from foedus.expressions import days
from foedus.expressions.days import ONE
from foedus.expressions.fold import fold
from foedus.expressions.grammar import grammar
from foedus.expressions.resolve import resolve
from foedus.expressions.scan import Core, Phrase, scan
from foedus.expressions.told import NEWS, Dated, Direction, Habits, Told
from foedus.model import Interval, Span, When

Kind = Literal["point", "interval", "duration", "set", "since", "until", "before", "after"]
_BREAK: Final = re.compile(r"[.!?…]\s+|\n")
_BY_OPERATOR: Final[dict[str, Kind]] = {
    "since": "since",
    "until": "until",
    "by": "until",
    "before": "before",
    "after": "after",
}
_BY_RULE: Final[dict[str, Kind]] = {
    "dates": "interval",
    "days": "interval",
    "half_month": "interval",
    "rest": "interval",
    "side": "interval",
    "pair": "interval",
    "years": "interval",
    "stretch": "interval",
    "weekend": "interval",
    "duration": "duration",
    "set": "set",
    "so_far": "until",
    "within": "until",
    "for_since": "since",
}
_SEEN_FROM_HERE: Final = frozenset({"deictic", "now", "unit", "weekday", "weekday_of_week"})
_HULL: Final = 7  # days that an article's own uncertainty may add


class TimeMention(Struct, frozen=True):
    """A time expression: ``span`` with its preposition, ``when`` resolved or with basis "none", and what it bounds.

    ``core`` is the span without the preposition. ``count`` is how many of the ``unit`` were said; None where that is
    unsaid or vague. ``rule`` of times.yaml read it; ``part`` is the part meant ("early", "late"). ``step``: so many
    units after (before, below zero) another event; 0 for all that is not counted from one. ``more`` are further parts
    of a duration ("a year and *two months*").
    """

    span: Span
    when: When
    kind: Kind
    core: Span | None = None
    count: float | None = None
    unit: str = ""
    rule: str = ""
    part: str = ""
    step: int = 0
    more: tuple[tuple[float, str], ...] = ()


def find_times(
    text: str,
    language: str,
    anchor: Interval | None,
    start: int = 0,
    end: int | None = None,
    direction: Direction = "past",
    habits: Habits = NEWS,
) -> tuple[TimeMention, ...]:
    """The time expressions between two offsets, in order, without overlap.

    ``anchor`` is when the article was published; what is relative to it stays unresolved (interval None, basis "none")
    when it is None or open, or when its days disagree by more than a week. ``direction`` says where a bare month, day
    or weekday lies; words like "last" override it. ``habits`` are how such texts mean their times. Raises PackError for
    a language without times.
    """
    end = len(text) if end is None else end
    low, order = fold(text), habits.order or grammar(language).order
    anchors = _anchor_days(anchor)
    out: list[TimeMention] = []
    before: Dated | None = None
    last = start
    for phrase in scan(text, language, start, end, habits.talk):
        if phrase.core.rule == "clock":
            continue
        if before and _BREAK.search(low, last, phrase.start):
            before = None
        ends = [_reckon(phrase, Told({}, day, direction, order, before, habits)) for day in anchors]
        dated = _hull(ends, anchors)
        out.append(_mention(text, phrase, dated))
        if dated and dated.days.first and dated.days.last:
            before = dated
        last = phrase.end
    return tuple(_lasting(out, text, low, grammar(language).lasting))


def _lasting(row: list[TimeMention], text: str, low: str, words: re.Pattern[str]) -> list[TimeMention]:
    """ "For ten days from 4 June", "from 4 June for ten days": a duration beside its first day is a period."""
    out: list[TimeMention] = []
    for mention in row:
        pair = (out[-1], mention) if out else ()
        if pair and low[pair[0].span.end : mention.span.start] in (" ", ", "):
            since = next((m for m in pair if m.kind == "since" and m.when.granularity == "day"), None)
            long = next((m for m in pair if m.kind == "duration" and m.count and not m.more), None)
            lasts = long is not None and words.match(low, long.span.start)
            if since and long and lasts and (period := _period(since, long)):
                span = Span(pair[0].span.start, mention.span.end)
                when = When(str(period), "interval", span.of(text), "text")
                out[-1] = TimeMention(span, when, "interval", span, rule="dates")
                continue
        out.append(mention)
    return out


def _period(since: TimeMention, long: TimeMention) -> Interval | None:
    first = found.first if (found := since.when.days()) else None
    if first is None or long.count is None or long.count != int(long.count) or long.unit in days.SHORT or not long.unit:
        return None
    try:
        return Interval(first, days.shift(first, long.unit, int(long.count)) - ONE)
    except (ValueError, OverflowError):
        return None


def _anchor_days(anchor: Interval | None) -> tuple[dt.date | None, ...]:
    if anchor is None or anchor.first is None or anchor.last is None:
        return (None,)
    return (anchor.first,) if anchor.first == anchor.last else (anchor.first, anchor.last)


def _reckon(phrase: Phrase, seen: Told) -> Dated | None:
    """The days of a phrase, seen from one day: a closed stretch, or one with an open end for since, until …"""
    if phrase.operator == "by":
        seen = seen._replace(direction="future")
    if phrase.far:
        return _between(phrase, phrase.far, seen)
    found = _partly(resolve(phrase.core.rule, seen._replace(fields=phrase.core.fields)), phrase.part)
    if found is None:
        return None
    if phrase.operator == "before" and phrase.part == "late":
        return Dated(Interval(None, found.days.last), "day")  # before it is over
    return _bounded(found, phrase.operator or ("since" if phrase.core.rule == "for_since" else ""), seen.day)


def _partly(found: Dated | None, part: str) -> Dated | None:
    """The part meant ("early", "half1" …) of what was found; "" is all of it."""
    if found is None or not part:
        return found
    piece = days.part(found.days, part)
    return Dated(piece, "interval" if part.startswith("half") else found.granularity) if piece else None


def _bounded(found: Dated, operator: str, day: dt.date | None) -> Dated | None:
    first, last = found.days.first, found.days.last
    if operator == "since" and first:
        return Dated(Interval(first, None), found.granularity)
    if operator == "until" and last:
        return Dated(Interval(None, last), found.granularity)
    if operator == "by" and last:
        return Dated(Interval(day if day and day <= last else None, last), found.granularity)
    if operator == "before" and first:
        return Dated(Interval(None, first - ONE), "day")
    if operator == "after" and last:
        return Dated(Interval(last + ONE, None), "day")
    return found


def _between(phrase: Phrase, far: Core, seen: Told) -> Dated | None:
    """From the first expression to the second; the first takes month and year from the second where it has none."""
    second = _partly(resolve(far.rule, seen._replace(fields=far.fields)), phrase.far_part)
    if second is None or second.days.last is None:
        return None
    last, near = second.days.last, phrase.core
    fields = dict(near.fields)
    if near.rule in _SEEN_FROM_HERE:
        first = resolve(near.rule, seen._replace(fields=fields))
    else:
        back = seen._replace(day=last, direction="past", before=None)
        if "year" in far.fields and not {"year", "rel_last", "last"} & fields.keys():
            fields["year"] = far.fields["year"]
        first = resolve(near.rule, back._replace(fields=fields))
        if first and "year" not in near.fields and first.days.first and first.days.first > last:
            fields["year"] = last.year - 1  # from November to February 2025
            first = resolve(near.rule, back._replace(fields=fields))
    first = _partly(first, phrase.part)
    if first is None or first.days.first is None or first.days.first > last:
        return None
    return Dated(Interval(first.days.first, last), "interval")


def _hull(ends: list[Dated | None], anchors: tuple[dt.date | None, ...]) -> Dated | None:
    """One result out of those for the anchor's first and last day, or None where they disagree by more than a week."""
    found = [e for e in ends if e]
    if len(found) < len(ends):
        return None
    one, other = found[0], found[-1]
    if one.days == other.days:
        return one
    a, b = one.days, other.days
    if (a.first is None) != (b.first is None) or (a.last is None) != (b.last is None):
        return None
    first = min(a.first, b.first) if a.first and b.first else None
    last = max(a.last, b.last) if a.last and b.last else None
    spread = (anchors[-1] - anchors[0]).days if anchors[0] and anchors[-1] else 0
    apart = [(y - x).days for x, y in ((a.first, b.first), (a.last, b.last)) if x and y]
    hull = Interval(first, last)
    small = first is not None and last is not None and (hull.days() or 0) <= _HULL
    if small or all(abs(gap) < min(_HULL, spread + 4) for gap in apart):  # months differ by up to three days
        return Dated(hull, one.granularity if hull.days() == a.days() else "interval")
    return None


def _mention(text: str, phrase: Phrase, dated: Dated | None) -> TimeMention:
    span = Span(phrase.start, phrase.end)
    core, inner = phrase.core, Span(phrase.inner, phrase.end)
    kind: Kind = _BY_OPERATOR.get(phrase.operator) or ("interval" if phrase.far else _BY_RULE.get(core.rule, "point"))
    if phrase.operator == "at" or not phrase.operator:
        if core.rule in ("ago", "ahead") and dated and dated.granularity == "interval":
            kind = "interval"
    elif core.rule in ("duration", "set"):
        kind = _BY_RULE[core.rule]
    unit = _unit_said(core)
    said = (inner, _units(core), unit, core.rule, phrase.part, _step(core), _more(core))
    if dated is None:
        when = When(None, unit if kind in ("duration", "set") else "", span.of(text), "none")
        return TimeMention(span, when, kind, *said)
    return TimeMention(span, When(edtf(dated), dated.granularity, span.of(text), "text"), kind, *said)


def _unit_said(core: Core) -> str:
    """The unit of a duration, or the period of a set ("weekday0": every Monday)."""
    if core.rule == "set" and "weekday" in core.fields:
        return f"weekday{core.fields['weekday']}"
    return next((str(core.fields[k]) for k in ("anyunit", "unit", "units", "often") if k in core.fields), "")


def _more(core: Core) -> tuple[tuple[float, str], ...]:
    parts = [(core.fields.get("n" + k), core.fields.get("anyunit" + k)) for k in "23"]
    return tuple((float(n), str(unit)) for n, unit in parts if isinstance(n, int | float) and unit)


def _step(core: Core) -> int:
    count = _units(core)
    if core.rule not in ("offset", "event") or count is None or count != int(count) or "anyunit2" in core.fields:
        return 0
    after = "later" in core.fields or (core.rule == "offset" and "earlier" not in core.fields)
    return int(count) * (1 if after else -1 if "earlier" in core.fields else 0)


_SAME: Final = frozenset({"day", "week", "month", "year"})
_SOON: Final = 6  # so many hours on it is still the same day, as a rule


def same_as(mention: TimeMention, day: Interval) -> When | None:
    """When a mention is that means the time of another event: "the same day", "that month", "a few hours later"."""
    unit, first, last = mention.unit or "day", day.first, day.last
    if mention.rule not in ("event", "offset") or first is None or last is None:
        return None
    if unit in days.SHORT:
        near = mention.count is None or mention.count <= _SOON
        return When(str(day), "day", mention.when.text, "text") if near and first == last else None
    if mention.step or mention.rule != "event" or unit not in _SAME or mention.count != 1:
        return None
    whole = days.unit_of(first, unit)
    return When(str(whole), unit, mention.when.text, "text") if day.within(whole) else None


def counted_from(mention: TimeMention, day: dt.date) -> When | None:
    """When a mention with a ``step`` is, counted from the day of the event that it means; None where it counts none.

    A step of weeks, months or years gives the whole unit, as with "two weeks ago".
    """
    unit = mention.unit or "day"
    if not mention.step or unit in (*days.SHORT, "decade", "century"):
        return None
    try:
        found = days.unit_of(days.shift(day, unit, mention.step), unit)
    except (ValueError, OverflowError):
        return None
    return When(str(found), unit, mention.when.text, "text")


def _units(core: Core) -> float | None:
    """How many units are said: one where there is no number, None for a few."""
    count = core.fields.get("n", 1)
    half = 0.5 if "half" in core.fields else 0
    return count + half if isinstance(count, int | float) else None


def edtf(dated: Dated) -> str:
    """EDTF, with an open interval's end written no finer than it was said: ``2023-08/..``."""
    first, last = dated.days.first, dated.days.last
    if first and last is None:
        return f"{_coarse(days.unit_of(first, dated.granularity), first, 0, dated.granularity)}/.."
    if last and first is None:
        return f"../{_coarse(days.unit_of(last, dated.granularity), last, 1, dated.granularity)}"
    return str(dated.days)


def _coarse(unit: Interval, day: dt.date, side: int, granularity: str) -> str:
    whole = granularity in ("month", "year") and day == (unit.last if side else unit.first)
    return str(unit) if whole else day.isoformat()


def parse_date(text: str, language: str) -> Interval | None:
    """The one absolute date in a dateline or a metadata field: a full date, or else a month with its year.

    None when there is none, or when full dates differ. Clock times and time zones are left: the day is as written.
    """
    order = grammar(language).order
    found: dict[str, list[Interval]] = {"day": [], "month": []}
    for phrase in scan(text, language, 0, len(text)):
        core = phrase.core
        if core.rule in ("date", "numeric", "iso", "month") and {"year", "yy"} & core.fields.keys():
            dated = resolve(core.rule, Told(core.fields, None, "past", order, None))
            if dated and dated.days not in found[dated.granularity]:
                found[dated.granularity].append(dated.days)
    best = found["day"] or found["month"]
    return best[0] if len(best) == 1 else None
