"""The stages in a row: paths → readings → picture."""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from foedus.assess import assess
from foedus.assess.assess import Question
from foedus.assess.assess import status as status_of
from foedus.assess.terms import Terms
from foedus.context import in_context, read_alone
from foedus.ledger import Ledger
from foedus.model import (
    Article,
    Balance,
    Claim,
    Copy,
    Dispute,
    Event,
    FoedusError,
    Gap,
    InputError,
    Interval,
    Judgement,
    Reading,
    Series,
    Status,
    Treaty,
    UsageError,
    group_of,
    in_force,
)
from foedus.model.errors import defect
from foedus.norms import cases, conduct
from foedus.packs.areas import load_areas
from foedus.packs.language import languages
from foedus.packs.reliability import load_reliability
from foedus.packs.treaties import load_treaties
from foedus.packs.world import World, load_world
from foedus.read import article_from_text, read_paths
from foedus.reconcile import Reconciler, papers_of, rated, reconcile
from foedus.reconcile.copies import copies_of
from foedus.reconcile.series import series_of
from foedus.report import Dossier, render_dossier
from foedus.report.wording import wording
from foedus.upkeep import refresh, up_to_date

TITLE: Final = "Treaty dossier"
_TYPED: Final = ("stdin", "standard input")
"""Id and source of a plain text on standard input."""
_CHAMBERS: Final = ("chamber", "parliament")
Progress = Callable[[int, int, str], None]
"""Called before each article with its number, how many there are, and its id."""


class Picture(msgspec.Struct, frozen=True):
    """All that is known from a set of articles.

    ``names`` has the English display name of every id that occurs and that the packs know; ``skipped`` one line for
    each input that could not be read. ``judgements`` are all that people decided, those revoked among them.
    """

    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]
    statuses: tuple[Status, ...]
    treaties: dict[str, Treaty]
    names: dict[str, str]
    skipped: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def idle(self) -> tuple[Judgement, ...]:
        """The judgements in force whose subject is not there: kept, and without effect."""
        told: list[Event | Dispute] = [*self.events, *self.disputes]
        shown = {ruling.number for item in told for ruling in item.judgements}
        return tuple(one for one in in_force(self.judgements) if one.number not in shown)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, by article and place in the text."""
        return tuple(claim for reading in self.readings for claim in reading.claims)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Every gap, by article and place in the text."""
        return tuple(gap for reading in self.readings for gap in reading.gaps)

    @property
    def balance(self) -> Balance:
        """The sentence counts of all articles together."""
        return sum((reading.balance for reading in self.readings), Balance())

    @property
    def copies(self) -> tuple[Copy, ...]:
        """Who copied whom, with the passages, and who credits the same source; worked out anew at each call."""
        reconciler = Reconciler(load_world().principal, self.treaties)
        readings = sorted(self.readings, key=lambda r: (r.article.id, r.article.digest, r.article.text))
        imprints = {i.article: i for i in map(reconciler.imprint, reversed(readings))}
        return copies_of(readings, imprints.values(), self.events)

    @property
    def series(self) -> tuple[Series, ...]:
        """Figures of one thing over time; worked out anew at each call."""
        return series_of(self.events, self.readings, load_world())

    def counts(self) -> dict[str, int]:
        """How many of each, by its English name."""
        return {
            "articles": len(self.readings),
            "sentences": self.balance.sentences,
            "claims": len(self.claims),
            "gaps": len(self.gaps),
            "events": len(self.events),
            "disputes": sum(d.parts() for d in self.disputes),
            "treaties": len(self.statuses),
            "skipped inputs": len(self.skipped),
        }

    def __repr__(self) -> str:
        return f"<Picture: {', '.join(f'{number} {noun}' for noun, number in self.counts().items())}>"

    def _repr_html_(self) -> str:
        """For notebooks: the counts, and where each treaty stands."""
        counts = "".join(f"<td>{number} {noun}</td>" for noun, number in self.counts().items())
        rows = "".join(
            f"<tr><td>{escape(s.name)}</td><td>{escape(s.reported)}</td><td>{escape(s.reported_since or '')}</td>"
            f"<td>{escape(s.filed or '')}</td><td>{escape(s.filed_since or '')}</td></tr>"
            for s in self.statuses
        )
        head = "<tr><th>treaty</th><th>reported</th><th>since</th><th>filed</th><th>since</th></tr>"
        return f"<table><tr>{counts}</tr></table>" + (f"<table>{head}{rows}</table>" if rows else "")


def read(
    paths: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    language: str | None = None,
) -> Iterator[Reading | FoedusError]:
    """The readings of ``paths`` in order; what cannot be read stands as an error in its place.

    With ``progress`` all inputs are opened first, so that their number is known. ``language`` (a code of
    ``known_language``) is that of articles whose own could not be told, and of a text on standard input.
    """
    inputs = _spoken(_sound(read_paths(paths, stdin=stdin)), language)
    if progress is None:
        for item in inputs:
            yield item if isinstance(item, FoedusError) else _extracted(item)
        return
    found = list(inputs)
    total = sum(isinstance(item, Article) for item in found)
    number = 0
    for item in found:
        if isinstance(item, FoedusError):
            yield item
        else:
            number += 1
            progress(number, total, item.id)
            yield _extracted(item)


def known_language(code: str) -> str:
    """The code of a language that has a pack, as the packs write it. Raises UsageError when there is none."""
    known = languages()
    head = code.strip().lower().replace("_", "-").partition("-")[0]
    if head not in known:
        raise UsageError(f"no language pack for {code!r}", "--language", f"give one of {', '.join(known)}")
    return head


def fill(outcomes: Iterable[Reading | FoedusError], ledger: Ledger) -> Iterator[tuple[Reading, bool] | FoedusError]:
    """Stores each reading as it comes; gives it back with whether it was new to the ledger. Raises InputError."""
    for outcome in outcomes:
        yield outcome if isinstance(outcome, FoedusError) else (outcome, ledger.add(outcome))


def picture(readings: Sequence[Reading], skipped: Sequence[str] = (), judgements: Sequence[Judgement] = ()) -> Picture:
    """Events, disputes and statuses of the readings, as people judged them. Raises PackError for a broken data file."""
    reconciler = Reconciler(load_world().principal, load_treaties())
    readings = in_context(readings, reconciler)
    made = reconcile(readings, reconciler, judgements)
    return _picture(readings, made.events, made.disputes, skipped, judgements)


def stored(ledger: Ledger) -> Picture:
    """The picture of all that a ledger holds, brought up to date first where the ledger may be written."""
    if not up_to_date(ledger):
        if not ledger.writable:
            return picture(tuple(ledger.readings()), judgements=ledger.judgements.all())
        refresh(ledger)
    readings, findings = tuple(ledger.readings()), ledger.findings
    events, disputes = tuple(findings.all("event", Event)), tuple(findings.all("dispute", Dispute))
    return _picture(readings, events, disputes, judgements=ledger.judgements.all())


def _picture(
    readings: Sequence[Reading],
    events: tuple[Event, ...],
    disputes: tuple[Dispute, ...],
    skipped: Sequence[str] = (),
    judgements: Sequence[Judgement] = (),
) -> Picture:
    world, treaties = load_world(), load_treaties()
    events = rated(events, papers_of(r.article for r in readings), world, load_reliability())
    question = Question(Terms(treaties), in_sentence, bodies_of(events, readings, world))
    return Picture(
        readings=tuple(readings),
        events=events,
        disputes=disputes,
        statuses=assess([e for e in events if not e.void()], disputes, question),
        treaties=treaties,
        names=names_of(readings, events),
        skipped=tuple(skipped),
        judgements=tuple(judgements),
    )


def dossier(made: Picture, title: str = TITLE) -> str:
    """The dossier as one HTML document."""
    latest = max((d.last for r in made.readings if (d := _published(r)) and d.last), default=None)
    return render_dossier(
        Dossier(
            readings=made.readings,
            events=made.events,
            disputes=made.disputes,
            statuses=made.statuses,
            treaties=made.treaties,
            names=made.names,
            skipped=made.skipped,
            title=title,
            copies=made.copies,
            bearings=conduct(made.events, made.disputes, made.readings, made.treaties),
            cases=cases(made.events),
            latest=latest,
            filed_then=_filed_on(latest, [s.treaty for s in made.statuses]) if latest else {},
        )
    )


def _published(reading: Reading) -> Interval | None:
    when = reading.article.published
    return when.days() if when else None


def _filed_on(day: dt.date, treaties: Iterable[str]) -> dict[str, str]:
    """Where treaties with a file stood on a day by it alone."""
    question = Question(Terms(load_treaties()), in_sentence, on=day)
    found = {id_: status_of(id_, (), (), question).filed for id_ in treaties if id_ in load_treaties()}
    return {id_: word for id_, word in found.items() if word}


def filed(treaty: Treaty) -> Status:
    """Where a treaty stands by its file alone, when no article speaks of it. Raises PackError."""
    return status_of(treaty.id, (), (), Question(Terms(load_treaties()), in_sentence))


def bodies_of(events: Iterable[Event], readings: Iterable[Reading], world: World) -> dict[str, tuple[str, ...]]:
    """By event, the chambers of parliament on whose act alone a reported ratification rests, by name."""
    ratified = [e for e in events if e.type == "treaty.ratify"]
    wanted = {id_ for e in ratified for id_ in e.claims}
    actors = {c.id: c.actors for r in readings for c in r.claims if c.id in wanted}
    found = {}
    for event in ratified:
        who = dict.fromkeys(a for id_ in event.claims for a in actors.get(id_, ()))
        told = [world.organisations[a].kind if a in world.organisations else "" for a in who]
        if told and all(kind in _CHAMBERS for kind in told):
            found[event.id] = tuple(world.label(a) for a in who)
    return found


def timeline(events: Iterable[Event]) -> tuple[Event, ...]:
    """The dated events that are no speech acts, by their first day, then their last; an open end counts as its day."""
    dated = [
        (days, event)
        for event in events
        if group_of(event.type) == "fact" and event.when and (days := event.when.days()) is not None
    ]
    return tuple(event for _, event in sorted(dated, key=lambda item: (*_ends(item[0]), item[1].type, item[1].id)))


def _ends(days: Interval) -> tuple[str, str]:
    first, last = days.first or days.last, days.last or days.first
    return str(first), str(last)


def _sound(inputs: Iterator[Article | FoedusError]) -> Iterator[Article | FoedusError]:
    """Articles whose every text can be stored and written."""
    while True:
        try:
            item = next(inputs)
        except StopIteration:
            return
        except FoedusError:
            raise
        except Exception as error:
            yield defect(error, "the inputs", "what comes after the last one that was read is left out")
            return
        yield _unicode(item) if isinstance(item, Article) else item


def _spoken(inputs: Iterable[Article | FoedusError], language: str | None) -> Iterator[Article | FoedusError]:
    """What is read in ``language`` because its own could not be told, or because its reader typed it."""
    for item in inputs:
        unsure = isinstance(item, Article) and (item.language is None or (item.id, item.source) == _TYPED)
        yield _respoken(item, language) if language and unsure and isinstance(item, Article) else item


def _respoken(article: Article, language: str) -> Article:
    """The article in another language; a date that was not found is looked for again, in the words of that language."""
    note = f"read as {language}, as told"
    if article.published is not None:
        return msgspec.structs.replace(article, language=language, notes=(*article.notes, note))
    again = article_from_text(
        article.text,
        id=article.id,
        source=article.source,
        language=language,
        title=article.title,
        outlet=article.outlet,
        captions=frozenset(part.span.of(article.text) for part in article.parts if part.kind == "caption"),
    )
    return msgspec.structs.replace(again, notes=tuple(dict.fromkeys((*article.notes, *again.notes, note))))


def _unicode(article: Article) -> Article | InputError:
    """A file's name that is no UTF-8 is written with escapes; a text with half a character is refused."""
    try:
        article.text.encode("utf-8")
    except UnicodeEncodeError as error:
        where = f"{article.id}, character {error.start}"
        return InputError("half a character (a lone surrogate)", where, "mend the text there")
    id_, source = (os.fsencode(name).decode("utf-8", "backslashreplace") for name in (article.id, article.source))
    return (
        article
        if (id_, source) == (article.id, article.source)
        else msgspec.structs.replace(article, id=id_, source=source)
    )


def _extracted(article: Article) -> Reading | FoedusError:
    """The reading; an article without a date is read again with the one that treaty files give it, if they do."""
    try:
        return read_alone(article)
    except FoedusError:
        raise
    except Exception as error:
        return defect(error, article.id, "this article is left out")


def in_sentence(id_: str) -> str:
    """The English name of an id as it stands inside a sentence: "the United States"."""
    name = load_world().label(id_)
    return f"the {name}" if name in wording("en").the else name


def names_of(readings: Sequence[Reading], events: Sequence[Event] = ()) -> dict[str, str]:
    """English names of the states, and of what else occurs, as far as the packs know it."""
    world = load_world()
    ids = set(world.states)
    for reading in readings:
        ids.add(reading.article.outlet or "")
        for claim in reading.claims:
            ids.update(claim.actors, claim.targets, *claim.attribution.chain, (claim.place or "", claim.object or ""))
    for event in events:
        ids.update(event.actors, event.targets, (origin.id for origin in event.origins))
    areas = load_areas()
    return {id_: world.label(id_) for id_ in sorted(ids) if _known(id_, world)} | {
        a: areas.name(a) for a in areas.ids()
    }


def _known(id_: str, world: World) -> bool:
    kind, _, name = id_.rpartition(":")
    if kind == "person":
        return name in world.persons
    if kind == "place":
        return name in world.places
    return id_ in world.states or id_ in world.organisations or id_ in world.outlets
