"""The small values: spans, balances, errors, types, datings, digests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.model import CLAIM_TYPES, LIFE_CYCLE, Balance, FoedusError, Interval, Span, UsageError, When, group_of
from foedus.model.article import digest_of

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(*sorted(ends)))
balances = st.tuples(*[st.integers(0, 9)] * 4).map(lambda n: Balance(n[0] + n[1] + n[2], *n))


@given(spans, spans)
def test_overlap_is_the_number_of_shared_characters(a: Span, b: Span) -> None:
    shared = len(set(range(a.start, a.end)) & set(range(b.start, b.end)))
    assert a.overlap(b) == b.overlap(a) == shared
    assert not a.covers(b) or a.overlap(b) == b.end - b.start


def test_span_of_a_text() -> None:
    assert Span(2, 4).of("a😀bc") == "bc"


@given(balances, balances)
def test_balances_add_up(a: Balance, b: Balance) -> None:
    assert a.holds()
    assert (a + b).holds()
    assert a + Balance() == a


def test_a_lost_sentence_breaks_the_balance() -> None:
    assert not Balance(3, 1, 1, 0).holds()


def test_an_error_is_one_line() -> None:
    assert str(FoedusError("it broke", "file.yaml:3", "mend it")) == "file.yaml:3: it broke; mend it"
    assert str(FoedusError("it broke")) == "it broke"
    assert (FoedusError.exit_code, UsageError.exit_code) == (1, 2)


def test_groups_of_types() -> None:
    assert set(LIFE_CYCLE) < set(CLAIM_TYPES)
    assert len(set(CLAIM_TYPES)) == len(CLAIM_TYPES)
    groups = {"statement.assess": "assess", "statement.deny": "speech", "forces.deploy": "fact"}
    assert {t: group_of(t) for t in groups} == groups


@pytest.mark.parametrize(("interval", "days"), [("2024-06", Interval.parse("2024-06")), (None, None)])
def test_days_of_a_dating(interval: str | None, days: Interval | None) -> None:
    assert When(interval).days() == days


def test_digest_takes_half_characters() -> None:
    assert digest_of("\ud800") != digest_of("")
    assert len(digest_of("è")) == 64
