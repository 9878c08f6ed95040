"""The rules of page furniture (data/sources/furniture.yaml, credits.yaml), compiled."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, Literal

import msgspec
from ahocorasick_rs import AhoCorasick

from foedus.packs.load import DATA, load
from foedus.read.lines import word_count
from foedus.read.needs import first_letters, folded, needed
from foedus.read.outlets import agencies

ByLanguage = dict[str, tuple[str, ...]]
Opens = Literal["one", "list", "rest"]
_LEAD = re.compile(r"^[\s>»*•·▪■●►▶→⇒➡👉📷📸🔴✉\[\]|–—_~=#-]+")
_ITEMS = re.compile(r"\s*[|•·]\s*|\s{2,}|\s+/\s+")
_BAR = re.compile("[|>›»·•/]")
_STEP = re.compile(r"[/,;]")
_TRAIL = r"[\s\W\d]*$"


class RuleForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule as written; the modes are explained at the head of furniture.yaml."""

    reason: str
    words: int = 30
    opens: Opens | None = None
    whole: ByLanguage = {}
    starts: ByLanguage = {}
    contains: ByLanguage = {}
    tail: ByLanguage = {}


class FurnitureForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """furniture.yaml."""

    rules: tuple[RuleForm, ...]
    sections: ByLanguage


class Weekdays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of the days, whole and short."""

    full: tuple[str, ...]
    short: tuple[str, ...]


class CreditsForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """credits.yaml."""

    agencies: tuple[str, ...]
    agency_words: tuple[str, ...]
    credit_words: ByLanguage
    caption_starts: ByLanguage
    weekdays: dict[str, Weekdays]
    published: ByLanguage
    updated: ByLanguage
    today: ByLanguage


class Verdict(msgspec.Struct, frozen=True):
    """Why a line is furniture, and what it ``opens``: furniture in the lines that follow."""

    reason: str
    opens: Opens | None = None


class _Rule(msgspec.Struct, frozen=True):
    reason: str
    words: int
    opens: Opens | None
    whole: re.Pattern[str] | None
    starts: re.Pattern[str] | None
    contains: re.Pattern[str] | None
    needs: AhoCorasick | None


@cache
def furniture() -> FurnitureForm:
    """furniture.yaml. Raises PackError."""
    return load(DATA / "sources" / "furniture.yaml", FurnitureForm)


@cache
def credit_data() -> CreditsForm:
    """credits.yaml. Raises PackError."""
    return load(DATA / "sources" / "credits.yaml", CreditsForm)


# No rule takes a line of more than 120 words; more characters than these are prose, or damage.
_LONGEST: Final = 2_000


def judge(line: str) -> Verdict | None:
    """The first rule that makes ``line`` (apostrophes and spaces made plain) furniture, or None."""
    bare = _LEAD.sub("", line).strip().rstrip("*_ ")
    if not bare:
        return Verdict("ornament")
    if len(bare) > _LONGEST:
        return None
    size = word_count(bare)
    low = folded(bare)
    for rule in _rules() if low is None else _likely(bare, low):
        found = _fits(rule, bare, size, low)
        if found:
            alone = rule.opens != "one" or word_count(bare[found.end() :]) == 0
            return Verdict(rule.reason, rule.opens if alone else None)
    if _is_menu(bare):
        return Verdict("menu")
    items = [item for item in _ITEMS.split(bare) if item.strip()] if size <= 30 and _parted(bare) else []
    verdicts = [judge(item) for item in items] if len(items) > 1 else []
    return verdicts[0] if verdicts and all(verdicts) else None


def tails(text: str) -> re.Pattern[str] | None:
    """What may be stuck to the end of this paragraph; the group that fits is the number of its rule."""
    return _tails()[0] if _may_hold(folded(text), _tail_needs()) else None


def tail_reason(found: re.Match[str]) -> str:
    """The reason of a match of ``tails()``."""
    return _tails()[1][(found.lastindex or 1) - 1]


def agency_names() -> str:
    """The known agencies and photo agencies as one alternation, the longest first."""
    names = {*agencies(), *credit_data().agencies}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def either(words: ByLanguage) -> str:
    """All patterns of all languages as one alternation, each once."""
    return "|".join(_all(words))


def _all(words: ByLanguage) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for language in words.values() for word in language))


def _parted(line: str) -> bool:
    """May it be several items: has it a bar, a dot or wide space between them?"""
    return bool(_BAR.search(line)) or " ".join(line.split()) != line


def _fits(rule: _Rule, bare: str, size: int, low: str | None) -> re.Match[str] | None:
    if rule.whole and size <= 30 and (found := rule.whole.match(bare)):
        return found
    if size > rule.words:
        return None
    if rule.starts and (found := rule.starts.match(bare)):
        return found
    return rule.contains.search(bare) if rule.contains is not None and _may_hold(low, rule.needs) else None


def _may_hold(low: str | None, needs: AhoCorasick | None) -> bool:
    return low is None or needs is None or bool(needs.find_matches_as_indexes(low))


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_ruled(form, None) for form in furniture().rules)


def _likely(bare: str, low: str) -> tuple[_Rule, ...]:
    """The rules that may fit a line with these small letters."""
    opening, begun, anywhere = _begun("0" if low[0].isdigit() else low[0])
    return begun if opening is not None and opening.match(bare) else anywhere


@cache
def _begun(letter: str) -> tuple[re.Pattern[str] | None, tuple[_Rule, ...], tuple[_Rule, ...]]:
    """For lines that begin with a small letter: what any pattern wants there, the rules with the patterns that may
    fit, and those that look anywhere.
    """
    rules = tuple(_ruled(form, letter) for form in furniture().rules)
    rules = tuple(rule for rule in rules if rule.whole or rule.starts or rule.contains)
    opening = "|".join(p.pattern for rule in rules for p in (rule.whole, rule.starts) if p is not None)
    return _compiled(opening) if opening else None, rules, tuple(rule for rule in rules if rule.contains)


def _ruled(form: RuleForm, letter: str | None) -> _Rule:
    whole, starts = (
        [p for p in patterns if letter is None or letter in (first_letters(p) or letter)]
        for patterns in (_all(form.whole), (*_all(form.starts), *_all(form.tail)))
    )
    return _Rule(
        form.reason,
        form.words,
        form.opens,
        _compiled(f"(?:{'|'.join(whole)}){_TRAIL}") if whole else None,
        _compiled(f"(?:{'|'.join(starts)})") if starts else None,
        _compiled(f"(?:{either(form.contains)})") if form.contains else None,
        _needs(_all(form.contains)),
    )


def _needs(patterns: Iterable[str]) -> AhoCorasick | None:
    """Finds the texts one of which stands in every line where a pattern is found; None when that cannot be told."""
    texts = [needed(pattern) for pattern in patterns]
    told = sorted({text for found in texts for text in found or ()})
    return AhoCorasick(told) if told and all(texts) else None


@cache
def _tails() -> tuple[re.Pattern[str], tuple[str, ...]]:
    forms = [form for form in furniture().rules if form.tail]
    groups = "|".join(f"({either(form.tail)})" for form in forms)
    return _compiled(rf"(?<=\s)[\(\[]?(?:{groups})"), tuple(form.reason for form in forms)


@cache
def _tail_needs() -> AhoCorasick | None:
    return _needs(pattern for form in furniture().rules for pattern in _all(form.tail))


@cache
def _sections() -> frozenset[str]:
    return frozenset(name.casefold() for names in furniture().sections.values() for name in names)


def _is_menu(line: str) -> bool:
    """Sections of a paper, one or several between bars; or a path of three steps or more."""
    if len(line) > 400 or _prose(line):
        return False
    steps = [step.strip(" .:[]()") for step in re.split(r"\s*[|>»/·•›,;]\s*|\s+[–—-]\s+|\s{2,}", line)]
    steps = [step for step in steps if step]
    if len(steps) == 2 and "," in line:
        return False
    known = sum(step.casefold() in _sections() for step in steps)
    if known == len(steps) > 0:
        return True
    if len(steps) >= 4 and all(word_count(step) <= 3 for step in steps) and len(re.split(r"\s{2,}", line)) >= 4:
        return True
    bars = len(re.findall(r"\s[|>›»·•]\s", line))
    return (bars >= 1 and known >= 1 and word_count(line) <= 25) or (bars >= 3 and word_count(line) <= 40)


def _prose(line: str) -> bool:
    """Has it no bars and no wide space, and is its first word that of no section?"""
    words = line.split()
    if _BAR.search(line) or " ".join(words) != line:
        return False
    first = _STEP.split(words[0], maxsplit=1)[0].strip(".:[]()").casefold() if words else ""
    return bool(first) and first not in _section_words()


@cache
def _section_words() -> frozenset[str]:
    """The words that names of sections begin with."""
    return frozenset(name.split()[0] for name in _sections())


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
