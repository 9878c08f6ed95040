"""The rules of page furniture (data/sources/furniture.yaml, credits.yaml), compiled."""

import re
from functools import cache
from typing import Final, Literal

import msgspec

from foedus.packs.load import DATA, load
from foedus.read.lines import word_count
from foedus.read.outlets import agencies

ByLanguage = dict[str, tuple[str, ...]]
Opens = Literal["one", "list", "rest"]
_LEAD = re.compile(r"^[\s>»*•·▪■●►▶→⇒➡👉📷📸🔴✉\[\]|–—_~=#-]+")
_ITEMS = re.compile(r"\s*[|•·]\s*|\s{2,}|\s+/\s+")
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
    for rule in _rules():
        found = _fits(rule, bare, size)
        if found:
            alone = rule.opens != "one" or word_count(bare[found.end() :]) == 0
            return Verdict(rule.reason, rule.opens if alone else None)
    if _is_menu(bare):
        return Verdict("menu")
    items = [item for item in _ITEMS.split(bare) if item.strip()] if size <= 30 else []
    verdicts = [judge(item) for item in items] if len(items) > 1 else []
    return verdicts[0] if verdicts and all(verdicts) else None


def tails() -> re.Pattern[str]:
    """What may be stuck to a paragraph's end; the group that fits is the number of its rule."""
    return _tails()[0]


def tail_reason(found: re.Match[str]) -> str:
    """The reason of a match of ``tails()``."""
    return _tails()[1][(found.lastindex or 1) - 1]


def agency_names() -> str:
    """The known agencies and photo agencies as one alternation, the longest first."""
    names = {*agencies(), *credit_data().agencies}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def either(words: ByLanguage) -> str:
    """All patterns of all languages as one alternation, each once."""
    return "|".join(dict.fromkeys(word for language in words.values() for word in language))


def _fits(rule: _Rule, bare: str, size: int) -> re.Match[str] | None:
    if rule.whole and size <= 30 and (found := rule.whole.match(bare)):
        return found
    if size > rule.words:
        return None
    if rule.starts and (found := rule.starts.match(bare)):
        return found
    return rule.contains.search(bare) if rule.contains else None


@cache
def _rules() -> tuple[_Rule, ...]:
    out = []
    for form in furniture().rules:
        starts = "|".join(filter(None, (either(form.starts), either(form.tail))))
        out.append(
            _Rule(
                form.reason,
                form.words,
                form.opens,
                _compiled(f"(?:{either(form.whole)}){_TRAIL}") if form.whole else None,
                _compiled(f"(?:{starts})") if starts else None,
                _compiled(f"(?:{either(form.contains)})") if form.contains else None,
            )
        )
    return tuple(out)


@cache
def _tails() -> tuple[re.Pattern[str], tuple[str, ...]]:
    forms = [form for form in furniture().rules if form.tail]
    groups = "|".join(f"({either(form.tail)})" for form in forms)
    return _compiled(rf"(?<=\s)[\(\[]?(?:{groups})"), tuple(form.reason for form in forms)


@cache
def _sections() -> frozenset[str]:
    return frozenset(name.casefold() for names in furniture().sections.values() for name in names)


def _is_menu(line: str) -> bool:
    """Sections of a paper, one or several between bars; or a path of three steps or more."""
    if len(line) > 400:
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


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
