"""Who does what in a clause."""

import pytest

from extract.reading import italian, row
from foedus.extract.arguments import Arguments
from foedus.extract.clauses import Clauses


def arguments(text: str, lemma: str) -> Arguments:
    clauses = Clauses(row(text), italian().language)
    return next(clauses.arguments(n) for n, c in clauses.verbs() if c.verb and c.verb.lemma == lemma)


def key(found: Arguments, slot: str) -> str | None:
    chunk = getattr(found, slot)
    return chunk.marks[0].key if chunk else None


@pytest.mark.parametrize(
    ("text", "agent", "theme"),
    [
        ("La Russia ha firmato il trattato.", "russia", "trattato"),
        ("Il trattato è stato firmato dalla Russia.", "russia", "trattato"),
        ("Il trattato è stato firmato.", None, "trattato"),
        ("La Russia, che firma il trattato, tace.", "russia", "trattato"),
        ("Il trattato che la Russia ha firmato è segreto.", "russia", "trattato"),
        ("Kiev dice che la Russia ha firmato il trattato.", "russia", "trattato"),
        ("La Russia ha deciso di firmare il trattato.", "russia", "trattato"),
    ],
)
def test_agent_and_theme(text: str, agent: str | None, theme: str) -> None:
    found = arguments(text, "firmare")
    assert (key(found, "agent"), key(found, "theme")) == (agent, theme)


def test_slots_by_preposition() -> None:
    found = arguments("La Corea del Nord ha fornito missili alla Russia nel porto di Rason.", "fornire")
    assert found.slots["to"][0].marks[0].key == "russia"
    assert "in" in found.slots


def test_unaccusative_subject_after_the_verb() -> None:
    found = arguments("Sono arrivati soldati nordcoreani in Russia.", "arrivare")
    assert key(found, "agent") == "soldato"
