"""Model objects → rows: tables for people, CSV, JSON and JSON Lines."""

from foedus.export.copies import CopyText, PassageText, copy_rows, copy_text
from foedus.export.forms import FORMATS, render
from foedus.export.kinds import (
    ANSWERS,
    ARTICLES,
    CHANGES,
    CLAIMS,
    COPIES,
    DISPUTES,
    DYADS,
    EVENTS,
    GAPS,
    JUDGEMENTS,
    LANGUAGES,
    SERIES,
    STATUSES,
    TREATIES,
    VERSIONS,
    Kind,
    Language,
    article_record,
)
from foedus.export.table import cell, clean, cut, table, width_of
from foedus.export.whole import write_whole

__all__ = [
    "ANSWERS",
    "ARTICLES",
    "CHANGES",
    "CLAIMS",
    "COPIES",
    "DISPUTES",
    "DYADS",
    "EVENTS",
    "FORMATS",
    "GAPS",
    "JUDGEMENTS",
    "LANGUAGES",
    "SERIES",
    "STATUSES",
    "TREATIES",
    "VERSIONS",
    "CopyText",
    "Kind",
    "Language",
    "PassageText",
    "article_record",
    "cell",
    "clean",
    "copy_rows",
    "copy_text",
    "cut",
    "render",
    "table",
    "width_of",
    "write_whole",
]
