"""Which claims and events a user means: filters, and treaties by a part of their name."""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import Final, TypeVar

import msgspec

from foedus.arguments import folded
from foedus.model import CLAIM_TYPES, Claim, Event, Treaty, UsageError
from foedus.packs.language import languages
from foedus.packs.world import World

Item = TypeVar("Item", Claim, Event)
_GROUPS: Final = tuple(dict.fromkeys(name.partition(".")[0] for name in CLAIM_TYPES))
_SHOWN: Final = 5
_NO_WORD: Final = re.compile(r"[^\w]+")

# The first of these that any treaty meets decides: the whole name, whole words of it, any part of it.
_TIERS: Final[tuple[Callable[[str, str], bool], ...]] = (
    lambda wanted, name: wanted == name,
    lambda wanted, name: f" {wanted} " in f" {_NO_WORD.sub(' ', name)} ",
    lambda wanted, name: wanted in name,
)


class Filter(msgspec.Struct, frozen=True):
    """What must hold of a claim or event; several values of one field are alternatives, an empty one lets all pass.

    ``types`` are claim types or their groups (``treaty``, ``forces`` …); ``actors`` ids, ids of the principal, or
    names; ``treaty`` an id; ``articles`` ids or patterns (``*ansa*``).
    """

    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    treaty: str | None = None
    articles: tuple[str, ...] = ()

    def of(self, items: Iterable[Item], world: World) -> tuple[Item, ...]:
        """The items that pass, in their order. Raises UsageError for an unknown type."""
        types, wanted = _types(self.types), {folded(actor) for actor in self.actors}
        spellings: dict[str, set[str]] = {}
        return tuple(
            item
            for item in items
            if (not types or item.type in types)
            and (not wanted or any(wanted & _spellings(actor, world, spellings) for actor in item.actors))
            and (self.treaty is None or (item.object or "").partition("#")[0] == self.treaty)
            and (not self.articles or any(self.article(article) for article in _articles(item)))
        )

    def article(self, id_: str) -> bool:
        """Does an article pass?"""
        return not self.articles or any(id_ == pattern or fnmatchcase(id_, pattern) for pattern in self.articles)


def find_treaty(text: str, treaties: Mapping[str, Treaty], others: Mapping[str, str] | None = None) -> str:
    """The id of the one treaty that ``text`` means: its id, its organisation, a name, or a part of one in any language.

    ``others`` are the treaties of the articles, those without a file too: id → name; where several fit, these count
    first. Raises UsageError when none or several fit.
    """
    names: dict[str, set[str]] = {
        id_: {folded(name) for spellings in treaty.names.values() for name in spellings}
        for id_, treaty in treaties.items()
    }
    for id_, treaty in treaties.items():
        if treaty.organisation:
            # "NATO" means the treaty that founded it, not those that have it in their names.
            names[id_].add(folded(treaty.organisation.partition(":")[2]))
    for id_, name in (others or {}).items():
        names.setdefault(id_, set()).add(folded(name))
    wanted = folded(text)
    for id_ in (text, f"treaty:{text}"):
        if id_ in names:
            return id_
    found = next(filter(None, (_fitting(wanted, names, fits) for fits in _TIERS)), []) if wanted else []
    found = [id_ for id_ in found if id_ in (others or {})] or found if len(found) > 1 else found
    if len(found) == 1:
        return found[0]
    if not found:
        near = _nearest(wanted, names)
        mend = f"did you mean {near}?" if near else "see `foedus treaties` for ids and names"
        raise UsageError(f"no treaty fits {text!r}", mend=mend)
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    raise UsageError(
        f"{text!r} fits several treaties: {', '.join(found[:_SHOWN])}{more}", mend="write one of these ids"
    )


def _fitting(wanted: str, names: Mapping[str, set[str]], fits: Callable[[str, str], bool]) -> list[str]:
    return [id_ for id_, known in names.items() if any(fits(wanted, name) for name in (folded(id_), *known))]


def _nearest(wanted: str, names: Mapping[str, set[str]]) -> str | None:
    """The treaty whose id or name is spelled most like it."""
    spelled = {name: id_ for id_, known in names.items() for name in known}
    spelled |= {folded(id_.removeprefix("treaty:")): id_ for id_ in names}
    close = get_close_matches(wanted.removeprefix("treaty:"), spelled, 1)
    return spelled[close[0]] if close else None


def treaties_in(items: Iterable[Claim | Event]) -> dict[str, str]:
    """Ids of the treaties that claims or events speak of, for ``find_treaty``."""
    ids = {(item.object or "").partition("#")[0] for item in items}
    return {id_: id_ for id_ in sorted(ids) if id_.startswith("treaty:")}


def _types(given: Iterable[str]) -> frozenset[str]:
    types: set[str] = set()
    for name in given:
        group = name.removesuffix("*").removesuffix(".")
        found = [t for t in CLAIM_TYPES if t == name or t.startswith(f"{group}.")]
        if not found:
            known = ", ".join(_GROUPS)
            raise UsageError(f"no claim type {name!r}", mend=f"use a type of docs/claims.md or a group: {known}")
        types.update(found)
    return frozenset(types)


def _spellings(id_: str, world: World, known: dict[str, set[str]]) -> set[str]:
    """Every way to write an actor: its id with and without prefix, its principal, and the names of both."""
    if id_ not in known:
        both = {id_, world.principal(id_)}
        names = {world.label(one, language) for one in both for language in ("en", *languages())}
        known[id_] = {folded(name) for name in both | names | {one.rpartition(":")[2] for one in both}}
    return known[id_]


def _articles(item: Claim | Event) -> tuple[str, ...]:
    return (item.article,) if isinstance(item, Claim) else item.articles
