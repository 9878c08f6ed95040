"""A treaty as its file has it."""

from typing import Literal

import msgspec

DutyKind = Literal["defense", "offense", "neutrality", "nonaggression", "consultation", "cooperation", "prohibition"]


class Party(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A state bound by the treaty, from and until (EDTF days; None: as the treaty itself)."""

    state: str
    from_: str | None = None
    until: str | None = None


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One act of the life cycle (VCLT art. 11-18, 24, 25, 54-72).

    ``type`` is a claim type of the treaty's life; ``actors`` the acting states or bodies; ``when`` and ``known`` EDTF;
    ``source`` who says so; ``disputed`` other dates that were reported, each with its source; ``revoked`` when a notice
    of withdrawal was taken back before it took effect (VCLT art. 68), EDTF.
    """

    type: str
    actors: tuple[str, ...] = ()
    when: str | None = None
    known: str | None = None
    place: str | None = None
    source: str = ""
    note: str = ""
    revoked: str | None = None
    disputed: tuple[tuple[str, str], ...] = ()


class Duty(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A provision: ``kind`` after the obligation types of the ATOP codebook (version 5), plus cooperation, prohibition.

    ``text`` is our paraphrase by language, ``article`` the number in the treaty, ``conditions`` in words, each with the
    tag of its kind (``armed_attack``, ``area``, ``art51`` …).
    """

    kind: DutyKind
    article: str = ""
    text: dict[str, str]
    fields: tuple[str, ...] = ()
    conditions: tuple[tuple[str, str], ...] = ()
    source: str = ""


class Treaty(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``names`` by language, most usual first; ``replaces`` treaty ids; ``duration`` and ``exit`` in words.

    ``more_parties``: others than those listed are bound too.
    ``organisation`` is the id of the organisation that the treaty founded: joining it is consent to the treaty.
    """

    id: str
    names: dict[str, tuple[str, ...]]
    parties: tuple[Party, ...]
    more_parties: bool = False
    acts: tuple[Act, ...] = ()
    duties: tuple[Duty, ...] = ()
    organisation: str | None = None
    replaces: tuple[str, ...] = ()
    duration: str = ""
    exit: str = ""
    sources: tuple[str, ...] = ()
