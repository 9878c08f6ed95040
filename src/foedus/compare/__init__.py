"""Two pictures → what changed between them."""

from foedus.compare.compare import Known, compare
from foedus.compare.pairs import paired_events

__all__ = ["Known", "compare", "paired_events"]
