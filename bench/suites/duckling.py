"""The time corpus of Duckling, of day grain or coarser, against ``find_times`` with the direction set to the future.

Right is: one mention, which takes in the whole text save for a preposition or article at its head, with the suite's
first day and (open) end exactly; a point of the grain week, month, quarter or year is that whole unit.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from foedus.expressions.times import TimeMention, find_times
from foedus.expressions.told import Habits
from foedus.model import Interval
from suites.dates import HEAD
from suites.tally import DATA, Case, Tally, tally

TODAY: Final = Interval.parse("2013-02-12")
HABITS: Final = Habits(steps="day", stretches="units", later="anchor", weeks="calendar", talk=True)
PARTS: Final = re.compile(
    r"\b(?:early|mid|late|end of|beginning of|start of|middle of|eo[my]|bo[my]|fine|inizio|metà|début|fin|milieu|mi)\b"
)
MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
SEASON: Final = re.compile(
    r"estate|inverno|autunno|primavera|summer|winter|autumn|fall|spring|été|hiver|automne|printemps"
)


def duckling(language: str) -> Tally:
    """The cases of one language."""
    return tally("duckling-time", language, _cases(language))


def _cases(language: str) -> Iterator[Case]:
    for line in (DATA / "duckling-time" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["grain"] in ("second", "minute", "hour"):
            continue
        found = find_times(case["text"], language, TODAY, direction="future", habits=habits(language))
        right = len(found) == 1 and _whole(case["text"], language, found[0]) and _agrees(case, found[0])
        wanted = f"{case['kind']} {case['start']} {case['end']} {case['grain']} {case['direction'] or ''}"
        yield Case(case["text"], right, wanted, _told(found), outside(case))


def habits(language: str) -> Habits:
    """How the suite means its times; its English dates have the month first."""
    return HABITS._replace(order="mdy" if language == "en" else "")


def outside(case: Any) -> str:
    """Why a case does not count."""
    if FEASTS.search(case["text"].lower()):
        return "feasts of moving or local calendars that no pack has"
    if PARTS.search(case["text"].lower()) and (case["kind"] == "interval" or case["grain"] != "day"):
        return "parts of a unit ('the end of the week'): how far they reach is each program's choice"
    if re.search(r"upcoming.*(?:two|2)|(?:two|2) upcoming", case["text"]):
        return "'upcoming two weeks' as one week, though 'next two weeks' are two in the same corpus"
    if SEASON.search(case["text"].lower()) and case["grain"] == "day":
        return "seasons by the sun: Foedus has the meteorological ones, as news and armies count them"
    return ""


def _whole(text: str, language: str, found: TimeMention) -> bool:
    head = text[: found.span.start].lower().replace("’", "'")
    words = re.fullmatch(f"(?:{HEAD[language].pattern})?", head)
    return text[found.span.end :].strip(" .") == "" and words is not None


def _agrees(case: Any, found: TimeMention) -> bool:
    days = found.when.days()
    if days is None:
        return False
    grain, start, end = case["grain"], _day(case["start"]), _day(case["end"])
    if case["kind"] == "open":
        if case["direction"] == "after":
            first = days.first - dt.timedelta(days=1) if found.kind == "after" and days.first else days.first
            return days.last is None and first == start
        until = found.kind == "until" and grain == "day" and days.last == start
        return days.last is not None and (until or days.last + dt.timedelta(days=1) == start)
    if case["kind"] == "point":
        end = _after(start, grain)
    return days.first == start and days.last is not None and days.last + dt.timedelta(days=1) == end


def _day(said: str | None) -> dt.date | None:
    return dt.date.fromisoformat(said[:10].replace("-00", "-01")) if said else None


def _after(start: dt.date | None, grain: str) -> dt.date | None:
    if start is None:
        return None
    if grain in MONTHS:
        month = start.year * 12 + start.month - 1 + MONTHS[grain]
        return dt.date(month // 12, month % 12 + 1, 1)
    return start + dt.timedelta(days=7 if grain == "week" else 1)


def _told(found: tuple[TimeMention, ...]) -> str:
    return "; ".join(f"{m.kind} {m.when.text!r} {m.when.interval} {m.when.granularity}" for m in found)


FEASTS: Final = re.compile(
    # Jewish, Muslim, Hindu, Sikh, Buddhist and Chinese calendars
    r"chinese|yom |atzeret|simchat|tisha|b'omer|holocaust day|rosh hash|hann?uk|chanuk|passover|ingathering|succos|"
    r"shavuot|mawlid|eid al|id ul|sacrifice feast|bakr id|laylat|night of|islamic|amun jadid|ashura|bishvat|jamat|jumu|"
    r"isra and|prophet|night journey|ascension to|ramadan|dhan|kali chau|diwali|deepavali|lakshmi|bhai dooj|chhath|"
    r"dala puja|surya|maha |dussehra|vijaya|navaratri|durga|karva|ratha|rakhi|mahav|jayanti|pongal|sankrant|pandigai|"
    r"maghi|v?b?aisakhi|vasakhi|onam|panchami|holi\b|holika|kamudu|janmasht|gokul|dhulandi|phagwah|parsi|navroz|vesak|"
    r"vaisakha|buddha|purim|guru |valmiki|pargat|ganesh|rama navami|ugadi|yugadi|samvats|chaitra|rabindra|"
    # the Orthodox calendar, and names for feasts that only this corpus has
    r"orthodox|clean monday|lazarus|great fast|covenant thu|of mysteries|holy spirit|branch sunday|"
    # days of peoples, causes and trades; what is no day in a calendar
    r"gysd|youth service|king's day|koningsdag|giornata (?:della|mondiale|internazionale|dell')|world vegan|"
    r"black friday|boss|administrative|earth hour|emancipation|super bowl|superbowl|cyber monday|"
    r"ides of march|idi di marzo|closest|season"
)
