import subprocess
import sys
from pathlib import Path

import pytest

import foedus
from foedus.api import Source, import_dataset
from foedus.model import InputError, UsageError

FIRST = "Il Giappone ha ratificato l'accordo di accesso reciproco con le Filippine."
SECOND = "Le Filippine hanno inviato soldati in Giappone l'8 luglio 2024, secondo il governo di Manila."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


def test_import_loads_nothing_heavy() -> None:
    code = "import sys, foedus; print([m for m in ('msgspec', 'yaml', 'jinja2', 'trafilatura') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_name_is_there_and_others_are_not() -> None:
    assert all(getattr(foedus, name) for name in foedus.__all__)
    assert set(foedus.__all__) < set(dir(foedus))
    with pytest.raises(AttributeError, match="nonsense"):
        foedus.nonsense  # noqa: B018


def test_every_verb_takes_paths_a_ledger_or_a_picture(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.foedus.db"
    stats = foedus.fill(ledger, folder)
    assert stats.articles == stats.versions == 2
    assert foedus.fill(ledger, [folder / "a.txt"]) == stats
    sources: list[Source] = [str(folder), [folder / "a.txt", folder / "b.txt"], ledger, foedus.picture(folder)]
    for verb in (foedus.claims, foedus.gaps, foedus.events, foedus.disputes, foedus.timeline):
        answers = [verb(source) for source in sources]
        assert all(answer == answers[0] for answer in answers)
    assert foedus.claims(folder)


def test_filters(folder: Path) -> None:
    ratified = foedus.claims(folder, type="treaty")
    assert {claim.article for claim in ratified} == {"a.txt"}
    assert (
        foedus.claims(folder, type=["treaty.ratify", "forces"], actor="japan", treaty="reciprocal access") == ratified
    )
    assert foedus.claims(folder, article="b*", actor="Philippines")
    assert not foedus.events(folder, article="c.txt")
    with pytest.raises(UsageError, match="no claim type 'treaties'"):
        foedus.claims(folder, type="treaties")


def test_what_cannot_be_read_is_a_warning_unless_it_is_all(folder: Path) -> None:
    with pytest.warns(UserWarning, match="no such file"):
        assert foedus.claims([folder / "a.txt", folder / "no.txt"])
    with pytest.raises(InputError, match="no such file"):
        foedus.claims(folder / "no.txt")
    with pytest.raises(InputError, match="no such ledger"):
        foedus.claims(folder / "no.foedus.db")


def test_status_with_and_without_articles(folder: Path) -> None:
    assert foedus.status("INF-1987").filed == "terminated"
    assert foedus.status("reciprocal access", folder).reported == "ratified in part"
    with pytest.raises(UsageError, match="fits several treaties"):
        foedus.status("mutual")
    with pytest.raises(UsageError, match="no treaty fits"):
        foedus.status("")


def test_the_dossier_is_a_file(folder: Path, tmp_path: Path) -> None:
    output = foedus.dossier(folder, tmp_path / "d.html", title="Nippon <& Manila>")
    page = output.read_text(encoding="utf-8")
    assert "Nippon &lt;&amp; Manila&gt;" in page
    assert output == tmp_path / "d.html"


def test_treaties_by_id() -> None:
    assert "treaty:INF-1987" in foedus.treaties()


def test_a_language_for_texts_that_do_not_tell_theirs(tmp_path: Path) -> None:
    path, ledger = tmp_path / "a.txt", tmp_path / "l.db"
    path.write_text("Norway ratified the NATO treaty.", encoding="utf-8")
    assert not foedus.claims(path)
    assert [claim.type for claim in foedus.claims(path, language="en")] == ["treaty.ratify"]
    assert foedus.events(path, language="en") == foedus.picture(path, language="EN").events
    assert foedus.fill(ledger, path, language="en").claims == 1
    for source in (ledger, foedus.picture(path)):
        with pytest.raises(UsageError, match="read before"):
            foedus.gaps(source, language="en")
    with pytest.raises(UsageError, match="no language pack for 'xx'"):
        foedus.picture(path, language="xx")


def test_dyad_years_as_the_command_gives_them() -> None:
    found = foedus.dyads(2024, 2025, treaties="RUS-PRK-2024")
    assert [(d.state, d.other, d.year, d.defense) for d in found] == [
        (s, o, year, "met") for s, o in (("PRK", "RUS"), ("RUS", "PRK")) for year in (2024, 2025)
    ]


def test_a_data_set_becomes_a_pack_folder(tmp_path: Path) -> None:
    columns = (
        "version4id ccode1 ccode2 dyad_st_day dyad_st_month dyad_st_year dyad_end_day dyad_end_month dyad_end_year"
    )
    head = (*columns.split(), "left_censor", "defense", "neutrality", "nonaggression", "entente")
    rows = ["3,220,200,1,1,1830,,,,0,1,0,0,0", "3,200,220,1,1,1830,1,1,1820,0,1,0,0,0"]
    (tmp_path / "alliances.csv").write_text("\n".join([",".join(head), *rows]) + "\n")
    with pytest.warns(UserWarning, match="before it begins"):
        made = import_dataset("cow", tmp_path / "alliances.csv", tmp_path / "pack")
    assert [t.id for t in made.treaties] == ["treaty:COW_3"]
    assert (tmp_path / "pack" / "treaties" / "cow.jsonl").is_file()
