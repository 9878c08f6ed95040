"""Acts whose day the text tells once for several: entries of a live page, a scene told over several sentences."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from foedus.extract.draft import Draft
from foedus.extract.sequence import Told
from foedus.extract.verbgroups import VerbGroup
from foedus.model import Interval, When

# acts at one sitting: what one sentence tells of a day, the next goes on with
_SCENE: Final = frozenset(
    ("treaty.sign", "treaty.exchange", "treaty.negotiate", "treaty.ratify", "diplomacy.meet", "diplomacy.visit")
)
_NEWS: Final = _SCENE | {
    "treaty.withdraw",
    "treaty.suspend",
    "treaty.terminate",
    "treaty.enter_into_force",
    "forces.withdraw",
    "attack.strike",
    "sanction.impose",
    "statement.accuse",
    "statement.concern",
    "statement.praise",
    "statement.threaten",
}
_BACK: Final = 3  # sentences
_FRESH: Final = dt.timedelta(days=10)  # a scene is news; history goes from day to day


def lead_on(told: Sequence[Told], published: Interval | None) -> None:
    """Date undated acts by the entry of a live page that tells them, or by the scene that they go on with.

    An entry reports what has just been done or said: acts told in the present or the perfect are of its day. A scene
    goes on where the sentence before tells, in the same paragraph, acts of one day no more than ten days before the
    article, and the next tells in the same tense what people do at one sitting, with no time before its verb.
    """
    for n, sentence in enumerate(told):
        for draft in sentence.drafts:
            if not fresh(draft, sentence):
                continue
            if sentence.entry is not None and draft.type in _NEWS:
                draft.when = When(sentence.entry.interval, "day", "", "text")
                draft.because.append("scene:entry of the live page")
            elif draft.type in _SCENE and (day := _scene(told, n, draft, published)) is not None:
                draft.when = When(day.isoformat(), "day", "", "text")
                draft.because.append("scene:sentence before")


def date_before(told: Sequence[Told]) -> None:
    """Undated acts that a dated one follows in its sentence ("left on 2 August, after the notice"): up to its day."""
    for sentence in told:
        for draft in sentence.drafts:
            if draft.when is not None or draft.time is not None or draft.modality != "asserted":
                continue
            at = _after(draft, sentence)
            if at is None or not (when := _main_time(draft, sentence, at)):
                continue
            draft.when = When(f"../{when}", "day", "", "text")
            draft.because.append(f"before:{when}")


def _after(draft: Draft, sentence: Told) -> int | None:
    """Place of the "after" that an act stands behind: on its own phrase, or on the subject of its verb."""
    row, at = sentence.row, draft.row
    if draft.nominal:
        return at if "after" in row[at].relations and draft.verb_row is None else None
    for k in range(at - 1, -1, -1):
        if row[k].kind in ("vg", "time", "that", "rel", "punct", "conj"):
            return None
        if "after" in row[k].relations:
            return k
    return None


def _main_time(draft: Draft, sentence: Told, at: int) -> str | None:
    """The time of the act before the "after", as EDTF without an end; of the sentence's opening where none is told."""
    acts = [d for d in sentence.drafts if d is not draft and d.row < at and d.when is not None and not d.nominal]
    main = max(acts, key=lambda d: d.row, default=None)
    when = main.when if main is not None else None
    if when is None:
        time = next((c.time for c in sentence.row[:at] if c.time is not None and c.time.kind == "point"), None)
        when = time.when if time is not None else None
    if when is None or when.interval is None or when.granularity not in ("day", "month", "year"):
        return None
    return when.interval if "/" not in when.interval else None


def fresh(draft: Draft, sentence: Told) -> bool:
    """Is it an undated act, told by a verb in the present or the perfect as done?"""
    verb = _verb(draft, sentence)
    plain = draft.when is None and draft.time is None and draft.polarity == "positive" and draft.modality == "asserted"
    if not plain or draft.stage or draft.type == "treaty.provision" or draft.type not in _NEWS:
        return False
    return verb is not None and verb.finite and not verb.modal and (verb.tense == "pres" or _done(verb))


def goes_on(draft: Draft, sentence: Told) -> bool:
    """May a draft be of the scene that the sentences before it tell?"""
    verb = _verb(draft, sentence)
    if draft.type not in _SCENE or not fresh(draft, sentence) or verb is None or not _done(verb):
        return False
    at = draft.row if draft.verb_row is None else draft.verb_row
    return not any(c.time is not None for c in sentence.row[:at])


def _done(verb: VerbGroup) -> bool:
    return verb.perfect == (verb.tense == "pres") and verb.tense in ("pres", "past")


def _verb(draft: Draft, sentence: Told) -> VerbGroup | None:
    return sentence.row[draft.verb_row if draft.verb_row is not None else draft.row].verb


def _scene(told: Sequence[Told], n: int, draft: Draft, published: Interval | None) -> dt.date | None:
    sentence = told[n]
    if not goes_on(draft, sentence) or published is None or published.last is None:
        return None
    for k in range(n - 1, max(-1, n - 1 - _BACK), -1):
        other = told[k]
        if other.number != sentence.number - (n - k) or other.paragraph != sentence.paragraph:
            return None
        if not other.times:
            continue
        days = {_day(d) for d in other.drafts if d.when is not None and d.modality == "asserted" and not d.nominal}
        day = days.pop() if len(days) == 1 else None
        return day if day is not None and published.last - _FRESH <= day <= published.last else None
    return None


def _day(draft: Draft) -> dt.date | None:
    days = draft.when.days() if draft.when is not None else None
    return days.first if days is not None and days.first == days.last else None
