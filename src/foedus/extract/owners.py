"""Whose the forces and the arms are: the nationality that their phrase carries, or that was spoken of."""

from collections.abc import Iterator, Sequence

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft
from foedus.extract.marks import Mark
from foedus.extract.states import is_state
from foedus.extract.themes import Themes
from foedus.extract.who import Who
from foedus.packs.frames import Frame


class Owners:
    """Names owners in one article."""

    def __init__(self, who: Who, themes: Themes) -> None:
        self.who, self.themes, self.language = who, themes, who.lexicon.language

    def name(self, draft: Draft, frame: Frame, theme: Chunk | None, args: Arguments) -> None:
        """Whose forces: the nationality that the phrase carries acts, whoever reports or moves them."""
        kinds = ("adjective", "state") if self.language.words.head_final else ("adjective",)
        received = draft.nominal or "targets:agent" in draft.because  # "a reçu des S-400 russes"
        if received and not draft.actors and draft.targets and draft.type.startswith("transfer."):
            owners = [i for p in (theme.all() if theme else []) for i in p.ids(*kinds)]
            draft.actors += [o for o in owners[:1] if o not in draft.targets]  # "the supply of Iranian drones to X"
        if not frame.owner or (frame.symmetric and len(draft.actors) > 1):
            return
        leaves = frame.slots.get("from") == "targets"
        fought = frame.slots.get("theme") == "targets"  # "ses forces ont affronté des soldats nord-coréens"
        for chunk in (None if fought and args.agent else theme, args.agent, *args.slots.get("of", [])):
            for part in chunk.all() if chunk else []:
                if part.has("forces", "arms", "arsenal", "test") or self.themes.sort(part, ("forces", "army")):
                    owners = [i for m in part.marks for i in self._nationality(m)]
                    together: list[str] = []
                    for inner in () if self._theirs(part) else part.of:
                        named = self.who.states.of(inner) or self._bodies(inner)
                        named = named or self._alliance(inner)
                        if not named and inner.has("pair") and not self.language.words.head_final:
                            named = together = self.who.actors(inner)  # "les marines des trois pays"
                        origin = leaves and {"of", "from"} <= set(inner.relations) and self.known(part, draft)
                        if origin and (not draft.targets or set(named) & set(draft.targets)):
                            continue  # where they leave from
                        owners += named
                    owners.sort(key=lambda o: o.startswith("org:"))  # "des Casques bleus français"
                    if owners:
                        joint = part.ids("adjective", "state")
                        many = self.language.words.head_final and len(joint) > 1  # "Israeli and US forces"
                        acting = list(draft.actors)
                        if chunk is not None and not self.language.words.head_final:
                            joint = self._joint(chunk, owners[0])
                            many = len(joint) > 1  # "soldati ugandesi e burundesi", "le marine di X e Y"
                        draft.actors[:] = joint if many else together or [owners[0]]
                        self._demanded(draft, acting, args)
                        draft.because.append("actors:owner")
                        self.who.discourse.armies.update(draft.actors)
                        return
        self._known_forces(draft, theme)
        self._known_forces(draft, args.agent)  # "the brigade numbers 5,000 soldiers"
        if draft.type == "forces.withdraw" and draft.nominal and self._asks(args) and theme is not None:
            draft.actors = []  # "demande le retrait de toutes les forces étrangères": not its own

    def _theirs(self, part: Chunk) -> bool:
        """«Ses forces de Syrie»: whose they are, the possessive says."""
        return bool(self.language.words.possessives.intersection(part.words))

    def _bodies(self, chunk: Chunk) -> list[str]:
        """«Un convoi de l'armée américaine»: the state whose forces a body is."""
        bodies = self.who.world.organisations
        ids = [i for i in chunk.ids("organisation") if bodies[i].kind == "forces"]
        return [of for i in ids if (of := bodies[i].of)]

    def _alliance(self, chunk: Chunk) -> list[str]:
        """«Un bataillon de l'Otan»: the alliance whose forces they are."""
        known, ids = self.who.world.organisations, chunk.ids("organisation")
        return [i for i in ids if known[i].kind == "alliance"][:1]

    def _demanded(self, draft: Draft, acting: Sequence[str], args: Arguments) -> None:
        """«Bagdad réclame le départ des troupes américaines»: who only asks for it is the host whom they leave."""
        asks = self._asks(args)
        states = [self.who.principal(a) for a in acting if self.who.principal(a) not in draft.actors]
        if draft.type == "forces.withdraw" and draft.nominal and asks and not draft.targets:
            draft.targets = [s for s in states if s in self.who.world.states]

    def _asks(self, args: Arguments) -> bool:
        verb = args.verb.verb if args.verb is not None else None
        return verb is not None and verb.lemma in self.language.modality.over_acts["planned"]

    def _joint(self, chunk: Chunk, first: str) -> list[str]:
        """All owners of coordinated forces, the first one first."""
        found = [first]
        for part in chunk.all():
            bare = bool(part.marks) and all(m.has("adjective", "state") for m in part.marks)
            if bare or part.has("forces"):
                found += part.ids("adjective", "state")
            for inner in part.of:
                found += self.who.states.of(inner, deep=False) if inner.coords and not inner.has("place") else []
        return list(dict.fromkeys(found))

    def attackers(self, draft: Draft, args: Arguments) -> None:
        """«Tués dans une frappe israélienne»: by whom, the attack says in which they fell."""
        if draft.type == "forces.casualties" and not draft.targets:
            attacks = [c for c in args.slots.get("in", []) if c.has("trigger")]
            draft.targets += [i for c in attacks for i in self.who.states.of(c, deep=False)][:1]

    def known(self, part: Chunk, draft: Draft) -> bool:
        """Is it said elsewhere whose the thing is?"""
        possessive = self.language.words.possessives.intersection(part.words)
        return bool(possessive) or part.has("adjective") or bool(draft.actors) or bool(draft.targets)

    def _nationality(self, mark: Mark) -> list[str]:
        """The state that a mark names, or whose forces it names ("a *Russian military* base")."""
        bodies = self.who.world.organisations
        forces = [bodies[i].of for i in mark.ids("organisation") if i in bodies and bodies[i].kind == "forces"]
        return mark.ids("adjective", "state") + [f for f in forces if f]

    def note(self, draft: Draft, theme: Chunk | None) -> None:
        """After forces were told of: whose they are, for "the brigade" of a later sentence."""
        if draft.type not in ("forces.deploy", "forces.withdraw") or not draft.actors or draft.polarity == "negative":
            return
        states = frozenset(a for a in map(self.who.principal, draft.actors) if is_state(a))
        if not states or theme is None:
            return
        known = self.who.discourse
        known.armies |= states
        for part in theme.all():
            for mark in part.marks:
                if mark.has("forces"):
                    known.meet_unit(mark.key, states)

    def _known_forces(self, draft: Draft, theme: Chunk | None) -> None:
        """«Gli ultimi soldati sono partiti»: known forces are those of the one state whose forces were spoken of.

        «Il battaglione», where several had forces: of the one whose battalion was told of.
        """
        known = next((p for p in self._named_again(theme) if p.has("forces", "base")), None)
        if known is None or draft.actors:
            return
        discourse = self.who.discourse
        told = (discourse.units.get(m.key, frozenset()) for m in known.marks if m.has("forces"))
        owners: frozenset[str] = next((o for o in told if len(o) == 1), frozenset())
        owners = owners or frozenset(discourse.armies).union(*discourse.units.values())
        if len(owners) == 1:
            draft.actors = sorted(owners)
            draft.because.append("actors:spoken_of")

    def _named_again(self, theme: Chunk | None) -> Iterator[Chunk]:
        """The phrase where it points back, or what hangs on it and does: "soldats de *la brigade*"."""
        words = self.language.words
        for part in [*theme.all(), *(c for p in theme.all() for c in p.of)] if theme is not None else []:
            some = not part.prep and part.article in words.partitives  # "des soldats"
            if not some and part.article in words.definite_forms | words.demonstratives:
                yield part
