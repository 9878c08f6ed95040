"""Standing: where a treaty stood on a day, as public on a day, by its file and by what was reported by then."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from foedus.assess.amendments import amendments
from foedus.assess.assess import Question
from foedus.assess.assess import status as assessed
from foedus.assess.comparison import compare
from foedus.assess.consents import consents
from foedus.assess.dates import date_of
from foedus.assess.rules import reached
from foedus.assess.terms import Terms
from foedus.assess.turns import NEVER
from foedus.model import LIFE_CYCLE, Event, FileVersion, Interval, Status, Treaty, UsageError
from foedus.packs.load import DATA
from foedus.packs.treaties import load_treaties, place_of
from foedus.packs.world import load_world
from foedus.pipeline import Picture, bodies_of, in_sentence
from foedus.version import VERSION

_SHIPPED: Final = DATA / "treaties"


def status_on(
    treaty: str, on: dt.date | None = None, known: dt.date | None = None, made: Picture | None = None
) -> Status:
    """Where the treaty with an id stood ``on`` a day by what was public on ``known``; None: by all that is told.

    ``made`` is what was reported, of articles that were out on ``known`` (``foedus.asof``); what it tells as done is
    counted if it was done by ``on``. Raises UsageError for a day before the first act, PackError; KeyError for an
    id that neither a file nor a report has.
    """
    treaties = load_treaties()
    filed, reported = treaties.get(treaty), _about(treaty, made)
    if filed is None and not reported:
        raise KeyError(treaty)
    day, terms = on or NEVER, Terms(treaties, known)
    kept = [e for e in reported if _done_by(e, day, made)]
    if filed and not kept:
        _within_file(filed, terms, day)
    readings, disputes = (made.readings, made.disputes) if made else ((), ())
    question = Question(terms, in_sentence, bodies_of(kept, readings, load_world()), day)
    found = assessed(treaty, kept, disputes, question)
    acts = [a for a in terms.acts(filed) if reached(a, day) != "unmet"] if filed else []
    wanted = {id_ for event in kept for id_ in event.claims}
    claims = {c.id: c for r in readings for c in r.claims if c.id in wanted}
    return msgspec.structs.replace(
        found,
        reported_because=(*found.reported_because, *_left_out(reported, kept, day)),
        consents=consents(filed, terms, day) if filed else (),
        amended=amendments(filed, terms, day) if filed else (),
        compared=compare(acts, kept, claims),
        files=tuple(_versions(filed, terms)) if filed else (),
    )


def _about(treaty: str, made: Picture | None) -> list[Event]:
    found = made.events if made else ()
    return [e for e in found if e.object and e.object.partition("#")[0] == treaty and not e.void()]


def _done_by(event: Event, day: dt.date, made: Picture | None) -> bool:
    """Dated by then; what has no date was done by the day on which an article that tells it came out."""
    if day == NEVER or made is None:
        return True
    when = date_of(event, made.disputes)
    if when and (days := when.days()):
        return days.last is not None and days.last <= day
    out = (r.article.published for r in made.readings if r.article.id in event.articles)
    return any(days.last is not None and days.last <= day for p in out if p and (days := p.days()))


def _left_out(reported: Sequence[Event], kept: Sequence[Event], day: dt.date) -> Iterator[str]:
    number = sum(e.type in LIFE_CYCLE for e in reported) - sum(e.type in LIFE_CYCLE for e in kept)
    if number:
        acts = "act that is" if number == 1 else "acts that are"
        yield f"Not counted: {number} reported {acts} not shown to be of {day} or before."


def _within_file(treaty: Treaty, terms: Terms, day: dt.date) -> None:
    """A day before every act on file asks for what the file cannot answer."""
    told = [*filter(None, (*(a.when for a in terms.acts(treaty)), *(p.from_ for p in treaty.parties)))]
    firsts = [first for when in told if (first := Interval.parse(when).first)]
    if firsts and day < min(firsts):
        mend = "give a day from then on"
        raise UsageError(f"{day} is before the first act of {treaty.id} on file ({min(firsts)})", "--on", mend)
    if not told and treaty.acts:
        raise UsageError(f"nothing on {treaty.id} was public by {terms.known}", "--known", "give a later day")


def _versions(treaty: Treaty, terms: Terms) -> Iterator[FileVersion]:
    """The treaty's own file, then those of treaties that bear on it: above it, replacing, amending or amended."""
    later = [t.id for t in terms.treaties.values() if t.amends == treaty.id]
    beside = (treaty.under, *terms.later.get(treaty.id, ()), treaty.amends, *later)
    for id_ in dict.fromkeys((treaty.id, *filter(None, beside))):
        yield version_of(id_)


def version_of(treaty: str) -> FileVersion:
    """Which file, and which bytes, the packs have a treaty from. Raises KeyError, PackError."""
    place = place_of(treaty)
    own = place.path.parent == _SHIPPED
    return FileVersion(
        treaty=treaty,
        name=place.path.name,
        pack="" if own else str(place.path.parent.parent),
        line=place.line,
        sha256=hashlib.sha256(place.path.read_bytes()).hexdigest(),
        foedus=VERSION,
    )
