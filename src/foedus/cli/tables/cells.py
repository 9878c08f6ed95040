"""What stands in one cell: who, how many, when, on whose word, how firmly."""

from collections.abc import Sequence
from typing import Final

import msgspec

from foedus.export import clean, cut, table, width_of
from foedus.model import Attribution, Claim, Event, Quantity, When
from foedus.report.index import Index
from foedus.report.names import Names
from foedus.report.phrases import quantity_words

EVIDENCE: Final = 80
"""Most columns of evidence in a table, also where nothing else is cut."""
NAMES: Final = 36
"""Most columns of names in a cell."""
WHOLE: Final = 1000
_ID: Final = 8
_INDENT: Final = " " * 4
_BELOW: Final = " | "


class Column(msgspec.Struct, frozen=True):
    """A column of a table. A cell has ``most`` columns, and more than ``least`` as long as others can give way.

    On a terminal that is too narrow for a row, what is ``below`` stands in a second line under it.
    """

    head: str
    cells: Sequence[str]
    most: int = EVIDENCE
    least: int = 0
    below: bool = False


def laid_out(columns: Sequence[Column], width: int | None) -> list[str]:
    """The lines of a table. A column in which no row has anything is left out."""
    rows = len(columns[0].cells)
    shown = [_cut(c) for c in columns if not rows or any(c.cells)]
    lines = _table(shown, None)
    if width is None or max(map(width_of, lines)) <= width:
        return lines
    top, bottom = [c for c in shown if not c.below], [c for c in shown if c.below]
    if not bottom:
        return _table(shown, width)
    head, *lines = _table(top, width)
    below = (_BELOW.join(filter(None, (c.cells[n] for c in bottom))) for n in range(rows))
    pairs = zip(lines, below, strict=True)
    return [head, *(one for line, more in pairs for one in (line, f"{cut(_INDENT + more, width)}\n") if one.strip())]


def _cut(column: Column) -> Column:
    cells = [cut(clean(cell), column.most) for cell in column.cells]
    return msgspec.structs.replace(column, cells=cells)


def _table(columns: Sequence[Column], width: int | None) -> list[str]:
    rows = list(zip(*(c.cells for c in columns), strict=True))
    floors = [min(c.least, max(map(width_of, (c.head, *c.cells)))) for c in columns]
    return [f"{line}\n" for line in table([c.head for c in columns], rows, width, floors)]


def short_ids(ids: Sequence[str]) -> list[str]:
    """The first characters of each id, as many as tell them apart, and enough for ``foedus explain``."""
    size, different = _ID, len(set(ids))
    while len({id_[:size] for id_ in ids}) < different:
        size += 1
    return [id_[:size] for id_ in ids]


def act(item: Claim | Event) -> str:
    """The type after what weakens or reverses it: ``not treaty.ratify``, ``planned forces.deploy``."""
    firmness = "" if item.modality == "asserted" else f"{item.modality} "
    return f"{firmness}{'not ' if item.polarity == 'negative' else ''}{item.type}"


def named(ids: Sequence[str], index: Index) -> str:
    """Names in one cell; a long list is cut short."""
    return index.names.cell(tuple(ids))


def who(actors: Sequence[str], targets: Sequence[str], index: Index) -> str:
    """``North Korea → Russia``; who acts stands first, those acted upon after the arrow."""
    return f"{named(actors, index)}{f' → {named(targets, index)}' if targets else ''}".strip()


def disputed(ids: Sequence[str], index: Index) -> str:
    """What the disputes are about: ``disputed: date, number``."""
    fields = (index.disputes[id_].field for id_ in ids if id_ in index.disputes)
    told = ", ".join(dict.fromkeys(index.words.fields.get(field, field) for field in fields))
    return index.words.text["disputed"].format(field=told) if told else ""


def about(object_: str | None, index: Index) -> str:
    """What a claim is about: a treaty, materiel; the wording of another claim."""
    if not object_:
        return ""
    if object_ in index.claims:
        return f"“{index.claims[object_].evidence.text}”"
    name = index.names.of(object_)
    if object_.startswith("treaty:") and len(name) > NAMES:
        # By its parties and year, where the id has them: that fits, and tells namesakes apart.
        return Names(index.names.given, {}, index.words).of(object_)
    return name


def amount(quantity: Quantity | None, index: Index) -> str:
    """``at least 10,000 troops``; nothing where no number is given."""
    return quantity_words(quantity, index) if quantity else ""


def when(value: When | None, index: Index) -> str:
    """A day, month or year as ISO 8601 has it; ``by`` and ``from`` for an open interval; ? before a wording."""
    if value is None:
        return ""
    if value.interval is None:
        return f"? {value.text}".strip()
    first, slash, last = value.interval.partition("/")
    dates = index.words.dates
    if not slash:
        return first
    if first == "..":
        return dates.until.format(date=last)
    return dates.since.format(date=first) if last == ".." else dates.span.format(first=first, last=last)


def source(attribution: Attribution, index: Index) -> str:
    """On whose word, the origin first: ``National Intelligence Service, via Yonhap``."""
    return ", via ".join(index.words.listed([index.names.of(id_) for id_ in link]) for link in attribution.chain)
