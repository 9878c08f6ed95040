"""Parties: those of a treaty who act although they are not named, and acts of nobody."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts
from foedus.extract.register import SMALL
from foedus.extract.states import is_state
from foedus.extract.unspoken import Unspoken
from foedus.extract.who import Who
from foedus.packs.frames import Frame
from foedus.packs.triggers import Trigger


class Parties:
    """Completes the actors of acts on treaties in one article."""

    def __init__(self, who: Who, pacts: Pacts, unspoken: Unspoken) -> None:
        self.who, self.pacts, self.unspoken = who, pacts, unspoken
        self.language = who.lexicon.language

    def complete(self, draft: Draft, trigger: Trigger, frame: Frame, args: Arguments, theme: Chunk | None) -> bool:
        """Adds the other parties of the treaty; False where nobody is named who signs without saying what."""
        if args.recalled and not self.unspoken.fits(draft):
            draft.actors = []
        elif trigger.alone and theme is None and not draft.actors:
            return False
        elif args.agent is None or args.inherited or draft.actors or self._theirs(args):
            self._parties(draft, trigger.parties or frame.parties, args)
        return True

    def _parties(self, draft: Draft, way: str, args: Arguments) -> None:
        """A bilateral treaty completes the roles: both sign, the other party of a ratification is its target."""
        if not way or not draft.object:
            return
        parties = sorted(self.pacts.register.parties(draft.object))
        acting = {self.who.principal(a) for a in draft.actors}
        if 2 < len(parties) <= SMALL and way == "all" and not acting and self._lasting(draft.object):
            draft.actors = parties
            draft.because.append("actors:parties")
        if len(parties) != 2:
            return
        acting = {self.who.principal(a) for a in draft.actors}
        if not acting and (self._somebody(args) or self._unnamed(args)) and not self._theirs(args):
            return  # "il via libera del Senato": whose it is, the article may not say
        if not acting:
            draft.actors = parties if way == "all" or draft.type == "treaty.ratify" else []
            draft.because.append("actors:parties")
        elif len(acting) == 1 and acting <= set(parties):
            other = [p for p in parties if p not in acting]
            if way == "all":
                draft.actors += other
            else:
                states = draft.type != "treaty.ratify" or all(is_state(a) for a in draft.actors)
                draft.targets = other if states else []
            draft.because.append("parties:other")

    def _theirs(self, args: Arguments) -> bool:
        """«Ministers initialled it», "negotiators reached the deal": those of both parties, nobody being named."""
        agent, words = args.agent, self.language.words
        if agent is None or not agent.has("pair", "office") or agent.number is not None or agent.of or agent.coords:
            return False
        if agent.has("adjective", "state", "metonym", "organisation", "parliament") or not words.head_final:
            return False
        if agent.unknown or self.who.actors(agent) or not words.possessives.isdisjoint(agent.words):
            return False
        return self.language.lemma(agent.words[-1]) != agent.words[-1]

    def _lasting(self, treaty: str) -> bool:
        """Have the parties of a filed treaty stayed the same?"""
        file = self.pacts.register.treaties.get(treaty)
        return (
            file is not None
            and not file.more_parties
            and all(p.from_ is None and p.until is None for p in file.parties)
        )

    def _unnamed(self, args: Arguments) -> bool:
        """«On ne scelle pas …»: the subject is a pronoun that names nobody."""
        verb = args.verb.verb if args.verb is not None else None
        sorts = [self.language.words.subject_pronouns.get(c) for c in verb.clitics] if verb is not None else []
        return verb is not None and verb.finite and not verb.passive and "other" in sorts

    def _somebody(self, args: Arguments) -> bool:
        """Is a body or office named as the one who acts?"""
        chunks = [c for c in (args.agent, *args.slots.get("of", []), *args.slots.get("by", [])) if c is not None]
        return any(c.has("parliament", "ministry", "office") for c in chunks)

    def nobody(self, draft: Draft, frame: Frame, args: Arguments) -> tuple[str, str] | None:
        """An active verb of consent without anybody who does it."""
        verb = args.verb.verb if args.verb is not None else None
        finite = verb is not None and (verb.finite or verb.form == "inf")
        active = finite and verb is not None and not verb.passive and not verb.reflexive and not draft.nominal
        if args.agent is not None and args.agent.has("pair") and self.who.groups.both_parties(args.agent):
            return None  # "le parti firmarono": whoever they are
        somebody = draft.nominal and self._somebody(args)
        if frame.parties and "actors" in frame.slots.values() and (active or somebody) and not draft.actors:
            return "no_actor", f"{draft.type}: nobody fills actors"
        return None
