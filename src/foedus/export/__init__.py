"""Model objects → rows: tables for people, CSV, JSON and JSON Lines."""

from foedus.export.forms import FORMATS, render
from foedus.export.kinds import ARTICLES, CLAIMS, DISPUTES, EVENTS, GAPS, LANGUAGES, STAGES, TREATIES, VERSIONS, Kind
from foedus.export.table import clean, cut, width_of

__all__ = [
    "ARTICLES",
    "CLAIMS",
    "DISPUTES",
    "EVENTS",
    "FORMATS",
    "GAPS",
    "LANGUAGES",
    "STAGES",
    "TREATIES",
    "VERSIONS",
    "Kind",
    "clean",
    "cut",
    "render",
    "width_of",
]
