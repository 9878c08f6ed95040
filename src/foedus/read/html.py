"""A web page → its main text and what its head says; offline, through trafilatura."""

import html as entities
import logging
import re
from collections import Counter
from typing import Any, Final

import msgspec

from foedus.model import InputError

MAX_DEPTH: Final = 200
"""Deepest nesting that is read: libxml2 gives up at 256, and no page of news comes near."""

MAX_ELEMENTS: Final = 150_000
"""Most elements that are read; the extraction takes about a second per 12,000."""

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=]+)")
_ASIDE = re.compile(
    r"comment|related|newsletter|share|social|sidebar|promo|footer|nav|teaser|recommend|cookie|advert", re.I
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
# Elements without content, and those whose end tag HTML lets out: they do not nest by being left open.
_FLAT: Final = frozenset(
    {
        *(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
        ),
        *("p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt"),
    }
)
_DATE_KEYS: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "citation_publication_date",
    "parsely-pub-date", "sailthru.date", "publishdate", "publish_date", "publish-date", "pubdate", "date",
)  # fmt: skip
_OPTIONS: Final = {"extensive_search": False, "original_date": True, "min_date": "1900-01-01", "max_date": "2100-01-01"}


class Page(msgspec.Struct, frozen=True):
    """The main text, the headline as its first line, and the head's own words on title, date, outlet and address."""

    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    captions: frozenset[str] = frozenset()


def looks_like_html(text: str) -> bool:
    """Does a text of unknown kind open as a web page does?"""
    head = text[:2000].lstrip().lower()
    return head.startswith(("<!doctype html", "<html", "<head", "<body", "<article", "<!--")) or bool(
        head.startswith("<") and re.search(r"<(?:html|body|head|p|div|article)[\s>]", head)
    )


def charset_of(raw: bytes) -> str | None:
    """The encoding that the page declares, if any."""
    found = _CHARSET.search(raw, 0, 4096)
    return found[1].decode("ascii") if found else None


def page_of(markup: str, where: str) -> Page:
    """Read one page.

    Raises InputError when the markup is too deep or too large, holds no main text, or is a dossier of ours.
    """
    metas = _metas(markup)
    if metas.get("generator", "").lower().startswith("foedus "):
        raise InputError("a dossier made by Foedus, not an article", where, "give the articles that it was made from")
    _guard(markup, where)
    body = _main_text(_kept(markup), where)
    linked = list(_linked_data(markup))
    title = _first(metas, "og:title", "twitter:title") or _find(linked, "headline") or _element(markup, "h1")
    heading = _element(markup, "h1")
    if heading and (not title or title.startswith(heading)):
        title = heading
    title = title or _element(markup, "title")
    opening = [line.strip() for line in body.split("\n", 4)[:4]]
    text = body if not title or title in opening else f"{title}\n{body}"
    date = _find(linked, "datePublished") or _first(metas, *_DATE_KEYS) or _time(markup)
    outlet = _first(metas, "og:site_name") or _find(linked, "publisher")
    return Page(text, title, date, outlet, _first(metas, "og:url") or _canonical(markup), _captions(markup))


def _guard(markup: str, where: str) -> None:
    open_now: Counter[str] = Counter()
    depth = elements = 0
    for found in _TAG.finditer(markup):
        name = found[2].lower()
        if name in _FLAT or found[3].endswith("/"):
            elements += 1
        elif not found[1]:
            elements += 1
            depth += 1
            open_now[name] += 1
        elif open_now[name]:
            open_now[name] -= 1
            depth -= 1
        if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
            what = f"nested over {MAX_DEPTH} deep" if depth > MAX_DEPTH else f"over {MAX_ELEMENTS:,} elements"
            raise InputError(f"not a readable page: {what}", where, "give the article's text as plain text")


def _kept(markup: str) -> str:
    """The page with captions, the hours and the sections of a live blog as text like any other.

    The extraction drops figures, times and headings in sections.
    """
    markup = re.sub(r"</?time\b[^<>]*>", "", markup, flags=re.IGNORECASE)
    markup = re.sub(r"<(/?)figcaption\b[^<>]*>", r"<\1p>", markup, flags=re.IGNORECASE)
    return re.sub(r"<(/?)(?:figure|section)\b([^<>]*)>", _container, markup, flags=re.IGNORECASE)


def _container(tag: re.Match[str]) -> str:
    """A plain division; its attributes stay where they say that it is not the article."""
    return f"<{tag[1]}div{tag[2] if _ASIDE.search(tag[2]) else ''}>"


def _captions(markup: str) -> frozenset[str]:
    found = re.findall(r"<figcaption\b[^<>]*>(.{1,2000}?)</figcaption", markup, re.IGNORECASE | re.DOTALL)
    return frozenset(" ".join(entities.unescape(re.sub(r"<[^<>]*>", " ", inner)).split()) for inner in found)


def _main_text(markup: str, where: str) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(markup, include_comments=False, date_extraction_params=dict(_OPTIONS))
    except Exception as error:  # a parser's own failure must not reach the user as a traceback
        raise InputError(f"not a readable page: {type(error).__name__}", where, "give it as plain text") from error
    text = getattr(found, "text", None)
    if not isinstance(text, str) or not text.strip():
        raise InputError("a page without an article", where, "give the page of one article, or its text")
    return text.strip()


def _metas(markup: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for found in re.finditer(r"<meta\s([^<>]*)>", markup, re.IGNORECASE):
        pairs = _attributes(found[1])
        key = pairs.get("property") or pairs.get("name") or pairs.get("itemprop")
        if key and pairs.get("content", "").strip():
            out.setdefault(key.lower(), pairs["content"].strip())
    return out


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): entities.unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(text)}


def _linked_data(markup: str) -> list[Any]:
    """The page's JSON-LD blocks that can be read."""
    out = []
    for found in re.finditer(r"<script\s[^<>]*ld\+json[^<>]*>", markup, re.IGNORECASE):
        end = markup.find("</script", found.end())
        if end < 0:
            break
        try:
            out.append(msgspec.json.decode(markup[found.end() : end].strip()))
        except (msgspec.DecodeError, RecursionError):
            continue
    return out


def _find(blocks: list[Any], key: str) -> str | None:
    """The first ``key`` anywhere in the linked data; of an organisation its name."""
    queue = list(blocks)
    while queue:
        node = queue.pop(0)
        if isinstance(node, list):
            queue = node + queue
        elif isinstance(node, dict):
            value = node.get(key)
            value = value.get("name") if isinstance(value, dict) else value
            if isinstance(value, str) and value.strip():
                return value.strip()
            queue += [inner for inner in node.values() if isinstance(inner, dict | list)]
    return None


def _first(metas: dict[str, str], *keys: str) -> str | None:
    return next((metas[key] for key in keys if key in metas), None)


def _element(markup: str, name: str) -> str | None:
    """The text of the first element ``name``, in one line."""
    opening = re.search(rf"<{name}(?:\s[^<>]*)?>", markup, re.IGNORECASE)
    if not opening:
        return None
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(markup, opening.end(), opening.end() + 2000)
    inner = markup[opening.end() : closing.start()] if closing else ""
    return " ".join(entities.unescape(re.sub(r"<[^<>]*>", " ", inner)).split()) or None


def _time(markup: str) -> str | None:
    """The first machine-readable time inside the article element."""
    start = markup.lower().find("<article")
    found = re.compile(r"<time\s([^<>]*)>", re.IGNORECASE).search(markup, start) if start >= 0 else None
    return _attributes(found[1]).get("datetime") if found else None


def _canonical(markup: str) -> str | None:
    for found in re.finditer(r"<link\s([^<>]*)>", markup, re.IGNORECASE):
        pairs = _attributes(found[1])
        if pairs.get("rel", "").lower() == "canonical":
            return pairs.get("href")
    return None
