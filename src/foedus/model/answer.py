"""What a ledger says of a sentence."""

from typing import Literal

import msgspec

from foedus.model.claim import Claim

Outcome = Literal["borne_out", "contradicted", "disputed", "outdated", "not_covered"]


class Witness(msgspec.Struct, frozen=True):
    """What speaks to the sentence: a claim with its sentence, or a sentence that no claim was made of (``claim`` None).

    ``origins`` are the independent sources behind it. ``fields`` are those on which it agrees (in ``backing``) or
    differs (in ``opposing``). ``published`` is EDTF.
    """

    claim: Claim | None
    article: str
    sentence: str
    origins: tuple[str, ...]
    fields: tuple[str, ...] = ()
    published: str | None = None


class Reply(msgspec.Struct, frozen=True):
    """The answer to one claim of the sentence: its verdict, the reason in words, and the evidence on both sides.

    ``claim`` is None where the sentence was compared word by word, without a claim.
    ``events`` and ``disputes`` are ids of what was looked at; ``open`` the fields that nothing speaks to.
    """

    claim: Claim | None
    verdict: Outcome
    reason: str
    backing: tuple[Witness, ...] = ()
    opposing: tuple[Witness, ...] = ()
    open: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """The answer to a sentence: the worst verdict of its ``replies`` counts, and ``reason`` says why.

    ``unread`` are the words that could not be read or compared: with any, nothing is borne out. ``assumed`` says which
    treaty was taken to be meant; ``filed`` what the treaty's file has, which decides nothing.
    """

    sentence: str
    language: str | None
    verdict: Outcome
    reason: str
    replies: tuple[Reply, ...] = ()
    unread: tuple[str, ...] = ()
    assumed: str = ""
    filed: tuple[str, ...] = ()
