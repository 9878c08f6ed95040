"""On whose soil: the host state of forces where "the country", "there" or nothing at all names it."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft
from foedus.extract.states import is_state
from foedus.extract.who import Who

_ON_SOIL = ("forces.", "attack.", "control.")
_RELATIONS = ("in", "to", "from", "at", "on", "by")


class Hosts:
    """Remembers where forces stood, and points back there. One for an article."""

    def __init__(self, who: Who) -> None:
        self.who, self.words = who, who.lexicon.language.words

    def remember(self, draft: Draft) -> None:
        """After an act with a host: where it was, and whose forces stand there."""
        hosts = [t for t in draft.targets if is_state(t)]
        if not draft.type.startswith(_ON_SOIL) or len(hosts) != 1:
            return
        self.who.discourse.host = hosts[0]
        if draft.type in ("forces.deploy", "forces.withdraw"):
            for actor in draft.actors:
                self.who.discourse.hosts[self.who.principal(actor)] = hosts[0]

    def meant(self, draft: Draft, args: Arguments) -> str | None:
        """The state that "the country" or "there" means; for forces that leave, where the article had them stand."""
        own = {self.who.principal(a) for a in draft.actors}
        known = self.who.discourse
        if self._points(args):
            last = [p for p in map(self.who.principal, known.subject_last) if is_state(p) and p not in own]
            told = [*(last if len(last) == 1 else ()), known.host, *self.who.states.main()]
            found: str | None = next((s for s in told if s and s not in own), None)
            if found:
                return found
        again = "actors:spoken_of" in draft.because and draft.type == "forces.deploy"  # "the unit will number 5,000"
        if len(own) == 1 and (again or (draft.type == "forces.withdraw" and draft.nominal)):
            state = next(iter(own))
            return known.hosts.get(state) or (known.bases.get(state) if again else None)
        return None

    def _points(self, args: Arguments) -> bool:
        clitics = args.verb.group.clitics if args.verb is not None else ()
        if args.there or not self.words.locative_clitics.isdisjoint(clitics):
            return True
        phrases = [c for r in _RELATIONS for c in args.slots.get(r, [])]
        return any(c is not None and self._country(c) for c in (*phrases, args.theme))

    def _country(self, chunk: Chunk) -> bool:
        """«Nel Paese», "the country", and no country by name."""
        definite = self.words.definite_forms | self.words.definite
        known = chunk.article in definite and not chunk.of and chunk.number is None and len(chunk.marks) <= 1
        return known and bool(chunk.words) and chunk.words[-1] in self.words.soil
