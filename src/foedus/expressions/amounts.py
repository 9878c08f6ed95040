"""Plain values with their units: every number of a text as what it comes to, without hedges: fractions, powers, prices.

News is read by ``numbers.py``, which leaves out the article "one", fractions and ratios, and keeps hedges. This reading
is for tables, prices and other texts in which each number is a value.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from foedus.expressions.amount_items import items
from foedus.expressions.fold import either, fold, some
from foedus.expressions.lexicon import lexicon
from foedus.expressions.values import Values
from foedus.model import Span

_ADDRESS: Final = re.compile(r"https?://\S+")


class Amount(NamedTuple):
    """A value at ``span``; ``bare`` is the number alone, without its ``unit`` (ISO 4217 code, coin, "%" or "").

    ``value`` is None for a unit that stands alone ("dollars").
    """

    span: Span
    bare: Span
    value: float | None
    unit: str = ""


def find_amounts(text: str, language: str) -> tuple[Amount, ...]:
    """The amounts of a text, in order, without overlap. Raises PackError for a language without numbers."""
    low = fold(text)
    hidden = [m.span() for m in _ADDRESS.finditer(low)]
    rows = [i for i in items(text, low, language) if not any(a <= i.start < b for a, b in hidden)]
    reader = Values(low, language, rows)
    return tuple(_priced(list(reader.read()), low, language, hidden))


class _Money(NamedTuple):
    percent: re.Pattern[str]
    percent_of: re.Pattern[str]
    after: tuple[tuple[str, re.Pattern[str]], ...]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    lone: tuple[tuple[str, re.Pattern[str]], ...]
    coins: tuple[tuple[str, re.Pattern[str]], ...]
    join: re.Pattern[str]


@cache
def _money(language: str) -> _Money:
    form = lexicon(language).form
    link = f"\\s*(?:(?:{either(form.links)})\\s?)?"
    names = [*form.amounts.signs.items(), *form.currencies.items()]
    words = [(code, word) for code, said in names for word in [either(said)]]
    coins = [(code, either(said)) for code, said in form.amounts.coins.items()]
    return _Money(
        re.compile(f"\\s?(?:{either(form.percent)})(?!\\w)"),
        re.compile(f"(?<!\\w)(?:{some(form.amounts.percent_of)})\\s+\\Z"),
        tuple((code, re.compile(f"{link}(?:{word})(?!\\w)")) for code, word in [*words, *coins]),
        tuple((code, re.compile(f"(?<!\\w)(?:{word})\\s?\\Z")) for code, word in words),
        tuple((code, re.compile(f"(?<!\\w)(?:{word})(?!\\w)")) for code, word in words),
        tuple((code, re.compile(f"\\s*(?:{word})(?!\\w)")) for code, word in coins),
        re.compile(f"\\s*(?:(?:{either(form.joins)})\\s+)?\\Z"),
    )


def _priced(
    found: list[tuple[int, int, float]], low: str, language: str, hidden: list[tuple[int, int]]
) -> Iterator[Amount]:
    """The values with their units; a price in two coins is one."""
    money, floor, at = _money(language), 0, 0
    out: list[Amount] = []
    while at < len(found):
        start, end, value = found[at]
        bare, begin, unit = Span(start, end), start, ""
        if m := money.percent.match(low, end):
            end, unit = m.end(), "%"
        elif m := money.percent_of.search(low, floor, start):
            begin, unit = m.start(), "%"
        else:
            after = [(m.end(), code) for code, p in money.after if (m := p.match(low, end))]
            before = [
                (m.start(), code) for code, p in money.before if (m := p.search(low, max(floor, start - 24), start))
            ]
            if after:
                end, unit = max(after, key=lambda x: x[0])
            elif before:
                begin, unit = min(before, key=lambda x: x[0])
        if unit not in ("", "%") and at + 1 < len(found) and end > bare.end:
            end, value, skip = _small(found[at + 1], low, money, end, value)
            at += skip
        out.append(Amount(Span(begin, end), bare, value, unit))
        floor = end
        at += 1
    taken = [(a.span.start, a.span.end) for a in out] + hidden
    out += [a for a in _lone(low, money) if not any(x < a.span.end and a.span.start < y for x, y in taken)]
    yield from sorted(out, key=lambda a: a.span.start)


def _small(nxt: tuple[int, int, float], low: str, money: _Money, end: int, value: float) -> tuple[int, float, int]:
    """ "15 dollars and 50 cents" is 15.50, and so is "15 dollars 50" before a stop."""
    start, stop, cents = nxt
    if not money.join.fullmatch(low, end, start) or cents != int(cents) or not 0 < cents < 100:
        return end, value, 0
    if coin := next((m for _, p in money.coins if (m := p.match(low, stop))), None):
        return coin.end(), value + cents / 100, 1
    if re.match(r"\s*(?:[.,;:!?]|$)(?!\d)", low[stop : stop + 3]):
        return stop, value + cents / 100, 1
    return end, value, 0


def _lone(low: str, money: _Money) -> Iterator[Amount]:
    for code, pattern in money.lone:
        for m in pattern.finditer(low):
            if m[0][-1].isalpha():
                yield Amount(Span(*m.span()), Span(m.start(), m.start()), None, code)
    for m in money.percent.finditer(low):
        start = m.end() - len(m[0].lstrip())
        if not low[start - 1 : start].isalpha():
            yield Amount(Span(start, m.end()), Span(start, start), None, "%")
