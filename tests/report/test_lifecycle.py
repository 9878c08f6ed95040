import msgspec

from foedus.model import Stage, When
from foedus.report.index import Index
from foedus.report.lifecycle import life_of, ordered
from foedus.report.summary import answer_of, read_words


def test_rows_keep_articles_and_file_apart(index: Index) -> None:
    rows = life_of(index.dossier.statuses[0], index).rows
    assert [(r.label, r.state, len(r.filed), bool(r.bar), len(r.points)) for r in rows] == [
        ("Signature", "reported", 0, True, 0),
        ("Ratification", "announced", 0, True, 0),
        ("Entry into force", "silent", 1, False, 1),
    ]
    assert [flag.words for flag in rows[0].disputes] == ["disputed: date"]
    assert len(rows[0].proofs.items) == 2


def test_ends_of_a_treaty_are_shown_only_when_present(index: Index) -> None:
    status = index.dossier.statuses[0]
    silent, told = Stage("treaty.terminate", (), "silent", None), Stage("treaty.suspend", (), "reported", None)
    more = msgspec.structs.replace(status, stages=(told, silent, *status.stages))
    assert [s.type for s in ordered(more)][-1] == "treaty.suspend"


def test_open_ends_run_to_the_edge(index: Index) -> None:
    status = index.dossier.statuses[0]
    stage = Stage("treaty.exchange", (), "announced", When("2031-07-01/.."))
    bar = life_of(msgspec.structs.replace(status, stages=(*status.stages, stage)), index).rows[2].bar
    assert bar
    assert (bar.open_left, bar.open_right, bar.end) == (False, True, 100.0)


def test_the_answer_in_a_sentence(index: Index) -> None:
    answer = answer_of(index.dossier.statuses[0], index)
    assert answer.sentence == "Signed 3 May 2031; ratification by Aldora announced, not reported done."
    assert (answer.filed, answer.filed_since) == ("in force", "since 1 September 2031")
    assert answer.beyond == "On file, and not reported done by these articles: entry into force."
    assert answer.reported_because == ("Signed on 3 May 2031.",)


def test_what_was_read(index: Index) -> None:
    assert read_words(index) == "2 articles · 1 outlet (1 not named) · English · 4 May 2031 · 1 article: date unknown"
