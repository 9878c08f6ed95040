"""A sentence held against what the reports say: claims and the events that can speak to them → answers."""

from foedus.verify.keys import keys_of
from foedus.verify.lookup import Lookup
from foedus.verify.memory import MemoryIndex
from foedus.verify.sentence import Told, verify

__all__ = ["Lookup", "MemoryIndex", "Told", "keys_of", "verify"]
