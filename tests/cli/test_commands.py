import csv
import io
import json
from pathlib import Path

import pytest

from cli.conftest import ARTICLES, Run


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_read_shows_one_line_for_each_article(foedus: Run, articles: Path) -> None:
    done = foedus("read", articles)
    assert done.code == 0
    head, *lines = done.out.splitlines()
    assert head.split() == [
        "id",
        "language",
        "outlet",
        "published",
        "sentences",
        "claims",
        "gaps",
        "furniture",
        "dating",
    ]
    assert [line.split()[0] for line in lines] == sorted(ARTICLES)
    records = json.loads(foedus("read", articles, "--format", "json").out)
    for record in records:
        assert record["sentences"] == record["with_claims"] + record["with_gaps"] + record["without"]


def test_claims_are_exact(foedus: Run, articles: Path) -> None:
    done = foedus("claims", articles, "--format", "jsonl")
    claims = [json.loads(line) for line in done.out.splitlines()]
    assert claims
    for claim in claims:
        evidence = claim["evidence"]
        assert ARTICLES[claim["article"]][evidence["start"] : evidence["end"]] == evidence["text"]
    assert foedus("claims", articles, "--format", "jsonl").out == done.out


def test_filters_of_claims(foedus: Run, articles: Path) -> None:
    every = rows(foedus("claims", articles, "--format", "csv").out)
    ratified = rows(foedus("claims", articles, "--format", "csv", "--type", "treaty.ratify").out)
    assert ratified == [row for row in every if row["type"] == "treaty.ratify"]
    japan = rows(foedus("claims", articles, "--format", "csv", "--actor", "giappone", "--treaty", "JPN-PHL-2024").out)
    assert japan
    assert all(row["actors"].startswith("JPN") for row in japan)
    one = rows(foedus("claims", articles, "--format", "csv", "--article", "*-b.txt", "--article", "nothing").out)
    assert {row["article"] for row in one} == {"2025-01-11-b.txt"}
    none = foedus("claims", articles, "--actor", "Atlantis")
    assert none.code == 0
    assert none.out.splitlines() == ["id  claim  who  object  quantity  when  source  article  evidence"]
    assert "passes the filters" in none.err
    assert foedus("claims", articles, "--actor", "Atlantis", "--quiet").err == ""


def test_gaps_stand_beside_the_claims(foedus: Run, articles: Path) -> None:
    gaps = foedus("gaps", articles, "--format", "jsonl").out.splitlines()
    claims = foedus("claims", articles, "--format", "jsonl").out.splitlines()
    assert "no_pack" in [json.loads(line)["reason"] for line in gaps]
    both = foedus("claims", articles, "--gaps", "--format", "jsonl").out.splitlines()
    assert sorted(both) == sorted(gaps + claims)
    lists = json.loads(foedus("claims", articles, "--gaps", "--format", "json").out)
    assert (len(lists["claims"]), len(lists["gaps"])) == (len(claims), len(gaps))
    tables = foedus("claims", articles, "--gaps").out.split("\n\n")
    assert [len(table.strip().splitlines()) - 1 for table in tables] == [len(claims), len(gaps)]
    assert foedus("claims", articles, "--gaps", "--format", "csv").code == 2


def test_events_disputes_and_timeline(foedus: Run, articles: Path) -> None:
    events = rows(foedus("events", articles, "--format", "csv").out)
    assert {"JPN", "PHL"} <= {row["actors"] for row in events if row["type"] == "treaty.ratify"}
    done = foedus("timeline", articles, "--type", "treaty.ratify", "--format", "csv")
    assert [row["when"] for row in rows(done.out)] == ["2025-01-09", "2025-01-10"]
    disputes = foedus("disputes", articles, "--format", "json")
    assert (disputes.code, json.loads(disputes.out)) == (0, [])


def test_the_timeline_says_how_many_events_it_leaves_out(foedus: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("La Francia ha firmato il trattato con la Polonia.", encoding="utf-8")
    assert "1 event without a date left out" in foedus("timeline", tmp_path / "a.txt").err


def test_status_by_a_part_of_the_name(foedus: Run, articles: Path) -> None:
    done = foedus("status", "accesso reciproco", articles)
    assert done.code == 0
    assert done.out.startswith("Reciprocal Access Agreement  (treaty:JPN-PHL-2024)\nparties   Japan and Philippines\n")
    assert "reported  ratified, not yet in force, since 10 January 2025\n" in done.out
    assert "filed     in force, since 11 September 2025\n" in done.out
    assert "VCLT art. 14" in done.out
    status = json.loads(foedus("status", "JPN-PHL-2024", articles, "--format", "json").out)
    assert (status["reported"], status["filed"]) == ("ratified, not yet in force", "in force")


def test_status_without_articles_is_the_filed_one(foedus: Run) -> None:
    done = foedus("status", "INF-1987")
    assert done.code == 0
    assert "reported" not in done.out
    assert "filed     terminated, since 2 August 2019\n" in done.out
    assert "articles" not in done.out.split("\n\n")[-1]


def test_status_of_a_treaty_without_a_file(foedus: Run, tmp_path: Path) -> None:
    text = "L'Italia e il Suriname hanno firmato un accordo di difesa il 3 marzo 2024."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (claim,) = rows(foedus("claims", tmp_path / "a.txt", "--type", "treaty.sign", "--format", "csv").out)
    done = foedus("status", claim["object"], tmp_path / "a.txt")
    assert done.code == 0
    assert "filed     no file" in done.out
    assert foedus("claims", tmp_path / "a.txt", "--treaty", claim["object"]).out.count("\n") >= 2


def test_the_dossier(foedus: Run, articles: Path) -> None:
    done = foedus("dossier", articles)
    assert (done.code, done.out) == (0, "")
    assert done.complaints[0] == "foedus: written: dossier.html"
    first = Path("dossier.html").read_bytes()
    assert b"Reciprocal Access Agreement" in first
    assert foedus("dossier", articles, "-o", "two.html", "--title", "Tokyo & Manila", "--quiet").err == ""
    assert "Tokyo &amp; Manila" in Path("two.html").read_text(encoding="utf-8")
    assert foedus("dossier", articles).code == 0
    assert Path("dossier.html").read_bytes() == first


def test_a_dossier_among_its_articles_is_not_read_the_next_time(foedus: Run, articles: Path) -> None:
    output = articles / "dossier.html"
    foedus("dossier", articles, "-o", output)
    first = output.read_bytes()
    again = foedus("dossier", articles, "-o", output)
    assert "not read, the output goes there" in again.err
    assert output.read_bytes() == first


def test_explain_in_words(foedus: Run, articles: Path) -> None:
    (row,) = rows(foedus("claims", articles, "--type", "treaty.ratify", "--actor", "JPN", "--format", "csv").out)
    done = foedus("explain", row["id"][:8], articles)
    assert done.code == 0
    lines = done.out.splitlines()
    assert row["id"] in lines[0]
    assert "actors      Japan (JPN)" in lines
    assert any("9 January 2025 (2025-01-09)" in line for line in lines)
    assert any(line.startswith("because     1. ") for line in lines)
    marked = "".join(
        lines[n - 1][column]
        for n, line in enumerate(lines)
        if line.strip() and set(line) <= {" ", "^"}
        for column, mark in enumerate(line)
        if mark == "^" and column < len(lines[n - 1])
    )
    assert marked.replace(" ", "") == row["evidence"].replace(" ", "")
    both = json.loads(foedus("explain", row["id"], articles, "--format", "json").out)
    assert both["claim"]["id"] == row["id"]
    assert both["article"]["id"] == row["article"]


def test_explain_every_claim_of_the_folder(foedus: Run, articles: Path) -> None:
    for row in rows(foedus("claims", articles, "--format", "csv").out):
        assert foedus("explain", row["id"], articles).code == 0


@pytest.mark.parametrize(("claim", "code", "line"), [("abc", 2, "too short"), ("zzzzzzzz", 1, "no claim 'zzzzzzzz'")])
def test_explain_nothing(foedus: Run, articles: Path, claim: str, code: int, line: str) -> None:
    done = foedus("explain", claim, articles)
    assert done.code == code
    assert line in done.err


def test_treaties_and_languages(foedus: Run) -> None:
    known = {row["id"]: row for row in rows(foedus("treaties", "--format", "csv").out)}
    assert known["treaty:INF-1987"]["status"] == "terminated"
    packs = json.loads(foedus("languages", "--format", "json").out)
    assert "it" in [pack["code"] for pack in packs]
    assert all(pack["triggers"] and pack["verbs"] and pack["names"] for pack in packs)


def test_output_into_a_file_is_what_standard_output_would_be(foedus: Run, articles: Path) -> None:
    shown = foedus("claims", articles)
    done = foedus("claims", articles, "-o", "claims.txt")
    assert (done.out, done.err) == ("", "foedus: written: claims.txt\n")
    assert Path("claims.txt").read_text(encoding="utf-8") == shown.out
    assert foedus("claims", articles, "-o", "-").out == shown.out


def test_an_article_with_an_odd_source_beside_an_output(foedus: Run, tmp_path: Path) -> None:
    record = {"id": "x", "text": ARTICLES["2025-01-11-b.txt"], "url": "a\0b"}
    (tmp_path / "r.jsonl").write_text(json.dumps(record), encoding="utf-8")
    assert foedus("claims", tmp_path / "r.jsonl", "-o", "out.txt").code == 0


def test_a_date_far_after_all_others_is_told(foedus: Run, tmp_path: Path) -> None:
    for name, day in (("a", "March 7, 2024"), ("b", "March 8, 2024"), ("c", "March 9, 2034")):
        text = f"Sweden joins\nWASHINGTON, {day} - Sweden joined NATO and became its 32nd member.\n"
        (tmp_path / f"{name}.txt").write_text(text)
    done = foedus("read", tmp_path)
    assert done.code == 0
    assert "c.txt: date in doubt: 2034-03-09 is more than a year after every other article" in done.err
    assert foedus("read", tmp_path, "--quiet").err == ""
