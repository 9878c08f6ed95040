"""Foedus reads news about security treaties and answers with the sentence behind every answer.

As a library: ``import foedus; foedus.picture("articles/")``. The names below are those of ``foedus.api``, which is
loaded when one is first used.
"""

import importlib
from typing import TYPE_CHECKING, Any

from foedus.version import VERSION

if TYPE_CHECKING:
    from foedus.api import (
        Picture,
        as_of,
        cascade,
        claims,
        conduct,
        copies,
        diff,
        disputes,
        dossier,
        duties,
        duties_in_war,
        dyads,
        events,
        fill,
        gaps,
        judge,
        judgements,
        picture,
        series,
        status,
        timeline,
        treaties,
    )

__version__ = VERSION
__all__ = [
    "Picture",
    "as_of",
    "cascade",
    "claims",
    "conduct",
    "copies",
    "diff",
    "disputes",
    "dossier",
    "duties",
    "duties_in_war",
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


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(importlib.import_module("foedus.api"), name)
    raise AttributeError(f"module 'foedus' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
