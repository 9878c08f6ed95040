"""A folder of articles, and the command line run inside the test's own process."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from foedus.cli.main import run

ARTICLES = {
    "2025-01-10-a.txt": "Tokyo, il patto passa\n\nIl Giappone ha ratificato il 9 gennaio 2025 l'accordo di accesso "
    "reciproco con le Filippine. Secondo il governo di Manila, più di duemila soldati giapponesi "
    "arriveranno.",
    "2025-01-11-b.txt": "Le Filippine hanno ratificato l'accordo di accesso reciproco con il Giappone il 10 gennaio "
    "2025. Il presidente ha ringraziato Tokyo.",
    # No pack for German: one gap.
    "c-de.txt": "Japan und die Philippinen haben das Abkommen begrüßt, das ihre Minister unterzeichnet hatten.",
}


class Done(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """Lines of standard error."""
        return self.err.splitlines()


Run = Callable[..., Done]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def foedus(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs ``foedus ARGUMENTS`` in an empty working folder."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.delenv("FOEDUS_DEBUG", raising=False)

    def command(*arguments: str | Path) -> Done:
        code = run([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        done = Done(code, out.decode("utf-8"), err.decode("utf-8"))
        assert "Traceback" not in done.err
        assert all(line.startswith("foedus: ") for line in done.complaints)
        return done

    return command
