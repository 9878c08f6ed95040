"""The wars of pack folders."""

from pathlib import Path

import pytest

from foedus.model import PackError
from foedus.packs.wars import load_wars

GOOD = '{"id": "war:X_1", "names": {"en": ["One"]}, "fighters": [{"state": "FRA", "side": 1, "when": "1850/1851"}]}\n'


def test_a_line_is_a_war(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(GOOD)
    assert [war.fighters[0].state for war in load_wars((tmp_path,)).values()] == ["FRA"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (GOOD, "war:X_1 is there twice"),
        (GOOD.replace("X_1", "X_2").replace("FRA", "QQQ"), "war:X_2 has QQQ, which no file has"),
        (GOOD.replace("X_1", "X_2").replace("1850/1851", "once"), "war:X_2 has no time 'once'"),
        (GOOD.replace("X_1", "X_2").replace("1850/", "../"), "war:X_2 has no beginning for FRA"),
        ("{", "Input data was truncated"),
    ],
)
def test_what_is_wrong_says_where(line: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(GOOD + line)
    with pytest.raises(PackError, match=r"x\.jsonl:2") as raised:
        load_wars((tmp_path,))
    assert told in str(raised.value)
