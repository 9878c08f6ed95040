"""Claims become events: same event, origins, best date, disputes."""

from foedus.reconcile.reconciled import Reconciled, reconcile

__all__ = ["Reconciled", "reconcile"]
