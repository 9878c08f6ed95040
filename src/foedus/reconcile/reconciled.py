"""Reconciled: what the claims of many articles come to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from foedus.model import Claim, Dispute, Event, Filing, Imprint, Judgement, Reading, Treaty
from foedus.packs.world import World, load_world
from foedus.reconcile.blocks import Blocks
from foedus.reconcile.cases import cases_in_dispute
from foedus.reconcile.copying import imprint_of, links_of, voices_of
from foedus.reconcile.corroboration import appraised
from foedus.reconcile.counts import counts_in_dispute
from foedus.reconcile.credits import Credits
from foedus.reconcile.denials import denials, hardened
from foedus.reconcile.duties import duties_in_dispute
from foedus.reconcile.filings import filings_of
from foedus.reconcile.grains import grains
from foedus.reconcile.happenings import Makers, event_of, ids_of
from foedus.reconcile.headings import against_headings
from foedus.reconcile.interest import Stakes, foes_of
from foedus.reconcile.items import PrincipalOf, items_of
from foedus.reconcile.judged import heard, ruled
from foedus.reconcile.lives import acts_in_dispute
from foedus.reconcile.locations import locations_in_dispute
from foedus.reconcile.matching import clusters_of
from foedus.reconcile.origins import Hearing, VoiceOf, witnesses_of
from foedus.reconcile.plans import link_plans
from foedus.reconcile.recipients import recipients_in_dispute
from foedus.reconcile.sites import Sites
from foedus.reconcile.subjects import Key, Named, about, joint, named
from foedus.reconcile.venues import venues_in_dispute


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
        self._sites = Sites(self._world)
        self._credits = Credits(self._world)
        self._blocks = Blocks(self._sites, treaties)

    def filings(self, reading: Reading) -> tuple[Filing, ...]:
        """The claims of an article, each with its family."""
        return filings_of(reading, self._principal, self._blocks, self._credits.of_sentence)

    def imprint(self, reading: Reading) -> Imprint:
        """What is kept of an article to know its copies."""
        return imprint_of(reading, self._credits)

    def family(self, filings: Iterable[Filing], voices: VoiceOf, judgements: Sequence[Named] = ()) -> Reconciled:
        """Events and disputes of all the claims of one family; the order of the filings does not matter.

        ``judgements`` are those that name one of the claims. Families that a merge brings together are given as one.
        """
        filings = tuple(filings)
        items = items_of(filings, self._principal)
        clusters = clusters_of(items, self._blocks.slot)
        judged = heard(ids_of(clusters), clusters, judgements)
        standing = [one for one in judged if not one.void]
        clusters = [one.cluster for one in standing]
        hearing = Hearing.of(items, voices, self._principal, self._credits.of_sentence)
        makers = Makers(self._blocks, self._treaties, self._principal, lambda own: witnesses_of(own, hearing))
        made = [makers.happening(one.id, one.cluster) for one in standing]
        link_plans(clusters, made)
        disputes = chain(
            acts_in_dispute(made, self._treaties, self._sites),
            duties_in_dispute(made),
            cases_in_dispute(made),
            counts_in_dispute(made, self._principal),
            venues_in_dispute([one for one in made if not one.treaty], None, self._sites),
            locations_in_dispute(made, self._sites),
            recipients_in_dispute(made),
            denials(made),
            hardened(made),
            against_headings(made, self._sites),
            grains(made),
        )
        found = sorted(ruled(disputes, judgements), key=lambda d: (d.id, d.reason))
        outlets = {voice.origin: voice.outlet for voice in map(voices, {f.claim.article for f in filings})}
        stakes = Stakes(self._blocks, self._treaties, self._principal, outlets.get, foes_of(made))
        events = [
            one.marked(appraised(event_of(h, self._sites), h, stakes)) for one, h in zip(standing, made, strict=True)
        ]
        void = ((one, makers.happening(one.id, one.cluster)) for one in judged if one.void)
        events += [one.marked(event_of(happening, self._sites)) for one, happening in void]
        return Reconciled(tuple(sorted(events, key=lambda e: e.id)), tuple(found))


def reconcile(readings: Sequence[Reading], reconciler: Reconciler, judgements: Sequence[Judgement] = ()) -> Reconciled:
    """Gather the claims of many articles into events and disputes; the order of the readings does not matter.

    ``judgements`` are what people decided about events and disputes; those that are revoked count for nothing.
    """
    # Of two articles of one id the claims of both count; copies are told of the first.
    readings = sorted(readings, key=lambda r: (r.article.id, r.article.digest, r.article.text))
    imprints = {i.article: i for i in map(reconciler.imprint, reversed(readings))}
    voices = voices_of(imprints.values(), links_of(imprints.values()))
    families: dict[str, list[Filing]] = {}
    for filing in chain.from_iterable(map(reconciler.filings, readings)):
        families.setdefault(filing.family, []).append(filing)
    made = [
        reconciler.family(filings, voices.__getitem__, judged)
        for filings, judged in _together(families, readings, judgements)
    ]
    return Reconciled(
        tuple(sorted(chain.from_iterable(one.events for one in made), key=lambda e: e.id)),
        tuple(sorted(chain.from_iterable(one.disputes for one in made), key=lambda d: (d.id, d.reason))),
    )


def _together(
    families: Mapping[str, Sequence[Filing]], readings: Sequence[Reading], judgements: Sequence[Judgement]
) -> Iterator[tuple[Sequence[Filing], Sequence[Named]]]:
    """The filings of each family, or of several that a merge brings together, with the judgements on them."""
    of_article: dict[str, list[Claim]] = {}
    for reading in readings:
        of_article.setdefault(reading.article.id, []).extend(reading.claims)
    names = named(judgements, lambda article: of_article.get(article, ()))
    where: dict[Key, list[str]] = {}
    for key, filings in families.items():
        for filing in filings if names else ():
            where.setdefault((filing.claim.article, filing.claim.id), []).append(key)
    lead = joint(names, lambda key: where.get(key, ()))
    groups: dict[str, list[Filing]] = {}
    for key in sorted(families):
        groups.setdefault(lead.get(key, key), []).extend(families[key])
    for filings in groups.values():
        keys = frozenset((f.claim.article, f.claim.id) for f in filings) if names else frozenset()
        yield filings, about(names, keys)
