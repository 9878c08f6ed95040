"""Who copied whom: two articles with the passages that they share."""

from typing import Literal

import msgspec

from foedus.model.span import Span

CopyKind = Literal["copy", "rewrite", "credit"]


class Passage(msgspec.Struct, frozen=True):
    """The same passage in two articles; ``earlier`` and ``later`` are spans of their texts."""

    earlier: Span
    later: Span


class Copy(msgspec.Struct, frozen=True):
    """Two articles, by id, that are one origin; ``later`` came out later, or it is not known which was first.

    A ``copy`` repeats the other word for word, a ``rewrite`` with words changed, taken out or put in; with a ``credit``
    both name the same source for the same event. ``share`` is the part of the shorter text's words that stands in the
    passages, from 0 to 1; for a credit the passages are the sentences that rest on it.
    """

    earlier: str
    later: str
    kind: CopyKind
    share: float
    passages: tuple[Passage, ...]
    source: str = ""
    """The source that both credit, "" where the text itself tells."""
