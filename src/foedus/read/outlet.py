"""Which outlet an article comes from, where its page or its address says so."""

import re
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import msgspec

from foedus.model import Part
from foedus.packs.load import DATA, load
from foedus.read.dates import find_date
from foedus.read.pieces import bare, name_like

_FILE: Final = DATA / "world" / "outlets.yaml"
_LONGEST: Final = 80


class Outlet(msgspec.Struct, frozen=True):
    """What this stage needs of an entry of outlets.yaml."""

    id: str
    names: dict[str, tuple[str, ...]] | tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    kind: str = ""


class _Form(msgspec.Struct, frozen=True):
    outlets: tuple[Outlet, ...] = ()


def outlet_of(text: str, parts: tuple[Part, ...], source: str) -> str | None:
    """The outlet of the address ``source``, or the one that a furniture line names.

    A known outlet by its id; else the paper's name that stands over the page, or the host of the address, as they are.
    """
    by_domain = outlet_by_domain(source)
    if by_domain:
        return by_domain
    fallback = None
    for part in parts:
        if part.kind not in ("furniture", "dateline") or part.span.end - part.span.start > _LONGEST:
            continue
        line = bare(part.span.of(text))
        name = line if part.reason == "masthead" else _dated_name(line)
        known = outlet_by_name(name or line)
        if known:
            return known
        fallback = fallback or name
    return fallback


def _dated_name(line: str) -> str | None:
    """The paper's name in a line of name and date: "Il Corriere del Porto – Mondo – 27 febbraio 2024"."""
    first, rest = (*re.split(r"\s*(?:[|,·•]|\s[–—-]\s)\s*", line, maxsplit=1), "")[:2]
    first = bare(first)
    return first if first.count(" ") >= 1 and name_like(first) and find_date(rest, None) else None


def outlet_by_domain(address: str) -> str | None:
    """Id of the outlet at ``address``; the bare host of a web address that no file knows."""
    host = (urlsplit(address).hostname or "") if re.match(r"https?://", address) else ""
    host = host.removeprefix("www.")
    for suffix in (host.split(".", n)[-1] for n in range(host.count("."))):
        if suffix in _domains():
            return _domains()[suffix]
    return host or None


def outlet_by_name(line: str) -> str | None:
    """Id of the outlet that ``line`` names, beside a label such as "Fonte:" or a copyright sign."""
    bare = re.sub(r"^(?:[^:]{0,20}:|©|\W)+|\W+$|\b\d{4}\b", "", line).strip().casefold()
    return _names().get(bare)


@cache
def _outlets() -> tuple[Outlet, ...]:
    return load(_FILE, _Form).outlets if Path(_FILE).exists() else ()


@cache
def _domains() -> dict[str, str]:
    return {domain.casefold(): outlet.id for outlet in _outlets() for domain in outlet.domains}


@cache
def _names() -> dict[str, str]:
    out: dict[str, str] = {}
    for outlet in _outlets():
        groups = outlet.names.values() if isinstance(outlet.names, dict) else (outlet.names,)
        for name in (name for group in groups for name in group):
            out.setdefault(name.casefold(), outlet.id)
    return out
