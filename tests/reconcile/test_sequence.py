"""Acts told before those that they must follow."""

from foedus.model import Dispute, Party, Treaty

from .press import PACT, Press

LEAGUE = "treaty:League-2020"
MANY = Treaty(id=LEAGUE, names={"en": ("League",)}, parties=tuple(Party(state=s) for s in ("NOV", "OST", "MER")))


def only(press: Press) -> Dispute:
    (dispute,) = press.disputes()
    return dispute


def test_in_force_before_a_party_ratified_is_a_likely_error() -> None:
    press = Press(())
    press.add("r1", "a", "treaty.ratify", "OST", "2031-09-02", object=PACT)
    press.add("f1", "b", "treaty.enter_into_force", "", "2031-07-01", object=PACT)
    dispute = only(press)
    assert (dispute.field, dispute.verdict) == ("when", "likely_error")
    early = "treaty.enter_into_force on 2031-07-01 lies before the ratification on 2031-09-02"
    assert dispute.reason == f"{early}: one of the two dates is wrong"
    assert press.event("r1").disputes == press.event("f1").disputes == (dispute.id,)


def test_what_nobody_dates_is_told_by_the_day_of_its_article() -> None:
    press = Press(())
    press.article("early", "", "2031-07-15")
    press.add("f1", "early", "treaty.enter_into_force", object=PACT)
    press.add("r1", "a", "treaty.ratify", "OST", "2031-09-02", object=PACT)
    assert only(press).sides[0].value == "treaty.enter_into_force ../2031-07-15"


def test_in_force_after_all_ratified_is_no_dispute() -> None:
    press = Press(())
    press.add("s1", "a", "treaty.sign", "NOV OST", "2031-03-14", object=PACT)
    press.add("r1", "a", "treaty.ratify", "OST", "2031-09-02", object=PACT)
    press.add("r2", "b", "treaty.ratify", "NOV", "2031-09-05", object=PACT)
    press.add("x1", "b", "treaty.exchange", "NOV OST", "2031-09-09", object=PACT)
    press.add("f1", "c", "treaty.enter_into_force", "", "2031-09", object=PACT)
    press.add("f2", "d", "treaty.enter_into_force", "", "2031-10-09", object=PACT, modality="planned")
    assert press.disputes() == []


def test_in_a_treaty_of_many_only_the_acts_of_one_party_follow_each_other() -> None:
    press = Press((MANY,))
    press.add("r1", "a", "treaty.ratify", "OST", "2031-09-02", object=LEAGUE)
    press.add("x1", "b", "treaty.exchange", "NOV", "2031-06-20", object=LEAGUE)
    assert press.disputes() == []
    press.add("x2", "b", "treaty.exchange", "OST", "2031-06-21", object=LEAGUE)
    assert only(press).verdict == "likely_error"


def test_a_party_may_consent_again_years_later() -> None:
    press = Press((MANY,))
    press.add("r1", "a", "treaty.ratify", "OST", "2021-09-02", object=LEAGUE)
    press.add("s1", "b", "treaty.sign", "OST", "2031-06-20", object=LEAGUE)
    assert press.disputes() == []
