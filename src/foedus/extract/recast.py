"""Second look at chunks whose words fit two readings: past tense or participle, preposition or conjunction.

Languages whose verbs have one form for each reading pass through unchanged.
"""

from collections.abc import Sequence

import msgspec

from foedus.extract.chunks import Chunk
from foedus.packs.language import Language

_OPENS = ("that", "rel", "sub")


def recast(chunks: Sequence[Chunk], pack: Language) -> list[Chunk]:
    """The chunks of a sentence with the readings that the whole sentence shows."""
    row = [c for n, c in enumerate(chunks) if not (pack.words.head_final and c.words == (".",) and n + 1 < len(chunks))]
    row = _attributes(row)
    for n, chunk in reversed(list(enumerate(row))):
        if (
            chunk.kind == "vg"
            and chunk.verb is not None
            and chunk.verb.doubtful
            and not chunk.verb.clitics
            and _reduced(row, n, pack)
        ):
            form = msgspec.structs.replace(
                chunk.verb,
                form="part",
                mood="part",
                doubtful=False,
                passive=chunk.verb.lemma not in pack.tables.unaccusative,
            )
            chunk.verb = form
    for n, chunk in enumerate(row):
        if chunk.kind == "vg" and chunk.verb is not None and chunk.verb.form == "ger" and _describes(row, n, pack):
            chunk.verb = msgspec.structs.replace(chunk.verb, form="part", mood="part")
    return _subordinate(row, pack) if pack.words.clausal else row


def _next(row: Sequence[Chunk], n: int, skip: tuple[str, ...] = ("other", "time", "quote")) -> int:
    """Place of the next chunk that is no adverb or time; the row's length at its end."""
    n += 1
    while n < len(row) and row[n].kind in skip:
        n += 1
    return n


def _before(row: Sequence[Chunk], n: int) -> int:
    n -= 1
    while n >= 0 and row[n].kind in ("other", "quote"):
        n -= 1
    return n


def _attributes(row: list[Chunk]) -> list[Chunk]:
    """«Wounded soldiers are treated»: an opening participle right before a noun and its verb is an attribute."""
    if len(row) < 3 or row[0].verb is None or not row[0].verb.doubtful or not row[1].bare or row[1].article:
        return row
    after = row[_next(row, 1)] if _next(row, 1) < len(row) else None
    if after is None or after.verb is None or not after.verb.finite:
        return row
    row[1].first = row[0].first
    return row[1:]


def _reduced(row: Sequence[Chunk], n: int, pack: Language) -> bool:
    """Is a form that may be past or participle the participle of a reduced relative clause ("the pact signed by X")?"""
    left, right = _before(row, n), _next(row, n)
    after = row[right] if right < len(row) else None
    if after is not None and after.bare:
        verb = row[n].verb
        # "an exercise called X"; else it has an object
        return verb is not None and verb.lemma in pack.words.naming and _object_before(row, left, pack)
    if _open_clause(row, n) or not any(k != n and c.verb is not None and c.verb.finite for k, c in enumerate(row)):
        return left < 0 or _by_someone(row, n)
    if row[left].kind == "conj" and (first := _first_of_two(row, left)) is not None:
        return first == 0 or _reduced(row, first, pack)  # "signed in July and approved by the Diet, the pact …"
    opens = left < 0 or row[left].kind == "time"
    comma = left > 0 and row[left].words == (",",) and row[left - 1].kind == "np"
    if not (opens or comma or row[left].kind == "np"):
        return False
    if _by_someone(row, n) or (comma and not _lists_verbs(row, n)):
        return True
    if left < 0:
        return after is None or after.kind in ("np", "punct", "conj")
    return _second_verb(row, n) or _object_before(row, left, pack)


def _first_of_two(row: Sequence[Chunk], left: int) -> int | None:
    """Place of a form that may be a participle before the "and" at ``left``, with dates and adjuncts between."""
    for k in range(left - 1, -1, -1):
        verb = row[k].verb
        if verb is not None and row[k].kind == "vg":
            return k if (verb.doubtful or (verb.form == "part" and verb.tense == "past")) and not verb.clitics else None
        if row[k].kind not in ("time", "other") and not (row[k].kind == "np" and row[k].prep):
            return None
    return None


def _open_clause(row: Sequence[Chunk], n: int) -> bool:
    """Does a clause that began before still wait for its verb ("which the two, X and Y, signed")?"""
    for chunk in reversed(row[:n]):
        if chunk.kind == "vg":
            return False
        if chunk.kind in _OPENS:
            return True
    return False


def _by_someone(row: Sequence[Chunk], n: int) -> bool:
    """Does a "by" phrase follow, before any object or verb?"""
    for chunk in row[n + 1 :]:
        if chunk.kind == "np" and "by" in chunk.relations:
            return bool(chunk.marks) or chunk.proper
        if chunk.kind not in ("time", "other") and not (chunk.kind == "np" and chunk.prep):
            return False
    return False


def _lists_verbs(row: Sequence[Chunk], n: int) -> bool:
    """«He came, signed and left»: a verb after a comma that goes on a row of verbs."""
    earlier = any(c.verb is not None and c.verb.finite for c in row[: n - 1])
    joined = any(c.kind == "conj" and k + 1 < len(row) and row[k + 1].kind == "vg" for k, c in enumerate(row) if k > n)
    return earlier and joined


def _second_verb(row: Sequence[Chunk], n: int) -> bool:
    """Does the finite verb of the same subject follow ("the pact signed in May binds …")?"""
    for chunk in row[n + 1 :]:
        if chunk.verb is not None and chunk.kind == "vg":
            return chunk.verb.finite and not chunk.verb.clitics
        if chunk.kind not in ("time", "other") and not (chunk.kind == "np" and chunk.prep):
            return False
    return False


def _object_before(row: Sequence[Chunk], left: int, pack: Language) -> bool:
    """Is the phrase before the verb the object of an earlier one, that takes no clause without "that"?"""
    if left < 0 or row[left].kind != "np":
        return False
    saying = {v for verbs in pack.speech.verbs.values() for v in verbs}
    for k in range(left - 1, -1, -1):
        chunk = row[k]
        if chunk.kind == "vg" and chunk.verb is not None:
            return chunk.verb.lemma not in saying and not chunk.verb.doubtful
        if chunk.kind in (*_OPENS, "conj", "punct"):
            return False
    return False


def _describes(row: Sequence[Chunk], n: int, pack: Language) -> bool:
    """«A treaty banning mines»: a gerund right behind a thing says what that does."""
    left = n - 1
    while left > 0 and row[left].kind == "time":
        left -= 1
    if not pack.words.head_final or left < 0 or row[n].prep or row[left].kind != "np":
        return False
    return row[left].has("treaty", "bill", "text", "forces", "sanctions") and (
        row[left].bare or "of" in row[left].relations
    )


def _subordinate(row: list[Chunk], pack: Language) -> list[Chunk]:
    """«After Israel struck Iran»: a preposition whose phrase is the subject of a verb opens a clause."""
    found: list[Chunk] = []
    for n, chunk in enumerate(row):
        if chunk.kind == "np" and chunk.prep in pack.words.clausal and _is_subject(row, n):
            word = chunk.prep
            found.append(Chunk("sub", chunk.first, chunk.first + 1, words=(word,)))
            if chunk.last == chunk.first + 1:
                continue
            chunk.first, chunk.prep, chunk.relations = chunk.first + 1, "", ()
        found.append(chunk)
    return found


def _is_subject(row: Sequence[Chunk], n: int) -> bool:
    k = n + 1
    while k < len(row) and (row[k].kind in ("other", "time") or (row[k].kind == "np" and "of" in row[k].relations)):
        k += 1
    if k + 1 < len(row) and row[k].kind == "conj" and row[k + 1].bare:
        return _is_subject(row, k + 1)
    verb = row[k].verb if k < len(row) else None
    if verb is None or not verb.finite:
        if row[n].last == row[n].first + 1 and k < len(row) and row[k].bare:
            return _is_subject(row, k)
        genitive = k + 1 < len(row) and row[k].kind == "punct" and row[k + 1].bare
        return bool(genitive) and row[k].words[0] in ("'s", "'") and _is_subject(row, k + 1)
    return True
