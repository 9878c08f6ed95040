"""What a treaty obliges: as the articles say, beside the duties on file."""

import msgspec

from foedus.model import Claim, Duty, Event
from foedus.report.disputes import Flag, flags_of
from foedus.report.evidence import Proofs, language_of, proofs_of
from foedus.report.index import Index

_KINDS = ("obligation", "prohibition", "condition", "cooperation_field")


class Provision(msgspec.Struct, frozen=True):
    """One provision, gathered by event; ``who`` is bound. Words of the articles are ``quoted``."""

    text: str
    quoted: bool
    language: str
    condition: str
    who: str
    modality: str
    anchor: str
    sources: str
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
        if event.type != "treaty.provision" or index.treaty_of(event.object) != treaty:
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
    field = next((c.provision.field for c in claims if c.provision and c.provision.field), None)
    condition = next((c.provision.condition for c in claims if c.provision and c.provision.condition), None)
    first = claims[0] if claims else None
    text = field or condition or (first.evidence.text if first else words.types["treaty.provision"].label)
    return Provision(
        text=text.replace("_", " "),
        quoted=bool(first) and not (field or condition),
        language=language_of(first, index) if first else "",
        condition=(condition or "").replace("_", " ") if field else "",
        who=index.names.listed(event.actors),
        modality="" if event.modality == "asserted" else words.modalities.get(event.modality, event.modality),
        anchor=index.anchor("e", event.id),
        sources=sources_words(event, index),
        disputed=flags_of(event.disputes, index),
        proofs=proofs_of(event.claims, index),
    )


def sources_words(event: Event, index: Index) -> str:
    """``3 articles, 2 origins``; nothing for a single claim, which says so itself."""
    words = index.words
    if len(event.claims) == 1:
        return ""
    return f"{words.count(len(event.articles), 'article')}, {words.count(len(event.origins), 'origin')}"


def _duty(duty: Duty, index: Index) -> FiledDuty:
    own = index.words.language
    language = own if own in duty.text else next(iter(duty.text), "")
    return FiledDuty(
        label=index.words.duties.get(duty.kind, duty.kind),
        article=duty.article,
        text=duty.text.get(language, ""),
        language=language,
        conditions=tuple(words for _, words in (_pair(c) for c in duty.conditions)),
        fields=index.words.listed([f.replace("_", " ") for f in duty.fields]),
        source=duty.source,
    )


def _pair(condition: tuple[str, str]) -> tuple[str, str]:
    tag, words = condition
    return tag, words or tag.replace("_", " ")
