"""The embedded store: every version of every article and what was read out of it, append-only."""

from foedus.ledger.judgements import now
from foedus.ledger.ledger import Ledger, Stats, Stored
from foedus.ledger.store import is_ledger, open_ledger

__all__ = ["Ledger", "Stats", "Stored", "is_ledger", "now", "open_ledger"]
