"""A case: a short text and the claims that the contract asks of it (docs/packs.md)."""

from pathlib import Path

import msgspec
from msgspec import UNSET, UnsetType

from foedus.packs.load import load


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Part of a claim: only the keys that are written are compared."""

    type: str
    actors: tuple[str, ...] | UnsetType = UNSET
    targets: tuple[str, ...] | UnsetType = UNSET
    object: str | UnsetType | None = UNSET
    quantity: dict[str, float | str | None] | UnsetType | None = UNSET
    place: str | UnsetType | None = UNSET
    when: str | int | UnsetType | None = UNSET
    attribution: tuple[tuple[str, ...], ...] | UnsetType = UNSET
    kind: str | UnsetType = UNSET
    modality: str | UnsetType = UNSET
    polarity: str | UnsetType = UNSET
    provision: str | UnsetType = UNSET
    evidence: str | UnsetType = UNSET
    origin: str | UnsetType = UNSET


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One specification. No claims wanted means that none may be found, as does ``exact`` beyond those wanted."""

    id: str
    text: str
    claims: tuple[Wanted, ...]
    published: str | None = None
    title: str | None = None
    exact: bool = False


def case_files(folder: Path) -> list[Path]:
    """The case files right in a folder, in the order of their names."""
    return sorted(folder.glob("*.yaml"))


def load_cases(path: Path) -> tuple[Case, ...]:
    """The cases of one file. Raises PackError, with file and line, for a case that breaks the form."""
    return load(path, tuple[Case, ...])
