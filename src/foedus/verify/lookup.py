"""What verification asks of a ledger: never all of it, only what stands under the keys of a claim."""

from collections.abc import Sequence
from typing import Protocol

from foedus.model import Dispute, Event, Testimony


class Lookup(Protocol):
    """Finds events by key (see ``keys``), their claims as testimonies, and their disputes."""

    def events(self, key: str, most: int | None = None) -> Sequence[Event]:
        """The events under a key, in the order of their ids, no more than ``most``; none for an unknown key."""

    def testimonies(self, event: Event) -> Sequence[Testimony]:
        """The claims of an event, each with its sentence, in the order of their ids."""

    def sentences(self, article: str) -> Sequence[Testimony]:
        """Every sentence of an article by itself, in the order of the text; none for an unknown article."""

    def disputes(self, event: Event) -> Sequence[Dispute]:
        """The disputes that the event names."""

    def treaties(self, parties: Sequence[str]) -> Sequence[str]:
        """Ids of the treaties that events speak of, those with most claims first.

        With ``parties`` (principals) only those of which an event names each of them, or whose id does.
        """
