from .press import Press


def withdraw(press: Press, id_: str, article: str, who: str, **more: object) -> None:
    press.add(id_, article, "treaty.withdraw", who, "2031-06-27", **more)


def test_a_heading_that_names_a_state_more_than_its_text() -> None:
    press = Press()
    press.article("a", "", "2031-06-29")
    withdraw(press, "c1", "a", "NOV OST MER", origin="headline")
    withdraw(press, "c2", "a", "NOV OST")
    (dispute,) = press.disputes()
    assert (dispute.field, dispute.verdict) == ("actors", "likely_error")
    assert [side.value for side in dispute.sides] == ["MER+NOV+OST", "NOV+OST"]
    assert "only the heading of a has MER" in dispute.reason


def test_what_another_report_had_told_by_then_is_no_dispute() -> None:
    press = Press()
    press.article("a", "", "2031-06-29")
    press.article("b", "", "2031-06-28")
    withdraw(press, "c1", "a", "NOV OST MER", origin="headline")
    withdraw(press, "c2", "a", "NOV OST")
    press.add("c3", "b", "treaty.withdraw", "MER", "2031-06-20")
    assert press.disputes() == []


def test_a_heading_with_fewer_names_is_no_dispute() -> None:
    press = Press()
    press.article("a", "", "2031-06-29")
    withdraw(press, "c1", "a", "NOV", origin="headline")
    withdraw(press, "c2", "a", "NOV OST")
    assert press.disputes() == []
