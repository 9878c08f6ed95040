import datetime as dt

from foedus.model import Interval
from foedus.reconcile.stretches import days_in, hull, joined, shared, stretches_of, told, within


def runs(*texts: str) -> tuple[Interval, ...]:
    return tuple(Interval.parse(text) for text in texts)


def test_days_in_a_row_are_one_stretch() -> None:
    days = [dt.date(2024, 3, day) for day in (9, 1, 2, 3, 2)]
    assert stretches_of(days) == runs("2024-03-01/2024-03-03", "2024-03-09")


def test_shared_days_keep_open_ends() -> None:
    assert shared(runs("2024-03/.."), runs("2024-01/2024-03-04", "2024-05/..")) == runs(
        "2024-03-01/2024-03-04", "2024-05/.."
    )
    assert shared(runs("2024-03"), runs("2024-05")) == ()


def test_runs_that_touch_or_overlap_become_one() -> None:
    assert joined(runs("2024-05", "2024-03", "2024-04-01/2024-05-02")) == runs("2024-03/2024-05")
    assert joined(runs("2024-03/..", "2024-05")) == runs("2024-03/..")
    assert joined(runs("../2024-03", "2024-05")) == runs("../2024-03", "2024-05")


def test_the_hull_goes_from_the_first_day_to_the_last() -> None:
    assert hull(runs("2024-03-01", "2024-03-05")) == Interval.parse("2024-03-01/2024-03-05")
    assert hull(()) is None
    assert hull((Interval(None, None),)) is None


def test_days_of_a_run() -> None:
    assert [day.day for day in days_in(Interval.parse("2024-03-01/2024-03-03"))] == [1, 2, 3]
    assert list(days_in(Interval.parse("2024-03/.."))) == []
    assert within(dt.date(2024, 3, 2), runs("2024-03/.."))
    assert not within(dt.date(2024, 2, 2), runs("2024-03/.."))


def test_many_stretches_are_told_by_their_first_and_last() -> None:
    assert told((Interval(None, None),)) == "any day"
    assert told(()) == "no day"
    many = told(runs(*(f"2024-{month:02}-01" for month in range(1, 11))))
    assert many == "2024-01-01, 2024-02-01, 2024-03-01, 2024-04-01, …, 2024-10-01"
