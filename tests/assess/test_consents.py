"""How each party of an invented treaty stands on a day."""

import datetime as dt

import pytest
from law import act

from foedus.assess.amendments import amendments
from foedus.assess.consents import consents
from foedus.assess.terms import Terms
from foedus.model import Act, Consent, Party, Treaty

SIGN = act("sign", "2001-02-03", actors=("AAA", "BBB", "CCC"))
FORCE = act("enter_into_force", "2001-06-07", known="2001-06-09")


def many(*acts: Act, **own: Party) -> Treaty:
    parties = tuple(own.get(s, Party(state=s)) for s in ("AAA", "BBB", "CCC"))
    return Treaty(id="treaty:M", names={"en": ("M",)}, parties=parties, acts=acts)


def of(treaty: Treaty, day: str, state: str = "AAA", known: str | None = None) -> Consent:
    terms = Terms({treaty.id: treaty}, dt.date.fromisoformat(known) if known else None)
    return next(c for c in consents(treaty, terms, dt.date.fromisoformat(day)) if c.state == state)


@pytest.mark.parametrize(
    ("step", "word"),
    [
        ("vote", "approved at home"),
        ("assent", "approved at home"),
        ("ratification", "ratified"),
        ("acceptance", "accepted"),
        ("approval", "approved"),
        ("accession", "acceded"),
        ("deposit", "instrument deposited"),
        (None, "ratified"),
        ("reservation", "signed"),
    ],
)
def test_each_step_of_consent_has_its_word(step: str | None, word: str) -> None:
    treaty = many(SIGN, act("ratify", "2001-03-01", actors=("AAA",), step=step), FORCE)
    found = of(treaty, "2001-03-01")
    assert (found.word, found.bound) == (word, "unmet")
    assert of(treaty, "2001-03-01", "BBB").word == "signed"


def test_a_later_vote_does_not_take_a_ratification_back() -> None:
    acts = (
        act("ratify", "2001-03-01", actors=("AAA",), step="deposit"),
        act("ratify", "2001-04-01", actors=("AAA",), step="vote"),
    )
    assert of(many(SIGN, *acts, FORCE), "2001-05-01").word == "instrument deposited"


def test_bound_from_the_day_and_known_from_the_day() -> None:
    found = of(many(SIGN, FORCE), "2001-06-07")
    assert (found.word, found.since, found.known, found.bound) == ("bound", "2001-06-07", "2001-06-09", "met")
    late = of(many(SIGN, FORCE), "2001-06-07", known="2001-06-08")
    assert (late.word, late.bound) == ("signed", "open")


def test_accession_by_deposit_binds_and_the_vote_before_it_does_not() -> None:
    joined = Party(state="CCC", from_="2003-03-03")
    vote = act("ratify", "2003-01-01", actors=("CCC",), step="vote")
    deposit = act("ratify", "2003-03-03", actors=("CCC",), step="accession")
    treaty = many(act("sign", "2001-02-03", actors=("AAA", "BBB")), FORCE, vote, deposit, CCC=joined)
    assert (of(treaty, "2003-03-02", "CCC").word, of(treaty, "2003-03-02", "CCC").bound) == (
        "approved at home",
        "unmet",
    )
    assert (of(treaty, "2003-03-03", "CCC").word, of(treaty, "2003-03-03", "CCC").bound) == ("bound", "met")


def test_nobody_signs_for_those_who_join_later() -> None:
    joined = Party(state="CCC", from_="2003-03-03")
    treaty = many(act("sign", "2001-02-03"), FORCE, CCC=joined)
    assert of(treaty, "2002-01-01", "CCC").word == "no consent on file"


def test_notice_and_effect_of_one_of_many() -> None:
    notice = act("withdraw", "2010-01-01", actors=("AAA",), step="notice")
    effect = act("withdraw", "2010-07-01", actors=("AAA",), step="effect")
    treaty = many(SIGN, FORCE, notice, effect)
    assert [of(treaty, d).word for d in ("2010-06-30", "2010-07-01")] == ["withdrawal notified", "left"]
    assert [of(treaty, d, "BBB").word for d in ("2010-06-30", "2010-07-01")] == ["bound", "bound"]


def test_suspended_ended_and_provisional() -> None:
    suspended = act("suspend", "2002-01-01", actors=("AAA",))
    treaty = many(SIGN, FORCE, suspended, act("terminate", "2004-01-01"))
    assert [of(treaty, d).word for d in ("2002-01-01", "2004-01-01")] == ["suspended", "ended"]
    early = many(SIGN, act("ratify", "2001-03-01", actors=("BBB",), step="provisional"), FORCE)
    words = [of(early, d, s).word for d, s in (("2001-03-01", "BBB"), ("2001-03-01", "AAA"), ("2001-06-07", "BBB"))]
    assert words == ["provisionally bound", "signed", "bound"]


def test_a_vague_beginning_or_end_is_unknown_while_it_runs() -> None:
    treaty = many(SIGN, act("enter_into_force", "2001-06"), act("terminate", "2004"))
    assert [of(treaty, d).word for d in ("2001-06-15", "2001-07-01", "2004-05-05")] == ["unknown", "bound", "unknown"]


def test_a_step_told_for_a_month_is_unknown_while_it_runs() -> None:
    treaty = many(SIGN, act("ratify", "2001-04", actors=("AAA",), step="ratification"), FORCE)
    words = [of(treaty, d).word for d in ("2001-03-31", "2001-04-15", "2001-04-30")]
    assert words == ["signed", "unknown", "ratified"]


def test_an_amendment_holds_between_those_whom_it_binds() -> None:
    old = many(SIGN, FORCE)
    new = Treaty(
        id="treaty:P",
        names={"en": ("protocol",)},
        parties=(Party(state="AAA"), Party(state="BBB")),
        acts=(act("sign", "2004-01-01"), act("enter_into_force", "2005-01-01")),
        amends=old.id,
    )
    terms = Terms({t.id: t for t in (old, new)})
    assert amendments(old, terms, dt.date(2003, 1, 1)) == ()
    (found,) = amendments(old, terms, dt.date(2005, 1, 1))
    assert (found.treaty, found.since, found.among, found.unamended) == (
        "treaty:P",
        "2005-01-01",
        ("AAA", "BBB"),
        ("CCC",),
    )
