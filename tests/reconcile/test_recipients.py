"""To whom goods went."""

from foedus.model import Quantity

from .press import Press


def sent(press: Press, id_: str, to: str, number: int, when: str = "2031-05-02", article: str = "") -> None:
    quantity = Quantity(number, number, "=", "shells", "ammunition")
    name = article or f"a-{id_}"
    press.add(id_, name, "transfer.arms", "NOV", when, targets=to, quantity=quantity, object="materiel:shells")


def test_the_same_goods_to_another_state() -> None:
    press = Press()
    sent(press, "c1", "OST", 1300)
    sent(press, "c2", "MER", 1300, "2031-05")
    (dispute,) = press.disputes()
    assert (dispute.field, dispute.verdict) == ("targets", "contradiction")
    assert [side.value for side in dispute.sides] == ["MER", "OST"]
    assert dispute.reason.startswith("MER against OST: 1300 of materiel:shells at one time")


def test_so_few_may_be_two_deliveries() -> None:
    press = Press()
    sent(press, "c1", "OST", 2)
    sent(press, "c2", "MER", 2)
    assert [d.verdict for d in press.disputes()] == ["different_bound_or_scope"]


def test_two_recipients_of_one_report_another_time_and_another_number_are_none() -> None:
    press = Press()
    sent(press, "c1", "OST", 1300)
    sent(press, "c2", "MER", 1300, article="both")
    sent(press, "c3", "OST", 1300, article="both")
    sent(press, "c4", "MER", 700, "2031-05-02")
    sent(press, "c5", "OST", 800, "2031-05-02")
    sent(press, "c6", "MER", 800, "2031-09-02")
    assert "targets" not in {d.field for d in press.disputes()}
