"""What states pay to the organisations that they are members of: dues, and shares of a budget."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.draft import Draft
from foedus.extract.themes import Themes
from foedus.extract.who import Who

# ids of nouns: what is paid, and what it is paid for
DUES = ("dues", "budget")
_OWED = ("to", "for", "of", "in", "at", "on", "about")
_CLOSED = frozenset({"armed_group", "forces", "parliament", "chamber"})


class Dues:
    """Tells to which organisation dues go, in one article."""

    def __init__(self, who: Who, themes: Themes) -> None:
        self.who, self.themes = who, themes

    def name(self, draft: Draft, theme: Chunk | None, args: Arguments) -> bool:
        """Fills in the organisation; False where dues are paid to nobody known, or by somebody who is no state."""
        if draft.type != "transfer.goods" or theme is None or not self.themes.fits(theme, DUES):
            return True
        chunks = [theme, *(c for r in _OWED for c in args.slots.get(r, []))]
        bodies = [b for c in chunks for p in nested(c) for b in p.ids("organisation")]
        named = next((b for b in bodies if self._is_union(b)), None)
        body = named or (self._spoken_of() if not bodies else None)
        states = [a for a in draft.actors if self.who.principal(a) in self.who.world.states]
        if body is None or not states:
            return False
        draft.actors, draft.targets, draft.object = states, [body], "materiel:money"
        return True

    def _spoken_of(self) -> str | None:
        """The organisation that the article speaks of most."""
        most = self.who.discourse.bodies.most_common()
        bodies = [b for b, n in most if self._is_union(b) and 2 * n >= most[0][1]]
        return bodies[0] if bodies else None

    def _is_union(self, body: str) -> bool:
        """Is it one that states are members of?"""
        known = self.who.world.organisations.get(body)
        return known is not None and body.startswith("org:") and known.kind not in _CLOSED
