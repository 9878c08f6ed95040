"""How many: numbers in news with their hedges, ranges, percentages and money."""

import re
from functools import cache
from typing import Final, Literal, NamedTuple

from msgspec import Struct

from foedus.expressions.calendar_spans import calendar_spans
from foedus.expressions.fold import either, fold
from foedus.expressions.lexicon import lexicon
from foedus.expressions.numerals import Numeral, ending, numerals
from foedus.model import Span
from foedus.model.quantity import Comparator

Number = int | float | None
_SPAN: Final = 40  # characters that a hedge with its article may take
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?!\w|[.,]\d| [^\W\d_A-Z])")  # a bare year: no hedge, nothing counted after it


class NumberMention(Struct, frozen=True):
    """A number as worded: bounds ``low`` and ``high`` (None is open) and how they are meant.

    ``span`` takes in hedges, the other end of a range, the currency or the percent sign. ``unit`` is the currency's
    ISO 4217 code for money, "%" for a percentage, else "". Conventions: docs/claims.md.
    """

    span: Span
    low: Number
    high: Number
    comparator: Comparator
    kind: Literal["cardinal", "ordinal", "percent", "money", "vague"]
    unit: str = ""


class _Around(NamedTuple):
    determiner: re.Pattern[str]
    article: re.Pattern[str]
    before: tuple[tuple[Comparator, re.Pattern[str]], ...]
    after: tuple[tuple[Comparator, re.Pattern[str]], ...]
    ranges: tuple[tuple[re.Pattern[str] | None, re.Pattern[str]], ...]
    percent: re.Pattern[str]
    currencies: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]
    money: re.Pattern[str]
    sign: re.Pattern[str]
    numbered: re.Pattern[str]
    skip: re.Pattern[str]


@cache
def _around(language: str) -> _Around:
    form = lexicon(language).form
    links = either(form.links)
    link = f"\\s?(?:(?:{links})\\s?)?"
    return _Around(
        determiner=ending(form.determiners),
        article=ending(form.ones),
        before=tuple((c, ending(words)) for c, words in form.before.items()),
        after=tuple((c, re.compile(f"\\s(?:{either(words)})(?!\\w)")) for c, words in form.after.items()),
        ranges=tuple(
            (
                ending(pair.open) if pair.open else None,
                re.compile(f"\\s*(?:{either(pair.middle)})(?:\\s+|(?<=['\\W])|(?=\\d))"),
            )
            for pair in form.ranges
        ),
        percent=re.compile(f"\\s?(?:{either(form.percent)})(?!\\w)"),
        currencies=tuple(
            (code, re.compile(f"{link}(?:{either(words)})(?!\\w)"), re.compile(f"(?<!\\w)(?:{either(words)})\\s?\\Z"))
            for code, words in form.currencies.items()
        ),
        money=re.compile(f"{link}(?:{either(' | '.join(form.currencies.values()))})(?!\\w)"),
        sign=re.compile(f"(?<!\\w)(?:{either(' | '.join(form.currencies.values()))})\\s?\\Z"),
        numbered=re.compile(
            f"(?<!\\w)(?:{either(form.numbered)})\\s?(?:\\d+[a-z]?(?:\\s?,\\s?|\\s(?:{either(form.joins)})\\s))*\\Z"
        ),
        skip=re.compile(f"(?<!\\w)(?:{either(form.not_numbers)})(?!\\w)"),
    )


def find_numbers(
    text: str, language: str, start: int = 0, end: int | None = None, taken: tuple[Span, ...] | None = None
) -> tuple[NumberMention, ...]:
    """The numbers between two offsets, in order, without overlap.

    Left out are numerals inside dates, years and clock times (``taken``; found here when None), numbers that are a
    name ("articolo 5", "Su-35") and the article "one". Raises PackError for a language without numbers.
    """
    end = len(text) if end is None else end
    low, around = fold(text), _around(language)
    if taken is None:
        taken = calendar_spans(text, language, start, end)
    masks = sorted([*taken, *(Span(m.start(), m.end()) for m in around.skip.finditer(low, start, end))])
    found: list[Numeral] = []
    mask = 0
    for numeral in numerals(low, language, start, end):
        while mask < len(masks) and masks[mask].end <= numeral.start:
            mask += 1
        if mask < len(masks) and masks[mask].start < numeral.end:
            continue
        left = max(start, numeral.start - _SPAN)
        if not low[numeral.start].isdecimal() or not around.numbered.search(low, left, numeral.start):
            found.append(numeral)
    mentions = _mentions(found, low, around, start, end)
    return tuple(m for m in mentions if not (m.kind == "cardinal" and _YEAR.match(text, m.span.start)))


def _mentions(found: list[Numeral], low: str, around: _Around, start: int, end: int) -> list[NumberMention]:
    out: list[NumberMention] = []
    at = 0
    floor = start  # nothing before it belongs to the next number
    while at < len(found):
        one = found[at]
        if one.start < floor:  # the "cento" of "15 per cento"
            at += 1
            continue
        pair = _range(found[at : at + 2], low, around, floor)
        mention = pair or _single(one, low, around, floor, end)
        at += 2 if pair else 1
        mention = _with_unit(mention, low, around, floor, end)
        out.append(mention)
        floor = mention.span.end
    return out


def _range(two: list[Numeral], low: str, around: _Around, floor: int) -> NumberMention | None:
    """ "tra gli 11 e i 12 mila", "10-12mila", "due o tre": one mention with both bounds."""
    if len(two) < 2 or any(n.sort != "exact" for n in two):
        return None
    one, other = two
    begins, second = _sign(one.start, low, around, floor), _sign(other.start, low, around, one.end)
    gap = low[one.end : second if begins < one.start else other.start]
    first, last = one.value, other.value
    if other.scale > 1 and one.scale == 1 and first < last / other.scale:
        first = first * other.scale
    if first >= last or len(gap) > 16 or "\n" in gap:
        return None
    begin = _opened(gap, begins, low, around, floor)
    if begin is None:
        return None
    a, comparator, _ = _hedge(low, around, floor, begin)
    first = int(first) if first == int(first) else first
    return NumberMention(Span(a, other.end), first, last, "~" if comparator == "~" else "=", "cardinal")


def _opened(gap: str, at: int, low: str, around: _Around, floor: int) -> int | None:
    """Where a range begins whose first number stands at ``at``; None when what is around makes no range."""
    for opening, middle in around.ranges:
        stretch = middle.match(gap)
        if not stretch or not _only_determiner(gap[stretch.end() :], around):
            continue
        if opening is None:
            return at
        for left in dict.fromkeys(_start(low, around, floor, at)):
            if found := opening.search(low, max(floor, left - _SPAN), left):
                return found.start()
    return None


def _only_determiner(rest: str, around: _Around) -> bool:
    return not rest or bool((m := around.determiner.search(rest)) and m.start() == 0)


def _start(low: str, around: _Around, floor: int, at: int) -> tuple[int, int]:
    """The start without and with the determiner before ``at``."""
    found = around.determiner.search(low, max(floor, at - 8), at)
    return (found.start() if found else at), at


def _hedge(low: str, around: _Around, floor: int, at: int) -> tuple[int, Comparator, bool]:
    """Where the hedge before ``at`` begins, what it means, and whether there is one. The longest wins."""
    best: tuple[int, Comparator, bool] = (at, "=", False)
    for stop in dict.fromkeys(_start(low, around, floor, at)):
        for comparator, pattern in around.before:
            found = pattern.search(low, max(floor, stop - _SPAN), stop)
            if found and found.start() < best[0]:
                best = (found.start(), comparator, True)
    return best


def _single(one: Numeral, low: str, around: _Around, floor: int, end: int) -> NumberMention:
    value = one.value
    if one.sort == "ordinal":
        return NumberMention(Span(one.start, one.end), value, value, "=", "ordinal")
    a, comparator, hedged = _hedge(low, around, floor, _sign(one.start, low, around, floor))
    b = one.end
    if hedged and low[b : b + 1] == "-" and around.determiner.search(low, a, one.start):
        a, comparator, hedged = one.start, "=", False  # presides over a five-member council, under the ten-year deal
    kind: Literal["cardinal", "vague"] = "cardinal" if one.sort == "exact" else "vague"
    if not hedged:
        comparator = {"exact": "=", "about": "~", "vague": ">="}[one.sort]  # type: ignore[assignment]
        for meaning, pattern in around.after:
            if found := pattern.match(low, b, end):
                comparator, b = meaning, found.end()
                break
    elif one.sort == "vague" and comparator in ("=", "~"):
        comparator = ">="
    low_, high = bounds(value, comparator)
    return NumberMention(Span(a, b), low_, high, comparator, kind)


def bounds(value: float | int, comparator: Comparator) -> tuple[Number, Number]:
    """The bounds that a comparator leaves: ">" and ">=" open the upper end, "<" and "<=" the lower."""
    if comparator in (">", ">="):
        return value, None
    return (None, value) if comparator in ("<", "<=") else (value, value)


def _sign(at: int, low: str, around: _Around, floor: int) -> int:
    """The start of a currency sign before the number, else ``at``."""
    found = around.sign.search(low, max(floor, at - 5), at)
    return found.start() if found else at


def _with_unit(mention: NumberMention, low: str, around: _Around, floor: int, end: int) -> NumberMention:
    if mention.kind == "ordinal":
        return mention
    a, b = mention.span.start, mention.span.end
    if found := around.percent.match(low, b, end):
        return _more(NumberMention(Span(a, found.end()), *_told(mention), "percent", "%"), low, around, end)
    if found := around.money.match(low, b, end):
        code = next(c for c, unit, _ in around.currencies if unit.match(low, b, end))
        return _more(NumberMention(Span(a, found.end()), *_told(mention), "money", code), low, around, end)
    first, last = max(floor, a - 5), _digits_at(low, a, b)
    if around.sign.search(low, first, last):
        for code, _, sign in around.currencies:
            if inside := sign.search(low, first, last):
                span = Span(min(a, inside.start()), b)
                return _more(NumberMention(span, *_told(mention), "money", code), low, around, end)
    return mention


def _digits_at(low: str, a: int, b: int) -> int:
    return next((i for i in range(a, b) if low[i].isdecimal()), a)


def _told(mention: NumberMention) -> tuple[Number, Number, Comparator]:
    return mention.low, mention.high, mention.comparator


def _more(mention: NumberMention, low: str, around: _Around, end: int) -> NumberMention:
    """The mention with a hedge that follows its unit ("il 60% circa")."""
    value = mention.low
    if mention.comparator != "=" or value is None or value != mention.high:
        return mention
    for meaning, pattern in around.after:
        if found := pattern.match(low, mention.span.end, end):
            span = Span(mention.span.start, found.end())
            return NumberMention(span, *bounds(value, meaning), meaning, mention.kind, mention.unit)
    return mention
