"""The shipped languages are sound; a broken copy of a small one is told of with file, line and mend."""

import shutil
from pathlib import Path

import pytest

from foedus.check import check_language
from foedus.check.finding import Finding
from foedus.packs.folders import added
from foedus.packs.language import languages
from foedus.packs.load import DATA

TOY = Path(__file__).parents[1] / "data" / "packs_ia" / "languages" / "ia"


@pytest.mark.parametrize("code", languages())
def test_shipped_languages_have_nothing_to_mend(code: str) -> None:
    wrong = [str(f) for f in check_language(DATA / "languages" / code) if not f.harmless]
    assert not wrong, "\n".join(wrong)


def broken(tmp_path: Path, name: str, old: str, new: str) -> list[Finding]:
    folder = tmp_path / "languages" / "ia"
    shutil.copytree(TOY, folder)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with added([tmp_path]):
        return check_language(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "what", "below"),
    [
        ("triggers.yaml", "type: treaty.sign", "type: treaty.seal", "unknown claim type treaty.seal", None),
        ("triggers.yaml", "verbs: [signar,", "verbs: [sign,", "'sign' is no verb that verbs.yaml can conjugate", 0),
        ("triggers.yaml", "theme: [instrument]", "theme: [tool]", "no noun is of the sort 'tool'", 0),
        ("triggers.yaml", "theme: [instrument]", "slots: {atop: object}", "no preposition marks 'atop'", 0),
        ("triggers.yaml", "theme: [instrument]", "slots: {of: whole}", "no role is called 'whole'", 0),
        ("triggers.yaml", "{arms: transfer.arms,", "{arrows: transfer.arms,", "no noun is of the sort 'arrows'", 0),
        ("triggers.yaml", "occurring: [evenir]", "occurring: [occurrer]", "the forms of 'occurrer' are not known", 0),
        ("triggers.yaml", "decision: planned", "decision: hoped", "no modality is called 'hoped'", 0),
        ("triggers.yaml", "lacking: []", "lacking: 3", "Expected `array`, got `int`", 0),
        ("triggers.yaml", "verbs: [condemnar]", "named: true", "opens nothing", 0),
        ("triggers.yaml", "[entrar in vigor]", "[entrar in le vigor]", "'entrar in le vigor' can never match", 0),
        ("words.yaml", "adverbs: [jam,", "adverbs: [Jam,", "no word of a text is 'Jam'", 0),
        ("words.yaml", "adverbs: [jam,", "adverbs: [a pena,", "no word of a text is 'a pena'", 0),
        ("words.yaml", "forms: [post]", "forms: [post, sub]", "'sub' is a form of 'sub' too", 0),
        ("words.yaml", "both: [ambe]", "both: [ambe]\nboth: [duo]", "the key 'both' stands twice", 1),
        ("lemmas.yaml", "paises: pais", "due paises: pais", "no word of a text is 'due paises'", 0),
        ("lemmas.yaml", "([aeio])s$", "([aeio]s$", "'([aeio]s$' is no regular expression", 0),
        ("verbs.yaml", "past: [eva]", "preterite: [eva]", "no tense is called 'preterite'", 0),
        ("verbs.yaml", "unaccusative", "members: {or: [dicer]}\nunaccusative", "no class is called 'or'", 0),
        ("nouns.yaml", "[soldato, truppa", "[le, truppa", "nothing is left of 'le' without articles", 0),
        ("speech.yaml", "  warn:", "  shout:", "no class of saying is called 'shout'", 0),
        ("modality.yaml", "poter: possible", "poter: likely", "no modality is called 'likely'", 0),
        ("numbers.yaml", "milles: 1000", "milles: many", "Expected", 0),
        ("times.yaml", "{weekday}(?:", "{weekdag}(?:", "has an unknown slot", None),
        ("names.yaml", "org:NATO:", "org:NOTA:", "org:NOTA is not among the organisations", 0),
    ],
)
def test_each_mistake_is_told_with_its_line(
    tmp_path: Path, name: str, old: str, new: str, what: str, below: int | None
) -> None:
    found = broken(tmp_path, name, old, new)
    fitting = [f for f in found if what in f.what]
    assert fitting, [str(f) for f in found]
    assert not fitting[0].harmless
    assert fitting[0].mend
    if below is None:
        assert fitting[0].where.endswith(name)
    else:
        text = (TOY / name).read_text(encoding="utf-8")
        line = text[: text.index(old)].count("\n") + 1 + below
        assert fitting[0].where.endswith(f"{name}:{line}")


@pytest.mark.parametrize(
    ("name", "old", "new", "what"),
    [
        ("nouns.yaml", "[soldato,", "[soldato, soldatos,", "'soldatos' stands here too, as 'soldato'"),
        ("modality.yaml", "[forsan]", "[forsan, forsan]", "'forsan' stands twice in cues.possible"),
        ("lemmas.yaml", "{paises: pais}", "{paises: pais, con: con}", "'con' is a preposition"),
        ("triggers.yaml", "verbs: [denunciar,", "verbs: [signar,", "taken by the trigger of line 2"),
    ],
)
def test_what_does_no_harm_is_a_remark(tmp_path: Path, name: str, old: str, new: str, what: str) -> None:
    (found,) = broken(tmp_path, name, old, new)
    assert what in found.what
    assert found.harmless
    assert ": remark: " in str(found)


def test_every_file_is_told_of_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "languages" / "ia"
    shutil.copytree(TOY, folder)
    (folder / "times.yaml").unlink()
    (folder / "speech.yaml").write_text("verbs: 3\n", encoding="utf-8")
    with added([tmp_path]):
        found = [str(f) for f in check_language(folder)]
    assert [f.partition(": ")[2] for f in found] == [
        "Object missing required field `alleging`; compare with the form in CONTRIBUTING.md",
        "the file is missing; write it: docs/packs.md has its keys",
    ] or len(found) == 2
