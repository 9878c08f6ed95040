import datetime as dt
from pathlib import Path

import pytest

from foedus import asof
from foedus.asof import after_run, as_of, as_of_ledger, day_of
from foedus.context import read_alone
from foedus.ledger import Ledger, open_ledger
from foedus.model import Judgement, Reading, UsageError
from foedus.read import article_from_text

OLD = "Pubblicato il 9 gennaio 2025\n\nIl Giappone ha ratificato l'accordo di accesso reciproco con le Filippine."
NEW = "Pubblicato il 20 marzo 2025\n\nIl Giappone ha ratificato l'accordo di accesso reciproco con le Filippine."
BARE = "Il Giappone ha inviato duemila soldati nelle Filippine."


def read(text: str, id_: str) -> Reading:
    return read_alone(article_from_text(text, id=id_))


def ids(then: asof.Then) -> list[str]:
    return [reading.article.id for reading in then.picture.readings]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "last"), [("2024-11-09", "2024-11-09"), (" 2024-02 ", "2024-02-29"), ("2024", "2024-12-31")]
)
def test_the_day_of_a_date(text: str, last: str) -> None:
    assert day_of(text) == day(last)


@pytest.mark.parametrize("text", ["", "9 November", "2024-13", "2024-1", "2024-11-09/.."])
def test_no_date_is_one_line(text: str) -> None:
    with pytest.raises(UsageError, match=r"no date .*; write a day, a month or a year"):
        day_of(text)


def test_articles_that_came_out_later_and_those_without_a_date_are_left_out() -> None:
    readings = [read(OLD, "old"), read(NEW, "new"), read(BARE, "bare")]
    then = as_of(day("2025-01-31"), readings)
    assert (ids(then), then.later, then.unknown) == (["old"], ("new",), ("bare",))
    assert {c.article for c in then.picture.claims} == {"old"}
    assert as_of(day("2025-01-31"), readings[::-1]) == then
    assert ids(as_of(day("2025-03-20"), readings)) == ["new", "old"]
    assert ids(as_of(day("1990-01-01"), readings)) == []


class _Clock(dt.datetime):
    """A clock that stands where a test puts it."""

    at = "2025-02-01T12:00:00+00:00"

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> "_Clock":
        return cls.fromisoformat(cls.at)


def store(path: Path, time: str, text: str, id_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Clock, "at", f"{time}T12:00:00+00:00")
    monkeypatch.setattr("foedus.ledger.ledger.dt.datetime", _Clock)
    with open_ledger(path, create=True) as held:
        held.add(read(text, id_))


def then_of(path: Path, text: str) -> asof.Then:
    with open_ledger(path) as held:
        return as_of_ledger(day(text), held)


def test_an_article_without_a_date_counts_from_the_day_it_was_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "l.foedus.db"
    store(path, "2025-02-01", BARE, "bare", monkeypatch)
    assert then_of(path, "2025-01-31").unknown == ("bare",)
    assert ids(then_of(path, "2025-02-01")) == ["bare"]


def test_an_article_with_a_date_counts_by_it_whenever_it_was_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "l.foedus.db"
    store(path, "2025-06-01", OLD, "a", monkeypatch)
    assert ids(then_of(path, "2025-01-09")) == ["a"]
    assert then_of(path, "2025-01-08").later == ("a",)


def test_of_an_edited_article_the_version_that_was_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l.foedus.db"
    store(path, "2025-01-10", OLD, "a", monkeypatch)
    store(path, "2025-02-10", f"{OLD} Manila ha ringraziato.", "a", monkeypatch)
    store(path, "2025-04-01", NEW, "a", monkeypatch)
    assert [
        then_of(path, text).picture.readings[0].article.text
        for text in ("2025-01-09", "2025-01-31", "2025-02-10", "2025-03-31")
    ] == [f"{OLD} Manila ha ringraziato.", OLD, f"{OLD} Manila ha ringraziato.", NEW]


def test_a_ledger_after_a_run(tmp_path: Path) -> None:
    path = tmp_path / "l.foedus.db"
    for text, id_ in ((OLD, "a"), (NEW, "a"), (BARE, "b")):
        with open_ledger(path, create=True) as held:
            held.add(read(text, id_))
    with open_ledger(path) as held:
        held.judge(Judgement(0, "reject", "A", "B", "2025-01-01T00:00:00+00:00"))
        texts = [[r.article.text for r in after_run(run, held).readings] for run in (1, 2, 3, 4)]
        assert texts == [[OLD], [NEW], [NEW, BARE], [NEW, BARE]]
        assert [len(after_run(run, held).judgements) for run in (3, 4)] == [0, 1]
        _refused(held, 5)
        _refused(held, 0)


def _refused(held: Ledger, run: int) -> None:
    with pytest.raises(UsageError, match=f"no run {run}; it has runs 1 to 4"):
        after_run(run, held)
