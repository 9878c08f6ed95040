"""Claims become events: same event, origins, best date, disputes."""

from foedus.reconcile.copying import links_of, looked_up, voices_of
from foedus.reconcile.dating import infer_published
from foedus.reconcile.known import by_then, embodied
from foedus.reconcile.misdated import ahead_of_all, misdated
from foedus.reconcile.reconciled import Reconciled, Reconciler, reconcile
from foedus.reconcile.reliability import papers_of, rated
from foedus.reconcile.subjects import Key, Named, about, joint, named, named_by

__all__ = [
    "Key",
    "Named",
    "Reconciled",
    "Reconciler",
    "about",
    "ahead_of_all",
    "by_then",
    "embodied",
    "infer_published",
    "joint",
    "links_of",
    "looked_up",
    "misdated",
    "named",
    "named_by",
    "papers_of",
    "rated",
    "reconcile",
    "voices_of",
]
