"""Genitives: whose a thing is, before its noun («Russia's and Iran's ministers»), and nouns that share one."""

from foedus.extract.chunks import Chunk
from foedus.packs.language import Language


def genitives(chunks: list[Chunk], pack: Language) -> list[Chunk]:
    """«Russia's ratification»: the owner hangs on what is owned, as an "of" phrase would."""
    kept: list[Chunk] = []
    chunks = shared_genitive(chunks, pack)
    for chunk in chunks:
        owned = len(kept) > 1 and kept[-1].kind == "punct" and kept[-1].words[0] in pack.words.genitives
        if owned and chunk.bare and kept[-2].kind == "np":
            kept.pop()
            owner = kept.pop()
            _co_owners(kept, owner, chunk)
            chunk.prep, chunk.relations, chunk.first = owner.prep, owner.relations, owner.first
            owner.prep, owner.relations, owner.article = next(iter(sorted(pack.words.genitives))), ("of",), ""
            chunk.of.append(owner)
            chunk.article = chunk.article or next(iter(sorted(pack.words.definite & {"the"})), "")
        kept.append(chunk)
    return kept


def shared_genitive(chunks: list[Chunk], pack: Language) -> list[Chunk]:
    """«Estonia's and Latvia's parliaments»: a genitive mark before "and" or a comma goes with the last one."""
    return [
        c
        for n, c in enumerate(chunks)
        if not (
            c.kind == "punct"
            and c.words[0] in pack.words.genitives
            and n + 2 < len(chunks)
            and chunks[n + 1].kind in ("conj", "punct")
            and any(k.kind == "punct" and k.words[0] in pack.words.genitives for k in chunks[n + 2 : n + 5])
        )
    ]


def _co_owners(kept: list[Chunk], owner: Chunk, owned: Chunk) -> None:
    """«Russia and North Korea's pact»: bare names joined to the owner of a pact or of several things own it too."""
    several = bool(owned.words) and (owned.has("treaty", "relations", "meeting") or owned.words[-1].endswith("s"))
    while several and len(kept) > 1 and (kept[-1].kind == "conj" or kept[-1].words == (",",)):
        name = kept[-2]
        if not name.bare or name.of or not name.marks or not all(m.has("state", "metonym") for m in name.marks):
            return
        kept.pop()
        owner.coords.insert(0, kept.pop())
        owned.first = owner.first = name.first


def shared_noun(row: list[Chunk], chunk: Chunk) -> None:
    """«British, French and German troops»: adjectives that share the last one's noun are drawn into its phrase."""
    nouns = [m for m in chunk.marks if not m.has("adjective", "state")]
    if chunk.prep or len(row) < 2 or row[-1].kind != "conj" or not nouns or nouns[0] is chunk.marks[0]:
        return
    host = row[-2]
    while host.of and host.of[-1].of:
        host = host.of[-1]
    if host.of and not chunk.article and host.of[-1].marks and adjective(host.of[-1]):
        row.insert(-1, host.of.pop())  # "a drill of Philippine and American forces"
    while len(row) > 1 and row[-1].kind in ("conj", "punct") and adjective(row[-2]):
        if row[-1].kind == "punct" and row[-1].words != (",",):
            return
        row.pop()
        first = row.pop()
        chunk.marks = [*(m for p in first.all() for m in p.marks), *chunk.marks]
        chunk.first, chunk.prep, chunk.relations = first.first, first.prep, first.relations
        chunk.number = chunk.number or first.number
        chunk.article = chunk.article or first.article


def adjective(chunk: Chunk) -> bool:
    """Nothing but adjectives of states, or their short names in use as such ("US")."""
    if chunk.kind != "np" or chunk.of or any(len(p.marks) != 1 or p.of for p in chunk.all()):
        return False
    marks = [p.marks[0] for p in chunk.all()]
    return all(m.has("adjective") or (m.has("state") and len(m.key) <= 3) for m in marks)
