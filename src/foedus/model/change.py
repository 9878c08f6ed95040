"""What is different between two pictures."""

from typing import Literal

import msgspec

Subject = Literal["treaty", "event", "dispute", "article"]
Kind = Literal["new", "gone", "settled", "changed"]


class Change(msgspec.Struct, frozen=True):
    """One difference. ``id`` is that of the subject in the later picture, or in the earlier one when it is gone.

    ``field`` is what changed, with its values ``before`` and ``after``; of the text of an article these are the
    sentences that went and that came. ``other`` is the id that the subject had before, or the one that holds it now.
    A dispute is ``settled`` when its reports are still there and no longer part.
    """

    subject: Subject
    change: Kind
    id: str
    field: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    other: str = ""
