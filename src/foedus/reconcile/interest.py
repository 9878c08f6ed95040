"""Interest: is an origin a party to the matter, speaking of itself or of its foe?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from foedus.model import Event, Origin, Treaty
from foedus.packs.credibility import load_credibility
from foedus.reconcile.blocks import Blocks
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import PrincipalOf, days_of
from foedus.reconcile.origins import OWN

FIGHTS: Final = ("forces.fight", "forces.casualties", "attack.strike", "attack.incursion")
"""What is told as done makes foes of those who act and those acted upon."""
OutletOf = Callable[[str], str | None]
Foes = Mapping[str, frozenset[str]]


class Stake(NamedTuple):
    """``how`` an origin is a party (acts, meets, bound, fights), for whom it speaks, and the reason in words."""

    how: str
    who: str
    reason: str


def foes_of(made: Iterable[Happening]) -> Foes:
    """Who fights whom, by what one family of claims tells as done."""
    foes: dict[str, set[str]] = {}
    for one in made:
        if one.type in FIGHTS:
            for item in (i for i in one.items if i.done()):
                for one_side, other in ((item.actors, item.targets), (item.targets, item.actors)):
                    for who in one_side:
                        foes.setdefault(who, set()).update(other - {who})
    return {who: frozenset(others) for who, others in foes.items()}


class Stakes:
    """Finds the interest of origins. ``foes`` are those of the family, ``outlet`` gives that of an ``article:NAME``."""

    def __init__(
        self, blocks: Blocks, treaties: Mapping[str, Treaty], principal: PrincipalOf, outlet: OutletOf, foes: Foes
    ) -> None:
        self._blocks, self._treaties, self._principal = blocks, treaties, principal
        self._outlet, self._foes = outlet, foes

    def of(self, origin: Origin, event: Event) -> Stake | None:
        """The interest of an origin in an event, None where none is known. A joint source has that of its members."""
        for name in origin.id.split("+"):
            if found := self._found(self._speaks_for(name, event), event):
                how, words = found
                return Stake(how, words["who"], load_credibility().interest[how].format(**words))
        return None

    def voice(self, origin: Origin, event: Event) -> str:
        """For whom an origin speaks: a state or organisation, else the origin itself."""
        return "+".join(sorted({self._speaks_for(name, event) for name in origin.id.split("+")}))

    def opposed(self, stakes: Sequence[Stake], event: Event) -> bool:
        """Do parties of both sides speak: who acts and who is acted upon, or two that fight each other?"""
        who = {s.who for s in stakes}
        apart = who & set(event.actors) - set(event.targets) and who & set(event.targets) - set(event.actors)
        return bool(apart) or any(self._foes.get(one, frozenset()) & who for one in who)

    def _speaks_for(self, name: str, event: Event) -> str:
        speaker = self._outlet(name) if name.startswith(OWN) else name
        principal = self._principal(speaker, days_of(event.when.interval) if event.when else None) if speaker else name
        return name if name.startswith(OWN) and principal == speaker else principal

    def _found(self, who: str, event: Event) -> tuple[str, dict[str, str]] | None:
        treaty = event.object if event.object and event.object.startswith("treaty:") else None
        if who in event.actors:
            return "acts", {"who": who}
        if who in event.targets:
            return "meets", {"who": who}
        if treaty and who in self._bound(treaty):
            return "bound", {"who": who, "treaty": treaty}
        others = {*event.actors, *event.targets, *(self._bound(treaty) if treaty else ())}
        foes = sorted(self._foes.get(who, frozenset()) & others)
        return ("fights", {"who": who, "foe": foes[0]}) if foes else None

    def _bound(self, treaty: str) -> frozenset[str]:
        """Parties by the file or the id. A treaty that is open to all makes nobody a party to what one state does."""
        file = self._treaties.get(treaty)
        return frozenset() if file and file.more_parties else self._blocks.parties(treaty)
