"""One act told of another day or another state."""

from typing import Any

from foedus.model import Party, Quantity, Treaty

from .press import PACT, Press

MANY = Treaty(id=PACT, names={}, parties=tuple(Party(state=s) for s in ("NOV", "OST", "MER")))


def voted(press: Press, id_: str, who: str, when: str, votes: int, article: str = "", **more: Any) -> None:
    quantity = Quantity(votes, votes, "=", "votes", "for")
    press.add(id_, article or f"a-{id_}", "treaty.ratify", who, when, quantity=quantity, **more)


def test_one_vote_of_two_parliaments_is_of_one() -> None:
    press = Press((MANY,))
    voted(press, "c1", "NOV", "2031-06-01", 276)
    voted(press, "c2", "OST", "2031-06-01", 276)
    (dispute,) = press.disputes()
    assert (dispute.field, dispute.verdict) == ("actors", "contradiction")
    assert dispute.reason == "276 votes on 2031-06-01 by NOV and by OST: it is one vote"
    assert press.event("c1").disputes == press.event("c2").disputes == (dispute.id,)


def test_other_numbers_and_one_article_are_two_votes() -> None:
    press = Press((MANY,))
    voted(press, "c1", "NOV", "2031-06-01", 276)
    voted(press, "c2", "OST", "2031-06-01", 182)
    voted(press, "c3", "NOV", "2031-07-01", 99, "a")
    voted(press, "c4", "OST", "2031-07-01", 99, "a")
    assert "actors" not in {d.field for d in press.disputes()}


def left(press: Press, id_: str, when: str, article: str = "") -> None:
    press.add(id_, article or f"a-{id_}", "treaty.withdraw", "person:Ada_Novi", when)


def test_a_person_signs_the_law_that_leaves_once() -> None:
    press = Press((MANY,))
    left(press, "c1", "2031-11-01")
    left(press, "c2", "2031-11-02")
    (dispute,) = press.disputes()
    assert (dispute.field, dispute.verdict) == ("when", "contradiction")
    assert [side.value for side in dispute.sides] == ["2031-11-01", "2031-11-02"]


def test_two_steps_told_by_one_article_or_far_apart() -> None:
    press = Press((MANY,))
    left(press, "c1", "2031-11-01", "a")
    left(press, "c2", "2031-11-09", "a")
    left(press, "c3", "2032-02-01")
    assert press.disputes() == []
