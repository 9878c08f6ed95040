"""The embedded store: every version of every article and what was read out of it, append-only."""

from foedus.ledger.findings import Found
from foedus.ledger.judgements import now
from foedus.ledger.ledger import Ledger, Stats, Stored, Version
from foedus.ledger.store import is_ledger, open_ledger

__all__ = ["Found", "Ledger", "Stats", "Stored", "Version", "is_ledger", "now", "open_ledger"]
