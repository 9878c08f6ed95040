import datetime as dt

from foedus.model import Interval
from foedus.reconcile.newsroom import Custom, custom

from .undated import article, dated

NEWS = "Senate backs pact\nThe Philippine Senate ratified the Reciprocal Access Agreement with Japan on {}. {}\n"


def test_the_first_weekday_with_an_earlier_one_behind_it_is_the_news() -> None:
    reading = article(NEWS.format("Tuesday", "On Monday the committee had met in Manila for the last time."))
    assert custom(reading) == Custom("on Tuesday", 1)


def test_a_weekday_alone_may_be_that_of_a_weekly() -> None:
    assert custom(article(NEWS.format("Tuesday", "The committee had met in Manila for the last time."))) is None


def test_a_weekday_that_may_be_later_is_the_news_instead() -> None:
    assert custom(article(NEWS.format("Tuesday", "On Thursday the committee met in Manila for the last time."))) is None


def test_yesterday_is_nearer_than_a_weekday() -> None:
    text = NEWS.format("Tuesday", "The committee had met on Monday. Tokyo welcomed the vote of the senators yesterday.")
    assert custom(article(text)) is None


def test_published_on_the_day_or_the_next_and_on_a_weekend_until_monday() -> None:
    week = Interval.parse("2024-03-04/2024-03-17")  # from a Monday to a Sunday
    assert [str(run) for run in Custom("on Tuesday", 1).days(week)] == [
        "2024-03-05/2024-03-06",
        "2024-03-12/2024-03-13",
    ]
    assert [str(run) for run in Custom("on Friday", 4).days(week)][:2] == ["2024-03-04", "2024-03-08/2024-03-11"]
    assert [str(run) for run in Custom("on Saturday", 5).days(week)][:2] == ["2024-03-04", "2024-03-09/2024-03-11"]
    assert Custom("on Friday", 4).may_be(dt.date(2024, 3, 10))
    assert Custom("on Friday", 4).days(Interval.parse("2024-03/..")) == ()


def test_the_custom_narrows_and_its_step_stands_apart() -> None:
    text = NEWS.format("Monday", "On Saturday the committee had met in Manila for the last time.")
    interval, notes = dated(article(text))
    assert interval == "2024-12-16/2024-12-17"
    assert "known for 2024-12" in notes[0]
    assert notes[0].endswith("2024-12-16/2024-12-17, 2024-12-23/2024-12-24, 2024-12-30/2024-12-31")
    assert "2024-12-16 by the treaty's file" in notes[1]


def test_an_act_told_without_a_day_is_news_of_the_week() -> None:
    text = "Senate backs pact\nThe Philippine Senate has ratified the Reciprocal Access Agreement with Japan.\n"
    interval, notes = dated(article(text))
    assert interval == "2024-12-16/2024-12-22"
    assert any("is the news" in note for note in notes)


def test_an_act_that_the_article_dates_with_its_year_is_no_news() -> None:
    text = (
        "Senate backed pact\nThe Philippine Senate ratified the Reciprocal Access Agreement with Japan.\n"
        "The senators of the Philippines ratified the agreement on 16 December 2024.\n"
    )
    assert dated(article(text))[0] is None
