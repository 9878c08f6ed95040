import pytest

from foedus.model import Interval
from foedus.reconcile.clues import days_from, lead_of, unclaimed
from foedus.reconcile.known import FILE, Known

from .undated import article


def allowed(text: str, known: str, way: str = "past", act: bool = True) -> str:
    runs = days_from(text, "en", Known(Interval.parse(known), 1.0, FILE, act), way)  # type: ignore[arg-type]
    return ", ".join(map(str, runs))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("yesterday", "2024-03-08"),
        ("on Thursday", "2024-03-07/2024-03-13"),
        ("last week", "2024-03-11/2024-03-17"),
        ("this month", "2024-03-07/2024-03-31"),
        ("on 7 March", "2024-03-07/2025-03-06"),
        ("on 8 March", ""),
        ("in March last year", "2025"),
    ],
)
def test_the_days_from_which_an_expression_means_a_day(text: str, days: str) -> None:
    assert allowed(text, "2024-03-07") == days


def test_a_time_ahead_looks_forward() -> None:
    assert allowed("on Thursday", "2024-03-07", "future") == "2024-02-29/2024-03-06"


def test_a_deed_that_may_happen_again_needs_a_fine_expression() -> None:
    assert allowed("this month", "2024-03-07", act=False) == ""
    assert allowed("on Thursday", "2024-03-07", act=False) == "2024-03-07/2024-03-13"


def test_the_end_of_the_calendar_breaks_nothing() -> None:
    assert allowed("on Thursday", "9999-12-30") == ""


def test_the_opening_is_the_first_whole_sentence() -> None:
    reading = article(
        "Pact\nHelsinki.\nThe Finnish parliament ratified the accession to NATO on Wednesday. It was late.\n"
    )
    assert reading.article.text[: lead_of(reading)].rstrip().endswith("on Wednesday.")


def test_a_day_of_the_opening_that_no_claim_took() -> None:
    taken = article("Vote\nThe Finnish parliament ratified the accession to NATO on Wednesday.\n")
    assert unclaimed(taken) is None
    spare = article(
        "Vote\nIt rained on Wednesday while the Finnish parliament had ratified the accession to NATO in March.\n"
    )
    assert unclaimed(spare) in (None, "on Wednesday")
