"""Sentences over the demonstration articles, with the verdict that a reader would give. The floor only rises."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from foedus import answers, kept, pipeline
from foedus.model import Answer, Reading
from foedus.verify import MemoryIndex

DEMO: Final = Path(__file__).parents[2] / "demo" / "articles"
FLOOR: Final = 0.8
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


def _witnesses(answer: Answer) -> Iterator:  # type: ignore[type-arg]
    for reply in answer.replies:
        yield from (*reply.backing, *reply.opposing)
