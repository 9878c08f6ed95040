"""The report's look-ups (names, wording, claims, events, disputes), for the tables of the command line."""

from collections.abc import Sequence

from foedus import pipeline
from foedus.model import Reading
from foedus.packs.treaties import load_treaties
from foedus.report import Dossier
from foedus.report.index import Index
from foedus.report.wording import wording


def index_of(known: pipeline.Picture | Sequence[Reading]) -> Index:
    """Look-ups over a picture, or over readings alone, which costs no reconciling. Raises PackError."""
    made = known if isinstance(known, pipeline.Picture) else None
    readings = tuple(made.readings if made else known)  # type: ignore[arg-type]
    index = Index(
        Dossier(
            readings=readings,
            events=made.events if made else (),
            disputes=made.disputes if made else (),
            statuses=made.statuses if made else (),
            treaties=made.treaties if made else load_treaties(),
            names=made.names if made else pipeline.names_of(readings),
            skipped=(),
            title="",
        ),
        wording("en"),
    )
    # The dossier numbers its articles; here each goes by its own name.
    index.number = {}
    return index
