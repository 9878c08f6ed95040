"""Annotated articles and the scorer of ../shared; what is absent is said, and nothing is scored then."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from foedus.model import Claim, Reading
from foedus.pipeline import read

ROOT: Final = Path(__file__).resolve().parents[1]
CORPUS: Final = ROOT / "corpus"
SHARED: Final = ROOT.parent / "shared"
SCORE: Final = SHARED / "tools" / "score"


class Batch(NamedTuple):
    """Articles (``*.txt`` in ``texts``) and their annotation (``*.json`` in ``gold``)."""

    name: str
    language: str
    gold: Path
    texts: Path


SEEDS: Final = Batch("seeds", "it", SHARED / "gold", SHARED / "seeds")


def corpus() -> list[Batch]:
    """The batches of the corpus, by language (a folder of two letters) and name."""
    folders = sorted(path for path in CORPUS.glob("??/*") if path.is_dir())
    return [Batch(path.name, path.parent.name, path, path) for path in folders]


def lacking(batch: Batch) -> str:
    """Why a batch cannot be scored, "" when it can."""
    if not SCORE.exists():
        return f"no scorer, {SCORE}"
    if not (list(batch.texts.glob("*.txt")) and list(batch.gold.glob("*[0-9].json"))):
        return f"no annotated articles in {batch.texts}"
    return ""


@cache
def read_batch(batch: Batch) -> dict[str, tuple[Claim, ...]]:
    """File name of each article → its claims."""
    found: dict[str, tuple[Claim, ...]] = {}
    for reading in read([str(path) for path in sorted(batch.texts.glob("*.txt"))]):
        if not isinstance(reading, Reading):
            raise reading
        found[reading.article.id] = reading.claims
    return found


def claims(batches: Iterable[Batch]) -> bytes:
    """The claims of all articles as lines of JSON, as ``foedus claims --format jsonl`` has them."""
    every = (claim for batch in batches for found in read_batch(batch).values() for claim in found)
    return b"".join(msgspec.json.encode(claim) + b"\n" for claim in every)


def pool(batches: Sequence[Batch], folder: Path) -> Batch:
    """Several batches of one language as one, copied into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    principals: dict[str, str] = {}
    for batch in batches:
        for path in batch.gold.iterdir():
            if path.name == "principals.json":
                principals |= json.loads(path.read_text(encoding="utf-8"))
            else:
                shutil.copy(path, folder / path.name)
    (folder / "principals.json").write_text(json.dumps(principals), encoding="utf-8")
    return Batch("+".join(b.name for b in batches), batches[0].language, folder, folder)


def score(batch: Batch, predicted: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """The scorer's answer for claims in a JSONL file."""
    command = [sys.executable, str(SCORE), "--gold", str(batch.gold), "--texts", str(batch.texts)]
    if (batch.gold / "principals.json").exists():
        command += ["--principals", str(batch.gold / "principals.json")]
    command += ["--pred", str(predicted), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def figures(batch: Batch) -> dict[str, Any]:
    """All measures of a batch, as the scorer's JSON has them. Raises RuntimeError when the scorer fails."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.jsonl"
        path.write_bytes(claims([batch]))
        done = score(batch, path, "--json")
    if done.returncode:
        raise RuntimeError(f"{batch.name}: {done.stderr or done.stdout}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found
