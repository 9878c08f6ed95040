"""One bad file per mistake: the error names the file, the line, and the mend."""

from pathlib import Path

import msgspec
import pytest
import yaml

from foedus.model import PackError
from foedus.packs.load import Loader, _parse, load


class Item(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    size: int = 0
    tags: tuple[str, ...] = ()
    by: dict[str, tuple[str, ...]] = {}


class Form(msgspec.Struct, forbid_unknown_fields=True):
    items: tuple[Item, ...]


GOOD = "items:\n  - id: one\n    size: 2\n    tags: [a, b]\n    by:\n      it: [x]\n      en: [y]\n  - id: two\n"


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file(tmp_path: Path) -> None:
    assert load(write(tmp_path, GOOD), Form) == Form(
        (Item("one", 2, ("a", "b"), {"it": ("x",), "en": ("y",)}), Item("two"))
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("size: 2", "size: big", 3, "Expected `int`, got `str`"),
        ("- id: two", "- size: 3", 8, "missing required field `id`"),
        ("id: two", "id: two\n    colour: red", 8, "unknown field `colour`"),
        ("[a, b]", "a", 4, "Expected `array`, got `str`"),
        ("[a, b]", "[a, 7]", 4, "Expected `str`, got `int`"),
        ("en: [y]", "en: [7]", 7, "Expected `str`, got `int`"),
        ("items:", "- items:", 1, "Expected `object`, got `array`"),
        ("[a, b]", "[a, b", 5, "not YAML"),
        ("size: 2", "\tsize: 2", 3, "not YAML"),
        ("items:\n", "things:\n", 1, "unknown field `things`"),
        ("id: one", "id: null", 2, "Expected `str`, got `null`"),
    ],
)
def test_a_bad_file(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    with pytest.raises(PackError) as caught:
        load(write(tmp_path, GOOD.replace(old, new, 1)), Form)
    assert what in caught.value.what
    assert caught.value.where == f"{tmp_path / 'file.yaml'}:{line}"
    assert caught.value.mend
    assert "\n" not in str(caught.value)


def test_an_absent_file(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="cannot be read: No such file"):
        load(tmp_path / "none.yaml", Form)


def test_an_empty_file(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"file\.yaml:1: Expected `object`, got `null`"):
        load(write(tmp_path, ""), Form)


def test_a_file_that_is_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes(b"items: [\xff]\n")
    with pytest.raises(PackError, match="not UTF-8; save it as UTF-8"):
        load(path, Form)


@pytest.mark.parametrize("word", ["no", "on", "yes", "off", "2024-06-19", "Null island"])
def test_yaml_has_no_traps(tmp_path: Path, word: str) -> None:
    assert load(write(tmp_path, f"items: [{{id: {word}}}]\n"), Form).items[0].id == word


@pytest.mark.parametrize(
    "text",
    [
        "a: [no, yes, on, null, ~, true, 1, -2, 0.5, 1e3, 0x1f, 2024-01-02, '1', \"x\"]\nb:\nc: ''\n",
        "- &x {a: 1}\n- *x\n",
        "a: &b {c: 1}\nd:\n  <<: *b\n",
        "1: one\n2: two\n",
        "",
    ],
)
def test_events_and_nodes_give_the_same_values(text: str) -> None:
    assert repr(_parse(text)) == repr(yaml.load(text, Loader=Loader))
