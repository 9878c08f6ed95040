"""Mutants: a true sentence with one detail changed, so that it is false, and must never be borne out."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import yaml

from foedus.extract.content import contents_of
from foedus.model import Contents, Name, Span
from foedus.packs.load import DATA
from foedus.packs.world import load_world

_STATES: Final = ("CHL", "KEN", "MEX", "THA", "PER", "GHA", "NZL", "BOL")
_CITIES: Final = ("Nairobi", "Lima", "Bangkok", "Accra", "Quito")
_PERSONS: Final = ("Urho Kekkonen", "Charles de Gaulle", "Michelle Bachelet", "Helen Clark", "Jacinda Ardern")
_BODIES: Final = {
    "en": (r"\b(?:Senate|[Pp]arliament|Diet|Assembly|Riksdag|Seimas|Saeima)\b", "supreme court"),
    "it": (r"\b(?:Senato|[Pp]arlamento|Riksdag|Seimas|Saeima)\b", "tribunale supremo"),
    "fr": (r"\b(?:Sénat|[Pp]arlement|Riksdag|Seimas|Saeima)\b", "tribunal suprême"),
}
_AUXILIARIES: Final = {
    "en": r"\b(has|have|was|were|is|are|will|would)\b",
    "it": r"\b(ha|hanno|è|sono|sarà|avrà)\b",
    "fr": r"\b(a|ont|est|sont|sera)\b",
}
_NOT: Final = {
    "en": (r"\1 not", r"\1 not yet", r"\1 still not"),
    "it": (r"non \1", r"non \1 ancora", r"non \1 tuttora"),
    "fr": (r"n'\1 pas", r"n'\1 pas encore", r"n'\1 toujours pas"),
}
_DID: Final = (r"\b(sign|ratifi|approv|announc|extend|visit|deploy|reject|attack|send)(ed|d|ied)\b", "did not")
_BASE: Final = {"ratifi": "ratify", "approv": "approve", "announc": "announce"}
_LEAST: Final = 3
"""Numbers under this are often words of grammar."""


class Mutant(NamedTuple):
    """A false sentence, what kind of change made it so, and the true one."""

    kind: str
    sentence: str
    true: str


def mutants(sentence: str, language: str, told: str = "") -> Iterator[Mutant]:
    """All mutants of a sentence. ``told`` is all that the reports say: no name of theirs is put in for another."""
    contents = contents_of(sentence, language)
    negated = bool(contents.negations)
    for kind, changed in (
        *_dates(contents, language),
        *_numbers(contents),
        *_names(contents, language, told),
        *_others(sentence, language),
    ):
        if changed != sentence and not negated:  # what is not so by one year is not so by the one before
            yield Mutant(kind, changed, sentence)


def _put(text: str, span: Span, words: str) -> str:
    return text[: span.start] + words + text[span.end :]


def _dates(contents: Contents, language: str) -> Iterator[tuple[str, str]]:
    months = _months(language)
    for moment in contents.moments:
        said = moment.span.of(contents.text)
        for found in re.finditer(r"\b\d{4}\b", said):
            for by in (-1, 1):
                yield "year", _put(contents.text, moment.span, _put(said, Span(*found.span()), str(int(found[0]) + by)))
        for found in re.finditer(r"\b\d{1,2}(?=er\b|st\b|nd\b|rd\b|th\b|\b)", said):
            days = {(int(found[0]) + by) % 28 + 1 for by in (0, 10)} - {int(found[0])}
            for day in sorted(days):
                yield "day", _put(contents.text, moment.span, _put(said, Span(*found.span()), str(day)))
        for found in re.finditer(r"\w+", said):
            if found[0].casefold() in months:
                other = months[(months.index(found[0].casefold()) + 1) % len(months)]
                other = other if found[0][0].islower() else other.capitalize()
                yield "month", _put(contents.text, moment.span, _put(said, Span(*found.span()), other))


@cache
def _months(language: str) -> list[str]:
    told = yaml.safe_load((DATA / "languages" / language / "times.yaml").read_text(encoding="utf-8"))
    return [str(form).split("|")[0].strip() for form in told["months"]]


def _numbers(contents: Contents) -> Iterator[tuple[str, str]]:
    for number in contents.numbers:
        said = number.span.of(contents.text)
        if number.low and number.low == number.high and number.low >= _LEAST and re.fullmatch(r"\d+", said):
            yield "number", _put(contents.text, number.span, str(int(number.low) + 7))
            yield "number", _put(contents.text, number.span, str(int(number.low) * 3))


def _names(contents: Contents, language: str, told: str) -> Iterator[tuple[str, str]]:
    world, low = load_world(), told.casefold()
    for name in contents.names:
        put = [c for c in _CITIES if c.casefold() not in low]
        if any(i.startswith("person:") for i in name.ids):
            persons = [p for p in _PERSONS if p.casefold() not in low]
            others = [p for p in persons if p.split()[-1].casefold() not in low]
            yield "person", _put(contents.text, name.span, others[0])
        elif all(i.startswith("place:") for i in name.ids):
            yield "place", _put(contents.text, name.span, put[0])
        elif _state(name):
            labels = [world.label(s, language) for s in _STATES]
            others = [label for label in labels if label.casefold()[:4] not in low]
            yield "state", _put(contents.text, name.span, others[0])
            if any(i.startswith("place:") for i in name.ids):
                yield "place", _put(contents.text, name.span, put[0])
            if not name.span.start:
                yield "person for state", _put(contents.text, name.span, _PERSONS[0])


def _state(name: Name) -> bool:
    return any(i in load_world().states for i in name.ids)


def _others(sentence: str, language: str) -> Iterator[tuple[str, str]]:
    pattern, body = _BODIES[language]
    yield "body", re.sub(pattern, body, sentence, count=1)
    for kind, words in zip(("not", "not yet", "still not"), _NOT[language], strict=True):
        changed = re.sub(_AUXILIARIES[language], words, sentence, count=1)
        yield kind, changed.replace("n'sont", "ne sont").replace("n'sera", "ne sera")
    if language == "en":
        yield (
            "not",
            re.sub(_DID[0], lambda m: f"{_DID[1]} {_BASE.get(m[1], m[1])}", sentence, count=1),
        )
