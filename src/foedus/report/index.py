"""Who belongs to whom: claims, events, articles and disputes by id, each with an anchor of its own."""

import re

from foedus.model import Article, Claim, Dispute, Event, Interval, Reading
from foedus.report.dates import days_of
from foedus.report.dossier import Dossier
from foedus.report.names import Names
from foedus.report.wording import Wording


class Index:
    """Look-ups over one dossier. Ids that a dossier names and does not hold are answered with None or left out."""

    def __init__(self, dossier: Dossier, words: Wording) -> None:
        self.dossier = dossier
        self.words = words
        self.names = Names(dossier.names, dossier.treaties, words)
        self.claims: dict[str, Claim] = {c.id: c for r in dossier.readings for c in r.claims}
        self.reading_of: dict[str, Reading] = {c.id: r for r in dossier.readings for c in r.claims}
        self.number: dict[str, int] = {r.article.id: n for n, r in enumerate(dossier.readings, 1)}
        self._articles: dict[str, Article] = {r.article.id: r.article for r in reversed(dossier.readings)}
        self.events: dict[str, Event] = {e.id: e for e in dossier.events}
        self.event_of: dict[str, Event] = {c: e for e in reversed(dossier.events) for c in e.claims}
        self.disputes: dict[str, Dispute] = {d.id: d for d in dossier.disputes}
        self._anchors: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()
        for kind, keys in (("c", self.claims), ("e", self.events), ("d", self.disputes), ("t", self._treaties())):
            for key in keys:
                self._name_anchor(kind, key)

    def article(self, id_: str) -> Article:
        """The article with this id. Raises KeyError."""
        return self._articles[id_]

    def text(self, id_: str) -> str:
        """The text of an article. Raises KeyError."""
        return self._articles[id_].text

    def anchor(self, kind: str, key: str) -> str:
        """The HTML id of a claim (c), event (e), dispute (d) or treaty (t)."""
        return self._anchors.get((kind, key)) or self._name_anchor(kind, key)

    def treaty_of(self, about: str | None) -> str | None:
        """The treaty that an object names; an article of it (``treaty:UN_Charter#51``) speaks of the whole."""
        return about.partition("#")[0] if about and about.startswith("treaty:") else None

    def days(self, event: Event) -> Interval | None:
        """The days of an event, None when no date is established."""
        return days_of(event.when.interval) if event.when else None

    def principals(self, claim: Claim) -> tuple[str, ...]:
        """Whose act the claim is: the actors of its event, which are principals, else its own actors."""
        event = self.event_of.get(claim.id)
        return event.actors if event and event.actors else claim.actors

    def known(self, claims: tuple[str, ...]) -> tuple[Claim, ...]:
        """The claims that the dossier holds, in the order given."""
        return tuple(self.claims[c] for c in claims if c in self.claims)

    def _treaties(self) -> list[str]:
        dossier = self.dossier
        named = [s.treaty for s in dossier.statuses] + [self.treaty_of(e.object) for e in dossier.events]
        return list(dict.fromkeys(key for key in named if key))

    def _name_anchor(self, kind: str, key: str) -> str:
        stem = f"{kind}-" + (re.sub(r"[^A-Za-z0-9]+", "-", key).strip("-")[:60] or "x")
        anchor, n = stem, 1
        while anchor in self._taken:
            n += 1
            anchor = f"{stem}--{n}"
        self._taken.add(anchor)
        self._anchors[kind, key] = anchor
        return anchor
