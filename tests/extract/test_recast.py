"""Words with two readings: what the whole sentence makes of them."""

import pytest

from foedus.extract.chunker import Chunker
from foedus.extract.chunks import Chunk
from foedus.extract.lexicon import load_lexicon
from foedus.extract.marks import mark
from foedus.extract.recast import recast
from foedus.model import Span


def english(text: str) -> list[Chunk]:
    lexicon = load_lexicon("en")
    chunks = Chunker(lexicon.language).chunks(mark(text, Span(0, len(text)), lexicon, None))
    return recast(chunks, lexicon.language)


def forms(text: str) -> list[tuple[str, str]]:
    return [(c.verb.lemma, c.verb.form) for c in english(text) if c.verb is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pact signed by Russia binds Belarus.", [("sign", "part"), ("bind", "finite")]),
        ("The pact, signed in Riyadh, binds Pakistan.", [("sign", "part"), ("bind", "finite")]),
        ("Signed in Prague, the treaty expired.", [("sign", "part"), ("expire", "finite")]),
        ("Russia signed the pact.", [("sign", "finite")]),
        ("Poland signed in May and left.", [("sign", "finite"), ("leave", "finite")]),
        ("Finland left the treaty banning mines.", [("leave", "finite"), ("ban", "part")]),
        ("It entered into force.", [("enter", "finite")]),
    ],
)
def test_past_or_participle(text: str, found: list[tuple[str, str]]) -> None:
    assert forms(text) == found


def test_a_preposition_before_a_clause_opens_it() -> None:
    assert [c.kind for c in english("after Israel struck Iran")] == ["sub", "np", "vg", "np"]
    assert [c.kind for c in english("after the attack on Iran")] == ["np", "np"]
