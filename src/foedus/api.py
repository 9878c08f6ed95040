"""Foedus as a library, with the verbs of the command line; every answer is made of model objects.

A ``source`` is a path, a folder, a pattern, a ledger's file, a list of paths, or a Picture made before (which saves
reading twice). What cannot be read is a warning, as long as something can; else InputError is raised. ``language`` is
that of articles whose own could not be told.
"""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from foedus import __version__, answers, arguments, asof, casus, kept, norms, pipeline, pledges, wars
from foedus.compare import compare
from foedus.datasets import Imported, import_tables, write_pack
from foedus.export import write_whole
from foedus.holdings import holdings_of
from foedus.judging import drafted, read_judgements
from foedus.ledger import Stats, is_ledger, now, open_ledger
from foedus.model import (
    Answer,
    Attack,
    Basis,
    Bearing,
    Cascade,
    Change,
    Claim,
    Copy,
    Dispute,
    DyadYear,
    Event,
    FoedusError,
    Gap,
    InputError,
    Judgement,
    Obligation,
    Reading,
    Series,
    Status,
    Treaty,
    UsageError,
)
from foedus.model.judgement import Kind
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.pipeline import Picture
from foedus.select import Filter, find_treaty, treaties_in
from foedus.standing import status_on
from foedus.upkeep import refresh
from foedus.verify import Lookup

__all__ = [
    "Picture",
    "as_of",
    "cascade",
    "check",
    "claims",
    "conduct",
    "copies",
    "diff",
    "disputes",
    "dossier",
    "duties",
    "dyads",
    "events",
    "fill",
    "gaps",
    "judge",
    "judgements",
    "picture",
    "series",
    "status",
    "timeline",
    "treaties",
]
Source = str | Path | Sequence[str | Path] | Picture
Words = str | Sequence[str]


def picture(
    source: Source, *, language: str | None = None, judgements: str | Path | Sequence[Judgement] = ()
) -> Picture:
    """All that is known from the articles: readings, claims, events, disputes, statuses.

    ``judgements`` are what people decided, or a file of them; a ledger and a Picture have their own.
    """
    if isinstance(source, Picture) and language is None:
        return source
    if isinstance(source, str | Path) and is_ledger(source) and language is None:
        with open_ledger(source) as ledger:
            return pipeline.stored(ledger)
    readings, skipped = _readings(source, language)
    judged = read_judgements(judgements) if isinstance(judgements, str | Path) else tuple(judgements)
    return pipeline.picture(readings, skipped, judged)


def check(
    sentences: Words,
    source: Source,
    *,
    language: str | None = None,
    on: str | None = None,
    treaty: str | None = None,
) -> tuple[Answer, ...]:
    """Each sentence held against the articles: its verdict, the reason, and the evidence on both sides.

    ``language`` is that of the sentences, else it is told for each; ``on`` the day that they call today (2024-11-13);
    ``treaty`` the one meant where none is named. Raises UsageError for what is no sentence of a language with a pack.
    """
    known, day = pipeline.known_language(language) if language else None, answers.day(on)
    said = (sentences,) if isinstance(sentences, str) else sentences
    with _lookup(source) as lookup:
        names = {id_: load_world().label(id_) for id_ in lookup.treaties(())}
        id_ = find_treaty(treaty, load_treaties(), names) if treaty else None
        return tuple(answers.answer(sentence, lookup, language=known, on=day, treaty=id_) for sentence in said)


@contextmanager
def _lookup(source: Source) -> Iterator[Lookup]:
    """A ledger answers from what it keeps; a picture is made of anything else."""
    if isinstance(source, str | Path) and is_ledger(source):
        with kept.opened(source) as lookup:
            yield lookup
    else:
        yield kept.index_of(picture(source))


def claims(
    source: Source,
    *,
    type: Words = (),  # noqa: A002 (the field's name)
    actor: Words = (),
    treaty: str | None = None,
    article: Words = (),
    language: str | None = None,
) -> tuple[Claim, ...]:
    """Every claim that passes the filters, by article and place in the text."""
    found = tuple(claim for reading in _readings(source, language)[0] for claim in reading.claims)
    return _filter(type, actor, treaty, article, found).of(found, load_world())


def gaps(source: Source, *, language: str | None = None) -> tuple[Gap, ...]:
    """What was noticed and not read."""
    return tuple(gap for reading in _readings(source, language)[0] for gap in reading.gaps)


def events(
    source: Source,
    *,
    type: Words = (),  # noqa: A002 (the field's name)
    actor: Words = (),
    treaty: str | None = None,
    article: Words = (),
    language: str | None = None,
) -> tuple[Event, ...]:
    """What is said to have happened, each event with its claims and independent origins."""
    found = picture(source, language=language).events
    return _filter(type, actor, treaty, article, found).of(found, load_world())


def disputes(source: Source, *, language: str | None = None) -> tuple[Dispute, ...]:
    """Where the reports part."""
    return picture(source, language=language).disputes


def copies(source: Source, *, language: str | None = None) -> tuple[Copy, ...]:
    """Who copied whom, with the passages, and who credits the same source."""
    return picture(source, language=language).copies


def series(source: Source, *, language: str | None = None) -> tuple[Series, ...]:
    """Figures of one thing over time: troops in a region, losses, deliveries so far."""
    return picture(source, language=language).series


def timeline(
    source: Source,
    *,
    type: Words = (),  # noqa: A002 (the field's name)
    actor: Words = (),
    treaty: str | None = None,
    article: Words = (),
    language: str | None = None,
) -> tuple[Event, ...]:
    """The dated events that are no speech acts, in the order of their days."""
    found = events(source, type=type, actor=actor, treaty=treaty, article=article, language=language)
    return pipeline.timeline(found)


def status(
    treaty: str, source: Source = (), *, on: str | None = None, known: str | None = None, language: str | None = None
) -> Status:
    """Where a treaty stands: as reported by the articles, and as filed. Without a source, as filed alone.

    ``on`` is the day asked for (2024-11-20), ``known`` the day until which acts were public and articles were out.
    ``treaty`` is an id or a part of a name that fits one treaty only; else UsageError is raised, as for a day before
    the first act.
    """
    day, public = (arguments.day(text, name) if text else None for text, name in ((on, "on"), (known, "known")))
    if source and known:
        made = as_of(known, source, language=language)
    else:
        made = picture(source, language=language) if source else pipeline.picture(())
    id_ = find_treaty(treaty, made.treaties, {s.treaty: s.name for s in made.statuses})
    return status_on(id_, day, public, made)


def duties(
    attack: str,
    on: str,
    *,
    places: Words = (),
    given: Words = (),
    known: str | None = None,
    basis: Basis = "in-force",
) -> tuple[Obligation, ...]:
    """Who owes what to whom if ``A:B``, A attacks B, on a day (2025-01-10); ``given`` as ``unprovoked=yes``.

    Raises UsageError for a state, place or condition that no pack knows, or a state that did not exist.
    """
    return casus.duties(_attack(attack, on, places, given, known, basis))


def duties_in_war(
    war: str, *, places: Words = (), given: Words = (), known: str | None = None, basis: Basis = "in-force"
) -> tuple[casus.Case, ...]:
    """What the attacks of a war of the packs set off, each duty under the first that did; by the days of the fights.

    ``war`` is an id, a number or a part of a name that fits one war only; else UsageError is raised. ``places``
    are where all of it was fought, the other keywords as for ``duties``.
    """
    where, holding = _words(places), _words(given)
    asked = arguments.day(known, "known") if known else None
    return wars.cases(wars.find_war(war), asked, basis, places=where, given=holding)


def cascade(
    attack: str,
    on: str,
    *,
    places: Words = (),
    given: Words = (),
    known: str | None = None,
    basis: Basis = "in-force",
) -> Cascade:
    """Who is drawn into the war that ``A:B`` begins, round by round; keywords and errors as for ``duties``."""
    return casus.cascade(_attack(attack, on, places, given, known, basis))


def conduct(source: Source, *, treaty: str | None = None, language: str | None = None) -> tuple[Bearing, ...]:
    """How reported events bear on the norms in force on their day, of all treaties on file or of one; by day.

    ``treaty`` as for ``status``. What is reported is not found to be so: each bearing has its origins and its ground.
    """
    made = picture(source, language=language)
    id_ = find_treaty(treaty, made.treaties, {s.treaty: s.name for s in made.statuses}) if treaty else None
    return norms.conduct(made.events, made.disputes, made.readings, made.treaties, id_)


def dyads(first: int, last: int, *, treaties: Words = (), basis: Basis = "in-force") -> tuple[DyadYear, ...]:
    """What each state owed each other one in the years from ``first`` to ``last``, by the treaties on file.

    ``treaties`` are ids or patterns (``ATOP_*``). Raises UsageError for one that fits none.
    """
    return tuple(pledges.dyads(first, last, (treaties,) if isinstance(treaties, str) else treaties, basis))


def import_dataset(dataset: str, paths: str | Path | Sequence[str | Path], folder: str | Path) -> Imported:
    """Makes a pack folder of the tables of ``atop`` or ``cow``; what was left out is a warning.

    Raises InputError when no table of alliances is among the files, or the folder cannot be written.
    """
    made = import_tables(dataset, _listed(paths))
    for fault in made.faults:
        warnings.warn(str(fault), stacklevel=2)
    write_pack(made, folder, dataset)
    return made


def _attack(attack: str, on: str, places: Words, given: Words, known: str | None, basis: Basis) -> Attack:
    where, holding = _words(places), _words(given)
    asked = arguments.day(known, "known") if known else None
    return casus.attack_of(attack, arguments.day(on, "on"), places=where, given=holding, known=asked, basis=basis)


def dossier(
    source: Source,
    output: str | Path = "dossier.html",
    *,
    title: str = pipeline.TITLE,
    language: str | None = None,
) -> Path:
    """Writes the dossier, one HTML file that needs nothing else, and gives its path back."""
    write_whole(output, [pipeline.dossier(picture(source, language=language), title)])
    return Path(output)


def as_of(date: str, source: Source, *, language: str | None = None) -> Picture:
    """The picture from what was published until a day, month or year (``2024-11-09``, ``2024-11``, ``2024``).

    An article of which nothing tells that it was out by then is left out. Raises UsageError for no date.
    """
    day = asof.day_of(date)
    if isinstance(source, str | Path) and is_ledger(source) and language is None:
        with open_ledger(source) as ledger:
            return asof.as_of_ledger(day, ledger).picture
    judged = source.judgements if isinstance(source, Picture) else ()
    return asof.as_of(day, _readings(source, language)[0], judged).picture


def diff(
    old: Source, new: Source | None = None, *, since: str | None = None, run: int | None = None
) -> tuple[Change, ...]:
    """What changed from one source to the other; with one source, since a day, or since a run of a ledger.

    Raises UsageError when there is nothing, or too much, to compare with.
    """
    if (new is not None) + (since is not None) + (run is not None) != 1:
        raise UsageError("one thing to compare with is needed", mend="give new, since or run")
    if new is not None:
        return compare(picture(old), picture(new))
    if since is not None:
        return compare(as_of(since, old), picture(old))
    if not isinstance(old, str | Path) or not is_ledger(old):
        raise UsageError("a run of what is no ledger", mend="give the file of a ledger")
    with open_ledger(old) as ledger:
        return compare(asof.after_run(run or 0, ledger), pipeline.stored(ledger))


def judge(ledger: str | Path, kind: Kind, *subjects: str, author: str, reason: str) -> Judgement:
    """Keeps in a ledger what a person decides; gives it back with its number.

    ``kind`` is ``merge`` (two events or more), ``split`` (claims out of their event), ``verdict`` (a dispute and the
    verdict on it), ``reject`` (claims or events) or ``revoke`` (the number of a judgement). Raises UsageError for what
    cannot be judged so, InputError for an id that is not there.
    """
    with open_ledger(ledger, foedus=__version__) as store:
        kept = store.judge(drafted(kind, subjects, holdings_of(store), author, reason, now()))
        refresh(store)
        return kept


def judgements(ledger: str | Path) -> tuple[Judgement, ...]:
    """What people decided, by number, those revoked among them."""
    with open_ledger(ledger) as store:
        return store.judgements.all()


def treaties() -> dict[str, Treaty]:
    """The treaty files by id."""
    return load_treaties()


def fill(ledger: str | Path, paths: str | Path | Sequence[str | Path], *, language: str | None = None) -> Stats:
    """Reads the articles into a ledger, made where there is none; what it holds afterwards."""
    known = pipeline.known_language(language) if language else None
    with open_ledger(ledger, create=True, foedus=__version__) as store:
        for outcome in pipeline.fill(pipeline.read(_listed(paths), language=known), store):
            if isinstance(outcome, FoedusError):
                warnings.warn(str(outcome), stacklevel=2)
        refresh(store)
        return store.stats()


def _readings(source: Source, language: str | None) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """The readings, and one line for each input that could not be read. Raises InputError when none could.

    Raises UsageError for a language without a pack, or for any with what was read before.
    """
    known = pipeline.known_language(language) if language else None
    stored = isinstance(source, str | Path) and is_ledger(source)
    if known and (stored or isinstance(source, Picture)):
        raise UsageError("a language for articles that were read before", mend="give it where they are read")
    if isinstance(source, Picture):
        return source.readings, source.skipped
    if isinstance(source, str | Path) and stored:
        with open_ledger(source) as ledger:
            return tuple(ledger.readings()), ()
    readings: list[Reading] = []
    errors: list[FoedusError] = []
    for outcome in pipeline.read(_listed(source), language=known):
        if isinstance(outcome, FoedusError):
            errors.append(outcome)
        else:
            readings.append(outcome)
    if not readings:
        raise errors[0] if errors else InputError("no article", str(source), "give files, folders or a ledger")
    for error in errors:
        warnings.warn(str(error), stacklevel=4)
    return tuple(readings), tuple(map(str, errors))


def _listed(paths: str | Path | Sequence[str | Path]) -> list[str | Path]:
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _filter(type_: Words, actor: Words, treaty: str | None, article: Words, items: Sequence[Claim | Event]) -> Filter:
    id_ = find_treaty(treaty, load_treaties(), treaties_in(items)) if treaty else None
    return Filter(_words(type_), _words(actor), id_, _words(article))


def _words(value: Words) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
