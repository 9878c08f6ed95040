"""Claims become events: same event, origins, best date, disputes."""

from foedus.reconcile.copying import keys_of, links_of, voices_of
from foedus.reconcile.dating import infer_published
from foedus.reconcile.reconciled import Reconciled, Reconciler, reconcile
from foedus.reconcile.reliability import papers_of, rated

__all__ = [
    "Reconciled",
    "Reconciler",
    "infer_published",
    "keys_of",
    "links_of",
    "papers_of",
    "rated",
    "reconcile",
    "voices_of",
]
