"""What stands behind a treaty's status on a day: each party's consent, file against reports, the file's version."""

from typing import Literal

import msgspec

from foedus.model.obligation import Truth
from foedus.model.treaty import Act, ConsentStep


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """How one party stands to the treaty: ``word`` of docs/status.md, ``since`` when, ``known`` when (EDTF).

    ``bound`` says whether the treaty binds it on that day, ``acts`` are what it did by then, in the file's order, and
    ``because`` the steps that lead to ``bound``.
    """

    state: str
    word: str
    since: str | None
    known: str | None
    bound: Truth
    acts: tuple[Act, ...] = ()
    because: tuple[str, ...] = ()


class Amendment(msgspec.Struct, frozen=True, kw_only=True):
    """A later treaty that changes another between its own parties, on a day (VCLT art. 30 para. 4, 40).

    Between those ``among`` whom it binds the changed text holds, since when; between one of them and those to whom the
    ``unamended`` text alone applies, that one. Of the ``unsure`` it is not known whether they are bound by it.
    """

    treaty: str
    since: str | None
    among: tuple[str, ...]
    unsure: tuple[str, ...]
    unamended: tuple[str, ...]


Fit = Literal["same", "wider", "disputed", "other", "undated"]


class Told(msgspec.Struct, frozen=True):
    """One date that reports give an act, EDTF or None, beside that of the file, with who gives it.

    ``fit``: the ``same`` as the file's, ``wider`` (it takes the file's in), ``disputed`` (the file has it as such),
    any ``other``, or ``undated``. ``origins`` and ``articles`` are ids.
    """

    when: str | None
    fit: Fit
    origins: tuple[str, ...]
    articles: tuple[str, ...]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """An act of the life cycle as the file has it (``act``, None: not on file) beside what reports tell of it."""

    type: str
    actors: tuple[str, ...]
    step: ConsentStep | None = None
    act: Act | None = None
    told: tuple[Told, ...] = ()
    events: tuple[str, ...] = ()


class FileVersion(msgspec.Struct, frozen=True, kw_only=True):
    """Which version of a treaty's file an answer rests on.

    ``pack`` is the folder of a user's pack, empty for the files that Foedus brings; ``line`` the line of a file of many
    treaties, else 0; ``sha256`` the digest of the file's bytes in hexadecimal; ``foedus`` the version of the program.
    """

    treaty: str
    name: str
    pack: str
    line: int
    sha256: str
    foedus: str
