"""Real articles with a person's reading of them, where they lie at hand: furniture, and the part of every claim."""

import json
from pathlib import Path

import pytest

from foedus.model import Span
from foedus.read import article_from_text

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = sorted((SHARED / "gold").glob("0*.json"))
WANTED = {"photo_caption": {"caption"}, "mt_debris": {"body"}}

if not GOLD:
    pytest.skip(f"no reference annotation in {SHARED}", allow_module_level=True)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_parts_agree_with_the_reference(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (SHARED / "seeds" / gold["file"]).read_bytes().decode("utf-8")
    article = article_from_text(text, id=gold["file"])

    def kinds(start: int, end: int) -> set[str]:
        return {part.kind for part in article.parts if part.span.overlap(Span(start, end))}

    for claim in gold["claims"]:
        assert kinds(*claim["span"]) == {claim["origin"]}, claim["quote"]
    for line in gold["furniture"]:
        assert kinds(*line["span"]) <= WANTED.get(line["category"], {"furniture", "dateline"}), line["text"]
    assert article.published is None
