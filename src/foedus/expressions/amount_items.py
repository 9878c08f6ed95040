"""The pieces of plain values: figures with sign, power and letter, number words, denominators and what joins them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple
from unicodedata import normalize

from foedus.expressions.fold import either, listed, literal, some
from foedus.expressions.lexicon import Atom, Lexicon, lexicon

Role = Literal["number", "rank", "half", "join", "minus", "point", "over", "slash"]
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GLUED: Final = re.compile(r".(?:[^\W_]|[.,](?=\d))*", re.DOTALL)
_START: Final = re.compile(r"[^\W\d_]|[.,]?\d|/|[¼-¾⅐-⅞]")
_SPACED: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?: [^\W\d_]+(?:-[^\W\d_]+)*){1,3}")
_MARKS: Final = re.compile(r"[ .,']")


class Item(NamedTuple):
    """A piece from ``start`` to ``end``: number atoms, the denominator ``value`` of a rank, or a joining word."""

    start: int
    end: int
    role: Role
    atoms: tuple[Atom, ...] = ()
    value: float | int = 0
    digits: bool = False


class Pieces(NamedTuple):
    """Compiled once per language."""

    lex: Lexicon
    figure: re.Pattern[str]
    words: tuple[tuple[Role, re.Pattern[str]], ...]
    alone: frozenset[str]
    pronoun: re.Pattern[str]
    denominators: dict[str, int]
    coin: re.Pattern[str]
    clipped: re.Pattern[str]


@cache
def pieces(language: str) -> Pieces:
    """The pieces of ``language``. Raises PackError when it has no numbers."""
    lex = lexicon(language)
    form = lex.form.amounts
    letters = literal(form.letters) or "(?!)"
    digits = (
        r"[.,]\d+|\d{1,3}(?:([ .,'])\d{3})(?:\2\d{3})*(?!\d)(?:(?!\2)[.,]\d+)?"
        r"|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?|\d+(?:[.,]\d+)?"
    )
    power = r"(?P<power>e[+-]?\d+|\^[+-]*\d+|x10\^-?\d+)?"
    figure = (
        f"(?<![\\w^])(?<!\\d[.,])(?P<digits>{digits}){power}(?P<letter>\\s*(?:{letters})(?!\\w))?(?!\\w|[.,]\\d+[a-z])"
    )
    small = {**lex.form.adds, **lex.form.hundreds}
    clipped = [w for w in small if any(w + last in small for last in "aoi")]
    words: tuple[tuple[Role, str], ...] = (
        ("join", lex.form.joins),
        ("minus", form.minus),
        ("point", form.point),
        ("over", form.over),
    )
    return Pieces(
        lex,
        re.compile(figure),
        tuple((role, re.compile(f"(?:{either(listed_)})(?!\\w)")) for role, listed_ in words if listed_),
        frozenset(listed(form.alone)),
        re.compile(f"(?<!\\w)(?:{some(form.pronouns)})\\s+\\Z"),
        form.fractions,
        re.compile(f"(?:{some(' | '.join(form.coins.values()))})(?!\\w)"),
        re.compile(f".*(?:{literal(clipped) or '(?!)'})"),
    )


def items(text: str, low: str, language: str) -> Iterator[Item]:
    """The pieces of a text, in order."""
    page, at = pieces(language), 0
    while found := _START.search(low, at):
        at = found.start()
        item = _figure(text, low, at, page) if not low[at].isalpha() else None
        if item is None and low[at].isalpha():
            item = _word(low, at, page)
            if item is None:
                word = _WORD.match(low, at)
                at = word.end() if word else at + 1
                if word and "-" in word[0]:
                    at = word.start() + word[0].index("-") + 1
                continue
        if item is None:
            at = _GLUED.match(low, at).end()  # type: ignore[union-attr]
            continue
        yield item
        at = item.end


def _figure(text: str, low: str, at: int, page: Pieces) -> Item | None:
    if low[at] == "/":
        return Item(at, at + 1, "slash")
    if low[at].isnumeric() and not low[at].isdecimal():
        top, _, below = normalize("NFKC", low[at]).partition("⁄")
        return Item(at, at + 1, "number", (Atom("digits", int(top) / int(below)),), int(top) / int(below), True)
    found = page.figure.match(text.replace("\u202f", " ").replace("\u00a0", " "), at) if at < len(text) else None
    if found is None:
        return None
    value: float | int = strict_value(found["digits"], page.lex.form.decimal)
    if power := found["power"]:
        mark = "x10^" if power.startswith("x") else power[0].lower()
        exponent = int(re.sub(r"[+-]*-(?=[+-]*\d)", "-", power[len(mark) :]).replace("--", "").lstrip("+") or 0)
        if "--" in power:
            exponent = abs(exponent)
        value = value**exponent if mark == "^" else value * 10.0**exponent
    if letter := (found["letter"] or "").strip():
        value = value * page.lex.form.amounts.letters[letter]
    return Item(at, found.end(), "number", (Atom("digits", value),), value, True)


def strict_value(digits: str, decimal: str) -> float | int:
    """Figures read as the language writes them: its decimal mark is one even before three figures."""
    marks = _MARKS.findall(digits)
    parts = _MARKS.split(digits)
    if not marks:
        return int(digits)
    whole, fraction = parts[:-1], parts[-1]
    one = len(marks) == 1
    grouped = len(set(marks)) == 1 and len(fraction) == 3 and (not one or marks[0] != decimal)
    if grouped and parts[0]:
        return int("".join(parts))
    return float("".join(whole) + "." + fraction)


def _word(low: str, at: int, page: Pieces) -> Item | None:
    for role, pattern in page.words:
        if found := pattern.match(low, at):
            return Item(at, found.end(), role)
    found = _WORD.match(low, at)
    return _spaced(low, at, page) or _numeral(low, at, found[0], page) if found else None


def _spaced(low: str, at: int, page: Pieces) -> Item | None:
    """A numeral that the language hyphenates, written with blanks ("quatre vingt dix")."""
    words = list(_SPACED.match(low, at)[0].split(" ")) if _SPACED.match(low, at) else []  # type: ignore[index]
    for count in range(len(words), 1, -1):
        if (value := page.lex.form.adds.get("-".join(words[:count]))) is not None:
            return Item(at, at + len(" ".join(words[:count])), "number", (Atom("add", value),))
    return None


def _numeral(low: str, at: int, word: str, page: Pieces) -> Item | None:
    lex, end = page.lex, at + len(word)
    if word in page.denominators:
        return Item(at, end, "half" if page.denominators[word] == 2 else "rank", (), page.denominators[word])
    if len(word) <= 2 and word in lex.form.scales:
        return None
    atoms = lex.atoms(word)
    if atoms:
        if low[end : end + 1] != "'" and page.clipped.fullmatch(word):
            return None  # "settant'anni" has its apostrophe
        return Item(at, end, "number", atoms)
    if rank := denominator(word, page):
        return Item(at, end, "rank", (), rank)
    if "-" in word:
        head = word[: word.index("-")]
        return _numeral(low, at, head, page)
    return None


def denominator(word: str, page: Pieces) -> int | None:
    """What a word divides by: "fifths", "bilionesimo"; None for another word."""
    plural = page.lex.form.amounts.plural
    for said in (word, word.removesuffix(plural) if plural else word):
        rank = page.lex.ordinal(said)
        if rank:
            return rank
    return None
