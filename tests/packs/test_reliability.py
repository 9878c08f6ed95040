"""Ratings of sources hold, and a bad file is refused with its line and its mend."""

from pathlib import Path

import pytest

from foedus.model import Interval, PackError
from foedus.packs.folders import added
from foedus.packs.reliability import KINDS, load_reliability
from foedus.packs.world import load_world

GOOD = """\
ratings:
  - {of: newspaper, letter: D, reason: "a test"}
  - of: "media:Heron"
    letter: E
    reason: "a test of dates"
    from: 2031-01-01
    until: 2031-12-31
  - {of: "media:Heron", letter: B, reason: "better since", from: 2032-01-01}
groups: {officials: official}
"""


def folder(tmp_path: Path, text: str) -> tuple[Path, ...]:
    (tmp_path / "reliability.yaml").write_text(text, encoding="utf-8")
    return (tmp_path,)


def test_the_shipped_file_rates_every_kind_once_and_knows_its_sources() -> None:
    (file,) = load_reliability()
    kinds = [j.of for j in file.ratings if j.of in KINDS]
    assert sorted(kinds) == sorted(KINDS)
    assert set(file.scale) == set("ABCDEF")
    world = load_world()
    for one in file.ratings:
        assert one.of in KINDS or one.of in world.outlets, one.of
        assert one.of in KINDS or one.source, f"{one.of}: a single source is rated on a published ground"
    assert file.depositaries <= set(world.organisations)


def test_a_rating_holds_on_its_days(tmp_path: Path) -> None:
    (file,) = load_reliability(folder(tmp_path, GOOD))
    letters = [
        [j.letter for j in file.of("media:Heron", Interval.parse(day))] for day in ("2030", "2031-06", "2032-02-03")
    ]
    assert letters == [[], ["E"], ["B"]]
    assert [j.letter for j in file.of("media:Heron", None)] == ["E", "B"]


def test_a_folder_of_the_users_own_comes_after_the_package(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    folder(tmp_path / "sources", GOOD)
    with added([tmp_path]):
        assert [j.of for j in load_reliability()[-1].ratings] == ["newspaper", "media:Heron", "media:Heron"]
        assert len(load_reliability()) == 2
    assert len(load_reliability()) == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("letter: E", "letter: G", 4, "Invalid enum value 'G'"),
        ("letter: E", "grade: E", 3, "unknown field `grade`"),
        ("of: newspaper", "of: newspapr", 2, "'newspapr' is no kind of source and no id"),
        ('reason: "a test of dates"', 'reason: " "', 3, "without a reason"),
        ("from: 2031-01-01", "from: 2031-02", 6, "'2031-02' is no day"),
        ("from: 2031-01-01", "from: 2033-01-01", 7, "ends before it begins"),
        ("from: 2032-01-01", "from: 2031-12-31", 8, "media:Heron is rated twice"),
        ("officials: official", "officials: officer", 9, "'officer' is no kind of source"),
    ],
)
def test_a_bad_file(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in GOOD
    with pytest.raises(PackError) as caught:
        load_reliability(folder(tmp_path, GOOD.replace(old, new, 1)))
    assert what in caught.value.what
    assert caught.value.where == f"{tmp_path / 'reliability.yaml'}:{line}"
    assert caught.value.mend
