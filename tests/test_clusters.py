"""The clusters of the corpus: their annotation is sound, and Foedus does not reconcile them worse."""

import json
import random
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
import pytest

from clusters import CLUSTERS, SCORE_CROSS, folders, measures, verdict
from foedus.model import Interval
from mutants import Mutant, mutants

FOLDERS: Final = folders()
NAMES: Final = [folder.name for folder in FOLDERS]

# Just under what is reached over all clusters; they only rise.
FLOORS: Final = {
    "events, B-cubed F1": 0.885,
    "claims of events that were read": 0.535,
    "planted contradictions found": 0.38,
    "origins counted right, of what was read": 0.81,
    "undated articles whose day is in the interval": 0.93,
    "undated articles dated within a month": 0.81,
    "sentences judged right": 0.67,
}
# Just over what is reached; these only sink.
CEILINGS: Final = {"false contradictions in a cluster": 0.26, "false sentences called borne out": 0.0}


class Group(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    label: str
    type: str
    claims: tuple[str, ...]
    strict: bool
    resolved_when: str | None = None
    type_alt: tuple[str, ...] = ()
    note: str = ""


class Conflict(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    field: str
    claims: tuple[str, ...]
    verdict_class: Literal["contradiction", "range", "compatible", "other"]
    verdict: str
    planted: bool
    explanation: str
    sides: tuple[tuple[str, ...], ...] = ()


class Origins(msgspec.Struct, forbid_unknown_fields=True):
    event: str
    origins: int
    groups: tuple[tuple[str, ...], ...]
    why: str


class Undated(msgspec.Struct, forbid_unknown_fields=True):
    true: str
    why: str


class Check(msgspec.Struct, forbid_unknown_fields=True):
    sentence: str
    lang: Literal["it", "en", "fr"]
    expected: Literal["borne_out", "contradicted", "disputed", "outdated", "not_covered"]
    why: str
    expected_alt: tuple[str, ...] = ()


class Cross(msgspec.Struct, forbid_unknown_fields=True):
    same_event: tuple[Group, ...]
    conflicts: tuple[Conflict, ...]
    origins: tuple[Origins, ...]
    copies: tuple[dict[str, str], ...]
    undated: dict[str, Undated]
    checks: tuple[Check, ...]


@cache
def cross(folder: Path) -> Cross:
    return msgspec.json.decode((folder / "cross.json").read_bytes(), type=Cross)


@cache
def articles(folder: Path) -> dict[str, dict[str, Any]]:
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*-*.json"))}


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_evidence_is_the_text_at_its_place(folder: Path) -> None:
    assert set(articles(folder)) == {path.stem for path in folder.glob("*.txt")}
    for stem, told in articles(folder).items():
        text = (folder / f"{stem}.txt").read_bytes().decode("utf-8")
        assert (told["file"], told["written_for"], told["licence"]) == (f"{stem}.txt", "Foedus", "CC-BY-4.0")
        assert [c["id"] for c in told["claims"] if text[slice(*c["span"])] != c["quote"]] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_what_is_said_of_the_cluster_holds_together(folder: Path) -> None:
    found, stems = cross(folder), set(articles(folder))
    claims = {claim["id"] for told in articles(folder).values() for claim in told["claims"]}
    grouped = Counter(chain.from_iterable(group.claims for group in found.same_event))
    assert set(grouped) == claims
    assert max(grouped.values()) == 1
    for conflict in found.conflicts:
        assert set(conflict.claims) | set(chain.from_iterable(conflict.sides)) <= claims, conflict.id
        assert len(conflict.sides) != 1, conflict.id
    groups = {group.id: group for group in found.same_event}
    for origins in found.origins:
        told = {claim.rpartition("-")[0] for claim in groups[origins.event].claims}
        assert origins.origins == len(origins.groups), origins.event
        assert set(chain.from_iterable(origins.groups)) == told, origins.event
    assert {copied[end] for copied in found.copies for end in ("from", "to")} <= stems
    assert {stem for stem, told in articles(folder).items() if not told["dated"]} == set(found.undated)
    for stem, undated in found.undated.items():
        assert Interval.parse(undated.true).within(Interval.parse(articles(folder)[stem]["published"]))
    assert len({check.sentence for check in found.checks}) == len(found.checks)


def test_there_are_enough() -> None:
    assert len(FOLDERS) >= 5
    assert sum(len(cross(folder).checks) for folder in FOLDERS) >= 120


@pytest.mark.skipif(not SCORE_CROSS.exists(), reason=f"no scorer, {SCORE_CROSS}")
def test_floors() -> None:
    reached = {name: share.value() for name, share in measures(FOLDERS).items()}
    under = {name for name, floor in FLOORS.items() if reached[name] < floor}
    over = {name for name, ceiling in CEILINGS.items() if reached[name] > ceiling}
    assert not under | over, f"past its limit; reached: {reached}"


@cache
def false_sentences(folder: Path) -> list[tuple[Mutant, str]]:
    """The true sentences of a cluster with one detail changed, each with its language."""
    told = " ".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    true = [check for check in cross(folder).checks if check.expected == "borne_out"]
    return [(mutant, check.lang) for check in true for mutant in mutants(check.sentence, check.lang, told)]


def test_nothing_false_is_borne_out() -> None:
    every = [(folder, *false) for folder in FOLDERS for false in false_sentences(folder)]
    chosen = random.Random(7).sample(every, 200)
    found = [(mutant, verdict(mutant.sentence, language, folder)) for folder, mutant, language in chosen]
    assert [mutant for mutant, said in found if said == "borne_out"] == []
    assert len({mutant.kind for mutant, _ in found}) >= 9


def test_the_datasheet_lists_every_cluster() -> None:
    sheet = (CLUSTERS / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"| `{name}` | {len(articles(CLUSTERS / name))} |" not in sheet] == []
