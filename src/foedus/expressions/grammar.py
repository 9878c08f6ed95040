"""The rules of ``times.yaml``, compiled once per language."""

import re
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from foedus.expressions.fold import Words, either, listed, literal, some
from foedus.expressions.lexicon import Lexicon, RangeForm, lexicon
from foedus.model import PackError
from foedus.packs.folders import language_folder
from foedus.packs.load import load

Value = int | float | str
BLANK: Final = "(?: {1,3}|\n)"
AGAIN: Final = "_again"  # marks a slot that a form names more than once
_SLOT: Final = re.compile(r"\{([a-z_]+)(\d?)\}")


class UnitForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit of time in the singular and in the plural."""

    one: Words
    many: Words


class RuleForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``rule`` names a meaning (resolve.py), ``on`` the trigger class; ``after``: it counts only right after these.

    ``near``: pieces of words of which one must be near, or the forms are not tried: for speed alone. ``talk``: a form
    that only requests to an assistant need, too risky in news.
    """

    rule: str
    on: str
    forms: tuple[str, ...]
    after: Words = ""
    near: Words = ""
    talk: bool = False


class PartForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the day with its hours."""

    words: Words
    first: int
    last: int


class ClockForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How clock times are told (moments.py); ``parts`` of the day in the order of the day."""

    parts: dict[str, PartForm]
    before_part: Words
    openers: Words
    froms: Words
    untils: Words
    betweens: Words
    ands: Words
    noons: dict[str, int]
    morning: Words
    afternoon: Words
    half: Words
    quarter: Words
    three_quarters: Words
    less_quarter: Words
    plus: Words
    less: Words
    minutes: Words
    about: Words
    to_hour: Words


class TimesForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form of ``times.yaml``; the comments in the file say what each field is for."""

    order: str
    day_marks: Words
    day_ordinals: Words
    months: tuple[Words, ...]
    month_abbreviations: tuple[Words, ...]
    cased: tuple[str, ...]
    weekdays: tuple[Words, ...]
    weekday_abbreviations: tuple[Words, ...]
    seasons: dict[str, Words]
    units: dict[str, UnitForm]
    spans: dict[str, int]
    few: Words
    couple: Words
    half: Words
    decades: dict[str, int]
    deictics: dict[int, Words]
    now: Words
    so_far: Words
    words: dict[str, Words]
    parts: dict[str, Words]
    part_links: Words
    operators: dict[str, Words]
    ranges: tuple[RangeForm, ...]
    rules: tuple[RuleForm, ...]
    triggers: dict[str, Words]
    unsure: Words = ""
    feasts: dict[str, Words] = {}
    talk_feasts: dict[str, Words] = {}
    rank_marks: Words = ""
    rank_words: Words = ""
    frequencies: dict[str, Words] = {}
    clock: ClockForm | None = None


class Rule(NamedTuple):
    """One form of one rule."""

    name: str
    on: str
    pattern: re.Pattern[str]
    after: re.Pattern[str] | None
    talk: bool = False
    near: tuple[str, ...] = ()


class Grammar(NamedTuple):
    """All that ``scan`` needs: rules, operators, ranges, the trigger words with their classes, and slot values."""

    order: str
    cased: frozenset[str]
    rules: tuple[Rule, ...]
    operators: tuple[tuple[str, re.Pattern[str]], ...]
    parts: tuple[tuple[str, re.Pattern[str]], ...]
    ranges: tuple[tuple[re.Pattern[str] | None, re.Pattern[str]], ...]
    triggers: dict[str, frozenset[str]]
    values: dict[str, dict[str, Value]]
    feasts: tuple[tuple[re.Pattern[str], str], ...]
    clock: ClockForm | None
    lasting: re.Pattern[str]
    """What makes a duration last ("for")."""
    chosen: dict[tuple[frozenset[str], bool], list[tuple[int, Rule]]]
    """What ``scan`` finds out: classes of triggers → the rules that they set off."""


def grammar(language: str) -> Grammar:
    """The time expressions of ``language``. Raises PackError when it has none, or a rule that is no regex."""
    return _load(language, language_folder(language))


@cache
def _load(language: str, folder: Path) -> Grammar:
    path = folder / "times.yaml"
    if not path.is_file():
        raise PackError(f"no times for the language {language!r}", str(path), "add the file or choose another language")
    form, lex = load(path, TimesForm), lexicon(language)
    values = _values(form, lex)
    slots = _slots(form, lex, values)
    try:
        rules = tuple(
            Rule(r.rule, r.on, _compile(text, slots), ending(r.after) if r.after else None, r.talk, listed(r.near))
            for r in form.rules
            for text in r.forms
        )
    except (re.error, KeyError) as error:
        raise PackError(f"a rule is no regex or has an unknown slot: {error}", str(path), "mend the rule") from error
    links = f"(?:(?:{either(form.part_links)})(?:{BLANK}|(?<=')))?"
    return Grammar(
        order=form.order,
        cased=frozenset(form.cased),
        rules=rules,
        operators=tuple((name, ending(words)) for name, words in form.operators.items()),
        parts=tuple((n, re.compile(f"(?<!\\w)(?:{either(w)})(?:{BLANK}|-){links}\\Z")) for n, w in form.parts.items()),
        ranges=tuple(
            (ending(r.open) if r.open else None, re.compile(f"{BLANK}?(?:{either(r.middle)})(?:{BLANK}|(?<=['-]))?"))
            for r in form.ranges
        ),
        triggers=_triggers(form, values),
        values=values,
        clock=form.clock,
        lasting=re.compile(f"(?:{some(form.words.get('lasting', ''))})\\b"),
        chosen={},
        feasts=tuple(
            (re.compile(either(words)), day) for days in (form.feasts, form.talk_feasts) for day, words in days.items()
        ),
    )


def ending(words: Words) -> re.Pattern[str]:
    """Matches any of ``words`` and the blank after it at the very end of the searched stretch."""
    return re.compile(f"(?<!\\w)(?:{either(words)})(?:(?<=\\W){BLANK}?|{BLANK})\\Z")


def _compile(text: str, slots: dict[str, str]) -> re.Pattern[str]:
    seen: set[str] = set()

    def slot(found: re.Match[str]) -> str:
        name = found[1] + found[2]
        source = slots[found[1]] if found[1] in slots else slots[name]
        while name in seen:
            name += AGAIN
        seen.add(name)
        return f"(?P<{name}>{source})"

    parts = re.split(r"(\[[^\]]*\])", text)  # a blank in a set of characters stays one
    spaced = "".join(part if part.startswith("[") else part.replace(" ", BLANK) for part in parts)
    return re.compile(f"(?<!\\w)(?<!\\d[.,/:])(?:{_SLOT.sub(slot, spaced)})(?!\\w)")


def _values(form: TimesForm, lex: Lexicon) -> dict[str, dict[str, Value]]:
    """What the words in a slot mean."""
    months = {w: i for i, words in enumerate(form.months, 1) for w in listed(words)}
    abbreviations = {w: i for i, words in enumerate(form.month_abbreviations, 1) for w in listed(words)}
    weekdays = {w: i for i, words in enumerate(form.weekdays) for w in listed(words)}
    short = {w: i for i, words in enumerate(form.weekday_abbreviations) for w in listed(words)}
    ones = {w: name for name, unit in form.units.items() for w in listed(unit.one)}
    many = {w: name for name, unit in form.units.items() for w in listed(unit.many)}
    unsure = listed(form.unsure)
    ranks = {**lex.form.ordinals, **lex.form.ordinals_after_determiner}
    return {
        "month": dict(months),
        "mon": {**abbreviations, **months},
        "abbr": dict(abbreviations),
        "sure": {w: i for w, i in abbreviations.items() if w not in unsure},
        "weekday": dict(weekdays),
        "weekdays": {**weekdays, **{w + "s": i for w, i in weekdays.items()}},
        "anyweekday": {**short, **weekdays},
        "season": {w: name for name, words in form.seasons.items() for w in listed(words)},
        "unit": dict(ones),
        "units": dict(many),
        "anyunit": {**many, **ones},
        "span": dict(form.spans),
        "often": {w: unit for unit, words in form.frequencies.items() for w in listed(words)},
        "decade": dict(form.decades),
        "deictic": {w: offset for offset, words in form.deictics.items() for w in listed(words)},
        "nth": dict(ranks),
        "day": dict(_day_words(lex, form.day_ordinals)),
        "count": {**dict.fromkeys(listed(lex.form.ones), 1), **{w.rstrip("'"): 2 for w in listed(form.couple)}},
    }


def _day_words(lex: Lexicon, ordinals: Words) -> dict[str, int]:
    """The days of a month in words, cardinal and ordinal, as far as the number words make them."""
    small = [w for w, v in lex.form.adds.items() if v <= 31] + list(listed(lex.form.ones))
    ranked = [w for w, v in {**lex.form.ordinals, **lex.form.ordinals_after_determiner}.items() if v <= 31]
    joints = ("", "-", " ", *(f" {j} " for j in listed(lex.form.joins)))
    tens = [w for w in small if lex.form.adds.get(w) in (20, 30)]
    words = small + [a + j + b for (a, b), j in product(product(tens, small), joints)]
    out: dict[str, int] = {}
    wanted = re.compile(either(ordinals) or "(?!)")
    for word in words:
        atoms = lex.atoms(word) or (lex.atoms(word.replace(" ", "-", 1)) if " " in word else ())
        if atoms and 1 < atoms[0].value <= 31 and isinstance(atoms[0].value, int):
            out[word] = atoms[0].value
    for word in ranked + [a + j + b for (a, b), j in product(product(tens, ranked), ("", "-", " "))]:
        rank = {**lex.form.ordinals_after_determiner}.get(word) or lex.ordinal(word)
        if rank and rank <= 31 and wanted.fullmatch(word):
            out[word] = rank
    return out


def _slots(form: TimesForm, lex: Lexicon, values: dict[str, dict[str, Value]]) -> dict[str, str]:
    """The regex that each slot stands for."""
    slots = {name: literal(words) or "(?!)" for name, words in values.items() if name != "count"}
    slots |= {name: either(words) for name, words in form.words.items()}
    slots |= {"feast": _any(form.feasts), "local": _any(form.talk_feasts)}
    marks = f"(?:{either(form.day_marks)})?" if form.day_marks else ""
    part = literal([*lex.form.adds, *lex.form.hundreds])
    number = (
        f"\\d{{1,3}}(?:[ .,]\\d{{3}})+(?!\\d)|\\d{{1,3}}(?:[.,]\\d{{1,2}})?(?!\\d)|(?:{part})(?:-?(?:{part})){{0,3}}"
    )
    return slots | {
        "day": f"(?:(?:3[01]|[12]\\d|0?[1-9])(?!\\d){marks}|{slots['day']})",
        "nth": f"(?:{slots['nth']}|[1-9]\\d?(?:{some(form.rank_marks)}))",
        "year": "(?:1\\d|20|21)\\d\\d(?!\\d)",
        "yy": "\\d\\d(?!\\d)",
        "d1": "(?:3[01]|[12]\\d|0?[1-9])(?!\\d)",
        "d2": "(?:3[01]|[12]\\d|0?[1-9])(?!\\d)",
        "m": "\\d{1,2}(?!\\d)",
        "dd": "\\d{1,2}(?!\\d)",
        "rank": some(form.rank_words),
        "quarter": "q[1-4]|h[12]",
        "roman": "x{0,2}(?:i[xv]|v?i{0,3})",
        "n": f"(?:{either(form.couple)}|{either(form.few)}|{number}|{either(lex.form.ones)})",
        "s": f"(?:'|-|{BLANK})",
        "half": either(form.half),
        "few": either(form.few),
        "couple": either(form.couple),
        "now": either(form.now),
        "so_far": either(form.so_far),
    }


def _any(words: dict[str, Words]) -> str:
    return some(" | ".join(words.values()))


def _triggers(form: TimesForm, values: dict[str, dict[str, Value]]) -> dict[str, frozenset[str]]:
    """Single words, each with the classes of rules that it sets off."""
    classes: dict[str, set[str]] = {}
    word = re.compile(r"[^\W\d_]+")
    slots = {"month": "mon", "weekday": "anyweekday", "unit": "anyunit"}
    phrases = [
        (name, phrase)
        for name in ("month", "weekday", "season", "unit", "span", "deictic")
        for phrase in values[slots.get(name, name)]
    ]
    phrases += [("other", w) for w in values["often"]]
    phrases += [("now", w) for w in listed(form.now)] + [("so_far", w) for w in listed(form.so_far)]
    phrases += [(name, w) for name, words in form.triggers.items() for w in listed(words)]
    for name, phrase in phrases:
        bare = re.sub(r"\(\?[^)]*\)", "", phrase)
        for token in word.findall(bare)[-1:]:
            classes.setdefault(token, set()).add(name)
    return {token: frozenset(names) for token, names in sorted(classes.items())}
