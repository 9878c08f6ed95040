from foedus.reconcile.periods import periods_of

from .press import Press, days


def cores(*dates: str) -> list[str]:
    press = Press()
    press.add("c1", "a", "arms.test", "NOV")
    return [str(p.core) for p in periods_of({days(d): press.items() for d in dates})]


def test_a_coarse_date_joins_the_one_day_in_it() -> None:
    assert cores("2031-05", "2031-05-02", "2031-05-01/2031-05-03") == ["2031-05-02"]


def test_dates_apart_stay_apart_in_their_order() -> None:
    assert cores("2031-07-01", "2031-05-02", "2031-06") == ["2031-05-02", "2031-06", "2031-07-01"]


def test_a_date_that_meets_several_stays_by_itself_at_the_end() -> None:
    assert cores("2031-05", "2031-05-02", "2031-05-20") == ["2031-05-02", "2031-05-20", "2031-05"]


def test_what_two_dates_share_is_the_core() -> None:
    assert cores("2031-05-01/2031-05-04", "2031-05-03/2031-05-06") == ["2031-05-03/2031-05-04"]
