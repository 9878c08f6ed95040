"""What a ledger keeps is what all its articles come to, whatever their order and in however many runs they came."""

import random
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus import api, context, pipeline, upkeep
from foedus.ledger import Ledger, open_ledger
from foedus.model import Dispute, Event, Reading
from foedus.read import article_from_text
from foedus.reconcile import Reconciled, Reconciler, reconcile
from reconcile.press import WORLD, Press, principal
from reconcile.test_reconciled import crowd

WIRE = (
    "The envoys left the harbour hall at noon after two days of talks, and officials of both sides said that the fleet "
    "would stay where it is until the lagoon has been cleared of the last of the mines laid in the war of the islands."
)
REAL = {
    "one.txt": "Sweden joins NATO\nMarch 7, 2024\n\nSweden joined NATO on Thursday. Stockholm handed over its "
    "instrument of accession in Washington on 7 March 2024.",
    "two.txt": "Pubblicato il 26 febbraio 2024\n\nIl parlamento ungherese ha ratificato lunedì l'adesione della Svezia "
    "alla Nato.",
    "three.txt": "La Suède entre dans l'OTAN\n\nLa Suède a déposé jeudi à Washington son instrument d'adhésion à "
    "l'OTAN. Le Parlement hongrois avait ratifié l'adhésion de la Suède à l'OTAN le 26 février.",
    "four.txt": "8 March 2024\n\nSweden joined NATO on Thursday. Stockholm handed over its instrument of accession in "
    "Washington on 7 March 2024. Hungary's parliament ratified Sweden's accession to NATO on 27 February 2024.",
    "five.txt": "Sweden not yet in NATO\n\nHungary's parliament has not yet ratified Sweden's accession to NATO.",
}
settings.register_profile("ledger", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MANY = settings(settings.get_profile("ledger"), max_examples=12)


@cache
def real() -> tuple[Reading, ...]:
    outlets = {"one.txt": "media:KCNA"}
    articles = (article_from_text(text, id=id_, outlet=outlets.get(id_)) for id_, text in REAL.items())
    return tuple(context.read_alone(article) for article in articles)


def dated(seed: int) -> Press:
    """A crowd of claims in articles with dates, some of them copies."""
    press, dice = crowd(seed), random.Random(seed)
    for name in sorted(press.texts):
        press.published[name] = f"2031-10-{dice.randrange(1, 20):02}"
        press.texts[name] += WIRE * dice.randrange(2)
    return press


def kept(ledger: Ledger) -> Reconciled:
    return Reconciled(
        tuple(ledger.findings.all("event", Event)),
        tuple(sorted(ledger.findings.all("dispute", Dispute), key=lambda d: (d.id, d.reason))),
    )


def fill(ledger: Ledger, readings: Iterable[Reading], reconciler: Reconciler | None = None) -> None:
    for reading in readings:
        ledger.add(reading)
    upkeep.refresh(ledger, reconciler)


def in_runs(readings: Sequence[Reading], dice: random.Random) -> list[Sequence[Reading]]:
    """The readings in some order, cut into some runs."""
    mixed = list(readings)
    dice.shuffle(mixed)
    cuts = sorted({0, len(mixed), *(dice.randrange(len(mixed) + 1) for _ in range(3))})
    return [mixed[a:b] for a, b in pairwise(cuts)]


@MANY
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_one_article_after_the_other_gives_what_all_at_once_give(
    tmp_path_factory: pytest.TempPathFactory, seed: int, dice: random.Random
) -> None:
    press = dated(seed)
    reconciler = Reconciler(principal, press.treaties, WORLD)
    after = press.readings()
    names = {reading.article.id for reading in after}
    before = [reading for reading in dated(seed + 1).readings() if reading.article.id in names]
    with open_ledger(tmp_path_factory.mktemp("l") / "l.foedus.db", create=True) as ledger:
        # Some articles first come in another version.
        for run in [dice.sample(before, min(2, len(before))), *in_runs(after, dice)]:
            fill(ledger, run, reconciler)
        assert kept(ledger) == reconcile(after, reconciler)


@MANY
@given(st.randoms(use_true_random=False))
def test_undated_articles_are_dated_alike_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, dice: random.Random
) -> None:
    whole = pipeline.picture(real())
    with open_ledger(tmp_path_factory.mktemp("l") / "l.foedus.db", create=True) as ledger:
        for run in in_runs(real(), dice):
            fill(ledger, run)
        found = pipeline.stored(ledger)
    assert found.events == whole.events
    assert found.disputes == whole.disputes
    assert sorted(found.readings, key=_id) == sorted(whole.readings, key=_id)


def test_what_is_known_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    family = Reconciler.family

    def counted(self: Reconciler, filings: Iterable[object], voices: object, _: object) -> Reconciled:
        held = list(filings)
        made.extend({f.family for f in held})  # type: ignore[attr-defined]
        return family(self, held, voices)  # type: ignore[arg-type]

    press = Press()
    for n, kind in enumerate(("treaty.sign", "forces.deploy", "statement.concern")):
        press.article(f"a{n}", "", "2031-05-01")
        press.add(f"c{n}", f"a{n}", kind, "NOV")
    reconciler = Reconciler(principal, press.treaties, WORLD)
    monkeypatch.setattr(Reconciler, "family", counted)
    with open_ledger(tmp_path / "l.foedus.db", create=True) as ledger:
        fill(ledger, press.readings(), reconciler)
        assert len(made) == 3
        made.clear()
        press.article("more", "", "2031-05-02")
        press.add("c9", "more", "forces.deploy", "NOV")
        fill(ledger, press.readings(), reconciler)
        assert made == ["forces NOV"]
        made.clear()
        fill(ledger, press.readings(), reconciler)
        assert made == []


def test_a_break_before_the_picture_is_made_is_made_up_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(tmp_path / "l.foedus.db", create=True) as ledger:
        fill(ledger, real()[:2])
        with monkeypatch.context() as patch:
            patch.setattr(Reconciler, "family", _interrupted)
            with pytest.raises(KeyboardInterrupt):
                fill(ledger, real()[2:])
        assert ledger.filings.pending() == tuple(sorted(list(REAL)[2:]))
        assert pipeline.stored(ledger).events == pipeline.picture(real()).events


def test_other_rules_make_the_picture_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(tmp_path / "l.foedus.db", create=True) as ledger:
        fill(ledger, real())
        assert upkeep.up_to_date(ledger)
        monkeypatch.setattr(upkeep, "VERSION", "99")
        assert not upkeep.up_to_date(ledger)
        assert pipeline.stored(ledger).events == pipeline.picture(real()).events
        assert upkeep.up_to_date(ledger)


def test_a_ledger_that_may_not_be_written_answers_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "l.foedus.db"
    with open_ledger(path, create=True) as ledger:
        for reading in real():
            ledger.add(reading)
    with open_ledger(path) as ledger:
        ledger.writable = False
        assert pipeline.stored(ledger).events == pipeline.picture(real()).events
        assert ledger.filings.is_pending()


def _interrupted(*_: object) -> Reconciled:
    raise KeyboardInterrupt


def _id(reading: Reading) -> str:
    return reading.article.id


def test_a_question_to_the_ledger_is_answered_as_of_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "l.foedus.db"
    with open_ledger(path, create=True) as ledger:
        fill(ledger, real())
    asked = [
        "Sweden joined NATO in March 2024.",
        "Hungary ratified Sweden's accession to NATO on 3 May 2024.",
        "It rains.",
    ]
    assert api.check(asked, path, language="en") == api.check(asked, pipeline.picture(real()), language="en")
