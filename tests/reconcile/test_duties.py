"""Whether a treaty lays down a duty."""

import pytest

from .press import Press, duty


def told(no: str, article: str = "b") -> Press:
    press = Press()
    press.add("c1", "a", "treaty.provision", "NOV OST", provision=duty("mutual defence"))
    press.add("c2", article, "treaty.provision", "NOV OST", provision=duty(no), polarity="negative", said=no)
    return press


def test_a_duty_that_others_deny_is_a_contradiction_on_the_provision() -> None:
    press = told("nessuna clausola di mutua difesa")
    (dispute,) = press.disputes()
    assert (dispute.field, dispute.verdict) == ("provision", "contradiction")
    assert [(s.value, s.claims) for s in dispute.sides] == [("laid down", ("c1",)), ("not laid down", ("c2",))]
    assert press.event("c1").disputes == press.event("c2").disputes == (dispute.id,)


def test_who_denies_an_automatic_duty_does_not_deny_the_duty() -> None:
    (dispute,) = told("no automatic mutual defence").disputes()
    assert dispute.verdict == "different_bound_or_scope"


@pytest.mark.parametrize(("no", "article"), [("mutual defence", "a"), ("a common calendar", "b"), ("trade", "b")])
def test_one_article_or_another_topic_is_no_dispute(no: str, article: str) -> None:
    assert told(no, article).disputes() == []
