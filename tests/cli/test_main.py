import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Run
from foedus import __version__, context, pipeline
from foedus.cli import inputs, notices
from foedus.extract import extract
from foedus.model import Article, Reading

TEXT = "La Francia ha firmato il trattato con la Polonia a Nancy."


def test_version_and_help(foedus: Run) -> None:
    assert foedus("--version").out == f"foedus {__version__}\n"
    done = foedus("--help")
    assert done.code == 0
    assert "exit codes: 0 done" in done.out
    assert foedus("claims", "--help").code == 0


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nonsense"], "invalid choice: 'nonsense'"),
        (["claims"], "nothing to read; give PATHs or --ledger FILE"),
        (["claims", "a.txt", "--format", "xml"], "invalid choice: 'xml'"),
        (["claims", "a.txt", "--nonsense"], "unrecognized arguments: --nonsense"),
        (
            ["claims", "a.txt", "--type", "nonsense"],
            "no claim type 'nonsense'; use a type of docs/claims.md or a group",
        ),
        (["claims", "a.txt", "--treaty", "nonsense"], "no treaty fits 'nonsense'"),
        (["claims", "a.txt", "-o", "a.txt"], "both input and output"),
        (["status", "a.txt"], "no treaty fits 'a.txt'"),
        (["status", "mutual"], "fits several treaties"),
        (["explain"], "required: CLAIM-ID"),
    ],
)
def test_wrong_use_is_one_line_and_exit_2(foedus: Run, arguments: list[str], line: str) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    done = foedus(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert len(done.complaints) == 1
    assert line in done.err
    assert Path("a.txt").read_text(encoding="utf-8") == TEXT


def test_paths_and_options_in_any_order(foedus: Run, articles: Path) -> None:
    one, two = sorted(articles.iterdir())[:2]
    plain = foedus("claims", one, two, "--format", "csv", "--type", "treaty")
    assert plain.code == 0
    assert foedus("claims", "--type", "treaty", one, "--format", "csv", two) == plain
    assert foedus("status", "JPN-PHL-2024", "--format", "json", one).code == 0
    assert foedus("status", "--format", "json", "JPN-PHL-2024", one).code == 0


def test_without_a_command_help_goes_to_standard_error() -> None:
    done = subprocess.run([sys.executable, "-m", "foedus"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("usage: foedus")


@pytest.mark.parametrize("command", ["read", "claims", "gaps", "events", "disputes", "timeline", "dossier"])
def test_bad_input_alone_fails_and_beside_others_only_warns(foedus: Run, command: str) -> None:
    Path("good.txt").write_text(TEXT, encoding="utf-8")
    Path("empty.txt").touch()
    Path("binary.txt").write_bytes(bytes(range(256)) * 20)
    Path("broken.json").write_text('{"text": ', encoding="utf-8")
    bad = ["empty.txt", "binary.txt", "broken.json", "absent.txt", "no*fit.txt", "folder"]
    Path("folder").mkdir()
    done = foedus(command, *bad)
    assert done.code == 1
    assert done.out == ""
    assert len(done.complaints) == len(bad)
    assert all(name in line for name, line in zip(bad, done.complaints, strict=True))
    done = foedus(command, *bad, "good.txt", "--quiet")
    assert done.code == 0
    assert len(done.complaints) == len(bad)
    assert foedus(command, *bad, "good.txt", "--strict").code == 1


def test_strict_says_that_there_are_gaps(foedus: Run, articles: Path) -> None:
    assert foedus("claims", articles).code == 0
    assert foedus("claims", articles, "--strict").code == 3
    assert foedus("claims", articles / "2025-01-10-a.txt", "--strict").code in (0, 3)


def test_a_defect_costs_one_article_and_exit_1(foedus: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(article: Article) -> Reading:
        if article.id == "c-de.txt":
            raise KeyError("a mistake of ours")
        return extract(article)

    monkeypatch.setattr(context, "extract", failing)
    done = foedus("read", articles)
    assert done.code == 1
    assert len(done.out.splitlines()) == 3
    (line,) = done.complaints
    assert line.startswith(
        "foedus: c-de.txt: a defect of Foedus, this article is left out: KeyError: 'a mistake of ours'"
    )


def test_an_unexpected_error_is_one_line(foedus: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(pipeline, "reconcile", failing)
    done = foedus("events", articles)
    assert done.code == 1
    assert done.complaints == [
        "foedus: unexpected error: RuntimeError: two lines; please report it (FOEDUS_DEBUG=1 shows where it arose)"
    ]


def test_a_failed_write_is_one_line(foedus: Run, articles: Path) -> None:
    for output in ("no/such/folder.txt", "."):
        done = foedus("claims", articles, "-o", output)
        assert done.code == 1
        assert "cannot be written" in done.err
    assert not list(Path().iterdir())


def test_standard_input(foedus: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "in").write_text(TEXT, encoding="utf-8")
    with (tmp_path / "in").open(encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        done = foedus("read", "-", "--format", "csv")
    assert done.out.splitlines()[1].startswith("stdin,it,")
    monkeypatch.setattr(sys, "stdin", None)
    assert foedus("read", "-").code == 1


def test_progress_is_for_eyes_and_for_many_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    from foedus.cli.main import run

    for n in range(21):
        (tmp_path / f"{n}.txt").write_text(f"{TEXT} {n}", encoding="utf-8")
    monkeypatch.setattr(inputs, "is_terminal", lambda: True)
    assert run(["claims", str(tmp_path)]) == 0
    err = capsysbinary.readouterr().err.decode()
    assert "foedus: 21 / 21  " in err
    assert err.endswith("\r")
    assert run(["claims", str(tmp_path), "--quiet"]) == 0
    assert run(["claims", str(tmp_path / "1.txt")]) == 0
    assert capsysbinary.readouterr().err == b""


def test_a_line_has_no_control_characters(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    notices.say("a\nb\x1b[31m\u202ec")
    assert capsys.readouterr().err == "foedus: a b [31m c\n"
    monkeypatch.setattr(sys, "stderr", None)
    notices.say("nobody listens")


def process(*arguments: str, **more: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-m", "foedus", *arguments], stderr=subprocess.PIPE, **more
    )


def test_a_reader_that_leaves_early_is_no_error(articles: Path) -> None:
    with process("claims", str(articles), stdout=subprocess.PIPE) as command:
        assert command.stdout
        assert command.stderr
        command.stdout.close()
        assert command.stderr.read() == b""
    assert command.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_standard_output(articles: Path) -> None:
    with Path("/dev/full").open("wb") as full, process("claims", str(articles), stdout=full) as command:
        assert command.stderr
        err = command.stderr.read().decode()
    assert command.returncode == 1
    assert err == "foedus: standard output: cannot be written: No space left on device; make room\n"


def test_data_is_utf8_whatever_the_locale(articles: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    with process("gaps", str(articles), stdout=subprocess.PIPE, env=environment) as command:
        assert command.stdout
        assert "begrüßt" in command.stdout.read().decode("utf-8")


def test_an_interrupt_is_one_line(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo.txt"
    os.mkfifo(fifo)
    # Opening it for writing waits until the command reads.
    with process("claims", str(fifo), stdout=subprocess.PIPE) as command, fifo.open("wb"):
        command.send_signal(signal.SIGINT)
        assert command.stderr
        assert command.stderr.read() == b"foedus: interrupted\n"
    assert command.returncode == 130


def test_debugging_shows_the_traceback(articles: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment = {**os.environ, "FOEDUS_DEBUG": "1"}
    code = "import sys, foedus.pipeline as p; p.reconcile = None; from foedus.cli.main import run; sys.exit(run())"
    done = subprocess.run(
        [sys.executable, "-c", code, "events", str(articles)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "foedus: unexpected error: TypeError" in done.stderr


def test_help_loads_no_stage() -> None:
    code = (
        "import sys\nfrom foedus.cli.main import run\nrun(['--help'])\n"
        "sys.exit(str([m for m in sys.modules if m.startswith('foedus.') and m != 'foedus.version' "
        "and not m.startswith('foedus.cli')]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "[]"
