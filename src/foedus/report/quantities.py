"""Reported figures: ranges by subject, origin and date, one panel for each unit."""

import datetime as dt

import msgspec

from foedus.model import Claim, Quantity
from foedus.report.dates import Date, date_of, days_of
from foedus.report.evidence import Proofs, language_of, proofs_of
from foedus.report.index import Index
from foedus.report.phrases import chain_words, quantity_words, unit_words
from foedus.report.scale import Bar, Numbers, Tick

_PANELS = {
    "forces.casualties": "casualties",
    "forces": "troops",
    "transfer": "transfer",
    "arms": "arms",
    "attack": "arms",
    "control": "territory",
}
_ORDER = ("troops", "casualties", "transfer", "arms", "territory")
_NO_AMOUNT = frozenset({"days", "day", "weeks", "week", "months", "month", "years", "year", "hours"})
"""Durations are no amounts of troops or goods."""


class Figure(msgspec.Struct, frozen=True):
    """One figure of one source. ``said`` is a wording without digits; ``shape`` is exact, about, range or none."""

    date: Date
    origin: str
    scope: str
    words: str
    said: str
    language: str
    shape: str
    bar: Bar | None
    modality: str
    proofs: Proofs


class Subject(msgspec.Struct, frozen=True):
    """Figures about the same: whose troops, who to whom."""

    label: str
    figures: tuple[Figure, ...]


class Panel(msgspec.Struct, frozen=True):
    """One unit: units are never mixed."""

    label: str
    unit: str
    logarithmic: bool
    ticks: tuple[Tick, ...]
    subjects: tuple[Subject, ...]

    @property
    def drawn(self) -> int:
        """How many figures have a bound to draw."""
        return sum(f.bar is not None for s in self.subjects for f in s.figures)


def panels_of(index: Index) -> tuple[tuple[Panel, ...], Panel | None]:
    """Panels of troops, casualties, transfers, weapons, territory, each unit by itself; and the single figures."""
    groups: dict[tuple[int, str, str], list[Claim]] = {}
    rejected = {id_ for event in index.dossier.events for id_ in event.rejected}
    for claim in (c for c in index.claims.values() if c.id not in rejected):
        family = _PANELS.get(claim.type) or _PANELS.get(claim.type.partition(".")[0])
        if not family or not claim.quantity or unit_words(claim.quantity) in _NO_AMOUNT:
            continue
        counted = claim.quantity.kind if family == "casualties" else ""
        unit = " ".join(part for part in (unit_words(claim.quantity), counted.replace("_", " ")) if part)
        groups.setdefault((_ORDER.index(family), family, unit), []).append(claim)
    panels = [_panel(family, unit, groups[rank, family, unit], index) for rank, family, unit in sorted(groups)]
    return tuple(p for p in panels if p.drawn > 1), _merged([p for p in panels if p.drawn < 2], index)


def _merged(panels: list[Panel], index: Index) -> Panel | None:
    """Figures that have no other to stand beside, without a drawing."""
    subjects: dict[str, list[Figure]] = {}
    for panel in panels:
        for subject in panel.subjects:
            subjects.setdefault(subject.label, []).extend(subject.figures)
    if not subjects:
        return None
    views = tuple(Subject(label, tuple(figures)) for label, figures in subjects.items())
    return Panel(index.words.text["single"], "", False, (), views)


def _panel(family: str, unit: str, claims: list[Claim], index: Index) -> Panel:
    words = index.words
    quantities = [c.quantity for c in claims if c.quantity]
    axis = Numbers.over(v for q in quantities for v in (q.low, q.high) if v is not None)
    subjects: dict[str, dict[tuple[object, ...], list[Claim]]] = {}
    for claim in sorted(claims, key=_moment):
        amount = claim.quantity and (claim.quantity.low, claim.quantity.high, claim.quantity.comparator)
        same = (claim.attribution.chain, claim.place, amount, claim.when and claim.when.interval)
        subjects.setdefault(_subject(claim, index), {}).setdefault(same, []).append(claim)
    views = tuple(
        Subject(label, tuple(_figure(group, axis, index) for group in groups.values()))
        for label, groups in subjects.items()
    )
    logarithmic = bool(axis and axis.logarithmic)
    return Panel(words.panels[family], unit or words.text["no_unit"], logarithmic, axis.ticks() if axis else (), views)


def _moment(claim: Claim) -> tuple[dt.date, dt.date]:
    days = days_of(claim.when.interval) if claim.when else None
    if days is None:
        return dt.date.max, dt.date.max
    last = days.last or days.first or dt.date.max
    return last if days.first is None else days.first, last


def _subject(claim: Claim, index: Index) -> str:
    label = index.words.types[claim.type].label if claim.type in index.words.types else claim.type
    who = index.names.listed(index.principals(claim))
    return f"{label}: {who}" if who else label


def _figure(claims: list[Claim], axis: Numbers | None, index: Index) -> Figure:
    claim = claims[0]
    quantity = claim.quantity or Quantity(None, None, "=")
    event = index.event_of.get(claim.id)
    targets = index.names.listed(event.targets if event else claim.targets)
    scope = [index.names.of(claim.place) if claim.place else targets]
    if claim.object and not claim.object.startswith(("forces:", "treaty:")) and claim.object not in index.claims:
        scope.insert(0, index.names.of(claim.object))
    return Figure(
        date=date_of(claim.when, index.words),
        origin=chain_words(claim.attribution, index),
        scope=", ".join(s for s in scope if s),
        words=quantity_words(quantity, index),
        said=""
        if any(map(str.isdigit, quantity.text)) or quantity.text in quantity_words(quantity, index)
        else quantity.text,
        language=language_of(claim, index),
        shape=_shape(quantity),
        bar=_bar(quantity, axis),
        modality="" if claim.modality == "asserted" else index.words.modalities.get(claim.modality, claim.modality),
        proofs=proofs_of(tuple(c.id for c in claims), index),
    )


def _shape(quantity: Quantity) -> str:
    if quantity.low is None and quantity.high is None:
        return "none"
    if quantity.comparator == "~":
        return "about"
    return "exact" if quantity.low == quantity.high else "range"


def _bar(quantity: Quantity, axis: Numbers | None) -> Bar | None:
    if axis is None or (quantity.low is None and quantity.high is None):
        return None
    left = axis.at(quantity.low) if quantity.low is not None else 0.0
    right = axis.at(quantity.high) if quantity.high is not None else min(100.0, left + 22)
    return Bar(left, round(max(right - left, 0), 2), quantity.low is None, quantity.high is None)
