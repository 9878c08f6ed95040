"""Coordination: which phrase an "and" continues, and where a clause of its own begins."""

from foedus.extract.chunks import Chunk
from foedus.packs.language import Language

_LIKE = (
    (
        "state",
        "metonym",
        "person",
        "surname",
        "organisation",
        "outlet",
        "office",
        "ministry",
        "parliament",
        "stateword",
        "intelligence",
        "group",
        "press",
        "pair",
    ),
    ("forces", "arms", "technology", "goods"),
    ("treaty",),
    ("place", "metonym", "territory"),
)


def coordination_host(
    row: list[Chunk], chunk: Chunk, chunks: list[Chunk], n: int, pack: Language, sequel: bool = False
) -> Chunk | None:
    """The phrase that ``chunk`` is coordinated with: "X e Y", "X, Y e Z" of like kind, else None."""
    joined = len(row) > 2 and row[-1].kind in ("time", "other") and row[-2].kind == "conj"
    if joined or (len(row) > 2 and _sequel(row, chunks, n, pack)):
        sequel = row[-2].kind == "punct"
        aside = row.pop()
        found = coordination_host(row, chunk, chunks, n, pack, sequel)
        if found is None:
            row.append(aside)  # "entered into force, and in 2021 the parties …"
        return found
    link = row[-1]
    if link.kind not in ("conj", "punct") or len(row) < 2:
        return None
    if link.kind == "punct" and link.words != (",",):
        return None
    host = row[-2]
    if host.kind == "punct" and host.words == (",",) and link.kind == "conj" and len(row) > 2:
        host = row[-3]
    if host.kind != "np" or not pack.words.adversatives.isdisjoint(link.words):
        return None
    listed = sequel or _list_goes_on(chunks, n) or _two_names(host, chunk, chunks, n)
    if link.kind == "punct" and (not listed or _titled(host, chunk)):
        return None
    if link.kind == "punct" and not chunk.prep and _tells(row, host) and _subject_ahead(chunks, n):
        return None  # "comme le rapporte X, A et B ont signé"
    opens = all(c.kind in ("time", "punct") or _adjunct(c) for c in row[: row.index(host)])
    if opens and host.prep and not chunk.prep and link.kind == "punct" and _subject_ahead(chunks, n):
        return None  # "selon la presse, Paris et Londres discutent": the list is the subject
    inner = host.all()[-1]
    while inner.of and (not _alike(inner, chunk) or _goes_on(inner, chunk)):
        inner = inner.of[-1].all()[-1]
    same_prep = chunk.prep == inner.prep or not chunk.prep or ("of" in chunk.relations and "by" in host.relations)
    if not same_prep or not _alike(inner, chunk):
        return None
    if (
        _verb_ahead(chunks, n)
        and not chunk.prep
        and pack.words.negatives.isdisjoint(link.words)
        and _has_predicate(row, host, pack)
    ):
        return None
    return inner


def _goes_on(host: Chunk, chunk: Chunk) -> bool:
    """«Les dirigeants du Mali, du Burkina et du Niger»: one more of those that hang on the phrase."""
    last = host.of[-1]
    return (
        bool(chunk.prep)
        and "by" not in host.relations
        and chunk.prep != host.prep
        and chunk.prep == last.prep
        and _alike(last, chunk)
    )


def _titled(host: Chunk, chunk: Chunk) -> bool:
    """«X, ministre des Armées et de …, a signé»: an office without article behind a name is its bearer's."""
    office = chunk.bare and not chunk.article and chunk.has("office") and not chunk.has("person", "surname")
    return office and host.has("person", "surname")


def _sequel(row: list[Chunk], chunks: list[Chunk], n: int, pack: Language) -> bool:
    """«Les États-Unis, puis la Russie, ont quitté …»: does a word of sequence join two subjects of one verb?"""
    after = [c for c in chunks[n + 1 : n + 3] if c.words != (",",)]
    verb = after[0].verb if after else None
    opens = row[-2].words == (",",) and pack.words.sequels.issuperset(row[-1].words) and bool(row[-1].words)
    several = verb is not None and verb.finite and (verb.plural or not pack.words.plural_endings)
    return opens and row[-3].bare and chunks[n].bare and several


def _verb_ahead(chunks: list[Chunk], n: int) -> bool:
    """Does a finite verb follow whose subject the phrase may be? One comma, or a colon, stands between no such two."""
    commas = 0
    for chunk in chunks[n + 1 :]:
        if chunk.words in ((";",), (":",)):
            return False
        commas += chunk.words == (",",)
        if chunk.kind not in ("time", "punct", "quote") and not (chunk.kind == "np" and chunk.prep):
            return commas != 1 and chunk.verb is not None and chunk.verb.finite
    return False


def _adjunct(chunk: Chunk) -> bool:
    """What may stand before the subject: «Réunis à Ankara, …», «En marge du sommet à Paris, …»."""
    return bool(chunk.kind == "np" and chunk.prep) or (chunk.verb is not None and chunk.verb.form in ("part", "ger"))


def _has_predicate(row: list[Chunk], host: Chunk, pack: Language) -> bool:
    """Does a finite verb stand before ``host`` in its own clause? Then what follows "and" begins a new one."""
    for chunk in reversed(row[: row.index(host)]):
        if chunk.time is not None and chunk.kind == "time" and chunk.time.kind in ("before", "after"):
            return False  # "…, a day after X and Y met"
        if chunk.kind in ("that", "rel", "sub") or chunk.words in ((";",), (":",)):
            return False
        if not pack.words.adversatives.isdisjoint(chunk.words):
            return False
        if chunk.verb and chunk.verb.finite:
            return True
    return False


def _tells(row: list[Chunk], host: Chunk) -> bool:
    """«Comme le rapporte X»: right behind a verb that a conjunction opens."""
    at = row.index(host)
    return at > 1 and row[at - 1].kind == "vg" and row[at - 2].kind == "sub"


def _subject_ahead(chunks: list[Chunk], n: int) -> bool:
    """Does the list that begins here run into a verb without a comma after its conjunction?"""
    joined = False
    for chunk in chunks[n + 1 : n + 12]:
        if chunk.kind == "vg":
            return joined
        if chunk.kind == "conj":
            joined = True
        elif chunk.kind == "punct" and joined:
            return False
    return False


def _list_goes_on(chunks: list[Chunk], n: int) -> bool:
    """After a comma: does the row of noun phrases end in a conjunction before any verb?"""
    for chunk in chunks[n + 1 : n + 12]:
        if chunk.kind == "conj":
            return True
        if chunk.kind not in ("np", "punct", "quote") or chunk.words == (".",):
            return False
    return False


def _two_names(host: Chunk, chunk: Chunk, chunks: list[Chunk], n: int) -> bool:
    """«Kim, Putin sign pact»: two names, a comma, and a verb that only several subjects have."""
    after = chunks[n + 1].verb if n + 1 < len(chunks) else None
    names = host.bare and chunk.bare and not host.article and not chunk.article and host.proper and chunk.proper
    return names and after is not None and after.plural and after.tense == "pres"


def _alike(one: Chunk, two: Chunk) -> bool:
    """Of the same family of sorts, or both unknown; a bare adjective goes with what has one."""
    if two.marks and all(m.has("adjective") and not m.nouns for m in two.marks) and one.has("adjective"):
        return True
    for family in _LIKE:
        if one.has(*family) and two.has(*family):
            return True
    things = ("arms", "technology", "goods")
    if (not one.marks and two.has(*things)) or (not two.marks and one.has(*things)):
        return not (one.proper or two.proper)  # "radars and missiles"
    return not one.marks and not two.marks and one.prep == two.prep
