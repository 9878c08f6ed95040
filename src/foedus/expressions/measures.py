"""Measures: what a number counts, under one name in all languages, and lengths of time ("20 years", "decennale")."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from foedus.expressions.fold import Words, either, fold, some
from foedus.expressions.lexicon import lexicon
from foedus.expressions.times import TimeMention, find_times
from foedus.model import PackError, Span
from foedus.model.quantity import Comparator
from foedus.packs.folders import language_folder
from foedus.packs.load import load

_UNITS: Final = {"hour": "hours", "day": "days", "week": "weeks", "month": "months", "year": "years", "decade": "years"}
_BEFORE: Final = 40
_BEHIND: Final = 14
"""Characters in which a word can say what a length is of."""
_DECADE: Final = 10


class MeasuresForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form of ``measures.yaml``; the comments in the file say what each field is for."""

    units: dict[str, Words]
    uncounted: Words
    lengths: dict[int, Words]
    kinds: dict[str, Words]
    ceilings: Words
    each: Words


class Length(NamedTuple):
    """``value`` of ``unit`` (years, months …) at ``span``; ``kind``: duration, deadline, notice or extension."""

    span: Span
    value: float | int
    comparator: Comparator
    unit: str
    kind: str


class _Forms(NamedTuple):
    units: tuple[tuple[str, re.Pattern[str]], ...]
    uncounted: re.Pattern[str]
    lengths: tuple[tuple[int, re.Pattern[str]], ...]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    ceilings: re.Pattern[str]
    each: re.Pattern[str]


def unit_of(text: str, language: str) -> str:
    """The name of the first thing in a stretch of text that may be counted, "" for none that is known."""
    forms = _forms(language, language_folder(language))
    low = fold(text)
    found = [
        (m.start(), -len(m[0]), name) for name, words in (forms.units if forms else ()) if (m := words.search(low))
    ]
    return min(found)[2] if found else ""


def uncounted(text: str, language: str) -> bool:
    """Does the stretch behind a number open with what only numbers a text ("23 articles")?"""
    forms = _forms(language, language_folder(language))
    return forms is not None and forms.uncounted.match(fold(text).lstrip()) is not None


def has_ceiling(text: str, language: str) -> bool:
    """Does a stretch of text speak of a ceiling ("un tetto di", "a maximum of")?"""
    forms = _forms(language, language_folder(language))
    return forms is not None and forms.ceilings.search(fold(text)) is not None


def find_lengths(
    text: str, language: str, start: int, end: int, known: Sequence[TimeMention] = ()
) -> tuple[Length, ...]:
    """The lengths of time between two offsets, in order; ``known`` are times already told apart there."""
    forms = _forms(language, language_folder(language))
    low = fold(text)
    found: list[Length] = []
    times = [t for t in known if start <= t.span.start and t.span.end <= end]
    inside = find_times(text, language, None, start, end)
    times += [t for t in inside if not any(_meet(t.span, k.span) for k in times)]
    for time in times:
        core = time.core or time.span
        if time.count is None or time.unit not in _UNITS or time.more or time.rule not in ("duration", "within"):
            continue
        count = time.count * (_DECADE if time.unit == "decade" else 1)
        count = int(count) if count == int(count) else count
        within = time.rule == "within"
        kind = "deadline" if within else _kind(forms, low, start, core, end, language)
        if kind == "duration" and forms is not None and forms.each.match(low, core.start):
            continue  # "18 inspections a year"
        found.append(Length(core, count, "<=" if within else "=", _UNITS[time.unit], kind))
    for years, words in forms.lengths if forms else ():
        spans = [Span(*m.span()) for m in words.finditer(low, start, end)]
        found += [Length(at, years, "=", "years", _kind(forms, low, start, at, end, language)) for at in spans]
    return tuple(sorted(found, key=lambda length: length.span.start))


def _meet(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _kind(forms: _Forms | None, low: str, start: int, at: Span, end: int, language: str) -> str:
    """What the words around a length, up to the next comma or "and", make of it."""
    joint = f" (?:{either(lexicon(language).form.joins)}) |[,;:] "
    before = re.split(joint, low[max(start, at.start - _BEFORE) : at.start])[-1]
    behind = re.split(joint, low[at.end : min(end, at.end + _BEHIND)])[0]
    for name, words in forms.kinds if forms else ():
        if words.search(before) or words.search(behind) or words.match(low, at.start):
            return name
    return "duration"


@cache
def _forms(language: str, folder: Path) -> _Forms | None:
    path = folder / "measures.yaml"
    if not path.is_file():
        return None
    form = load(path, MeasuresForm)
    try:
        return _Forms(
            tuple((name, _word(words)) for name, words in form.units.items()),
            re.compile(f"(?:{some(form.uncounted)})(?!\\w)"),
            tuple((years, _word(words)) for years, words in form.lengths.items()),
            tuple((name, re.compile(f"(?<!\\w)(?:{either(words)})")) for name, words in form.kinds.items()),
            _word(form.ceilings),
            re.compile(f"(?:{some(form.each)})(?!\\w)"),
        )
    except re.error as error:
        raise PackError(f"a word is no regex: {error}", str(path), "mend the word") from error


def _word(words: Words) -> re.Pattern[str]:
    return re.compile(f"(?<!\\w)(?:{some(words)})(?!\\w)")
