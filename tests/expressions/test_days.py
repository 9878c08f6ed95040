import datetime as dt

import pytest

from foedus.expressions import days
from foedus.model import Interval


def test_months_end_where_the_calendar_says() -> None:
    assert str(days.months(2024, 12, 3)) == "2024-12/2025-02"
    assert days.shift_months(dt.date(2024, 1, 31), 1) == dt.date(2024, 2, 29)
    assert days.shift_months(dt.date(2024, 3, 31), -13) == dt.date(2023, 2, 28)


def test_no_such_day() -> None:
    assert days.date(2023, 2, 29) is None
    assert days.date(2024, 13, 1) is None


@pytest.mark.parametrize(("hours", "day"), [(-1, 11), (-24, 11), (-48, 10), (48, 14)])
def test_hours_round_up_to_days(hours: int, day: int) -> None:
    assert days.shift(dt.date(2024, 11, 12), "hour", hours) == dt.date(2024, 11, day)


@pytest.mark.parametrize(
    ("whole", "name", "expected"),
    [
        ("2024-02", "late", "2024-02-21/2024-02-29"),
        ("2024", "early", "2024-01/2024-03"),
        ("2024", "mid", "2024-05/2024-08"),
        ("2024", "late", "2024-10/2024-12"),
        ("2024", "half2", "2024-07/2024-12"),
        ("2024-11-04/2024-11-10", "late", "2024-11-09/2024-11-10"),
    ],
)
def test_parts(whole: str, name: str, expected: str) -> None:
    assert str(days.part(Interval.parse(whole), name)) == expected


def test_units() -> None:
    assert str(days.unit_of(dt.date(2024, 11, 12), "week")) == "2024-11-11/2024-11-17"
    assert str(days.unit_of(dt.date(2024, 11, 12), "decade")) == "2020/2029"
    assert str(days.season("winter", 2024)) == "2024-12/2025-02"
