"""From a noun phrase to the ids of those who act: states, persons, bodies, groups."""

import re

from foedus.extract.chambers import foreign_chamber
from foedus.extract.chunks import Chunk, nested
from foedus.extract.discourse import Discourse
from foedus.extract.lexicon import Lexicon
from foedus.extract.marks import Mark
from foedus.model import Interval

_ACTING = (
    *("state", "metonym", "person", "surname", "organisation", "outlet", "office", "ministry", "parliament"),
    *("intelligence", "press", "group", "stateword", "forces", "pair", "counterpart"),
)


# offices whose holders meet at summits
_LEADERS = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})
_BODIES = ("counterpart", "office", "ministry", "parliament", "intelligence", "press")


class Who:
    """Resolves the actors of phrases in one article."""

    def __init__(self, lexicon: Lexicon, discourse: Discourse) -> None:
        self.lexicon, self.world, self.discourse = lexicon, lexicon.world, discourse
        self._seats = {b.seat: i for i, b in self.world.organisations.items() if b.seat}

    def principal(self, id_: str) -> str:
        """The state or organisation behind an id, at the article's time."""
        return self.world.principal(id_, self.discourse.published)

    def actors(self, chunk: Chunk | None) -> list[str]:
        """Ids of everybody that a phrase and its coordinates name; empty when it names nobody who can act."""
        if chunk is None:
            return []
        found: dict[str, None] = {}
        for part in chunk.all():
            for id_ in self._of_one(part, chunk):
                found.update(dict.fromkeys(self._members(self._allied(id_, part, found), part)))
        return self._held(list(found), chunk)

    def _held(self, ids: list[str], chunk: Chunk) -> list[str]:
        """«The presidents of Russia and Iran»: a state whose holder of the office is told already is nobody else."""
        if not (chunk.coords and chunk.has("office") and self._plural(chunk)):
            return ids
        own = {self.principal(i) for i in ids if i.startswith("person:")}
        return [i for i in ids if i not in own]

    def _members(self, id_: str, part: Chunk) -> list[str]:
        """«The E3»: a body that is nobody beside its few members; so are "the Europeans" of an article about it."""
        if id_ not in self.world.organisations:
            return [id_]
        own = self.world.organisations[id_].members
        if own or part.has("organisation"):
            return list(own) or [id_]
        for body in self.world.organisations.values():
            row = self.discourse.groups.get(len(body.members)) if id_ in body.within else None
            if body.members and row is not None and set(row) == set(body.members):
                return list(row)
        return [id_]

    def _allied(self, id_: str, part: Chunk, row: dict[str, None]) -> str:
        """«The United States and its allies»: those of the state right before them."""
        states = [i for i in row if re.fullmatch("[A-Z]{3}", i)]
        own = id_ == "group:allies" and not self.lexicon.language.words.possessives.isdisjoint(part.words)
        return f"group:{states[0]}_allies" if own and len(states) == len(row) == 1 else id_

    def states(self, chunk: Chunk | None, deep: bool = True) -> list[str]:
        """States that a phrase names or whose adjective it carries, its "of" phrases included."""
        if chunk is None:
            return []
        found: dict[str, None] = {}
        for part in chunk.all():
            for mark in part.marks:
                for id_ in mark.ids("state", "metonym", "adjective"):
                    found[id_] = None
            if deep:
                for inner in part.of:
                    for id_ in self.states(inner):
                        found[id_] = None
        return list(found)

    def realm(self, part: Chunk) -> str | None:
        """«Nel regno», "the emirate": the one state of that form that the article names, else None."""
        words = self.lexicon.language.words
        if part.article not in words.definite | words.definite_forms or self.states(part) or part.unknown:
            return None
        for mark in part.marks:
            for noun in mark.nouns:
                fitting = self.world.forms.get(noun.id)
                named = [s for s in self.discourse.states if s in fitting] if fitting else []
                if named:
                    return named[0] if len(named) == 1 else None
        return None

    def _of_one(self, part: Chunk, whole: Chunk) -> list[str]:
        if not part.marks:
            return self._shorthand(part) or self._pronoun(part)
        persons = self.persons(part)
        if persons and part.marks[0].has("stateword"):
            return [self.principal(persons[0])]  # "l'amministrazione Biden"
        if persons:
            return persons
        appended = next(
            (
                p
                for inner in part.of
                for p in self.persons(inner)
                if part.has("office") and inner.marks and not inner.marks[0].has("person", "surname")
            ),
            None,
        )
        if appended:
            self.discourse.meet_person(appended, _first(part, "office"))
            return [appended]
        if not part.has(*_BODIES):
            return self._plain(part, whole)
        handlers = (
            ("counterpart", self._counterpart),
            ("office", self._office),
            ("ministry", self._ministry),
            ("parliament", self._parliament),
            ("intelligence", self._intelligence),
            ("press", self._press),
        )
        for sort, handler in handlers:
            if part.unknown or not part.has(sort):
                continue
            mark = next((m for m in part.marks if m.has(sort)), None)
            if mark is not None:
                if any(m.has("organisation") and m.last - m.first >= mark.last - mark.first for m in part.marks):
                    break
                found = handler(part, mark)
                if found or sort != "office":
                    return found
        return self._plain(part, whole)

    def persons(self, part: Chunk) -> list[str]:
        """Ids of the persons that a phrase names, by full name or surname."""
        found: list[str] = []
        for mark in part.marks:
            if not mark.entities:
                continue
            stranger = bool(part.unknown) and self.lexicon.language.words.head_final  # "Kim Kardashian", "a Putin aide"
            ids = [e.id for e in mark.entities if e.kind == "person"] or ([] if stranger else self._surname(mark))
            if ids:
                found.append(ids[0])
                self.discourse.meet_person(ids[0], _first(part, "office"))
        return found

    def _surname(self, mark: Mark) -> list[str]:
        """Whom a bare surname means: one named before, else the only bearer in office about then."""
        ids = list(dict.fromkeys(e.id for e in mark.entities if e.kind == "surname"))
        if len(ids) < 2:
            return ids  # the only bearer
        seen = next((p for p in reversed(self.discourse.persons) if p in ids), None)
        if seen:
            return [seen]
        published = self.discourse.published
        states = set(self.discourse.states)
        serving = [
            i
            for i in ids
            if any(
                (published is None or Interval.parse(t.within).meets(published))
                for t in self.world.persons[i.removeprefix("person:")].terms
            )
        ]
        if len(serving) > 1:
            serving = [i for i in serving if self.principal(i) in states] or serving
        if len(serving) > 1:
            leaders = [i for i in serving if self._leads(i)]
            serving = leaders if len(leaders) == 1 else serving
        if not serving and len(ids) == 1:
            return ids  # the only bearer, out of office by then
        return serving if len(serving) == 1 else []

    def _leads(self, id_: str) -> bool:
        terms = self.world.persons[id_.removeprefix("person:")].terms
        return any(t.office in ("head_of_state", "head_of_government") for t in terms)

    def _office(self, part: Chunk, mark: Mark) -> list[str]:
        """Holder of an office: by state and date, else the last one named with that office."""
        states = self.states(part) or [i for m in part.marks for i in m.ids("organisation")] or self._seated(part)
        states += [i for inner in part.of for m in inner.marks for i in m.ids("organisation")]
        offices = sorted(mark.ids("office"), key=lambda office: office != "president")  # Iran's is not its head
        if self._counted(part) and part.has("pair"):
            return list(self.discourse.two())
        if several := self._group_of(part):
            return several
        if those := self._of_those(part):
            return those
        if len(states) > 1 and part.words and part.words[-1] != self.lexicon.language.lemma(part.words[-1]):
            return self._offices(offices, states)  # "the Russian and Iranian foreign ministers"
        if part.named or self._several(part):
            return states[:1]
        if not states and self._plural(part):
            return self._summit() if _LEADERS.intersection(offices) else []
        return self._holder(offices, states) if states else self._last_with(offices)

    def _holder(self, offices: list[str], states: list[str]) -> list[str]:
        """Who holds the office in the first of the states, else that state."""
        for office in offices:
            holders = self.world.holders(office, states[0], self.discourse.published)
            if len(holders) == 1:
                self.discourse.meet_person(holders[0], office)
                return [holders[0]]
        for office in offices:
            known = self.discourse.officials.get(office)
            if known and self.principal(known) == states[0]:
                return [known]
        return states[:1]

    def _last_with(self, offices: list[str]) -> list[str]:
        found = (self.discourse.officials[o] for o in offices if o in self.discourse.officials)
        return [i for i in [next(found, None)] if i]

    def _of_those(self, part: Chunk) -> list[str]:
        """«Les ministres des deux pays», «… des trois États et de la Pologne»: of each, where they are known."""
        inner = [c for of in part.of for c in nested(of)]
        counted = [c for c in inner if c.has("pair") and (self._counted(c) or self._group_of(c))]
        if not counted or self.lexicon.language.words.head_final:
            return []
        found = [i for c in counted for i in (self._group_of(c) or self.discourse.two())]
        return list(
            dict.fromkeys([*found, *(i for c in inner if c not in counted for i in self.states(c, deep=False))])
        )

    def _seated(self, part: Chunk) -> list[str]:
        """«Il capo del Cremlino», "le maître du Kremlin": an office that is called after a seat or a body."""
        hits = self.lexicon.names.find(part.words) if len(part.words) > 2 else []
        named = [n.entity for h in hits for n in h.payload if n.entity.kind in ("metonym", "state", "organisation")]
        return [self.principal(named[0].id)] if named else []

    def _offices(self, offices: list[str], states: list[str]) -> list[str]:
        found = []
        for state in states:
            holders = [self.world.holders(o, state, self.discourse.published) for o in offices]
            found += next(([*h] for h in holders if len(h) == 1), [state])
        return list(dict.fromkeys(found))

    def _several(self, part: Chunk) -> bool:
        """«I tre leader»: more than one holder."""
        return any(p.number is not None and (p.number.low or 0) > 1 for p in (part, *part.of))

    def _plural(self, part: Chunk) -> bool:
        words = self.lexicon.language.words
        if words.head_final:
            return bool(part.words) and part.words[-1] != self.lexicon.language.lemma(part.words[-1])
        return part.article in words.plural_articles

    def _summit(self) -> list[str]:
        """«I leader hanno condannato …»: those of the one body that the article speaks of most."""
        kinds = ("alliance", "bloc")
        bodies = [b for b, _ in self.discourse.bodies.most_common() if b in self.world.organisations]
        met = [b for b in bodies if self.world.organisations[b].kind in kinds]
        return met if len(met) == 1 else []

    def _counterpart(self, part: Chunk, mark: Mark) -> list[str]:
        """«His Russian counterpart»: the same office in the other state."""
        states = self.states(part)
        if not states:
            return []
        for id_ in reversed(self.discourse.persons):
            terms = (
                self.world.persons[id_.removeprefix("person:")].terms
                if id_.startswith("person:") and id_[7:] in self.world.persons
                else ()
            )
            for term in terms:
                holders = self.world.holders(term.office, states[0], self.discourse.published)
                if len(holders) == 1 and term.of != states[0]:
                    return list(holders)
        return states[:1]

    def _ministry(self, part: Chunk, mark: Mark) -> list[str]:
        states = self.states(part)
        name = mark.ids("ministry")[0]
        if name == "last":
            known = self.discourse.ministry
            return states[:1] or ([known] if known and not part.of else [])
        if states:
            self.discourse.meet_ministry(name, states[0])
            return [f"gov:{states[0]}_{name}"]
        known = self.discourse.ministries.get(name)
        if part.article in self.lexicon.language.words.possessives:
            known = next(iter(self._owner_state()), known)
        return [f"gov:{known}_{name}"] if known else []

    def _parliament(self, part: Chunk, mark: Mark) -> list[str]:
        if "houses" in mark.ids("parliament") and (self._counted(part) or self.lexicon.language.words.head_final):
            return self._houses(part)
        if self._counted(part) or any(self._counted(i) and i.has("pair") for i in part.of):
            return [f"gov:{s}_Parliament" for s in self.discourse.two() if re.fullmatch("[A-Z]{3}", s)]
        several = self.lexicon.language.words.head_final and part.words and part.words[-1].endswith("s")
        chamber = self.discourse.chamber
        own = self._owner_state() if self.lexicon.language.words.possessives.intersection(part.words) else []
        states = self.states(part)[: None if several else 1] or own or self._assembly(mark)
        inside = [self.principal(i) for inner in part.of for m in inner.marks for i in m.ids("organisation")]
        states = states or inside[:1]  # "the upper house of Japan's Diet"
        here, voted = self.discourse.here, self.discourse.voted
        voted = voted if not here or voted in here else None  # "Washington signed it but the Senate rejected it"
        states = states or ([chamber] if chamber else [voted] if voted else [])
        if not states and chamber is None and not part.has("organisation"):
            first = self.discourse.first_acting()
            states = [first] if first else self.main_state()
        return [f"gov:{s}_Parliament" for s in states]

    def _assembly(self, mark: Mark) -> list[str]:
        """«La Diète»: of the one state with a parliament of that name that the article speaks of."""
        named = self.lexicon.language.nouns.assemblies.get(mark.key, ())
        states = [s for s in named if self.discourse.states[s]]
        return states if len(states) == 1 else []

    def _houses(self, part: Chunk) -> list[str]:
        """«Both chambers», «le due Camere»: those of one parliament; a single "house" may be any."""
        if not self._counted(part):
            return []
        bodies = [self.principal(i) for inner in part.of for m in inner.marks for i in m.ids("organisation")]
        last = self.discourse.act.actors if self.discourse.act is not None else []
        acted = {self.principal(a) for a in last}
        states = self.states(part) or bodies or (list(acted) if len(acted) == 1 else self._first_parliament())
        return [f"gov:{s}_Parliament" for s in states[:1] if re.fullmatch("[A-Z]{3}", s)]

    def _first_parliament(self) -> list[str]:
        """The state of the one parliament named, else of the article's first act, else the one most spoken of."""
        if self.discourse.chamber is not None:
            return [self.discourse.chamber] if self.discourse.chamber else []
        first = self.discourse.first_acting()
        return [first] if first else self.main_state()

    def main_state(self) -> list[str]:
        """The state that the article speaks of far more than of any other."""
        counts = self.discourse.states.most_common(2)
        return [counts[0][0]] if counts and (len(counts) < 2 or counts[0][1] >= 2 * counts[1][1]) else []

    def _owner_state(self) -> list[str]:
        """The one state that spoke or acted last, to which "its" points."""
        states = [p for p in map(self.principal, self.discourse.subject) if re.fullmatch("[A-Z]{3}", p)]
        return states if len(set(states)) == 1 and len(self.discourse.subject) == 1 else []

    def _intelligence(self, part: Chunk, mark: Mark) -> list[str]:
        return [f"agency:{s}_intelligence" for s in self.states(part)]

    def _press(self, part: Chunk, mark: Mark) -> list[str]:
        outlets = [i for m in part.marks for i in m.ids("outlet")]
        return outlets or [f"media:{s}_state_media" for s in self.states(part)[:1]]

    def _plain(self, part: Chunk, whole: Chunk) -> list[str]:
        """States, organisations, outlets by name; words that stand for a state; groups; the two of them."""
        first = part.marks[0] if part.marks else None
        if first is None:
            return self._shorthand(part) or self._pronoun(part)
        both = part.has("pair") and (self._counted(part) or self.both_parties(part))
        if both and not part.has("adjective", "state"):
            return list(self.discourse.two())
        if several := self._group_of(part):
            return several
        closing = self._closing_names(part)
        if closing:
            return closing
        foreign = foreign_chamber(part, self.world)
        if foreign:
            return [foreign]
        named = [i for m in part.marks if not self._only_adjective(m) for i in self._name(m)]
        closes = self.lexicon.language.words.head_final and bool(part.marks)
        group = closes and part.marks[-1].has("group", "stateword", "forces") and not part.marks[-1].entities
        if named and not group and not (part.unknown or part.has("treaty", "relations", "trigger", "territory")):
            return self._of_others(named, part) or list(dict.fromkeys(named))
        if part.unknown or not part.has(*_ACTING, "adjective"):
            return []
        return self._described(part)

    def _of_others(self, named: list[str], part: Chunk) -> list[str]:
        """«I marines dell'esercito delle Filippine»: forces by a name of one state that are another's."""
        bodies = self.world.organisations
        forces = [i for i in named if i in bodies and bodies[i].kind == "forces"]
        states = [s for inner in part.of for s in self.states(inner)] if forces else []
        return states[:1] if states and bodies[forces[0]].of not in states else []

    def _closing_names(self, part: Chunk) -> list[str]:
        """«NATO member Lithuania»: where the head stands last, a name behind a noun is who is meant."""
        if not self.lexicon.language.words.head_final or part.unknown or len(part.marks) < 2:
            return []
        names: list[str] = []
        for mark in reversed(part.marks):
            if not mark.has("state", "metonym", "organisation") or self._only_adjective(mark):
                return names
            names[:0] = self._name(mark)
        return []

    def _name(self, mark: Mark) -> list[str]:
        """A body's own name before the state that it stands for."""
        for id_ in mark.ids("organisation"):
            body = self.world.organisations[id_]
            if body.kind == "ministry":
                self.discourse.meet_ministry(id_.rpartition("_")[2], body.of or "")
            if self._common(mark) and body.of and not self.discourse.states[body.of]:
                return self._namesake() or [id_]  # "the House of Representatives", in news of Japan
            if body.kind in ("parliament", "chamber") and body.of:
                known = self.discourse.chamber
                self.discourse.chamber = body.of if known in (None, body.of) else ""
        return mark.ids("organisation", "outlet")[:1] or self._by_capital(mark) or mark.ids("state", "metonym")[:1]

    def _common(self, mark: Mark) -> bool:
        """Is a chamber's name a common noun too ("Camera dei rappresentanti"), which those of other states bear?"""
        language = self.lexicon.language
        nouns = (p for phrases in language.nouns.nouns.get("parliament", {}).values() for p in phrases)
        return language.normal(mark.key) in map(language.normal, nouns)

    def _namesake(self) -> list[str]:
        """The parliament of the state that acted last, or that the article is about."""
        last = self.discourse.act.actors if self.discourse.act is not None else []
        states = [*{self.principal(a) for a in last}]
        states = states if len(states) == 1 else self._first_parliament()
        return [f"gov:{s}_Parliament" for s in states if re.fullmatch("[A-Z]{3}", s)]

    def _by_capital(self, mark: Mark) -> list[str]:
        """«Brussels», where the article names the EU: the body whose seat the capital is."""
        body = None if mark.has("state") else next((self._seats.get(i) for i in mark.ids("metonym")), None)
        state = mark.ids("metonym")[0] if body else ""
        return [body] if body and self.discourse.bodies[body] > self.discourse.states[state] else []

    def _described(self, part: Chunk) -> list[str]:
        adjectives = [i for m in part.marks for i in m.ids("adjective")]
        owners = list(dict.fromkeys(adjectives + [s for inner in part.of for s in self.states(inner)]))
        if self.lexicon.language.words.head_final:
            names = ("adjective", "state", "metonym", "organisation")
            owners = list(dict.fromkeys([i for m in part.marks for i in m.ids(*names)] + owners))
        if part.has("group"):
            name = _first(part, "group") or "sources"
            return self._group(name, owners, part)
        if part.has("stateword", "forces"):
            if owners and part.has("pair") and all(o.startswith("org:") for o in owners):
                return []  # "five NATO countries" are not NATO
            if owners and any(n.id == "cabinet" for m in part.marks for n in m.nouns):
                return [f"gov:{owners[0]}_Government"]
            if owners:
                return owners if len(owners) > 1 or not part.of else owners[:1]
            realm = self.realm(part)
            if realm:
                return [realm]
            inner = [i for of in part.of for i in self.actors(of)]
            if inner:
                return [self.principal(i) for i in inner][:1]
            words = self.lexicon.language.words
            if words.possessives.intersection(part.words):
                return [self.principal(i) for i in self.discourse.subject[:1]]
            if any(n.id == "rulers" for m in part.marks for n in m.nouns) and part.number is None:
                first = self.discourse.first_acting()  # "les autorités": of the state that the article began with
                return [first] if first and part.article in words.definite else []
            meant = words.head_final and self._shorthand(part)
            if meant:
                return meant
            the_country = part.has("pair") and len(part.words) == 2 and part.words[0] in words.definite
            single = the_country and part.words[-1] == self.lexicon.language.lemma(part.words[-1])
            return self._owner_state() if words.head_final and single else []
        # "i francesi" are France, "due francesi" and "un francese" are not
        people = part.number is None and part.article not in self.lexicon.language.words.indefinite
        return adjectives if people and all(self._only_adjective(m) for m in part.marks) else []

    def _group(self, name: str, owners: list[str], part: Chunk) -> list[str]:
        states = [o for o in owners if re.fullmatch("[A-Z]{3}", o)]
        if states and name in ("officials",):
            return [f"group:{s}_officials" for s in states]
        if "bloc:West" in owners:
            return [f"group:Western_{name}"]
        bodies = [i for of in part.of for m in of.marks for i in m.ids("organisation")]
        if name == "media" and bodies:
            return bodies[:1]  # "le agenzie dell'Onu"
        armed = [i for i in bodies if self.world.organisations[i].kind == "armed_group"]
        if armed and name in ("rebels", "jihadists", "gunmen"):
            return armed[:1]  # "i guerriglieri del gruppo X"
        if name == "allies":
            return self._allies(part, states)
        if name == "officials" and self._counted(part) and self.discourse.pair:
            return list(self.discourse.two())
        if name == "countries":
            return ["group:other_countries"]
        return [f"group:{name}"]

    def _allies(self, part: Chunk, states: list[str]) -> list[str]:
        """«Gli alleati della Nato» and "US allies" are not NATO or the US; "gli alleati russi" are Russia."""
        whose = [i for p in (part, *part.of) for m in p.marks for i in m.ids("organisation")]
        named = [i for m in part.marks for i in m.ids("adjective") if i in self.world.states]
        if named and not self.lexicon.language.words.head_final:
            return list(dict.fromkeys(named))
        return [f"group:{i.rpartition(':')[2]}_allies" for i in (whose or states)[:1]] or ["group:allies"]

    def _pronoun(self, part: Chunk) -> list[str]:
        words = self.lexicon.language.words
        if part.unknown and len(part.words) > 1 and (words.head_final or words.plural_endings):
            return []  # "the two companies", "due aeroporti"
        if len(part.words) > 1 and self._three(part):
            return list(self.discourse.here)
        kind = words.pronouns.get(part.words[0]) if len(part.words) == 1 else None
        if kind is not None:
            return self._antecedent(kind)
        counts = part.number is not None and part.number.low != 2  # "deux milliards"
        return [] if counts or words.both.isdisjoint(part.words) else list(self.discourse.two())

    def _three(self, part: Chunk) -> bool:
        """«I tre hanno firmato»: the three states of the sentence, where it names just three."""
        three = part.number is not None and part.number.low == part.number.high == 3
        return three and len(self.discourse.here) == 3 and part.words[0] in self.lexicon.language.words.definite

    def _shorthand(self, part: Chunk) -> list[str]:
        """«The North»: a word for a state that the article names in full elsewhere."""
        words = self.lexicon.language
        state = words.nouns.shorthand.get(part.words[-1]) if part.words else None
        named = part.proper or bool(part.marks)
        known = state is not None and named and bool(set(part.words[:1]) & words.words.definite)
        return [state] if state and known and self.discourse.states[state] else []

    def _antecedent(self, kind: str) -> list[str]:
        """Whom a pronoun of the next sentence means: the last person of that sex, the last subject that agrees."""
        known = self.discourse
        if kind in ("m", "f"):
            persons = self.world.persons
            last = [p for p in known.subject if p.startswith("person:")]
            fits = (p for p in [*last, *reversed(known.persons)] if persons[p.removeprefix("person:")].sex == kind)
            return [p for p in [next(fits, None)] if p]
        last = list(known.subject)
        several = len(last) > 1 or any(i.startswith("group:") for i in last)
        single = len(last) == 1 and not last[0].startswith(("person:", "group:"))
        return last if (several if kind == "several" else single) else []

    def _counted(self, part: Chunk) -> bool:
        both = self.lexicon.language.words.both
        if part.number is not None and part.number.low != 2:
            return False  # "two dozen countries"
        owners = [c for c in part.of if c.prep in self.lexicon.language.words.genitives]
        return any(w in both for c in (part, *owners) for w in c.words)

    def _group_of(self, part: Chunk) -> list[str]:
        """«The three leaders»: so many states that were named in one row."""
        known = self.lexicon.language.words
        counted = part.number is not None and part.number.low == part.number.high and part.number.comparator == "="
        definite = part.article in known.definite | known.definite_forms
        if not (counted and definite and part.has("pair", "stateword")) or part.of or part.has("adjective", "state"):
            return []
        return list(self.discourse.groups.get(int((part.number and part.number.low) or 0), ()))

    def both_parties(self, part: Chunk) -> bool:
        """Does a phrase say "the parties", "the signatories" and no more?"""
        return (
            any(m.key in ("parte", "party", "side", "partie", "contraente", "firmatario") for m in part.marks)
            and len(part.marks) == 1
        )

    def _only_adjective(self, mark: Mark) -> bool:
        return bool(mark.entities) and not mark.nouns and all(e.kind == "adjective" for e in mark.entities)


def _first(part: Chunk, sort: str) -> str | None:
    return next((i for m in part.marks for i in m.ids(sort)), None)
