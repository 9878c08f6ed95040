"""Figures of one stock over time."""

from foedus.model import Series
from foedus.reconcile.series import series_of

from .press import WORLD, Press, troops


def series(press: Press) -> tuple[Series, ...]:
    return series_of(press.reconciled().events, press.readings(), WORLD)


def deploy(press: Press, id_: str, number: int, published: str | None, when: str | None = None, **more: object) -> None:
    press.article(f"art-{id_}", "", published)
    fields = {"targets": "OST", "quantity": troops(number, number), "object": "forces:troops"} | more
    press.add(id_, f"art-{id_}", "forces.deploy", "NOV", when, **fields)


def test_figures_by_the_days_for_which_they_are_told() -> None:
    press = Press()
    deploy(press, "c1", 11000, "2031-06-02", by="MER")
    deploy(press, "c2", 8000, "2031-05-09", "../2031-05-01", by="OST")
    deploy(press, "c3", 8000, "2031-05-01", by="MER")
    (one,) = series(press)
    assert (one.type, one.actors, one.targets, one.place) == ("forces.deploy", ("NOV",), ("OST",), None)
    assert [(p.as_of, p.quantity.low, p.claims, p.origins) for p in one.points] == [
        ("2031-05-01", 8000, ("c2", "c3"), ("MER", "OST")),
        ("2031-06-02", 11000, ("c1",), ("MER",)),
    ]
    assert set(one.events) <= {e.id for e in press.reconciled().events}


def test_a_part_is_not_the_whole_and_one_figure_no_series() -> None:
    press = Press()
    deploy(press, "c1", 11000, "2031-06-02")
    deploy(press, "c2", 8000, "2031-06-02", place="place:Dunes")
    assert series(press) == ()
    deploy(press, "c3", 9000, None, place="place:Dunes")
    (one,) = series(press)
    assert (one.place, [p.as_of for p in one.points]) == ("place:Dunes", ["2031-06-02", None])


def test_plans_and_denials_are_no_figures() -> None:
    press = Press()
    deploy(press, "c1", 11000, "2031-06-02")
    deploy(press, "c2", 12000, "2031-06-03", modality="planned")
    deploy(press, "c3", 13000, "2031-06-03", modality="denied")
    assert series(press) == ()


def test_a_delivery_on_a_day_is_an_event_and_what_was_delivered_so_far_a_figure() -> None:
    press = Press()
    for n, (when, number) in enumerate((("2031-05-02", 4), ("2031-06-02", 5), ("../2031-07-01", 9), (None, 12)), 1):
        press.article(f"a{n}", "", f"2031-08-0{n}")
        press.add(f"c{n}", f"a{n}", "transfer.arms", "NOV", when, targets="OST", quantity=troops(number, number))
    (one,) = series(press)
    assert [(p.as_of, p.quantity.low) for p in one.points] == [("2031-07-01", 9), ("2031-08-04", 12)]


def test_further_figures_change_no_id() -> None:
    press = Press()
    deploy(press, "c1", 11000, "2031-06-02")
    deploy(press, "c2", 8000, "2031-05-09")
    before = series(press)[0].id
    deploy(press, "c3", 9000, "2031-05-20")
    assert [one.id for one in series(press)] == [before]
