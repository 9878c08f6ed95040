"""A case: a short text and the claims that the contract asks of it (README.md beside this file)."""

from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import UNSET, UnsetType

from foedus.extract import extract
from foedus.model import Claim, Interval, Quantity, Reading, When
from foedus.packs.load import load
from foedus.packs.world import load_world
from foedus.read import article_from_text

HERE: Final = Path(__file__).parent


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Part of a claim: only the keys that are written are compared."""

    type: str
    actors: tuple[str, ...] | UnsetType = UNSET
    targets: tuple[str, ...] | UnsetType = UNSET
    object: str | UnsetType | None = UNSET
    quantity: dict[str, float | str | None] | UnsetType | None = UNSET
    place: str | UnsetType | None = UNSET
    when: str | int | UnsetType | None = UNSET
    attribution: tuple[tuple[str, ...], ...] | UnsetType = UNSET
    kind: str | UnsetType = UNSET
    modality: str | UnsetType = UNSET
    polarity: str | UnsetType = UNSET
    provision: str | UnsetType = UNSET
    evidence: str | UnsetType = UNSET
    origin: str | UnsetType = UNSET


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One specification. No claims wanted means that none may be found, as does ``exact`` beyond those wanted."""

    id: str
    text: str
    claims: tuple[Wanted, ...]
    published: str | None = None
    title: str | None = None
    exact: bool = False


def files(language: str, folder: str = "") -> list[Path]:
    """The case files of a language; ``folder`` is "" or "wanted"."""
    return sorted((HERE / language / folder).glob("*.yaml"))


def cases(path: Path) -> tuple[Case, ...]:
    """The cases of one file. Raises PackError, with file and line, for a case that breaks the form."""
    return load(path, tuple[Case, ...])


def read(case: Case, language: str) -> Reading:
    """What the reader makes of it."""
    return extract(
        article_from_text(case.text, id=case.id, language=language, title=case.title, published=case.published)
    )


def faults(case: Case, language: str) -> list[str]:
    """Every way in which the reading is not what the case wants, in words; empty when it passes."""
    reading = read(case, language)
    at = reading.article.published.days() if reading.article.published else None
    found = list(reading.claims)
    missing = _unmatched(list(case.claims), found, at)
    out = [f"{c.evidence.text!r} is not the text from {c.evidence.start}" for c in found if not _faithful(c, case.text)]
    out += [f"missing   {_row(w)}" for w in missing]
    if (case.exact or not case.claims) and len(found) > len(case.claims) - len(missing):
        out.append(f"{len(found)} claims found, {len(case.claims)} wanted")
    return [*out, *(f"found     {told(c)}" for c in found), *(_gaps(reading) if missing else [])] if out else []


def told(claim: Claim) -> str:
    """A claim on one line, in the words of the case files."""
    quantity = claim.quantity and {k: getattr(claim.quantity, k) for k in ("low", "high", "comparator")}
    fields = {
        "type": claim.type,
        "actors": list(claim.actors),
        "targets": list(claim.targets),
        "object": claim.object,
        "quantity": quantity,
        "place": claim.place,
        "when": claim.when.interval if claim.when else None,
        "attribution": [list(source) for source in claim.attribution.chain],
        "modality": claim.modality,
        "polarity": claim.polarity,
        "provision": claim.provision.kind if claim.provision else None,
        "evidence": claim.evidence.text,
    }
    plain = {"modality": "asserted", "polarity": "positive"}
    return _line({k: v for k, v in fields.items() if v not in (None, []) and plain.get(k) != v})


def _row(wanted: Wanted) -> str:
    fields = {f: getattr(wanted, f) for f in wanted.__struct_fields__}
    return _line({f: v for f, v in fields.items() if v is not UNSET})


def _line(fields: dict[str, Any]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in fields.items())


def _gaps(reading: Reading) -> list[str]:
    return [f"gap       {g.reason}: {g.detail} | {g.evidence.text}" for g in reading.gaps]


def _faithful(claim: Claim, text: str) -> bool:
    return bool(claim.evidence.text) and text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


def _unmatched(wanted: list[Wanted], found: list[Claim], at: Interval | None) -> list[Wanted]:
    """The wanted claims left over when as many as possible have a found one of their own."""
    taken: dict[int, int] = {}

    def seat(n: int, tried: set[int]) -> bool:
        for m, claim in enumerate(found):
            if m not in tried and _agrees(wanted[n], claim, at):
                tried.add(m)
                if m not in taken or seat(taken[m], tried):
                    taken[m] = n
                    return True
        return False

    return [w for n, w in enumerate(wanted) if not seat(n, set())]


def _agrees(wanted: Wanted, claim: Claim, at: Interval | None) -> bool:
    checks = (
        claim.type == wanted.type,
        wanted.actors is UNSET or _same(wanted.actors, claim.actors, at),
        wanted.targets is UNSET or _same(wanted.targets, claim.targets, at),
        wanted.object is UNSET or wanted.object == claim.object,
        wanted.quantity is UNSET or _counts(wanted.quantity, claim.quantity),
        wanted.place is UNSET or wanted.place == claim.place,
        wanted.when is UNSET or _dated(wanted.when, claim.when),
        wanted.attribution is UNSET or _chained(wanted.attribution, claim.attribution.chain, at),
        wanted.kind in (UNSET, claim.attribution.kind),
        wanted.modality in (UNSET, claim.modality),
        wanted.polarity in (UNSET, claim.polarity),
        wanted.provision is UNSET or bool(claim.provision and claim.provision.kind == wanted.provision),
        wanted.evidence is UNSET or wanted.evidence in claim.evidence.text,
        wanted.origin in (UNSET, claim.origin),
    )
    return all(checks)


def _same(wanted: tuple[str, ...], found: tuple[str, ...], at: Interval | None) -> bool:
    """The same set, where an id may stand for its principal: RUS is met by person:Vladimir_Putin."""
    principal = load_world().principal
    left = set(wanted)
    for id_ in found:
        fit = next((i for i in (id_, principal(id_, at)) if i in wanted), None)
        if fit is None:
            return False
        left.discard(fit)
    return not left


def _chained(wanted: tuple[tuple[str, ...], ...], found: tuple[tuple[str, ...], ...], at: Interval | None) -> bool:
    return len(wanted) == len(found) and all(_same(w, f, at) for w, f in zip(wanted, found, strict=True))


def _counts(wanted: dict[str, float | str | None] | None, found: Quantity | None) -> bool:
    if wanted is None or found is None:
        return wanted is None and found is None
    return all(getattr(found, key) == value for key, value in wanted.items())


def _dated(wanted: str | int | None, found: When | None) -> bool:
    """An undated past act may have no date, an unresolved one, or "until the day of publication"."""
    interval = found.interval if found else None
    if wanted is None:
        return interval is None or interval.startswith("../")
    return interval == str(wanted)
