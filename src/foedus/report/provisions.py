"""What a treaty obliges: as the articles say, beside the duties on file."""

import msgspec

from foedus.model import Claim, Duty, Event
from foedus.report.disputes import Flag, flags_of
from foedus.report.evidence import Proofs, language_of, proofs_of
from foedus.report.index import Index
from foedus.report.standing import Standing, standing_of

_KINDS = ("obligation", "prohibition", "condition", "cooperation_field")


class Phrase(msgspec.Struct, frozen=True):
    """Words of a provision: ``quoted`` from an article in its language, or a label of the reader."""

    text: str
    quoted: bool = False
    language: str = ""


class Provision(msgspec.Struct, frozen=True):
    """One provision, gathered by event."""

    what: Phrase
    condition: Phrase | None
    modality: str
    anchor: str
    standing: Standing
    disputed: tuple[Flag, ...]
    proofs: Proofs


class Group(msgspec.Struct, frozen=True):
    """Provisions of one kind."""

    label: str
    items: tuple[Provision, ...]


class FiledDuty(msgspec.Struct, frozen=True):
    """A duty on file."""

    label: str
    article: str
    text: str
    language: str
    conditions: tuple[str, ...]
    fields: str
    source: str


def provisions_of(treaty: str, index: Index) -> tuple[Group, ...]:
    """The provisions that articles report, by kind, the best attested first."""
    grouped: dict[str, list[tuple[Event, Provision]]] = {}
    for event in index.dossier.events:
        if event.type != "treaty.provision" or event.void() or index.treaty_of(event.object) != treaty:
            continue
        claims = index.known(event.claims)
        kinds = [c.provision.kind for c in claims if c.provision]
        kind = kinds[0] if kinds and kinds[0] in _KINDS else "other"
        grouped.setdefault(kind, []).append((event, _provision(event, claims, index)))
    groups = []
    for kind in (*_KINDS, "other"):
        found = sorted(grouped.get(kind, ()), key=lambda pair: -len(pair[0].articles))
        if found:
            groups.append(Group(index.words.provisions[kind], tuple(p for _, p in found)))
    return tuple(groups)


def duties_of(treaty: str, index: Index) -> tuple[FiledDuty, ...]:
    """The duties on file, in the file's order."""
    filed = index.dossier.treaties.get(treaty)
    return tuple(_duty(duty, index) for duty in filed.duties) if filed else ()


def _provision(event: Event, claims: tuple[Claim, ...], index: Index) -> Provision:
    words = index.words
    stated = [(c, c.provision) for c in claims if c.provision]
    field = next(((c, p.field) for c, p in stated if p.field), None)
    condition = next(((c, p.condition) for c, p in stated if p.condition), None)
    told = field or condition or next(((c, c.evidence.text) for c in claims), None)
    return Provision(
        what=_phrase(*told, index) if told else Phrase(words.types["treaty.provision"].label),
        condition=_phrase(*condition, index) if field and condition else None,
        modality="" if event.modality == "asserted" else words.modalities.get(event.modality, event.modality),
        anchor=index.anchor("e", event.id),
        standing=standing_of(event, index),
        disputed=flags_of(event.disputes, index),
        proofs=proofs_of(event.claims, index),
    )


def _phrase(claim: Claim, text: str, index: Index) -> Phrase:
    """Words that the article has are a quotation in its language; a label is ours."""
    if text in index.reading_of[claim.id].article.text:
        return Phrase(text, quoted=True, language=language_of(claim, index))
    return Phrase(text.replace("_", " "))


def _duty(duty: Duty, index: Index) -> FiledDuty:
    own = index.words.language
    language = own if own in duty.text else next(iter(duty.text), "")
    return FiledDuty(
        label=index.words.duties.get(duty.kind, duty.kind),
        article=duty.article,
        text=duty.text.get(language, ""),
        language=language,
        conditions=tuple(c.text or c.kind.replace("_", " ") for c in duty.conditions),
        fields=index.words.listed([f.replace("_", " ") for f in duty.fields]),
        source=duty.source,
    )
