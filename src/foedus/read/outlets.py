"""The known outlets and agencies (data/world/outlets.yaml), by domain and by name."""

import re
from functools import cache
from urllib.parse import urlsplit

import msgspec

from foedus.packs.folders import folders
from foedus.packs.load import load
from foedus.packs.world import Outlet


class _Form(msgspec.Struct, frozen=True):
    outlets: tuple[Outlet, ...] = ()


def outlet_by_domain(address: str) -> str | None:
    """Id of the outlet at ``address``; the bare host of a web address that no file knows."""
    host = (urlsplit(address).hostname or "") if re.match(r"https?://[\w.-]+(?:[/:?#]|$)", address) else ""
    host = host.removeprefix("www.")
    for suffix in (host.split(".", n)[-1] for n in range(host.count("."))):
        if suffix in _domains():
            return _domains()[suffix]
    return host or None


def outlet_by_name(line: str) -> str | None:
    """Id of the outlet that ``line`` names, beside a label such as "Fonte:" or a copyright sign."""
    bare = re.sub(r"^(?:[^:]{0,20}:|©|copyright\b|\W)+|\W+$|\b\d{4}\b", "", line, flags=re.IGNORECASE).strip(" -–—.,")
    return _names().get(bare.casefold())


def agencies() -> tuple[str, ...]:
    """All names of the news agencies."""
    return tuple(dict.fromkeys(name for outlet in _outlets() if outlet.kind == "agency" for name in outlet.names))


@cache
def _outlets() -> tuple[Outlet, ...]:
    paths = [folder / "outlets.yaml" for folder in folders("world")]
    return tuple(outlet for path in paths if path.is_file() for outlet in load(path, _Form).outlets)


@cache
def _domains() -> dict[str, str]:
    return {domain.casefold(): outlet.id for outlet in _outlets() for domain in outlet.domains}


@cache
def _names() -> dict[str, str]:
    out: dict[str, str] = {}
    for outlet in _outlets():
        for name in outlet.names:
            out.setdefault(name.casefold(), outlet.id)
    return out
