"""Details of two sentences side by side: their days, lengths of time, votes and numbers."""

from collections.abc import Iterator, Sequence
from typing import Final

from foedus.model import Contents, Interval, Moment, Number, Quantity, Span, Testimony
from foedus.packs.words import tokenize
from foedus.verify.asked import Asked
from foedus.verify.concepts import Word, concepts_of, words_in
from foedus.verify.fields import Match, match_days, match_quantity
from foedus.verify.votes import Votes, match_votes, votes_of

_NOUN: Final = 2
"""Most words that say something from a number to what it counts."""


def details(asked: Asked, contents: Contents, clause: Span, said: Testimony) -> Iterator[tuple[str, Match]]:
    """By name, how each detail of the asked sentence stands to those of the clause."""
    for n, moment in enumerate(asked.contents.moments):
        yield f"when {n}" if n else "when", _moment(moment, asked, contents, clause, said)
    votes = votes_of(contents, said.language)
    if asked.votes:
        yield "votes", match_votes(asked.votes, votes)
    for n, number in enumerate(m for m in asked.contents.numbers if m.span.start not in asked.votes.spans):
        yield f"number {n}" if n else "number", _number(number, asked, contents, clause, said, votes)


def _moment(asked: Moment, of: Asked, contents: Contents, clause: Span, said: Testimony) -> Match:
    there = [m for m in contents.moments if clause.covers(m.span)]
    if asked.length is not None:
        units = _units(asked, of.text, of.language)
        lengths = [m for m in there if m.length is not None and _units(m, contents.text, said.language or "") == units]
        if not units or len(lengths) != 1:
            return "silent"
        return "agree" if lengths[0].length == asked.length else "differ"
    wanted = _days(asked)
    days = [d for m in there if m.length is None and (d := _days(m))]
    if wanted is None or len(days) != 1:
        return "silent"
    return match_days(wanted, days[0])


def _days(moment: Moment) -> Interval | None:
    """The days of a date; of "since 4 March" the first."""
    try:
        days = moment.when.days()
    except ValueError:
        return None
    if days is None or days.first is None:
        return None
    return days if days.last else Interval(days.first, days.first)


def _units(moment: Moment, text: str, language: str) -> frozenset[str]:
    times = ("year", "month", "week", "day")
    return frozenset(c for t in tokenize(moment.span.of(text)) for c in concepts_of(t.low, language) if c in times)


def _number(asked: Number, of: Asked, contents: Contents, clause: Span, said: Testimony, votes: Votes) -> Match:
    mine = _counted(asked, of.words)
    words = words_in(contents, said.language or "")
    same = []
    for n in contents.numbers:
        if (
            not clause.covers(n.span)
            or n.span.start in votes.spans
            or (n.kind == "ordinal") != (asked.kind == "ordinal")
        ):
            continue
        theirs = _counted(n, words)
        if n.of == asked.of != "" or any(a.says(b) for a in mine[:1] for b in theirs):
            same.append(match_quantity(_quantity(asked), _quantity(n)))
    if "agree" in same:
        return "agree"
    return "differ" if same and set(same) == {"differ"} else "silent"


def _counted(number: Number, words: Sequence[Word]) -> list[Word]:
    """The words behind a number."""
    return [w for w in words if w.span.start >= number.span.end][:_NOUN]


def _quantity(number: Number) -> Quantity:
    return Quantity(number.low, number.high, number.comparator)
