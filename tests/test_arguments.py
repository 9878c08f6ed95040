"""What a person writes: a day, and a name however it is spelled."""

import datetime as dt

import pytest

from foedus.arguments import day, folded
from foedus.model import UsageError


def test_one_day() -> None:
    assert day(" 2025-01-10 ", "--on") == dt.date(2025, 1, 10)


@pytest.mark.parametrize(("text", "told"), [("soon", "no date 'soon'"), ("2025-01", "'2025-01' is no single day")])
def test_what_is_no_day_says_where_and_what_to_write(text: str, told: str) -> None:
    with pytest.raises(UsageError, match="write a day such as") as raised:
        day(text, "--known")
    assert told in str(raised.value)
    assert "--known" in str(raised.value)


def test_a_name_is_found_however_it_is_spelled() -> None:
    assert folded(" CÔTE  d'Ivoire") == folded("cote_d'ivoire")
    assert folded("Niger") != folded("Nigeria")
