"""Accuracy on the reference annotation. The floors only rise; one is lowered on purpose, with its reason, or never."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from clusters import across
from foedus import api
from scoring import SEEDS, claims, lacking, score

FAITHFUL: Final = 1.0
FACT: Final = {"detect_f1": 0.855, "detect_p": 0.95, "core_f1": 0.81, "core_p": 0.9, "full_f1": 0.495}
SPEECH: Final = {"detect_f1": 0.865, "detect_p": 0.94, "core_f1": 0.68, "core_p": 0.74, "full_f1": 0.365}
CROSS: Final = 0.95
ALL: Final = {"detect_f1": 0.8, "core_f1": 0.71, "full_f1": 0.42}

if lacking(SEEDS):
    pytest.skip(lacking(SEEDS), allow_module_level=True)


@pytest.fixture(scope="module")
def predicted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The claims of the seeds, as `foedus claims --format jsonl` has them."""
    path = tmp_path_factory.mktemp("accuracy") / "claims.jsonl"
    path.write_bytes(claims([SEEDS]))
    return path


@pytest.mark.parametrize(("group", "floors"), [("fact", FACT), ("speech", SPEECH), ("all", ALL)])
def test_floors(predicted: Path, group: str, floors: dict[str, float]) -> None:
    wanted = [f"{group}.{name}={floor}" for name, floor in floors.items()]
    done = score(SEEDS, predicted, "--floor", f"faithful={FAITHFUL}", *wanted)
    assert done.returncode == 0, done.stdout + done.stderr


def test_across_the_articles() -> None:
    report = across(api.picture(sorted(SEEDS.texts.glob("*.txt"))), SEEDS.gold)
    assert report["figures"]["bcubed_f1"] >= CROSS
    assert {"K01", "K07"} <= set(report["conflicts"]["found"])
    assert report["conflicts"]["false"] == []


def test_nothing_is_read_out_of_furniture(predicted: Path) -> None:
    gold: dict[str, Any] = {}
    for path in SEEDS.gold.glob("0*.json"):
        article = json.loads(path.read_text(encoding="utf-8"))
        gold[article["file"]] = [
            f["span"] for f in article["furniture"] if f["category"] not in ("photo_caption", "mt_debris")
        ]
    for line in predicted.read_bytes().splitlines():
        claim = json.loads(line)
        evidence = claim["evidence"]
        inside = [a <= evidence["start"] and evidence["end"] <= b for a, b in gold[claim["article"]]]
        assert not any(inside), evidence["text"]
