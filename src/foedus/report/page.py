"""Draws the dossier: one file, no network, nothing run that is not named by its hash."""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Final, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from foedus.report.articles import articles_of
from foedus.report.cases import cases_of
from foedus.report.conduct import conduct_of
from foedus.report.copies import copies_of
from foedus.report.disputes import grains_of, splits_of
from foedus.report.dossier import Dossier
from foedus.report.gaps import counts_of, gaps_of
from foedus.report.index import Index
from foedus.report.origins import SHOWN, sources_of
from foedus.report.quantities import panels_of
from foedus.report.reactions import labels, reactions_of
from foedus.report.summary import read_words
from foedus.report.timeline import timeline_of
from foedus.report.treaties import treaties_of
from foedus.report.visible import visible
from foedus.report.wording import wording
from foedus.version import VERSION

_HERE: Final = Path(__file__).resolve().parent


def render_dossier(dossier: Dossier, language: Literal["en"] = "en") -> str:
    """The dossier as one complete HTML document. The same dossier gives the same characters, always."""
    words = wording(language)
    index = Index(dossier, words)
    panels, single = panels_of(index)
    main, mentioned = treaties_of(index)
    style, script = _asset("dossier.css"), _asset("dossier.js")
    view = {
        "version": VERSION,
        "w": words,
        "t": words.text,
        "dossier": dossier,
        "read": read_words(index),
        "main": main,
        "mentioned": mentioned,
        "cases": cases_of(index),
        "conduct": conduct_of(index),
        "timeline": timeline_of(index),
        "panels": panels,
        "single": single,
        "figures": sum(len(s.figures) for p in (*panels, *((single,) if single else ())) for s in p.subjects),
        "splits": splits_of(index),
        "grains": grains_of(index),
        "sources": sources_of(index),
        "shown": SHOWN,
        "copies": copies_of(index),
        "voices": reactions_of(index),
        "kinds": labels(index),
        "articles": articles_of(index),
        "gaps": gaps_of(index),
        "counts": counts_of(index),
        "claims": len(index.claims),
        "gap_total": sum(len(reading.gaps) for reading in dossier.readings),
        "all_hold": all(reading.balance.holds() for reading in dossier.readings),
        "style": style,
        "script": script,
        "policy": f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
    }
    return _environment().get_template("page.html").render(view)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _asset(name: str) -> Markup:
    """A style sheet or script of ours, inlined as it is (no article text ever goes in)."""
    return Markup((_HERE / name).read_text(encoding="utf-8"))  # noqa: S704


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
