"""The dateline that a paragraph opens with: place, date, agency, or the hour of a live blog's entry."""

import re
from functools import cache
from typing import Final

from foedus.read.dates import clock_off, find_date, find_yearless, has_clock
from foedus.read.lines import word_count
from foedus.read.rules import agency_names, credit_data, judge

_MAX_LEAD: Final = 120
_LEAD_END = re.compile(r"\s*(?:[–—‒―-]{1,3}|:)\s+|(?<=\d{4})\.\s+")
_LEAD_SIGN = re.compile(r"[–—‒―:-]|\d\.\s")
_CLOCK_LEAD = re.compile(
    r"(?:\W{0,3})(?:(?:ore|h\.?|à|at|alle)\s*)?(?:[01]?\d|2[0-3])\s?[.:h]\s?[0-5]\d(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?\(?\b(?:UTC|GMT|CES?T|E[SD]T|BST|KST|JST|MSK|ET)\b\)?)?\*{0,2}\s*(?:[–—|:•-]{1,2}|\.(?=\s)|$)\s*",
    re.IGNORECASE,
)
_CLOCK_BARE = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d\s+(?=[\"“«]?[^\W\d_a-zà-ÿ])")
_PLACE = r"[^\W\d_a-zà-ÿ][\w'.-]*(?:[ /][^\W\d_a-zà-ÿ(][\w'.-]*){0,4}(?:,? ?\([A-Z][\w ]{1,20}\))?"
_PLACES = re.compile(rf"{_PLACE}(?:, {_PLACE})?")
_PLACED = re.compile(rf"{_PLACE},\s")
_CAPS = re.compile(r"[^\W\d_a-zà-ÿ]{3,}(?:[ /,.'-]+[^\W\d_a-zà-ÿ]+)*")
_PROSE_DATE = re.compile(r"(?:il|l'|le|on|in|nel|dal|from)\s*\d", re.IGNORECASE)
_REMARK = re.compile(r"\((?:[^\W\d_][\w'’.-]*\s?){1,4}\)")  # "(wire)", "(machine translation)" beside a full date
_CAPITAL = re.compile(r"[\"“«'(]?[^\W\d_a-zà-ÿ]")


def lead_of(text: str) -> tuple[int, str] | None:
    """Length and reason ("live_entry" or "dateline") of what ``text`` opens with; two datelines in a row are one."""
    clock = _CLOCK_LEAD.match(text) or _CLOCK_BARE.match(text)
    if clock:
        return clock.end(), "live_entry"
    end = _one(text[: _MAX_LEAD + 200])
    end += _one(text[end : end + _MAX_LEAD + 200]) if end else 0
    if not end or judge(text[:_MAX_LEAD]):
        return None
    return end, "live_entry" if has_clock(text[:end]) else "dateline"


def agency_line(text: str) -> bool:
    """Is the line an agency's mark, alone or with a desk's sign behind it: "(ANSA)", "(Agenzia Nord) Red/Est"?"""
    found = _agency().match(text)
    return found is not None and len(text) - found.end() <= 12


def _one(text: str) -> int:
    if not _LEAD_SIGN.search(text, 0, _MAX_LEAD + 2):
        return 0
    for found in _LEAD_END.finditer(text, 0, _MAX_LEAD):
        if _is_dateline(text[: found.start()], found[0], text[found.end() :]):
            return found.end()
    return 0


def _is_dateline(label: str, dash: str, rest: str) -> bool:
    """Place, date and agency in any order, at least two of them; or a place in capitals before a paragraph."""
    if (":" in dash and not _agency().search(label)) or word_count(rest) < 5:
        return False
    left, marks = label, 0
    agency = _agency().search(left)
    if agency:
        left, marks = left[: agency.start()] + " " + left[agency.end() :], marks + 1
    day = find_date(left, None) or find_yearless(left, None)
    if day:
        left, marks = left[: day[0].start()] + " " + left[day[0].end() :], marks + 1
    if "." in dash and not (day and (_CAPS.match(label) or _PLACED.match(label))):
        return False  # a full stop ends one only after a place, in capitals or before a comma, and a full date
    if not agency and (not _CAPITAL.match(rest) or _PROSE_DATE.match(label)):
        return False
    if day and find_date(label, None):
        left = _REMARK.sub(" ", left)
    left = clock_off(_filler().sub(" ", left)).strip(" ,.;-–—()/*")
    if not left:
        return marks >= 1
    if not _PLACES.fullmatch(left) or len(left) > 45:
        return False
    return marks >= 1 or (bool(_CAPS.fullmatch(left)) and word_count(rest) >= 8)


@cache
def _agency() -> re.Pattern[str]:
    """An agency in brackets, by its name or by a word of its trade: "(ANSA)", "(Reuters/AFP)", "(Agenzia Nord)"."""
    trade = "|".join(credit_data().agency_words)
    return re.compile(
        rf"[\(\[](?:{agency_names()})\b[^()\[\]]{{0,30}}[\)\]]|^(?:{agency_names()})\b(?=\s*,|\s*$)"
        rf"|[\(\[](?=[^()\[\]]{{0,40}}\b(?i:{trade})\b)[A-Z][^()\[\]]{{1,40}}[\)\]]"
    )


@cache
def _filler() -> re.Pattern[str]:
    days = credit_data().weekdays.values()
    names = "|".join(dict.fromkeys(name for day in days for name in (*day.full, *day.short)))
    return re.compile(rf"\b(?:le|il|lo|on|del|{names})\b\.?|\b\d{{4}}\b", re.IGNORECASE)
