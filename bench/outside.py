"""Figures against cases that others wrote: ``python bench/outside.py``, one row per suite and language.

``python bench/outside.py --failing DateTime/DateTimeModel it`` lists what is wrong, with what was wanted and found.
The data are in ../shared/data (README.md there); nothing of them is in the repository. How things are compared is told
at the head of each module in bench/suites.
"""

import argparse
from collections.abc import Iterator
from functools import partial
from typing import Final

from suites.amounts import currencies, numbers, percents
from suites.clock_times import moments
from suites.dates import dates
from suites.duckling import duckling
from suites.pud import agreement
from suites.tally import DATA, LANGUAGES, Tally

DATES: Final = ("DateTimeModel", "DateParser", "DatePeriodParser", "DurationParser")


def tallies(suite: str = "", language: str = "") -> Iterator[Tally]:
    """All comparisons, or those whose suite begins with a text, in one language."""
    for name, measure in measures():
        for code in LANGUAGES if name != "pud numbers agree" else ("it",):
            if name.startswith(suite) and language in ("", code):
                yield measure(code)


def measures() -> Iterator[tuple[str, partial[Tally]]]:
    """The names of the suites with what measures each in a language."""
    for name in DATES:
        yield f"DateTime/{name}", partial(dates, name=name)
    yield "DateTime/DateTimeModel, clock", partial(moments)
    yield "Number/NumberModel", partial(numbers)
    yield "Number/PercentModel", partial(percents)
    yield "NumberWithUnit/CurrencyModel", partial(currencies)
    yield "duckling-time", partial(duckling)
    yield "pud numbers agree", partial(agreement)


def main() -> None:
    """Prints the table, or the failing cases of one suite."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("suite", nargs="?", default="", help="only suites that begin so")
    parser.add_argument("language", nargs="?", default="", help="it, en or fr")
    parser.add_argument("--failing", action="store_true", help="list the failing cases")
    parser.add_argument("--left-out", action="store_true", help="list the cases left out with their reasons")
    options = parser.parse_args()
    if not DATA.is_dir():
        print(f"left out: no {DATA}")
        return
    print(f"{'suite':29} {'':3} {'right':>6} {'of':>5} {'share':>7} {'to the character':>17} {'left out':>9}")
    for found in tallies(options.suite, options.language):
        _row(found)
        if options.failing:
            for case in found.failing():
                print(f"  {case.text!r}\n      wanted: {case.expected}\n      found:  {case.found}")
        if options.left_out:
            for case in found.cases:
                if case.outside:
                    print(f"  [{case.outside}] {case.text!r}")


def _row(found: Tally) -> None:
    total, left = len(found.scope()), len(found.cases) - len(found.scope())
    share = f"{found.share():.1%}"
    print(f"{found.suite:29} {found.language:3} {found.right():6} {total:5} {share:>7} {found.exact():17} {left:9}")
    for reason, count in found.left_out().items():
        print(f"{'':34} {count} left out: {reason}")


if __name__ == "__main__":
    main()
