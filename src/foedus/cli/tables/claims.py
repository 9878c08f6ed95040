"""Claims as a table: one line each, with as much of the evidence as fits."""

from collections.abc import Sequence

from foedus.cli.tables.cells import NAMES, WHOLE, Column, about, act, amount, laid_out, short_ids, source, when, who
from foedus.model import Claim
from foedus.report.index import Index


def claim_lines(claims: Sequence[Claim], index: Index, width: int | None) -> list[str]:
    """What is claimed ("not" where it is denied or negated), by whom to whom, how many, when, on whose word."""
    return laid_out(
        (
            Column("id", short_ids([c.id for c in claims]), least=WHOLE),
            Column("claim", [act(c) for c in claims], least=24),
            Column("who", [who(c.actors, c.targets, index) for c in claims]),
            Column("object", [about(c.object, index) for c in claims], NAMES),
            Column("quantity", [amount(c.quantity, index) for c in claims], below=True),
            Column("when", [when(c.when, index) for c in claims], least=10),
            Column("source", [source(c.attribution, index) for c in claims], NAMES, below=True),
            Column("article", [c.article for c in claims], WHOLE, below=True),
            Column("evidence", [c.evidence.text for c in claims], below=True),
        ),
        width,
    )
