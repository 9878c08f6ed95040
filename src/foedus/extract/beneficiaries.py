"""Who gets what a verb gives, where another verb, a pronoun or the object tells it."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.unspoken import moved
from foedus.extract.who import Who


class Beneficiaries:
    """Finds them in the sentences of one article."""

    def __init__(self, who: Who) -> None:
        self.who, self.lexicon = who, who.lexicon
        self.pack = who.lexicon.language

    def complete(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """Puts whom the verb at ``n`` favours under "to"."""
        self._helped(clauses, n, args)
        self._equipped(clauses.row[n].group.lemma, args)

    def _helped(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """«Invia truppe per aiutare X», "aiuta X inviando truppe": X receives them."""
        verb = clauses.row[n].verb
        if verb is None or "to" in args.slots:
            return
        if set(verb.clitics) & self.pack.words.dative_clitics and args.theme is not None:
            self._other(clauses, n, args)
            return
        if (
            args.theme is None
            and set(verb.clitics) & self.pack.words.object_clitics
            and self.lexicon.only_tells(verb.lemma)
        ):
            self._other(clauses, n, args)
            args.theme = next(iter(args.slots.get("to", [])), None)
            return
        marks = self.pack.words.infinitive_marks
        places = [
            k
            for k, c in clauses.verbs()
            if k > n and (c.prep in self.pack.modality.purpose or (c.prep in marks and self._helps(c)))
        ]
        if verb.form == "ger" and not clauses.row[n].prep and (k := clauses.governor(n)) is not None:
            places = [k]
        for k in places[:1]:
            other = clauses.row[k].verb
            if other is None or (k > n and other.lemma not in self.pack.triggers.helping):
                continue
            helped = clauses.arguments(k)
            chunks = [c for c in [*helped.slots.get("to", []), helped.theme] if c is not None and self.who.actors(c)]
            if not chunks and helped.theme is not None and self.who.states.of(helped.theme, deep=False):
                theme = helped.theme  # "help Russia fight …"
                chunks = [Chunk("np", theme.first, theme.last, marks=theme.marks[:1])]
            if chunks:
                args.slots["to"] = chunks[:1]

    def _equipped(self, lemma: str, args: Arguments) -> None:
        """«Provided Ukraine with missiles»: the object receives, the "with" phrase is given."""
        given = next((c for c in args.slots.get("with", []) if c.has("arms", "technology", "goods")), None)
        named = args.theme is not None and args.theme.has("state", "metonym", "organisation", "person", "stateword")
        if lemma in self.pack.words.ditransitive and given is not None and named and args.theme is not None:
            args.slots["to"], args.theme = [args.theme], given

    def _helps(self, chunk: Chunk) -> bool:
        return chunk.group.lemma in self.pack.triggers.helping

    def _other(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """«Mogadiscio ha firmato con l'Egitto, che le ha consegnato armi»: the pronoun is the other who acts here."""
        for k, chunk in clauses.verbs():
            if k >= n or not chunk.group.finite:
                continue
            subject = clauses.subject(k)[0]
            actors = self.who.actors(subject)
            if subject is not None and actors and actors != self.who.actors(args.agent):
                args.slots["to"] = [subject]
                return
        before = self.who.discourse.subject_earlier
        known = before is not None and not set(self.who.actors(before)) & set(self.who.actors(args.agent))
        if before is not None and known and self.pack.words.subject_pronouns:
            args.slots["to"] = [moved(before, clauses.row[n].first)]
