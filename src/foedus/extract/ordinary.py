"""Ordinary uses of words that tell of the acts of states: offers received, quarrels, policemen at home."""

from typing import Final

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.who import Who
from foedus.packs.triggers import Trigger

# whom one can meet
_SOMEBODY: Final = (
    *("person", "surname", "office", "counterpart", "group", "pair", "stateword", "state", "metonym", "adjective"),
    *("organisation", "ministry", "parliament", "envoy", "intelligence", "forces"),
)
# who takes no part in fighting
_UNARMED: Final = frozenset({"group:critics", "group:analysts", "group:media"})
# what shows that sides who clash do so in arms
_ARMED: Final = ("forces", "arms", "war", "territory", "base", "army", "place")


class Ordinary:
    """Judges triggers in the sentences of one article."""

    def __init__(self, who: Who) -> None:
        self.who, self.language = who, who.lexicon.language
        police = self.language.nouns.police
        self.police = frozenset([*police, *(" ".join(self.language.normal(n)) for n in police)])

    def other_sense(self, trigger: Trigger, args: Arguments, n: int, clauses: Clauses) -> bool:
        """Is the verb at ``n`` no act of that type here?"""
        if trigger.type == "diplomacy.meet" and trigger.optional_theme:
            return args.theme is not None and _thing(args.theme)  # "ha ricevuto una proposta"
        if trigger.type == "statement.deny":
            head = args.theme.words[:3] if args.theme is not None else ()  # "ha negato l'accesso"
            return any(self.language.lemma(w) in self.language.nouns.granted for w in head)
        verb = clauses.row[n].group
        mutual = verb.reflexive and self.language.tables.reflexive_of(verb.lemma) in trigger.verbs
        if trigger.type == "forces.fight" and mutual and verb.tense == "pres" and not verb.perfect:
            known = self.who.discourse
            return not (known.treaty or known.topic) and not any(
                p.has(*_ARMED) for c in clauses.row for p in nested(c)
            )  # "X e Y si scontrano"
        return any(t.startswith("forces.") for t in trigger.types()) and (
            self._them(args, n, clauses) or self._single(args, n, clauses)
        )

    def _single(self, args: Arguments, n: int, clauses: Clauses) -> bool:
        """«Dai soldati, che lo hanno preso, e sarebbe morto»: the forces are many, the verb speaks of one."""
        words, verb = self.language.words, clauses.row[n].group
        theme = args.theme or args.agent
        if not args.inherited or theme is None or not words.plural_endings or not verb.finite or verb.passive:
            return False
        many = theme.article.endswith(tuple(words.plural_articles)) and bool(theme.article)  # "dalle", "i"
        return many and not verb.plural

    def _other_law(self, theme: Chunk) -> bool:
        """«La legge di modifica della Costituzione», «una nuova legge»: of a matter of its own, and no pact."""
        inside = [p for p in nested(theme) if p is not theme and p not in theme.coords]
        named = any(p.has("treaty", "text", "accession", "trigger", "withdrawal", "organisation") for p in inside)
        words = self.language.words
        told = [w for w in theme.words if w not in words.articles | words.indefinite | words.adverbs]
        described = len(told) > sum(m.last - m.first for m in theme.marks)  # "una legge costituzionale"
        new = theme.article in words.indefinite and described and self.who.discourse.named_here is None
        return not named and (new or any(p.unknown for p in inside))

    def only_words(self, draft: Draft, theme: Chunk | None, args: Arguments) -> bool:
        """A session that is asked for, a battle against crime, a clash of activists, a thing flung at a country."""
        if draft.type == "treaty.ratify" and theme is not None and theme.has("bill") and not theme.has("treaty"):
            return self._other_law(theme)
        if draft.type == "diplomacy.meet" and draft.nominal:
            verb = args.verb.group if args.verb is not None else None
            asked = verb is not None and verb.lemma in self.language.modality.over_acts["planned"]
            return asked and any(c.has("organisation") for c in args.slots.get("of", []))
        if draft.type == "forces.fight":
            against = args.slots.get("against", [])
            figure = draft.nominal and bool(against) and not any(self.who.actors(c) for c in against)
            return figure or (bool(draft.actors) and _UNARMED.issuperset(draft.actors))
        if draft.type == "arms.test":
            tests = any(
                self.who.principal(a) in self.who.world.states for a in draft.actors
            )  # "i ribelli lanciano razzi"
            return (bool(draft.actors) and not tests) or any(
                c.has("stateword", "state", "metonym") for r in ("on", "against") for c in args.slots.get(r, [])
            )
        inside = [c for r in ("in", "at", "near", "on") for c in args.slots.get(r, [])]
        return draft.type == "forces.deploy" and not draft.targets and any(c.has("vehicles", "arms") for c in inside)

    def _them(self, args: Arguments, n: int, clauses: Clauses) -> bool:
        """«Dai soldati, che lo hanno consegnato»: the forces of the main clause act, the pronoun is another."""
        verb = clauses.row[n].group
        objects = self.language.words.object_clitics - self.language.words.reflexives
        acts = clauses.relative(n) and verb.finite and not verb.passive and not objects.isdisjoint(verb.clitics)
        before = args.theme is not None and args.theme.last <= clauses.row[n].first
        return acts and (before or args.theme is None)

    def domestic(self, draft: Draft, theme: Chunk | None, host: str | None) -> bool:
        """Policemen who come, fall or are hurt in their own country are news of another kind; ``host``: where."""
        if not draft.type.startswith("forces.") or theme is None:
            return False
        forces = [m for p in nested(theme) for m in p.marks if m.has("forces") or m.has("organisation")]
        if not forces or not all(m.key in self.police for m in forces):
            return False
        own = {self.who.principal(a) for a in draft.actors}
        elsewhere = {self.who.principal(t) for t in draft.targets} - own
        return not elsewhere and (host is None or host in own)


def _thing(chunk: Chunk) -> bool:
    """A phrase of words that name nobody."""
    named = any(p.has(*_SOMEBODY) for p in nested(chunk))
    return bool(chunk.unknown or chunk.marks) and not named and not chunk.proper
