"""Obligations as blocks: by verdict and duty, who owes it, and what leads there."""

import itertools
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from foedus.cli.tables.disputes import COLUMNS, wrapped
from foedus.model import Attack, Bond, Obligation, Tried
from foedus.report.dates import edtf_words
from foedus.report.index import Index
from foedus.report.phrases import norm_words, readable

_HEADS: Final = {
    "owed": "OWED",
    "open": "FOR A PERSON TO JUDGE",
    "not owed": "NOT OWED",
}
_MANY: Final = 40
"""More states than that are counted, and named with ``--all`` and in JSON."""
_KINDS: Final = {"art51": "collective self-defence under Article 51"}
"""Kinds of condition that their name does not tell."""
_MARKS: Final = {"met": "+", "unmet": "-", "open": "?", None: "·"}


def attack_line(attack: Attack, index: Index) -> str:
    """The question in a sentence."""
    words, names = index.words, index.names
    sides = [names.listed(side) for side in (attack.attackers, attack.targets)]
    verb = "attack" if names.many(attack.attackers) else "attacks"
    where = f" in {names.listed(attack.places)}" if attack.places else ""
    since = "from their entry into force" if attack.basis == "in-force" else "from their signature"
    known = f", as known on {edtf_words(attack.known.isoformat(), words)}" if attack.known else ""
    held = (f"{_KINDS.get(k, k.replace('_', ' '))} {'yes' if v else 'no'}" for k, v in sorted(attack.given.items()))
    given = f"; given: {', '.join(held)}" if attack.given else ""
    on = edtf_words(attack.on.isoformat(), words)
    return f"If {sides[0]} {verb} {sides[1]}{where} on {on} (treaties {since}{known}{given})"


def obligation_lines(
    attack: Attack, found: Sequence[Obligation], index: Index, width: int | None, *, whole: bool
) -> Iterator[str]:
    """The question, then a block for each duty; of those that are not owed one line each, unless ``whole``."""
    room = min(width or COLUMNS, COLUMNS)
    yield from wrapped(attack_line(attack, index), room)
    if not found:
        yield "\nNo treaty on file lays down a duty that bears on it.\n"
    yield from verdict_lines(found, index, width, whole=whole)


def verdict_lines(found: Sequence[Obligation], index: Index, width: int | None, *, whole: bool) -> Iterator[str]:
    """The obligations by verdict."""
    room = min(width or COLUMNS, COLUMNS)
    for verdict, group in groupby(found, key=lambda o: o.verdict):
        yield f"\n{_HEADS[verdict]}\n"
        for _, same in groupby(group, key=_duty):
            brief = verdict == "not owed" and not whole
            yield from _block(list(same), index, room, brief=brief, whole=whole)


def _duty(obligation: Obligation) -> tuple[str, ...]:
    return (obligation.kind, obligation.treaty, obligation.article, obligation.to, *map(_tried, obligation.conditions))


def _tried(tried: Tried) -> str:
    return f"{tried.kind}{tried.truth}{tried.reason}"


def _block(same: Sequence[Obligation], index: Index, room: int, *, brief: bool, whole: bool) -> Iterator[str]:
    first, words, names = same[0], index.words, index.names
    many = len(same) > _MANY and not whole
    who = f"{len(same)} states" if many else words.listed([names.of(o.state) for o in same])
    kind = words.duties.get(first.kind, first.kind)
    against = f" against {words.listed([names.of(s) for s in first.against])}"
    towards = f"{names.of(first.to)}{'' if first.kind in ('nonaggression', 'consultation') else against}"
    yield from wrapped(f"{who} → {towards}", room, "  ", "    ")
    norm = f"{norm_words(first, index)} ({first.treaty})"
    yield from wrapped(f"{kind}: {norm}", room, "    ", "      ")
    if brief:
        yield from _why_not(same, index, room)
        return
    language = words.language if words.language in first.text else next(iter(first.text), "")
    if language:
        yield from wrapped(f"In short: {first.text[language]}", room, "      ", "      ")
    for tried in first.conditions:
        told = f"{tried.text or tried.kind.replace('_', ' ')} — {tried.reason}"
        yield from wrapped(readable(told, index), room, f"      {_MARKS[tried.truth]} ", "        ")
    yield from _bonds(same, index, room, whole=whole)


def _bonds(same: Sequence[Obligation], index: Index, room: int, *, whole: bool) -> Iterator[str]:
    """Who is bound since when; states with the same steps stand together. Of many only the one to whom it is owed."""
    many = len(same) > _MANY and not whole
    bonds = {b.state: b for o in same for b in (o.bonds[1:] if many else o.bonds)}
    steps: dict[tuple[str, ...], list[Bond]] = {}
    for bond in bonds.values():
        steps.setdefault(bond.because, []).append(bond)
    for because, alike in steps.items():
        who = index.words.listed([index.names.of(b.state) for b in alike])
        told = readable("; ".join(because), index)
        yield from wrapped(f"{who}: {told}", room, f"      {_MARKS[alike[0].truth]} ", "        ")


def _why_not(same: Sequence[Obligation], index: Index, room: int) -> Iterator[str]:
    """The first thing that is certainly not so; states to which the same happened stand together."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for obligation in same:
        bond = next((b for b in obligation.bonds if b.truth == "unmet"), None)
        unmet = (one.reason for one in obligation.conditions if one.truth == "unmet")
        why = bond.because if bond else tuple(itertools.islice(unmet, 1))
        states = alike.setdefault(why, [])
        if bond and bond.state not in states:
            states.append(bond.state)
    for because, states in alike.items():
        who = f"{index.words.listed([index.names.of(s) for s in states])}: " if states else ""
        yield from wrapped(f"{who}{readable('; '.join(because), index)}", room, "      - ", "        ")
