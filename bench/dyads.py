"""Directed dyad-years from ATOP's members (4.01) against the published ones (5.1): `python bench/dyads.py`.

The published file counts an alliance for every year in which it was there for a day, from signature. Compared are the
rows of both, all five pledges at once. What differs is put into classes by what the treaties in the model say; the
table stands in docs/datasets.md.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from alliances import KINDS, atop, numbers, rows
from foedus.assess.commitments import Commitments
from foedus.assess.dyads import dyads
from foedus.assess.terms import Terms
from foedus.model import Basis, Treaty

FIRST: Final = 1815
LAST: Final = 2016
"""The last year of ATOP 4.01."""
PUBLISHED: Final = "atop-5.1-directed-dyad-year.csv.gz"
_COLUMNS: Final = ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul")
CLASSES: Final = {
    "new": "a pledge that version 5.1 has and no alliance of the two in 4.01",
    "varies": "obligations that vary between partners (OBVARY), where the rules leave open to whom",
    "change": "a pledge of a phase that ended or began within the year",
    "other": "anything else",
}
Key = tuple[int, int, int]
Flags = tuple[bool, ...]


class Bond(NamedTuple):
    """Two states are bound by a treaty from a ``first`` to a ``last`` year."""

    treaty: Treaty
    first: int
    last: int


class Compared(NamedTuple):
    """``shared`` rows, those of ``ours`` and ``theirs`` alone, and the differing rows by class."""

    shared: int
    ours: int
    theirs: int
    classes: Mapping[str, int]

    @property
    def share(self) -> float:
        """Part of the shared rows with all five pledges equal."""
        return 1 - sum(self.classes.values()) / self.shared


def counted(basis: Basis = "signature") -> dict[Key, dict[str, Flags]]:
    """Our rows by state numbers and year: which pledges are ``met`` and which are ``open``."""
    number, found = numbers(), dict[Key, dict[str, Flags]]()
    for dyad in dyads(Commitments(Terms(atop()[0], basis=basis)), FIRST, LAST):
        row = found.setdefault((number[dyad.state], number[dyad.other], dyad.year), {})
        for truth in ("met", "open"):
            flags = tuple(getattr(dyad, kind) == truth for kind in KINDS)
            row[truth] = tuple(a or b for a, b in zip(row.get(truth, flags), flags, strict=True))
    return found


def published() -> dict[Key, Flags]:
    """The published rows up to the last year that both have."""
    found = {
        (int(float(r["ccode1"])), int(float(r["ccode2"])), int(float(r["year"]))): tuple(
            float(r[column]) > 0 for column in _COLUMNS
        )
        for r in rows(PUBLISHED)
    }
    return {key: flags for key, flags in found.items() if key[2] <= LAST}


def compare() -> Compared:
    """Ours, from signature, against the published rows."""
    ours, theirs = {key: row["met"] for key, row in counted().items()}, published()
    shared = ours.keys() & theirs.keys()
    known = _by_pair()
    varying = {f"treaty:ATOP_{r['atopid']}" for r in rows("atop-member-level.csv") if r["obvary"] == "1"}
    classes: Counter[str] = Counter()
    for key in sorted(shared):
        if ours[key] != theirs[key]:
            classes[_class(key, ours[key], theirs[key], known.get(key[:2], []), varying)] += 1
    return Compared(len(shared), len(ours.keys() - shared), len(theirs.keys() - shared), dict(classes))


def _by_pair() -> dict[tuple[int, int], list[Bond]]:
    """Treaties that bind two states, by their numbers, with the years of it."""
    number, found = numbers(), dict[tuple[int, int], list[Bond]]()
    terms = Terms(atop()[0], basis="signature")
    for treaty in atop()[0].values():
        years = {
            state: (term.begin.first.year, min((e.last.year for e in term.ends), default=LAST))
            for state, term in terms.of(treaty.id).items()
            if term.begin
        }
        for one, mine in years.items():
            for other, others in years.items():
                first, last = max(mine[0], others[0]), min(mine[1], others[1])
                if one != other and first <= last:
                    found.setdefault((number[one], number[other]), []).append(Bond(treaty, first, last))
    return found


def _class(key: Key, ours: Flags, theirs: Flags, known: list[Bond], varying: set[str]) -> str:
    """Why a row differs; where several pledges do, the first that is found of the classes in their order."""
    found = set()
    year = key[2]
    bound = [bond.treaty for bond in known if bond.first <= year <= bond.last]
    for kind, own, their in zip(KINDS, ours, theirs, strict=True):
        about = [t for t in bound if any(d.kind == kind for d in t.duties)]
        if own == their:
            continue
        if not about:
            found.add("new")
        elif any(t.id in varying for t in about):
            found.add("varies")
        else:
            turns = {end[:4] for t in about for d in t.duties for end in (d.within or "").split("/")}
            found.add("change" if str(year) in turns else "other")
    return next(name for name in CLASSES if name in found)


def main() -> None:
    """Prints the figures of both bases and the table of docs/datasets.md."""
    found = compare()
    print(f"shared {found.shared}, ours alone {found.ours}, theirs alone {found.theirs}, equal {found.share:.4%}\n")
    print("| rows | what differs |\n|---|---|")
    for name, words in CLASSES.items():
        print(f"| {found.classes.get(name, 0)} | {words} |")
    for basis in ("signature", "in-force"):
        made = counted(basis)
        met, open_ = (sum(sum(row[truth]) for row in made.values()) for truth in ("met", "open"))
        print(f"\n{basis}: {len(made)} rows, {met} pledges, {open_} open")


if __name__ == "__main__":
    main()
