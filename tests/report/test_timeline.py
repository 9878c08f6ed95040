import msgspec

from foedus.model import When
from foedus.report import render_dossier
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


def test_a_plan_and_what_was_done_link_to_each_other(dossier: Dossier) -> None:
    first, second = (next(e for e in dossier.events if e.id.endswith(end)) for end in ("e1", "e3"))
    plan = msgspec.structs.replace(first, because=(f"may be fulfilled by {second.id}", "may be fulfilled by ev:gone"))
    deed = msgspec.structs.replace(second, because=(f"announced as {first.id}",))
    index = Index(msgspec.structs.replace(dossier, events=(plan, deed)), wording("en"))
    links = {e.anchor: e.links for m in timeline_of(index).months for e in m.entries}
    (to_deed,), (to_plan,) = (links[index.anchor("e", e.id)] for e in (plan, deed))
    assert (to_deed.anchor, to_plan.anchor) == (index.anchor("e", deed.id), index.anchor("e", plan.id))
    assert to_deed.words.startswith("as reported done: ")
    assert to_plan.words.startswith("the plan: ")
    assert f'href="#{to_plan.anchor}">the plan' in render_dossier(index.dossier)
