"""A marked sentence cut into a row of chunks."""

from foedus.extract.asides import with_asides
from foedus.extract.chunks import Chunk
from foedus.extract.functionwords import FunctionWords
from foedus.extract.marks import Marked
from foedus.extract.nounphrases import QUOTES, NounPhrases, hyphened
from foedus.extract.verbs import VerbReader
from foedus.packs.language import Language


class Chunker:
    """Cuts marked sentences of one language into chunks."""

    def __init__(self, pack: Language) -> None:
        self.pack = pack
        self.verbs, self.functionwords = VerbReader(pack), FunctionWords(pack)
        self.nounphrases = NounPhrases(pack, self.verbs, self.functionwords)

    def chunks(self, marked: Marked) -> list[Chunk]:
        """The chunks of a sentence, in order, every token in one of them."""
        found: list[Chunk] = []
        self.verbs.begin(marked)
        at = 0
        while at < len(marked.tokens):
            chunk = self._one(marked, at, found)
            found.append(chunk)
            at = max(chunk.last, at + 1)
        return with_asides(found, marked) if marked.tallies else found

    def _one(self, marked: Marked, at: int, before: list[Chunk]) -> Chunk:
        tokens, words = marked.tokens, self.pack.words
        low = tokens[at].low
        if at in marked.times and not self.nounphrases.names_year(marked, at):
            last, time = marked.times[at]
            base = self.pack.bases.get(low)
            relations = words.prepositions[base].relations if base else ()
            return Chunk("time", at, last, relations=relations, time=time)
        if low in QUOTES:
            return Chunk("quote", at, at + 1)
        if at in marked.numbers and at not in marked.marks:
            return self.nounphrases.read(marked, at, at, "", ())
        fixed = self.functionwords.fixed_phrase(marked, at) or self._compound(marked, at)
        if fixed:
            return fixed
        name = at in marked.marks and marked.marks[at].last - at > 1 and not self.verbs.glued(tokens, at)
        verb = None if name else self.verbs.group(marked, at)
        if verb:
            inside = next((marked.times[k][1] for k in range(at, verb.last) if k in marked.times), None)
            return Chunk("vg", at, verb.last, verb=verb, time=inside)
        if low in words.articles and at + 1 < len(tokens) and tokens[at + 1].low in words.agreeing_relatives:
            return Chunk("that", at, at + 2, words=(tokens[at + 1].low,))
        if low in words.articles and at + 1 < len(tokens) and tokens[at + 1].low in words.relatives:
            return Chunk("rel", at, at + 2, words=(tokens[at + 1].low,))  # "il cui"
        kind = self._connects(marked, at, before)
        if kind:
            return Chunk(kind, at, at + 1, words=(low,))
        if self.functionwords.is_preposition(marked, at) and not (
            low in words.partitives
            and (not before or before[-1].kind != "np")
            and not self._goes_on(before)
            and self._some(marked, at + 1)
        ):
            base = self.pack.bases[low]
            return self.nounphrases.read(marked, at, at + 1, base, words.prepositions[base].relations)
        if at not in marked.marks and self.functionwords.is_adverb(low) and not hyphened(marked, at + 2):
            return Chunk("other", at, at + 1, words=(low,))
        if not low[:1].isalnum():
            return Chunk("punct", at, at + 1, words=(low,))
        return self.nounphrases.read(marked, at, at, "", ())

    def _goes_on(self, before: list[Chunk]) -> bool:
        """«Ministre des Armées et | des Anciens combattants»: a second "of" phrase behind "and", no article."""
        host = before[-2] if len(before) > 1 and before[-1].kind == "conj" else None
        return host is not None and host.kind == "np" and (host.has("office") or "of" in host.relations)

    def _some(self, marked: Marked, at: int) -> bool:
        """Can a partitive article stand before this word? Not in "se retire *du* Mali", "*du* traité"."""
        mark = marked.marks.get(at)
        if mark is None:
            return True
        one = self.pack.lemma(marked.tokens[at].low) == marked.tokens[at].low
        named = mark.has("state", "place", "metonym", "organisation")
        return not (named or (one and mark.has("treaty", "territory", "text", "bill")))

    def _connects(self, marked: Marked, at: int, before: list[Chunk]) -> str:
        """Kind of chunk of a pronoun or conjunction that joins clauses or phrases, "" for any other word."""
        low, words = marked.tokens[at].low, self.pack.words
        if low in words.manners and self.verbs.group(marked, at + 1):
            return "sub"  # "comme l'a annoncé X"
        if low in words.complementizers or low in words.relatives:
            if low in words.restrictives and self._restricts(before):
                return "other"
            return "that" if low in words.complementizers else "rel"
        return "conj" if low in words.conjunctions and at not in marked.marks else ""

    def _restricts(self, before: list[Chunk]) -> bool:
        """«N'a signé que l'accord»: after a verb with half a negation."""
        last = next((c.verb for c in reversed(before[-3:]) if c.verb is not None), None)
        negators = self.pack.words.negators
        if any(c.words and c.words[0] in self.pack.words.negatives for c in before[-3:] if c.kind == "np"):
            return False  # "personne ne croit que"
        return last is not None and not last.negated and not negators.isdisjoint(last.clitics)

    def _compound(self, marked: Marked, at: int) -> Chunk | None:
        found = self.functionwords.compound(marked, at)
        return self.nounphrases.read(marked, at, at + found[0], found[1], found[2]) if found else None
