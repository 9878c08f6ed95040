"""What the commands show people: names for codes, words for verdicts, one line or block each."""

from foedus.cli.tables.answers import answer_lines
from foedus.cli.tables.bearings import bearing_lines
from foedus.cli.tables.candidates import candidate_lines
from foedus.cli.tables.cascades import cascade_lines
from foedus.cli.tables.changes import about_words, change_lines
from foedus.cli.tables.claims import claim_lines
from foedus.cli.tables.copies import copy_lines
from foedus.cli.tables.disputes import dispute_lines
from foedus.cli.tables.events import event_lines
from foedus.cli.tables.gaps import gap_lines
from foedus.cli.tables.index import index_of
from foedus.cli.tables.obligations import obligation_lines, verdict_lines
from foedus.cli.tables.series import series_lines
from foedus.cli.tables.standings import standing_lines
from foedus.cli.tables.statuses import status_lines

__all__ = [
    "about_words",
    "answer_lines",
    "bearing_lines",
    "candidate_lines",
    "cascade_lines",
    "change_lines",
    "claim_lines",
    "copy_lines",
    "dispute_lines",
    "event_lines",
    "gap_lines",
    "index_of",
    "obligation_lines",
    "series_lines",
    "standing_lines",
    "status_lines",
    "verdict_lines",
]
