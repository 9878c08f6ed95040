"""A war of the packs as a question: ``foedus duties --war``; the wars and alliances are invented."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import foedus
from foedus.cli.main import run
from foedus.model import UsageError
from foedus.packs.folders import added

TREATY = {
    "id": "treaty:X_1",
    "names": {"en": ["Invented alliance of France and the United Kingdom"]},
    "parties": [{"state": "FRA"}, {"state": "GBR"}],
    "acts": [{"type": "treaty.sign", "actors": ["FRA", "GBR"], "when": "1851-02-01", "source": "invented"}],
    "duties": [{"kind": "defense", "article": "1", "text": {"en": "They help each other."}}],
}
FIGHTERS = [
    {"state": "ESP", "side": 1, "when": "1851-03-01/1851-09-01", "initiator": True, "fought": "home"},
    {"state": "FRA", "side": 2, "when": "1851-03-01/1851-09-01", "fought": "home"},
    {"state": "PRT", "side": 1, "when": "1851-04-01/1851-09-01", "fought": "home"},
]
WARS = [
    {"id": "war:COW_7", "names": {"en": ["Invented War"]}, "fighters": FIGHTERS, "source": "invented"},
    {"id": "war:COW_70", "names": {"en": ["Invented War, Phase 2"]}, "fighters": FIGHTERS[:1], "source": "invented"},
]


@pytest.fixture
def pack(tmp_path: Path) -> Iterator[Path]:
    for part, items in (("treaties", [TREATY]), ("wars", WARS)):
        (tmp_path / part).mkdir()
        (tmp_path / part / "x.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items))
    with added([tmp_path]):
        yield tmp_path
    shutil.rmtree(tmp_path)


@pytest.mark.usefixtures("pack")
def test_a_duty_stands_under_the_first_attack_that_set_it_off() -> None:
    found = foedus.duties_in_war("invented war", basis="signature")
    ours = [(c.attack, o) for c in found for o in c.obligations if o.treaty == "treaty:X_1"]
    assert [(a.attackers, a.on.isoformat(), o.state, o.to, o.verdict) for a, o in ours] == [
        (("ESP",), "1851-03-01", "GBR", "FRA", "owed")
    ]


@pytest.mark.usefixtures("pack")
def test_where_it_was_fought_and_what_is_given_go_before_the_table() -> None:
    found = foedus.duties_in_war("7", basis="signature", places="Falkland_Islands", given="unprovoked=no")
    assert {c.attack.places for c in found} == {("place:Falkland_Islands",)}
    assert {c.attack.given["unprovoked"] for c in found} == {False}


@pytest.mark.usefixtures("pack")
def test_the_command_for_people_and_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duties", "--war", "7", "--basis", "signature"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Invented War (war:COW_7, invented): 3 states fought\n")
    assert "United Kingdom → France against Spain" in told
    assert "NOT OWED" not in told
    assert run(["duties", "--war", "7", "--basis", "signature", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["attack"]["attackers"] == ["ESP"]
    assert run(["duties", "--war", "70"]) == 0
    assert "No treaty on file lays down a duty" in capsys.readouterr().out


@pytest.mark.usefixtures("pack")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--war", "invented"], "--war: 'invented' fits 2 wars; write one of war:COW_7, war:COW_70"),
        (["--war", "Invinted War"], "--war: no war 'Invinted War'; did you mean invented war?"),
        (["--war", "99"], "--war: no war '99'; write its name or number in COW's table"),
        (["--war", "7", "--attack", "ESP:FRA"], "both --attack and --war; give one of them"),
        (["--war", "7", "--on", "1851-03-01"], "--on with --war; leave it out: the war's table tells the days"),
        (
            ["--war", "7", "--given", "rain=yes"],
            "--given: no condition 'rain=yes'; write KIND=yes or KIND=no; KINDs: docs/packs.md",
        ),
    ],
)
def test_one_line_for_each_mistake(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duties", *words]) == 2
    assert capsys.readouterr().err == f"foedus: {told}\n"


def test_without_wars_the_mend_says_where_they_come_from() -> None:
    with pytest.raises(UsageError, match="no war on file; import COW's table"):
        foedus.duties_in_war("World War I")
