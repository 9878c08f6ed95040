"""What came out of a case: passed, or what was wanted, what was found, and what was not read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET

from foedus.check.case import Case, Wanted, case_files, load_cases
from foedus.check.matching import unmatched
from foedus.extract import extract
from foedus.model import Claim, PackError, Reading
from foedus.read import article_from_text


class Outcome(msgspec.Struct, frozen=True):
    """One case of a file and its ``faults``, in words; none when it passed. ``path`` names the file."""

    path: str
    case: Case
    faults: tuple[str, ...]


def run_cases(folder: Path, language: str) -> Iterator[Outcome]:
    """Every case right in a folder, as it comes. Raises PackError for a broken file or an id used twice."""
    for path in case_files(folder):
        seen: set[str] = set()
        for case in load_cases(path):
            if case.id in seen:
                raise PackError(f"two cases are called {case.id}", str(path), "rename one")
            seen.add(case.id)
            yield Outcome(str(path), case, tuple(faults(case, language)))


def faults(case: Case, language: str) -> list[str]:
    """Every way in which the reading is not what the case wants, in words; empty when it passes."""
    reading = read_case(case, language)
    at = reading.article.published.days() if reading.article.published else None
    found = list(reading.claims)
    missing = unmatched(case.claims, found, at)
    out = [f"{c.evidence.text!r} is not the text from {c.evidence.start}" for c in found if not _faithful(c, case.text)]
    out += [f"missing   {_row(w)}" for w in missing]
    if (case.exact or not case.claims) and len(found) > len(case.claims) - len(missing):
        out.append(f"{len(found)} claims found, {len(case.claims)} wanted")
    return [*out, *(f"found     {told(c)}" for c in found), *(_gaps(reading) if missing else [])] if out else []


def read_case(case: Case, language: str) -> Reading:
    """What the reader makes of it."""
    return extract(
        article_from_text(case.text, id=case.id, language=language, title=case.title, published=case.published)
    )


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
