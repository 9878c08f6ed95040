"""Sentences over the demonstration articles, with the verdict that a reader would give. The floor only rises."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from foedus import answers, kept, pipeline
from foedus.model import Answer, Reading
from foedus.verify import MemoryIndex

DEMO: Final = Path(__file__).parents[2] / "demo" / "articles"
FLOOR: Final = 0.83
MONTHS: Final = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "it": [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}
OTHERS: Final = {
    "Svezia": "Norvegia",
    "Sweden": "Norway",
    "Suède": "Norvège",
    "Corea del Nord": "Cina",
    "Kursk": "Belgorod",
}
BATTERY: Final = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "demo.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def index() -> MemoryIndex:
    readings = tuple(r for r in pipeline.read([DEMO]) if isinstance(r, Reading))
    return kept.index_of(pipeline.picture(readings))


@pytest.fixture(scope="module")
def answered(index: MemoryIndex) -> list[tuple[Answer, list[str]]]:
    return [(answers.answer(sentence, index), wanted.split("|")) for _, wanted, sentence in BATTERY]


def test_most_are_right(answered: list[tuple[Answer, list[str]]]) -> None:
    right = sum(answer.verdict in wanted for answer, wanted in answered)
    assert right >= FLOOR * len(answered)


def test_nothing_false_is_borne_out(answered: list[tuple[Answer, list[str]]]) -> None:
    false = [answer.sentence for answer, wanted in answered if answer.verdict == "borne_out" not in wanted]
    assert false == []


def test_each_language_is_told(answered: list[tuple[Answer, list[str]]]) -> None:
    told = [(answer.sentence, answer.language) for answer, _ in answered]
    assert told == [(sentence, language) for language, _, sentence in BATTERY]


def test_every_answer_has_its_evidence(answered: list[tuple[Answer, list[str]]]) -> None:
    for answer, _ in answered:
        assert answer.reason
        for witness in _witnesses(answer):
            assert witness.sentence, answer.sentence
            assert witness.origins, answer.sentence
        if answer.verdict == "borne_out":
            assert all(reply.backing for reply in answer.replies), answer.sentence
            assert not answer.unread, answer.sentence
        if answer.verdict in ("contradicted", "disputed"):
            assert any(reply.opposing for reply in answer.replies), answer.sentence


def _false(sentence: str, language: str) -> Iterator[str]:
    """False sentences made of a true one: another month, another year, another number, other states."""
    months = MONTHS[language]
    for n, month in enumerate(months):
        if re.search(rf"\b{month}\b", sentence):
            yield re.sub(rf"\b{month}\b", months[(n + 5) % 12], sentence)
    for found in re.finditer(r"\b20\d\d\b", sentence):
        yield f"{sentence[: found.start()]}{int(found[0]) - 1}{sentence[found.end() :]}"
    for found in re.finditer(r"(?<![\d.,])\d{1,3}(?![\d.,]*\d)", sentence):
        yield f"{sentence[: found.start()]}{int(found[0]) + 3}{sentence[found.end() :]}"
    for name in OTHERS:
        if name in sentence:
            yield sentence.replace(name, OTHERS[name])


def test_a_true_sentence_made_false_is_not_borne_out(index: MemoryIndex) -> None:
    true = [(language, sentence) for language, wanted, sentence in BATTERY if wanted.startswith("borne_out")]
    false = [made for language, sentence in true for made in _false(sentence, language)]
    assert len(false) > len(true)
    assert [made for made in false if answers.answer(made, index).verdict == "borne_out"] == []


def _witnesses(answer: Answer) -> Iterator:  # type: ignore[type-arg]
    for reply in answer.replies:
        yield from (*reply.backing, *reply.opposing)
