from hypothesis import given
from hypothesis import strategies as st

from foedus.export.table import clean, cut, table, width_of


def test_columns_align_by_the_cells_of_a_terminal() -> None:
    assert table(("a", "b"), [("朝鮮", "x"), ("e\u0301", "y"), ("abcd", "")]) == [
        "a     b",
        "朝鮮  x",
        "e\u0301     y",
        "abcd",
    ]


def test_the_widest_column_gives_way() -> None:
    lines = table(("id", "text"), [("0123456789abcdef", "una frase lunga che non entra"), ("1", "breve")], 34)
    assert lines == ["id                text", "0123456789abcdef  una frase lunga…", "1                 breve"]


def test_a_column_with_a_floor_gives_way_last() -> None:
    rows = [("0123456789abcdef", "una frase lunga che non entra")]
    assert table(("id", "text"), rows, 26, (16, 0))[1] == "0123456789abcdef  una fra…"
    assert width_of(table(("id", "text"), rows, 16, (16, 0))[1]) <= 16


def test_without_a_width_nothing_is_cut() -> None:
    assert table(("t",), [("x" * 500,)])[1] == "x" * 500


def test_no_rows_leave_the_head() -> None:
    assert table(("a", "b"), []) == ["a  b"]


def test_what_would_break_a_line_becomes_a_space() -> None:
    assert clean("a\nb\x1b[31mc\u202ed") == "a b [31mc d"


@given(st.text(), st.integers(1, 30))
def test_a_cut_text_fits(text: str, width: int) -> None:
    assert width_of(cut(text, width)) <= width
    if width_of(text) <= width:
        assert cut(text, width) == text


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=5), st.integers(30, 120))
def test_every_line_fits(rows: list[tuple[str, str, str]], width: int) -> None:
    assert all(width_of(line) <= width and "\n" not in line for line in table(("a", "b", "c"), rows, width))
