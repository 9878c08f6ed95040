"""Things: what is moved, tested or shown, and groups without a name, compared."""

from typing import Final

from foedus.verify.fields import Match

_VAGUE: Final = ("group", "bloc")


def vague(names: frozenset[str]) -> bool:
    """Are all of them groups without a name?"""
    return all(n.partition(":")[0] in _VAGUE for n in names)


def same_thing(asked: str | None, told: str | None) -> bool:
    """Two kinds of materiel are two matters; free text and what is not named may be the same."""
    if not asked or not told or ":" not in asked or ":" not in told or asked == told:
        return True
    return asked.partition(":")[0] != told.partition(":")[0] or _loose(asked) or _loose(told)


def _loose(thing: str) -> bool:
    return thing in ("materiel:weapons", "materiel:arsenal", "forces:troops", "materiel:ammunition")


def match_thing(asked: str, told: str | None) -> Match:
    """Is what is moved the same, as far as both tell?"""
    return "agree" if asked == told or asked.startswith("forces:") else "silent"
