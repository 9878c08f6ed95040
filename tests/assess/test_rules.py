"""Where an invented treaty stood on a day, as public on a day: one test for each rule."""

import datetime as dt

import pytest
from law import act, pact

from foedus.assess.life import life_filed
from foedus.assess.parties import parties_of
from foedus.assess.rules import Standing, stand
from foedus.assess.terms import Terms
from foedus.assess.turns import NEVER
from foedus.model import Act, Party, Treaty


def standing(day: str | None, *treaties: Treaty, known: str | None = None) -> Standing:
    terms = Terms({t.id: t for t in treaties}, dt.date.fromisoformat(known) if known else None)
    treaty = treaties[0]
    life = life_filed(treaty, terms, parties_of(treaty.id, treaty, ()))
    return stand(life, str, dt.date.fromisoformat(day) if day else NEVER)


def two(*acts: Act, **more: object) -> Treaty:
    return Treaty(
        id="treaty:X",
        names={"en": ("X",)},
        parties=(Party(state="AAA"), Party(state="BBB")),
        acts=acts,
        **more,  # type: ignore[arg-type]
    )


BOTH = ("AAA", "BBB")
TALKS = act("negotiate", "2000-05-05", actors=BOTH)
SIGN = act("sign", "2001-02-03", actors=BOTH)
VOTE = act("ratify", "2001-03-01", actors=("AAA",), step="vote")
FIRST = act("ratify", "2001-04-01", actors=("AAA",), step="ratification")
SECOND = act("ratify", "2001-05-01", known="2001-05-02", actors=("BBB",), step="acceptance")
EXCHANGE = act("exchange", "2001-06-01", actors=BOTH)
FORCE = act("enter_into_force", "2001-06-07", known="2001-06-09")
WHOLE = two(TALKS, SIGN, VOTE, FIRST, SECOND, EXCHANGE, FORCE)


@pytest.mark.parametrize(
    ("day", "word", "since", "until"),
    [
        ("2000-05-05", "negotiated", "2000-05-05", "2001-02-03"),
        ("2001-02-03", "signed", "2001-02-03", "2001-04-01"),
        ("2001-03-31", "signed", "2001-02-03", "2001-04-01"),
        ("2001-04-01", "ratified in part", "2001-04-01", "2001-05-01"),
        ("2001-05-01", "ratified, not yet in force", "2001-05-01", "2001-06-07"),
        ("2001-06-06", "ratified, not yet in force", "2001-06-01", "2001-06-07"),
        ("2001-06-07", "in force", "2001-06-07", None),
        (None, "in force", "2001-06-07", None),
    ],
)
def test_every_step_holds_from_its_day_to_the_next(day: str | None, word: str, since: str, until: str | None) -> None:
    found = standing(day, WHOLE)
    assert (found.word, found.since, found.until) == (word, since, until)


def test_a_vote_is_no_ratification_and_the_derivation_says_so() -> None:
    found = standing("2001-03-15", WHOLE)
    assert found.word == "signed"
    assert any("Vote by AAA" in line and "VCLT art. 2(1)(b), 14 and 16" in line for line in found.because)


def test_what_was_not_public_was_not_known() -> None:
    assert standing("2001-06-07", WHOLE, known="2001-06-08").word == "ratified, not yet in force"
    assert "not public yet" in standing("2001-06-07", WHOLE, known="2001-06-08").because[-1]
    known = standing("2001-06-07", WHOLE, known="2001-06-09")
    assert (known.word, known.since, known.known) == ("in force", "2001-06-07", "2001-06-09")
    assert standing("2001-05-01", WHOLE, known="2001-05-01").word == "ratified in part"


def test_a_file_without_entry_into_force_is_unknown_and_says_what_is_lacking() -> None:
    found = standing("2005-01-01", two(SIGN, FIRST, SECOND))
    assert (found.word, found.since) == ("unknown", None)
    assert "no act of entry into force" in found.because[-1]
    assert standing("2000-06-01", two(TALKS, SIGN)).word == "negotiated"


def test_a_month_is_unknown_while_it_runs() -> None:
    vague = two(SIGN, act("enter_into_force", "2001-06"))
    assert [standing(d, vague).word for d in ("2001-05-31", "2001-06-15", "2001-06-30")] == [
        "signed",
        "unknown",
        "in force",
    ]
    assert "told of 2001-06" in standing("2001-06-15", vague).because[-1]
    assert standing("2001-05-31", vague).until == "2001-06"


def test_a_step_of_consent_told_for_a_month_is_unknown_while_it_runs() -> None:
    treaty = two(SIGN, act("ratify", "2001-04", actors=("AAA",), step="ratification"), FORCE)
    days = ("2001-03-31", "2001-04-15", "2001-04-30")
    assert [standing(d, treaty).word for d in days] == ["signed", "unknown", "ratified in part"]
    assert standing("2001-03-31", treaty).until == "2001-04"
    assert "told of 2001-04" in standing("2001-04-15", treaty).because[-1]


def test_provisional_application_comes_before_force() -> None:
    early = two(act("sign", "2001-02-03", actors=BOTH, step="provisional"), FORCE)
    assert standing("2001-03-01", early).word == "provisionally applied"
    assert any("VCLT art. 25" in line for line in standing("2001-03-01", early).because)
    assert standing("2001-06-07", early).word == "in force"


def test_a_suspension_by_one_of_two() -> None:
    found = standing("2003-01-01", two(SIGN, FORCE, act("suspend", "2002-01-01", actors=("AAA",))))
    assert (found.word, found.since) == ("suspended", "2002-01-01")
    assert any("the act of AAA alone" in line and "for a person to judge" in line for line in found.because)


NOTICE = act("withdraw", "2010-01-01", actors=("AAA",), step="notice")
EFFECT = act("withdraw", "2010-07-01", actors=("AAA",), step="effect")


def test_a_notice_runs_until_its_effect() -> None:
    leaving = two(SIGN, FORCE, NOTICE, EFFECT)
    days = ("2009-12-31", "2010-01-01", "2010-06-30", "2010-07-01")
    words = ["in force", "withdrawal notified", "withdrawal notified", "terminated"]
    assert [standing(d, leaving).word for d in days] == words
    assert standing("2010-01-01", leaving).until == "2010-07-01"


def test_a_step_inside_the_state_is_no_notice() -> None:
    vote = act("withdraw", "2010-01-01", actors=("AAA",), step="vote")
    found = standing("2010-02-01", two(SIGN, FORCE, vote))
    assert found.word == "in force"
    assert any("no notice yet (VCLT art. 67)" in line for line in found.because)


def test_a_notice_taken_back_stood_until_then() -> None:
    back = act("withdraw", "2010-01-01", actors=("AAA",), step="notice", revoked="2010-03-01")
    treaty = two(SIGN, FORCE, back, notice="P6M")
    days = ("2010-02-28", "2010-03-01", "2011-01-01")
    assert [standing(d, treaty).word for d in days] == ["withdrawal notified", "in force", "in force"]
    assert standing("2010-04-01", treaty, known="2010-02-01").word == "withdrawal notified"
    assert any("VCLT art. 68" in line for line in standing("2010-03-01", treaty).because)


def test_a_notice_that_ran_out_without_an_effect_on_file_is_unknown() -> None:
    treaty = two(SIGN, FORCE, NOTICE, notice="P6M")
    words = [standing(d, treaty).word for d in ("2010-06-30", "2010-07-01")]
    assert words == ["withdrawal notified", "unknown"]
    assert any("ran out on 2010-07-01" in line for line in standing("2010-07-01", treaty).because)
    kept = two(SIGN, FORCE, act("withdraw", "2010-01-01", actors=("AAA",), put_off="2011-01-01"), notice="P6M")
    assert standing("2010-12-31", kept).word == "withdrawal notified"


def test_a_later_treaty_replaces_it() -> None:
    later = Treaty(
        id="treaty:NEW",
        names={"en": ("new",)},
        parties=(Party(state="AAA"), Party(state="BBB")),
        acts=(act("sign", "2008-01-01", actors=BOTH), act("enter_into_force", "2009-01-01", known="2009-01-05")),
        replaces=("treaty:X",),
    )
    old = two(SIGN, FORCE, act("terminate", "2009-01-01"))
    assert standing("2008-12-31", old, later).word == "in force"
    found = standing("2009-01-01", old, later)
    assert (found.word, found.since, found.known) == ("replaced", "2009-01-01", "2009-01-05")
    assert standing("2009-01-01", two(SIGN, FORCE), later, known="2009-01-04").word == "in force"


def test_an_end_by_agreement() -> None:
    assert standing("2009-01-01", two(SIGN, FORCE, act("terminate", "2009-01-01"))).word == "terminated"


def test_one_leaves_a_treaty_of_many_and_it_goes_on() -> None:
    many = pact("M", "AAA", "BBB", "CCC", acts=(SIGN, FORCE, NOTICE, EFFECT))
    found = standing("2011-01-01", many)
    assert found.word == "in force"
    assert any("AAA: notice of leaving" in line and "left" in line for line in found.because)


def test_a_political_commitment_stands_from_its_signature_and_is_never_in_force() -> None:
    found = standing("2001-03-01", two(SIGN, nature="political"))
    assert (found.word, found.since) == ("signed", "2001-02-03")
    assert any("not meant to bind in law" in line for line in found.because)


def test_reservation_and_objection_decide_nothing_on_force() -> None:
    reserved = act("ratify", "2001-04-01", actors=("AAA",), step="reservation", note="on art. 3")
    objected = act("ratify", "2001-04-20", actors=("BBB",), step="objection")
    found = standing("2001-07-01", two(SIGN, reserved, objected, FORCE))
    assert found.word == "in force"
    assert any("Reservation (VCLT art. 19-21) by AAA" in line for line in found.because)
    assert any("Objection" in line for line in found.because)


def test_members_join_from_their_own_day_where_no_act_begins_it() -> None:
    parties = (Party(state="AAA", from_="2002-01-01"), Party(state="BBB", from_="2003-01-01", until="2005-01-01"))
    treaty = Treaty(id="treaty:X", names={"en": ("X",)}, parties=parties)
    assert (standing("2002-06-01", treaty).word, standing("2002-06-01", treaty).since) == ("in force", "2002-01-01")


def test_a_suspension_outweighs_a_notice_and_is_over_when_lifted() -> None:
    suspended = act("suspend", "2010-01-01", actors=BOTH, lifted="2010-05-01")
    notice = act("withdraw", "2010-02-01", actors=("AAA",), step="notice")
    treaty = two(SIGN, FORCE, suspended, notice)
    words = [standing(d, treaty).word for d in ("2010-01-31", "2010-02-01", "2010-05-01")]
    assert words == ["suspended", "suspended", "withdrawal notified"]
    assert standing("2010-02-01", treaty).until == "2010-05-01"
    assert any("works again (VCLT art. 72)" in line for line in standing("2010-05-01", treaty).because)
    assert not any("works again" in line for line in standing("2010-04-30", treaty).because)


def test_what_is_known_not_to_be_in_force_stands_as_it_was_agreed() -> None:
    treaty = two(SIGN, FIRST, not_in_force="2010-05-31")
    found = [standing(day, treaty) for day in ("2001-03-01", "2010-05-31", "2010-06-01", None)]
    assert [f.word for f in found] == ["signed", "ratified in part", "unknown", "ratified in part"]
    assert "Not in force by 2010-05-31." in found[1].because
    assert found[2].because[-1].startswith("Not in force by 2010-05-31; whether it has entered into force since")


def test_a_treaty_of_two_is_replaced_once_both_are_bound_by_the_later_one() -> None:
    def later(*states: str) -> Treaty:
        parties = tuple(Party(state=s) for s in states)
        acts = (act("sign", "2009-01-01"), act("enter_into_force", "2010-01-01"))
        return Treaty(id="treaty:Y", names={"en": ("Y",)}, parties=parties, acts=acts, replaces=("treaty:X",))

    words = [standing("2010-01-01", WHOLE, later(*states)).word for states in (("AAA", "CCC"), BOTH)]
    assert words == ["in force", "replaced"]
