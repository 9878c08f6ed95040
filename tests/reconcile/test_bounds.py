from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.reconcile.bounds import bounds, told_days
from foedus.reconcile.known import Knowledge

from .undated import article


def limits(text: str) -> dict[str, str]:
    reading = article(text)
    known = Knowledge(load_world().principal, load_treaties(), (), text, "en")
    return {clue.reason.partition(",")[0]: str(clue.runs()[0]) for clue in bounds(reading, known)}


def test_a_full_date_of_something_done_is_a_lower_bound() -> None:
    text = "Pact\nJapan and the Philippines signed the Reciprocal Access Agreement on 8 July 2024.\n"
    assert limits(text)["'on 8 July 2024' is told as done"] == "2024-07-08/.."
    assert [str(day) for day, _ in told_days(article(text))] == ["2024-07-08"]


def test_a_full_date_that_lies_ahead_is_none() -> None:
    assert (
        told_days(article("Pact\nThe New START treaty between Russia and America will expire on 5 February 2026.\n"))
        == []
    )


def test_an_act_done_is_a_lower_bound_and_one_to_come_an_upper_bound() -> None:
    text = (
        "Pact\nJapan and the Philippines have signed the Reciprocal Access Agreement. "
        "The Philippine Senate will ratify it next.\n"
    )
    found = limits(text)
    assert "2024-07-08/.." in found.values()
    assert "../2024-12-16" in found.values()
