"""From when until when a treaty binds, as known on a day."""

import datetime as dt

import msgspec
import pytest
from law import act, pact

from foedus.assess.terms import Terms
from foedus.model import Act, Interval, Party, Treaty


def truth(treaty: Treaty, state: str, day: str, known: str | None = None, basis: str = "in-force") -> str:
    terms = Terms({treaty.id: treaty}, dt.date.fromisoformat(known) if known else None, basis)  # type: ignore[arg-type]
    return terms.of(treaty.id)[state].truth(dt.date.fromisoformat(day))


LIFE: tuple[Act, ...] = (
    act("sign", "2001-02-03", actors=("AAA", "BBB")),
    act("enter_into_force", "2001-06-07", known="2001-06-09"),
)


@pytest.mark.parametrize(
    ("day", "known", "basis", "expected"),
    [
        ("2001-02-02", None, "in-force", "unmet"),
        ("2001-06-06", None, "in-force", "unmet"),
        ("2001-06-07", None, "in-force", "met"),
        ("2001-06-07", "2001-06-08", "in-force", "open"),
        ("2001-06-07", "2001-06-09", "in-force", "met"),
        ("2001-02-03", None, "signature", "met"),
        ("2001-02-02", None, "signature", "unmet"),
    ],
)
def test_a_treaty_binds_from_entry_into_force_or_by_the_other_basis_from_signature(
    day: str, known: str | None, basis: str, expected: str
) -> None:
    assert truth(pact("X", "AAA", "BBB", acts=LIFE), "AAA", day, known, basis) == expected


def test_signed_and_no_entry_into_force_on_file_is_open() -> None:
    treaty = pact("X", "AAA", "BBB", acts=LIFE[:1])
    assert truth(treaty, "AAA", "2005-01-01") == "open"
    bond = Terms({treaty.id: treaty}).of(treaty.id)["AAA"].bond("AAA", treaty.id, dt.date(2005, 1, 1))
    assert bond.because == ("signed 2001-02-03", "the file has no entry into force: unknown")


def test_a_month_is_open_until_it_is_over() -> None:
    treaty = pact("X", "AAA", "BBB", acts=(LIFE[0], act("enter_into_force", "2001-06")))
    assert [truth(treaty, "AAA", d) for d in ("2001-05-31", "2001-06-15", "2001-06-30")] == ["unmet", "open", "met"]


def test_a_notice_runs_and_its_effect_ends_the_bond() -> None:
    acts = (*LIFE, act("withdraw", "2010-01-01", actors=("AAA",), step="notice"))
    assert truth(pact("X", "AAA", "BBB", acts=acts), "AAA", "2010-02-01") == "met"
    acts = (*acts, act("withdraw", "2010-07-01", actors=("AAA",), step="effect"))
    two = pact("X", "AAA", "BBB", acts=acts)
    assert [truth(two, s, "2010-07-01") for s in ("AAA", "BBB")] == ["unmet", "unmet"]
    three = pact("X", "AAA", "BBB", "CCC", acts=acts)
    assert [truth(three, s, "2010-07-01") for s in ("AAA", "BBB")] == ["unmet", "met"]


def test_a_notice_taken_back_is_told_and_ends_nothing() -> None:
    acts = (*LIFE, act("withdraw", "2010-01-01", actors=("AAA",), step="effect", revoked="2010-03-01"))
    treaty = pact("X", "AAA", "BBB", acts=acts)
    bond = Terms({treaty.id: treaty}).of(treaty.id)["AAA"].bond("AAA", treaty.id, dt.date(2011, 1, 1))
    assert bond.truth == "met"
    assert any("VCLT art. 68" in step for step in bond.because)


def test_a_later_treaty_that_replaces_it_ends_it_for_its_own_parties() -> None:
    old = pact("OLD", "AAA", "BBB", "CCC", acts=LIFE)
    life = (act("sign", "2010-01-01"), act("enter_into_force", "2011-01-01"))
    new = Treaty(
        id="treaty:NEW",
        names={"en": ("new",)},
        parties=(Party(state="AAA"), Party(state="BBB")),
        acts=life,
        replaces=("treaty:OLD",),
    )
    terms = Terms({t.id: t for t in (old, new)})
    day = dt.date(2011, 1, 1)
    truths = {s: t.truth(day) for s, t in terms.of("treaty:OLD").items()}
    assert truths == {"AAA": "unmet", "BBB": "unmet", "CCC": "met"}


def test_a_party_of_its_own_time() -> None:
    party = Party(state="AAA", from_="2005-01-01", until="2006-01-01")
    treaty = Treaty(id="treaty:X", names={"en": ("x",)}, parties=(party,), acts=LIFE)
    days = ("2004-12-31", "2005-01-01", "2005-12-31", "2006-01-01")
    assert [truth(treaty, "AAA", d) for d in days] == ["unmet", "met", "met", "unmet"]


def test_provisional_application_binds_before_entry_into_force() -> None:
    acts = (*LIFE, act("sign", "2001-02-03", step="provisional"))
    assert truth(pact("X", "AAA", "BBB", acts=acts), "AAA", "2001-03-01") == "met"


def test_a_party_that_left_and_came_back_is_bound_again() -> None:
    twice = (Party(state="AAA", until="1950-01-01"), Party(state="BBB"), Party(state="AAA", from_="1960-01-01"))
    treaty = msgspec.structs.replace(pact("P", "AAA", "BBB"), parties=twice)
    terms = Terms({treaty.id: treaty}).of(treaty.id)
    assert list(terms) == ["AAA", "BBB"]
    days = ("1939-06-01", "1945-01-01", "1955-01-01", "1965-01-01")
    assert [terms["AAA"].truth(dt.date.fromisoformat(day)) for day in days] == ["unmet", "met", "unmet", "met"]
    assert "bound until 1950-01-01" in terms["AAA"].bond("AAA", treaty.id, dt.date(1955, 1, 1)).because
    assert terms["AAA"].bond("AAA", treaty.id, dt.date(1965, 1, 1)).since == "1960-01-01"


def test_after_the_last_day_of_the_data_a_bond_is_open() -> None:
    treaty = msgspec.structs.replace(pact("X", "AAA", "BBB", acts=LIFE), observed="2016-12-31")
    assert [truth(treaty, "AAA", d) for d in ("2016-12-31", "2017-01-01")] == ["met", "open"]
    bond = Terms({treaty.id: treaty}).of(treaty.id)["AAA"].bond("AAA", treaty.id, dt.date(2020, 1, 1))
    assert bond.because[-1] == "the data end with 2016-12-31"


def test_a_text_binds_nobody_before_it_was_agreed_and_unsigned_it_is_open_from_then_on() -> None:
    drawn = (act("negotiate", "2001-02-03"), act("negotiate", "2001-05-01"))
    treaty = pact("X", "AAA", "BBB", acts=drawn)
    assert [truth(treaty, "AAA", day) for day in ("2001-02-02", "2001-02-03", "2010-01-01")] == [
        "unmet",
        "open",
        "open",
    ]
    bond = Terms({treaty.id: treaty}).of(treaty.id)["AAA"].bond("AAA", treaty.id, dt.date(2005, 1, 1))
    assert bond.because == ("its text agreed 2001-02-03", "the file has no entry into force: unknown")


def test_a_plan_that_nobody_signs_counts_from_its_effect() -> None:
    plan = (act("negotiate", "2001-02-03"), act("enter_into_force", "2001-05-01"))
    treaty = msgspec.structs.replace(pact("X", "AAA", "BBB", acts=plan), nature="political")
    assert [truth(treaty, "AAA", day) for day in ("2001-04-30", "2001-05-01")] == ["unmet", "met"]


def bond(treaty: Treaty, state: str, day: str, known: str | None = None) -> tuple[str, ...]:
    """The steps that lead to whether the party is bound."""
    terms = Terms({treaty.id: treaty}, dt.date.fromisoformat(known) if known else None)
    return terms.of(treaty.id)[state].bond(state, treaty.id, dt.date.fromisoformat(day)).because


def test_a_suspension_that_was_lifted_frees_nobody_after_it() -> None:
    suspended = act("suspend", "2005-01-01", actors=("AAA", "BBB"), lifted="2005-03")
    treaty = pact("X", "AAA", "BBB", acts=(*LIFE, suspended))
    days = ("2004-12-31", "2005-01-01", "2005-03-10", "2005-03-31", "2006-01-01")
    assert [truth(treaty, "AAA", d) for d in days] == ["met", "unmet", "open", "met", "met"]
    assert truth(treaty, "AAA", "2006-01-01", known="2005-02-01") == "unmet"
    assert bond(treaty, "AAA", "2005-02-01")[-1] == "suspended on 2005-01-01 (VCLT art. 57, 72; test; until 2005-03)"


def test_whether_one_of_two_may_suspend_alone_is_for_a_person_to_judge() -> None:
    alone = (*LIFE, act("suspend", "2005-01-01", actors=("AAA",)))
    assert [truth(pact("X", "AAA", "BBB", acts=alone), s, "2005-01-01") for s in ("AAA", "BBB")] == ["open", "met"]
    assert "for a person to judge" in bond(pact("X", "AAA", "BBB", acts=alone), "AAA", "2005-01-01")[-1]
    assert truth(pact("X", "AAA", "BBB", "CCC", acts=alone), "AAA", "2005-01-01") == "unmet"


def test_a_bond_tells_who_left_on_whose_word_and_nobody_is_said_to_leave_by_a_source() -> None:
    acts = (
        *LIFE,
        act("suspend", "2005-01-01", actors=("AAA",)),
        act("withdraw", "2006-01-01", actors=("AAA",), step="notice"),
        act("withdraw", "2006-07-01", actors=("AAA",), step="effect"),
    )
    steps = bond(pact("X", "AAA", "BBB", "CCC", acts=acts), "AAA", "2007-01-01")
    assert steps[2:] == (
        "suspended on 2005-01-01 (VCLT art. 57, 72; test)",
        "notice of withdrawal given 2006-01-01 (a step of leaving that ends nothing at once: VCLT art. 56, 67)",
        "left on 2006-07-01 (VCLT art. 54, 56; test)",
    )


def test_a_last_day_on_file_is_what_came_of_a_notice() -> None:
    acts = (*LIFE, act("withdraw", "2010-01-01", actors=("AAA",), step="notice"))
    parties = (Party(state="AAA", until="2011-06-01"), Party(state="BBB"), Party(state="CCC"))
    treaty = msgspec.structs.replace(pact("X", "AAA", "BBB", "CCC", acts=acts), notice="P1Y", parties=parties)
    assert [truth(treaty, "AAA", d) for d in ("2011-03-01", "2011-06-01")] == ["met", "unmet"]
    assert bond(treaty, "AAA", "2011-06-01")[-1] == "bound until 2011-06-01"
    assert not any("does not tell what came of it" in step for step in bond(treaty, "AAA", "2011-06-01"))
    # Asked with what was public before that day, the notice had run out with nothing on file.
    assert truth(treaty, "AAA", "2011-03-01", known="2011-02-01") == "open"


def test_what_is_known_not_to_be_in_force_binds_nobody_until_then() -> None:
    signed = (act("sign", "2001-02-03"),)
    treaty = msgspec.structs.replace(pact("X", "AAA", "BBB", acts=signed), not_in_force="2010-05-31")
    assert [truth(treaty, "AAA", day) for day in ("2001-03-01", "2010-05-31", "2010-06-01")] == [
        "unmet",
        "unmet",
        "open",
    ]
    term = Terms({treaty.id: treaty}).of(treaty.id)["AAA"]
    assert "not in force by 2010-05-31" in term.bond("AAA", treaty.id, dt.date(2010, 1, 1)).because
    assert term.over(Interval.parse("2010-05/2010-06")) == "open"
