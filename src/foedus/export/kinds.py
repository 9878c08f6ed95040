"""What can be exported: for each kind its record (JSON), its rows (CSV) and the columns of its table."""

from collections.abc import Callable, Iterator
from typing import Any, Final, Generic, TypeVar

import msgspec

from foedus.export import rows
from foedus.export.bearings import COLUMNS as _BEARING_COLUMNS
from foedus.export.bearings import bearing_rows
from foedus.export.copies import CopyText, copy_rows
from foedus.export.series import series_rows
from foedus.model import (
    Answer,
    Bearing,
    Candidate,
    Change,
    Claim,
    Dispute,
    DyadYear,
    Event,
    Gap,
    Judgement,
    Reading,
    Series,
    Status,
    Treaty,
)
from foedus.model.step import steps_of

T = TypeVar("T")


class Kind(msgspec.Struct, Generic[T], frozen=True):
    """``columns`` head the CSV, ``shown`` the table (none: all of them); ``record`` gives what goes into JSON."""

    name: str
    rows: Callable[[T], Iterator[rows.Row]]
    columns: tuple[str, ...]
    shown: tuple[str, ...]
    record: Callable[[T], Any] = lambda item: item


class Language(msgspec.Struct, frozen=True):
    """A language pack and how much it holds."""

    code: str
    triggers: int
    verbs: int
    nouns: int
    names: int


def article_record(reading: Reading) -> dict[str, Any]:
    """An article without its text, and its counts."""
    article, balance = reading.article, reading.balance
    return {
        "id": article.id,
        "language": article.language,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "dating": steps_of(article.notes),
        "source": article.source,
        "digest": article.digest,
        "notes": article.notes,
        "sentences": balance.sentences,
        "with_claims": balance.with_claims,
        "with_gaps": balance.with_gaps,
        "without": balance.without,
        "claims": len(reading.claims),
        "gaps": len(reading.gaps),
        "furniture": balance.furniture,
    }


def _version_rows(item: tuple[int, Reading]) -> Iterator[rows.Row]:
    number, reading = item
    for row in rows.article_rows(reading):
        yield {"id": row["id"], "version": str(number), **{k: v for k, v in row.items() if k != "id"}}


def _version_record(item: tuple[int, Reading]) -> dict[str, Any]:
    number, reading = item
    return {"version": number, **article_record(reading)}


def _treaty_record(known: tuple[Treaty, Status]) -> dict[str, Any]:
    treaty, status = known
    return {
        "treaty": treaty,
        "name": status.name,
        "status": status.filed,
        "since": status.filed_since,
        "because": status.filed_because,
    }


def _judgement_record(known: tuple[Judgement, str]) -> dict[str, Any]:
    judgement, state = known
    return {**msgspec.structs.asdict(judgement), "state": state}


_DIGITS: Final[dict[str, str]] = {"met": "1", "unmet": "0", "open": "?"}


def _dyad_rows(known: tuple[DyadYear, int | None, int | None]) -> Iterator[rows.Row]:
    dyad, cow, cow_other = known
    yield {
        **{name: _DIGITS.get(value, str(value)) for name, value in msgspec.structs.asdict(dyad).items()},
        "cow": "" if cow is None else str(cow),
        "cow_other": "" if cow_other is None else str(cow_other),
    }


def _dyad_record(known: tuple[DyadYear, int | None, int | None]) -> dict[str, Any]:
    dyad, cow, cow_other = known
    return {**msgspec.structs.asdict(dyad), "cow": cow, "cow_other": cow_other}


def _candidate_rows(pair: Candidate) -> Iterator[rows.Row]:
    yield {
        "one": pair.one,
        "other": pair.other,
        "type": pair.type,
        "similarity": f"{pair.similarity:.3f}",
        "apart": rows.joined(pair.apart),
        "sentence_one": pair.sentences[0],
        "sentence_other": pair.sentences[1],
    }


def _change_record(known: tuple[Change, str]) -> dict[str, Any]:
    change, about = known
    return {**msgspec.structs.asdict(change), "about": about}


def _language_rows(language: Language) -> Iterator[rows.Row]:
    yield {name: str(value) for name, value in msgspec.structs.asdict(language).items()}


_CLAIM_COLUMNS = (
    "id article type actors targets object quantity_low quantity_high quantity_comparator quantity_unit quantity_kind "
    "quantity_text place when when_granularity when_text when_basis source source_kind source_cue modality polarity "
    "provision_kind provision_field provision_condition start end evidence origin because"
)
_EVENT_COLUMNS = (
    "id type actors targets object place when when_granularity when_text when_basis modality polarity claims articles "
    "origins claim_ids article_ids origin_ids disputes because corroboration reliability interests rejected judgements"
)
_COPY_COLUMNS = (
    "earlier later kind share source earlier_start earlier_end earlier_text later_start later_end later_text"
)
_ARTICLE_COLUMNS = (
    "id language outlet published dating sentences with_claims with_gaps without claims gaps furniture "
    "title source digest notes"
)
_ARTICLE_SHOWN = "id language outlet published sentences claims gaps furniture dating"


def _kind(
    name: str,
    of: Callable[[T], Iterator[rows.Row]],
    columns: str,
    shown: str = "",
    record: Callable[[T], Any] = lambda item: item,
) -> Kind[T]:
    return Kind(name, of, tuple(columns.split()), tuple((shown or columns).split()), record)


CLAIMS: Final[Kind[Claim]] = _kind("claims", rows.claim_rows, _CLAIM_COLUMNS)
GAPS: Final[Kind[Gap]] = _kind("gaps", rows.gap_rows, "article reason detail start end evidence")
EVENTS: Final[Kind[Event]] = _kind("events", rows.event_rows, _EVENT_COLUMNS)
BEARINGS: Final[Kind[Bearing]] = _kind("bearings", bearing_rows, _BEARING_COLUMNS)
COPIES: Final[Kind[CopyText]] = _kind("copies", copy_rows, _COPY_COLUMNS)
CANDIDATES: Final[Kind[Candidate]] = _kind(
    "candidates", _candidate_rows, "one other type similarity apart sentence_one sentence_other"
)
DISPUTES: Final[Kind[Dispute]] = _kind(
    "disputes", rows.dispute_rows, "id event field verdict value claims origins claim_ids reason by_rule judgements"
)
SERIES: Final[Kind[Series]] = _kind(
    "series",
    series_rows,
    "id type actors targets object place unit kind as_of low high comparator text origins claim_ids event_ids",
)
ARTICLES: Final[Kind[Reading]] = _kind("articles", rows.article_rows, _ARTICLE_COLUMNS, _ARTICLE_SHOWN, article_record)
VERSIONS: Final[Kind[tuple[int, Reading]]] = _kind(
    "versions",
    _version_rows,
    _ARTICLE_COLUMNS.replace("id", "id version", 1),
    "id version language outlet published claims gaps digest",
    _version_record,
)
TREATIES: Final[Kind[tuple[Treaty, Status]]] = _kind(
    "treaties",
    rows.treaty_rows,
    "id name parties status since duties acts sources",
    "id name status since parties",
    _treaty_record,
)
JUDGEMENTS: Final[Kind[tuple[Judgement, str]]] = _kind(
    "judgements",
    rows.judgement_rows,
    "number time author kind state subjects field verdict revokes articles claim_ids reason",
    "number time author kind state subjects reason",
    _judgement_record,
)
ANSWERS: Final[Kind[Answer]] = _kind(
    "answers",
    rows.answer_rows,
    "sentence language verdict reason claim_type claim_verdict claim_reason backing opposing origins opposing_origins "
    "open events disputes unread assumed filed",
)
CHANGES: Final[Kind[tuple[Change, str]]] = _kind(
    "changes", rows.change_rows, "subject change id field before after other about", "", _change_record
)
STATUSES: Final[Kind[Status]] = _kind(
    "statuses", rows.status_rows, "treaty name parties reported reported_since filed filed_since"
)
DYADS: Final[Kind[tuple[DyadYear, int | None, int | None]]] = _kind(
    "dyads",
    _dyad_rows,
    "state other cow cow_other year defense offense neutrality nonaggression consultation",
    record=_dyad_record,
)
LANGUAGES: Final[Kind[Language]] = _kind("languages", _language_rows, "code triggers verbs nouns names")
