"""Nouns that name acts, alone or as the object of a light verb ("carry out a strike")."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from foedus.extract.actants import Actants
from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.company import Company
from foedus.extract.dependent import Dependent
from foedus.extract.doers import Doers
from foedus.extract.draft import Draft, Missing
from foedus.extract.fill import Filler
from foedus.extract.laws import UNDOING, passer, passing
from foedus.extract.lightverbs import LightVerbs
from foedus.extract.marks import Mark, Marked
from foedus.extract.occurrences import Occurrences
from foedus.packs.triggers import Trigger

# sorts of what is taken back ("revoked its ratification")
_TAKEN_BACK: Final = frozenset({"ratification", "consent"})


class Nominals:
    """Opens the frames of nouns in the sentences of one article."""

    def __init__(self, filler: Filler, actants: Actants, company: Company, dependent: Dependent) -> None:
        self.filler, self.who, self.lexicon = filler, filler.who, filler.who.lexicon
        self.pack = self.lexicon.language
        self.actants, self.company, self.dependent = actants, company, dependent
        self.lightverbs, self.occurrences = LightVerbs(self.pack), Occurrences(self.who)
        self.doers = Doers(filler, self.lightverbs)

    def _modifies(self, chunk: Chunk, mark: Mark, marked: Marked) -> bool:
        """«Combat experience», "the ratification process": a noun before the head of its phrase names no act."""
        if not self.pack.words.head_final or (chunk.marks[-1] is not mark and chunk.marks[-1].has("trigger")):
            return False
        if chunk.has("bill") and UNDOING.intersection(mark.ids("trigger")):
            return False  # "the withdrawal bill"
        after = [t for t in marked.tokens[mark.last : chunk.last] if t.low.isalpha()]
        return any(not t.capital for t in after)

    def drafts(self, clauses: Clauses, marked: Marked, told: Collection[int]) -> Iterator[Draft | Missing]:
        """Filled frames of nouns, and nouns that lack something; words at ``told`` are told by a phrase."""
        for n, top in enumerate(clauses.row):
            if top.kind != "np":
                continue
            for chunk in nested(top):
                if "condition" in chunk.relations or "condition" in top.relations:
                    continue
                if chunk is not top and self._compound(clauses, top, chunk):
                    continue
                acts = [m for m in chunk.marks if m.has("trigger") and m.first not in told]
                keys = [m.key for m in acts if not self._modifies(chunk, m, marked)]
                if keys and (self._undoes(clauses, top) or self._told(clauses, top, keys[-1])):
                    continue
                if self._hindered(clauses.row, n, top, chunk):
                    continue
                for key in keys[-1:] if self.pack.words.head_final else keys[:1]:
                    yield from self._noun(clauses, n, top, chunk, key)

    def _undoes(self, clauses: Clauses, top: Chunk) -> bool:
        """«A révoqué sa ratification», "a ratifié l'adhésion de X": the verb tells what became of the act."""
        ids = set(top.ids("trigger"))
        for n, chunk in clauses.verbs():
            triggers = self.lexicon.verb_triggers.get(chunk.group.lemma, []) if ids else []
            consent = any(t.type == "treaty.ratify" for t in triggers) and top.has("accession")
            undone = any(t.type in UNDOING and top.has(*set(t.theme) & _TAKEN_BACK) for t in triggers)
            if (consent or undone or any(ids & set(t.theme) for t in triggers)) and clauses.given(n).theme is top:
                return True
        return False

    def _told(self, clauses: Clauses, top: Chunk, key: str) -> bool:
        """«Adopted EU sanctions»: the verb whose object the noun is tells the same act."""
        types = {t.type for t in self.lexicon.noun_triggers.get(key, [])}
        for n, chunk in clauses.verbs():
            given = clauses.given(n)
            to = any(c is top for r in ("to", "for") for c in given.slots.get(r, []))
            if to and given.theme is not None and types & set(given.theme.ids("trigger")):
                return True  # "gave its consent to the ratification"
            if clauses.given(n).theme is not top or clauses.passive(n):
                continue
            triggers = self.lexicon.verb_triggers.get(chunk.group.lemma, [])
            alike = [t for t in triggers if t.type in types]
            if any(t.type == "treaty.sign" or self.filler.themes.fits(top, t.theme) for t in alike):
                return True  # "firmò il rinnovo dell'intesa"
        return False

    def _hindered(self, row: Sequence[Chunk], n: int, top: Chunk, chunk: Chunk) -> bool:
        """«Le dernier verrou de l'adhésion», "the last hurdle to Finland's entry": nobody has joined by that."""
        over = top if chunk is not top else row[n - 1] if n and "to" in top.relations else None
        words = over.words if over is not None and over.kind == "np" else ()
        return chunk.has("accession") and any(self.pack.lemma(w) in self.pack.triggers.hurdles for w in words)

    def _compound(self, clauses: Clauses, top: Chunk, chunk: Chunk) -> bool:
        """«Sito di lancio»: a bare "of" noun only says what kind, unless the whole is what a light verb does."""
        bare = chunk.prep in self.pack.bases and chunk.article == "" and "of" in chunk.relations
        if top.has("bill") and any(UNDOING.intersection(m.ids("trigger")) for m in chunk.marks):
            return passing(clauses, top) is None  # "a adopté la loi de sortie du traité"
        return bare and self.lightverbs.of(clauses, top) is None and not top.has("trigger")

    def _noun(self, clauses: Clauses, n: int, top: Chunk, chunk: Chunk, key: str) -> Iterator[Draft | Missing]:
        args, triggers = clauses.noun_arguments(n, chunk), self.lexicon.noun_triggers.get(key, [])
        light, gained = self._carrying(clauses, top, chunk, triggers)
        speech = all(t.speech for t in triggers)
        if speech and any(t.type == "statement.support" for t in triggers):
            self.doers.receiver(clauses, top, args)
            light = None if light is not None and self._receives(clauses, light) else light
        if light is not None and not self._lend(clauses, light, top, args, speech):
            return
        self.doers.remaining(clauses, light, top, args)
        announced = self.occurrences.announced(clauses, n, args, triggers)
        if light is None and (occurs := self.occurrences.of(clauses, top)) is not None:
            self.occurrences.complete(clauses, occurs, args)
        if gained is not None:
            args.theme = clauses.given(gained).agent
        self.doers.beside(clauses, n, top, args, triggers)
        self.doers.by_adjective(args, chunk)
        self.doers.elsewhere(clauses, top, args, triggers, light)
        missing: list[Missing] = []
        for trigger in triggers:
            if light is None and self._needs_verb(trigger, args, {*chunk.relations, *top.relations}, chunk.article):
                continue
            items = list(self.filler.drafts(trigger, args, n, chunk, nominal=True))
            drafts = [i for i in items if isinstance(i, Draft)]
            for draft in drafts:
                told = gained if gained is not None else announced
                draft.verb_row = light if light is not None else told or self.occurrences.of(clauses, top)
                draft.stage = bool({"during", "after", "before"} & set(top.relations))
            if drafts:
                yield from drafts
                return
            missing += [i for i in items if isinstance(i, Missing)]
        named = light is not None or args.agent is not None
        if not speech and (named or any(self.who.actors(c) for cs in args.slots.values() for c in cs)):
            yield from missing[:1]

    def _carrying(
        self, clauses: Clauses, top: Chunk, chunk: Chunk, triggers: Sequence[Trigger]
    ) -> tuple[int | None, int | None]:
        """Places of the verb that carries the noun, and of one whose subject gained what it names: one of them."""
        law = top.has("bill") and any(t.type in UNDOING for t in triggers)
        carried = law or chunk in top.all() or self.lightverbs.passed_on(top, chunk)
        light = self.lightverbs.of(clauses, top) if carried else None
        light = passing(clauses, top) if law and light is None else light
        light = self.lightverbs.passed(clauses, light, triggers)
        gains = light is None or self.lightverbs.gains(clauses, light)
        gained = self.lightverbs.gained(clauses, top) if gains else None
        return (light if gained is None else None), gained

    def _receives(self, clauses: Clauses, light: int) -> bool:
        return clauses.row[light].group.lemma in self.pack.speech.receiving

    def _needs_verb(self, trigger: Trigger, args: Arguments, relations: set[str], article: str) -> bool:
        """Nouns that say nothing without a light verb: by the pack, as a purpose, or where no person acts."""
        if trigger.light_only or (trigger.type.startswith(("treaty.", "forces.withdraw")) and "for" in relations):
            return True
        if trigger.indefinite and article in self.pack.words.definite_forms:
            return True  # "the sanctions": known ones
        owners = args.slots.get("of", []) + args.slots.get("by", [])
        visitor = [args.agent] if args.agent is not None else []
        return trigger.persons and not any(self.company.by_person(c) for c in [*owners, *visitor])

    def _lend(self, clauses: Clauses, light: int, top: Chunk, args: Arguments, speech: bool) -> bool:
        """Gives the noun the subject and the phrases of its light verb; False where nobody does the act."""
        verb_args = self.actants.of_verb(clauses, light)
        treaty = verb_args.agent is not None and verb_args.agent.has("treaty")
        law = clauses.row[light].group.form == "ger" and verb_args.agent is not None and verb_args.agent.has("bill")
        if law and self.pack.words.head_final:
            return False  # "the bill authorising ratification"
        if self.dependent.prevented(clauses.row[light]) or (treaty and not self.who.actors(verb_args.agent)):
            return False
        doers = [c for c in args.slots.get("by", []) if "from" not in c.relations and self.who.actors(c)]
        told = clauses.row[light].group.lemma in self.pack.speech.of_nouns and bool(doers)
        if not speech:
            self.filler.unspoken.recall(clauses, light, verb_args)
        doer = passer(clauses, light) if top.has("bill") and verb_args.agent is top else verb_args.agent
        args.agent, args.recalled = None if told else doer, verb_args.recalled
        args.verb = clauses.row[light]
        be = clauses.row[light].group.lemma in self.pack.tables.auxiliaries["be"]
        if (
            be
            and args.agent is not None
            and args.agent.words
            and set(args.agent.words) <= set(self.pack.words.pronouns)
        ):
            args.agent = None  # "it was his first visit"
        for relation, chunks in verb_args.slots.items():
            if relation == "by" and not clauses.passive(light):
                continue
            known = args.slots.setdefault(relation, [])
            known += [c for c in chunks if c is not top and not any(c is k for k in known)]
        return True
