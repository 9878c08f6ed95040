"""As of a day: the picture from what was published until then, as far as that is known."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from foedus.context import in_context
from foedus.ledger import Ledger, Version
from foedus.model import Interval, Judgement, Reading, UsageError
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.pipeline import Picture, picture
from foedus.reconcile import Reconciler


class Then(NamedTuple):
    """The picture of a day. ``later`` are ids of articles that came out after it.

    ``unknown`` are those that are left out because nothing tells that they came out by then.
    """

    day: dt.date
    picture: Picture
    later: tuple[str, ...]
    unknown: tuple[str, ...]


def day_of(text: str) -> dt.date:
    """The last day of a day, month or year in EDTF. Raises UsageError."""
    try:
        day = Interval.parse(text.strip()).last
    except ValueError:
        day = None
    if day is None:
        raise UsageError(f"no date {text!r}", mend="write a day, a month or a year: 2024-11-09, 2024-11, 2024")
    return day


def as_of(day: dt.date, readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Then:
    """The picture from those of some articles that were published until a day. Raises PackError.

    An article that does not give its date counts by the one that all of them together allow for it; the picture
    itself is made without those that came out later.
    """
    dated = in_context(readings, Reconciler(load_world().principal, load_treaties()))
    return _then(day, [Version(reading, 0, None) for reading in dated], judgements)


def as_of_ledger(day: dt.date, ledger: Ledger) -> Then:
    """The same from a ledger, with the version of each article that was out then. Raises InputError, PackError."""
    return _then(day, tuple(ledger.history()), ledger.judgements.all())


def _then(day: dt.date, versions: Iterable[Version], judgements: Sequence[Judgement]) -> Then:
    by_article: dict[str, list[Version]] = {}
    for version in versions:
        by_article.setdefault(version.reading.article.id, []).append(version)
    out, later, unknown = [], [], []
    for id_ in sorted(by_article):
        known = [version for version in by_article[id_] if _out_by(version, day)]
        if known:
            out.append(_latest(known, day).reading)
        elif all(_published(version) for version in by_article[id_]):
            later.append(id_)
        else:
            unknown.append(id_)
    return Then(day, picture(out, judgements=judgements), tuple(later), tuple(unknown))


def _out_by(version: Version, day: dt.date) -> bool:
    """By its own date; only without one by the day on which it was stored, when it must have been out."""
    known = _published(version) or version.stored
    return known is not None and known <= day


def _latest(known: Sequence[Version], day: dt.date) -> Version:
    """The last version; of those that bear the same date, one that was stored by then goes before a later edit."""
    last = known[-1]
    if last.stored and last.stored > day:
        same = [v for v in known if _published(v) == _published(last) and v.stored and v.stored <= day]
        return same[-1] if same else last
    return last


def _published(version: Version) -> dt.date | None:
    """The last day on which it may have come out."""
    published = version.reading.article.published
    days = published.days() if published else None
    return days.last if days else None


def after_run(run: int, ledger: Ledger) -> Picture:
    """The picture of a ledger as a run of it left it, by the rules of today. Raises UsageError for an unknown run."""
    last = ledger.runs()
    if not 1 <= run <= last:
        raise UsageError(
            f"no run {run}", ledger.where, f"it has runs 1 to {last}" if last else "nothing is stored in it"
        )
    return picture(ledger.after_run(run), judgements=ledger.judgements.all(run))
