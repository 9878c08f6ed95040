"""Model objects → rows: tables for people, CSV, JSON and JSON Lines."""

from foedus.export.forms import FORMATS, render
from foedus.export.kinds import (
    ANSWERS,
    ARTICLES,
    CLAIMS,
    DISPUTES,
    EVENTS,
    GAPS,
    JUDGEMENTS,
    LANGUAGES,
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
    "CLAIMS",
    "DISPUTES",
    "EVENTS",
    "FORMATS",
    "GAPS",
    "JUDGEMENTS",
    "LANGUAGES",
    "TREATIES",
    "VERSIONS",
    "Kind",
    "Language",
    "article_record",
    "cell",
    "clean",
    "cut",
    "render",
    "table",
    "width_of",
    "write_whole",
]
