"""Article text is hostile: what cannot be seen or would turn a line round is written out."""

import re
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

# C0 and C1 controls but tab and line ends, bidi embeddings, overrides and isolates, line separators, lone surrogates,
# non-characters: invalid in HTML, invisible, or able to reorder what stands around them (Unicode TR 36, 3.1).
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


def visible(value: Any) -> Any:
    """``value`` with unseen characters written as ``⟨U+202E⟩``; markup and numbers pass as they are."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", value.replace("\r\n", "\n"))


def link_of(source: str) -> str | None:
    """``source`` when it is an address that may be followed (http, https), else None."""
    try:
        address = urlsplit(source)
        safe = address.scheme in ("http", "https") and bool(address.hostname) and not _UNSEEN.search(source)
    except ValueError:
        return None
    return source if safe and not re.search(r"\s", source) else None


def language_tag(language: str | None) -> str:
    """``language`` when it has the form of a BCP 47 tag, else "" (HTML: unknown)."""
    return language if language and re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", language) else ""
