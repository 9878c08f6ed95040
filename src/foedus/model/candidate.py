"""A pair of events that may be one, for a person to judge."""

import msgspec


class Candidate(msgspec.Struct, frozen=True):
    """``one`` and ``other`` are ids of events of one type, which the rules keep apart by the fields ``apart``.

    ``similarity`` is the cosine of the nearest two of their sentences, ``sentences``, by multilingual sentence vectors.
    It proposes; it decides nothing, for changed numbers and negations fool it.
    """

    one: str
    other: str
    type: str
    similarity: float
    sentences: tuple[str, str]
    apart: tuple[str, ...]
