"""Copies with the words of their passages, for those who have not the articles at hand."""

from collections.abc import Iterator, Mapping

import msgspec

from foedus.export.rows import Row
from foedus.model import Copy, Evidence, Span
from foedus.model.copy import CopyKind


class PassageText(msgspec.Struct, frozen=True):
    """A passage in both articles, with offsets and words."""

    earlier: Evidence
    later: Evidence


class CopyText(msgspec.Struct, frozen=True):
    """A copy with the words of its passages."""

    earlier: str
    later: str
    kind: CopyKind
    share: float
    passages: tuple[PassageText, ...]
    source: str = ""


def copy_text(copy: Copy, texts: Mapping[str, str]) -> CopyText:
    """The copy with its passages as they stand in the ``texts`` of the articles, by id."""
    one, other = texts[copy.earlier], texts[copy.later]
    passages = tuple(PassageText(_quoted(p.earlier, one), _quoted(p.later, other)) for p in copy.passages)
    return CopyText(copy.earlier, copy.later, copy.kind, copy.share, passages, copy.source)


def copy_rows(copy: CopyText) -> Iterator[Row]:
    """One row for each passage; one without words where none is known."""
    same = {
        "earlier": copy.earlier,
        "later": copy.later,
        "kind": copy.kind,
        "share": f"{copy.share:.15g}",
        "source": copy.source,
    }
    for passage in copy.passages:
        yield same | _cells("earlier", passage.earlier) | _cells("later", passage.later)
    if not copy.passages:
        yield same | dict.fromkeys((f"{side}_{part}" for side in ("earlier", "later") for part in _PARTS), "")


_PARTS = ("start", "end", "text")


def _cells(side: str, quoted: Evidence) -> Row:
    return {f"{side}_start": str(quoted.start), f"{side}_end": str(quoted.end), f"{side}_text": quoted.text}


def _quoted(span: Span, text: str) -> Evidence:
    return Evidence(span.start, span.end, span.of(text))
