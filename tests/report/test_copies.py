"""The copy graph as the dossier shows it."""

import msgspec

from foedus.model import Copy, Passage, Span
from foedus.report import Dossier, render_dossier
from foedus.report.copies import Run, copies_of
from foedus.report.index import Index
from foedus.report.wording import wording

from .conftest import FIRST, SECOND

SIGNED, AGAIN = "signed a pact of mutual aid", "The pact was signed"


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def with_copies(dossier: Dossier, *copies: Copy) -> Dossier:
    return msgspec.structs.replace(dossier, copies=copies)


def test_passages_stand_side_by_side_with_what_differs_marked(dossier: Dossier) -> None:
    passage = Passage(span(FIRST, SIGNED), span(SECOND, AGAIN))
    made = with_copies(dossier, Copy("one.txt", "two.txt", "copy", 0.5, (passage,)))
    (group,) = copies_of(Index(made, wording("en")))
    (view,) = group.copies
    assert (group.number, group.title, view.later) == (1, "one.txt", 2)
    assert view.words == "Article 2 copies Article 1: 50% of the shorter text; 1 passage"
    (pair,) = view.passages
    assert "".join(run.text for run in pair.earlier) == SIGNED
    assert "".join(run.text for run in pair.later) == AGAIN
    assert any(run.changed for run in pair.later)
    assert Run("pact", False) in pair.earlier or any("pact" in r.text and not r.changed for r in pair.earlier)


def test_a_credit_names_its_source_and_marks_nothing(dossier: Dossier) -> None:
    passage = Passage(span(FIRST, SIGNED), span(SECOND, AGAIN))
    made = with_copies(dossier, Copy("one.txt", "two.txt", "credit", 0.1, (passage,), "gov:XCO_MOD"))
    (group,) = copies_of(Index(made, wording("en")))
    assert group.copies[0].words == "Article 1 and Article 2 rest on the defence ministry of Corvin; 1 sentence"
    assert not any(run.changed for pair in group.copies[0].passages for run in (*pair.earlier, *pair.later))


def test_copies_of_articles_that_the_dossier_lacks_are_left_out(dossier: Dossier) -> None:
    made = with_copies(dossier, Copy("one.txt", "nowhere.txt", "copy", 0.5, ()))
    assert copies_of(Index(made, wording("en"))) == ()


def test_the_page_has_the_section(dossier: Dossier) -> None:
    passage = Passage(span(FIRST, SIGNED), span(SECOND, AGAIN))
    html = render_dossier(with_copies(dossier, Copy("one.txt", "two.txt", "rewrite", 0.5, (passage,))))
    assert "Article 2 rewrites Article 1: 50% of the shorter text; 1 passage" in html
    assert "No article copies another" in render_dossier(dossier)
