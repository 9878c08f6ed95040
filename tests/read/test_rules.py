"""The furniture rules against lines.yaml: what must go, and what must stay."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from foedus.read.lines import Paragraph
from foedus.read.pieces import pieces_of
from foedus.read.rules import judge, tail_reason, tails

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "lines.yaml").read_text(encoding="utf-8"))
FURNITURE = [(line, reason) for cases in CASES["furniture"].values() for line, reason in cases]
TEXT = [line for cases in CASES["text"].values() for line in cases]


@pytest.mark.parametrize(("line", "reason"), FURNITURE)
def test_furniture_has_its_reason(line: str, reason: str) -> None:
    verdict = judge(line)
    assert verdict is not None
    assert verdict.reason == reason


@pytest.mark.parametrize("line", TEXT)
def test_a_sentence_stays(line: str) -> None:
    pieces = pieces_of(Paragraph(0, len(line), line))
    assert [(piece.kind, piece.text) for piece in pieces] == [(None, line)]


def test_a_heading_opens_what_follows() -> None:
    assert (one := judge("Leggi anche")) is not None
    assert one.opens == "one"
    assert (with_teaser := judge("Leggi anche: Il vertice")) is not None
    assert with_teaser.opens is None


def test_ornaments_are_furniture() -> None:
    assert (verdict := judge("* * *")) is not None
    assert verdict.reason == "ornament"


def test_a_tail_knows_its_rule() -> None:
    line = "Il voto è atteso. Leggi anche: Chi decide"
    pattern = tails(line)
    assert pattern is not None
    assert (found := pattern.search(line)) is not None
    assert tail_reason(found) == "read_also"


def test_a_line_without_the_words_of_any_tail_needs_no_search() -> None:
    assert tails("Il voto è atteso per domani.") is None
