"""Joins chunks: coordination, "of" phrases, appositions, years of treaties, numbers that stand alone."""

from dataclasses import replace

from foedus.extract.chunks import Chunk
from foedus.extract.coordination import coordination_host
from foedus.extract.genitives import genitives, shared_noun
from foedus.extract.seats import hailing, seated, shared_kind
from foedus.packs.language import Language


def attach(chunks: list[Chunk], pack: Language) -> list[Chunk]:
    """Join coordinated noun phrases and hang "of" phrases on what they follow; returns the row without them."""
    row: list[Chunk] = []
    chunks = genitives(_without_asides(chunks), pack)
    for n, chunk in enumerate(chunks):
        if chunk.kind == "np":
            _complete(chunk, row)
        if chunk.kind == "time" and _dates_treaty(row, chunk, pack):
            continue
        if chunk.bare and (_holder(row, chunk) or _apposition(row, chunk, chunks, n, pack)):
            continue
        if pack.words.head_final and chunk.kind == "np":
            shared_noun(row, chunk)
            shared_kind(row, chunk)
        if chunk.kind == "np" and row:
            host = coordination_host(row, chunk, chunks, n, pack)
            if host is not None:
                _drop_links(row)
                host.coords.append(chunk)
                continue
            if _partitive(row, chunk, pack):
                chunk.prep, chunk.relations = "", ()
            if seated(row, chunk, pack) or hailing(row, chunk, pack) or _bordering(row, chunk, pack):
                row[-1].of.append(chunk)
                continue
            if "of" in chunk.relations and row[-1].kind == "np":
                last = row[-1].all()[-1]
                if _informed(row, chunk, pack):
                    row.append(chunk)
                    continue
                if _delivered(row, chunk):
                    _hang(row[-2], chunk, pack)
                    continue
                bearer = next((p for p in _spine(last) if p.apposed), None)
                _hang(_deepest(bearer.apposed[-1] if bearer else last), chunk, pack)
                continue
        row.append(chunk)
    _opening_seat(row)
    _seat_behind(row)
    return row


def _strange_holder(row: list[Chunk], chunk: Chunk) -> None:
    """«X, ministro dell'Interno di Y», «il ministro di Y, X»: a holder by a name that no file knows."""
    before = row[-2] if len(row) > 1 and row[-1].words == (",",) else None
    if before is None or not before.bare:
        return
    for office, name in ((chunk, before), (before, chunk)):
        known = office.has("person", "surname") or not office.has("office")
        if not known and name.proper and name.unknown and not (name.marks or name.article or name.number):
            office.named = True


def _bordering(row: list[Chunk], chunk: Chunk, pack: Language) -> bool:
    """«Esercitazioni al confine con X»: X is a neighbour, and nobody's partner."""
    last = row[-1] if row and chunk.kind == "np" and "with" in chunk.relations else None
    border = last is not None and last.kind == "np" and last.last == chunk.first and bool(last.words)
    return border and last is not None and pack.lemma(last.words[-1]) in pack.words.borders


def _opening_seat(row: list[Chunk]) -> None:
    """«À Riga, le parlement a voté …»: a body without a state is that of the place which opens its sentence.

    So it is behind a state set before a colon or a comma: "Iran : le Parlement valide …", "Iran, sì del Parlamento".
    """
    _headed_by(row)
    commas = [k for k, c in enumerate(row[:-1]) if c.words == (",",)]
    told = len(commas) > 1 and row[commas[0] + 1].kind == "rel"  # "À Riga, où l'on redoute …, le parlement"
    rest = [c for c in (row[commas[1] :][:5] if told else row[1:5]) if c.kind != "time" and c.words != (",",)]
    place, body = (row[0], rest[0]) if rest else (None, None)
    if place is None or body is None or place.kind != "np" or not {"in", "at"} & set(place.relations):
        return
    named = place.has("metonym", "state") and not place.has("person", "surname", "organisation") and not place.coords
    rulers = any(n.id == "rulers" for m in body.marks for n in m.nouns)
    bare = body.bare and (rulers or body.has("parliament", "ministry")) and not body.of and not body.coords
    if named and bare and not body.has("adjective", "state", "metonym", "organisation"):
        seat = replace(place, first=body.first, last=body.last, prep="", relations=("of",), of=[], apposed=[])
        body.of.append(seat)


_SEAT = 4  # words of a capital with its preposition


def _headed_by(row: list[Chunk]) -> None:
    if len(row) < 4 or not row[0].bare or row[1].words not in ((",",), (":",)) or row[2].kind != "np":
        return
    state = row[0].has("state", "metonym") and not row[0].has("person", "surname", "organisation", "office")
    if not state or row[0].coords or row[0].unknown or (row[0].article and row[1].words == (",",)):
        return
    body = row[2] if row[2].bare or not row[2].of else row[2].of[0]
    body = row[2].of[0] if row[2].of and row[2].has("trigger") else body
    named = body.of or body.coords or body.has("adjective", "state", "metonym", "organisation")
    if body.has("parliament") and not named:
        seat = replace(row[0], first=body.first, last=body.last, prep="", relations=("of",), of=[], apposed=[])
        body.of.append(seat)


def _seat_behind(row: list[Chunk]) -> None:
    """«The defence ministry in Seoul denied …»: a body without a state is that of the capital behind it."""
    for n in range(len(row) - 2):
        body, place, after = row[n : n + 3]
        house = body.kind == "np" and body.has("parliament") and place.last - place.first < _SEAT
        told = after.kind == "vg" and body.bare and body.has("ministry", "intelligence")
        if not (house or told) or body.of or body.coords:
            continue
        named = place.kind == "np" and "in" in place.relations and place.has("metonym") and not place.coords
        if named and not body.has("adjective", "state", "metonym", "organisation"):
            body.of.append(replace(place, prep="", relations=("of",), of=[], apposed=[]))


def _partitive(row: list[Chunk], chunk: Chunk, pack: Language) -> bool:
    """«A livré à l'Ukraine des missiles»: a thing behind a recipient's name, which takes no "of" phrase."""
    counted = chunk.number is not None and chunk.words[:1] != () and chunk.number.kind in ("cardinal", "vague")
    if (chunk.article not in pack.words.partitives and not counted) or not chunk.has(
        "forces", "arms", "technology", "goods", "sanctions"
    ):
        return False
    host = row[-1]
    named = host.kind == "np" and host.prep and host.all()[-1].has("state", "metonym", "person", "organisation")
    return bool(named) and len(row) > 1 and row[-2].kind == "vg"


def _delivered(row: list[Chunk], chunk: Chunk) -> bool:
    """«La consegna all'Ucraina di missili»: a thing behind a name that takes no "of" phrase belongs to the act."""
    if len(row) < 2 or not chunk.has("forces", "arms", "technology", "goods"):
        return False
    act, name = row[-2], row[-1]
    named = name.prep and bool(name.marks) and name.marks[-1].has("state", "metonym", "place", "organisation", "person")
    return bool(named) and not name.of and act.kind == "np" and act.has("trigger") and not act.of


def _informed(row: list[Chunk], chunk: Chunk, pack: Language) -> bool:
    """«Notified the UN of its withdrawal»: an act of the subject's own, and no part of the name before it."""
    name = row[-1].marks[-1] if row[-1].marks else None
    verb = row[-2].verb if len(row) > 1 else None
    return (
        verb is not None
        and name is not None
        and name.has("state", "metonym", "organisation", "person", "surname")
        and chunk.has("trigger")
        and bool({chunk.article} & pack.words.possessives)
    )


def _without_asides(chunks: list[Chunk]) -> list[Chunk]:
    """Without what stands between two commas and names nothing (", ma soprattutto militare,")."""
    kept: list[Chunk] = []
    skip = 0
    for n, chunk in enumerate(chunks):
        if skip:
            skip -= 1
            continue
        window = chunks[n : n + 4]
        if len(window) == 4 and [c.kind for c in window] == ["punct", "conj", "np", "punct"]:
            aside = window[2]
            if (
                window[0].words == window[3].words == (",",)
                and not aside.marks
                and not aside.prep
                and not aside.article
            ):
                skip = 3
                continue
        kept.append(chunk)
    return kept


def _complete(chunk: Chunk, row: list[Chunk]) -> None:
    """«Dei 10.000 soldati, 8.000 sono …»: a number alone counts what the last number counted.

    "Sono 8mila i soldati …": a number right before an article counts what follows it.
    """
    last = row[-1] if row else None
    if (
        last is not None
        and last.bare
        and last.number
        and not last.marks
        and chunk.bare
        and not chunk.number
        and chunk.has("forces", "arms")
    ):
        chunk.number = last.number
    if chunk.number is None or chunk.marks or chunk.unknown or chunk.number.kind not in ("cardinal", "vague"):
        return
    for earlier in reversed(row):
        if earlier.kind == "np" and earlier.number is not None and earlier.has("forces", "arms"):
            chunk.marks, chunk.of = list(earlier.marks), list(earlier.of)
            return


def _dates_treaty(row: list[Chunk], chunk: Chunk, pack: Language) -> bool:
    """«Il trattato del 1961»: the year belongs to the treaty's name, and dates no act."""
    time = chunk.time
    if (
        not row
        or row[-1].kind != "np"
        or time is None
        or time.when.granularity not in ("year", "month", "day")
        or not time.when.interval
    ):
        return False
    first = time.when.text.split()[0].lower() if time.when.text else ""
    base = pack.bases.get(first)
    if base is None or "of" not in pack.words.prepositions[base].relations:
        return False
    host = next((p for p in reversed(_spine(row[-1])) if p.has("treaty")), None)
    if host is None:
        return False
    host.year = int(time.when.interval[:4])
    return True


def _spine(chunk: Chunk) -> list[Chunk]:
    """A phrase, and down its last "of" phrases."""
    found = [chunk.all()[-1]]
    while found[-1].of:
        found.append(found[-1].of[-1].all()[-1])
    return found


def _holder(row: list[Chunk], chunk: Chunk) -> bool:
    """«Il segretario di Stato Usa Antony Blinken»: the holder right after an office and its state."""
    _strange_holder(row, chunk)
    host = row[-1] if row and row[-1].kind == "np" else None
    if host is None or host.coords or host.of or host.last != chunk.first or chunk.of or chunk.article:
        return False
    if not host.has("office", "counterpart") or host.has("person", "surname") or not chunk.has("person", "surname"):
        return False
    host.marks += chunk.marks
    host.words += chunk.words
    host.last = chunk.last
    return True


def _apposition(row: list[Chunk], chunk: Chunk, chunks: list[Chunk], n: int, pack: Language) -> bool:
    """«Il presidente, X, …» and "X, presidente di Y, …": one phrase. Joins them and drops the comma before."""
    if len(row) < 2 or row[-1].kind != "punct" or row[-1].words[0] not in ",(–" or row[-2].kind != "np":
        return False
    host = row[-2].all()[-1]
    if _told_what(host, chunk, pack):
        host.marks = chunk.marks  # what the name's own words mean elsewhere says nothing
        host.of, host.last = [*host.of, *chunk.of], chunk.last
        host.unknown = ""
        row.pop()
        return True
    after = _after_genitives(chunks, n)
    if after is not None and after.kind not in ("punct", "vg", "that", "rel"):
        return False
    stranger = chunk.proper and not chunk.marks and not chunk.article and not chunk.number and not chunk.prep
    if stranger and host.has("office", "group", "counterpart") and pack.words.head_final:
        row.pop()
        return True  # "the deputy envoy, John Doe, …"
    named = bool(chunk.marks) and chunk.marks[0].has("person", "surname") and not chunk.of
    office = next((p for p in _spine(host) if p.has("office") or p.has("counterpart")), None)
    if named and host.prep and after is not None and after.verb is not None and after.verb.finite:
        return False  # "durante l'incontro con l'omologo, Lavrov ha detto"
    if named and office is not None and not host.has("person", "surname") and not chunk.has("office"):
        office.marks += chunk.marks
        row.pop()
        return True
    described = chunk.has("office", "group", "ministry") or not chunk.has(
        "person", "surname", "state", "metonym", "organisation"
    )
    bearer = next((p for p in _spine(host) if p.has("person", "surname", "organisation", "outlet")), None)
    closes = after is None or after.kind in ("that", "rel") or after.words == (",",)
    state = len(row) == 2 and host.bare and host.has("state", "metonym") and not chunk.article and not chunk.number
    if bearer is None and state and after is not None and after.words == (",",):
        bearer = host  # "Islamabad, seule puissance nucléaire du monde musulman, n'a pas …"
    described = described and not chunk.has("person", "surname")
    if bearer is not None and described and closes and not chunk.has("trigger", "treaty"):
        row.pop()
        bearer.apposed.append(chunk)
        return True
    return False


def _after_genitives(chunks: list[Chunk], n: int) -> Chunk | None:
    """What follows a phrase and its "of" phrases, joined ones too ("ministre des Armées et des Anciens …")."""
    k = n + 1
    while k < len(chunks):
        joins = chunks[k].kind == "conj" and k + 1 < len(chunks) and chunks[k + 1].kind == "np"
        k += joins
        if not (chunks[k].kind == "np" and "of" in chunks[k].relations):
            return chunks[k - joins]
        k += 1
    return None


def _told_what(host: Chunk, chunk: Chunk, pack: Language) -> bool:
    """«Its Hwasong-19, a new ballistic missile», "Freedom Edge, a three-day drill": a name, then what bears it."""
    indefinite = chunk.article in pack.words.indefinite and chunk.has("arms", "exercise") and not chunk.coords
    stranger = all(m.entities and all(e.kind == "adjective" for e in m.entities) for m in host.marks)
    edition = chunk.has("exercise") and host.article in pack.words.definite  # "the second edition of X, a drill"
    return indefinite and stranger and (host.proper or edition) and bool(host.words) and not (host.of or host.coords)


def _hang(host: Chunk, chunk: Chunk, pack: Language) -> None:
    """Under its host; where the host only counts ("migliaia di soldati"), the two become one phrase.

    So where it is but a part of them ("half of the Russian contingent").
    """
    part = bool(host.words) and pack.lemma(host.words[-1]) in pack.words.portions and chunk.has("forces", "arms")
    part = part and not host.has("forces", "arms", "trigger", "state", "organisation")
    if ((host.number is not None and not host.marks) or part) and not host.of:
        host.number = host.number or chunk.number
        host.marks, host.of, host.coords = chunk.marks, chunk.of, host.coords + chunk.coords
        host.words += chunk.words
        host.unknown, host.last = chunk.unknown, chunk.last
    else:
        host.of.append(chunk)


def _deepest(chunk: Chunk) -> Chunk:
    """An "of" phrase hangs on the phrase right before it; names of persons and states take none."""
    while chunk.of and not chunk.of[-1].has("state", "metonym", "person", "surname", "organisation"):
        chunk = chunk.of[-1].all()[-1]
    return chunk


def _drop_links(row: list[Chunk]) -> None:
    while row[-1].kind in ("conj", "punct"):
        row.pop()
