"""A sentence as chunks: what a phrase holds, where it ends, and that no word is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reading import chunks, row
from foedus.extract.chunks import Chunk

WORDS = ["La", "Duma", "ha", "ratificato", "il", "trattato", "con", "Mosca", ",", "«", "»", "non", "si", "che", "e",
         "di", "12", "mila", "soldati", "ieri", "dell'", "’", "(", "–", "nord", "Corea", "se", "2024", "firmare",
         "presidente"]  # fmt: skip


def phrase(text: str, n: int = 0) -> Chunk:
    return [c for c in chunks(text) if c.kind == "np"][n]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("La Duma ha ratificato il trattato", ["np", "vg", "np"]),
        ("La Duma dice che Mosca firma il patto", ["np", "vg", "that", "np", "vg", "np"]),
        ("Ieri Seul ha firmato", ["time", "np", "vg"]),
        ("mentre Mosca tace", ["sub", "np", "vg"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [c.kind for c in chunks(text) if c.kind not in ("punct", "other")] == kinds


def test_a_fixed_phrase_with_an_elision_is_one_chunk() -> None:
    (found,) = [c for c in chunks("La Duma tra l'altro tace") if c.kind == "other"]
    assert found.last - found.first == 3


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("dalla Russia", "by"),
        ("nella regione", "in"),
        ("contro l'esercito", "against"),
        ("da parte della Russia", "by"),
        ("al fianco della Russia", "with"),
        ("nei confronti di Mosca", "against"),
        ("nell'ambito di un accordo", "under"),
    ],
)
def test_prepositions_and_compounds(text: str, relation: str) -> None:
    found = phrase(text)
    assert (found.first, found.last) == (0, len(text.split()) + text.count("'"))
    assert relation in found.relations


def test_a_name_is_one_mark() -> None:
    assert [m.key for m in phrase("la Corea del Nord tace").marks] == ["corea del nord"]


def test_a_counted_phrase() -> None:
    found = phrase("circa diecimila soldati nordcoreani")
    assert found.number
    assert (found.number.low, found.number.comparator) == (10000, "~")
    assert found.has("forces")


def test_office_name_and_state_are_one_phrase() -> None:
    found = phrase("Il presidente russo Vladimir Putin parla")
    assert found.has("office")
    assert found.has("person")
    assert found.has("adjective")


def test_coordinates_are_joined() -> None:
    first = row("La Russia e la Corea del Nord firmano")[0]
    assert len(first.all()) == 2


def test_of_phrases_hang_on_their_noun() -> None:
    first = row("Il ministero degli Esteri della Cina tace")[0]
    assert any(inner.has("state") for inner in first.of)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_every_word_is_in_one_chunk(words: list[str]) -> None:
    text = " ".join(words)
    found = chunks(text)
    covered = [n for c in found for n in range(c.first, c.last)]
    assert covered == sorted(set(covered))
    assert [c.first for c in found[1:]] == [c.last for c in found[:-1]]
