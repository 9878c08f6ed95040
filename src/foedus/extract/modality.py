"""How firmly, and whether denied: from mood, tense, modal and governing verbs, cues and negation."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.marks import Marked
from foedus.extract.scopes import Scope
from foedus.extract.verbgroups import VerbGroup
from foedus.packs.language import Language, language_in


class Modality:
    """Judges predicates of one sentence."""

    def __init__(self, pack: Language, clauses: Clauses, marked: Marked) -> None:
        self.pack, self.clauses, self.marked = pack, clauses, marked
        speech = pack.speech.verbs
        self._denying = frozenset(speech.get("deny", ()))
        refusing = pack.modality.over_acts["negative"]  # "did not rule out": that is possible
        self._confirming = (self._denying | frozenset(speech.get("confirm", ()))) - frozenset(refusing)
        self._telling = frozenset(v for k in ("say", "estimate") for v in speech.get(k, ()))
        self.governing = governing(pack.code, pack.folder)

    def of(
        self, n: int | None, chunk: Chunk, scopes: Sequence[Scope], light: bool, reported: bool = False
    ) -> tuple[str, str]:
        """(modality, polarity) of the predicate at place ``n`` of the row; ``chunk`` is the trigger.

        ``reported``: its clause is what somebody said, be it of an act of their own.
        """
        verb = self.clauses.row[n].verb if n is not None else None
        found, negative = "asserted", False
        if verb is not None and n is not None and (chunk.verb is not None or light):
            own = reported and not scopes and "reported_cond" in self.pack.modality.moods
            found, negative = self._of_verb(n, own or any(s.kind != "according" for s in scopes[:1]))
            if reported and verb.modal in self.pack.modality.reported and verb.perfect is False:
                found = self.pack.modality.reported[verb.modal]
        cue = self._cue(chunk)
        if cue and found == "asserted":
            found = cue
        if n is not None and found in ("asserted", "planned") and self._conditional(n):
            found = "conditional"
        if found == "asserted" and n is not None and verb is not None and self._awaited(n):
            found = "planned"
        kinds = {s.kind for s in scopes[:1]}
        if "deny" in kinds and found in ("asserted", "alleged"):
            found = "denied"
        elif kinds & self.pack.speech.alleging and found == "asserted":
            found = "alleged"
        negative = negative or (n is not None and self._denied_subject(n))
        return found, "negative" if negative else "positive"

    def unconfirmed(self, head: int, top: Chunk) -> bool:
        """«Non ha confermato l'invio», "neither confirmed nor denied that …": nobody has said that the act was done."""
        row = self.clauses.row
        for n, chunk in self.clauses.verbs():
            if chunk.group.lemma not in self._confirming or not self._withheld(n):
                continue
            if chunk.group.passive and self.clauses.arguments(n).theme is top:
                return True
            if chunk.last <= head and self._reaches(row[n + 1 :], head):
                return True
        return False

    def _withheld(self, n: int) -> bool:
        """Is the verb negated, or an infinitive that somebody refuses ("declined to confirm")?"""
        row, verb = self.clauses.row, self.clauses.row[n].group
        if verb.negated or self._nor(n):
            return True
        k = self.clauses.governor(n) if verb.form == "inf" else None
        over = row[k].group if k is not None else None
        refusing = self.pack.modality.over_acts["negative"]
        return over is not None and (over.lemma in refusing or (over.negated and over.finite))

    def _nor(self, n: int) -> bool:
        """«Ni confirmé ni démenti», "non conferma né smentisce": a negation that joins verbs."""
        before = self.clauses.row[n - 1] if n else None
        return before is not None and before.kind == "conj" and not self.pack.words.negatives.isdisjoint(before.words)

    def _reaches(self, behind: Sequence[Chunk], head: int) -> bool:
        """Does what a verb says reach the word ``head``: its object, an infinitive, or one clause after "that"?"""
        clause = finite = False
        for chunk in behind:
            if chunk.first > head:
                return True
            if chunk.kind in ("punct", "conj", "rel", "sub"):
                return False
            finite = finite or bool(chunk.verb and chunk.verb.finite)
            if finite and not clause:
                return False
            if chunk.first <= head < chunk.last:
                return True
            clause = clause or chunk.kind == "that"
        return True

    def voted(self, n: int) -> bool:
        """Does the infinitive at ``n`` say what was voted on ("voted to leave the convention")?"""
        own = self.clauses.row[n].verb
        k = self.clauses.governor(n) if own is not None and own.form == "inf" else None
        verb = self.clauses.row[k].verb if k is not None else None
        past = verb is not None and verb.finite and verb.tense in ("past", "pres") and not (verb.modal or verb.negated)
        return past and verb is not None and verb.lemma in self.pack.triggers.approving

    def over_act(self, top: Chunk) -> str | None:
        """«Rinvia la firma», "teme il ritiro", "blocca la ratifica": planned, possible or negative, None for done."""
        for n, chunk in self.clauses.verbs():
            kind = next((k for k, verbs in self.pack.modality.over_acts.items() if chunk.group.lemma in verbs), None)
            if kind is not None and not (kind == "negative" and chunk.group.form == "part"):  # "tests suspended since"
                args = self.clauses.arguments(n)
                other = kind == "negative" and args.theme is not None  # "the withdrawal from a pact that bans mines"
                theme = args.theme.all() if args.theme is not None else []
                if any(p is top for p in theme) or (args.agent is top and not other):
                    return "possible" if kind == "negative" and chunk.group.negated else kind  # "non esclude l'invio"
        return None

    def _denied_subject(self, n: int) -> bool:
        """«Nessun soldato è …», «né X né Y hanno …»: the subject itself is negated."""
        chunk = self.clauses.row[n]
        subject = self.clauses.subject(n)[0] if chunk.verb is not None else None
        if chunk.verb is not None and self.pack.words.head_final and not chunk.group.negated:
            theme = self.clauses.arguments(n).theme
            if theme is not None and theme.words and theme.words[0] in self.pack.words.negatives and theme.bare:
                return True  # "has supplied no weapons"
        if subject is None or chunk.group.negated:
            return False
        first = max(0, subject.first - 1)
        return any(t.low in self.pack.words.negatives for t in self.marked.tokens[first : subject.last])

    def _of_verb(self, n: int, reported: bool) -> tuple[str, bool]:
        chunk = self.clauses.row[n]
        verb = chunk.group
        if self._without(n):
            return "asserted", True
        negative = verb.negated or self._nor(n)
        if verb.modal and verb.form == "inf" and self._denies(self.clauses.governor(n)):
            return "denied", False  # "smentisce di voler uscire"
        if verb.modal:
            return self.pack.modality.modals[verb.modal], negative
        if verb.mood == "cond":
            moods = self.pack.modality.moods
            return (
                moods.get("reported_cond", "conditional") if reported and not verb.perfect else moods["cond"]
            ), negative
        if verb.tense == "fut":
            return "planned", negative
        if verb.mood == "subj" and reported:
            return "alleged", negative
        if verb.form in ("inf", "ger"):
            return self._dependent(n, chunk)
        if verb.form == "part" and n and self.clauses.row[n - 1].kind == "other":
            before = self.clauses.row[n - 1].words
            negative = negative or not self.pack.words.negations.isdisjoint(before)  # "firmato e mai ratificato"
        return "asserted", negative

    def _lent(self, n: int) -> tuple[str, bool]:
        """«La décision de quitter …», "pas un engagement à envoyer …": what the noun lends, and is it denied.

        Nothing beside a verb that governs the infinitive through the noun ("a l'intention de").
        """
        chunk, before = self.clauses.row[n], self.clauses.row[n - 1] if n else None
        if (
            before is None
            or before.kind != "np"
            or chunk.group.form != "inf"
            or not {"of", "to"} & set(chunk.relations)
        ):
            return "", False
        verb = next((c.verb for c in reversed(self.clauses.row[: n - 1]) if c.verb is not None and c.verb.finite), None)
        if verb is not None and (verb.lemma in self.governing or verb.lemma in self.pack.triggers.light_verbs):
            return "", False
        carried = (self.pack.triggers.carriers.get(self.pack.lemma(w), "") for w in before.words)
        return next((c for c in carried if c), ""), verb is not None and verb.negated

    def _without(self, n: int) -> bool:
        """«Sans toutefois le dénoncer», «without signing»: an infinitive or a gerund after "without"."""
        if self.clauses.row[n].group.form not in ("inf", "ger"):
            return False
        before = [c for c in self.clauses.row[max(0, n - 2) : n] if c.kind != "other"][-1:]
        return "without" in self.clauses.row[n].relations or any(
            "without" in c.relations and not c.marks and not c.unknown for c in before
        )

    def _dependent(self, n: int, chunk: Chunk) -> tuple[str, bool]:
        """An infinitive takes the colour of the verb that governs it; a purpose is a plan."""
        if chunk.prep in self.pack.modality.purpose:
            return "planned", chunk.group.negated
        before = self.clauses.row[n - 1] if n and (chunk.prep or chunk.group.form == "inf") else None
        none = before is not None and before.kind == "np" and self.pack.words.negatives & set(before.words[:1])
        if none and before is not None and (what := self.pack.lemma(before.words[-1])) in self.pack.triggers.carriers:
            return self.pack.triggers.carriers[what], True  # "no intention of leaving"
        carrier = self.clauses.pointers.carrier(n)
        if carrier is not None and self.pack.words.infinitive_marks:
            return self.pack.triggers.carriers[self.pack.lemma(carrier.words[-1])], chunk.group.negated
        if self.clauses.pointers.heading(n) is not None:
            return "planned", chunk.group.negated
        carried, denied = self._lent(n)
        if carried:
            return carried, chunk.group.negated or denied
        k = self.clauses.governor(n)
        governor = self.clauses.row[k].verb if k is not None else None
        if governor is None:
            return "asserted", chunk.group.negated
        if before is not None and before.kind == "np" and self._named_as(before, governor):
            return (self._of_verb(k, False)[0] if k is not None else "asserted"), chunk.group.negated
        return self._governed(chunk, k, n, governor)

    def _governed(self, chunk: Chunk, k: int | None, n: int, governor: VerbGroup) -> tuple[str, bool]:
        """The colour that the verb at ``k`` gives to the infinitive or gerund at ``n``."""
        kind = next(
            (
                self.governing[name]
                for name in self.pack.names_of(governor.lemma, governor.reflexive)
                if name in self.governing
            ),
            None,
        )
        told = kind == "alleged" and governor.lemma in self._telling and not governor.passive
        kind = None if told else kind  # "is said to have sent", but "said … by sending"
        if kind in ("negative", "asserted"):  # "refuse de signer", "n'a pas réussi à conclure"
            failed = kind == "negative" or governor.negated
            return (self._of_verb(k, False)[0] if k is not None else "asserted"), chunk.group.negated or failed
        bound = chunk.group.form == "inf" or bool(chunk.prep)
        if self.pack.words.head_final and k is not None and k < n and (bound or k == n - 1):
            bound = True  # "is considering sending"
            if governor.lemma in self.pack.modality.over_acts["negative"]:
                return ("possible", False) if governor.negated else ("asserted", True)  # "refused to send"
        if bound and k is not None and k < n and self._denies(k):
            return "denied", False  # "denies having sent"
        if bound and kind and not (kind == "planned" and chunk.group.perfect):
            return kind, chunk.group.negated or (governor.negated and kind != "possible")
        if k is not None and k < n:
            lent = governor.negated and governor.lemma in self.pack.triggers.light_verbs  # "n'a pas l'intention de"
            return self._of_verb(k, False)[0], chunk.group.negated or lent
        return "asserted", chunk.group.negated

    def _denies(self, k: int | None) -> bool:
        """Is the verb there one of denial, itself not negated?"""
        verb = self.clauses.row[k].group if k is not None else None
        denying = self._denying - self.pack.modality.over_acts["negative"]
        return verb is not None and verb.lemma in denying and not verb.negated

    def _named_as(self, before: Chunk, governor: VerbGroup) -> bool:
        """«Was the first to sign»: who it was that did it, no duty."""
        be = governor.lemma in self.pack.tables.auxiliaries["be"]
        return be and not self.pack.modality.firsts.isdisjoint(before.words)

    def _cue(self, chunk: Chunk) -> str | None:
        """A hedge inside the phrase, or an adverb right beside the verb."""
        tokens = self.marked.tokens
        first = max(0, chunk.first - 1)
        window = [t.low for t in tokens[first : chunk.last + 1]]
        for kind, cues in self.pack.modality.cues.items():
            if kind != "conditional" and any(c in window for c in cues):
                return kind
        return None

    def _conditional(self, n: int) -> bool:
        """Is the clause opened by "se", "qualora", "una volta che" …, or does such a clause hang on it?"""
        for k in range(n - 1, -1, -1):
            chunk = self.clauses.row[k]
            if chunk.kind == "sub":
                return bool(chunk.words) and chunk.words[0] in self.pack.words.conditionals
            if chunk.kind in ("that", "rel") or (chunk.kind == "vg" and chunk.verb and chunk.verb.finite):
                if self._after_if(k, n):
                    return True
                break
        for chunk in self.clauses.row[n + 1 : n + 3]:
            if chunk.kind == "sub":
                return bool(chunk.words) and chunk.words[0] in self.pack.words.conditionals
        return False

    def _awaited(self, n: int) -> bool:
        """«It takes effect when both ratify», «before it enters into force»: a present that is still to come."""
        row, verb = self.clauses.row, self.clauses.row[n].group
        if not verb.finite or verb.tense != "pres" or verb.modal or verb.perfect:
            return False
        for k in range(n - 1, -1, -1):
            chunk = row[k]
            if chunk.kind == "sub":
                over = any(c.verb is not None and c.verb.finite and c.verb.tense == "past" for c in row[:k])
                return not over and bool(chunk.words) and chunk.words[0] in self.pack.words.awaiting
            if chunk.kind in ("that", "rel") or (chunk.verb is not None and chunk.verb.finite):
                return False
        return False

    def _after_if(self, k: int, n: int) -> bool:
        """«If the sanctions return, the agreement will end»: the main clause behind an opening condition."""
        row = self.clauses.row
        opener = next((c for c in row[:k] if c.kind not in ("quote", "other")), None)
        comma = any(c.words == (",",) for c in row[k:n])
        single = sum(c.verb is not None and c.verb.finite for c in row[:n]) == 1
        opens = opener is not None and opener.kind == "sub" and opener.words[0] in self.pack.words.conditionals
        return self.pack.words.head_final and opens and comma and single

    def hypothetical(self, n: int) -> bool:
        """Inside a bare "if" clause, about no actual plan."""
        for k in range(n - 1, -1, -1):
            chunk = self.clauses.row[k]
            if chunk.kind == "sub":
                return self._supposing(chunk.words, self.clauses.row[n])
            if chunk.kind in ("that", "rel") or (chunk.kind == "vg" and chunk.verb and chunk.verb.finite):
                return self._supposed(n)
        return self._supposed(n)

    def _supposing(self, words: Sequence[str], verb: Chunk) -> bool:
        """«Se», «qualora», "even if"; «anche se» with a subjunctive."""
        hypotheses, told = self.pack.words.hypotheses, " ".join(words).split()
        if not told or told[0] in hypotheses or " ".join(told) in hypotheses:
            return bool(told)
        return told[-1] in hypotheses and verb.group.mood == "subj"

    def _supposed(self, n: int) -> bool:
        """«Stockholm livrerait des avions si Kiev le demandait»: a conditional with its "if" clause behind it."""
        verb = self.clauses.row[n].verb
        after = self.clauses.row[n + 1 :]
        opened = next((c for c in after if c.kind == "sub" or c.words == (";",)), None)
        return (
            verb is not None
            and verb.mood == "cond"
            and opened is not None
            and opened.kind == "sub"
            and opened.words[0] in self.pack.words.hypotheses
        )


@cache
def governing(code: str, folder: Path) -> dict[str, str]:
    """Verbs that colour what depends on them, with the modality that they give it."""
    return {verb: kind for kind, verbs in language_in(code, folder).modality.governing.items() for verb in verbs}
