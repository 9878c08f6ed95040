import datetime as dt

from foedus.model import Interval
from foedus.report.scale import Days
from foedus.report.wording import wording


def test_days_lie_in_order_within_the_edges() -> None:
    axis = Days.over([Interval.parse("2031-05-03"), Interval.parse("2031-12-04/..")])
    assert axis
    assert 0 < axis.at(dt.date(2031, 5, 3)) < axis.at(dt.date(2031, 12, 4)) < 100
    ticks = axis.ticks(wording("en"))
    assert 2 <= len(ticks) <= 7
    assert ticks[0].below == "2031"


def test_a_single_day_still_has_an_axis() -> None:
    axis = Days.over([Interval.parse("2031-05-03")])
    assert axis
    assert axis.at(dt.date(2031, 5, 3)) == 50.0
    assert Days.over([]) is None


def test_centuries_are_ticked_by_years() -> None:
    axis = Days.over([Interval.parse("1815"), Interval.parse("2031")])
    assert axis
    assert all(tick.label.isdigit() for tick in axis.ticks(wording("en")))
