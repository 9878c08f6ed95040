"""Plain numerals in running text: digits, words and their mixtures, before hedges, ranges and units are read."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from foedus.expressions.fold import Words, either, literal
from foedus.expressions.lexicon import Atom, Lexicon, add_up, lexicon

_TOKEN: Final = re.compile(
    r"(?<![\w+])(?:\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3})*(?!\d)(?:(?!\1)[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"|[^\W\d_]+(?:-[^\W\d_]+)*"
)


class Numeral(NamedTuple):
    """``value`` from ``start`` to ``end``; ``exact``, ``about`` ("una trentina"), ``vague`` (at least) or ``ordinal``.

    ``scale`` is that of a coefficient with one ("12 mila": 1000), else 1.
    """

    start: int
    end: int
    value: float | int
    sort: Literal["exact", "about", "vague", "ordinal"]
    scale: int = 1


class _Token(NamedTuple):
    start: int
    end: int
    word: str
    atoms: tuple[Atom, ...]


class Patterns(NamedTuple):
    """Compiled once per language: what stands around numerals."""

    joins: re.Pattern[str]
    links: re.Pattern[str]
    several: re.Pattern[str]
    half_before: re.Pattern[str]
    half_after: re.Pattern[str]
    scale: re.Pattern[str]
    determiner: re.Pattern[str]
    not_ordinal: re.Pattern[str]
    fraction: re.Pattern[str]
    fraction_of: re.Pattern[str]
    ordinal_mark: re.Pattern[str]
    glued_units: re.Pattern[str]
    percent: re.Pattern[str]


@cache
def patterns(language: str) -> Patterns:
    """The patterns of ``language``. Raises PackError when it has no numbers."""
    form = lexicon(language).form
    return Patterns(
        re.compile(f"\\s+(?:(?:{either(form.joins)})\\s+)?|-" if form.joins else r"\s+|-"),
        re.compile(f"\\s(?:{either(form.links)})(?:\\s|(?<='))"),
        ending(form.several),
        ending(form.half_before),
        re.compile(f"\\s(?:{either(form.half_after)})(?!\\w)"),
        re.compile(f"\\s({literal(form.scales)})(?!\\w)"),
        ending(form.ordinal_determiners),
        re.compile(f"\\s(?:{either(form.not_ordinal_before)})(?!\\w)"),
        re.compile(f"\\s(?:{either(form.fraction_after)})(?!\\w)"),
        re.compile(f"\\s(?:{either(form.fraction_of)})(?:\\s|(?<='))"),
        re.compile(f"\\s?(?:{either(form.ordinal_marks)})(?!\\w)"),
        re.compile(f"(?:{either(form.glued_units)})(?!\\w)"),
        re.compile(f"\\s?(?:{either(form.percent)})(?!\\w)"),
    )


def ending(words: Words) -> re.Pattern[str]:
    """Matches any of ``words`` and the blank after it at the very end of the searched stretch."""
    return re.compile(f"(?<!\\w)(?:{either(words)})(?:(?<=['\\W])\\s?|\\s+)\\Z")


def numerals(low: str, language: str, start: int, end: int) -> Iterator[Numeral]:
    """The numerals of folded text between two offsets, in order, without overlap."""
    lex, around = lexicon(language), patterns(language)
    run: list[_Token] = []
    for token in _tokens(low, lex, around, start, end):
        if isinstance(token, Numeral):
            if len(run) == 1 and run[0].atoms[0].role == "one" and around.fraction_of.match(low, token.end):
                run = []
                continue  # a third of
            yield from _close(run, low, lex, around, start)
            run = []
            yield token
        elif run and not _joined(run, token, low, around):
            last = run[-1]
            if len(run) > 1 and low[run[-2].end : last.start].strip(" -") and _joined([last], token, low, around):
                run, kept = run[:-1], [last, token]  # three million, and five million
            else:
                kept = [token]
            yield from _close(run, low, lex, around, start)
            run = kept
        else:
            run.append(token)
    yield from _close(run, low, lex, around, start)


def _tokens(low: str, lex: Lexicon, around: Patterns, start: int, end: int) -> Iterator[_Token | Numeral]:
    for found in _TOKEN.finditer(low, start, end):
        word = found[0]
        a, b = found.span()
        if word[0].isdecimal():
            yield from _digits(found, low, lex, around, end)
            continue
        if lex.idle(word):
            continue
        if len(word) <= 2 and word in lex.form.scales:
            after_digits = low[max(0, a - 2) : a].strip()[-1:].isdecimal()
            if not after_digits or low[b : b + 1].isdecimal():
                continue  # "m" and "bn" only after digits, and not the "K" of "180 K2 tanks"
        if atoms := lex.atoms(word):
            yield _Token(a, b, word, atoms)
        elif rank := _rank(found, low, lex, around, start):
            yield rank
        elif "-" in word:
            at = a
            for part in word.split("-"):
                if atoms := lex.atoms(part):
                    yield _Token(at, at + len(part), part, atoms)
                at += len(part) + 1


def _rank(found: re.Match[str], low: str, lex: Lexicon, around: Patterns, start: int) -> Numeral | None:
    """An ordinal word, unless it is a title or another word without its article."""
    word, (a, b) = found[0], found.span()
    value = lex.form.ordinals_after_determiner.get(word)
    if value and not around.determiner.search(low, max(start, a - 12), a):
        return None
    value = value or lex.ordinal(word)
    return Numeral(a, b, value, "ordinal") if value and not around.not_ordinal.match(low, b) else None


def _digits(found: re.Match[str], low: str, lex: Lexicon, around: Patterns, end: int) -> Iterator[_Token | Numeral]:
    a, b = found.start(), found.end()
    if a >= 2 and low[a - 1] == "-" and low[a - 2].isalpha():
        return  # Su-35
    if a >= 2 and low[a - 1] in ".,/:" and low[a - 2].isdecimal():
        return  # the tail of 192.168.1.2
    if mark := around.ordinal_mark.match(low, b, end):
        if found[0].isdecimal():
            yield Numeral(a, mark.end(), int(found[0]), "ordinal")
        return
    tail = re.compile(r"[^\W\d_]+").match(low, b, end)
    scale = tail and tail[0] in lex.form.scales
    if tail and not scale and not around.glued_units.match(low, b, end):
        return
    after = low[b : b + 12].split()
    value = _value(found[0], lex.form.decimal, bool(scale or (after and lex.form.scales.get(after[0], 0) >= 10**6)))
    if value is not None:
        yield _Token(a, b, found[0], (Atom("digits", value),))
    if scale and tail:
        yield _Token(tail.start(), tail.end(), tail[0], (Atom("scale", lex.form.scales[tail[0]]),))


def _value(digits: str, decimal: str, scaled: bool) -> float | int | None:
    """The value of digits with separators.

    A group of three after one separator is thousands whichever the separator, for translated news mixes them; only the
    language's own decimal mark before "million" stays one, and nothing is thousands after a zero.
    """
    parts = re.split(r"([ .,'])", digits)
    if len(parts) == 1:
        return int(digits) if len(digits) < 19 else None
    whole, marks, groups = parts[0], parts[1::2], parts[2::2]
    fraction = ""
    if len(groups[-1]) != 3 or whole == "0" or len(whole) > 3 or len(set(marks)) > 1 or (scaled and marks == [decimal]):
        fraction = groups.pop()
    text = whole + "".join(groups)
    return float(f"{text}.{fraction}") if fraction else int(text)


def _joined(run: list[_Token], token: _Token, low: str, around: Patterns) -> bool:
    """Does the token continue the numeral?"""
    gap = low[run[-1].end : token.start]
    last = run[-1].atoms[0].role
    if token.atoms[0].role == "collective" or last == "collective":
        linked = last in ("collective", "scale") and bool(around.links.fullmatch(gap))
        few = add_up([a for t in run for a in t.atoms]) if last not in ("collective", "scale") else None
        return linked or (gap == " " and few is not None and few < 100)
    if last == "scale" and around.links.fullmatch(gap):
        return token.atoms[0].role == "scale"
    if gap and not around.joins.fullmatch(gap):
        return False
    if "\n" in gap or (gap == "-" and last == "digits"):
        return False
    return add_up([a for t in (*run, token) for a in t.atoms], glued=gap in ("", "-")) is not None


def _close(run: list[_Token], low: str, lex: Lexicon, around: Patterns, start: int) -> Iterator[Numeral]:
    if not run:
        return
    found = _half(run, low, around, start)
    if found is None and run[-1].atoms[0].role != "collective":
        found = _plain(run, lex)
        if found is None and len(run) == 1 and run[0].atoms[0].role == "one" and around.percent.match(low, run[0].end):
            found = Numeral(run[0].start, run[0].end, 1, "exact")  # one per cent
    if found is None or (found.sort == "exact" and run[0].atoms[0].role == "scale" and found.start == run[0].start):
        found = _vague(run, low, lex, around, start)
    if found is None:
        return
    if found.sort == "exact" and (half := around.half_after.match(low, found.end)):
        more = around.scale.match(low, half.end()) if found.scale == 1 else None  # two and a half million
        size = lex.form.scales[more[1]] if more else 1
        value = _neat((found.value + found.scale / 2) * size)
        found = found._replace(end=more.end() if more else half.end(), value=value)
    if not (found.sort == "exact" and around.fraction.match(low, found.end)):
        yield found


def _half(run: list[_Token], low: str, around: Patterns, start: int) -> Numeral | None:
    """ "half a million", "mezza dozzina": half of the one scale or collective in the run."""
    sized = run[-1]
    if (
        len(run) > 2
        or sized.atoms[0].role not in ("scale", "collective")
        or (len(run) == 2 and run[0].atoms[0].value != 1)
    ):
        return None
    before = low[max(start, sized.start - 24) : sized.start]
    half = around.half_before.search(before)
    if half is None:
        return None
    return Numeral(sized.start - len(before) + half.start(), sized.end, _neat(sized.atoms[0].value / 2), "exact")


def _plain(run: list[_Token], lex: Lexicon) -> Numeral | None:
    atoms = [a for t in run for a in t.atoms]
    lone = atoms[0].role == "scale" or (atoms[0].role == "hundred" and len(run) == 1)
    if (lone and run[0].word not in lex.alone) or (atoms[0].role == "one" and len(run) == 1):
        return None
    value = add_up(atoms)
    if value is None:
        return None
    scale = int(atoms[-1].value) if len(atoms) > 1 and atoms[-1].role == "scale" else 1
    return Numeral(run[0].start, run[-1].end, value, "exact", scale)


def _vague(run: list[_Token], low: str, lex: Lexicon, around: Patterns, start: int) -> Numeral | None:
    """A collective or a bare plural scale: "decine di migliaia", "una trentina", "tre dozzine", "milioni"."""
    roles = [t.atoms[0].role for t in run]
    first = next((i for i, r in enumerate(roles) if r in ("collective", "scale", "hundred")), None)
    if first is None or any(r not in ("collective", "scale", "hundred") for r in roles[first:]):
        return None
    a, b = run[0].start, run[-1].end
    size: float | int = 1
    for token in run[first:]:
        size *= token.atoms[0].value
    plural = run[first].word in lex.vague
    before = low[max(start, a - 24) : a]
    lead = [x for t in run[:first] for x in t.atoms]
    if lead and not (len(lead) == 1 and lead[0].role == "one"):
        count = add_up(lead)
        return None if count is None else Numeral(a, b, _neat(count * size), "exact", int(size))
    if lead:
        return Numeral(a, b, size, "exact" if roles[first] == "scale" else "about")
    if several := around.several.search(before):
        return Numeral(a - len(before) + several.start(), b, 2 * size, "vague")
    return Numeral(a, b, 2 * size, "vague") if plural else None


def _neat(value: float | int) -> float | int:
    return int(value) if value == int(value) else round(value, 9)
