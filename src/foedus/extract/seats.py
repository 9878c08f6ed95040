"""Phrases that neighbours complete: where a body sits, where forces come from, two kinds of one pact."""

from foedus.extract.chunks import Chunk
from foedus.packs.language import Language


def seated(row: list[Chunk], chunk: Chunk, pack: Language) -> bool:
    """«Lawmakers in Ankara», «the government in London»: the seat tells whose body it is."""
    host = row[-1]
    if not pack.words.head_final or host.kind != "np" or host.of or host.coords or "in" not in chunk.relations:
        return False
    seat = len(chunk.marks) == 1 and chunk.marks[0].has("metonym") and not chunk.unknown
    body = bool(host.marks) and all(m.has("parliament", "stateword") and not m.entities for m in host.marks)
    opens = all(c.kind in ("time", "punct", "quote", "other") for c in row[:-1])
    return seat and body and opens and not host.unknown and not host.has("forces")


def hailing(row: list[Chunk], chunk: Chunk, pack: Language) -> bool:
    """«Troops from X and Y have landed»: whose they are, where they are the subject."""
    host = row[-1]
    if not pack.words.head_final or host.kind != "np" or not host.bare or chunk.prep != "from":
        return False
    whole = bool(chunk.marks) and all(m.has("state", "metonym", "organisation") for m in chunk.marks)
    opens = all(c.kind in ("time", "punct", "quote", "other") for c in row[:-1])
    forces = bool(host.marks) and host.marks[-1].has("forces") and not host.has("adjective", "state")
    return whole and opens and forces and not chunk.unknown


def shared_kind(row: list[Chunk], chunk: Chunk) -> None:
    """«A peace and friendship treaty»: the noun before "and" says of what kind the pact or exercise is, too."""
    if len(row) < 2 or row[-1].kind != "conj" or chunk.prep or chunk.article or chunk.of:
        return
    kind = row[-2]
    plain = kind.kind == "np" and kind.article and not (kind.marks or kind.of or kind.coords or kind.number)
    if not plain or not chunk.has("treaty", "exercise") or len(kind.words) > 3:
        return
    row.pop()
    row.pop()
    chunk.first, chunk.article = kind.first, kind.article
    chunk.prep, chunk.relations = kind.prep, kind.relations
    chunk.words = (*kind.words, *chunk.words)
