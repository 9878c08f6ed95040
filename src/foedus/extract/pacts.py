"""Which treaty a phrase means: by its name, its parties, its year, or what the article spoke of before."""

import re
from collections.abc import Iterable, Sequence

from foedus.extract.accessions import Accessions
from foedus.extract.anaphora import Anaphora
from foedus.extract.choice import Choice
from foedus.extract.chunks import Chunk, nested
from foedus.extract.concluded import Concluded
from foedus.extract.naming import BESIDE, Naming, kinds, sides_behind
from foedus.extract.newcomers import Newcomers
from foedus.extract.register import SMALL, Register, new_id
from foedus.extract.strangers import helps, other_kind, strange
from foedus.extract.who import Who

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


class Pacts:
    """Links treaty phrases to ids, for one article."""

    def __init__(self, who: Who) -> None:
        self.who, self.discourse = who, who.discourse
        self.register, self.accessions, self.concluded = Register(who), Accessions(who), Concluded(who)
        self.naming, self.choice = Naming(self.register), Choice(self.register)
        self.anaphora, self.newcomers = Anaphora(self.register), Newcomers(self.register, self.concluded)
        self._linked: dict[int, tuple[Chunk, str]] = {}
        self.unfiled: set[str] = set()

    def link(
        self,
        chunk: Chunk,
        nearby: Sequence[Chunk] = (),
        agents: Iterable[str] = (),
        year: int | None = None,
        acts: bool = False,
    ) -> str | None:
        """The id of the treaty that a phrase means, None when nothing tells; ``acts``: it is the object of an act."""
        named, parties = self.naming.mentioned(chunk, nearby)
        years = [int(y) for y in _YEAR.findall(" ".join(chunk.words))] or [y for y in (year, chunk.year) if y]
        parties, principals = self._sides(chunk, nearby, agents, named, parties)
        told = self.concluded.year(chunk)
        if told and not years and all(self.concluded.contradicts(chunk, n) for n in named):
            named, years = [], [told]
        words, agents = self.who.lexicon.language.words, list(agents)
        accession = self.accessions.joined(chunk)
        if accession:
            return accession
        of = self._supplemented(chunk) if not named else None
        if of is not None:
            return self.link(of, agents=agents, year=year, acts=acts)
        linked = self._linked[id(chunk)][1] if id(chunk) in self._linked else ""
        ours = words.head_final and bool(principals) and set(principals) <= self.register.parties(linked)
        if linked and not parties and (not principals or ours):
            return self._linked[id(chunk)][1]  # the same phrase, with the signers that its first verb named
        theirs = bool(principals) and len(named) == 1 and set(principals) <= self.register.parties(named[0])
        if len(named) == 1 and not (parties or theirs) and self._contradicted(chunk, named[0]):
            return self.register.of_pair(sorted(self.discourse.joined), [], years)
        if not named and self.newcomers.of_nobody(chunk, nearby, parties):
            return None
        body = self.newcomers.with_body(chunk, nearby, agents, years) if not named and len(parties) < 2 else None
        if body is not None:
            return body
        if not named and not parties and self.concluded.new(chunk) and (told or self.concluded.makers(chunk)):
            found = self.newcomers.brought_in(chunk, principals, told)
            if found and len(self.register.parties(found)) == 2:
                self.discourse.introduced = found
            return found
        if self.another(chunk) and not named:
            pair = parties if len(parties) > 1 else principals
            return new_id(pair[:SMALL], years[0] if years else None) if len(pair) > 1 else None
        found = self._linked_now(chunk, named, parties, years, agents, principals, acts)
        told = acts and len(principals) == 2 and set(principals) == self.register.parties(found or "")
        if found and (named or len(parties) > 1 or told) and BESIDE.isdisjoint(chunk.relations):
            self.discourse.introduced = found
        if found and (len(principals) == 2 or (words.head_final and len(parties) == 2)):
            self._linked[id(chunk)] = chunk, found
        return found

    def _speaking_of(self, partner: str) -> list[str]:
        """«… Il trattato con X è stato firmato»: the one who acted last has it, where a file knows such a pact."""
        states = list(dict.fromkeys(map(self.who.principal, self.discourse.subject_last)))
        return states if len(states) == 1 and partner not in states and self.register.filed((partner, *states)) else []

    def _sides(
        self, chunk: Chunk, nearby: Sequence[Chunk], agents: Iterable[str], named: list[str], parties: list[str]
    ) -> tuple[list[str], list[str]]:
        """(parties of the pact that a phrase means as far as the words tell, states of the agents)."""
        if any("with" in c.relations and not helps(c) for c in nearby) or len(parties) == 1:
            parties = list(dict.fromkeys([*parties, *self.who.states.behind(agents)]))
        words = self.who.lexicon.language.words
        if len(parties) == 1 and chunk.article in words.possessives and len(self.discourse.subject) == 1:
            parties = list(dict.fromkeys([*parties, *map(self.who.principal, self.discourse.subject)]))
        principals = self.who.states.behind(agents)
        beside = any(i.startswith("org:") for c in nearby if "with" in c.relations for i in self.who.actors(c))
        if len(parties) == 1 and not named and set(principals) <= set(parties) and not beside:
            parties += self._speaking_of(parties[0])
        several = words.head_final or bool(words.subject_pronouns)
        few = 2 <= len(principals) <= (SMALL if several else 2)
        if not parties and not named and few and words.indefinite & {chunk.article, *chunk.words}:
            parties = principals
        made_with = self.concluded.partners(chunk) if principals and not (named or parties) else []
        if made_with and set(made_with).isdisjoint(principals):
            parties = [*made_with, *principals]
        return parties, principals

    def another(self, chunk: Chunk) -> bool:
        """«Un accordo analogo»: another pact than the one spoken of."""
        return not self.who.lexicon.language.nouns.other_pacts.isdisjoint(chunk.words)

    def knows(self, chunk: Chunk) -> bool:
        """Was this very phrase linked before?"""
        return id(chunk) in self._linked

    def _contradicted(self, chunk: Chunk, treaty: str) -> bool:
        """«Giappone-Filippine, in vigore l'accordo sulle forze in visita»: the pair has another filed treaty.

        A name of its own ("the Nakamal agreement") is not contradicted.
        """
        if any(m.key not in self.who.lexicon.loose for m in chunk.marks if treaty in m.ids("treaty")):
            return False
        pair = self.discourse.joined
        lead = treaty == self.discourse.lead
        return (
            not lead
            and len(self.register.parties(treaty)) == 2
            and not pair <= self.register.parties(treaty)
            and self.register.filed(pair)
        )

    def _linked_now(
        self,
        chunk: Chunk,
        named: list[str],
        parties: list[str],
        years: list[int],
        agents: Iterable[str],
        principals: list[str],
        acts: bool,
    ) -> str | None:
        words = self.who.lexicon.language.words
        if not named and (made := self.newcomers.made_in(chunk)):
            self.discourse.introduced = made
            return made
        if not named and len(parties) < 2 and strange(self.who, chunk):
            return self._unfiled(principals)
        generic = not named and not parties and not years
        if generic and other_kind(self.who, chunk):
            return self._unfiled(principals or sorted(self.discourse.joined))
        if generic and not words.demonstratives & {chunk.article, *chunk.words}:
            if not principals and acts and self.anaphora.of_others(self.discourse.lead):
                return (
                    self.register.of_pair(self.discourse.around, [], [])
                    if self.register.filed(self.discourse.around)
                    else None
                )
            return self.anaphora.meant(principals, chunk.first, next(iter(kinds(chunk)), ""))
        return self.choice.of(named, parties, years, list(agents), kinds(chunk))

    def _supplemented(self, chunk: Chunk) -> Chunk | None:
        """«Les protocoles du traité de X»: the treaty of many whose protocol it is."""
        words = {w for m in chunk.marks if m.has("treaty") for w in m.key.split()}
        inner = next((c for c in chunk.of if c.has("treaty")), None) if words & self.who.lexicon.protocols else None
        named = self.naming.mentioned(inner)[0] if inner is not None else []
        return inner if len(named) == 1 and len(self.register.parties(named[0])) != 2 else None

    def _unfiled(self, parties: Sequence[str]) -> str | None:
        """Another instrument of two states than those on file."""
        if len(parties) != 2:
            return None
        made = new_id(parties, None)
        self.unfiled.add(made)
        return made

    def named_in(self, row: Sequence[Chunk]) -> tuple[str | None, int]:
        """(the one treaty that a sentence names by its name or parties, the word); (None, 0) for none or several."""
        found: dict[str, int] = {}
        for n, chunk in enumerate(row):
            for part in nested(chunk):
                if part.kind != "np" or not part.has("treaty") or not BESIDE.isdisjoint(chunk.relations):
                    continue
                names, parties = self.naming.mentioned(part, sides_behind(row, n))
                cited = n > 0 and {"under", "according"} & {*chunk.relations, *part.relations}
                if cited and len(names) == 1 and len(self.register.parties(names[0])) > SMALL and self.discourse.lead:
                    continue  # "aid in the event of aggression, pursuant to Article 5 of the North Atlantic Treaty"
                if len(parties) >= 2 or len(names) == 1:
                    treaty = self.choice.of(names, parties, [part.year] if part.year else [], [])
                    found |= {treaty: part.first} if treaty else {}
        return next(iter(found.items())) if len(found) == 1 else (None, 0)
