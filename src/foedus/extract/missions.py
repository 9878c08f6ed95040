"""Missions of organisations: observers, monitors and peacekeepers that a union of states sends to a state."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.draft import Draft
from foedus.extract.themes import Themes
from foedus.extract.where import Where
from foedus.extract.who import Who

MISSION = ("mission",)
_THERE = ("in", "to", "at", "near", "on")


class Missions:
    """Tells whose a mission is and where, in one article; remembers both for "the mission"."""

    def __init__(self, who: Who, themes: Themes, where: Where) -> None:
        self.who, self.themes, self.where = who, themes, where
        self.known: tuple[str, str] | None = None

    def name(self, draft: Draft, theme: Chunk | None, args: Arguments) -> bool:
        """Fills in sender and host; False for a mission of nobody known, or to nowhere."""
        if draft.type != "forces.deploy" or theme is None or not self.themes.fits(theme, MISSION):
            return True
        part = next(p for p in nested(theme) if self.themes.sort(p, MISSION))
        sender, host = self._sender(part), self._host(theme, args)
        if sender is None and self.known is not None and (host in (None, self.known[1])) and self._again(part):
            sender, host = self.known
        sender = sender or next((a for a in draft.actors if self._sends(a)), None)
        host = host or (self.known[1] if self.known is not None and self.known[0] == sender else None)
        if sender is None or host is None:
            return False
        self.known = sender, host
        draft.actors, draft.targets = [sender], [host]
        return True

    def _sender(self, part: Chunk) -> str | None:
        inside = [*part.marks, *(m for c in part.of for p in c.all() for m in p.marks)]
        return next((i for m in inside for i in m.ids("organisation") if self._sends(i)), None)

    def _sends(self, body: str) -> bool:
        known = self.who.world.organisations.get(body)
        return known is not None and body.startswith("org:") and known.kind not in ("armed_group", "forces")

    def _host(self, theme: Chunk, args: Arguments) -> str | None:
        """The state that "in" phrases name, beside the verb or inside the phrase; else whose border it is."""
        beside = [c for r in _THERE for c in args.slots.get(r, [])] + args.before
        inside = [p for t in theme.all() for p in nested(t) if p is not t]
        placed = [c for c in (*inside, *beside) if set(_THERE) & set(c.relations)]
        found = [s for c in placed for s in self.where.hosts(c)]
        return found[0] if found else None

    def _again(self, part: Chunk) -> bool:
        """«The mission», "sa mission": the one told of before."""
        words = self.who.lexicon.language.words
        pointing = words.definite_forms | words.definite | words.demonstratives | words.possessives
        return part.article in pointing or not pointing.isdisjoint(part.words)
