"""Times counted from another event: "tre giorni più tardi", "all'indomani della firma", "the day before"."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from foedus.expressions.times import TimeMention, counted_from
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft


class Told(NamedTuple):
    """A sentence of the article as read: its paragraph, its chunks, what it tells, and its times."""

    paragraph: int
    row: Sequence[Chunk]
    drafts: Sequence[Draft]
    times: Sequence[TimeMention] = ()


def count_on(told: Sequence[Told]) -> set[int]:
    """Date the drafts whose time is counted from another event that the article dates to the day.

    "Three days after the signing" counts from the signing, where all dated tellings of it agree; "three days later" and
    "the day before" from the one day told in the sentence before, of this paragraph or the one before. Where no such
    day is told, or several, the time stays unresolved. Returns where the resolved expressions begin in the text.
    """
    resolved: set[int] = set()
    before: Told | None = None
    counted: dict[int, dt.date] = {}
    for sentence in told:
        last = before if before is not None and sentence.paragraph - before.paragraph <= 1 else None
        for draft in sentence.drafts:
            time = draft.time
            if draft.when is None or draft.when.interval or time is None or not time.step:
                continue
            place = next((n for n, c in enumerate(sentence.row) if c.time is time), None)
            day = None if place is None else _base(sentence, place, last, told, counted)
            when = counted_from(time, day) if day else None
            if when is None:
                continue
            draft.when = when
            draft.because.append(f"counted:{day}")
            resolved.add(time.span.start)
            days = when.days()
            if days and days.first and days.first == days.last:
                counted[time.span.start] = days.first
        if any(c.kind == "vg" for c in sentence.row):
            before = sentence
    return resolved


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
        types = [act.type] if act else [i for m in after.marks for i in m.ids("trigger")]
        return _one(_tellings(types[0], act.object if act else None, told)) if types else None
    if time is None or (time.rule == "event" and after is not None and after.kind in ("np", "that", "sub")):
        return None
    return _one(_days(before, counted)) if before else None


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
