"""Intervals: EDTF in and out, days, meeting and lying within."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.model import Interval

days = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))
closed = st.tuples(days, days).map(lambda ends: Interval(min(ends), max(ends)))
intervals = closed | days.map(lambda day: Interval(None, day)) | days.map(lambda day: Interval(day, None))


@given(intervals)
def test_parse_is_the_inverse_of_str(interval: Interval) -> None:
    assert Interval.parse(str(interval)) == interval


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-06-19", "2024-06-19", "2024-06-19"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2023-08/2024-10", "2023-08-01", "2024-10-31"),
        ("2023/2024", "2023-01-01", "2024-12-31"),
        ("2024-10-14/2025-06", "2024-10-14", "2025-06-30"),
    ],
)
def test_closed(text: str, first: str, last: str) -> None:
    assert Interval.parse(text) == Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_open_ends() -> None:
    assert Interval.parse("../2024-11-13") == Interval(None, dt.date(2024, 11, 13))
    assert Interval.parse("2024-12/..") == Interval(dt.date(2024, 12, 1), None)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "24-06-19", "2024-6-19", "2024-13", "2024-02-30", "../..", "2024/2023", "2024-06-19T10:00", "2024/",
     "/2024", "2024-06-19 ", "2024/2025/2026"],
)  # fmt: skip
def test_not_an_interval(text: str) -> None:
    with pytest.raises(ValueError, match=r"interval|EDTF|day|month"):
        Interval.parse(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [("2024-06-01/2024-06-30", "2024-06"), ("2024-01/2024-12", "2024"), ("2024-01-01/2025-12-31", "2024/2025")],
)
def test_shortest_form(text: str, written: str) -> None:
    assert str(Interval.parse(text)) == written


@given(intervals, intervals)
def test_meeting_and_within(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a)
    assert a.meets(a)
    assert a.within(a)
    assert not a.within(b) or a.meets(b)
    assert not (a.within(b) and b.within(a)) or a == b


@given(days)
def test_a_day_is_one_day(day: dt.date) -> None:
    assert Interval.day(day).days() == 1
    assert str(Interval.day(day)) == day.isoformat()


def test_an_open_interval_has_no_number_of_days() -> None:
    assert Interval.parse("2024/..").days() is None
    assert Interval.parse("2024").days() == 366
