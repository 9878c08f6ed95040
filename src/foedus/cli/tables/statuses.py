"""Statuses as a table: one line for each treaty."""

from collections.abc import Sequence

from foedus.cli.tables.cells import WHOLE, Column, laid_out
from foedus.model import Status


def status_lines(statuses: Sequence[Status], width: int | None) -> list[str]:
    """Where each treaty stands, as reported beside as filed."""
    return laid_out(
        (
            Column("treaty", [s.treaty for s in statuses], WHOLE, least=20),
            Column("name", [s.name for s in statuses]),
            Column("reported", [s.reported for s in statuses], least=12),
            Column("since", [s.reported_since or "" for s in statuses], least=10),
            Column("filed", [s.filed or "" for s in statuses]),
            Column("filed since", [s.filed_since or "" for s in statuses]),
        ),
        width,
    )
