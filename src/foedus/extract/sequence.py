"""Times counted from another event: "tre giorni più tardi", "all'indomani della firma", "the day before"."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from foedus.expressions.times import TimeMention, counted_from, same_as
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft
from foedus.model import Interval, When

_BACK = 5  # sentences
_FAR = 2  # paragraphs
_MONTH = 31


class Told(NamedTuple):
    """A sentence of the article as read: its paragraph, its chunks, what it tells, its times, and its number.

    ``entry`` is the day of the live page's entry that it stands in; None elsewhere.
    """

    paragraph: int
    row: Sequence[Chunk]
    drafts: Sequence[Draft]
    times: Sequence[TimeMention] = ()
    number: int = 0
    entry: When | None = None
    origin: str = "body"


def pending(time: TimeMention) -> bool:
    """Does a time wait for the one of another event?"""
    return bool(time.step) or (time.rule in ("event", "offset") and time.when.interval is None)


def count_on(told: Sequence[Told]) -> set[int]:
    """Date the drafts whose time is counted from another event that the article dates to the day.

    "Three days after the signing" counts from the signing, where all dated tellings of it agree; "three days later" and
    "the day before" from the one day told in the sentence before, of this paragraph or the one before. Where no such
    day is told, or several, the time stays unresolved. Returns where the resolved expressions begin in the text.
    """
    resolved: set[int] = set()
    before: list[Told] = []
    counted: dict[int, dt.date] = {}
    for sentence in told:
        last = before[-1] if before and sentence.paragraph - before[-1].paragraph <= 1 else None
        for draft in sentence.drafts:
            time = draft.time
            if draft.when is None or draft.when.interval or time is None:
                continue
            place = next((n for n, c in enumerate(sentence.row) if c.time is time), None)
            if place is None:
                continue
            day = _base(sentence, place, last, told, counted) if time.step else None
            when = counted_from(time, day) if day else same_as_told(sentence, place, before, counted)
            if when is None:
                continue
            draft.when = when
            draft.because.append(f"counted:{day or when.interval}")
            resolved.add(time.span.start)
            days = when.days()
            if days and days.first and days.first == days.last:
                counted[time.span.start] = days.first
        if any(c.kind == "vg" for c in sentence.row):
            before.append(sentence)
    return resolved | _counted_back(told)


def same_as_told(sentence: Told, place: int, before: Sequence[Told], counted: dict[int, dt.date]) -> When | None:
    """«Lo stesso giorno», "that month", "a few hours later": of the one time told last, in the paragraph or before."""
    time = sentence.row[place].time
    if time is None or (place and sentence.row[place - 1].kind == "time" and sentence.row[place].relations):
        return None
    inside = [c.time for c in sentence.row[:place] if c.time is not None and c.time.kind in ("point", "after")]
    if inside:
        return _same(time, inside[-1:], counted)
    for n, other in enumerate(reversed(before[-_BACK:])):
        day = time.rule == "event" and time.unit == "day"  # "in the same day" of a statement: the one that it told
        near = sentence.paragraph - other.paragraph <= (_FAR if day else int(n == 0))
        if not near:
            return None
        if told := [t for t in other.times if t.kind in ("point", "since", "after")]:
            return _same(time, told, counted)
    return None


def _same(time: TimeMention, told: Sequence[TimeMention], counted: dict[int, dt.date]) -> When | None:
    days = {Interval.day(counted[t.span.start]) if t.span.start in counted else t.when.days() for t in told}
    found = {when.interval: when for d in days if (when := same_as(time, d) if d else None)}
    return next(iter(found.values())) if len(found) == len(days) == 1 else None


def _counted_back(told: Sequence[Told]) -> set[int]:
    """«Il 2 agosto, sei mesi dopo la notifica»: what is counted from is dated by the time that stands before the count.

    Or by the act before it, where that one is dated: "the signing comes eight days after the strike".
    """
    resolved: set[int] = set()
    for sentence in told:
        for draft in sentence.drafts:
            place = _count_before(sentence, draft)
            time = sentence.row[place].time if place is not None else None
            own = draft.when is None or (draft.time is time and draft.when.interval is None)
            if place is None or time is None or not own:
                continue
            back = _moved_back(time, _main(sentence, draft, place))
            if back is not None:
                draft.when = back
                draft.because.append(f"counted:{time.when.text}")
                resolved.add(time.span.start)
    return resolved


def _count_before(sentence: Told, draft: Draft) -> int | None:
    """Place of the "six months after" that an act follows: right behind it, or opening its clause."""
    row = sentence.row
    at = draft.row if draft.verb_row is None else min(draft.row, draft.verb_row)
    for k in range(at - 1, -1, -1):
        time = row[k].time
        if row[k].kind == "time":
            return k if time is not None and time.rule == "event" and time.step else None
        if row[k].kind == "vg" or (row[k].kind == "punct" and row[k].words != (",",)) or row[k].kind == "rel":
            return None
        if draft.nominal and draft.verb_row is None and row[k].kind == "np":
            return None
    return None


def _main(sentence: Told, draft: Draft, place: int) -> Interval | None:
    """When what stands before the count is."""
    beside = next((c for c in reversed(sentence.row[:place]) if c.kind not in ("punct", "conj")), None)
    if beside is not None and beside.time is not None and beside.time.when.interval:
        return beside.time.when.days()
    acts = [d for d in sentence.drafts if d is not draft and d.row < place and d.when is not None]
    nearest = max(acts, key=lambda d: d.row, default=None)
    return nearest.when.days() if nearest is not None and nearest.when is not None else None


def _moved_back(time: TimeMention, main: Interval | None) -> When | None:
    """The day or month so many units before (after) the main act's; none where that is wider than the unit."""
    fine = main is not None and main.first is not None and main.last is not None
    if main is None or main.first is None or not fine or time.unit not in ("day", "week", "month", "year"):
        return None
    wide = (main.days() or 0) > 1
    if wide and (time.unit not in ("month", "year") or (main.days() or 0) > _MONTH):
        return None
    return counted_from(msgspec.structs.replace(time, step=-time.step), main.first)


def _base(
    sentence: Told, place: int, before: Told | None, told: Sequence[Told], counted: dict[int, dt.date]
) -> dt.date | None:
    """The day that a time at a place of the row is counted from."""
    time = sentence.row[place].time
    after = sentence.row[place + 1] if place + 1 < len(sentence.row) else None
    named = after is not None and after.kind == "np" and ("of" in after.relations or not after.prep)
    if after is not None and not after.prep and _acts(sentence.row, place + 1):
        named, after = False, None  # "cinque giorni dopo la Spagna ratificò": she is who acts
    if time is not None and time.rule == "event" and after is not None and named:
        act = next((d for d in sentence.drafts if d.row == place + 1 and d.nominal), None)
        types = [act.type] if act else after.ids("trigger")
        beside = [d for d in sentence.drafts if d.row < place and types and d.type == types[0]]
        if beside:  # "voted in January, and the president signed two days after the vote"
            return _one(d for d in map(_day, beside[-1:]) if d is not None)
        return _one(_tellings(types[0], act.object if act else None, told)) if types else None
    if time is None or (time.rule == "event" and after is not None and after.kind in ("np", "that", "sub")):
        return None
    inside = [d for c in sentence.row[:place] if (d := _point(c)) is not None]
    if inside and time.rule != "event":
        return inside[-1]  # "submitted it on 14 October; the Duma approved it ten days later"
    return _one(_days(before, counted)) if before else inside[-1] if inside else None


def _point(chunk: Chunk) -> dt.date | None:
    """The day that a chunk tells."""
    days = chunk.time.when.days() if chunk.time is not None and chunk.time.kind == "point" else None
    return days.first if days is not None and days.first == days.last else None


def _day(draft: Draft) -> dt.date | None:
    """The one day on which an act took place, None where none is told."""
    days = draft.when.days() if draft.when is not None else None
    return days.first if days is not None and days.first == days.last else None


def _acts(row: Sequence[Chunk], place: int) -> bool:
    """Does a finite verb stand right behind a phrase?"""
    verb = row[place + 1].verb if row[place].kind == "np" and place + 1 < len(row) else None
    return verb is not None and verb.finite


def _tellings(type_: str, object_: str | None, told: Sequence[Told]) -> Iterator[dt.date]:
    """The days of an act wherever it is told."""
    for sentence in told:
        for draft in sentence.drafts:
            same = draft.type == type_ and (object_ is None or draft.object in (None, object_))
            days = draft.when.days() if draft.when and draft.modality == "asserted" and same else None
            if days and days.first and days.first == days.last:
                yield days.first


def _days(sentence: Told, counted: dict[int, dt.date]) -> Iterator[dt.date]:
    """Every day that a sentence tells."""
    for time in sentence.times:
        if time.kind not in ("point", "after", "before", "since", "until"):
            continue
        days = time.when.days()
        if time.span.start in counted:
            yield counted[time.span.start]
        elif time.kind == "point" and days and days.first and days.first == days.last:
            yield days.first
        else:
            yield dt.date.min  # a time that is no day: nothing is counted from here


def _one(days: Iterator[dt.date]) -> dt.date | None:
    found = set(days)
    day = found.pop() if len(found) == 1 else None
    return day if day != dt.date.min else None
