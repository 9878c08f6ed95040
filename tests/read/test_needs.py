"""What a pattern needs is in everything that it finds."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.read.needs import first_letters, folded, needed
from foedus.read.rules import furniture

RULES = furniture().rules
ANCHORED = sorted({p for r in RULES for group in (r.whole, r.starts, r.tail) for row in group.values() for p in row})
ANYWHERE = sorted({p for r in RULES for group in (r.contains, r.tail) for row in group.values() for p in row})
SETTINGS = settings(max_examples=5, deadline=None, database=None, suppress_health_check=list(HealthCheck))


def _matches(pattern: str) -> st.SearchStrategy[str]:
    found = re.compile(pattern, re.IGNORECASE)

    def match(text: str) -> str:
        there = found.search(text)
        return there[0] if there else ""

    return st.from_regex(found).map(match).filter(bool)


@pytest.mark.parametrize("pattern", ANCHORED)
def test_every_match_begins_with_a_first_letter(pattern: str) -> None:
    letters = first_letters(pattern)

    @SETTINGS
    @given(_matches(pattern))
    def check(match: str) -> None:
        low = folded(match)
        assert low is None or letters is None or ("0" if low[0].isdigit() else low[0]) in letters

    check()


@pytest.mark.parametrize("pattern", ANYWHERE)
def test_every_match_holds_what_is_needed(pattern: str) -> None:
    texts = needed(pattern)

    @SETTINGS
    @given(_matches(pattern))
    def check(match: str) -> None:
        low = folded(match)
        assert low is None or texts is None or any(text in low for text in texts)

    check()


@pytest.mark.parametrize(
    ("pattern", "letters", "texts"),
    [
        ("read (?:also|more)", {"r"}, {"read "}),
        ("(?:à )?lire aussi", {"à", "l"}, {"lire aussi"}),
        (r"(?:get|join)\b.{0,60}\bnewsletter", {"g", "j"}, {"newsletter"}),
        ("our (?:telegram|whatsapp)", {"o"}, {"telegram", "whatsapp"}),
        ("[^a]b", None, None),
        (r"\d+ minutes?", set("0123456789"), {" minute"}),
        ("a(?=bcd)|cde", {"a", "c"}, None),
    ],
)
def test_what_is_told(pattern: str, letters: set[str] | None, texts: set[str] | None) -> None:
    assert first_letters(pattern) == letters
    assert needed(pattern) == texts


def test_odd_letters_leave_it_open() -> None:
    assert folded("Read more") == "read more"
    assert folded("ſource: İstanbul") is None
