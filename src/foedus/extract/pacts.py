"""Which treaty a phrase means: by its name, its parties, its year, or what the article spoke of before."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from foedus.extract.chunks import Chunk, nested
from foedus.extract.concluded import Concluded
from foedus.extract.discourse import LEADS
from foedus.extract.states import is_state
from foedus.extract.strangers import city, helps, of_strangers, other_kind, strange
from foedus.extract.who import Who

# Up to so many parties are named one by one; a larger treaty binds "its parties".
SMALL: Final = 5
# So long after its end a treaty is still meant by its parties alone.
OVER: Final = dt.timedelta(days=730)
# A name that many pacts could bear means one between two of so many states spoken of most.
_MAIN: Final = 4
# Relations of a phrase that only sets one treaty beside another ("after ANZUS", "unlike the pact with X").
BESIDE: Final = frozenset({"after", "before", "since", "as", "besides", "despite", "instead", "answer"})
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


class Pacts:
    """Links treaty phrases to ids, for one article."""

    def __init__(self, who: Who) -> None:
        self.who, self.treaties = who, who.lexicon.treaties
        self.discourse = who.discourse
        self.by_organisation = {t.organisation: t.id for t in self.treaties.values() if t.organisation}
        self._linked: dict[int, tuple[Chunk, str]] = {}
        self.files = who.lexicon.filed
        self.concluded = Concluded(who)
        self._made: dict[str, frozenset[str]] = {}
        self.named: set[str] = set()
        self.unfiled: set[str] = set()

    def mentioned(self, chunk: Chunk, nearby: Sequence[Chunk] = ()) -> tuple[list[str], list[str]]:
        """(treaty ids that the words name, states that the phrase makes parties)."""
        named = [
            n for m in chunk.marks for n in m.ids("treaty") if n.startswith("treaty:") and self._may_mean(m.key, n)
        ]
        if self.who.lexicon.language.words.head_final and not chunk.proper:
            named = [n for n in named if self._speaks_of(self.parties(n))]
        self.named.update(named)
        parties = self.who.states.of(chunk, deep=False)
        parties += map(self.who.principal, self.who.persons.named(chunk))
        for inner in [*chunk.of, *nearby]:
            if inner.has("treaty", "place") or city(inner):
                continue
            if {"of", "between", "with"} & set(inner.relations) or not inner.relations:
                parties += [self.who.principal(i) for i in self.who.actors(inner)]
        return list(dict.fromkeys(named)), [p for p in dict.fromkeys(parties) if is_state(p)]

    def _speaks_of(self, parties: Collection[str]) -> bool:
        """Does the article name both parties of a treaty of two, or one of a few?"""
        seen = set(self.discourse.states)
        return len(parties) > SMALL or set(parties) <= seen or (len(parties) > 2 and bool(seen & set(parties)))

    def _may_mean(self, name: str, treaty: str) -> bool:
        """A loose name ("the minerals deal") means a treaty of two states only where the article names both.

        Where it names one state alone, that one.
        """
        parties = self.parties(treaty)
        if name not in self.who.lexicon.loose or len(parties) != 2:
            return True
        states = set(self.discourse.states)
        if not states:
            return True
        if len(states) == 1:
            return bool(parties & states)
        least = ([n for _, n in self.discourse.states.most_common(_MAIN)] or [0])[-1]
        states = {s for s, n in self.discourse.states.items() if n >= least}
        return self.begun(treaty) and parties <= states | ({"SUN"} if "RUS" in states else set())

    def link(
        self,
        chunk: Chunk,
        nearby: Sequence[Chunk] = (),
        agents: Iterable[str] = (),
        year: int | None = None,
        acts: bool = False,
    ) -> str | None:
        """The id of the treaty that a phrase means, None when nothing tells; ``acts``: it is the object of an act."""
        named, parties = self.mentioned(chunk, nearby)
        years = [int(y) for y in _YEAR.findall(" ".join(chunk.words))] or [y for y in (year, chunk.year) if y]
        parties, principals = self._sides(chunk, nearby, agents, named, parties)
        told = self.concluded.year(chunk)
        if told and not years and all(self.concluded.contradicts(chunk, n) for n in named):
            named, years = [], [told]
        words, agents = self.who.lexicon.language.words, list(agents)
        accession = self._acceding(chunk)
        if accession:
            return accession
        of = self._supplemented(chunk) if not named else None
        if of is not None:
            return self.link(of, agents=agents, year=year, acts=acts)
        linked = self._linked[id(chunk)][1] if id(chunk) in self._linked else ""
        ours = words.head_final and bool(principals) and set(principals) <= self.parties(linked)
        if linked and not parties and (not principals or ours):
            return self._linked[id(chunk)][1]  # the same phrase, with the signers that its first verb named
        theirs = bool(principals) and len(named) == 1 and set(principals) <= self.parties(named[0])
        if len(named) == 1 and not (parties or theirs) and self._contradicted(chunk, named[0]):
            return self.of_pair(sorted(self.discourse.joined), [], years)
        if not named and self._of_nobody(chunk, nearby, parties):
            return None
        body = self._with_body(chunk, nearby, agents, years) if not named and len(parties) < 2 else None
        if body is not None:
            return body
        if not named and not parties and self.concluded.new(chunk) and (told or self.concluded.makers(chunk)):
            found = self._brought_in(chunk, principals, told)
            if found and len(self.parties(found)) == 2:
                self.discourse.introduced = found
            return found
        if self.another(chunk) and not named:
            pair = parties if len(parties) > 1 else principals
            return new_id(pair[:SMALL], years[0] if years else None) if len(pair) > 1 else None
        found = self._linked_now(chunk, named, parties, years, agents, principals, acts)
        told = acts and len(principals) == 2 and set(principals) == self.parties(found or "")
        if found and (named or len(parties) > 1 or told) and BESIDE.isdisjoint(chunk.relations):
            self.discourse.introduced = found
        if found and (len(principals) == 2 or (words.head_final and len(parties) == 2)):
            self._linked[id(chunk)] = chunk, found
        return found

    def _of_nobody(self, chunk: Chunk, nearby: Sequence[Chunk], parties: Sequence[str]) -> bool:
        """A pact that was never made, or one with somebody whom this reader does not know."""
        strangers = self.who.lexicon.language.words.head_final and not parties and of_strangers(self.who, nearby)
        partners = any({"with", "between"} & set(c.relations) for c in nearby)
        return (self.concluded.never(chunk) and not partners) or strangers

    def _brought_in(self, chunk: Chunk, principals: Sequence[str], year: int | None) -> str | None:
        """«Nel 2024 avevano firmato un protocollo»: the pact spoken of if it is of that year, else another one."""
        told = list(dict.fromkeys((*principals, *self.concluded.makers(chunk))))
        for known in (self.discourse.introduced, self.discourse.topic, self.discourse.treaty, self.discourse.lead):
            fits = known is not None and set(told) <= self.parties(known)
            if known and fits and (len(told) > 1 or year) and (year is None or self.files.may_be_of(known, year)):
                return known
        states = told if len(told) > 1 else list(self.discourse.here) if not told else []
        if year and len(told) == 1:  # «Canberra ha inviato agenti in virtù di un trattato firmato nel 2017»
            about = {*told, *self.discourse.around, *self.discourse.here}
            filed = [t for t in self.treaties if year in self.files.years(t) and len(self.parties(t)) == 2]
            filed = [t for t in filed if set(told) <= self.parties(t) <= about]
            return filed[0] if len(filed) == 1 else None
        if 2 <= len(states) <= SMALL:
            return self.of_pair(states, [], [year] if year else [])
        return None

    def _made_in(self, chunk: Chunk) -> str | None:
        """«Conclu en 2015 par X, Y et Z, l'accord …»: the one pact on file of that year and of all who made it."""
        year, makers = self.concluded.year(chunk), set(self.concluded.makers(chunk))
        if year is None or self.concluded.new(chunk):
            return None
        filed = [t for t in self.treaties if year in self.files.years(t) | {self._year(t)} and len(makers) > 1]
        filed = [t for t in filed if makers <= self.parties(t) and len(self.parties(t)) <= len(makers) + SMALL]
        return filed[0] if len(filed) == 1 else None

    def _with_body(
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
        made = self.made_with(bodies[0], states[0])
        filed = [t for t in self.treaties if t.startswith(f"{made}-") and (not years or self._year(t) == years[0])]
        filed = filed or [n for n in chunk.ids("treaty") if n in self.treaties]
        return filed[0] if len(filed) == 1 else made + (f"-{years[0]}" if years else "")

    def parties(self, treaty: str) -> frozenset[str]:
        """Those bound: the states of a file or a made id; with a body that made one with a state."""
        return self._made.get(re.sub(r"-\d{4}$", "", treaty)) or self.files.parties(treaty)

    def made_with(self, body: str, state: str) -> str:
        """Id of a pact of a body and a state that no file knows."""
        made = "treaty:" + "-".join(sorted((state, body.removeprefix("org:"))))
        self._made[made] = frozenset({state, body})
        return made

    def _speaking_of(self, partner: str) -> list[str]:
        """«… Il trattato con X è stato firmato»: the one who acted last has it, where a file knows such a pact."""
        states = list(dict.fromkeys(map(self.who.principal, self.discourse.subject_last)))
        return states if len(states) == 1 and partner not in states and self.filed((partner, *states)) else []

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
        return not lead and len(self.parties(treaty)) == 2 and not pair <= self.parties(treaty) and self.filed(pair)

    def filed(self, pair: Collection[str]) -> bool:
        """Does a file know a treaty of these two states alone?"""
        return bool(self.files.between(pair))

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
        if not named and (made := self._made_in(chunk)):
            self.discourse.introduced = made
            return made
        if not named and len(parties) < 2 and strange(self.who, chunk):
            return self._unfiled(principals)
        generic = not named and not parties and not years
        if generic and other_kind(self.who, chunk):
            return self._unfiled(principals or sorted(self.discourse.joined))
        if generic and not words.demonstratives & {chunk.article, *chunk.words}:
            if not principals and acts and self._of_others(self.discourse.lead):
                return self.of_pair(self.discourse.around, [], []) if self.filed(self.discourse.around) else None
            return self._meant(principals, chunk.first, next(iter(kinds(chunk)), ""))
        return self.choose(named, parties, years, list(agents), kinds(chunk))

    def _acceding(self, chunk: Chunk) -> str | None:
        """A protocol of accession belongs to the treaty of the organisation that is joined."""
        words = {w for m in chunk.marks if m.has("treaty") for w in m.key.split()}
        named = words & self.who.lexicon.accessions
        return self.discourse.acceding if named or words & self.who.lexicon.protocols else None

    def _supplemented(self, chunk: Chunk) -> Chunk | None:
        """«Les protocoles du traité de X»: the treaty of many whose protocol it is."""
        words = {w for m in chunk.marks if m.has("treaty") for w in m.key.split()}
        inner = next((c for c in chunk.of if c.has("treaty")), None) if words & self.who.lexicon.protocols else None
        named = self.mentioned(inner)[0] if inner is not None else []
        return inner if len(named) == 1 and len(self.parties(named[0])) != 2 else None

    def names_accession(self, part: Chunk) -> bool:
        """Does a phrase speak of accession, or of a protocol of it?"""
        return any(set(m.key.split()) & self.who.lexicon.accessions for m in part.marks)

    def founding(self) -> str | None:
        """The founding treaty of the organisation that the article speaks of most."""
        most = self.discourse.bodies.most_common()
        bodies = [o for o, n in most if o in self.by_organisation and 2 * n >= most[0][1]]
        return self.by_organisation[bodies[0]] if bodies else None

    def _unfiled(self, parties: Sequence[str]) -> str | None:
        """Another instrument of two states than those on file."""
        if len(parties) != 2:
            return None
        made = new_id(parties, None)
        self.unfiled.add(made)
        return made

    def _otherwise_called(self, treaty: str | None, word: str) -> bool:
        """Is a treaty of many on file that has no name with this word ("l'accord" is not the NPT)?"""
        file = self.treaties.get(treaty or "")
        language = self.who.lexicon.language
        if file is None or " " in word or not word or len(self.parties(file.id)) <= SMALL:
            return False
        names = {w for n in file.names.get(language.code, ()) for w in language.normal(n)}
        return word not in names

    def _meant(self, principals: list[str], at: int, word: str = "") -> str | None:
        """«The treaty» without more: the one named in the sentence, the topic, that of the two states, the lead."""
        known_here = self.discourse.named_here if self.discourse.named_at < at else None
        lead = self.discourse.lead if self._leads(principals) else None
        first = lead if self.discourse.lead_share >= 0.5 else None
        introduced, here = self.discourse.introduced, self._between_here()
        topic = self.discourse.topic
        if here and topic and len(self.parties(topic)) == 2 and not set(self.discourse.here) & self.parties(topic):
            topic = None  # "IRAN-RUSSIA: the partnership …", after news of another pact
        pair = self.filed(principals) if len(principals) == 2 else False
        candidates = (known_here, introduced, first, topic, here, lead)
        for treaty in sorted(candidates, key=lambda t: self._otherwise_called(t, word)):
            if pair and treaty not in (None, first) and len(self.parties(treaty or "")) > SMALL:
                continue  # what two sign that have a pact of their own is hardly that of many
            if treaty is not None and (not principals or self._plausible(treaty, principals)):
                return treaty
        known = self.discourse.treaty or self.discourse.lead
        if known and (not principals or self._plausible(known, principals)):
            return known
        return self.of_pair(principals, [], []) if len(principals) == 2 else self._of_two(principals)

    def _of_others(self, treaty: str | None) -> bool:
        """News in brief: does the paragraph speak of two states, and of neither party of this pact of two?"""
        parties, around = self.parties(treaty or ""), set(self.discourse.around)
        apart = len(parties) == 2 and len(around) == 2 and around.isdisjoint(parties)
        told = around != set(self.discourse.pair)  # "the two countries" may be counted among those named
        return apart and told and self.discourse.introduced is None

    def _of_two(self, principals: Sequence[str]) -> str | None:
        """«X ha denunciato l'accordo»: the one pact on file of X and the state that the article speaks of most."""
        most = [s for s, _ in self.discourse.states.most_common(1)]
        filed = self.files.between({*principals, *most}) if len(principals) == 1 else []
        fits = [t for t in filed if self.begun(t) and not self.over(t)]
        return fits[0] if len(fits) == 1 and principals[0] not in most else None

    def _between_here(self) -> str | None:
        """In a digest of several treaties, the filed one of the two states that the sentence names."""
        if self.discourse.lead_share >= 0.5 or len(self.discourse.here) != 2:
            return None
        found = self.of_pair(list(self.discourse.here), [], [])
        return found if found in self.treaties else None

    def spoken_of(self, pronoun: bool = False) -> str | None:
        """The treaty that an act without object means; a ``pronoun`` means the last one spoken of."""
        known = self.discourse
        if pronoun and known.act is not None and known.told >= known.entered - 1 and known.act.object == known.treaty:
            return known.treaty or known.introduced or known.lead
        if pronoun and (known.introduced or known.treaty):
            return known.introduced or known.treaty
        return known.named_here or known.topic or known.treaty or known.lead

    def named_in(self, row: Sequence[Chunk]) -> tuple[str | None, int]:
        """(the one treaty that a sentence names by its name or parties, the word); (None, 0) for none or several."""
        found: dict[str, int] = {}
        for n, chunk in enumerate(row):
            for part in nested(chunk):
                if part.kind != "np" or not part.has("treaty") or not BESIDE.isdisjoint(chunk.relations):
                    continue
                nearby = [c for c in row[n + 1 : n + 3] if c.kind == "np" and {"between", "with"} & set(c.relations)]
                names, parties = self.mentioned(part, nearby)
                cited = n > 0 and {"under", "according"} & {*chunk.relations, *part.relations}
                if cited and len(names) == 1 and len(self.parties(names[0])) > SMALL and self.discourse.lead:
                    continue  # "aid in the event of aggression, pursuant to Article 5 of the North Atlantic Treaty"
                if len(parties) >= 2 or len(names) == 1:
                    treaty = self.choose(names, parties, [part.year] if part.year else [], [])
                    found |= {treaty: part.first} if treaty else {}
        return next(iter(found.items())) if len(found) == 1 else (None, 0)

    def _leads(self, principals: list[str]) -> bool:
        """Is "the treaty" without more the one that the article is about?"""
        lead = self.discourse.lead
        if lead is None or self.discourse.lead_share < LEADS:
            return False
        return not principals or self._plausible(lead, principals)

    def choose(
        self,
        named: list[str],
        parties: list[str],
        years: list[int],
        agents: list[str],
        called: Collection[str] = (),
    ) -> str | None:
        """By unique name, by parties (a file's or a new id), then by what was spoken of."""
        if len(named) == 1 and len(self.treaties[named[0]].parties) > 2:
            return named[0]
        if len(parties) >= 2:
            return self.of_pair(parties, named, years, called)
        if len(named) > 1 and not parties:
            named = self.present(named)
        if len(named) == 1:
            return named[0]
        known = self.discourse.treaty or self.discourse.lead
        if called and named and not (years or agents[1:] or known in named):
            return self._of_main_pair(years)  # a name of several, and none of them is spoken of
        for spoken in (known, self.discourse.introduced, self.discourse.topic, self.discourse.lead) if years else ():
            if spoken and spoken in (named or [spoken]) and self._year(spoken) == years[0]:
                return spoken
        if years:
            about = set(self.discourse.states) | set(parties)
            dated = [t for t in (named or self.treaties) if self._year(t) == years[0] and self.parties(t)]
            dated = [t for t in dated if (t in named or self.parties(t) <= about) and set(parties) <= self.parties(t)]
            if len(dated) == 1:
                return dated[0]
        if parties and known and parties[0] not in self.parties(known):
            return None
        principals = self.who.states.behind(agents)
        if known and (not principals or self._plausible(known, principals)):
            return known
        if len(principals) == 2:
            return self.of_pair(principals, named, years, called)
        main = self._of_main_pair(years) if years and known is None else None
        return main if main and set(principals) <= self.parties(main) else known

    def _of_main_pair(self, years: Sequence[int]) -> str | None:
        """The pact of the two states that the article speaks of far more than of any third, as between them alone."""
        pair = self.discourse.main_pair()
        return self.of_pair(pair, [], years) if pair else None

    def present(self, named: list[str]) -> list[str]:
        """Of treaties that share a name, those whose parties the article speaks of."""
        for seen in (set(self.discourse.here), set(self.discourse.around), set(self.discourse.states)):
            fits = [t for t in named if self.parties(t) <= seen]
            if len(fits) == 1:
                return fits
        return named

    def open_to(self, treaty: str, agents: Iterable[str]) -> bool:
        """May those who act be parties of a treaty?"""
        return self._plausible(treaty, [p for p in map(self.who.principal, agents) if is_state(p)])

    def _plausible(self, treaty: str, principals: list[str]) -> bool:
        """May these states act for a treaty: are they its parties, or is it one of many?"""
        parties = self.parties(treaty)
        few = len(parties) == 2 or (len(parties) <= SMALL and not self.files.more(treaty))
        one = len(principals) == 1 and principals[0] != "SUN" and few
        several = len(principals) >= 2 if self.who.lexicon.language.words.head_final else len(principals) == 2
        return not parties or not (one or (several and few)) or set(principals) <= parties

    def of_pair(
        self, parties: Sequence[str], named: Sequence[str], years: Sequence[int], called: Collection[str] = ()
    ) -> str:
        """The filed treaty of these parties (of this year, of this name or kind), else a new id."""
        pair = set(parties[:SMALL])
        fits = [t for t in self.files.between(pair) if self.begun(t)]
        if not fits and len(pair) > 2:
            fits = [t for t in named if pair <= self.parties(t)]
        if years:
            dated = [t for t in fits if self._year(t) == years[0]]
            if not dated:
                return new_id(pair, years[0])
            return self.latest([t for t in dated if t in named] or dated)
        fits = [t for t in fits if t in named] or [t for t in fits if not self.over(t)]
        fits = [t for t in fits if self._called(t, called)] or fits
        return self.latest(fits) if fits else new_id(pair, None)

    def _called(self, treaty: str, kinds: Collection[str]) -> bool:
        """Does a name of a filed treaty hold one of these kinds of several words ("security agreement")?"""
        language = self.who.lexicon.language
        names = [" ".join(language.normal(n)) for n in self.treaties[treaty].names.get(language.code, ())]
        return any(" " in kind and kind in name for kind in kinds for name in names)

    def latest(self, treaties: Iterable[str]) -> str:
        """The one signed last."""
        return max(treaties, key=lambda t: (self.files.signed(t) or dt.date.min, t))

    def begun(self, treaty: str) -> bool:
        """Signed by the time of the article (with a month's grace for what is about to be signed)."""
        published, signed = self.discourse.published, self.files.signed(treaty)
        if published is None or published.last is None or signed is None:
            return True
        return (signed - published.last).days <= 31

    def over(self, treaty: str) -> bool:
        """Ended long before the article: its parties alone do not mean it any more."""
        published, ended = self.discourse.published, self.files.ended(treaty)
        if published is None or published.first is None or ended is None:
            return False
        return ended + OVER < published.first

    def _year(self, treaty: str) -> int | None:
        signed = self.files.signed(treaty)
        return signed.year if signed else None


def kinds(chunk: Chunk) -> list[str]:
    """The words of a phrase for a pact, as in the dictionary."""
    return [m.key for m in chunk.marks if m.has("treaty")]


def new_id(parties: Iterable[str], year: int | None) -> str:
    """Id of an agreement that no file knows: its parties in alphabetical order, and the year of signature if known."""
    return "treaty:" + "-".join(sorted(parties)) + (f"-{year}" if year else "")
