"""Articles: those that came, those that are gone, and which sentences of the others were edited."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from foedus.model import Change, Reading


def articles_changed(old: Iterable[Reading], new: Iterable[Reading]) -> Iterator[Change]:
    """By article id; an edited one has a change for each stretch of sentences that went, came or was replaced."""
    was, now = {r.article.id: r for r in old}, {r.article.id: r for r in new}
    for id_ in sorted(now.keys() - was.keys()):
        yield Change("article", "new", id_)
    for id_ in sorted(was.keys() - now.keys()):
        yield Change("article", "gone", id_)
    for id_ in sorted(was.keys() & now.keys()):
        yield from _changed(id_, was[id_], now[id_])


def _changed(id_: str, old: Reading, new: Reading) -> Iterator[Change]:
    if _published(old) != _published(new):
        yield Change("article", "changed", id_, "published", _published(old), _published(new))
    if old.article.text != new.article.text:
        yield from (Change("article", "changed", id_, "text", gone, come) for gone, come in _edits(old, new))
    elif {c.id for c in old.claims} != {c.id for c in new.claims}:
        counts = (str(len(old.claims)),), (str(len(new.claims)),)
        yield Change("article", "changed", id_, "claims", *counts)


def _published(reading: Reading) -> tuple[str, ...]:
    published = reading.article.published
    return (published.interval,) if published and published.interval else ()


def _edits(old: Reading, new: Reading) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Sentences without their line breaks; where only other parts of the page differ, nothing is told of them."""
    before, after = _sentences(old), _sentences(new)
    if before == after:
        yield (), ()
    for code, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if code != "equal":
            yield tuple(before[a:b]), tuple(after[c:d])


def _sentences(reading: Reading) -> list[str]:
    return [" ".join(span.of(reading.article.text).split()) for span in sorted(reading.sentences)]
