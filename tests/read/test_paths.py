"""Files, folders, patterns, standard input; and inputs that cannot be read."""

import io
import json
import os
from pathlib import Path

import pytest

from foedus.model import Article, FoedusError, InputError
from foedus.read import read_paths
from foedus.read.decode import MAX_BYTES

TEXT = "I ministri dei due Paesi hanno firmato lunedì un'intesa di difesa, ha annunciato il portavoce del governo.\n"
PAGE = f"<html><body><article><h1>Firmato il patto</h1><p>{TEXT * 3}</p></article></body></html>"


def read(*paths: str | Path, stdin: bytes | None = None) -> list[Article | FoedusError]:
    return list(read_paths(paths, stdin=io.BytesIO(stdin) if stdin is not None else None))


def ids(*paths: str | Path) -> list[str]:
    return [item.id if isinstance(item, Article) else f"! {item.what}" for item in read(*paths)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("c.txt", "a.TXT", "b/x.txt", ".hidden/y.txt", ".z.txt", "notes.pdf"):
        (tmp_path / name).write_text(TEXT + name, encoding="utf-8")
    (tmp_path / "p.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_a_folder_in_order(folder: Path) -> None:
    assert ids(folder) == ["a.TXT", "c.txt", "p.html", "x.txt"]
    assert ids(folder) == ids(str(folder) + "/")


def test_the_text_is_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf  Titolo\r\n\r\n" + TEXT.encode())
    (article,) = read(path)
    assert isinstance(article, Article)
    assert article.text == "  Titolo\r\n\r\n" + TEXT
    assert (article.id, article.source, article.language) == ("a.txt", str(path), "it")


def test_the_same_file_is_read_once(folder: Path) -> None:
    assert ids(folder / "c.txt", folder / "b" / ".." / "c.txt", folder / "*.txt") == ["c.txt"]


def test_one_id_for_two_files(folder: Path) -> None:
    (folder / "b" / "c.txt").write_text("Altro. " + TEXT, encoding="utf-8")
    (folder / "d").mkdir()
    (folder / "d" / "c.txt").write_text(TEXT + "c.txt", encoding="utf-8")
    found = read(folder / "c.txt", folder / "b" / "c.txt", folder / "d")
    assert [(item.id, item.notes) for item in found if isinstance(item, Article)] == [
        ("c.txt", ()),
        ("b/c.txt", ("called b/c.txt: c.txt is already the id of another text",)),
        ("d/c.txt", ("called d/c.txt: c.txt is already the id of the same text",)),
    ]


def test_patterns(folder: Path) -> None:
    assert ids(folder / "**" / "*.txt") == ["x.txt", "c.txt"]
    assert ids(folder / "*.docx") == ["! nothing fits this pattern"]


def test_a_bad_input_costs_only_itself(folder: Path) -> None:
    (folder / "0.txt").write_bytes(b"\x00\x01\x02" * 100)
    (folder / "1.txt").write_bytes(b"")
    (folder / "2.html").write_text("<div>" * 100_000, encoding="utf-8")
    (folder / "3.json").write_text("[1, 2", encoding="utf-8")
    with (folder / "4.txt").open("wb") as file:
        file.truncate(50_000_000)
    wanted = [
        "not text but binary data",
        "empty",
        "not a readable page: nested over 200 deep",
        "not JSON:",
        "too large for",
    ]
    found = read(folder, folder / "absent.txt")
    errors = [item for item in found if isinstance(item, InputError)]
    assert len(found) - len(errors) == 4
    for error, what in zip(errors, [*wanted, "no such file or folder"], strict=True):
        assert error.what.startswith(what)
        assert error.where.startswith(str(folder))
        assert error.mend
        assert "\n" not in str(error)


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "image.png").write_bytes(b"x")
    assert ids(tmp_path) == ["! a folder without articles"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert ids(tmp_path) == ["! cannot be read: Permission denied"]


def test_a_file_that_fails_while_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    def denied(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", denied)
    assert ids(tmp_path / "a.txt") == ["! cannot be read: Permission denied"]


def test_a_link_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert ids(tmp_path) == ["! cannot be read: No such file or directory"]


def test_standard_input_tells_its_kind() -> None:
    assert [getattr(item, "id", None) for item in read("-", stdin=TEXT.encode())] == ["stdin"]
    (page,) = read("-", stdin=PAGE.encode())
    assert isinstance(page, Article)
    assert page.title == "Firmato il patto"
    lines = json.dumps({"id": "n1", "text": TEXT}) + "\n" + json.dumps({"text": TEXT + "."})
    assert [getattr(item, "id", None) for item in read("-", stdin=lines.encode())] == ["n1", "stdin:2"]
    bracket = read("-", stdin=("[Nota] " + TEXT).encode())
    assert isinstance(bracket[0], Article)
    (nothing,) = read("-")
    assert isinstance(nothing, InputError)


def test_a_large_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text(TEXT * (1_000_000 // len(TEXT)), encoding="utf-8")
    (article,) = read(path)
    assert isinstance(article, Article)
    assert path.stat().st_size < MAX_BYTES


def test_an_unknown_language_is_read(tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text(
        "Die Minister beider Länder haben am Montag ein Abkommen unterzeichnet.", encoding="utf-8"
    )
    (tmp_path / "ru.txt").write_text(
        "Министр заявил, что договор вступит в силу после обмена грамотами.", encoding="utf-8"
    )
    assert [item.language for item in read(tmp_path) if isinstance(item, Article)] == ["de", "ru"]
