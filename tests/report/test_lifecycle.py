import msgspec

from foedus.model import Act, Stage, When
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
    assert answer.sentence == "Signed on 3 May 2031; ratification by Aldora announced, not reported done."
    assert (answer.filed, answer.filed_since) == ("in force", "since 1 September 2031")
    assert answer.beyond == "On file, and not reported done by these articles: entry into force."
    assert answer.reported_because == ("Signed on 3 May 2031.",)


def test_acts_of_single_parties_do_not_tell_of_the_treaty(index: Index) -> None:
    handed = Stage("treaty.exchange", ("XAL",), "reported", When("2031-06"))
    stages = (Stage("treaty.sign", (), "reported", None), handed)
    status = msgspec.structs.replace(index.dossier.statuses[0], reported="unknown", stages=stages)
    told = "Signed (date not established); instruments handed over by Aldora in June 2031."
    assert (
        answer_of(status, index).sentence == f"{told} The articles do not tell whether the treaty itself is in force."
    )
    silent = msgspec.structs.replace(status, stages=())
    assert answer_of(silent, index).sentence == "Its state is not reported."


def test_an_act_that_names_none_of_the_parties_says_so(index: Index) -> None:
    status = index.dossier.statuses[0]
    stages = (*status.stages, Stage("treaty.ratify", (), "reported", None))
    rows = life_of(msgspec.structs.replace(status, stages=stages), index).rows
    assert [r.parties for r in rows] == ["Aldora and Bresk", "Aldora", "not named", ""]


def test_a_treaty_as_a_source_has_its_name(index: Index) -> None:
    status = index.dossier.statuses[0]
    act = msgspec.structs.replace(status.stages[2].acts[0], source="treaty:XAL-XBR-2031")
    stage = msgspec.structs.replace(status.stages[2], acts=(act,))
    (row,) = [r for r in life_of(msgspec.structs.replace(status, stages=(stage,)), index).rows if r.filed]
    assert row.filed[0].source == "Treaty of Lume"


def test_a_vote_on_file_is_told_as_a_vote_and_is_no_ratification(index: Index) -> None:
    status = index.dossier.statuses[0]
    vote = Act(type="treaty.ratify", step="vote", actors=("XBR",), when="2031-06-01", source="Gazette")
    stages = tuple(s for s in status.stages if not s.acts)
    voted = msgspec.structs.replace(
        status, stages=(*stages, Stage("treaty.ratify", ("XBR",), "silent", None, (), (vote,)))
    )
    (row,) = [r for r in life_of(voted, index).rows if r.filed]
    assert (row.label, row.filed[0].step) == ("Ratification", "vote")
    assert answer_of(voted, index).beyond == ""


def test_what_was_read(index: Index) -> None:
    outlets = "1 outlet (1 article naming none)"
    assert read_words(index) == f"2 articles · {outlets} · English · 4 May 2031 · 1 article: date unknown"
