"""Claims become events: same event, origins, best date, disputes."""

from foedus.reconcile.dating import infer_published
from foedus.reconcile.reconciled import Reconciled, Reconciler, reconcile

__all__ = ["Reconciled", "Reconciler", "infer_published", "reconcile"]
