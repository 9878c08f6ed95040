"""Corroboration: how well an event is borne out by independent origins, from 1 to 6, by the first rule that fits.

The grades are those of NATO STANAG 2511 and AJP-2.1; the words of the rules are in data/sources/credibility.yaml. How
reliable the origins are plays no part: that is the other axis, and the two are never one number.
"""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

import msgspec

from foedus.model import Event, Origin
from foedus.packs.credibility import load_credibility
from foedus.reconcile.denials import against
from foedus.reconcile.happenings import Happening
from foedus.reconcile.interest import Stake, Stakes


class Support(NamedTuple):
    """What the rules ask. ``n`` origins bear an event out, ``free`` of them without an interest that is known;
    ``against`` speak against it, ``against_free`` of them without an interest. Those who speak for one state or
    organisation count once.

    ``opposed``: parties of both sides bear it out; ``of_foe``: a party speaks of whom it fights.
    """

    modality: str
    n: int
    free: int
    against: int
    against_free: int
    opposed: bool
    of_foe: bool


RULES: Final[tuple[tuple[str, Callable[[Support], bool]], ...]] = (
    ("announced", lambda s: s.modality in ("planned", "conditional", "possible")),
    ("rumoured", lambda s: s.modality == "alleged" and s.n > 1 and not s.against),
    ("alleged", lambda s: s.modality == "alleged"),
    ("outweighed", lambda s: s.against_free > 0 and s.free == 0),
    ("denied_by_party", lambda s: s.against > 0 and s.against_free == 0 and s.free > 1),
    ("parted", lambda s: s.against > 0 and s.n > 1),
    ("countered", lambda s: s.against > 0),
    ("confirmed", lambda s: s.free > 1),
    ("party_and_other", lambda s: s.free == 1 and s.n > 1),
    ("both_sides", lambda s: s.n > 1 and s.opposed),
    ("parties", lambda s: s.n > 1),
    ("of_foe", lambda s: s.free == 0 and s.of_foe),
    ("of_itself", lambda s: s.free == 0),
    ("single", lambda _: True),
)


def appraised(event: Event, made: Happening, stakes: Stakes) -> Event:
    """The event with the interest of each origin, and with its grade, whose reason stands before the counts."""
    found = {o.id: stakes.of(o, event) for o in event.origins}
    support = _support(event, made, stakes, found)
    words = load_credibility()
    name = next(name for name, fits in RULES if fits(support))
    rule = words.rules[name]
    told = rule.reason.format(n=support.n, free=support.free, against=_origins(support.against))
    reason = f"corroboration {rule.grade} ({words.grades[rule.grade]}): {told}"
    at = len(made.because)
    return msgspec.structs.replace(
        event,
        origins=tuple(_marked(o, found[o.id]) for o in event.origins),
        corroboration=rule.grade,
        because=(*event.because[:at], reason, *event.because[at:]),
    )


def _support(event: Event, made: Happening, stakes: Stakes, found: dict[str, Stake | None]) -> Support:
    held = [s for s in found.values() if s]
    others = [o for o in (*made.witnesses.origins(against(made)), *made.denied_by) if o.id not in found]
    return Support(
        modality=event.modality,
        n=_voices(event.origins, event, stakes),
        free=_voices((o for o in event.origins if not found[o.id]), event, stakes),
        against=_voices(others, event, stakes),
        against_free=_voices((o for o in others if not stakes.of(o, event)), event, stakes),
        opposed=stakes.opposed(held, event),
        of_foe=any(s.how == "fights" for s in held),
    )


def _voices(origins: Iterable[Origin], event: Event, stakes: Stakes) -> int:
    return len({stakes.voice(origin, event) for origin in origins})


def _marked(origin: Origin, stake: Stake | None) -> Origin:
    return msgspec.structs.replace(origin, interest=stake.reason) if stake else origin


def _origins(number: int) -> str:
    return "1 origin" if number == 1 else f"{number} origins"
