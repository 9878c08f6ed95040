"""Acts told as done while others still announce them."""

import pytest

from foedus.model import Dispute

from .press import PACT, Press


def told(done: tuple[str | None, str | None], plan: tuple[str | None, str | None]) -> Press:
    """Each as (publication, date of the act)."""
    press = Press(())
    press.article("done", "", done[0])
    press.article("plan", "", plan[0])
    press.add("c1", "done", "treaty.sign", "NOV OST", done[1], object=PACT)
    press.add("c2", "plan", "treaty.sign", "NOV OST", plan[1], object=PACT, modality="planned")
    return press


def only(press: Press) -> Dispute:
    (dispute,) = press.disputes()
    return dispute


@pytest.mark.parametrize(
    ("done", "plan"),
    [
        (("2031-03-05", None), ("2031-03-06", "2031-03-14")),
        (("2031-03-05", "2031-03-04"), ("2031-03-05", "2031-03-14")),
        (("2031-03-05", "../2031-03-05"), ("2031-03-09", None)),
    ],
)
def test_announced_after_others_have_it_done(
    done: tuple[str | None, str | None], plan: tuple[str | None, str | None]
) -> None:
    dispute = only(told(done, plan))
    assert (dispute.field, dispute.verdict) == ("modality", "contradiction")
    assert [(s.value, s.claims) for s in dispute.sides] == [("asserted", ("c1",)), ("planned", ("c2",))]


@pytest.mark.parametrize(
    ("done", "plan"),
    [
        (("2031-03-15", "2031-03-14"), ("2031-03-06", "2031-03-14")),
        (("2031-03-15", "2031-03-14"), ("2031-03-16", None)),
        (("2031-03-15", "2031-03-14"), (None, "2031-03-20")),
        (("2031-03-15", "2031-03"), ("2031-03-10", "2031-03-12")),
        ((None, None), ("2031-03-06", "2031-03-14")),
    ],
)
def test_a_plan_before_the_act_and_a_paper_printed_the_day_before_are_no_dispute(
    done: tuple[str | None, str | None], plan: tuple[str | None, str | None]
) -> None:
    assert told(done, plan).disputes() == []


def test_told_as_done_before_others_have_it_done_is_a_likely_error() -> None:
    press = told(("2031-03-05", "2031-03-04"), ("2031-03-06", "2031-03-14"))
    press.add("c3", "late", "treaty.sign", "NOV OST", "2031-03-14", object=PACT)
    press.add("c4", "later", "treaty.sign", "NOV OST", "2031-03-14", object=PACT)
    dispute = next(d for d in press.disputes() if d.field == "modality")
    assert dispute.verdict == "likely_error"
    assert dispute.reason.endswith("it was done on 2031-03-14")


def test_an_article_that_tells_of_both_is_no_dispute() -> None:
    press = Press(())
    press.article("live", "", "2031-03-14")
    press.add("c1", "live", "treaty.sign", "NOV OST", "2031-03-14", object=PACT)
    press.add("c2", "live", "treaty.sign", "NOV OST", "2031-03-15", object=PACT, modality="planned")
    assert press.disputes() == []
