"""Accession to an organisation's treaty: the words for it, and the treaty that is joined."""

from foedus.extract.chunks import Chunk
from foedus.extract.who import Who


class Accessions:
    """Finds what is joined in one article."""

    def __init__(self, who: Who) -> None:
        self.discourse, self.lexicon = who.discourse, who.lexicon
        treaties = who.lexicon.treaties
        self.by_organisation = {t.organisation: t.id for t in treaties.values() if t.organisation}

    def joined(self, chunk: Chunk) -> str | None:
        """A protocol of accession belongs to the treaty of the organisation that is joined."""
        words = {w for m in chunk.marks if m.has("treaty") for w in m.key.split()}
        named = words & self.lexicon.accessions
        return self.discourse.acceding if named or words & self.lexicon.protocols else None

    def named(self, part: Chunk) -> bool:
        """Does a phrase speak of accession, or of a protocol of it?"""
        return any(set(m.key.split()) & self.lexicon.accessions for m in part.marks)

    def founding(self) -> str | None:
        """The founding treaty of the organisation that the article speaks of most."""
        most = self.discourse.bodies.most_common()
        bodies = [o for o, n in most if o in self.by_organisation and 2 * n >= most[0][1]]
        return self.by_organisation[bodies[0]] if bodies else None
