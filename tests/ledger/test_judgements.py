import sqlite3
from pathlib import Path

import pytest

from foedus.ledger import open_ledger
from foedus.model import Judgement, Mark
from ledger.samples import reading

MADE = Judgement(7, "merge", "Ada", "one meeting", "2031-05-01T10:00:00+00:00", ("ev:1",), ((Mark("c1", "a"),),))


def test_a_judgement_comes_back_under_its_number(tmp_path: Path) -> None:
    path = tmp_path / "l.foedus.db"
    with open_ledger(path, create=True) as ledger:
        ledger.add(reading())
        first = ledger.judge(MADE)
        second = ledger.judge(MADE)
    assert (first.number, second.number) == (1, 2)
    with open_ledger(path) as ledger:
        assert ledger.judgements.all() == (first, second)
        assert ledger.judgements.all(run=0) == ()
        assert ledger.judgements.pending() == {1, 2}


@pytest.mark.parametrize("statement", ["UPDATE judgement SET author = 'B'", "DELETE FROM judgement"])
def test_a_judgement_is_never_changed(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "l.foedus.db"
    with open_ledger(path, create=True) as ledger:
        ledger.judge(MADE)
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()
