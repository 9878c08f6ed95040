"""Which outlet an article comes from, where its page or its address says so."""

import re
from typing import Final

from foedus.model import Part
from foedus.read.dates import find_date
from foedus.read.outlets import outlet_by_domain, outlet_by_name
from foedus.read.pieces import bare, name_like

_LONGEST: Final = 80
_NAMING: Final = frozenset(
    ("masthead", "menu", "above_headline", "below_article", "copyright", "date_line", "published_line", "front_matter")
)
"""Reasons of the lines in which a page names itself. A photo's credit or a wire's mark names somebody else."""


def outlet_of(text: str, parts: tuple[Part, ...], source: str) -> str | None:
    """The outlet of the address ``source``, or the one that the page's own lines name.

    A known outlet by its id; else the paper's name that stands over the page, or the host of the address, as they are.
    """
    by_domain = outlet_by_domain(source)
    if by_domain:
        return by_domain
    last = max((n for n, part in enumerate(parts) if part.kind == "body"), default=0)
    fallback = None
    for n, part in enumerate(parts):
        if part.reason not in _NAMING or part.span.end - part.span.start > _LONGEST:
            continue
        line = bare(part.span.of(text))
        name = line if part.reason == "masthead" else _dated_name(line)
        known = outlet_by_name(name or line) if part.reason != "copyright" or n > last else None
        if known:
            return known
        fallback = fallback or name
    return fallback


def _dated_name(line: str) -> str | None:
    """The paper's name in a line of name and date: "Il Corriere del Porto – Mondo – 27 febbraio 2024"."""
    first, rest = (*re.split(r"\s*(?:[|,·•]|\s[–—-]\s)\s*", line, maxsplit=1), "")[:2]
    first = bare(first)
    return first if first.count(" ") >= 1 and name_like(first) and find_date(rest, None) else None
