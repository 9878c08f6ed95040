"""Notices of leaving: when they have run."""

import datetime as dt

import pytest

from foedus.packs.notices import after


@pytest.mark.parametrize(
    ("given", "period", "run"),
    [
        ("2025-06-27", "P6M", "2025-12-27"),
        ("2010-08-31", "P6M", "2011-02-28"),
        ("2020-02-11", "P180D", "2020-08-09"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-11-30", "P1Y3M", "2026-02-28"),
        ("2024-12-01", "P12M", "2025-12-01"),
    ],
)
def test_after(given: str, period: str, run: str) -> None:
    assert after(dt.date.fromisoformat(given), period) == dt.date.fromisoformat(run)


@pytest.mark.parametrize("period", ["six months", "P", "P6", "6M"])
def test_no_period(period: str) -> None:
    with pytest.raises(ValueError, match="is no period"):
        after(dt.date(2024, 1, 1), period)
