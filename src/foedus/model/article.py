"""An article as read: its text untouched, and what is known about it."""

import hashlib
from typing import Literal

import msgspec

from foedus.model.span import Span
from foedus.model.when import When

PartKind = Literal["headline", "subhead", "body", "caption", "dateline", "furniture"]


class Part(msgspec.Struct, frozen=True):
    """A stretch of the text and its role. ``reason`` names the rule that judged it (shown for furniture).

    ``when`` is set on a dateline inside the text (a live blog's entry) and dates what follows it.
    """

    span: Span
    kind: PartKind
    reason: str = ""
    when: When | None = None


class Article(msgspec.Struct, frozen=True):
    """One version of one text.

    ``text`` is exactly as given (for HTML: as extracted); every span of every claim points into it. ``parts`` lie in
    order, without overlap; what lies between them is white space. ``published`` is an EDTF interval or None: unknown
    stays unknown. ``source`` is the path or address it came from; ``digest`` the SHA-256 of the text in UTF-8.
    """

    id: str
    text: str
    parts: tuple[Part, ...]
    language: str | None
    title: str | None = None
    outlet: str | None = None
    published: When | None = None
    source: str = ""
    digest: str = ""
    notes: tuple[str, ...] = ()

    def furniture(self) -> tuple[Part, ...]:
        """The parts that are page furniture: visible, and never evidence."""
        return tuple(p for p in self.parts if p.kind == "furniture")


def digest_of(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal: the identity of a version."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
