"""Claims become events: same event, origins, best date, disputes."""

from foedus.reconcile.copying import keys_of, links_of, voices_of
from foedus.reconcile.dating import infer_published
from foedus.reconcile.reconciled import Reconciled, Reconciler, reconcile

__all__ = ["Reconciled", "Reconciler", "infer_published", "keys_of", "links_of", "reconcile", "voices_of"]
