"""Text → Article: its parts, language, title, outlet and date."""

import msgspec

from foedus.model import Article, Part
from foedus.model.article import digest_of
from foedus.read.frontmatter import front_matter
from foedus.read.language import language_of
from foedus.read.outlet import outlet_of
from foedus.read.outlets import outlet_by_name
from foedus.read.parts import parts_of
from foedus.read.pieces import bare
from foedus.read.published import Dating, contradicting, dated, metadata_when, published_of

_SAMPLE = 4000


def article_from_text(  # noqa: PLR0913 (what a caller may know of an article)
    text: str,
    *,
    id: str,  # noqa: A002 (the field's name)
    source: str = "",
    language: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    notes: tuple[str, ...] = (),
    captions: frozenset[str] = frozenset(),
) -> Article:
    """The article that ``text`` is, untouched; what the caller knows goes before what the page says.

    ``published`` is a date as metadata gives it; one that cannot be read is noted and left unknown. ``captions`` are
    the lines that stand under pictures.
    """
    start, fields = front_matter(text)
    title = title or fields.get("title")
    outlet = outlet or next((fields[key] for key in ("outlet", "publisher", "source") if key in fields), None)
    published = published or next((fields[key] for key in ("published", "date") if key in fields), None)
    parts = parts_of(text, title, start, captions)
    spoken = language or language_of(_body(text, parts))
    dating = _dating(text, parts, published, spoken)
    headline = next((part.span.of(text) for part in parts if part.kind == "headline"), None)
    return Article(
        id=id,
        text=text,
        parts=dated(text, parts, dating.when, spoken),
        language=spoken,
        title=" ".join(bare(title or headline or "").split()) or None,
        outlet=(outlet_by_name(outlet) or outlet) if outlet else outlet_of(text, parts, source),
        published=dating.when,
        source=source,
        digest=digest_of(text),
        notes=(*notes, *dating.notes),
    )


def _dating(text: str, parts: tuple[Part, ...], published: str | None, language: str | None) -> Dating:
    given = metadata_when(published, language)
    found = published_of(text, parts, language)
    if given:
        return Dating(given, tuple(contradicting(given, [found.when] if found.when else [], "on the page")))
    if published and published.strip():
        note = f"publication date not read: {published.strip()}"
        return msgspec.structs.replace(found, notes=(note, *found.notes))
    return found


def _body(text: str, parts: tuple[Part, ...]) -> str:
    """Enough of the running text to tell its language; without a body, of what is not furniture."""
    wanted = [p for p in parts if p.kind == "body"] or [p for p in parts if p.kind not in ("furniture", "dateline")]
    out: list[str] = []
    size = 0
    for part in wanted:
        out.append(part.span.of(text)[:_SAMPLE])
        size += len(out[-1])
        if size > _SAMPLE:
            break
    return "\n".join(out)
