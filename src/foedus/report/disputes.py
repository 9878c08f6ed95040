"""Where reports part: the sides next to each other, with what the rules make of it."""

import msgspec

from foedus.model import Claim, Dispute, Side
from foedus.report.dates import days_of, edtf_words
from foedus.report.evidence import Proofs, language_of, proofs_of
from foedus.report.index import Index
from foedus.report.judgements import dispute_rulings
from foedus.report.phrases import Sentence, event_sentence, in_words, origin_words, quantity_words, readable

GRAVE = ("contradiction", "likely_error")
_GRAVITY = ("contradiction", "likely_error", "different_bound_or_scope", "range_over_time", "granularity")


class SideView(msgspec.Struct, frozen=True):
    """One value, and who holds it; ``snippet`` is the wording of its first claim."""

    value: str
    origins: tuple[str, ...]
    claims: str
    count: str
    proofs: Proofs
    snippet: str
    language: str


class Split(msgspec.Struct, frozen=True):
    """A dispute; ``grave`` when the reports cannot all be right."""

    anchor: str
    field: str
    sentence: Sentence
    event: str
    verdict: str
    grave: bool
    reason: str
    values: str
    sides: tuple[SideView, ...]
    judged: tuple[str, ...] = ()


class Flag(msgspec.Struct, frozen=True):
    """A short sign at a line that reports differ, leading to the dispute."""

    anchor: str
    words: str
    grave: bool


def flags_of(disputes: tuple[str, ...], index: Index) -> tuple[Flag, ...]:
    """Flags for the disputes that the dossier holds; one sign for each field and gravity."""
    found: dict[tuple[str, bool], Flag] = {}
    for key in disputes:
        dispute = index.disputes.get(key)
        if dispute:
            grave = dispute.verdict in GRAVE
            field = index.words.fields.get(dispute.field, dispute.field.replace("_", " "))
            words = index.words.text["disputed" if grave else "differ"].format(field=field)
            found.setdefault((words, grave), Flag(index.anchor("d", key), words, grave))
    return tuple(found.values())


def splits_of(index: Index) -> tuple[Split, ...]:
    """All that reports part on, the gravest first, in the dossier's order otherwise."""
    parted = (dispute for dispute in index.dossier.disputes if dispute.parts())
    found = sorted(parted, key=lambda d: _GRAVITY.index(d.verdict) if d.verdict in _GRAVITY else 9)
    return tuple(split_of(dispute, index) for dispute in found)


def grains_of(index: Index) -> tuple[Split, ...]:
    """What is the same, told more or less exactly: by treaty and act, in the dossier's order of events."""
    order = {event.id: n for n, event in enumerate(index.dossier.events)}
    found = [dispute for dispute in index.dossier.disputes if not dispute.parts()]
    return tuple(split_of(d, index) for d in sorted(found, key=lambda d: (order.get(d.event, len(order)), d.id)))


def split_of(dispute: Dispute, index: Index) -> Split:
    """One dispute as shown."""
    words = index.words
    event = index.events.get(dispute.event)
    sides = tuple(_side(side, dispute.field, index) for side in dispute.sides)
    return Split(
        anchor=index.anchor("d", dispute.id),
        field=words.fields.get(dispute.field, dispute.field.replace("_", " ")),
        sentence=event_sentence(event, index) if event else (),
        event=index.anchor("e", event.id) if event else "",
        verdict=words.verdicts.get(dispute.verdict, dispute.verdict),
        grave=dispute.verdict in GRAVE,
        reason=reason_words(dispute, index),
        values=" / ".join(side.value for side in sides),
        sides=sides,
        judged=tuple(dispute_rulings(dispute, index)),
    )


def reason_words(dispute: Dispute, index: Index) -> str:
    """The reason without the values before it: the sides stand beside it, in words."""
    values = " against ".join(side.value for side in dispute.sides)
    return readable(dispute.reason.removeprefix(f"{values}: "), index)


def _side(side: Side, field: str, index: Index) -> SideView:
    words, claims = index.words, index.known(side.claims)
    return SideView(
        value=side_words(side.value, field, claims, index),
        origins=tuple(origin_words(origin, index) for origin in side.origins),
        claims=words.count(len(side.claims), "claim"),
        count=words.count(len(side.origins), "origin"),
        proofs=proofs_of(side.claims, index),
        snippet=claims[0].evidence.text if claims else "",
        language=language_of(claims[0], index) if claims else "",
    )


def side_words(value: str, field: str, claims: tuple[Claim, ...], index: Index) -> str:
    """The value of a side; a number in the words of the first claim that gives one."""
    counted = next((c.quantity for c in claims if c.quantity), None)
    return quantity_words(counted, index) if field == "quantity" and counted else value_words(value, field, index)


def value_words(value: str, field: str, index: Index) -> str:
    """A date, an id or a modality in words; any other value as it stands."""
    if field == "when" and days_of(value):
        return edtf_words(value, index.words)
    if field == "modality":
        return index.words.modalities.get(value, value)
    if value in index.names.given or (":" in value and " " not in value):
        return index.names.of(value)
    return in_words(value, index)
