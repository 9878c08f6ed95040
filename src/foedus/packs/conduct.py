"""What conduct makes of a duty by its kind, where the duty's own file does not say so: ``data/conduct.yaml``."""

from functools import cache

import msgspec

from foedus.model import Condition, Conduct, DutyKind
from foedus.packs.load import DATA, load


class KindConduct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ``patterns`` of a kind of duty, with their ``source``; ``conditions`` are asked besides the treaty's own."""

    source: str
    patterns: tuple[Conduct, ...]
    conditions: tuple[Condition, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: dict[DutyKind, KindConduct]


@cache
def load_conduct() -> dict[DutyKind, KindConduct]:
    """By kind of duty; a kind that is not there has no default. Raises PackError."""
    return load(DATA / "conduct.yaml", _File).kinds
