"""Words that are nouns and verbs."""

import pytest

from foedus.extract.chunker import Chunker
from foedus.extract.lexicon import load_lexicon
from foedus.extract.marks import mark
from foedus.model import Span


def verbs(text: str) -> list[str]:
    lexicon = load_lexicon("en")
    chunks = Chunker(lexicon.language).chunks(mark(text, Span(0, len(text)), lexicon, None))
    return [c.verb.lemma for c in chunks if c.verb is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Israel attacks Iran.", ["attack"]),
        ("The attacks on Iran ended.", ["end"]),
        ("US sanctions Russia.", ["sanction"]),
        ("US sanctions on Russia were lifted.", ["lift"]),
        ("Sanctions were imposed.", ["impose"]),
        ("Kim, Putin sign pact", ["sign"]),
        ("Germany sent advanced weapons.", ["send"]),
        ("the newly signed pact", []),
        ("Soldiers fight alongside Russian troops.", ["fight"]),
        ("North Korea test-fires missile", ["test-fire"]),
    ],
)
def test_readings(text: str, found: list[str]) -> None:
    assert verbs(text) == found
