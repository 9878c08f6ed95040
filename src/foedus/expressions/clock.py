"""Clock times as they are told: "alle 14.32", "le otto e un quarto", "dalle 5 alle 6pm", "10 minuti alle quattro"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from foedus.expressions.fold import either, literal
from foedus.expressions.grammar import ClockForm, grammar
from foedus.expressions.lexicon import Lexicon, add_up, lexicon

HOUR: Final = 3600
_MINUTE: Final = 60


class Clock(NamedTuple):
    """A clock time at ``start``; ``first`` and ``last`` in seconds of the day, ``last`` None for a point.

    ``sure`` says that the half of the day was told; without, hours are read as on a clock of 24 hours.
    """

    start: int
    end: int
    first: int
    last: int | None
    sure: bool
    inner: int  # where it begins without "at"


class _Shapes(NamedTuple):
    point: re.Pattern[str]
    stretch: re.Pattern[str]
    figures: re.Pattern[str]
    to_hour: re.Pattern[str]
    halves: tuple[tuple[re.Pattern[str], bool], ...]
    form: ClockForm
    lex: Lexicon


def clocks(low: str, language: str) -> tuple[Clock, ...]:
    """The clock times of folded text, in order, without overlap; none where the language has no clock."""
    shapes = _shapes(language)
    if shapes is None:
        return ()
    found = sorted(_found(low, shapes), key=lambda c: (c.start, -c.end))
    kept: list[Clock] = []
    for clock in found:
        if not kept or clock.start >= kept[-1].end:
            kept.append(clock)
    return tuple(kept)


@cache
def _shapes(language: str) -> _Shapes | None:
    form, lex = grammar(language).clock, lexicon(language)
    if form is None:
        return None
    hours = [w for w, v in lex.form.adds.items() if 1 <= v <= 24] + lex.form.ones.split(" | ")
    word = f"(?:{literal([*hours, *form.noons])})"
    part = "|".join(either(p.words) for p in form.parts.values())
    half_day = f"{either(form.morning)}|{either(form.afternoon)}"
    suffix = f"(?:\\s?(?P<ap_N>{half_day})| (?:{either(form.before_part)}) (?P<part_N>{part}))"
    minutes = f"(?:[0-5]?\\d|{literal(lex.form.adds)})"
    tail = (
        f"(?: (?P<half_N>{either(form.half)})| (?P<tq_N>{either(form.three_quarters)})| (?P<q_N>{either(form.quarter)})"
        f"| (?P<lq_N>{either(form.less_quarter)})"
        f"| (?:{either(form.plus)}) (?P<plus_N>{minutes})(?: (?:{either(form.minutes)}))?"
        f"| (?:{either(form.less)}) (?P<less_N>{minutes})(?: (?:{either(form.minutes)}))?)"
    )
    hour = f"(?P<h_N>(?:2[0-4]|[01]?\\d)(?!\\d)|{word})(?:[:.](?P<m_N>[0-5]\\d)(?:[:.](?P<s_N>[0-5]\\d))?)?"
    whole = f"(?:{hour}(?:\\s?(?P<mid_N>{either(form.morning)}|{either(form.afternoon)}))?{tail}?{suffix}?)"

    def named(text: str, which: str) -> str:
        return text.replace("_N>", f"_{which}>")

    spoken = f"(?:(?P<opener_1>{either(form.openers)})(?:\\s|(?<=')))?"
    one, two = named(whole, "1"), named(whole, "2")
    about = f"(?: (?:{either(form.about)}))?"
    end = r"(?!\w|[.:,]\d)"
    three, four = named(whole, "3"), named(whole, "4")
    opened = (
        f"(?:(?:{either(form.froms)})(?:\\s|(?<=')){one} (?:{either(form.untils)})(?:\\s|(?<=')){two}"
        f"|(?:{either(form.betweens)})\\s{three} (?:{either(form.ands)})(?:\\s|(?<=')){four}"
        f"|(?P<a_5>\\d{{1,2}}) ?- ?(?P<b_5>\\d{{1,2}})\\s?(?P<ap_5>{half_day}))"
    )
    return _Shapes(
        re.compile(f"(?<![\\w,.]){spoken}{one}{about}{end}"),
        re.compile(f"(?<![\\w,.]){opened}{end}"),
        re.compile(f"(?<![\\w,.])(?P<hm>\\d{{3,4}})\\s?(?P<ap>{either(form.morning)}|{either(form.afternoon)}){end}"),
        re.compile(f"(?<!\\w)(?P<m>{minutes}) (?:{either(form.minutes)}) (?:{either(form.to_hour)})\\s?{one}{end}"),
        (
            (re.compile(either(form.morning)), False),
            (re.compile(either(form.afternoon)), True),
            *((re.compile(either(p.words)), p.first >= 12) for p in form.parts.values()),
        ),
        form,
        lex,
    )


def _found(low: str, shapes: _Shapes) -> Iterator[Clock]:
    for m in shapes.stretch.finditer(low):
        yield from _stretch(m, shapes)
    for m in shapes.to_hour.finditer(low):
        found, before = _reading(m.groupdict(), "1", shapes), _number(m["m"], shapes)
        if found and before is not None:
            yield Clock(m.start(), m.end(), found[0] - before * _MINUTE, None, found[1] is not None, m.start())
    for m in shapes.figures.finditer(low):
        hours, minutes = divmod(int(m["hm"]), 100)
        if hours <= 24 and minutes < 60:
            seconds = _half(hours * HOUR + minutes * _MINUTE, _late(m["ap"], shapes))
            yield Clock(m.start(), m.end(), seconds, None, True, m.start())
    for m in shapes.point.finditer(low):
        if _is_clock(m, shapes) and (found := _reading(m.groupdict(), "1", shapes)):
            yield Clock(m.start(), m.end(), found[0], None, found[1] is not None, m.start("h_1"))
    for word, hour in shapes.form.noons.items():
        for m in re.finditer(f"(?<!\\w){hour} {word}(?!\\w)", low):
            yield Clock(m.start(), m.end(), hour % 24 * HOUR, None, True, m.start())


def _stretch(found: re.Match[str], shapes: _Shapes) -> Iterator[Clock]:
    groups = found.groupdict()
    if groups["ap_5"]:
        late = _late(groups["ap_5"], shapes)
        first, last = (_half(int(groups[k]) * HOUR, late) for k in ("a_5", "b_5"))
        yield Clock(found.start(), found.end(), first, last, True, found.start())
        return
    a, b = ("1", "2") if groups["h_1"] else ("3", "4")
    one, two = _reading(groups, a, shapes), _reading(groups, b, shapes)
    if one is None or two is None:
        return
    first, last = one[0], two[0]
    if two[1] and one[1] is None and _half(first, True) < last:
        first = _half(first, True)  # from 5 to 6pm
    yield Clock(found.start(), found.end(), first, last, two[1] is not None, found.start())


def _is_clock(found: re.Match[str], shapes: _Shapes) -> bool:
    """A bare number needs a word that opens an hour; other times are clear by themselves."""
    noon = found["h_1"] in shapes.form.noons
    clear = found["ap_1"] or found["mid_1"] or ":" in found[0] or noon
    return bool(clear or found["opener_1"])


def _reading(groups: dict[str, str | None], which: str, shapes: _Shapes) -> tuple[int, bool | None] | None:
    """Seconds of the day, and whether the second half of it is told (None: neither)."""
    said = groups[f"h_{which}"] or ""
    hour = shapes.form.noons.get(said, _number(said, shapes))
    if hour is None:
        return None
    seconds = hour % 24 * HOUR + int(groups[f"m_{which}"] or 0) * _MINUTE + int(groups[f"s_{which}"] or 0)
    late = next((_late(w, shapes) for k in ("ap", "mid", "part") if (w := groups[f"{k}_{which}"])), None)
    seconds = _half(seconds, late)
    for key, minutes in (("half", 30), ("tq", 45), ("q", 15), ("lq", -15)):
        if groups[f"{key}_{which}"]:
            return seconds + minutes * _MINUTE, late
    for key, sign in (("plus", 1), ("less", -1)):
        if word := groups[f"{key}_{which}"]:
            number = _number(word, shapes)
            return None if number is None else (seconds + sign * number * _MINUTE, late)
    return seconds, late


def _late(word: str, shapes: _Shapes) -> bool:
    return next(late for pattern, late in shapes.halves if pattern.fullmatch(word))


def _half(seconds: int, late: bool | None) -> int:
    """The time in the half of the day that was told."""
    return seconds + 12 * HOUR if late and seconds < 12 * HOUR else seconds


def _number(said: str, shapes: _Shapes) -> int | None:
    if said.isdecimal():
        return int(said)
    atoms = shapes.lex.atoms(said)
    value = add_up(atoms, glued=True) if atoms else None
    return int(value) if value is not None else None
