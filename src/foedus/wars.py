"""Casus foederis in a war of the packs: what each attack of it set off, by the treaty files."""

import datetime as dt
import difflib
from collections.abc import Callable, Iterable, Iterator

import msgspec

from foedus.arguments import folded
from foedus.assess.attacks import questions
from foedus.assess.commitments import MUTUAL, Commitments
from foedus.assess.duties import duties
from foedus.assess.terms import Terms
from foedus.casus import Case, commitments, given_of, named, places_of
from foedus.model import Attack, Basis, Interval, Obligation, Treaty, UsageError, War
from foedus.packs.areas import load_areas
from foedus.packs.folders import folders
from foedus.packs.treaties import load_treaties
from foedus.packs.wars import load_wars
from foedus.packs.world import load_world

_RANK = {"owed": 0, "open": 1, "not owed": 2}


def find_war(text: str) -> War:
    """The war that an id, a number or a part of a name means. Raises UsageError, with what may be meant; PackError."""
    wars, wanted = load_wars(), folded(text)
    if not wars:
        raise UsageError("no war on file", "--war", "import COW's table of inter-state wars, and give it with --packs")
    names = {war.id: {folded(name) for names in war.names.values() for name in names} for war in wars.values()}
    exact = [id_ for id_ in wars if wanted in (folded(id_), id_.rpartition("_")[2]) or wanted in names[id_]]
    fitting = exact or [id_ for id_ in wars if wanted and any(wanted in name for name in names[id_])]
    if len(fitting) == 1:
        return wars[fitting[0]]
    if fitting:
        raise UsageError(f"{text!r} fits {len(fitting)} wars", "--war", f"write one of {', '.join(sorted(fitting))}")
    near = difflib.get_close_matches(wanted, {name: 0 for known in names.values() for name in known}, 1)
    mend = f"did you mean {near[0]}?" if near else "write its name or number in COW's table"
    raise UsageError(f"no war {text!r}", "--war", mend)


def cases(
    war: War,
    known: dt.date | None = None,
    basis: Basis = "in-force",
    *,
    places: Iterable[str] = (),
    given: Iterable[str] = (),
) -> tuple[Case, ...]:
    """The attacks of a war by day, each with what it set off that no other before it did, or not so surely.

    A treaty that was made in the war comes after those that stood when it began. ``places`` are where all of it was
    fought, ``given`` as for ``attack_of``; they go before what the table tells. Raises UsageError, PackError.
    """
    at, holds = places_of(places, _begun(war), load_world()), given_of(given)

    def asked(attack: Attack) -> Attack:
        return msgspec.structs.replace(attack, places=at, given={**attack.given, **holds})

    found: dict[tuple[str, ...], int] = {}
    told = []
    for attack, obligations in _answered(war, known, basis, asked):
        new = [o for o in obligations if _RANK[o.verdict] < found.get(named(o), len(_RANK))]
        found |= {named(o): _RANK[o.verdict] for o in new}
        if new:
            told.append(Case(attack, tuple(new)))
    return tuple(sorted(told, key=lambda case: case.attack.on))


def _answered(
    war: War, known: dt.date | None, basis: Basis, asked: Callable[[Attack], Attack]
) -> Iterator[tuple[Attack, tuple[Obligation, ...]]]:
    treaties, inside = load_treaties(), load_areas().inside
    standing = commitments(folders("treaties"), known, basis)
    for attack in map(asked, questions(war, (), basis, known)):
        yield attack, duties(attack, standing, inside)
    fighters = {fighter.state for fighter in war.fighters}
    for treaty in treaties.values():
        signed = _signed(treaty)
        if signed and any(party.state in fighters for party in treaty.parties) and _mutual(treaty):
            own = Commitments(Terms({treaty.id: treaty}, known, basis))
            made = (a for a in questions(war, signed, basis, known) if a.given["ongoing_conflict"])
            for attack in map(asked, made):
                yield attack, duties(attack, own, inside)


def _begun(war: War) -> dt.date:
    """The first day of its first fighter."""
    days = (Interval.parse(fighter.when).first for fighter in war.fighters)
    return min(day for day in days if day)


def _mutual(treaty: Treaty) -> bool:
    return any(duty.kind in MUTUAL for duty in treaty.duties)


def _signed(treaty: Treaty) -> set[dt.date]:
    """The days on which it was signed, as far as they are known to the day."""
    days: Iterable[Interval] = (Interval.parse(a.when) for a in treaty.acts if a.type == "treaty.sign" and a.when)
    return {d.first for d in days if d.first and d.first == d.last}
