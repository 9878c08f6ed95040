import msgspec

from foedus.model import Span, Step
from foedus.report.articles import articles_of
from foedus.report.dossier import Dossier
from foedus.report.index import Index
from foedus.report.wording import wording


def test_every_visible_character_is_shown_once(index: Index) -> None:
    for view, reading in zip(articles_of(index), index.dossier.readings, strict=True):
        shown = "\n".join("".join(p.text for p in b.pieces) for b in view.blocks)
        assert shown.split() == reading.article.text.split()


def test_text_between_parts_is_not_lost(dossier: Dossier) -> None:
    first = dossier.readings[0]
    article = msgspec.structs.replace(first.article, parts=first.article.parts[1:2])
    changed = msgspec.structs.replace(dossier, readings=(msgspec.structs.replace(first, article=article),))
    (view,) = articles_of(Index(changed, wording("en")))
    assert "\n".join("".join(p.text for p in b.pieces) for b in view.blocks).split() == article.text.split()


def test_furniture_headline_evidence_and_gaps_are_told_apart(index: Index) -> None:
    one, two = articles_of(index)
    assert [b.kind for b in one.blocks] == ["headline", "body", "body", "furniture"]
    assert one.title == "Aldora and Bresk sign at Lume"
    assert [p.gap for b in two.blocks for p in b.pieces if p.gap] == ["nobody is named"]
    assert [p.anchors for b in one.blocks for p in b.pieces if p.anchors] == [
        ("c-c1",),
        ("c-c2",),
        ("c-c3",),
        ("c-c4",),
    ]


def test_overlapping_evidence_keeps_every_anchor(dossier: Dossier) -> None:
    first = dossier.readings[0]
    a, b, *rest = first.claims
    wide = Span(a.evidence.start, b.evidence.end)
    shown = msgspec.structs.replace(b.evidence, start=wide.start, end=wide.end, text=wide.of(first.article.text))
    reading = msgspec.structs.replace(first, claims=(a, msgspec.structs.replace(b, evidence=shown), *rest))
    view = articles_of(Index(msgspec.structs.replace(dossier, readings=(reading,)), wording("en")))[0]
    assert ("c-c1", "c-c2") in [p.anchors for block in view.blocks for p in block.pieces]


def test_the_steps_of_a_date_from_context_stand_apart_from_other_notes(dossier: Dossier) -> None:
    first = dossier.readings[0]
    step = Step(1, "'Monday' for treaty.sign (2024-06-19 by the treaty's file)", "any day", "2024-06-19/2024-06-25")
    article = msgspec.structs.replace(first.article, notes=(step.note(), "another date on the page: 3 March"))
    changed = msgspec.structs.replace(dossier, readings=(msgspec.structs.replace(first, article=article),))
    (view,) = articles_of(Index(changed, wording("en")))
    (told,) = view.dating
    assert told.endswith(": any day → 19–25 June 2024")
    assert view.notes == ("another date on the page: 3 March",)
