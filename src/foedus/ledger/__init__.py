"""The embedded store: every version of every article and what was read out of it, append-only."""

from foedus.ledger.ledger import Ledger, Stats
from foedus.ledger.store import is_ledger, open_ledger

__all__ = ["Ledger", "Stats", "is_ledger", "open_ledger"]
