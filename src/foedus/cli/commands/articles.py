"""``foedus read``: what was read, and filling a ledger."""

import argparse
from itertools import groupby

from foedus import __version__
from foedus.cli.inputs import collected, gather, outcomes
from foedus.cli.notices import counted, say
from foedus.cli.output import emit
from foedus.export import ARTICLES, VERSIONS
from foedus.ledger import Ledger, open_ledger
from foedus.model import FoedusError, Reading, UsageError
from foedus.upkeep import refresh


def read(arguments: argparse.Namespace) -> int:
    """Shows one line for each article; with paths and a ledger, stores them and shows a line only when asked."""
    if arguments.versions:
        return _versions(arguments)
    if not (arguments.ledger and arguments.paths):
        gathered = gather(arguments)
        emit(gathered.readings, ARTICLES, arguments)
        return gathered.code(arguments.strict)
    with open_ledger(arguments.ledger, create=True, foedus=__version__) as ledger:
        filling = _Filling(ledger, arguments.quiet)
        gathered = collected(filling.outcomes(arguments))
        refresh(ledger)
        if not arguments.quiet:
            say(filling.summary())
    if arguments.format or arguments.output:
        emit(gathered.readings, ARTICLES, arguments)
    return gathered.code(arguments.strict)


def _versions(arguments: argparse.Namespace) -> int:
    if not arguments.ledger or arguments.paths:
        raise UsageError("--versions needs --ledger FILE and no PATHs")
    with open_ledger(arguments.ledger) as ledger:
        stored = [
            (number, reading)
            for _, group in groupby(ledger.readings(latest=False), key=lambda reading: reading.article.id)
            for number, reading in enumerate(group, 1)
        ]
    emit(stored, VERSIONS, arguments)
    return 0


class _Filling:
    """Stores readings as they pass, and counts."""

    def __init__(self, ledger: Ledger, quiet: bool) -> None:
        self.ledger, self.quiet = ledger, quiet
        self.new = self.edited = self.reread = self.same = 0

    def outcomes(self, arguments: argparse.Namespace) -> list[Reading | FoedusError]:
        """Every outcome, each reading stored before the next one is made."""
        found: list[Reading | FoedusError] = []
        for outcome in outcomes(arguments):
            found.append(outcome)
            if not isinstance(outcome, FoedusError):
                self._store(outcome)
        return found

    def _store(self, reading: Reading) -> None:
        article = reading.article
        before = self.ledger.versions(article.id)
        if not self.ledger.add(reading):
            self.same += 1
        elif not before:
            self.new += 1
        elif before[-1].article.digest == article.digest:
            self.reread += 1
        else:
            self.edited += 1
            if not self.quiet:
                number = len(before) + 1
                say(f"{article.source}: version {number} of {article.id}; rename it if it is another article")

    def summary(self) -> str:
        """What the ledger took and what it holds."""
        parts = [
            f"{number} {word}"
            for number, word in (
                (self.new, "new"),
                (self.edited, "edited"),
                (self.reread, "read anew"),
                (self.same, "known"),
            )
            if number
        ]
        stats = self.ledger.stats()
        held = f"{counted(stats.articles, 'article')}, {counted(stats.claims, 'claim')}, {counted(stats.gaps, 'gap')}"
        return f"{self.ledger.where}: {', '.join(parts) or 'nothing'}; it holds {held}"
