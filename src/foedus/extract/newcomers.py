"""Pacts that a text brings in by telling who made them, when, or with which body that is no state."""

from collections.abc import Iterable, Sequence

from foedus.extract.chunks import Chunk
from foedus.extract.concluded import Concluded
from foedus.extract.register import SMALL, Register
from foedus.extract.states import is_state
from foedus.extract.strangers import of_strangers


class Newcomers:
    """Finds them in one article."""

    def __init__(self, register: Register, concluded: Concluded) -> None:
        self.register, self.concluded = register, concluded
        self.who, self.discourse = register.who, register.discourse
        self.treaties, self.files = register.treaties, register.files

    def of_nobody(self, chunk: Chunk, nearby: Sequence[Chunk], parties: Sequence[str]) -> bool:
        """A pact that was never made, or one with somebody whom this reader does not know."""
        strangers = self.who.lexicon.language.words.head_final and not parties and of_strangers(self.who, nearby)
        partners = any({"with", "between"} & set(c.relations) for c in nearby)
        return (self.concluded.never(chunk) and not partners) or strangers

    def brought_in(self, chunk: Chunk, principals: Sequence[str], year: int | None) -> str | None:
        """«Nel 2024 avevano firmato un protocollo»: the pact spoken of if it is of that year, else another one."""
        told = list(dict.fromkeys((*principals, *self.concluded.makers(chunk))))
        for known in (self.discourse.introduced, self.discourse.topic, self.discourse.treaty, self.discourse.lead):
            fits = known is not None and set(told) <= self.register.parties(known)
            if known and fits and (len(told) > 1 or year) and (year is None or self.files.may_be_of(known, year)):
                return known
        states = told if len(told) > 1 else list(self.discourse.here) if not told else []
        if year and len(told) == 1:  # «Canberra ha inviato agenti in virtù di un trattato firmato nel 2017»
            about = {*told, *self.discourse.around, *self.discourse.here}
            filed = [t for t in self.treaties if year in self.files.years(t) and len(self.register.parties(t)) == 2]
            filed = [t for t in filed if set(told) <= self.register.parties(t) <= about]
            return filed[0] if len(filed) == 1 else None
        if 2 <= len(states) <= SMALL:
            return self.register.of_pair(states, [], [year] if year else [])
        return None

    def made_in(self, chunk: Chunk) -> str | None:
        """«Conclu en 2015 par X, Y et Z, l'accord …»: the one pact on file of that year and of all who made it."""
        year, makers = self.concluded.year(chunk), set(self.concluded.makers(chunk))
        if year is None or self.concluded.new(chunk):
            return None
        filed = [t for t in self.treaties if year in self.files.years(t) | {self.register.year(t)} and len(makers) > 1]
        filed = [
            t
            for t in filed
            if makers <= self.register.parties(t) and len(self.register.parties(t)) <= len(makers) + SMALL
        ]
        return filed[0] if len(filed) == 1 else None

    def with_body(
        self, chunk: Chunk, nearby: Sequence[Chunk], agents: Iterable[str], years: Sequence[int]
    ) -> str | None:
        """«The agreement with the IAEA», "tra l'Etiopia e il Somaliland": a pact of one state and one that is none."""
        partners = [i for c in nearby if {"with", "between"} & set(c.relations) for i in self.who.actors(c)]
        partners += agents if self.concluded.new(chunk) or chunk.article == "" else []
        known = self.who.world.organisations  # "Borrell et Recean signent un partenariat": a union acts as a party
        unions = [p for p in map(self.who.principal, agents) if p in known and known[p].kind == "organisation"]
        partners += [] if any(i.startswith("org:") for i in partners) else unions
        partners = list(dict.fromkeys(partners))
        bodies = [i for i in partners if i.startswith("org:") and not is_state(self.who.principal(i))]
        states = self.who.states.behind((*agents, *partners))
        if len(bodies) != 1 or len(states) != 1 or not chunk.has("treaty"):
            return None
        made = self.register.made_with(bodies[0], states[0])
        filed = [
            t for t in self.treaties if t.startswith(f"{made}-") and (not years or self.register.year(t) == years[0])
        ]
        filed = filed or [n for n in chunk.ids("treaty") if n in self.treaties]
        return filed[0] if len(filed) == 1 else made + (f"-{years[0]}" if years else "")
