"""Upkeep of a ledger's picture: what came in touches its own families, its copies, and undated articles beside it."""

import hashlib
from collections.abc import Sequence
from typing import Final

import msgspec

from foedus.context import reported, reread, undated
from foedus.hearing import hearing
from foedus.ledger import Found, Ledger, Stored
from foedus.model import Link
from foedus.packs.folders import folders
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.reconcile import Named, Reconciled, Reconciler, about, links_of, looked_up, voices_of
from foedus.verify.keys import keys_of, parties_in, treaty_of
from foedus.version import VERSION

_FORM: Final = "6"
"""Changed with the rules that make the picture, when the version of Foedus does not change."""
_PARTS: Final = ("world", "treaties", "reconcile", "sources")


def up_to_date(ledger: Ledger) -> bool:
    """Does the ledger's picture hold every article and judgement, by the rules of today?"""
    current = not ledger.filings.is_pending() and not ledger.judgements.pending()
    return current and ledger.findings.rules() == rules()


def refresh(ledger: Ledger, reconciler: Reconciler | None = None) -> None:
    """Brings the picture up to what the ledger holds, all at once or not at all. Raises InputError and PackError."""
    if up_to_date(ledger):
        return
    with ledger.changing():
        if ledger.findings.rules() != rules():
            ledger.findings.begin(rules())
        _Upkeep(ledger, reconciler or Reconciler(load_world().principal, load_treaties())).run()


def rules() -> str:
    """Fingerprint of all that the picture depends on beside the ledger: Foedus and its packs."""
    digest = hashlib.sha256(f"{VERSION} {_FORM}".encode())
    for folder in (one for part in _PARTS for one in folders(part)):
        for path in sorted(folder.rglob("*.yaml")):
            digest.update(path.name.encode("utf-8", "surrogateescape") + path.read_bytes())
    return digest.hexdigest()


def found_of(made: Reconciled) -> Found:
    """What a family comes to, with all that a question may look it up by."""
    treaties: dict[str, tuple[int, frozenset[str]]] = {}
    for event in made.events:
        if id_ := treaty_of(event):
            claims, sides = treaties.get(id_, (0, parties_in(id_)))
            treaties[id_] = claims + len(event.claims), sides | {*event.actors, *event.targets}
    things: list[tuple[str, str, object]] = [("event", event.id, event) for event in made.events]
    things += [("dispute", dispute.id, dispute) for dispute in made.disputes]
    return Found(things, [(key, event.id) for event in made.events for key in keys_of(event)], treaties)


class _Upkeep:
    """One round of upkeep; ``touched`` are the families to be made again."""

    def __init__(self, ledger: Ledger, reconciler: Reconciler) -> None:
        self.ledger, self.reconciler = ledger, reconciler
        self.touched: set[str] = set()

    def run(self) -> None:
        """Files what is pending, dates what is undated beside it, and makes the touched families again."""
        for article in self.ledger.filings.pending():
            stored = self.ledger.alone(article)
            if stored:
                self.take(article, stored, stored)
        for article in self.ledger.filings.undated(self.touched):
            self.date(article)
        heard = hearing(self.ledger)
        for first, families in heard.groups(self.touched | heard.touched).items():
            self.settle(first, families, heard.judgements)
        self.ledger.filings.settled()

    def take(self, article: str, alone: Stored, counts: Stored) -> None:
        """Puts the reading that counts into the picture, in place of what was there of the article."""
        held, filings = self.ledger.filings, self.reconciler.filings(counts.reading)
        self.touched |= held.families(article)
        held.file(article, counts.version, counts.number, filings)
        if undated(alone.reading):
            held.wait(article, {filing.family for filing in self.reconciler.filings(alone.reading)})
        self.touched |= {filing.family for filing in filings}
        self.copy(article, counts)

    def copy(self, article: str, counts: Stored) -> None:
        """Links an article with its copies; those whose word changes by it are touched."""
        imprints, imprint = self.ledger.imprints, self.reconciler.imprint(counts.reading)
        before = imprints.get(article)
        orphans: set[str] = set()
        if before == imprint:
            return
        if before is not None:
            orphans = {end for link in imprints.links(article) for end in (link.earlier, link.later)} - {article}
            imprints.remove(article, looked_up(before))
        alike = imprints.alike(looked_up(imprint))
        imprints.add(imprint, looked_up(imprint))
        imprints.link(one for one in links_of([imprint, *alike]) if article in (one.earlier, one.later))
        for start in sorted({article, *orphans}):
            self.speak(start)

    def speak(self, article: str) -> None:
        """Says anew whose word the articles are that are copies of each other, this one among them."""
        imprints = self.ledger.imprints
        found: dict[str, list[Link]] = {}
        waiting = [article]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found[one] = imprints.links(one)
                waiting += [end for link in found[one] for end in (link.earlier, link.later)]
        group = [imprint for one in found if (imprint := imprints.get(one))]
        voices = voices_of(group, {link for links in found.values() for link in links})
        for changed in imprints.speak(voices):
            self.touched |= self.ledger.filings.families(changed)

    def date(self, article: str) -> None:
        """Reads an undated article again beside what dated ones report, where that has changed."""
        held = self.ledger.filings
        families = held.awaited(article)
        events = reported(self.reconciler, (tuple(held.of(family, dated=True)) for family in families))
        evidence = hashlib.sha256(msgspec.json.encode(events)).hexdigest()
        alone = self.ledger.alone(article)
        if alone is None or evidence == held.evidence(article):
            return
        again = reread(alone.reading, events)
        number = alone.number if again == alone.reading else self.ledger.reread(alone.version, again)
        self.take(article, alone, Stored(alone.version, number, again))
        held.weigh(article, evidence)

    def settle(self, family: str, families: Sequence[str], judgements: Sequence[Named]) -> None:
        """Makes events and disputes of one family, or of several that people brought together, kept under the first."""
        filings = [filing for one in families for filing in self.ledger.filings.of(one)]
        held = frozenset((f.claim.article, f.claim.id) for f in filings) if judgements else frozenset()
        made = self.reconciler.family(filings, self.ledger.imprints.voice, about(judgements, held))
        for other in families:
            self.ledger.findings.replace(other, Found())
        self.ledger.findings.replace(family, found_of(made))
