"""Several pacts in one phrase, consent told as a signature, treaties that are none in particular."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.draft import Draft, Missing
from foedus.extract.naming import kinds
from foedus.extract.pacts import Pacts
from foedus.extract.partners import Partners
from foedus.extract.who import Who
from foedus.packs.triggers import Trigger

# what a vote or a law may be about
_STEPS: Final = ("treaty.ratify", "treaty.withdraw", "treaty.suspend")


class Instruments:
    """What phrases for pacts and laws show of the act, in one article."""

    def __init__(self, who: Who, pacts: Pacts) -> None:
        self.who, self.pacts, self.language = who, pacts, who.lexicon.language
        self.partners = Partners(pacts)
        self.told_here: str | None = None
        self.here: list[Draft] = []

    def each(self, item: Draft | Missing, theme: Chunk | None, args: Arguments) -> list[Draft | Missing]:
        """«X and Y signed agreements with Z»: several pacts, one with each."""
        if isinstance(item, Draft) and self.of_their_own(item, theme, args):
            agents = self.who.actors(args.agent)
            made = list(self.partners.own(replace(item, actors=agents)))
            lacking = Missing(item.first, item.last, "no_object", f"{item.type}: no treaty or thing it is about")
            return [*made] or [lacking]
        several = theme is not None and theme.has("treaty") and self._several(theme)
        ours = self.who.actors(args.agent)
        theirs = [i for c in args.slots.get("with", []) for i in self.who.actors(c)]
        if not isinstance(item, Draft) or item.type != "treaty.sign" or not several or not ours or not theirs:
            return [item]
        if min(len(ours), len(theirs)) > 1 or max(len(ours), len(theirs)) < 2:
            return [item]
        pairs = [[a, b] for a in ours for b in theirs]
        states = [[self.who.principal(i) for i in p] for p in pairs]
        ids = [self.pacts.choice.of([], s, [], [], kinds(theme) if theme is not None else ()) for s in states]
        return [replace(item, actors=p, object=o, because=[*item.because]) for p, o in zip(pairs, ids, strict=True)]

    def _several(self, theme: Chunk) -> bool:
        """«Agreements», «accordi bilaterali di sicurezza»: pacts in the plural, and none of many by its name."""
        nouns = [w for w in theme.words if w not in self.language.words.articles]
        if (
            not nouns
            or self.pacts.concluded.new(theme)
            or any(len(self.pacts.register.parties(t)) > 2 for t in named(theme))
        ):
            return False
        noun = nouns[-1] if self.language.words.head_final else nouns[0]
        return self.language.lemma(noun) != noun

    def of_their_own(self, draft: Draft, theme: Chunk | None, args: Arguments) -> bool:
        """«Similar agreements were signed by X and Y», "Z signed theirs": others than the pact spoken of."""
        theme = theme or args.theme
        if not draft.type.startswith("treaty.") or theme is None:
            return False
        if not self.partners.same_kind(theme) and not self.partners.own_kind(theme, self.who.actors(args.agent)):
            return False
        partners = bool(args.slots.get("with") or args.slots.get("between"))
        named = self.pacts.naming.mentioned(theme) if theme.has("treaty") else ([], [])
        return bool(self.who.actors(args.agent)) and not partners and not named[0] and len(named[1]) < 2

    def kind_of_consent(self, draft: Draft, theme: Chunk | None, trigger: Trigger) -> None:
        """A head's signature once the own parliament has ratified is consent; a law after a withdrawal serves it."""
        done = self.who.discourse.doers
        mine = {self.who.principal(a) for a in draft.actors}
        here = [a for d in self.here if (d.type, d.object) == ("treaty.ratify", draft.object) for a in d.actors]
        ratified = {self.who.principal(a) for a in (*done.get(("treaty.ratify", draft.object), ()), *here)}
        if draft.type == "treaty.sign" and len(mine) == 1 and mine <= ratified and not draft.nominal:
            draft.type = "treaty.ratify"
        law = theme is not None and theme.has("bill") and not theme.has("treaty")
        law = law or (theme is None and bool(trigger.agents) and not (draft.nominal or trigger.undone))
        undone = self._undone_here(draft, mine)
        if undone and theme is None and not draft.nominal and draft.type in ("treaty.sign", "treaty.ratify"):
            draft.type = undone  # "a adopté la loi de sortie, et le président l'a promulguée"
        first = self._told_first(draft.object) or undone or self.told_here
        if draft.type == "treaty.ratify" and law and first is not None:
            draft.type = first

    def _undone_here(self, draft: Draft, mine: set[str]) -> str | None:
        """The leaving or suspending that the sentence told just before, of the same pact and the same state."""
        for told in reversed(self.here):
            done = told.type in _STEPS[1:] and told.object == draft.object and not told.undone
            if done and mine == {self.who.principal(a) for a in told.actors}:
                return told.type
        return None

    def kind_of_approval(self, draft: Draft) -> None:
        """«Il Parlamento ha dato il via libera», where the article told of leaving first: a vote on that, no consent.

        A vote on leaving, the notice and its effect are each a treaty.withdraw (docs/claims.md).
        """
        first = self._told_first(draft.object) or self.told_here
        if draft.type == "treaty.ratify" and first is not None:
            draft.type = first

    def arrive(self, row: Sequence[Chunk]) -> None:
        """Before a sentence: the act of a treaty's life that it names, where a vote in it may be on that."""
        self.here = []
        kinds = [k for c in row for k in self._kinds(c)]
        self.told_here = next((k for k in kinds if k in _STEPS), None)

    def keep(self, items: Sequence[Draft | Missing]) -> None:
        """Remembers what the sentence told, and whose parliament voted."""
        drafts = [i for i in items if isinstance(i, Draft)]
        self.here += drafts
        bodies = self.who.world.organisations
        for actor in (a for d in drafts if d.type in _STEPS for a in d.actors):
            body = bodies.get(actor)
            if actor.endswith("_Parliament") or (body is not None and body.kind in ("parliament", "chamber")):
                self.who.discourse.voted = self.who.principal(actor)

    def _kinds(self, chunk: Chunk) -> Iterator[str]:
        """The acts that a phrase's nouns name, or that its verb can only be."""
        if chunk.verb is None:
            yield from (i for p in nested(chunk) for i in p.ids("trigger"))
            return
        names = self.language.names_of(chunk.verb.lemma, chunk.verb.reflexive)
        triggers = [v for name in names for v in self.who.lexicon.verb_triggers.get(name, ())]
        life = {v.type for v in triggers if v.type.startswith("treaty.")}
        of_pacts = any("treaty" in v.theme for v in triggers if v.type in life)
        yield from life if of_pacts and life in ({"treaty.withdraw"}, {"treaty.suspend"}) else ()

    def _told_first(self, treaty: str | None) -> str | None:
        """Whether the article told first of consent to a treaty, of leaving or of suspending it."""
        told = (t for t, o in self.who.discourse.doers if o == treaty)
        first = next((t for t in told if t in _STEPS), None)
        return first if first in (None, "treaty.ratify") else self.who.discourse.undoing.get(treaty, first)

    def any_treaty(self, chunk: Chunk, nearby: Sequence[Chunk], agents: Sequence[str]) -> bool:
        """An indefinite "a treaty", without name, parties or year, is none in particular."""
        _, parties = self.pacts.naming.mentioned(chunk, nearby)
        if self.pacts.knows(chunk):
            return False  # "ratified an agreement with X, which the other chamber had approved"
        if len({self.who.principal(a) for a in agents}) > 1:
            return False  # "X and Y ratified a treaty"
        named = any(i.startswith("treaty:") for i in chunk.ids("treaty"))
        return chunk.article in self.language.words.articles & self.language.words.indefinite and not (
            named or parties or chunk.year
        )

    def acceding(self, draft: Draft, theme: Chunk | None) -> None:
        """«The accession protocols of X and Y were signed»: with them, whoever else signs is not told."""
        if draft.type != "treaty.sign" or draft.actors or theme is None or theme.has("adjective"):
            return
        if any(self.pacts.accessions.named(p) for p in nested(theme)):
            draft.actors = self.who.states.of(theme)

    def suspender(self, draft: Draft, theme: Chunk | None) -> None:
        """«Congelata la partecipazione dell'Armenia»: whose part in it is suspended."""
        part = theme is not None and any(n.id == "participation" for m in theme.marks for n in m.nouns)
        if part and theme is not None and draft.type == "treaty.suspend" and not draft.actors:
            draft.actors = [i for c in theme.of if not c.has("treaty", "organisation") for i in self.who.actors(c)]

    def complete(self, draft: Draft, theme: Chunk | None) -> None:
        """Adds who submits, accedes or deposits, where other words of the article tell."""
        self.suspender(draft, theme)
        self.submitter(draft)
        self.acceding(draft, theme)
        self.depositor(draft)
        if draft.type == "treaty.exchange" and len(draft.targets) > 1:  # "d'adhésion à l'Otan auprès du …"
            founded = {o for o, t in self.pacts.accessions.by_organisation.items() if t == draft.object}
            draft.targets = [t for t in draft.targets if t not in founded]

    def notifier(self, draft: Draft, trigger: Trigger, theme: Chunk | None) -> None:
        """«The Lithuanian notification of withdrawal, delivered in June»: whose notice it is leaves."""
        if trigger.theme == ("leaving",) and not draft.actors:
            draft.actors = self.who.states.of(theme)

    def depositor(self, draft: Draft) -> None:
        """«La Svezia è entrata …, quando è stato depositato lo strumento»: who joins by it, told in the sentence."""
        joined = [d for d in self.here if (d.type, d.object) == ("treaty.ratify", draft.object)]
        if draft.type == "treaty.exchange" and not draft.actors and len(joined) == 1:
            draft.actors = [*joined[0].actors]

    def leaver(self, draft: Draft, trigger: Trigger, theme: Chunk | None) -> None:
        """«Its exit became effective», «il recesso è effettivo da ieri»: whose exit it is, was told."""
        if not trigger.subject_theme or draft.actors or theme is None or not theme.has("withdrawal"):
            return
        draft.object = draft.object or self.pacts.anaphora.spoken_of()
        whose = [i for c in theme.of if not c.has("treaty") for i in self.who.actors(c)]
        if whose:
            draft.actors = whose
            return
        before = [d for d in self.here if (d.type, d.object) == (draft.type, draft.object) and d.actors]
        known = self.who.discourse
        owned = bool(self.language.words.possessives.intersection(theme.words)) and known.subject_before is not None
        told = before[-1].actors if before else known.doers.get((draft.type, draft.object), ())
        draft.actors = [*told] or ([*known.subject] if owned else [])

    def submitter(self, draft: Draft) -> None:
        """«Le traité a été transmis à la Douma»: whoever submits a treaty to a parliament is of the same state."""
        if draft.type == "treaty.submit" and not draft.actors:
            homes = {self.who.principal(t) for t in draft.targets} & self.who.world.states.keys()
            draft.actors = sorted(homes) if len(homes) == 1 else []


def named(theme: Chunk) -> list[str]:
    """The treaties on file whose names a phrase holds."""
    return [i for i in theme.ids("treaty") if i.startswith("treaty:")]
