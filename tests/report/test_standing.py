"""On whose word, and how well borne out: two scales side by side."""

import msgspec

from foedus.model import Origin
from foedus.report import Dossier, render_dossier
from foedus.report.index import Index
from foedus.report.origins import sources_of
from foedus.report.standing import standing_of
from foedus.report.wording import wording

BACKED = Origin("XAL", (), ("one.txt",), "", "XAL speaks of what it did itself", "C", "a government chooses")
WHY = "corroboration 3 (possibly true): told by one interested party alone, of itself"


def backed(dossier: Dossier) -> Dossier:
    event = msgspec.structs.replace(dossier.events[0], origins=(BACKED,), because=(WHY,), corroboration=3)
    return msgspec.structs.replace(dossier, events=(event,))


def test_letter_and_number_stand_apart(dossier: Dossier) -> None:
    made = backed(dossier)
    standing = standing_of(made.events[0], Index(made, wording("en")))
    assert (standing.grade, standing.meaning) == (3, "possibly true")
    assert standing.reason == "Told by one interested party alone, of itself."
    (backing,) = standing.backings
    assert (backing.name, backing.letter) == ("Aldora", "C")
    assert backing.means == "Fairly reliable: a government chooses."
    assert backing.interest == "Aldora speaks of what it did itself."


def test_the_page_shows_both_and_the_interest(dossier: Dossier) -> None:
    html = render_dossier(backed(dossier))
    assert "corroboration 3" in html
    assert "Corroboration 3 of 6, possibly true." in html
    assert '<b class="letter">C</b>' in html
    assert "Interest: Aldora speaks of what it did itself." in html


def test_the_table_of_origins_has_their_letters(dossier: Dossier) -> None:
    (source,) = sources_of(Index(backed(dossier), wording("en")))
    assert source.letters == (("C", "Fairly reliable: a government chooses."),)
    assert source.interests == ("Aldora speaks of what it did itself.",)


def test_the_words_of_the_page_are_those_of_the_scales() -> None:
    from foedus.packs.credibility import load_credibility
    from foedus.packs.reliability import load_reliability

    words = wording("en")
    assert words.grades == {str(grade): name for grade, name in load_credibility().grades.items()}
    scale = load_reliability()[0].scale
    assert set(words.letters) == set(scale)
    assert all(words.letters[letter].endswith(scale[letter]) for letter in scale)
