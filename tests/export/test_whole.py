from collections.abc import Iterator
from pathlib import Path

import pytest

from foedus.export import write_whole
from foedus.model import InputError


def test_the_file_is_there_and_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", ["uno\n", "è\n"])
    assert (tmp_path / "a.txt").read_bytes() == "uno\nè\n".encode()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_failure_keeps_the_old_file(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        yield "new"
        raise ValueError("half way")

    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="half way"):
        write_whole(tmp_path / "a.txt", lines())
    assert [p.read_text(encoding="utf-8") for p in tmp_path.iterdir()] == ["old"]


def test_mode_of_an_old_file_is_kept_and_a_link_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, ["new"])
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_stays_one() -> None:
    write_whole("/dev/null", ["x"])
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("name", ["no/such/folder/x", "."])
def test_what_cannot_be_written_is_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(tmp_path / name, ["x"])


def test_what_is_no_name_is_one_line() -> None:
    with pytest.raises(InputError, match="no name of a file"):
        write_whole("a\0b", ["x"])
