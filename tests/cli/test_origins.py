"""``foedus origins``: the copy graph; and the reliability of origins by a user's own file."""

import json
from pathlib import Path

from cli.conftest import Run


def test_the_copy_graph(foedus: Run, tmp_path: Path) -> None:
    story = (
        "The fleet left the northern harbour before dawn with nine ships and a hospital vessel, pilots counted. "
        "Two of the ships had been built in Bresk and carried mines, while the rest were freighters under a new flag. "
        "No minister was present, and the admiral spoke to the crews for less than five minutes in pouring rain."
    )
    folder = tmp_path / "copied"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Boats\nPublished on 3 March 2031\n\n{story}\n", encoding="utf-8")
    changed = story.replace("before dawn", "at sunrise")
    (folder / "b.txt").write_text(f"More boats\nPublished on 4 March 2031\n\n{changed}\n", encoding="utf-8")
    done = foedus("origins", folder)
    assert done.out.startswith("b.txt copies a.txt: 9")
    assert "  < " in done.out
    assert "  > " in done.out
    assert all(len(line) <= 100 for line in done.out.splitlines())
    (copy,) = json.loads(foedus("origins", folder, "--format", "json").out)
    assert (copy["earlier"], copy["later"], copy["kind"], copy["source"]) == ("a.txt", "b.txt", "copy", "")
    for passage in copy["passages"]:
        for side, name in (("earlier", "a.txt"), ("later", "b.txt")):
            text = (folder / name).read_text(encoding="utf-8")
            assert text[passage[side]["start"] : passage[side]["end"]] == passage[side]["text"]
    head, *rows_ = foedus("origins", folder, "--format", "csv").out.splitlines()
    assert head.startswith("earlier,later,kind,share,source,earlier_start")
    assert rows_[0].startswith("a.txt,b.txt,copy,0.9")
    ledger = tmp_path / "l.foedus.db"
    foedus("read", folder, "--ledger", ledger)
    assert json.loads(foedus("origins", "--ledger", ledger, "--format", "json").out) == [copy]


def test_no_copies_are_said(foedus: Run, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("Norway ratified the NATO treaty.", encoding="utf-8")
    done = foedus("origins", tmp_path / "c.txt", "--language", "en")
    assert done.out == ""
    assert "no article copies another" in done.err


def test_a_users_own_ratings_go_before_the_shipped_ones(foedus: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Norway has ratified the NATO treaty, Reuters reports.", encoding="utf-8")
    sources = tmp_path / "mine" / "sources"
    sources.mkdir(parents=True)
    file = sources / "reliability.yaml"
    file.write_text('ratings:\n  - {of: "media:Reuters", letter: E, reason: "my own reason"}\n', encoding="utf-8")

    def told(*more: object) -> set[tuple[str, str]]:
        made = json.loads(foedus("events", article, "--format", "json", *more).out)
        return {(o["reliability"], o["reliability_reason"]) for e in made for o in e["origins"]}

    assert {letter for letter, _ in told()} == {"B"}
    assert told("--packs", tmp_path / "mine") == {("E", "my own reason")}
    bad = tmp_path / "bad" / "sources" / "reliability.yaml"
    bad.parent.mkdir(parents=True)
    bad.write_text('ratings:\n  - {of: "media:Reuters", letter: Z, reason: "no letter"}\n', encoding="utf-8")
    done = foedus("events", article, "--packs", tmp_path / "bad")
    assert done.code == 1
    assert f"{bad}:2: " in done.err
    assert len(done.err.splitlines()) == 1
