"""Votes: how many for, against and abstaining, as a sentence words it."""

import re
from functools import cache
from typing import Final, NamedTuple

import msgspec

from foedus.model import Contents, Number, Span
from foedus.packs.load import DATA, load
from foedus.verify.fields import Match

_NEAR: Final = 28
"""Characters between a number and the word that says what it counts."""
_CLAUSE: Final = 60
"""Characters between the number of those who vote and how they do."""


class VoteWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"for_": "for"}):
    """The words of one language (``data/verify/votes.yaml``)."""

    for_: tuple[str, ...]
    votes: tuple[str, ...]
    voters: tuple[str, ...]
    against: tuple[str, ...]
    abstained: tuple[str, ...]
    between: tuple[str, ...]
    none: tuple[str, ...]


class Votes(NamedTuple):
    """The figures of a vote, None where none is given; ``spans`` are the starts of the numbers that they are."""

    for_: float | None = None
    against: float | None = None
    abstained: float | None = None
    spans: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.spans)


_SCORE: Final = re.compile(r"(?<![\w-])(\d{1,3})[-–](\d{1,3})(?![\w-])")
"""A vote as a score: "voted 19-0"."""


@cache
def vote_words() -> dict[str, VoteWords]:
    """The words by language. Raises PackError."""
    return load(DATA / "verify" / "votes.yaml", dict[str, VoteWords])


def votes_of(contents: Contents, language: str | None, within: Span | None = None) -> Votes:
    """The figures of the vote that a sentence, or a stretch of it, tells of; none where it tells of none."""
    words = vote_words().get(language or "")
    if words is None:
        return Votes()
    voting = _holds(contents.text.casefold(), (*words.for_, *words.votes))
    held = within or Span(0, len(contents.text))
    if voting and (score := _SCORE.search(contents.text, held.start, held.end)):
        return Votes(float(score[1]), float(score[2]), None, frozenset((score.start(1), score.start(2))))
    numbers = [n for n in contents.numbers if n.kind == "cardinal" and n.low is not None and held.covers(n.span)]
    if not numbers:
        return Votes()
    text = contents.text.casefold()
    roles: dict[int, str] = {}
    for at, number in enumerate(numbers):
        before = numbers[at - 1] if at else None
        role = _role(number, before, numbers[at + 1] if at + 1 < len(numbers) else None, text, words, roles)
        if role:
            roles[number.span.start] = role
    if not {"for", "against"} & set(roles.values()):
        return Votes()
    by_role = {roles[n.span.start]: n.low for n in reversed(numbers) if n.span.start in roles}
    against = by_role.get("against")
    if against is None and "for" in by_role and _holds(text, words.none):
        against = 0
    return Votes(by_role.get("for"), against, by_role.get("abstained"), frozenset(roles))


def _role(
    number: Number, before: Number | None, after: Number | None, text: str, words: VoteWords, roles: dict[int, str]
) -> str:
    left = text[max(before.span.end if before else 0, number.span.start - _NEAR) : number.span.start]
    right = text[number.span.end : min(after.span.start if after else len(text), number.span.end + _NEAR)]
    counted = before is not None and before.span.start in roles
    if _starts(right, words.abstained):
        return "abstained"
    if _starts(right, words.against) and not (after and _ends(right, words.between)):
        return "against"
    if counted and (_ends(left, words.between) or _ends(left, words.against)):
        return "against"
    if _holds(right, words.for_) or _holds(left, words.for_):
        return "for"
    if _ends(left, words.against):
        return "against"
    if _holds(left, words.abstained):
        return "abstained"
    voters = _starts(right, words.voters) and _holds(text[number.span.end : number.span.end + _CLAUSE], words.for_)
    if voters or _starts(right, words.votes) or (after and _ends(right, words.between) and _voted(right, words)):
        return "for"
    return ""


def _voted(right: str, words: VoteWords) -> bool:
    return _holds(right, words.votes)


def _starts(text: str, words: tuple[str, ...]) -> bool:
    return bool(re.match(rf"\W*(?:{_either(words)})(?!\w)", text))


def _ends(text: str, words: tuple[str, ...]) -> bool:
    return bool(re.search(rf"(?<!\w)(?:{_either(words)})\W*\Z", text))


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return bool(re.search(rf"(?<!\w)(?:{_either(words)})(?!\w)", text))


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


def match_votes(asked: Votes, told: Votes) -> Match:
    """Figures of a vote: each that both give must be the same, and each that is asked must be given."""
    pairs = [
        (a, t)
        for a, t in ((asked.for_, told.for_), (asked.against, told.against), (asked.abstained, told.abstained))
        if a is not None
    ]
    if any(t is not None and a != t for a, t in pairs):
        return "differ"
    return "agree" if pairs and all(t is not None for _, t in pairs) else "silent"
