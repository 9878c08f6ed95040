"""Articles without a date, and events that dated ones report, for the tests on dates from context."""

from foedus.extract import extract
from foedus.model import Event, Reading, When
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.read import article_from_text
from foedus.reconcile import infer_published

ACCESS = "treaty:JPN-PHL-2024"
"""Signed 8 July 2024; Senate 16 December 2024, Diet 6 June 2025; in force since 11 September 2025."""
BRIGADE = "treaty:DEU-LTU-2024"
NATO = "treaty:NATO-1949"


def article(text: str, language: str = "en") -> Reading:
    return extract(article_from_text(text, id="undated", source="undated", language=language))


def event(type_: str, when: str, actors: str, name: str | None = None, targets: str = "", **more: object) -> Event:
    fields: dict[str, object] = {
        "id": f"ev:{type_}:{when}:{actors}",
        "type": type_,
        "actors": tuple(actors.split()),
        "targets": tuple(targets.split()),
        "object": name,
        "place": None,
        "when": When(when),
        "modality": "asserted",
        "polarity": "positive",
        "claims": ("c1",),
        "articles": ("dated-1",),
        "origins": (),
    }
    return Event(**(fields | more))  # type: ignore[arg-type]


def dated(reading: Reading, *reported: Event) -> tuple[str | None, tuple[str, ...]]:
    """The interval and the notes."""
    found = infer_published(reading, load_world().principal, load_treaties(), reported)
    return (found[0].interval, found[1]) if found else (None, ())
