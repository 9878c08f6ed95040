import msgspec

from foedus.model import When
from foedus.report.dossier import Dossier
from foedus.report.index import Index
from foedus.report.timeline import timeline_of
from foedus.report.wording import wording


def test_facts_by_month_and_the_undated_apart(index: Index) -> None:
    told = timeline_of(index)
    assert [(m.label, [e.anchor for e in m.entries]) for m in told.months] == [
        ("May 2031", ["e-e1", "e-e6"]),
        ("June 2031", ["e-e3"]),
    ]
    assert [e.anchor for e in told.undated] == ["e-e5"]
    assert told.total == 4


def test_an_entry_says_how_firmly_and_by_how_many(index: Index) -> None:
    first = timeline_of(index).months[0].entries[0]
    assert (first.modality, first.standing.support, [f.words for f in first.disputes]) == (
        "asserted",
        "2 articles, 2 origins",
        ["disputed: date"],
    )


def test_a_negated_fact_is_marked_as_denied(dossier: Dossier) -> None:
    negated = msgspec.structs.replace(dossier.events[4], polarity="negative")
    changed = msgspec.structs.replace(dossier, events=(negated,))
    assert timeline_of(Index(changed, wording("en"))).undated[0].mark == "denied"


def test_a_whole_year_stands_under_the_year(dossier: Dossier) -> None:
    old = msgspec.structs.replace(dossier.events[0], when=When("1961"))
    changed = msgspec.structs.replace(dossier, events=(old,))
    assert [m.label for m in timeline_of(Index(changed, wording("en"))).months] == ["1961"]
