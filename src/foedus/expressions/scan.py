"""Finds time expressions and what they are made of, before any date is reckoned."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from foedus.expressions.fold import fold
from foedus.expressions.grammar import AGAIN, Grammar, Rule, Value, grammar
from foedus.expressions.lexicon import add_up, lexicon

_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+")
_LEFT, _RIGHT, _OPERATOR = 48, 72, 34
_DAYS: Final = frozenset(
    {"date", "numeric", "iso", "daynum", "weekday", "weekday_of_week", "deictic", "now", "nth", "feast"}
)
_CALENDAR: Final = _DAYS | {
    "month",
    "year",
    "season",
    "unit",
    "span",
    "quarter",
}  # rules that may open or close a range
_FIGURES: Final = frozenset({"digits"})
_DAY_FIGURES: Final = frozenset({"digits", "day"})
_YEAR_FIGURES: Final = frozenset({"digits", "year"})
Fields = dict[str, Value]


class Core(NamedTuple):
    """An expression without operators: the rule that matched, with the values of its slots."""

    start: int
    end: int
    rule: str
    fields: Fields
    cuts: tuple[int, int] = (0, 0)
    needs: bool = False


class Phrase(NamedTuple):
    """A core, its operator ("at", "since", …, "" for none), the part of it meant, and the far end of a range."""

    start: int
    end: int
    core: Core
    operator: str = ""
    part: str = ""
    far: Core | None = None
    far_part: str = ""
    inner: int = 0  # where it begins without its preposition


class _Page(NamedTuple):
    """A stretch of text under reading."""

    text: str
    low: str
    rules: Grammar
    language: str
    start: int
    end: int
    talk: bool = False


def scan(text: str, language: str, start: int, end: int, talk: bool = False) -> tuple[Phrase, ...]:
    """The time expressions of a stretch of text, in order, without overlap; ``talk`` tries the risky forms as well."""
    return _scan(text, language, start, end, talk)  # kept for who asks next: times after numbers


@lru_cache(maxsize=64)
def _scan(text: str, language: str, start: int, end: int, talk: bool) -> tuple[Phrase, ...]:
    page = _Page(text, fold(text), grammar(language), language, start, end, talk)
    return tuple(_phrases(_best(_cores(page)), page.low, page.rules, start))


def _windows(page: _Page) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Stretches around trigger words, each with the classes that it holds."""
    low, start, end = page.low, page.start, page.end
    a = b = -1
    classes: frozenset[str] = frozenset()
    for found in _TOKEN.finditer(low, start, end):
        token = found[0]
        hit = _figures(token) if token[0].isdecimal() else page.rules.triggers.get(token)
        if not hit:
            continue
        left, right = max(start, found.start() - _LEFT), min(end, found.end() + _RIGHT)
        if left > b >= 0:
            yield a, b, classes
            a, classes = left, frozenset()
        elif b < 0:
            a = left
        b, classes = right, classes | hit
        while b < end and low[b - 1 : b + 1].isalnum():
            b += 1
    if b >= 0:
        yield a, b, classes


def _rules_on(rules: Grammar, classes: frozenset[str], talk: bool) -> list[tuple[int, Rule]]:
    """The rules that any of these classes sets off, with their rank."""
    known = rules.chosen.get((classes, talk))
    if known is None:
        known = [(n, r) for n, r in enumerate(rules.rules) if r.on in classes and (talk or not r.talk)]
        rules.chosen[classes, talk] = known
    return known


def _figures(token: str) -> frozenset[str] | None:
    """The classes that figures set off: those of a day or month, those of a year, none for longer ones."""
    if len(token) <= 2:
        return _DAY_FIGURES
    return _YEAR_FIGURES if len(token) == 4 and token[0] in "12" else _FIGURES if len(token) <= 4 else None


def _near(pieces: tuple[str, ...], window: str) -> bool:
    for piece in pieces:  # noqa: SIM110 (a loop: this is asked for every rule)
        if piece in window:
            return True
    return False


def _cores(page: _Page) -> Iterator[tuple[int, Core]]:
    for a, b, classes in _windows(page):
        window = page.low[a:b]
        for order, rule in _rules_on(page.rules, classes, page.talk):
            if rule.near and not _near(rule.near, window):
                continue
            for found in rule.pattern.finditer(page.low, a, b):
                if found.end() > found.start() and (core := _core(found, rule, page)):
                    yield order, core


def _core(found: re.Match[str], rule: Rule, page: _Page) -> Core | None:
    """The core that a match says, or None: an impossible value, a verb "may", a year without its preposition."""
    a, b = found.span()
    said = {name: words for name, words in found.groupdict().items() if words is not None}
    fields: Fields = {}
    for name, words in said.items():
        value = _value(name, words, page.rules, page.language)
        if value is None:
            return None
        fields[name.replace(AGAIN, "")] = value
    ambiguous = next((name for name in ("month", "mon") if said.get(name) in page.rules.cased), "")
    lower = bool(ambiguous) and not page.text[found.start(ambiguous)].isupper()
    if lower and not page.talk:
        return None
    if "feast" in fields and not page.talk and page.text[a:b].islower():
        return None  # "natale" is native, "Natale" Christmas
    ambiguous = "" if page.talk and not (lower and len(fields) == 1) else ambiguous
    needs = rule.name == "unit_bare" or (bool(ambiguous) and rule.name == "month" and len(fields) == 1)
    if rule.after and not rule.after.search(page.low, max(page.start, a - _OPERATOR), a):
        if rule.name != "year":
            return None
        needs = True
    cuts = (found.end("day"), found.start("day2")) if rule.name == "pair" else (0, 0)
    return Core(a, b, rule.name, fields, cuts, needs)


def _value(name: str, said: str, rules: Grammar, language: str) -> Value | None:
    slot = name.replace(AGAIN, "").rstrip("0123456789")
    said = " ".join(said.split())
    if slot in ("year", "yy", "d", "m", "dd"):
        return int(said)
    if slot in ("day", "nth") and said[0].isdecimal():
        digits = re.match(r"\d+", said)
        return int(digits[0]) if digits else None
    if slot == "n":
        return _count(said, rules, language)
    if slot in ("feast", "local"):
        return next((day for pattern, day in rules.feasts if pattern.fullmatch(said)), None)
    if slot == "rank":
        return lexicon(language).ordinal(said)
    mapping = rules.values.get(slot)
    return said if mapping is None else mapping.get(said)


def _count(said: str, rules: Grammar, language: str) -> Value | None:
    """How many units: a number, or "few"."""
    if said[0].isdecimal():
        said = re.sub(r"[ .,](?=\d{3})", "", said)
        number = float(said.replace(",", "."))
        return int(number) if number == int(number) else number
    atoms = lexicon(language).atoms(said)
    if atoms:
        return add_up(atoms, glued=True)
    return rules.values["count"].get(said.rstrip("'"), "few")


def _best(found: Iterator[tuple[int, Core]]) -> list[Core]:
    """Of overlapping cores the one that begins first, then the longest."""
    kept: list[Core] = []
    for _, core in sorted(found, key=lambda x: (x[1].start, -x[1].end, x[1].needs, x[0])):
        if not kept or core.start >= kept[-1].end:
            kept.append(core)
        elif kept[-1].needs and core.end > kept[-1].end:
            kept[-1] = core
    return kept


def _phrases(cores: list[Core], low: str, rules: Grammar, start: int) -> Iterator[Phrase]:
    floor, at = start, 0
    while at < len(cores):
        core = cores[at]
        two = _range(cores[at : at + 2], low, rules, floor)
        one = two or _phrase(core, low, rules, floor)
        at += 2 if two else 1
        if one:
            yield from _halves(one, low, rules)
            floor = one.end


def _halves(phrase: Phrase, low: str, rules: Grammar) -> Iterator[Phrase]:
    """Splits "on 12 and 16 February" into its two days; neighbouring days stay one stretch."""
    core, fields = phrase.core, phrase.core.fields
    if core.rule != "pair" or int(fields["day2"]) == int(fields["day"]) + 1:
        yield phrase
        return
    rest = {k: v for k, v in fields.items() if k not in ("day", "day2")}
    one = Core(core.start, core.cuts[0], "date", {**rest, "day": fields["day"]})
    yield phrase._replace(end=core.cuts[0], core=one)
    begin, _ = _operator(core.cuts[1], low, rules, core.cuts[0])
    two = Core(core.cuts[1], core.end, "date", {**rest, "day": fields["day2"]})
    yield Phrase(begin, core.end, two, phrase.operator, inner=core.cuts[1])


def _part(at: int, low: str, rules: Grammar, floor: int) -> tuple[int, str]:
    """Where the part before ``at`` begins ("fine " before "2024"), and its name; the longest wins."""
    best, name = at, ""
    for part, pattern in rules.parts:
        if (found := pattern.search(low, max(floor, at - _OPERATOR), at)) and found.start() < best:
            best, name = found.start(), part
    return best, name


def _operator(at: int, low: str, rules: Grammar, floor: int) -> tuple[int, str]:
    best, name = at, ""
    for operator, pattern in rules.operators:
        if (found := pattern.search(low, max(floor, at - _OPERATOR), at)) and found.start() < best:
            best, name = found.start(), operator
    return best, name


def _phrase(core: Core, low: str, rules: Grammar, floor: int) -> Phrase | None:
    begin, part = (core.start, "") if "day" in core.fields else _part(core.start, low, rules, floor)
    if core.rule == "unit_bare" and not part:
        return None
    inner = begin
    begin, operator = _operator(begin, low, rules, floor)
    if core.needs and not part and (core.rule == "year" or not operator):
        return None
    return Phrase(begin, core.end, core, operator, part, inner=inner)


def _range(two: list[Core], low: str, rules: Grammar, floor: int) -> Phrase | None:
    if len(two) < 2 or not {two[0].rule, two[1].rule} <= _CALENDAR:
        return None
    one, other = two
    if other.start - one.end > 40 or "\n" in low[one.end : other.start]:
        return None
    far_at, far_part = _part(other.start, low, rules, one.end)
    begin, part = _part(one.start, low, rules, floor)
    for opening, middle in rules.ranges:
        if not middle.fullmatch(low, one.end, far_at):
            continue
        if opening is None:
            inner = begin
            begin, operator = _operator(begin, low, rules, floor)
            if one.rule == other.rule == "year" and not operator:
                return None
            return Phrase(begin, other.end, one, operator if operator == "at" else "", part, other, far_part, inner)
        if found := opening.search(low, max(floor, begin - _OPERATOR), begin):
            return Phrase(found.start(), other.end, one, "", part, other, far_part, begin)
    return None
