"""Times of what goes on: "since 2017", "for decades", "in recent years", "now" of what is still to come."""

import datetime as dt
from typing import Final

from foedus.extract.draft import Draft
from foedus.model import LIFE_CYCLE, Interval, When

_ONCE: Final = {*LIFE_CYCLE, "sanction.impose"} - {"treaty.negotiate", "treaty.publish"}
_AHEAD: Final = ("planned", "possible", "conditional")
_YEAR: Final = 366
_MONTH: Final = 31
_LONG: Final = ("year", "decade", "century")


def settle(draft: Draft, published: Interval | None) -> bool:
    """Give a draft the days that such a time means for it; True where that resolves a time that was open.

    What happens once and holds since then happened on the first day ("in force since 1 May"); what goes on has gone on
    at least until the article. "For decades" and "in recent years" tell no first day. What can or shall be "now" is
    still to come.
    """
    time, when = draft.time, draft.when
    today = published.first if published is not None and (published.days() or _YEAR) <= _MONTH else None
    if time is None or when is None:
        return False
    if time.kind == "since" and when.interval and when.interval.endswith("/.."):
        _since(draft, when, today)
    elif draft.modality in _AHEAD:
        days = when.days()
        if time.rule == "now" and days and days.first:
            draft.when = When(f"{days.first}/..", "day", when.text, when.basis)
    elif today is not None and _vague(draft) and draft.type not in _ONCE:
        draft.when = When(f"../{today}", "day", when.text, "text")
        return when.interval is None
    return False


def _since(draft: Draft, when: When, today: dt.date | None) -> None:
    start = (when.interval or "").removesuffix("/..")
    days = when.days()
    if draft.type in _ONCE:
        draft.when = When(start, when.granularity, when.text, when.basis)
    elif today is not None and draft.modality not in _AHEAD and days and days.first and days.first < today:
        draft.when = When(f"{start}/{today}", "interval", when.text, when.basis)


def _vague(draft: Draft) -> bool:
    """Is it an uncounted stretch up to the article?"""
    time = draft.time
    if time is None or draft.when is None:
        return False
    uncounted = time.kind == "since" and time.rule == "for_since" and draft.when.interval is None
    days = draft.when.days()
    several = time.count is None or (days is not None and (days.days() or 0) > _YEAR)  # "in recent years" counts none
    recent = time.rule == "stretch" and several and time.unit in _LONG and time.kind == "interval"
    return uncounted or (recent and time.count in (None, 1))
