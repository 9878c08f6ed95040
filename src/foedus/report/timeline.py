"""Acts and facts by date; what has no date stands apart."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from foedus.model import Event, Interval, group_of
from foedus.report.dates import Date, date_of
from foedus.report.disputes import Flag, flags_of
from foedus.report.evidence import Proofs, language_of, proofs_of
from foedus.report.index import Index
from foedus.report.judgements import event_rulings
from foedus.report.phrases import Sentence, about_words, event_sentence, quantity_words
from foedus.report.standing import Standing, standing_of

_ANNOUNCED, _FULFILLED = "announced as ", "may be fulfilled by "
LONG = 60
"""With more events than this, months begin closed."""


class Link(msgspec.Struct, frozen=True):
    """A plan of what was done, or what may have fulfilled a plan: another event of the page."""

    anchor: str
    words: str


class Entry(msgspec.Struct, frozen=True):
    """One event. ``mark`` and ``modality`` say how firmly; ``snippet`` is the wording of its first claim."""

    anchor: str
    date: Date
    label: str
    sentence: Sentence
    mark: str
    modality: str
    negative: bool
    standing: Standing
    place: str
    about: str
    figures: str
    disputes: tuple[Flag, ...]
    proofs: Proofs
    snippet: str
    language: str
    order: tuple[dt.date, dt.date]
    judged: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


class Month(msgspec.Struct, frozen=True):
    """Events under one heading."""

    label: str
    entries: tuple[Entry, ...]


class Timeline(msgspec.Struct, frozen=True):
    """``undated`` events have no established date, the best attested first; ``long`` says that months begin closed."""

    months: tuple[Month, ...]
    undated: tuple[Entry, ...]
    long: bool

    @property
    def total(self) -> int:
        """How many events there are."""
        return sum(len(m.entries) for m in self.months) + len(self.undated)


def timeline_of(index: Index) -> Timeline:
    """All fact events but provisions, which stand with their treaty."""
    events = [e for e in index.dossier.events if group_of(e.type) == "fact" and e.type != "treaty.provision"]
    known = [(e, days) for e in events if (days := index.days(e))]
    dated = sorted(known, key=lambda pair: _order(pair[1]))
    months: dict[str, list[Entry]] = {}
    for event, days in dated:
        months.setdefault(_heading(days, index), []).append(entry_of(event, index))
    rest = sorted((e for e in events if not index.days(e)), key=lambda e: -len(e.claims))
    undated = tuple(entry_of(e, index) for e in rest)
    grouped = tuple(Month(label, tuple(entries)) for label, entries in months.items())
    return Timeline(grouped, undated, len(events) > LONG)


def entry_of(event: Event, index: Index) -> Entry:
    """One event as a line."""
    words = index.words
    claims = index.known(event.claims)
    figures = dict.fromkeys(quantity_words(c.quantity, index) for c in claims if c.quantity)
    kind = words.types.get(event.type)
    negative = event.polarity == "negative"
    days = index.days(event)
    return Entry(
        anchor=index.anchor("e", event.id),
        date=date_of(event.when, words),
        label=kind.label if kind else event.type,
        sentence=event_sentence(event, index),
        mark="denied" if negative else event.modality,
        modality=words.modalities.get(event.modality, event.modality),
        negative=negative,
        standing=standing_of(event, index),
        place=_place(event, index),
        about=_about(event, index),
        figures="; ".join(figures),
        disputes=flags_of(event.disputes, index),
        proofs=proofs_of(event.claims, index),
        snippet=claims[0].evidence.text if claims else "",
        language=language_of(claims[0], index) if claims else "",
        order=_order(days) if days else (dt.date.max, dt.date.max),
        judged=tuple(event_rulings(event, index)),
        links=tuple(_links(event, index)),
    )


def _links(event: Event, index: Index) -> Iterator[Link]:
    """A plan and its fulfilment are two events, each with a link to the other."""
    text = index.words.text
    for told, words in ((_ANNOUNCED, text["was_announced"]), (_FULFILLED, text["was_done"])):
        for note in event.because:
            other = index.events.get(note.removeprefix(told)) if note.startswith(told) else None
            if other:
                date = date_of(other.when, index.words).words if other.when else text["unknown_date"]
                yield Link(index.anchor("e", other.id), words.format(date=date))


def _about(event: Event, index: Index) -> str:
    """What it concerns, unless the sentence has said it."""
    said = (event.object or "").startswith("forces:") or event.object in (*event.actors, *event.targets)
    return "" if said else about_words(event.type, event.object, index)


def _place(event: Event, index: Index) -> str:
    """The place, unless the sentence has said it with the name of a state."""
    said = {index.names.of(key) for key in (*event.actors, *event.targets)}
    place = index.names.of(event.place) if event.place else ""
    return "" if place in said else place


def _anchor_day(days: Interval) -> dt.date:
    return days.first or days.last or dt.date.min


def _order(days: Interval) -> tuple[dt.date, dt.date]:
    return _anchor_day(days), days.last or dt.date.max


def _heading(days: Interval, index: Index) -> str:
    """The month where the event begins, the year for a span of more than a quarter that opens a year."""
    day = _anchor_day(days)
    whole_year = days.first and days.last and (days.first.month, days.first.day) == (1, 1) and (days.days() or 0) > 92
    if whole_year:
        return str(day.year)
    return index.words.dates.month.format(month=index.words.months[day.month - 1], year=day.year)
