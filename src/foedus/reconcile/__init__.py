"""Claims become events: same event, origins, best date, disputes."""

from foedus.reconcile.dating import infer_published
from foedus.reconcile.reconciled import Reconciled, reconcile

__all__ = ["Reconciled", "infer_published", "reconcile"]
