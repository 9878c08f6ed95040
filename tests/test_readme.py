"""The samples of README.md are what the commands print; "…" stands for what is left out."""

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from foedus.cli.main import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def samples() -> Iterator[tuple[str, list[str]]]:
    """Each command with the lines that are said to follow it."""
    for block in re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ foedus ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield command, [line for line in shown.splitlines() if line.strip(" …")]


def as_pattern(line: str) -> re.Pattern[str]:
    pieces = (r"\s+".join(map(re.escape, piece.split())) for piece in line.split("…"))
    return re.compile(r"\s*.*\s*".join(pieces))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the demo articles, where the commands may write."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / "demo").symlink_to(ROOT / "demo")
    before = Path.cwd()
    os.chdir(folder)
    yield folder
    os.chdir(before)


def test_there_are_samples() -> None:
    assert len(list(samples())) >= 10


@pytest.mark.parametrize(("command", "shown"), list(samples()), ids=lambda v: v if isinstance(v, str) else "")
def test_a_sample_is_what_the_command_prints(
    command: str, shown: list[str], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(shlex.split(command)) == 0, place
    told = capsys.readouterr()
    lines = iter([*told.err.splitlines(), *told.out.splitlines()])
    for line in shown:
        assert any(as_pattern(line).search(printed) for printed in lines), f"README.md: not what is printed: {line}"
