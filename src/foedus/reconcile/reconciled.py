"""Reconciled: what the claims of many articles come to."""

from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec

from foedus.model import Dispute, Event, Reading, Treaty
from foedus.packs.world import World, load_world
from foedus.reconcile.blocks import Blocks
from foedus.reconcile.copying import Copying
from foedus.reconcile.counts import counts_in_dispute
from foedus.reconcile.dates import dates_in_dispute
from foedus.reconcile.denials import denials, hardened
from foedus.reconcile.happenings import Makers, event_of, ids_of, link_plans
from foedus.reconcile.items import PrincipalOf, items_of
from foedus.reconcile.locations import locations_in_dispute
from foedus.reconcile.matching import clusters_of
from foedus.reconcile.origins import witnesses_of
from foedus.reconcile.sentences import Sentences
from foedus.reconcile.sites import Sites


class Reconciled(msgspec.Struct, frozen=True):
    """Every claim is in one event; a dispute names its event, and every event its disputes. In order of their ids."""

    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]


def reconcile(
    readings: Sequence[Reading],
    principal: PrincipalOf,
    treaties: Mapping[str, Treaty],
    world: World | None = None,
) -> Reconciled:
    """Gather the claims of many articles into events and disputes; the order of the readings does not matter.

    ``principal`` gives the state or organisation that an id acts for, ``treaties`` the files by id. ``world`` says in
    which state a place lies and what outlets are called; without it, the packs of Foedus.
    """
    readings = sorted(readings, key=lambda r: (r.article.id, r.article.digest, r.article.text))
    world = world or load_world()
    sites, copying, sentences = Sites(world), Copying(readings, world), Sentences(readings)
    blocks = Blocks(sites, treaties)
    clusters = clusters_of(items_of(readings, principal), blocks.slot)
    makers = Makers(blocks, treaties, principal, lambda items: witnesses_of(items, copying, sentences))
    made = [makers.happening(id_, c) for id_, c in zip(ids_of(clusters), clusters, strict=True)]
    link_plans(clusters, made)
    disputes = list(
        chain(
            dates_in_dispute(made, treaties),
            counts_in_dispute(made, principal),
            locations_in_dispute(made, sites),
            denials(made),
            hardened(made),
        )
    )
    return Reconciled(
        tuple(sorted((event_of(one, sites) for one in made), key=lambda e: e.id)),
        tuple(sorted(disputes, key=lambda d: (d.id, d.reason))),
    )
