"""Wars as a data set tells them: who fought on which side, when, who began, and whether near home."""

from typing import Literal

import msgspec

Fought = Literal["home", "abroad", "both"]


class Fighter(msgspec.Struct, frozen=True, omit_defaults=True):
    """A state's time in a war; who fought in two periods is there twice.

    ``side`` is 1 or 2; ``when`` an EDTF interval, each end a day, month or year, ``..`` for a war that went on.
    ``initiator``: its side began. ``fought`` says whether it did so in the part of the world in which it lies alone,
    elsewhere alone, or both; None when that is not told.
    """

    state: str
    side: int
    when: str
    initiator: bool = False
    fought: Fought | None = None


class War(msgspec.Struct, frozen=True):
    """``id`` is ``war:`` with the data set and its number; ``names`` by language; ``source`` where it is from."""

    id: str
    names: dict[str, tuple[str, ...]]
    fighters: tuple[Fighter, ...]
    source: str = ""
