from foedus.model import Dispute, Party, Treaty, When

from .press import PACT, Press


def signature(*dates: tuple[str, str], files: bool = True) -> Press:
    press = Press() if files else Press(())
    for n, (article, when) in enumerate(dates, 1):
        press.add(f"c{n}", article, "treaty.sign", "NOV OST", when)
    return press


def only(press: Press) -> Dispute:
    (dispute,) = press.disputes()
    return dispute


def test_a_month_and_its_day_are_no_dispute_and_the_finest_is_kept() -> None:
    press = signature(("a", "2031-03"), ("b", "2031-03-14"), ("c", "2031-03-13/2031-03-14"), files=False)
    assert press.disputes() == []
    assert press.event("c1").when == When("2031-03-14")


def test_the_treaty_file_makes_a_date_finer_and_says_so() -> None:
    event = signature(("a", "2031-03")).event("c1")
    assert event.when == When("2031-03-14", basis="context")
    assert "when: 2031-03 (a), borne out by the treaty's file (2031-03-14)" in event.because


def test_a_date_that_the_file_does_not_have_is_kept_and_the_file_named() -> None:
    event = signature(("a", "2031-04-01")).event("c1")
    assert event.when == When("2031-04-01")
    assert "when: 2031-04-01 (a); the treaty's file has 2031-03-14" in event.because


def test_the_month_of_ratification_given_for_the_signature_is_a_likely_error() -> None:
    press = signature(("a", "2031-03"), ("b", "2031-03-14"), ("c", "2031-09"))
    press.add("r1", "a", "treaty.ratify", "OST", "2031-09-02")
    dispute = only(press)
    assert (dispute.field, dispute.verdict, dispute.event) == ("when", "likely_error", press.event("c1").id)
    assert [(s.value, s.claims) for s in dispute.sides] == [("2031-03-14", ("c1", "c2")), ("2031-09", ("c3",))]
    assert dispute.reason == "2031-09 is the time of another act of the treaty: treaty.ratify (2031-09-02)"
    assert press.event("c1").disputes == (dispute.id,)


def test_a_date_after_the_day_on_which_it_was_told_is_a_likely_error() -> None:
    press = Press(())
    press.article("early", "", "2031-03-20")
    press.add("c1", "early", "treaty.sign", "NOV OST", "2031-03-14")
    press.add("c2", "late", "treaty.sign", "NOV OST", "2031-05-01")
    assert only(press).verdict == "likely_error"
    assert only(press).reason == "early tells of it as done by 2031-03-20, before 2031-05-01"


def test_a_limit_alone_can_refute_a_date() -> None:
    press = signature(("a", "2031-09"), ("b", "../2031-04-01"), files=False)
    assert [s.value for s in only(press).sides] == ["2031-09", "../2031-04-01"]
    assert only(press).verdict == "likely_error"


def test_two_dates_that_nothing_decides_are_a_contradiction() -> None:
    press = signature(("a", "2031-02-10"), ("b", "2031-02-12"), files=False)
    assert only(press).verdict == "contradiction"
    assert only(press).reason == "2031-02-10 and 2031-02-12 have no day in common"


def test_steps_of_different_bodies_are_events_of_their_own_and_no_dispute() -> None:
    press = Press()
    press.add("c1", "a", "treaty.ratify", "gov:NOV_Senate", "2031-06-01")
    press.add("c2", "b", "treaty.ratify", "person:Ada_Novi", "2031-06-20")
    press.add("c3", "c", "treaty.ratify", "NOV", "2031-06-01")
    assert press.disputes() == []
    assert press.groups() == [["c1", "c3"], ["c2"]]


def test_a_parliament_named_for_both_its_chambers_is_no_dispute() -> None:
    press = Press(())
    press.add("c1", "a", "treaty.ratify", "gov:NOV_Senate", "2031-06-20")
    press.add("c2", "b", "treaty.ratify", "gov:NOV_Parliament", "2031-06-20")
    press.add("c3", "c", "treaty.ratify", "gov:NOV_Parliament", "2031-06-01")
    press.add("c4", "c", "treaty.ratify", "person:Ada_Novi", "2031-06-30")
    assert press.disputes() == []
    assert press.groups() == [["c1", "c2"], ["c3"], ["c4"]]


def test_a_head_of_state_signs_once() -> None:
    press = Press(())
    press.add("c1", "a", "treaty.ratify", "person:Ada_Novi", "2031-06-20")
    press.add("c2", "b", "treaty.ratify", "person:Ada_Novi", "2031-06-21")
    press.add("c3", "b", "treaty.ratify", "gov:NOV_Senate", "2031-06-21")
    assert only(press).verdict == "contradiction"


def test_ratifications_of_two_accessions_by_one_party_are_two_events() -> None:
    pact = Treaty(id=PACT, names={}, parties=tuple(Party(state=s) for s in ("NOV", "OST", "MER")))
    press = Press((pact,))
    press.add("c1", "a", "treaty.ratify", "gov:NOV_Senate", "2031-03-30")
    press.add("c2", "b", "treaty.ratify", "gov:NOV_Senate", "2032-01-23")
    press.add("c3", "c", "treaty.ratify", "NOV", "2031-03")
    assert press.disputes() == []
    assert press.groups() == [["c1", "c3"], ["c2"]]


def test_one_body_on_two_days_is_a_dispute() -> None:
    press = Press()
    press.add("c1", "a", "treaty.ratify", "gov:NOV_Senate", "2031-06-01")
    press.add("c2", "b", "treaty.ratify", "gov:NOV_Senate", "2031-07-01")
    assert only(press).verdict == "contradiction"


def test_an_act_before_its_signature_is_a_likely_error() -> None:
    press = signature(("a", "2031-03-14"), ("b", "2031-03-14"))
    press.add("r1", "c", "treaty.ratify", "NOV", "2030-09")
    dispute = only(press)
    assert dispute.verdict == "likely_error"
    early = "treaty.ratify on 2030-09 lies before the signature on 2031-03-14"
    assert dispute.reason == f"{early}: one of the two dates is wrong"
    assert press.event("c1").disputes == press.event("r1").disputes == (dispute.id,)


def test_a_planned_date_is_neither_a_side_nor_the_date() -> None:
    press = Press(())
    press.add("c1", "a", "treaty.sign", "NOV OST", "2031-02-01", modality="planned", object=PACT)
    press.add("c2", "b", "treaty.sign", "NOV OST", "2031-03-14", object=PACT)
    assert press.disputes() == []
    assert press.event("c1").when == When("2031-02-01")
    assert press.event("c2").when == When("2031-03-14")


def test_a_heading_with_a_date_of_its_own_is_a_likely_error() -> None:
    press = Press(())
    press.add("c1", "a", "treaty.sign", "NOV OST", "2031-04", origin="headline")
    press.add("c2", "a", "treaty.sign", "NOV OST", "2031-03-14")
    assert press.event("c1").when == When("2031-03-14")
    assert only(press).reason == "only a heading has 2031-04"


def test_unresolved_and_odd_dates_are_unknown() -> None:
    press = signature(("a", "[2031-03-14,2031-03-21]"), ("b", "2031-03-14"), files=False)
    assert press.disputes() == []
    assert press.event("c1").when == When("2031-03-14")


def test_too_many_dates_are_put_together_and_none_is_lost() -> None:
    press = signature(*((f"a{n:02}", f"2031-02-{n:02}") for n in range(1, 21)), files=False)
    sides = only(press).sides
    assert len(sides) == 8
    assert {c for s in sides for c in s.claims} == {f"c{n}" for n in range(1, 21)}
    assert sides[-1].value.count(",") == 12
