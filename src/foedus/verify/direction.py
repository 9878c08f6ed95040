"""Who acts on whom, in two sentences with the same names: active and passive, selling and buying."""

from collections.abc import Sequence

from foedus.model import Contents, Span
from foedus.packs.words import tokenize
from foedus.verify.asked import Asked
from foedus.verify.concepts import Word, concept_words, words_in


def same_direction(asked: Asked, contents: Contents, clause: Span, language: str) -> bool:
    """Who acts on whom: names that both give stand in the same order, in an active as in a passive."""
    mine = [n.ids for n in asked.names]
    theirs = [n.ids for n in contents.names if clause.covers(n.span)]
    first = [next((k for k, t in enumerate(theirs) if set(t) & set(m)), None) for m in mine]
    at = [k for k in first if k is not None]
    turned = _turned(asked.words, contents, clause, language)
    passive = (
        turned
        ^ _passive(asked.contents, Span(0, len(asked.text)), asked.language)
        ^ _passive(contents, clause, language)
    )
    return len(set(at)) < 2 or (at == sorted(at)) != passive


def _turned(words: Sequence[Word], contents: Contents, clause: Span, language: str) -> bool:
    """Does one tell the deal from the other side: who sells, who buys?"""
    mine = {c for w in words for c in w.concepts}
    theirs = {c for w in words_in(contents, language) if clause.covers(w.span) for c in w.concepts}
    pairs = [p for pair in concept_words().converses for p in (pair, pair[::-1])]
    return any(a in mine - theirs and b in theirs - mine for a, b in pairs)


def _passive(contents: Contents, clause: Span, language: str) -> bool:
    """Does a name stand behind the word for the one who acts in the passive?"""
    by = concept_words().by.get(language, frozenset())
    ends = {t.end for t in tokenize(contents.text) if t.low in by}
    starts = [n.span.start for n in contents.names if clause.covers(n.span)]
    return any(s in ends or s - 1 in ends for s in starts)
