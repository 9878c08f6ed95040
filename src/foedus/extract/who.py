"""From a noun phrase to the ids of those who act: states, persons, bodies, groups."""

from foedus.extract.bodies import Bodies, only_adjective
from foedus.extract.chambers import Chambers
from foedus.extract.chunks import Chunk
from foedus.extract.discourse import Discourse
from foedus.extract.groups import Groups
from foedus.extract.lexicon import Lexicon
from foedus.extract.offices import Offices
from foedus.extract.persons import Persons
from foedus.extract.states import States

_ACTING = (
    *("state", "metonym", "person", "surname", "organisation", "outlet", "office", "ministry", "parliament"),
    *("intelligence", "press", "group", "stateword", "forces", "pair", "counterpart"),
)
_BODIES = ("counterpart", "office", "ministry", "parliament", "intelligence", "press")


class Who:
    """Resolves the actors of phrases in one article."""

    def __init__(self, lexicon: Lexicon, discourse: Discourse) -> None:
        self.lexicon, self.world, self.discourse = lexicon, lexicon.world, discourse
        self.states = States(lexicon, discourse)
        self.persons, self.groups = Persons(self.states), Groups(self.states)
        self.offices, self.chambers = Offices(self.groups), Chambers(self.groups)
        self.bodies = Bodies(self.chambers)

    def principal(self, id_: str) -> str:
        """The state or organisation behind an id, at the article's time."""
        return self.states.principal(id_)

    def actors(self, chunk: Chunk | None) -> list[str]:
        """Ids of everybody that a phrase and its coordinates name; empty when it names nobody who can act."""
        if chunk is None:
            return []
        found: dict[str, None] = {}
        for part in chunk.all():
            for id_ in self._of_one(part):
                found.update(dict.fromkeys(self.groups.members(self.groups.allied(id_, part, found), part)))
        return self.offices.others(list(found), chunk)

    def _of_one(self, part: Chunk) -> list[str]:
        if not part.marks:
            return self.states.shorthand(part) or self._pronoun(part)
        persons = self.persons.named(part)
        if persons and part.marks[0].has("stateword"):
            return [self.principal(persons[0])]  # "l'amministrazione Biden"
        if persons:
            return persons
        appended = next(
            (
                p
                for inner in part.of
                for p in self.persons.named(inner)
                if part.has("office") and inner.marks and not inner.marks[0].has("person", "surname")
            ),
            None,
        )
        if appended:
            self.discourse.meet_person(appended, next(iter(part.ids("office")), None))
            return [appended]
        if not part.has(*_BODIES):
            return self._plain(part)
        handlers = (
            ("counterpart", self.offices.counterpart),
            ("office", self.offices.holders),
            ("ministry", self.bodies.ministry),
            ("parliament", self.chambers.of),
            ("intelligence", self.bodies.intelligence),
            ("press", self.bodies.press),
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
        return self._plain(part)

    def _plain(self, part: Chunk) -> list[str]:
        """States, organisations, outlets by name; words that stand for a state; groups; the two of them."""
        both = part.has("pair") and (self.groups.counted(part) or self.groups.both_parties(part))
        if both and not part.has("adjective", "state"):
            return list(self.discourse.two())
        if several := self.groups.in_row(part):
            return several
        if closing := self.bodies.closing(part):
            return closing
        if foreign := self.chambers.foreign(part):
            return [foreign]
        named = [i for m in part.marks if not only_adjective(m) for i in self.bodies.name(m)]
        closes = self.lexicon.language.words.head_final and bool(part.marks)
        group = closes and part.marks[-1].has("group", "stateword", "forces") and not part.marks[-1].entities
        if named and not group and not (part.unknown or part.has("treaty", "relations", "trigger", "territory")):
            return self.bodies.of_others(named, part) or list(dict.fromkeys(named))
        if part.unknown or not part.has(*_ACTING, "adjective"):
            return []
        return self._described(part)

    def _described(self, part: Chunk) -> list[str]:
        adjectives = part.ids("adjective")
        owners = list(dict.fromkeys(adjectives + [s for inner in part.of for s in self.states.of(inner)]))
        if self.lexicon.language.words.head_final:
            names = ("adjective", "state", "metonym", "organisation")
            owners = list(dict.fromkeys(part.ids(*names) + owners))
        if part.has("group"):
            name = next(iter(part.ids("group")), "sources")
            return self.groups.of_sort(name, owners, part)
        if part.has("stateword", "forces"):
            if owners and part.has("pair") and all(o.startswith("org:") for o in owners):
                return []  # "five NATO countries" are not NATO
            if owners and any(n.id == "cabinet" for m in part.marks for n in m.nouns):
                return [f"gov:{owners[0]}_Government"]
            if owners:
                return owners if len(owners) > 1 or not part.of else owners[:1]
            realm = self.states.realm(part)
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
            meant = words.head_final and self.states.shorthand(part)
            if meant:
                return meant
            the_country = part.has("pair") and len(part.words) == 2 and part.words[0] in words.definite
            single = the_country and part.words[-1] == self.lexicon.language.lemma(part.words[-1])
            return self.states.owner() if words.head_final and single else []
        # "i francesi" are France, "due francesi" and "un francese" are not
        people = part.number is None and part.article not in self.lexicon.language.words.indefinite
        return adjectives if people and all(only_adjective(m) for m in part.marks) else []

    def _pronoun(self, part: Chunk) -> list[str]:
        words = self.lexicon.language.words
        if part.unknown and len(part.words) > 1 and (words.head_final or words.plural_endings):
            return []  # "the two companies", "due aeroporti"
        if len(part.words) > 1 and self.groups.three(part):
            return list(self.discourse.here)
        kind = words.pronouns.get(part.words[0]) if len(part.words) == 1 else None
        if kind is not None:
            return self._antecedent(kind)
        counts = part.number is not None and part.number.low != 2  # "deux milliards"
        return [] if counts or words.both.isdisjoint(part.words) else list(self.discourse.two())

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
