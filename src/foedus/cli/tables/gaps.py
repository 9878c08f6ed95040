"""Gaps as a table: one line each, never a whole article."""

from collections.abc import Sequence

from foedus.cli.tables.cells import WHOLE, Column, laid_out
from foedus.model import Gap


def gap_lines(gaps: Sequence[Gap], width: int | None) -> list[str]:
    """What was noticed and not read, why, and where."""
    return laid_out(
        (
            Column("article", [g.article for g in gaps], WHOLE, below=True),
            Column("reason", [g.reason for g in gaps], least=WHOLE),
            Column("detail", [g.detail for g in gaps], WHOLE),
            Column("evidence", [g.evidence.text for g in gaps], below=True),
        ),
        width,
    )
