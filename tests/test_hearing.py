"""A ledger with judgements keeps what all its articles and judgements come to, in whatever order they came."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import upkeep
from foedus.ledger import open_ledger
from foedus.model import Judgement
from foedus.reconcile import Reconciler, reconcile
from reconcile.press import WORLD, Press, principal
from reconcile.test_judged import judge, marks
from test_upkeep import MANY, dated, fill, in_runs, kept


def some(press: Press, dice: random.Random) -> Judgement:
    every = sorted(c.id for claims in press.claims.values() for c in claims)
    groups = [marks(press, *dice.sample(every, 2)) for _ in range(2)]
    return judge(0, dice.choice(["merge", "merge", "split", "reject"]), *groups)


@MANY
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_judgements_between_the_articles_give_what_all_at_once_give(
    tmp_path_factory: pytest.TempPathFactory, seed: int, dice: random.Random
) -> None:
    press = dated(seed)
    reconciler = Reconciler(principal, press.treaties, WORLD)
    path = tmp_path_factory.mktemp("l") / "l.foedus.db"
    with open_ledger(path, create=True) as ledger:
        for run in in_runs(press.readings(), dice):
            fill(ledger, run, reconciler)
            one = ledger.judge(some(press, dice))
            upkeep.refresh(ledger, reconciler)
            if dice.random() < 0.4:
                ledger.judge(judge(0, "revoke", revokes=dice.randrange(1, one.number + 1)))
                upkeep.refresh(ledger, reconciler)
        records = ledger.judgements.all()
        found = kept(ledger)
        assert upkeep.up_to_date(ledger)
    assert [one.number for one in records] == list(range(1, len(records) + 1))
    whole = reconcile(press.readings(), reconciler, records)
    assert found.events == whole.events
    assert found.disputes == whole.disputes


def test_what_a_merge_joined_comes_apart_when_its_article_is_edited(tmp_path: Path) -> None:
    before, after = Press(), Press()
    for press in (before, after):
        press.add("c1", "a", "diplomacy.meet", "NOV OST", "2031-05-01")
    before.add("c2", "b", "transfer.arms", "NOV", "2031-05-01", targets="OST")
    after.add("c3", "b", "statement.praise", "NOV", "2031-05-01", targets="OST")
    reconciler = Reconciler(principal, before.treaties, WORLD)
    with open_ledger(tmp_path / "l.foedus.db", create=True) as ledger:
        fill(ledger, before.readings(), reconciler)
        ledger.judge(judge(0, "merge", marks(before, "c1"), marks(before, "c2")))
        upkeep.refresh(ledger, reconciler)
        assert [e.claims for e in kept(ledger).events] == [("c1", "c2")]
        fill(ledger, after.readings(), reconciler)
        assert sorted(e.claims for e in kept(ledger).events) == [("c1",), ("c3",)]
        assert not any(e.judgements for e in kept(ledger).events)
        fill(ledger, before.readings(), reconciler)
        assert [e.claims for e in kept(ledger).events] == [("c1", "c2")]
