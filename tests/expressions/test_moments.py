import datetime as dt

import pytest

from foedus.expressions.moments import find_moments
from foedus.expressions.told import Habits

NOW = dt.datetime(2024, 11, 12, 10, 30)  # a Tuesday
TALK = Habits(steps="day", stretches="beside", later="anchor", weeks="calendar", talk=True)


def told(text: str) -> list[tuple[str, str | None, float | None, float | None]]:
    return [
        (
            m.span.of(text),
            m.time.when.interval if m.time else None,
            None if m.first is None else m.first / 3600,
            None if m.last is None else m.last / 3600,
        )
        for m in find_moments(text, "it", NOW, habits=TALK)
    ]


@pytest.mark.parametrize(
    ("text", "day", "first", "last"),
    [
        ("alle 14:30", None, 14.5, None),
        ("alle 9.15", None, 9.25, None),
        ("alle sei e mezza", None, 6.5, None),
        ("le nove meno un quarto", None, 8.75, None),
        ("alle 8 di sera", None, 20, None),
        ("alle 830 p.m.", None, 20.5, None),
        ("dieci minuti alle tre", None, 2 + 50 / 60, None),
        ("a mezzanotte", None, 0, None),
        ("dalle 4 alle 6pm", None, 16, 18),
        ("dalle 2 di mattina fino alle 5pm", None, 2, 17),
        ("nel pomeriggio", None, 12, 16),
        ("domani alle 7:45", "2024-11-13", 7.75, None),
        ("ieri sera", "2024-11-11", 16, 20),
        ("il 3 maggio alle 18", "2024-05-03", 18, None),
        ("dalle 3 alle 5 domani", "2024-11-13", 3, 5),
        ("alle 9, stasera", "2024-11-12", 21, None),
        ("tra due ore", "2024-11-12", 12.5, None),
        ("alla fine di domani", "2024-11-13", 24 - 1 / 3600, None),
        ("adesso", "2024-11-12", 10.5, None),
        ("ogni lunedì alle 10", None, 10, None),
    ],
)
def test_clock_times_join_their_days(text: str, day: str | None, first: float, last: float | None) -> None:
    ((said, found, one, two),) = told(text)
    assert (said, found, two) == (text if said == text else said, day, last)
    assert text.endswith(said)
    assert one == pytest.approx(first)


@pytest.mark.parametrize("text", ["il 37.5 per cento", "i 12 mesi", "vinse 3-1"])
def test_no_clock(text: str) -> None:
    assert [m for m in told(text) if m[2] is not None] == []


def test_two_appointments_stay_apart() -> None:
    assert [t[1:] for t in told("giovedì alle 9 e venerdì alle 11")] == [
        ("2024-11-07", 9, None),
        ("2024-11-08", 11, None),
    ]
