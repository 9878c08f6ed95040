"""What every match of a regular expression must begin with and hold, told from its wording.

A line without it need not be tried. Case is left out of account; what cannot be told is open, so that it is tried.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

# letters that a pattern without case finds under another letter's name: dotless and dotted i, long s, Kelvin's K
_ODD: Final = re.compile("[ıſ\u212a\u0307]")
_TOKEN: Final = re.compile(
    r"(?P<ahead>\(\?<?[=!])|(?P<open>\((?:\?[a-z-]*:)?)|(?P<close>\))|(?P<bar>\|)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<many>[*+?]|\{\d+(?:,\d*)?\})|(?P<edge>\\[bBAZ]|[\^$])|(?P<digit>\\d)|(?P<wide>\\[a-zA-Z]|\.)|\\?(?P<letter>.)",
    re.DOTALL,
)
_DIGITS: Final = frozenset("0123456789")
_SHORTEST: Final = 3


class _Item(msgspec.Struct):
    """One character (``letters``: which; None for any), or a group of ``branches``; ``maybe``: it may be left out."""

    letters: frozenset[str] | None = None
    branches: list[list["_Item"]] | None = None
    maybe: bool = False
    several: bool = False


def folded(line: str) -> str | None:
    """The line in small letters; None when it has letters of which patterns without case think otherwise."""
    low = line.lower()
    return None if not low.isascii() and _ODD.search(low) else low


def first_letters(pattern: str) -> frozenset[str] | None:
    """The small letters that a match may begin with; None for any."""
    return _firsts(_parsed(pattern))[0]


def needed(pattern: str) -> frozenset[str] | None:
    """Texts in small letters of which every match holds one; None when that cannot be told."""
    return _needed(_parsed(pattern))


def _parsed(pattern: str) -> list[list[_Item]]:
    return _branches(_TOKEN.finditer(pattern))


def _branches(tokens: Iterator[re.Match[str]]) -> list[list[_Item]]:
    out: list[list[_Item]] = [[]]
    for token in tokens:
        kind = token.lastgroup
        if kind == "close":
            break
        if kind == "bar":
            out.append([])
        elif kind == "ahead":
            _branches(tokens)  # takes no characters
        elif kind == "open":
            out[-1].append(_Item(branches=_branches(tokens)))
        elif kind == "many":
            item, sign = out[-1][-1], token[0]
            item.maybe = item.maybe or sign in "*?" or sign.startswith("{0")
            item.several = sign != "?"
        elif kind == "set":
            out[-1].append(_Item(_members(token[0])))
        elif kind == "digit":
            out[-1].append(_Item(_DIGITS))
        elif kind == "wide":
            out[-1].append(_Item())
        elif kind == "letter":
            out[-1].append(_Item(frozenset(token["letter"].lower())))
    return out


def _members(written: str) -> frozenset[str] | None:
    inner = written[1:-1]
    told = not inner.startswith("^") and not re.search(r"\\\w|.-.", inner)
    return frozenset(inner.replace("\\", "").lower()) if told else None


def _firsts(branches: Iterable[Iterable[_Item]]) -> tuple[frozenset[str] | None, bool]:
    """The letters, and may the whole be empty?"""
    found: set[str] = set()
    empty = False
    for branch in branches:
        for item in branch:
            letters, passing = (item.letters, False) if item.branches is None else _firsts(item.branches)
            if letters is None:
                return None, True
            found |= letters
            if not (passing or item.maybe):
                break
        else:
            empty = True
    return (None if empty else frozenset(found)), empty


def _needed(branches: Iterable[Iterable[_Item]]) -> frozenset[str] | None:
    found: set[str] = set()
    for branch in branches:
        best = max(_texts(branch), key=_worth, default=None)
        if best is None or _worth(best)[0] < _SHORTEST:
            return None
        found |= best
    return frozenset(found)


def _worth(texts: frozenset[str]) -> tuple[int, int]:
    return min(map(len, texts)), -len(texts)


def _texts(branch: Iterable[_Item]) -> Iterator[frozenset[str]]:
    """What a branch must hold: runs of its letters, and what its groups need."""
    run = ""
    for item in branch:
        letter = item.letters is not None and len(item.letters) == 1 and not item.maybe
        run = run + "".join(item.letters or ()) if letter else run
        if (not letter or item.several) and run:
            yield frozenset((run,))
            run = ""
        inner = _needed(item.branches) if item.branches is not None and not item.maybe else None
        if inner is not None:
            yield inner
    if run:
        yield frozenset((run,))
