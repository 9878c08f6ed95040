from pathlib import Path

import msgspec
import pytest

from foedus import answers, pipeline
from foedus.context import read_alone
from foedus.holdings import LedgerHoldings, PictureHoldings, holdings_of
from foedus.judging import drafted, read_judgements, state_of
from foedus.kept import index_of, opened
from foedus.ledger import open_ledger
from foedus.model import FoedusError, InputError, Judgement, Mark, UsageError
from foedus.pipeline import Picture
from foedus.read import article_from_text

NOW = "2031-12-01T10:00:00+00:00"
TEXTS = {
    "a.txt": "Il Giappone ha firmato l'accordo con le Filippine l'8 luglio 2024.",
    "b.txt": "Il Giappone ha firmato l'accordo con le Filippine il 9 luglio 2024.",
    "c.txt": "La Francia ha inviato duemila soldati in Romania.",
}


@pytest.fixture(scope="module")
def made() -> Picture:
    readings = [read_alone(article_from_text(text, id=id_)) for id_, text in TEXTS.items()]
    return pipeline.picture(readings)


def draft(made: Picture, kind: str, *subjects: str) -> Judgement:
    return drafted(kind, subjects, PictureHoldings(made), " A.\nLund ", "seen", NOW)  # type: ignore[arg-type]


def again(made: Picture, *judgements: Judgement) -> Picture:
    numbered = [msgspec.structs.replace(j, number=n) for n, j in enumerate(judgements, 1)]
    return pipeline.picture(made.readings, judgements=numbered)


def test_each_kind_does_what_it_says(made: Picture) -> None:
    sign, deploy = (next(e for e in made.events if e.type == t) for t in ("treaty.sign", "forces.deploy"))
    (dispute,) = made.disputes
    merged = again(made, draft(made, "merge", deploy.id, sign.id))
    assert len(merged.events) == 1
    assert merged.events[0].judgements[0].author == "A. Lund"
    split = again(made, draft(made, "split", sign.claims[0][:8]))
    assert len(split.events) == 3
    ruled = again(made, draft(made, "verdict", dispute.id, "range-over-time")).disputes[0]
    assert (ruled.verdict, ruled.by_rule) == ("range_over_time", dispute.verdict)
    rejected = again(made, draft(made, "reject", sign.id))
    assert next(e for e in rejected.events if e.type == "treaty.sign").void()
    assert [s.reported for s in made.statuses] != [s.reported for s in rejected.statuses]


def test_a_revocation(made: Picture) -> None:
    reject = draft(made, "reject", made.events[0].id)
    judged = again(made, reject)
    revoked = again(made, reject, draft(judged, "revoke", "1"))
    assert revoked.events == made.events
    assert [state_of(j, PictureHoldings(revoked)) for j in revoked.judgements] == ["revoked", "in force"]
    with pytest.raises(UsageError, match="revoked already"):
        draft(revoked, "revoke", "1")


@pytest.mark.parametrize(
    ("kind", "subjects", "line"),
    [
        ("merge", ("ev:000000000000", "ev:1"), "no event 'ev:000000000000' is there now; `foedus events` lists"),
        ("merge", ("{sign}", "{sign}"), "a merge of less than two events"),
        ("split", (), "a split of no claim"),
        ("split", ("{every}",), "these are all claims of ev:"),
        ("split", ("{one}", "{other}"), "these claims stand in 2 events"),
        ("split", ("ev:",), "no claim 'ev:' is there now"),
        ("verdict", ("{dispute}",), "a verdict needs a dispute and a verdict; give one of contradiction, "),
        ("verdict", ("{dispute}", "wrong"), "no verdict 'wrong'; give one of contradiction, "),
        ("verdict", ("dp:x", "granularity"), "no dispute 'dp:x' is there now"),
        ("verdict", ("dp:", "granularity"), "'dp:' is too short; give at least 6 characters of the dispute's id"),
        ("reject", (), "a rejection of nothing"),
        ("revoke", ("1",), "no judgement '1'"),
        ("revoke", ("one",), "no judgement 'one'"),
    ],
)
def test_what_cannot_be_judged_is_one_line(made: Picture, kind: str, subjects: tuple[str, ...], line: str) -> None:
    sign, deploy = (next(e for e in made.events if e.type == t) for t in ("treaty.sign", "forces.deploy"))
    ids = {
        "sign": sign.id,
        "every": deploy.claims[0],
        "one": deploy.claims[0],
        "other": sign.claims[0],
        "dispute": made.disputes[0].id,
    }
    with pytest.raises(FoedusError) as caught:
        draft(made, kind, *(subject.format(**ids) for subject in subjects))
    assert str(caught.value).startswith(line)
    assert "\n" not in str(caught.value)


def test_an_author_and_a_reason_are_needed(made: Picture) -> None:
    with pytest.raises(UsageError, match="nothing stands in --reason; say why"):
        drafted("reject", (made.events[0].id,), PictureHoldings(made), "A", "  ", NOW)


def test_judgements_from_a_file(made: Picture, tmp_path: Path) -> None:
    one = msgspec.structs.replace(draft(made, "reject", made.events[0].id), number=1)
    path = tmp_path / "j.json"
    path.write_bytes(msgspec.json.encode([one]))
    assert read_judgements(path) == (one,)
    path.write_text(
        "- {number: 1, kind: reject, author: A, reason: B, time: now, groups: [[{claim: x, article: a.txt}]]}"
    )
    assert read_judgements(path)[0].groups[0][0].article == "a.txt"
    assert pipeline.picture(made.readings, judgements=read_judgements(path)).idle


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[", "not YAML"),
        ("- {number: 1}", "missing required field"),
        ("- {number: 1, kind: erase, author: A, reason: B, time: T}", "Invalid enum value 'erase'"),
        ("- {number: 1, kind: verdict, author: A, reason: B, time: T, verdict: no}", "judgement 1 has no verdict 'no'"),
        ("- &a {number: 1, kind: reject, author: A, reason: B, time: T}\n- *a", "two judgements have the number 1"),
    ],
)
def test_a_bad_file_is_one_line(tmp_path: Path, text: str, line: str) -> None:
    path = tmp_path / "j.yaml"
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        read_judgements(path)
    assert line in str(caught.value)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_what_is_rejected_answers_no_sentence(made: Picture, tmp_path: Path) -> None:
    sentence = "La Francia ha inviato duemila soldati in Romania."
    reject = draft(made, "reject", next(e for e in made.events if e.type == "forces.deploy").id)
    assert answers.answer(sentence, index_of(made)).verdict == "borne_out"
    assert answers.answer(sentence, index_of(again(made, reject))).verdict == "not_covered"
    path = tmp_path / "l.foedus.db"
    with open_ledger(path, create=True) as ledger:
        for reading in made.readings:
            ledger.add(reading)
        ledger.judge(reject)
    with opened(path) as kept:
        assert answers.answer(sentence, kept).verdict == "not_covered"


def test_a_ledger_holds_what_its_picture_holds(made: Picture, tmp_path: Path) -> None:
    twice = read_alone(article_from_text(TEXTS["c.txt"], id="d.txt"))
    merge = draft(made, "merge", *(e.id for e in made.events if e.type != "statement.concern"))
    gone = Judgement(0, "reject", "A", "B", NOW, groups=((Mark("x", "a.txt"),),))
    with open_ledger(tmp_path / "l.foedus.db", create=True) as ledger:
        for reading in (*made.readings, twice):
            ledger.add(reading)
        for judgement in (gone, merge, Judgement(0, "revoke", "A", "B", NOW, revokes=2)):
            kept = holdings_of(ledger)
            whole = PictureHoldings(pipeline.stored(ledger))
            assert isinstance(kept, LedgerHoldings)
            assert (kept.judgements, kept.idle) == (whole.judgements, whole.idle)
            for noun in ("event", "dispute", "claim"):
                assert kept.ids(noun, "", 99) == whole.ids(noun, "", 99)
                assert kept.ids(noun, "ev:", 2) == whole.ids(noun, "ev:", 2)
            claims = {id_: kept.claims([id_]) for id_ in kept.ids("claim", "", 99)}
            assert claims == {id_: whole.claims([id_]) for id_ in claims}
            assert {len(found) for found in claims.values()} == {1, 2}
            assert [kept.holding([id_]) for id_ in claims] == [
                [kept.event(e.id) for e in whole.holding([id_])] for id_ in claims
            ]
            assert [kept.dispute(id_).id for id_ in kept.ids("dispute", "", 9)] == list(kept.ids("dispute", "", 9))
            with pytest.raises(KeyError):
                kept.event("ev:none")
            with pytest.raises(KeyError):
                kept.dispute("dp:none")
            ledger.judge(judgement)
