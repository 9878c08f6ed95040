"""Accuracy on the reference annotation. The floors only rise; one is lowered on purpose, with its reason, or never."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest

from foedus.model import Reading
from foedus.pipeline import read

SHARED: Final = Path(__file__).resolve().parents[2] / "shared"
SEEDS, GOLD, SCORE = SHARED / "seeds", SHARED / "gold", SHARED / "tools" / "score"

FAITHFUL: Final = 1.0
FACT: Final = {"detect_f1": 0.82, "detect_p": 0.95, "core_f1": 0.75, "core_p": 0.86, "full_f1": 0.39}
SPEECH: Final = {"detect_f1": 0.54, "detect_p": 0.90}
ALL: Final = {"detect_f1": 0.72, "core_f1": 0.58, "full_f1": 0.31}

if not (SCORE.exists() and list(GOLD.glob("0*.json")) and list(SEEDS.glob("*.txt"))):
    pytest.skip(f"no seeds, reference annotation or scorer in {SHARED}", allow_module_level=True)


@pytest.fixture(scope="module")
def predicted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The claims of the seeds, as `foedus claims --format jsonl` has them."""
    path = tmp_path_factory.mktemp("accuracy") / "claims.jsonl"
    path.write_bytes(b"".join(_lines()))
    return path


def _lines() -> Iterator[bytes]:
    for reading in read([str(SEEDS)]):
        assert isinstance(reading, Reading), reading
        yield from (msgspec.json.encode(claim) + b"\n" for claim in reading.claims)


def score(predicted: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    paths = ("--gold", str(GOLD), "--texts", str(SEEDS), "--pred", str(predicted))
    command = [sys.executable, str(SCORE), *paths, *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("group", "floors"), [("fact", FACT), ("speech", SPEECH), ("all", ALL)])
def test_floors(predicted: Path, group: str, floors: dict[str, float]) -> None:
    wanted = [f"{group}.{name}={floor}" for name, floor in floors.items()]
    done = score(predicted, "--floor", f"faithful={FAITHFUL}", *wanted)
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_is_read_out_of_furniture(predicted: Path) -> None:
    gold: dict[str, Any] = {}
    for path in GOLD.glob("0*.json"):
        article = json.loads(path.read_text(encoding="utf-8"))
        gold[article["file"]] = [
            f["span"] for f in article["furniture"] if f["category"] not in ("photo_caption", "mt_debris")
        ]
    for line in predicted.read_bytes().splitlines():
        claim = json.loads(line)
        evidence = claim["evidence"]
        inside = [a <= evidence["start"] and evidence["end"] <= b for a, b in gold[claim["article"]]]
        assert not any(inside), evidence["text"]
