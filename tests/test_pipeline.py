import json
from collections.abc import Callable
from pathlib import Path

import pytest

from foedus import context, pipeline
from foedus.extract import extract
from foedus.ledger import open_ledger
from foedus.model import Article, DefectError, Event, Evidence, FoedusError, Gap, InputError, Reading, When
from foedus.packs.treaties import load_treaties
from foedus.read import read_paths
from foedus.standing import status_on

FIRST = "Il Giappone ha ratificato ieri l'accordo di accesso reciproco con le Filippine, ha detto il ministero."
SECOND = "Le Filippine hanno ratificato l'accordo con il Giappone, firmato a Manila."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


def readings(outcomes: list[Reading | FoedusError]) -> list[str]:
    return [outcome.article.id for outcome in outcomes if isinstance(outcome, Reading)]


def errors(outcomes: list[Reading | FoedusError]) -> list[FoedusError]:
    return [outcome for outcome in outcomes if isinstance(outcome, FoedusError)]


def failing_on(name: str) -> Callable[[Article], Reading]:
    def made(article: Article) -> Reading:
        if article.id == name:
            raise KeyError("a mistake of ours")
        return extract(article)

    return made


def test_what_cannot_be_read_stands_in_its_place(folder: Path) -> None:
    found = list(pipeline.read([folder / "a.txt", folder / "no.txt", folder / "b.txt"]))
    assert [isinstance(outcome, Reading) for outcome in found] == [True, False, True]
    assert isinstance(found[1], InputError)


def test_a_defect_on_one_article_never_costs_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "extract", failing_on("a.txt"))
    found = list(pipeline.read([folder]))
    assert readings(found) == ["b.txt"]
    (defect,) = errors(found)
    assert isinstance(defect, DefectError)
    assert str(defect).startswith("a.txt: a defect of Foedus, this article is left out: KeyError")
    assert "please report it" in str(defect)


def test_a_defect_while_opening_keeps_what_was_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*given: object, **more: object) -> object:
        yield next(read_paths([folder / "a.txt"]))
        raise KeyError("a mistake of ours")

    monkeypatch.setattr(pipeline, "read_paths", broken)
    found = list(pipeline.read([folder]))
    assert readings(found) == ["a.txt"]
    assert isinstance(found[1], DefectError)


def test_progress_knows_how_many_there_are(folder: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    found = list(pipeline.read([folder, folder / "no.txt"], progress=lambda *args: seen.append(args)))
    assert seen == [(1, 2, "a.txt"), (2, 2, "b.txt")]
    assert len(errors(found)) == 1


def test_a_file_name_that_is_no_utf8_is_written_with_escapes(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_text(FIRST, encoding="utf-8")
    except OSError:
        pytest.skip("this file system refuses such names")
    assert readings(list(pipeline.read([tmp_path]))) == [r"caf\xe9.txt"]


def test_a_language_without_a_pack_is_one_gap_and_its_sentences_count(tmp_path: Path) -> None:
    text = "Japan und die Philippinen haben am Montag einen Vertrag unterzeichnet. Er ist noch nicht in Kraft. " * 3
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (reading,) = pipeline.read([tmp_path])
    assert isinstance(reading, Reading)
    assert [gap.reason for gap in reading.gaps] == ["no_pack"]
    assert reading.balance.sentences == reading.balance.with_gaps == 6
    assert reading.balance.holds()


def test_fill_stores_each_reading_as_it_comes(folder: Path, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db", create=True) as ledger:
        first = list(pipeline.fill(pipeline.read([folder, folder / "no.txt"]), ledger))
        again = list(pipeline.fill(pipeline.read([folder]), ledger))
        assert len(list(ledger.readings())) == 2
    assert [item[1] for item in first if isinstance(item, tuple)] == [True, True]
    assert [item[1] for item in again if isinstance(item, tuple)] == [False, False]
    assert isinstance(first[2], InputError)


def test_the_picture_holds_together(folder: Path) -> None:
    found = [outcome for outcome in pipeline.read([folder]) if isinstance(outcome, Reading)]
    made = pipeline.picture(found, ["x.txt: empty"])
    ids = {claim.id for claim in made.claims}
    assert ids
    assert {claim for event in made.events for claim in event.claims} == ids
    assert made.balance.sentences == 2
    assert repr(made).startswith("<Picture: 2 articles, 2 sentences,")
    assert "1 skipped inputs" in made._repr_html_()
    assert made.names["JPN"] == "Japan"
    assert "x.txt: empty" in pipeline.dossier(made, "A <title>")
    assert pipeline.picture(found, ["x.txt: empty"]) == made


def test_status_of_a_treaty_that_no_article_speaks_of_is_the_filed_one() -> None:
    status = status_on("treaty:INF-1987", made=pipeline.picture(()))
    assert (status.reported, status.filed) == ("unknown", "terminated")
    assert all(pipeline.filed(treaty).filed for treaty in load_treaties().values())


def event(id_: str, when: str | None, kind: str = "treaty.sign") -> Event:
    made = When(when) if when else None
    return Event(id_, kind, (), (), None, None, made, "asserted", "positive", (), (), ())


def test_the_timeline_is_in_order_and_leaves_speech_and_undated_events_out() -> None:
    events = [
        event("e1", "2024-07"),
        event("e2", "2024-06-30/.."),
        event("e3", "../2024-07-02"),
        event("e4", None),
        event("e5", "2024-07-01", "statement.deny"),
        event("e6", "2024-07-01"),
    ]
    assert [e.id for e in pipeline.timeline(events)] == ["e2", "e6", "e1", "e3"]


def test_a_language_that_is_told_finds_the_date_in_its_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Oslo, 3 March 2024\n\nNorway ratified.", encoding="utf-8")
    text = json.dumps({"text": "Norway ratified the NATO treaty.", "published": "2024-05-02"})
    (tmp_path / "b.json").write_text(text, encoding="utf-8")
    (plain, record) = pipeline.read([tmp_path], language="en")
    assert isinstance(plain, Reading)
    assert isinstance(record, Reading)
    assert (plain.article.language, record.article.language) == ("en", "en")
    assert record.article.published
    assert record.article.published.interval == "2024-05-02"
    assert record.article.notes[-1] == "read as en, as told"


def test_gaps_are_told_in_plain_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(article: Article) -> Reading:
        gap = Gap(article.id, "no_actor", "forces.deploy: nobody fills actors", Evidence(0, 2, article.text[:2]))
        return Reading(article, (), (gap,))

    monkeypatch.setattr(context, "extract", lacking)
    (reading,) = pipeline.read([folder / "a.txt"])
    assert isinstance(reading, Reading)
    assert [gap.detail for gap in reading.gaps] == ["a deployment is named, but not whose"]
