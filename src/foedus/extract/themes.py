"""What a trigger acts on: the theme of its clause, its sort, and so the claim type that it opens."""

from collections.abc import Sequence

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.marks import Mark
from foedus.extract.pacts import Pacts
from foedus.extract.partners import another_like
from foedus.extract.who import Who
from foedus.packs.triggers import Trigger


class Themes:
    """Chooses themes in one article."""

    def __init__(self, who: Who, pacts: Pacts) -> None:
        self.who, self.pacts = who, pacts
        self.language = who.lexicon.language

    def choose(
        self, trigger: Trigger, args: Arguments, nominal: bool, head: Chunk
    ) -> list[tuple[str, Chunk | None]] | None:
        """(claim type, theme) pairs; None when the trigger says nothing here."""
        return None if not nominal and self._disagrees(trigger, args) else self._chosen(trigger, args, nominal, head)

    def _chosen(
        self, trigger: Trigger, args: Arguments, nominal: bool, head: Chunk
    ) -> list[tuple[str, Chunk | None]] | None:
        theme = self._theme_of(trigger, args, nominal)
        if nominal and self.language.words.head_final and not self.fits(theme, _sorts(trigger)):
            theme = self._compounded(trigger, head) or theme
        if trigger.by_theme:
            found: dict[str, Chunk] = {}
            for part in theme.all() if theme else []:
                sort = self.sort(part, tuple(trigger.by_theme))
                if sort:
                    found.setdefault(trigger.by_theme[sort], part)
            return list(found.items()) or None
        if trigger.joins:
            joined = self.joined(theme, args, trigger.type) or self.deeper(theme, ("treaty",)) is not None
            return [(trigger.type, theme)] if joined else None
        if not trigger.theme:
            return [(trigger.type, theme)]
        if (
            self.fits(theme, trigger.theme)
            or self._object_pronoun(trigger, args)
            or self._stands_for_treaty(trigger, theme, nominal)
        ):
            return [(trigger.type, theme if self.fits(theme, trigger.theme) else None)]
        if theme is None and trigger.subject_theme and not nominal and self._unspoken(trigger, args):
            return [(trigger.type, None)]
        told = "treaty" in trigger.theme and self._pronoun_theme(args)
        if theme is None and not nominal and told:
            return [(trigger.type, None)]
        if theme is None and not nominal and trigger.alone and self._lone(trigger, args):
            return [(trigger.type, None)]
        if nominal and trigger.type == "treaty.withdraw" and self._leaves_the_named(args, head):
            return [(trigger.type, None)]
        if trigger.bare and trigger.type == "treaty.withdraw" and self._leaves_a_place(args, head):
            return None
        open_ = trigger.optional_theme or (
            trigger.bare and (args.verb is not None or args.slots.get("of") or args.slots.get("by"))
        )
        open_ = open_ or (nominal and trigger.definite and self._known_act(args, head))
        return [(trigger.type, theme)] if open_ else None

    def _disagrees(self, trigger: Trigger, args: Arguments) -> bool:
        """«All measures frozen under the accord have been in force»: not the one pact beside a verb of several."""
        verb = args.verb.verb if args.verb is not None and trigger.subject_theme else None
        theme = self._theme_of(trigger, args, nominal=False) if verb is not None else None
        if verb is None or theme is None or not self.language.words.head_final or not theme.has("treaty"):
            return False
        single = bool(theme.words) and not theme.coords and self.language.lemma(theme.words[-1]) == theme.words[-1]
        return verb.plural and (verb.perfect or verb.passive or verb.lemma == "be") and single

    def _leaves_the_named(self, args: Arguments, head: Chunk) -> bool:
        """«Le traité FNI a pris fin après le retrait des États-Unis»: of the treaty that the sentence names."""
        of = args.slots.get("of", [])
        known = self.who.discourse.named_here is not None and head.article in self.language.words.definite_forms
        return known and len(of) == 1 and of[0].has("state", "metonym", "organisation") and not of[0].has("forces")

    def _leaves_a_place(self, args: Arguments, head: Chunk) -> bool:
        """«Leur retrait de Côte d'Ivoire»: whose it is told already, so that the state is what is left."""
        owned = bool(self.language.words.possessives.intersection(head.words))
        of = [*args.slots.get("of", []), *args.slots.get("from", [])]
        return owned and any(c.has("state", "metonym", "place", "territory") for c in of)

    def _compounded(self, trigger: Trigger, head: Chunk) -> Chunk | None:
        """«Arms shipments», «a troop withdrawal»: the thing stands before the noun of action, in its phrase."""
        acts = next((m.first for m in head.marks if m.has("trigger")), head.first)
        thing = Chunk("np", head.first, head.last, marks=[m for m in head.marks if m.first < acts])
        return thing if self.fits(thing, _sorts(trigger)) else None

    def _unspoken(self, trigger: Trigger, args: Arguments) -> bool:
        """«Entrerà in vigore a marzo»: a finite verb without subject, about the treaty spoken of."""
        finite = args.verb is not None and (args.verb.group.finite or args.pronoun)
        words = self.language.words
        if words.head_final and args.verb is not None and finite:  # a language that leaves no subject out
            finite = not {c for c in words.pronouns if words.pronouns[c] == "thing"}.isdisjoint(args.verb.group.clitics)
        return (
            finite
            and args.agent is None
            and not trigger.named
            and trigger.theme == ("treaty",)
            and self.pacts.anaphora.spoken_of() is not None
        )

    def _lone(self, trigger: Trigger, args: Arguments) -> bool:
        """«The minister signed for Rome», "was the first to sign": a verb without object, of the treaty spoken of."""
        if args.verb is None or args.after is not None or self.pacts.anaphora.spoken_of() is None:
            return False
        if trigger.type == "treaty.withdraw" and self.who.discourse.named_here is None and not self._of_many(args):
            return False  # who leaves leaves what the sentence names, or something else
        verb, words = args.verb.group, self.language.words
        if not words.head_final:
            return verb.form in ("finite", "inf")
        slots = {"to", "about", "of", "from", "under", "with"} & args.slots.keys()
        active = not verb.passive and verb.form in ("finite", "inf")
        return active and not slots and bool(self.who.actors(args.agent))

    def _of_many(self, args: Arguments) -> bool:
        """«Mexico left in 2004», in an article about a pact of many: states alone leave that."""
        known, agent = self.who.discourse, args.agent
        if agent is None or known.lead_share < 0.5:
            return False
        several = (
            len(self.pacts.register.parties(known.lead or "")) > 2 and self.pacts.anaphora.spoken_of() == known.lead
        )
        states = [self.who.principal(i) == i for i in self.who.actors(agent)]
        return several and bool(states) and all(states) and not agent.has("forces", "army", "person", "office")

    def _pronoun_theme(self, args: Arguments) -> bool:
        """«Il a été signé en 2024», "Signé à Paris, il prévoit …": a passive whose subject is a pronoun."""
        verb = args.verb.verb if args.verb is not None else None
        pronouns = self.language.words.subject_pronouns
        if verb is None or not verb.passive or not pronouns:
            return False
        told = bool(pronouns.keys() & set(verb.clitics)) if verb.finite else args.pronoun
        return told and self.pacts.anaphora.spoken_of() is not None

    def _known_act(self, args: Arguments, head: Chunk) -> bool:
        """«Dopo la firma»: a definite act without more is that of the treaty spoken of."""
        words = self.language.words
        known = (
            words.definite_forms if head.taken else words.definite_forms | words.possessives
        )  # "sa signature à Riyad"
        bare = not args.slots.get("of") and not args.slots.get("about") and head.article in known
        return bare and not head.unknown and "of" not in head.relations and self.pacts.anaphora.spoken_of() is not None

    def consents_to_leaving(self, trigger: Trigger, args: Arguments) -> bool:
        """«A ratifié la sortie»: that is no consent to a treaty."""
        theme = self._theme_of(trigger, args, False) if trigger.type == "treaty.ratify" else None
        return theme is not None and theme.has("withdrawal") and not self.fits(theme, trigger.theme)

    def _theme_of(self, trigger: Trigger, args: Arguments, nominal: bool) -> Chunk | None:
        if trigger.subject_theme and not nominal:
            if trigger.by_theme:
                return args.agent
            active = args.verb is not None and args.verb.group.finite and not args.verb.group.passive
            if active and args.agent is not None and self.language.words.head_final:
                return args.agent
            told = self._in_instruments(args.agent or args.theme, trigger)
            return told or (args.theme if self.fits(args.theme, trigger.theme) else args.agent or args.theme)
        genitives = self.language.words.genitives
        owned = [c for c in args.slots.get("of", []) if c.prep in genitives and args.slots.get("by")]
        candidates = [args.theme, args.after, *(c for c in args.slots.get("of", []) if c.prep not in genitives), *owned]
        for relation, role in trigger.slots.items():
            if role == "object":
                candidates += args.slots.get(relation, [])
        sorts = _sorts(trigger)
        money = args.theme is not None and args.theme.number is not None and args.theme.number.kind == "money"
        if money or (args.theme is not None and self.language.words.head_final and args.theme.has("plain")):
            to = [] if self.language.words.head_final else args.slots.get("to", [])
            candidates[:0] = [*args.slots.get("in", []), *to]  # "three billion euros in military aid"
        for candidate in candidates:
            deeper = self.deeper(candidate, sorts)
            if deeper is not None:
                return deeper
        objects = [c for r, role in trigger.slots.items() if role == "object" for c in args.slots.get(r, [])]
        pronoun = next((c for c in objects if self._thing(c)), None)
        return pronoun if pronoun is not None and "treaty" in sorts else args.theme  # "put their names to it"

    def _in_instruments(self, chunk: Chunk | None, trigger: Trigger) -> Chunk | None:
        """«Gli strumenti di ratifica del trattato, entrato in vigore …»: what takes effect is the treaty, not they."""
        held = chunk is not None and chunk.has("instrument") and trigger.type == "treaty.enter_into_force"
        return self.deeper(chunk, trigger.theme, through=True) if held else None

    def _thing(self, chunk: Chunk) -> bool:
        return len(chunk.words) == 1 and self.language.words.pronouns.get(chunk.words[0]) == "thing"

    def deeper(self, chunk: Chunk | None, sorts: Sequence[str], through: bool = False) -> Chunk | None:
        """The phrase, or one that hangs on it ("il testo dell'accordo"), that is of a wanted sort.

        What hangs on a law, an instrument or another act is not what the verb acts on.
        """
        if chunk is None or not sorts:
            return None
        if self.fits(chunk, sorts):
            return chunk
        if chunk.has("bill", "instrument", "accession", "trigger", "person", "office") and not through:
            return None
        for inner in chunk.of:
            found = self.deeper(inner, sorts, through)
            if found is not None:
                return found
        return None

    def fits(self, chunk: Chunk | None, sorts: Sequence[str]) -> bool:
        """Is a phrase, or one coordinated with it, of a wanted sort?"""
        return chunk is not None and any(self.sort(part, sorts) for part in chunk.all())

    def sort(self, part: Chunk, sorts: Sequence[str]) -> str | None:
        """The first wanted sort that a phrase is of, judged by its leading nouns."""
        if (
            "forces" in sorts
            and len(sorts) > 1
            and part.number is not None
            and part.number.kind != "money"
            and part.marks
            and all(map(_of_people, part.marks))
        ):
            return "forces"  # "11.000 nordcoreani schierati"
        if (
            "goods" in sorts
            and part.number is not None
            and part.number.kind == "money"
            and all(map(_of_people, part.marks))
        ):
            return "goods"
        for mark in part.marks:
            if "army" in sorts and any(i.startswith("forces:") for i in mark.ids("organisation")):
                return "army"  # "US Marines"
            for sort in sorts:
                if sort == "forces" and any(i.startswith("forces:") for i in mark.ids("organisation")):
                    return sort  # "le départ de Barkhane"
                if sort == "actor" and mark.has("state", "metonym", "person", "surname", "organisation"):
                    return sort
                if sort == "person" and mark.has("person", "surname", "office", "counterpart"):
                    return sort
                if sort in ("place", "state") and mark.has("place", "state", "metonym"):
                    return sort
                if sort == "speech" and any(i.startswith("statement.") for i in mark.ids("trigger")):
                    return sort
                if mark.has(sort) or any(n.id == sort for n in mark.nouns):
                    return sort
        leaves = (
            "leaving" in sorts
            and part.has("notice")
            and any("treaty.withdraw" in m.ids("trigger") for inner in part.of for m in inner.marks)
        )
        return "leaving" if leaves else None  # "la notifica del recesso"

    def _object_pronoun(self, trigger: Trigger, args: Arguments) -> bool:
        """«L'ha ratificato»: a pronoun that can only be the treaty spoken of."""
        if "treaty" not in trigger.theme or args.verb is None or args.verb.verb is None:
            return False
        if trigger.named:
            return self._out_of(trigger, args)
        clitics = set(args.verb.verb.clitics)
        if clitics & self.language.words.partitive_clitics:
            return True
        return args.theme is None and bool(clitics & self.language.words.object_clitics)

    def _out_of(self, trigger: Trigger, args: Arguments) -> bool:
        """«Il en a retiré son pays»: a state is taken out of the treaty spoken of."""
        theme, verb = args.theme, args.verb.verb if args.verb is not None else None
        state = theme is not None and theme.has("state") and not theme.has("forces", "arms") and not theme.of
        leaves = state and trigger.type == "treaty.withdraw" and verb is not None
        return leaves and verb is not None and not self.language.words.partitive_clitics.isdisjoint(verb.clitics)

    def _stands_for_treaty(self, trigger: Trigger, theme: Chunk | None, nominal: bool) -> bool:
        """«Il documento è stato firmato»: a definite word for the text, where the article has a treaty."""
        if nominal or theme is None or "treaty" not in trigger.theme:
            return False
        pronoun = self._thing(theme)
        words = self.language.words
        apposed = theme.article in words.articles & words.indefinite and bool(self.who.discourse.named_here)
        text = theme.has("text") and not theme.of and (theme.article in words.definite or apposed)
        alike = self.language.triggers.alike
        bare = [w for w in theme.words if w not in words.articles]
        theirs = not theme.marks and bool(bare) and alike.issuperset(bare)
        own = not words.owned.isdisjoint(bare)
        theirs = theirs or (theme.has("text") and (own or another_like(theme, self.language)))
        return (pronoun or text or theirs) and bool(self.pacts.anaphora.spoken_of())  # "it was signed", "ratified it"

    def joined(self, theme: Chunk | None, args: Arguments, type_: str = "treaty.ratify") -> str | None:
        """The founding treaty of the organisation that is joined or left."""
        if args.verb is not None and set(args.verb.group.clitics) & self.language.words.locative_clitics:
            return self.pacts.anaphora.spoken_of(pronoun=True)  # "vi aveva aderito"
        ways = ("from", "by", "of") if type_ == "treaty.withdraw" else ("to", "in", "of")
        chunks = [theme, *(c for r in ways for c in args.slots.get(r, []))]
        for chunk in chunks:
            for part in [chunk, *(chunk.of if chunk else [])]:
                for mark in part.marks if part else []:
                    for id_ in mark.ids("organisation"):
                        if id_ in self.pacts.accessions.by_organisation:
                            return self.pacts.accessions.by_organisation[id_]
        others = [c for c in chunks if c is not None and c.prep not in self.language.words.genitives]
        league = any(self._league(c) for c in others)
        if league:
            lead = self.who.discourse.lead
            return lead if lead in self.pacts.accessions.by_organisation.values() else self.pacts.accessions.founding()
        if type_ != "treaty.ratify" or any(
            (c.unknown and c.prep) or c.has("state", "metonym", "place", "forces") for c in others
        ):
            return None
        lead = self.who.discourse.lead
        return lead if lead in self.pacts.accessions.by_organisation.values() else self.who.discourse.acceding

    def _league(self, chunk: Chunk) -> bool:
        """«The bloc», "l'alliance": the organisation that the article is about."""
        words = self.language.words
        known = chunk.article in words.definite | words.definite_forms
        return known and bool(chunk.words) and self.language.lemma(chunk.words[-1]) in self.language.nouns.leagues


def _sorts(trigger: Trigger) -> tuple[str, ...]:
    return trigger.theme or tuple(trigger.by_theme) or trigger.of


def _of_people(mark: Mark) -> bool:
    return bool(mark.entities) and not mark.nouns and all(e.kind == "adjective" for e in mark.entities)
