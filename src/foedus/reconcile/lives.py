"""Lives: all that reports of one treaty's acts disagree on."""

from collections.abc import Iterable, Iterator, Mapping

from foedus.model import Dispute, Treaty
from foedus.reconcile.dates import Life
from foedus.reconcile.happenings import Happening
from foedus.reconcile.premature import told_too_early
from foedus.reconcile.sequence import out_of_order
from foedus.reconcile.signers import signers_in_dispute
from foedus.reconcile.sites import Sites
from foedus.reconcile.twins import twins_in_dispute
from foedus.reconcile.venues import venues_in_dispute


def acts_in_dispute(made: Iterable[Happening], treaties: Mapping[str, Treaty], sites: Sites) -> Iterator[Dispute]:
    """Disputes on the acts of each treaty: when, in which order, done or to come, by whom and where."""
    lives: dict[str, list[Happening]] = {}
    for one in made:
        if one.treaty:
            lives.setdefault(one.treaty, []).append(one)
    for treaty in sorted(lives):
        acts = sorted(lives[treaty], key=lambda a: a.id)
        dates = [*Life(acts, treaties.get(treaty)).disputes(), *told_too_early(acts)]
        yield from dates
        yield from out_of_order(acts, {claim for d in dates for side in d.sides for claim in side.claims})
        yield from signers_in_dispute(acts, treaty, treaties.get(treaty), sites)
        yield from twins_in_dispute(acts)
        yield from venues_in_dispute(acts, treaties.get(treaty), sites)
