from hypothesis import given
from hypothesis import strategies as st

from foedus.cli.underline import underlined
from foedus.export.table import clean, width_of


def test_marks_stand_under_the_evidence() -> None:
    assert list(underlined("uno due tre quattro", 4, 11, 12)) == ["uno due tre", "    ^^^^^^^", "quattro"]


def test_marks_go_on_in_the_next_line() -> None:
    assert list(underlined("uno due tre quattro", 8, 19, 12)) == ["uno due tre", "        ^^^", "quattro", "^^^^^^^"]


def test_wide_characters_get_wide_marks() -> None:
    assert list(underlined("朝鮮 a", 0, 2, 20)) == ["朝鮮 a", "^^^^"]


def test_line_ends_inside_the_evidence_become_spaces() -> None:
    assert list(underlined("a\nb", 0, 3, 20)) == ["a b", "^^^"]


@given(st.text(), st.integers(0, 20), st.integers(0, 20), st.integers(2, 30))
def test_nothing_is_lost_and_every_line_fits(text: str, start: int, length: int, width: int) -> None:
    lines = list(underlined(text, start, start + length, width))
    assert all(width_of(line) <= width for line in lines)
    shown = "".join(underlined(text, 0, 0, width))
    assert "".join(shown.split()) == "".join(clean(text).split())
