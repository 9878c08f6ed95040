"""What is kept of an article to know its copies."""

import msgspec


class Imprint(msgspec.Struct, frozen=True):
    """``shingles`` are numbers for the runs of five words of its text; ``credit`` the outlet that it credits, if any.

    ``published`` is the article's EDTF interval or None, ``outlet`` its id or name.
    """

    article: str
    published: str | None
    shingles: tuple[int, ...]
    credit: str | None = None
    outlet: str | None = None


class Link(msgspec.Struct, frozen=True, order=True):
    """Two articles of which one repeats the other; ``share`` is the part of the shorter text that is shared, 0 to 1."""

    earlier: str
    later: str
    share: float


class Voice(msgspec.Struct, frozen=True):
    """Whose word an article's own assertions are: an origin's id, and why when it is not the article's own.

    ``outlet`` is that of the article in the origin's id, for an outlet may speak for a state.
    """

    origin: str
    reason: str = ""
    outlet: str | None = None
