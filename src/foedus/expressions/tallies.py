"""Counts of a vote: how many were in favour ("by 287 votes to 55", "19-0", "I favorevoli sono stati 287")."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from foedus.expressions.fold import Words, either, fold, literal
from foedus.expressions.lexicon import lexicon
from foedus.expressions.numbers import NumberMention, find_numbers
from foedus.expressions.numerals import numerals
from foedus.model import PackError, Span
from foedus.model.quantity import Comparator
from foedus.packs.folders import language_folder
from foedus.packs.load import load

_BLANK: Final = "(?: {1,3}|\n)"
_SLOT: Final = re.compile(r"\{([a-z_]+)\}")


class VotesForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form of ``votes.yaml``: words that the forms name, and the forms of a count, each a regular expression."""

    words: dict[str, Words]
    in_favour: tuple[str, ...]
    bare: tuple[str, ...]
    others: tuple[str, ...]


class Tally(NamedTuple):
    """Votes in favour: bounds as in ``NumberMention``; ``span`` is the wording, ``at`` the place of the number.

    ``bare`` where only an act told beside it makes the wording a vote ("71 to 26"). ``yes`` is False for the others:
    votes against, abstentions, the votes that are needed.
    """

    span: Span
    at: Span
    low: float | int | None
    high: float | int | None
    comparator: Comparator
    bare: bool
    yes: bool = True


class _Forms(NamedTuple):
    in_favour: tuple[re.Pattern[str], ...]
    bare: tuple[re.Pattern[str], ...]
    others: tuple[re.Pattern[str], ...]
    digit: re.Pattern[str]


def find_tallies(text: str, language: str, start: int = 0, end: int | None = None) -> tuple[Tally, ...]:
    """The counts between two offsets, those in favour first, in order; none in a language without ``votes.yaml``."""
    end = len(text) if end is None else end
    forms = _forms(language, language_folder(language))
    low = fold(text)
    if forms is None or not forms.digit.search(low, start, end):
        return ()
    against = [m for form in forms.others for m in form.finditer(low, start, end)]
    found: dict[int, tuple[re.Match[str], bool]] = {}
    for bare, patterns in ((False, forms.in_favour), (True, forms.bare)):
        for match in (m for form in patterns for m in form.finditer(low, start, end)):
            a, b = match.span("yes")
            if any(m.start("n") < b and a < m.end("n") for m in against):
                continue
            known = found.get(a)
            if known is None or (known[1] == bare and len(match[0]) > len(known[0][0])):
                found[a] = (match, bare)
    kept = [found[a] for a in sorted(found)]
    numbers = find_numbers(text, language, start, end) if kept else ()
    read = [t for m, bare in kept if (t := _tally(m, bare, low, language, numbers)) is not None]
    rest = [Tally(Span(*m.span()), Span(*m.span("n")), None, None, "=", True, yes=False) for m in against]
    return (*_apart(iter(read)), *sorted(set(rest)))


def _apart(tallies: Iterator[Tally]) -> Iterator[Tally]:
    """Without those that lie in the wording of the one before ("of the 81, 46 were in favour")."""
    last = -1
    for tally in tallies:
        if tally.at.start >= last:
            yield tally
        last = max(last, tally.span.end)


def _tally(
    match: re.Match[str], bare: bool, low: str, language: str, numbers: tuple[NumberMention, ...]
) -> Tally | None:
    a, b = match.span("yes")
    value = next((n.value for n in numerals(low, language, a, b) if n.sort == "exact"), None)
    if value is None or value != int(value):
        return None
    span = Span(match.start(), match.end())
    hedged = next((n for n in numbers if n.span.start <= a < n.span.end and value in (n.low, n.high)), None)
    if hedged is not None and (hedged.low is None or hedged.high is None or hedged.comparator == "~"):
        wide = Span(min(span.start, hedged.span.start), span.end)
        return Tally(wide, Span(a, b), hedged.low, hedged.high, hedged.comparator, bare)
    return Tally(span, Span(a, b), value, value, "=", bare)


@cache
def _forms(language: str, folder: Path) -> _Forms | None:
    path = folder / "votes.yaml"
    if not path.is_file():
        return None
    form, lex = load(path, VotesForm), lexicon(language)
    part = literal([*lex.form.adds, *lex.form.hundreds, *lex.form.scales])
    joint = f"(?:-|{_BLANK}(?:(?:{either(lex.form.joins)}){_BLANK})?)?"
    number = f"\\d{{1,3}}(?:[ .,]\\d{{3}})+(?!\\d)|\\d+(?![\\d]|[.,]\\d)|(?:{part})(?:{joint}(?:{part})){{0,4}}(?!\\w)"
    slots = {name: f"(?:{either(words)})" for name, words in form.words.items()}
    slots |= {
        "yes": f"(?P<yes>{number})",
        "n": f"(?P<n>{number})",
        "m": f"(?:{number}|(?:{either(lex.form.ones)})(?!\\w))",
    }
    try:
        in_favour, bare, others = (
            tuple(_compile(f, slots) for f in listed) for listed in (form.in_favour, form.bare, form.others)
        )
    except (re.error, KeyError) as error:
        raise PackError(f"a form is no regex or has an unknown slot: {error}", str(path), "mend the form") from error
    return _Forms(in_favour, bare, others, re.compile(number))


def _compile(text: str, slots: dict[str, str]) -> re.Pattern[str]:
    parts = re.split(r"(\[[^\]]*\])", text)  # a blank in a set of characters stays one
    spaced = "".join(part if part.startswith("[") else part.replace(" ", _BLANK) for part in parts)
    return re.compile(f"(?<!\\w)(?<!\\d[.,/:])(?:{_SLOT.sub(lambda m: slots[m[1]], spaced)})(?!\\w)")
