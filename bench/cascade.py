"""The cascade over all years of ATOP in one process, against clingo: `python bench/cascade.py`.

In each year from 1815 to 2016, on 1 July, the state that most others have promised to defend is attacked by the one
that most defend among those with whom it has no treaty, or, where it has one with all of these, by the first state
of the alphabet without one. Both get the same facts; clingo runs the program of the tests
(`bench/oracle.py`). Compared are the fights that follow, with kind and certainty, and the processor time: ours
from the commitments on, clingo's to add, ground and solve the facts, which are written before. Treaties with a date
that is no day are left out of both. `--every 10` takes one year in ten: since 1945 pacts are so wide that almost every
state may have to fight every other, and a single year takes seconds.
"""

import argparse
import datetime as dt
import re
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from alliances import atop
from foedus.assess.commitments import Commitment, Commitments
from foedus.assess.fights import Fights
from foedus.assess.terms import Terms
from foedus.model import Attack, Treaty
from oracle import derived

YEARS: Final = range(1815, 2017)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


class Run(NamedTuple):
    """A year: the attack, how many fights follow, are both the same, and the seconds of each."""

    attack: Attack
    fights: int
    same: bool
    ours: float
    clingo: float


def runs(every: int = 1, last: int = YEARS[-1]) -> Iterator[Run]:
    """The years until the last."""
    for year in YEARS[::every]:
        if year <= last:
            yield _run(question(year))


def question(year: int) -> Attack:
    """The attack of a year."""
    on = dt.date(year, 7, 1)
    defenders: Counter[str] = Counter()
    bound: dict[str, set[str]] = {}
    for commitment in commitments().all:
        by, to = (_there(side, commitment, on) for side in ("by", "to"))
        for state in {*by, *to}:
            bound.setdefault(state, set()).update(by, to)
        for state in to if commitment.duty.kind == "defense" else ():
            defenders[state] += len(set(by) - {state})
    order = sorted(defenders, key=lambda s: (-defenders[s], s))
    attacker = next(s for s in (*order, *sorted(atop()[1].states)) if s not in bound[order[0]])
    return Attack(attackers=(attacker,), targets=(order[0],), on=on, basis="signature")


def facts(attack: Attack) -> Iterator[str]:
    """The commitments of the day in the words of the program."""
    yield from (f'first("{one}","{other}").' for one in attack.attackers for other in attack.targets)
    for n, commitment in enumerate(commitments().all):
        by, to = (_there(side, commitment, attack.on) for side in ("by", "to"))
        if commitment.duty.kind not in ("defense", "offense") or not by or not to:
            continue
        yield f"pact({n},{commitment.duty.kind})."
        yield from (f'by({n},"{state}").' for state in by)
        yield from (f'to({n},"{state}").' for state in to)
        for condition in commitment.duty.conditions:
            if condition.kind == "adversary" and condition.states:
                yield f"named({n})."
                yield from (f'adversary({n},"{state}").' for state in condition.states)
            elif condition.kind == "number":
                yield f"least({n},{condition.least})."
            else:
                yield f"{'unprovoked' if condition.kind == 'unprovoked' else 'asks'}({n})."


@cache
def commitments() -> Commitments:
    """Of the treaties with days alone."""
    return Commitments(Terms({i: t for i, t in atop()[0].items() if _dated(t)}, basis="signature"))


def _run(attack: Attack) -> Run:
    text = "\n".join(facts(attack))
    begun = time.process_time()
    found = Fights(attack, commitments(), lambda _place, _area, _on: None).fights.values()
    between = time.process_time()
    theirs = derived(text)
    done = time.process_time()
    ours = {(f.one, f.other, f.attack, f.certain) for f in found}
    return Run(attack, len(ours), ours == theirs, between - begun, done - between)


def _there(side: str, commitment: Commitment, on: dt.date) -> list[str]:
    if commitment.runs(on) != "met":
        return []
    terms = commitment.by if side == "by" else commitment.to
    return [state for state, term in terms.items() if term.truth(on) == "met"]


def _dated(treaty: Treaty) -> bool:
    """Is every date of it a day?"""
    dates = [a.when for a in treaty.acts] + [d for p in treaty.parties for d in (p.from_, p.until) if d]
    dates += [end for d in treaty.duties if d.within for end in d.within.split("/") if end != ".."]
    return all(date and _DAY.fullmatch(date) for date in dates)


def main() -> None:
    """Prints the years and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one year in N")
    parser.add_argument("--last", type=int, default=YEARS[-1], metavar="YEAR", help="until then")
    arguments = parser.parse_args()
    made = []
    for run in runs(arguments.every, arguments.last):
        made.append(run)
        (one,), (other,) = run.attack.attackers, run.attack.targets
        print(
            f"{run.attack.on.year} {one} attacks {other}: {run.fights} fights, ours {run.ours:.3f} s, "
            f"clingo {run.clingo:.3f} s{'' if run.same else ', DIFFERENT'}",
            flush=True,
        )
    ours, theirs = sum(r.ours for r in made), sum(r.clingo for r in made)
    print(f"{len(made)} years, {sum(r.fights for r in made)} fights, {sum(not r.same for r in made)} years different")
    print(f"ours {ours:.2f} s, clingo {theirs:.2f} s: {ours / theirs:.2f} of its time")
    print(f"{len(atop()[0]) - len(commitments().terms.treaties)} treaties left out")


if __name__ == "__main__":
    main()
