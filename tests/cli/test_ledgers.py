import sqlite3
from pathlib import Path

import pytest

from cli.conftest import ARTICLES, Run
from foedus import context
from foedus.extract import extract
from foedus.model import Article, Reading


def test_a_ledger_answers_as_the_articles_do(foedus: Run, articles: Path) -> None:
    done = foedus("read", articles, "--ledger", "l.foedus.db")
    assert (done.code, done.out) == (0, "")
    assert done.complaints[0].startswith("foedus: l.foedus.db: 3 new; it holds 3 articles, ")
    for command in ("read", "claims", "gaps", "events", "disputes", "timeline"):
        assert foedus(command, "--ledger", "l.foedus.db").out == foedus(command, articles).out
    foedus("dossier", articles, "-o", "a.html")
    foedus("dossier", "--ledger", "l.foedus.db", "-o", "b.html")
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()


def test_reading_again_changes_nothing(foedus: Run, articles: Path) -> None:
    foedus("read", articles, "--ledger", "l.foedus.db")
    before = Path("l.foedus.db").read_bytes()
    assert "3 known" in foedus("read", articles, "--ledger", "l.foedus.db").err
    assert Path("l.foedus.db").read_bytes() == before


def test_an_edited_article(foedus: Run, articles: Path) -> None:
    foedus("read", articles, "--ledger", "l.foedus.db")
    old = foedus("claims", "--ledger", "l.foedus.db", "--format", "csv", "--article", "*-a.txt").out.splitlines()[1]
    path = articles / "2025-01-10-a.txt"
    path.write_text(ARTICLES[path.name].replace("9 gennaio", "8 gennaio"), encoding="utf-8")
    done = foedus("read", articles, "--ledger", "l.foedus.db")
    assert f"version 2 of {path.name}; rename it if it is another article" in done.complaints[0]
    assert "1 edited, 2 known" in done.err
    timeline = foedus("timeline", "--ledger", "l.foedus.db", "--type", "treaty.ratify").out
    assert "2025-01-08" in timeline
    assert "2025-01-09" not in timeline
    versions = foedus("read", "--ledger", "l.foedus.db", "--versions").out.splitlines()[1:]
    assert [line.split()[:2] for line in versions[:2]] == [[path.name, "1"], [path.name, "2"]]
    assert "an older version of the article" in foedus("explain", old[:16], "--ledger", "l.foedus.db").out


def test_rows_come_out_while_filling_only_when_asked(foedus: Run, articles: Path) -> None:
    done = foedus("read", articles, "--ledger", "l.foedus.db", "--format", "csv", "--quiet")
    assert len(done.out.splitlines()) == 4
    assert done.err == ""


def test_one_bad_input_costs_the_ledger_nothing(foedus: Run, articles: Path) -> None:
    done = foedus("read", articles, "no.txt", "--ledger", "l.foedus.db")
    assert done.code == 0
    assert done.complaints[0] == "foedus: no.txt: no such file or folder; check the path"
    assert "3 new" in done.complaints[1]
    assert foedus("read", articles, "no.txt", "--ledger", "l.foedus.db", "--strict").code == 1


def test_a_break_in_the_middle_keeps_what_was_stored(
    foedus: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(article: Article) -> Reading:
        if article.id == "c-de.txt":
            raise KeyboardInterrupt
        return extract(article)

    monkeypatch.setattr(context, "extract", interrupted)
    done = foedus("read", articles, "--ledger", "l.foedus.db")
    assert (done.code, done.err) == (130, "foedus: interrupted\n")
    assert len(foedus("read", "--ledger", "l.foedus.db").out.splitlines()) == 3


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("claims", "--ledger", "no.db"), 1, "no such ledger"),
        (("claims", "--ledger", "."), 1, "a folder, not a ledger"),
        (("claims", "--ledger", "text.txt"), 1, "not a ledger of Foedus"),
        (("claims", "--ledger", "foreign.db"), 1, "another program's database"),
        (("claims", "--ledger", "empty.foedus.db"), 1, "empty, not a ledger"),
        (("read", "text.txt", "--ledger", "text.txt"), 1, "not a ledger of Foedus"),
        (("read", "text.txt", "--ledger", "no/l.db"), 1, "its folder does not exist"),
        (("claims", "text.txt", "--ledger", "l.db"), 2, "PATHs and --ledger together"),
        (("claims", "l.foedus.db"), 2, "a ledger, not an article; give it with --ledger"),
        (("read", "--versions"), 2, "--versions needs --ledger"),
        (("read", "text.txt", "--ledger", "l2.db", "-o", "l2.db"), 2, "both ledger and output"),
    ],
)
def test_wrong_ledgers_are_one_line(foedus: Run, arguments: tuple[str, ...], code: int, line: str) -> None:
    Path("text.txt").write_text("La Francia ha firmato il trattato con la Polonia.", encoding="utf-8")
    Path("empty.foedus.db").touch()
    connection = sqlite3.connect("foreign.db")
    connection.execute("CREATE TABLE x (y)")
    connection.commit()
    connection.close()
    done = foedus(*arguments)
    assert done.code == code
    assert done.out == ""
    assert len(done.complaints) == 1
    assert line in done.err
    assert Path("text.txt").read_text(encoding="utf-8").startswith("La Francia")


def test_an_empty_ledger(foedus: Run) -> None:
    assert foedus("read", "no.txt", "--ledger", "l.foedus.db").code == 1
    done = foedus("claims", "--ledger", "l.foedus.db")
    assert done.code == 1
    assert "holds no article" in done.err
