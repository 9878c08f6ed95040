"""What opens a frame in a sentence: verbs, phrases, nouns that name acts, and titles."""

from collections.abc import Iterator

from foedus.extract.actants import Actants
from foedus.extract.clauses import Clauses
from foedus.extract.company import Company
from foedus.extract.dependent import Dependent
from foedus.extract.draft import Draft, Missing
from foedus.extract.fill import Filler
from foedus.extract.marks import Marked
from foedus.extract.nominals import Nominals
from foedus.extract.phrases import Phrases
from foedus.extract.titles import Titles
from foedus.extract.verbals import Verbals


class TriggerFinder:
    """Opens the frames of one article's sentences, and fills them."""

    def __init__(self, filler: Filler) -> None:
        actants, company, dependent = Actants(filler.who), Company(filler.who), Dependent(filler)
        self.verbals = Verbals(filler, actants, company, dependent)
        self.nominals = Nominals(filler, actants, company, dependent)
        self.phrases, self.titles = Phrases(filler, actants, company), Titles(filler)

    def drafts(self, clauses: Clauses, marked: Marked) -> Iterator[Draft | Missing]:
        """Filled frames, and triggers that lack something."""
        spoken: set[int] = set()
        told: set[int] = set()
        phrases = list(self.phrases.drafts(clauses, marked, spoken, told))
        yield from self.verbals.drafts(clauses, marked, spoken)
        yield from phrases
        yield from self.nominals.drafts(clauses, marked, told)
        yield from self.titles.drafts(clauses.row, marked)
