"""Notices of leaving: how long they run, and what a file says of them that cannot be (VCLT art. 56, 65, 67, 68)."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from foedus.model import Act, Treaty
from foedus.packs.fault import Fault, day_of, precedes

_PERIOD: Final = re.compile(r"P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")


def after(day: dt.date, period: str) -> dt.date:
    """The day on which a notice given on ``day`` has run for an ISO 8601 ``period``. Raises ValueError."""
    found = _PERIOD.fullmatch(period)
    if not found:
        raise ValueError(f"{period!r} is no period")
    years, months, days = (int(n or 0) for n in found.groups())
    year, month = divmod(day.month - 1 + months + 12 * years, 12)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    return dt.date(day.year + year, month + 1, min(day.day, last)) + dt.timedelta(days)


def faults_of_notices(treaty: Treaty) -> Iterator[Fault]:
    """A period that is none, and notices that take effect before their time, or are taken back after it."""
    period = treaty.notice if treaty.notice and _PERIOD.fullmatch(treaty.notice) else None
    if treaty.notice and not period:
        yield Fault(f"{treaty.notice!r} is no period", ".notice", "write an ISO 8601 duration such as P6M or P180D")
    leaving = [(n, a) for n, a in enumerate(treaty.acts) if a.type == "treaty.withdraw"]
    for n, act in leaving:
        at = f".acts[{n}]"
        if act.put_off and act.step not in (None, "notice"):
            yield Fault("only a notice can be put off", f"{at}.put_off", "write step: notice or remove it")
        if act.revoked and act.step == "effect":
            yield Fault(
                "a withdrawal that took effect cannot be revoked", f"{at}.revoked", "VCLT art. 68: mend the step"
            )
        if period and act.revoked and act.step != "effect":
            yield from _expired(act, period, at)
        if act.step == "effect":
            yield from _too_early(act, [a for _, a in leaving], period, at)


def _expired(act: Act, period: str, at: str) -> Iterator[Fault]:
    given, back, kept = day_of(act.when), day_of(act.revoked), day_of(act.put_off)
    if given and given.last and back and back.first:
        runs_out = max(after(given.last, period), (kept.last if kept else None) or dt.date.min)
        if back.first > runs_out:
            yield Fault(
                f"the notice of {act.when} had run out on {runs_out}, before it was taken back",
                f"{at}.revoked",
                "mend a date, or write put_off: until when it did not run",
            )


def _too_early(effect: Act, leaving: list[Act], period: str | None, at: str) -> Iterator[Fault]:
    """An effect needs the notice of the same states, and time since it."""
    for notice in leaving:
        if notice.step != "notice" or not set(notice.actors) & set(effect.actors):
            continue
        if notice.revoked and not precedes(notice.revoked, effect.when):
            continue
        if precedes(effect.when, notice.when):
            yield Fault(f"the effect comes before the notice of {notice.when}", f"{at}.when", "mend one of the dates")
        elif period and notice.when and _short(notice.when, effect.when, period):
            yield Fault(
                f"the notice of {notice.when} takes effect earlier than {period} after it",
                f"{at}.when",
                "mend a date or the notice of the treaty",
            )


def _short(notice: str, effect: str | None, period: str) -> bool:
    given, over = day_of(notice), day_of(effect)
    return bool(given and given.first and over and over.last and over.last < after(given.first, period))
