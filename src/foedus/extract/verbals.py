"""Verbs that name acts."""

from collections.abc import Iterator

from foedus.extract.actants import Actants
from foedus.extract.arguments import Arguments
from foedus.extract.beneficiaries import Beneficiaries
from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.company import Company
from foedus.extract.decrees import Decrees
from foedus.extract.dependent import Dependent
from foedus.extract.draft import Draft, Missing
from foedus.extract.fill import Filler
from foedus.extract.laws import UNDOING
from foedus.extract.marks import Marked
from foedus.extract.partners import Partners
from foedus.extract.pronouns import Pronouns
from foedus.extract.repeats import Repeats
from foedus.extract.untold import Untold
from foedus.packs.triggers import Trigger


class Verbals:
    """Opens the frames of verbs in the sentences of one article."""

    def __init__(self, filler: Filler, actants: Actants, company: Company, dependent: Dependent) -> None:
        self.filler, self.who, self.lexicon = filler, filler.who, filler.who.lexicon
        self.pack = self.lexicon.language
        self.actants, self.company, self.dependent = actants, company, dependent
        self.beneficiaries, self.pronouns = Beneficiaries(self.who), Pronouns(self.who)
        self.repeats, self.decrees = Repeats(Partners(filler.pacts)), Decrees(self.lexicon)
        self.untold = Untold(self.lexicon, dependent, self.decrees)

    def drafts(self, clauses: Clauses, marked: Marked, spoken: set[int]) -> Iterator[Draft | Missing]:
        """Filled frames of verbs, and verbs that lack something; verbs at ``spoken`` are told by a phrase."""
        done: Draft | None = None
        for n, chunk in clauses.verbs():
            if n in spoken:
                continue
            verb = chunk.group
            triggers = next(
                (
                    self.lexicon.verb_triggers[v]
                    for v in self.pack.names_of(verb.lemma, verb.reflexive)
                    if v in self.lexicon.verb_triggers
                ),
                [],
            )
            again = list(self.repeats.drafts(clauses, n, chunk, done))
            yield from again
            if again or not triggers:
                continue
            args = self.actants.of_verb(clauses, n)
            self.beneficiaries.complete(clauses, n, args)
            missing: list[Missing] = []
            for trigger in triggers:
                items = list(self._open(trigger, args, n, clauses, marked))
                if any(isinstance(i, Draft) for i in items):
                    yield from items
                    missing = []
                    done = next((i for i in items if isinstance(i, Draft) and self.filler.deed(i.type)), done)
                    break
                missing += [i for i in items if isinstance(i, Missing)]
                if missing and trigger.asks and trigger.type == "attack.strike":
                    break  # "hanno lanciato missili sul Paese" is no test
            yield from missing[:1]

    def _open(
        self, trigger: Trigger, args: Arguments, n: int, clauses: Clauses, marked: Marked
    ) -> Iterator[Draft | Missing]:
        if not self._complete(trigger, args, n, clauses):
            return
        chunk = clauses.row[n]
        purpose = chunk.prep in self.pack.modality.purpose and trigger.type != "forces.fight"
        if purpose and not self.decrees.planned(trigger, clauses, n):
            return
        self.dependent.complete(trigger, args, n, clauses)
        if args.agent is None and trigger.type in UNDOING:
            args.agent = self.decrees.signer(clauses, n)
        if self.decrees.told(trigger, n, clauses) and not self.decrees.passed(trigger, args, n, clauses):
            return  # "the law ratifying the treaty": told by its vote or signature
        if self.untold.fits(trigger, args, n, clauses, marked.tokens):
            return
        if self.filler.ordinary.other_sense(trigger, args, n, clauses):
            return
        for item in self.filler.drafts(trigger, args, n, chunk, nominal=False):
            if isinstance(item, Draft):
                item.tail = args.tail
                if item.type == "treaty.ratify" and self._applies(clauses, n):
                    item.type, item.verb_row = "treaty.submit", clauses.governor(n)
                    others = (i for c in args.slots.get("with", []) for i in self.who.actors(c))
                    item.actors += [i for i in others if i not in item.actors]
            yield item

    def _complete(self, trigger: Trigger, args: Arguments, n: int, clauses: Clauses) -> bool:
        """Gives the verb at ``n`` its subject and object as its trigger wants them; False where one does not fit."""
        self._subject(trigger, clauses, n, args)
        args.theme = args.theme or self.pronouns.received(trigger, clauses, n)
        if trigger.alone and (args.theme is not None or self._object_later(clauses, n, args)):
            return False  # "firmò, due giorni dopo, una legge"
        if (trigger.passive and not clauses.passive(n)) or not self.company.fits(trigger, args):
            return False
        if "treaty" in trigger.theme and not trigger.subject_theme:
            self._relative_object(clauses, n, args)
        if trigger.middle and clauses.row[n].group.reflexive and args.theme is None:
            args.theme, args.agent = args.agent, None
        return not trigger.persons or self.company.by_person(args.agent)

    def _applies(self, clauses: Clauses, n: int) -> bool:
        """«Sweden applied to join NATO»: an application, no consent yet."""
        k = clauses.governor(n) if clauses.row[n].group.form == "inf" else None
        own = k is not None and clauses.row[k].group.perfect and "to" not in clauses.given(k).slots
        asked = k is not None and (self.pack.words.head_final or own)
        if k is None or clauses.arguments(k).theme is not None or not asked:
            return False  # "chiede di aderire" is a wish
        return any(t.type == "treaty.submit" for t in self.lexicon.verb_triggers.get(clauses.row[k].group.lemma, []))

    def _subject(self, trigger: Trigger, clauses: Clauses, n: int, args: Arguments) -> None:
        """Whom a pronoun means, who stands behind the verb, or who goes without saying."""
        if args.agent is None and not (trigger.subject_theme and "treaty" in trigger.theme):
            args.agent = self.pronouns.subject(clauses, n)
        elif args.agent is None and args.theme is None and not clauses.passive(n):
            args.agent = self._shared_subject(clauses, n)  # "les négociations se sont ouvertes … et se sont achevées"
        if trigger.alone and args.agent is None and _somebody(args.theme):
            args.agent, args.theme, args.after, args.unspoken = args.theme, None, None, False  # "ha firmato X"
        signer = "treaty" in trigger.theme and _somebody(args.theme)  # stands behind the verb
        if not trigger.subject_theme and not signer:
            self.filler.unspoken.recall(clauses, n, args)

    def _shared_subject(self, clauses: Clauses, n: int) -> Chunk | None:
        """The subject of the finite verb that one behind "and" goes on from, where that is no treaty."""
        if not n or clauses.row[n - 1].kind != "conj" or not clauses.row[n].group.finite:
            return None
        k = next((k for k in range(n - 2, -1, -1) if (v := clauses.row[k].verb) is not None and v.finite), None)
        subject = clauses.subject(k)[0] if k is not None and not clauses.passive(k) else None
        return subject if subject is not None and subject.has("trigger") and not subject.has("treaty") else None

    def _relative_object(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """«I due …, del documento che avevano firmato a Minsk»: the text is signed, those of the main clause sign."""
        verb = clauses.row[n].group
        text = args.agent is not None and args.agent.has("treaty", "text", "bill") and not self.who.actors(args.agent)
        if not text or args.theme is not None or verb.passive or not verb.finite or not clauses.relative(n):
            return
        main = next((k for k, c in clauses.verbs() if k < n and c.group.finite), None)
        subject = clauses.subject(main)[0] if main is not None else None
        if subject is not None and self.who.actors(subject):
            args.theme, args.agent = args.agent, subject

    def _object_later(self, clauses: Clauses, n: int, args: Arguments) -> bool:
        """Does another phrase without preposition follow in the clause of the verb at ``n``?"""
        for k, chunk in enumerate(clauses.row[n + 1 :], n + 1):
            if chunk.kind in ("vg", "that", "rel", "sub", "conj") or chunk.words in ((":",), (";",)):
                return False
            ahead = clauses.row[k + 1 : k + 5]
            if chunk.words == (",",) and any(c.verb is not None and c.verb.finite for c in ahead):
                return False  # "the Sejm had voted in June, the notice is of August"
            if chunk.bare and chunk is not args.theme:
                return True
        return False


def _somebody(chunk: Chunk | None) -> bool:
    named = chunk is not None and chunk.has("person", "surname", "office", "state", "metonym", "organisation")
    return named and chunk is not None and not chunk.has("treaty", "text", "bill")
