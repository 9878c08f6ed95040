"""Reconciled: what the claims of many articles come to."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import msgspec

from foedus.model import Dispute, Event, Filing, Imprint, Reading, Treaty
from foedus.packs.world import World, load_world
from foedus.reconcile.blocks import Blocks
from foedus.reconcile.copying import imprint_of, links_of, outlets_of, voices_of
from foedus.reconcile.corroboration import appraised
from foedus.reconcile.counts import counts_in_dispute
from foedus.reconcile.dates import dates_in_dispute
from foedus.reconcile.denials import denials, hardened
from foedus.reconcile.filings import filings_of
from foedus.reconcile.happenings import Makers, event_of, ids_of, link_plans
from foedus.reconcile.interest import Stakes, foes_of
from foedus.reconcile.items import PrincipalOf, items_of
from foedus.reconcile.locations import locations_in_dispute
from foedus.reconcile.matching import clusters_of
from foedus.reconcile.origins import VoiceOf, witnesses_of
from foedus.reconcile.sites import Sites


class Reconciled(msgspec.Struct, frozen=True):
    """Every claim is in one event; a dispute names its event, and every event its disputes. In order of their ids."""

    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]


class Reconciler:
    """Files claims by families, and makes events and disputes of one family at a time.

    ``principal`` gives the state or organisation that an id acts for, ``treaties`` the files by id. ``world`` says in
    which state a place lies and what outlets are called; without it, the packs of Foedus.
    """

    def __init__(self, principal: PrincipalOf, treaties: Mapping[str, Treaty], world: World | None = None) -> None:
        self._principal, self._treaties = principal, treaties
        self._world = world or load_world()
        self._sites, self._outlets = Sites(self._world), outlets_of(self._world)
        self._blocks = Blocks(self._sites, treaties)

    def filings(self, reading: Reading) -> tuple[Filing, ...]:
        """The claims of an article, each with its family."""
        return filings_of(reading, self._principal, self._blocks)

    def imprint(self, reading: Reading) -> Imprint:
        """What is kept of an article to know its copies."""
        return imprint_of(reading, self._outlets)

    def family(self, filings: Iterable[Filing], voices: VoiceOf) -> Reconciled:
        """Events and disputes of all the claims of one family; the order of the filings does not matter."""
        filings = tuple(filings)
        clusters = clusters_of(items_of(filings, self._principal), self._blocks.slot)
        makers = Makers(self._blocks, self._treaties, self._principal, lambda items: witnesses_of(items, voices))
        made = [makers.happening(id_, c) for id_, c in zip(ids_of(clusters), clusters, strict=True)]
        link_plans(clusters, made)
        disputes = chain(
            dates_in_dispute(made, self._treaties),
            counts_in_dispute(made, self._principal),
            locations_in_dispute(made, self._sites),
            denials(made),
            hardened(made),
        )
        found = sorted(disputes, key=lambda d: (d.id, d.reason))
        outlets = {voice.origin: voice.outlet for voice in map(voices, {f.claim.article for f in filings})}
        stakes = Stakes(self._blocks, self._treaties, self._principal, outlets.get, foes_of(made))
        events = (appraised(event_of(one, self._sites), one, stakes) for one in made)
        return Reconciled(tuple(sorted(events, key=lambda e: e.id)), tuple(found))


def reconcile(readings: Sequence[Reading], reconciler: Reconciler) -> Reconciled:
    """Gather the claims of many articles into events and disputes; the order of the readings does not matter."""
    # Of two articles of one id the claims of both count; copies are told of the first.
    readings = sorted(readings, key=lambda r: (r.article.id, r.article.digest, r.article.text))
    imprints = {i.article: i for i in map(reconciler.imprint, reversed(readings))}
    voices = voices_of(imprints.values(), links_of(imprints.values()))
    families: dict[str, list[Filing]] = {}
    for filing in chain.from_iterable(map(reconciler.filings, readings)):
        families.setdefault(filing.family, []).append(filing)
    made = [reconciler.family(families[key], voices.__getitem__) for key in sorted(families)]
    return Reconciled(
        tuple(sorted(chain.from_iterable(one.events for one in made), key=lambda e: e.id)),
        tuple(sorted(chain.from_iterable(one.disputes for one in made), key=lambda d: (d.id, d.reason))),
    )
