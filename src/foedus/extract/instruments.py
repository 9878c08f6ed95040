"""Several pacts in one phrase, consent told as a signature, treaties that are none in particular."""

from collections.abc import Sequence
from dataclasses import replace

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft, Missing
from foedus.extract.pacts import Pacts, kinds
from foedus.extract.partners import Partners
from foedus.extract.who import Who


class Instruments:
    """What phrases for pacts and laws show of the act, in one article."""

    def __init__(self, who: Who, pacts: Pacts) -> None:
        self.who, self.pacts, self.language = who, pacts, who.lexicon.language
        self.partners = Partners(pacts)

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
        ids = [self.pacts.choose([], s, [], [], kinds(theme) if theme is not None else ()) for s in states]
        return [replace(item, actors=p, object=o, because=[*item.because]) for p, o in zip(pairs, ids, strict=True)]

    def _several(self, theme: Chunk) -> bool:
        """«Agreements», «accordi bilaterali di sicurezza»: pacts in the plural, and none of many by its name."""
        nouns = [w for w in theme.words if w not in self.language.words.articles]
        if not nouns or self.pacts.concluded.new(theme) or any(len(self.pacts.parties(t)) > 2 for t in named(theme)):
            return False
        noun = nouns[-1] if self.language.words.head_final else nouns[0]
        return self.language.lemma(noun) != noun

    def of_their_own(self, draft: Draft, theme: Chunk | None, args: Arguments) -> bool:
        """«Similar agreements were signed by X and Y», "Z signed theirs": others than the pact spoken of."""
        theme = theme or args.theme
        if not draft.type.startswith("treaty.") or theme is None or not self.partners.same_kind(theme):
            return False
        partners = bool(args.slots.get("with") or args.slots.get("between"))
        named = self.pacts.mentioned(theme) if theme.has("treaty") else ([], [])
        return bool(self.who.actors(args.agent)) and not partners and not named[0] and len(named[1]) < 2

    def kind_of_consent(self, draft: Draft, theme: Chunk | None) -> None:
        """A head's signature once the own parliament has ratified is consent; a law after a withdrawal serves it."""
        done = self.who.discourse.doers
        mine = {self.who.principal(a) for a in draft.actors}
        ratified = {self.who.principal(a) for a in done.get(("treaty.ratify", draft.object), ())}
        if draft.type == "treaty.sign" and len(mine) == 1 and mine <= ratified and not draft.nominal:
            draft.type = "treaty.ratify"
        law = draft.type == "treaty.ratify" and theme is not None and theme.has("bill") and not theme.has("treaty")
        if law and ("treaty.withdraw", draft.object) in done and ("treaty.ratify", draft.object) not in done:
            draft.type = "treaty.withdraw"

    def kind_of_approval(self, draft: Draft) -> None:
        """«Il Parlamento ha dato il via libera», where the article told of leaving first: a vote on that, no consent.

        A vote on leaving, the notice and its effect are each a treaty.withdraw (docs/claims.md).
        """
        told = [t for t, o in self.who.discourse.doers if o == draft.object]
        first = next((t for t in told if t in ("treaty.ratify", "treaty.withdraw")), None)
        if draft.type == "treaty.ratify" and first is not None:
            draft.type = first

    def any_treaty(self, chunk: Chunk, nearby: Sequence[Chunk], agents: Sequence[str]) -> bool:
        """An indefinite "a treaty", without name, parties or year, is none in particular."""
        _, parties = self.pacts.mentioned(chunk, nearby)
        if self.pacts.knows(chunk):
            return False  # "ratified an agreement with X, which the other chamber had approved"
        if len({self.who.principal(a) for a in agents}) > 1:
            return False  # "X and Y ratified a treaty"
        named = any(i.startswith("treaty:") for m in chunk.marks for i in m.ids("treaty"))
        return chunk.article in self.language.words.articles & self.language.words.indefinite and not (
            named or parties or chunk.year
        )

    def submitter(self, draft: Draft) -> None:
        """«Le traité a été transmis à la Douma»: whoever submits a treaty to a parliament is of the same state."""
        if draft.type == "treaty.submit" and not draft.actors:
            homes = {self.who.principal(t) for t in draft.targets} & self.who.world.states.keys()
            draft.actors = sorted(homes) if len(homes) == 1 else []


def named(theme: Chunk) -> list[str]:
    """The treaties on file whose names a phrase holds."""
    return [i for m in theme.marks for i in m.ids("treaty") if i.startswith("treaty:")]
