"""What the parties must, may and will do, where an article is telling what a pact says."""

from collections.abc import Sequence
from typing import Final

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.discourse import Telling
from foedus.extract.marks import Marked
from foedus.extract.pacts import Pacts
from foedus.extract.register import SMALL
from foedus.extract.verbgroups import VerbGroup
from foedus.extract.who import Who
from foedus.packs.language import Language

# a person or a body acts for itself, and what is said of a pact's own life is no duty that it lays down
_OTHERS: Final = (
    "person",
    "surname",
    "office",
    "parliament",
    "ministry",
    "press",
    "intelligence",
    "outlet",
    "counterpart",
)
_LIFE: Final = (
    "treaty",
    "text",
    "bill",
    "ratification",
    "accession",
    "withdrawal",
    "instrument",
    "meeting",
    "relations",
)
_HANDLED: Final = ("forces", "army", "arms", "technology", "goods", "arsenal", "sanctions", "test", "exercise")
_DEEDS: Final = ("forces.", "transfer.", "arms.", "attack.", "sanction.")
_MAIN: Final = 0.5  # share of an article's treaty mentions from which one is what it is about
_SHORT: Final = 7  # chunks of a heading
_ITEMS: Final = 8  # paragraphs of a list under a heading
_NEAR: Final = 2  # sentences of one paragraph after which what a pact says is still being told


class Duties:
    """Reads in one sentence what is laid down without a word for the pact: "Each side must destroy its stocks"."""

    def __init__(self, who: Who, pacts: Pacts, clauses: Clauses, marked: Marked) -> None:
        self.who, self.pacts, self.clauses, self.marked = who, pacts, clauses, marked
        self.pack = who.lexicon.language
        self.words, self.row = self.pack.triggers.provision, clauses.row

    def treaty(self, n: int, told: str | None) -> str | None:
        """The treaty under which the verb at ``n`` is a duty or a right; ``told``: one spoken of in this sentence."""
        verb, due = self.row[n].group, self._due(n)
        right = self.entitles(n) or self._allowed(n)
        if not verb.finite or (verb.perfect and not verb.modal) or self._aside(n) or self._pending(n):
            return None
        if verb.lemma in self.pack.tables.auxiliary_verbs and not (right or due):
            return None
        firm = verb.modal in self.words.duties or self._future(verb) or due or self._pledges(n) or self._limited(n)
        if not (firm or right or self._listed()):
            return None
        told = told or self._announced(n) or (self.pacts.anaphora.spoken_of() if self._cited() else None)
        telling = self.who.discourse.telling
        treaty, headed = told, False
        if treaty is None and telling is not None and self._goes_on(telling):
            treaty, headed = telling.treaty, telling.headed
        treaty = treaty or self._just_signed()
        alone = treaty is None
        treaty = treaty or self.who.discourse.topic or self._ordered(n)
        subject = self.clauses.subject(n)[0]
        both = subject is not None and subject.has("pair")
        if treaty is None or self._of_its_life(n) or not (told or headed or both or not self._of_others(treaty)):
            return None
        party = self._party(subject, verb, treaty)
        if alone:
            strict = verb.modal in self.words.duties and not self._said()
            strict = strict or ((self._future(verb) or due) and (self._on_condition() or self._in_exchange(n)))
            given = right and (self._future(verb) or verb.mood == "cond")
            return treaty if party and (strict or given or self._pledges(n)) else None
        strict = verb.modal in self.words.duties or self._limited(n)
        listed = headed and self._listed() and verb.tense in ("pres", "fut")
        if party or (listed and self._party(subject, verb, treaty, large=True)):
            return treaty if strict or listed or right or due or self._future(verb) or self._pledges(n) else None
        ruled = self._future(verb) and (verb.passive or verb.lemma in self.words.verbs)
        return (
            treaty if (strict or ruled) and verb.mood == "ind" and self._thing(subject) and not self._said() else None
        )

    def _of_others(self, treaty: str) -> bool:
        """Does the paragraph speak of states only that are no parties of the treaty, as in news in brief?"""
        around, parties = set(self.who.discourse.around), self.pacts.register.parties(treaty)
        return bool(around) and bool(parties) and around.isdisjoint(parties)

    def _due(self, n: int) -> bool:
        """«Ankara is to receive a share»: what is to be, in English."""
        verb, be = self.row[n].group, self.pack.tables.auxiliaries.get("be", ())
        after = self.row[n + 1] if n + 1 < len(self.row) else None
        told = verb.lemma in be and verb.tense == "pres" and not verb.modal and self.pack.words.head_final
        return told and after is not None and self._infinitive(n + 1) and "to" in after.relations

    def _just_signed(self) -> str | None:
        """«X and Y signed a pact. X will pay Y …»: what one party is to do for the other, right behind that."""
        known = self.who.discourse
        act = known.act
        if act is None or act.type != "treaty.sign" or known.told != known.entered - 1 or self._said():
            return None
        parties = self.pacts.register.parties(act.object or "")
        return act.object if len(parties) == 2 and parties <= set(known.here) else None

    def _ordered(self, n: int) -> str | None:
        """«US troops must pull out by June»: the article's pact of two, for forces or land, or by a set day."""
        verb, known = self.row[n].group, self.who.discourse
        if verb.modal not in self.words.duties or known.lead is None or known.lead_share < _MAIN:
            return None
        subject = self.clauses.subject(n)[0]
        ours = subject is not None and subject.has("forces", "territory", "arms") and bool(self.who.states.of(subject))
        timed = any(c.time is not None and c.time.kind == "until" for c in self.row[n + 1 :])
        return known.lead if (ours or timed) and len(self.pacts.register.parties(known.lead)) == 2 else None

    def _on_condition(self) -> bool:
        """«If one is attacked, the other will help»."""
        subs = {w for c in self.row if c.kind == "sub" for w in c.words}
        told = any("condition" in c.relations for c in self.row if c.kind == "np")
        return told or not subs.isdisjoint(self.pack.words.conditionals)

    def _in_exchange(self, n: int) -> bool:
        """«In return Britain will pay …»: the other half of a bargain."""
        words = " ".join(t.low for t in self.marked.tokens[: self.row[n].last + 4])
        return any(phrase in words for phrase in self.words.exchanges)

    def _listed(self) -> bool:
        """«- l'Iran limite …»: an item of a list."""
        first = self.marked.tokens[0].low
        return not first[0].isalpha()

    def _pending(self, n: int) -> bool:
        """«Parliament must still vote»: what is to be done about a pact now, not what it lays down."""
        chunk = self.row[n]
        return any(t.low in self.words.pending for t in self.marked.tokens[chunk.first : chunk.last + 1])

    def _goes_on(self, telling: Telling) -> bool:
        """Does this sentence still tell what the one before, or a heading, began to tell?"""
        paragraph, at = self.who.discourse.place
        if telling.headed:
            return 0 <= paragraph - telling.paragraph <= (_ITEMS if self._listed() else 1)
        return at - telling.at <= (_NEAR if paragraph == telling.paragraph else 1)

    def _announced(self, n: int) -> str | None:
        """«The Union is in force: Australia promises …»: the treaty before a colon."""
        colon = next((k for k in range(n - 1, 0, -1) if self.row[k].words == (":",)), None)
        if colon is None:
            return None
        treaty = next((c for c in self.row[:colon] if c.kind == "np" and c.has("treaty")), None)
        return self.pacts.link(treaty) if treaty is not None else None

    def entitles(self, n: int) -> bool:
        """«The United States will have access to three bases»: a right told as what one gets."""
        theme = self.clauses.given(n).theme
        if self.row[n].group.lemma not in self.words.obtaining or theme is None:
            return False
        return any(self.pack.lemma(w) in self.words.rights for p in theme.all() for w in p.words)

    def _allowed(self, n: int) -> bool:
        """«They will be allowed to store weapons», «will be able to use 15 bases»."""
        verb, after = self.row[n].group, self.marked.tokens[self.row[n].last : self.row[n].last + 1]
        if verb.tense not in ("pres", "fut"):
            return False
        if verb.lemma in self.words.permitting:
            return verb.passive and any(self._infinitive(k) for k in (n + 1, n + 2))
        be = verb.lemma in self.pack.tables.auxiliaries.get("be", ())
        return be and any(t.low in self.words.able for t in after)

    def _limited(self, n: int) -> bool:
        """«Neither side could deploy more than …»."""
        verb, subject = self.row[n].group, self.clauses.subject(n)[0]
        none = subject is not None and not self.pack.words.negatives.isdisjoint(subject.words[:1])
        return verb.modal in self.words.limits and (verb.negated or none)

    def _cited(self) -> bool:
        """«Vi si legge che …»: are the words those of the text itself?"""
        words = " ".join(t.low for t in self.marked.tokens)
        return any(phrase in words for phrase in self.words.citing)

    def _aside(self, n: int) -> bool:
        """In a relative or subordinate clause, or a verb of saying."""
        lemma = self.row[n].group.lemma
        if lemma in self.who.lexicon.saying and not self.pledge(self.row[n].group):
            return True
        for k in range(n - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind == "that" and k and self.row[k - 1].kind == "vg" and self._cited():
                return False
            if chunk.kind in ("that", "rel", "sub"):
                return True
            if chunk.kind == "vg" and chunk.group.finite:
                return False
            if chunk.words and chunk.words[0] in (",", ";", ":"):
                return any(c.kind in ("that", "rel") for c in self.row[max(0, k - 1) : k])
        return False

    def _said(self) -> bool:
        """Does the sentence report what somebody says?"""
        return not self._cited() and any(
            c.group.finite and c.group.lemma in self.who.lexicon.saying for _, c in self.clauses.verbs()
        )

    def _of_its_life(self, n: int) -> bool:
        """«Both parliaments must ratify the pact»: no duty that the pact itself lays down."""
        args, verb = self.clauses.given(n), self.row[n].group
        triggers = self.who.lexicon.verb_triggers.get(verb.lemma, [])
        kinds = tuple(t for trigger in triggers for t in trigger.types())
        life = [t for t in kinds if t.startswith(("treaty.", "diplomacy."))]
        if life and len(life) == len(kinds) and not self.pledge(verb):
            return True
        acts = [n, *(k for k in (n + 1, n + 2) if self._infinitive(k))]
        if verb.modal not in self.words.duties and any(self._deed(k) for k in acts):
            return True  # "Moscow will deploy 2,000 soldiers": told as an act to come
        return any(c is not None and c.has("treaty", "text") for c in (args.theme, args.agent))

    def _deed(self, k: int) -> bool:
        """«Deploy 2,000 soldiers», «deliver 30 jets»: an act with troops, arms or goods."""
        triggers = self.who.lexicon.verb_triggers.get(self.row[k].group.lemma, [])
        theme = self.clauses.given(k).theme
        handled = theme is not None and any(p.has(*_HANDLED) for p in theme.all())
        return handled and any(t.startswith(_DEEDS) for trigger in triggers for t in trigger.types())

    def _infinitive(self, k: int) -> bool:
        return k < len(self.row) and self.row[k].kind == "vg" and self.row[k].group.form == "inf"

    def _future(self, verb: VerbGroup) -> bool:
        return verb.tense == "fut" or verb.modal in self.words.futures

    def _pledges(self, n: int) -> bool:
        """«Ils promettent de …», «Kiev renonçait à …»: to say it is to be bound."""
        verb = self.row[n].group
        if not self.pledge(verb) or verb.modal or verb.mood != "ind":
            return False
        if verb.passive and not self._infinitive(n + 1):
            return False  # "remains committed to the pact"
        done = verb.tense == "past" and self._infinitive(n + 1) and (self._parties_as_such(n) or self._told_just_now())
        return (verb.tense in ("pres", "impf", "fut") or done) and (n + 1 < len(self.row))

    def _parties_as_such(self, n: int) -> bool:
        """«The two sides undertook to …»."""
        subject = self.clauses.subject(n)[0]
        lemmas = {self.pack.lemma(w) for w in subject.words} if subject is not None else set()
        return subject is not None and subject.has("pair") and not self.words.parties.isdisjoint(lemmas | {"pair"})

    def _told_just_now(self) -> bool:
        """Is what a pact says being told, or was it signed in the sentence before?"""
        telling = self.who.discourse.telling
        return self._just_signed() is not None or (telling is not None and self._goes_on(telling))

    def pledge(self, verb: VerbGroup) -> bool:
        """Is it a verb that binds who says it; a reflexive one in its reflexive infinitive?"""
        return not self.words.pledging.isdisjoint(self.pack.names_of(verb.lemma, verb.reflexive))

    def _party(self, subject: Chunk | None, verb: VerbGroup, treaty: str, large: bool = False) -> bool:
        """Is the subject a party, its people, its forces or its land, or a pronoun for the parties?"""
        parties = self.pacts.register.parties(treaty)
        if subject is None:
            words = self.pack.words
            spoken = any(
                words.subject_pronouns.get(c) == "plural" or words.pronouns.get(c) == "several" for c in verb.clitics
            )
            silent = verb.plural and not (words.subject_pronouns or words.head_final)
            return spoken or (silent and self.who.discourse.telling is not None)
        if any(p.has(*_OTHERS) for p in subject.all()):
            return False
        if subject.has("forces") and not self.who.states.of(subject) and verb.modal in self.words.duties:
            return not self._said()
        lemmas = {self.pack.lemma(w) for w in subject.words}
        if lemmas & (self.words.parties | self.words.partners) or subject.has("pair"):
            return True
        large = len(parties) > SMALL and verb.modal not in self.words.duties and not large
        principals = {self.who.principal(a) for a in self.who.actors(subject)} or set(self.who.states.of(subject))
        return bool(principals) and principals <= parties and not large

    def _thing(self, subject: Chunk | None) -> bool:
        """A joint body, a route, those who visit: neither somebody who acts nor the pact's own life."""
        if subject is None or self.who.actors(subject) or self.who.states.of(subject):
            return False
        return not any(p.has(*_OTHERS, *_LIFE, "organisation", "group", "state") for p in subject.all())


def heading(row: Sequence[Chunk], pack: Language) -> Chunk | None:
    """The phrase for a pact in a heading that says that its contents follow ("What the treaty says")."""
    if len(row) > _SHORT:
        return None
    verbs = {c.verb.lemma for c in row if c.verb is not None}
    spoken = {pack.lemma(w) for c in row for w in c.words} | {w for c in row for w in c.words}
    if not (spoken | verbs) & pack.triggers.provision.headings:
        return None
    return next((c for c in row if c.kind == "np" and c.has("treaty", "text")), None)
