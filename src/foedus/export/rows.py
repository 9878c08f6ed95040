"""Model objects as flat rows: one text per column, for tables and CSV (docs/formats.md)."""

from collections.abc import Iterable, Iterator

from foedus.model import (
    Answer,
    Attribution,
    Change,
    Claim,
    Dispute,
    Event,
    Gap,
    Judgement,
    Reading,
    Ruling,
    Status,
    Treaty,
    When,
    Witness,
)
from foedus.model.step import steps_of

Row = dict[str, str]


def claim_rows(claim: Claim) -> Iterator[Row]:
    """One row; lists are joined by ";", the chain of sources by " > "."""
    quantity, provision, evidence = claim.quantity, claim.provision, claim.evidence
    yield {
        "id": claim.id,
        "article": claim.article,
        "type": claim.type,
        "actors": joined(claim.actors),
        "targets": joined(claim.targets),
        "object": claim.object or "",
        "quantity_low": number(quantity.low) if quantity else "",
        "quantity_high": number(quantity.high) if quantity else "",
        "quantity_comparator": quantity.comparator if quantity else "",
        "quantity_unit": quantity.unit if quantity else "",
        "quantity_kind": quantity.kind if quantity else "",
        "quantity_text": quantity.text if quantity else "",
        "place": claim.place or "",
        "when": interval(claim.when),
        "when_granularity": claim.when.granularity if claim.when else "",
        "when_text": claim.when.text if claim.when else "",
        "when_basis": claim.when.basis if claim.when else "",
        "source": chain(claim.attribution),
        "source_kind": claim.attribution.kind,
        "source_cue": claim.attribution.cue,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "provision_kind": provision.kind if provision else "",
        "provision_field": (provision.field or "") if provision else "",
        "provision_condition": (provision.condition or "") if provision else "",
        "start": str(evidence.start),
        "end": str(evidence.end),
        "evidence": evidence.text,
        "origin": claim.origin,
        "because": joined(claim.because),
    }


def gap_rows(gap: Gap) -> Iterator[Row]:
    """One row."""
    yield {
        "article": gap.article,
        "reason": gap.reason,
        "detail": gap.detail,
        "start": str(gap.evidence.start),
        "end": str(gap.evidence.end),
        "evidence": gap.evidence.text,
    }


def event_rows(event: Event) -> Iterator[Row]:
    """One row."""
    yield {
        "id": event.id,
        "type": event.type,
        "actors": joined(event.actors),
        "targets": joined(event.targets),
        "object": event.object or "",
        "place": event.place or "",
        "when": interval(event.when),
        "when_granularity": event.when.granularity if event.when else "",
        "when_text": event.when.text if event.when else "",
        "when_basis": event.when.basis if event.when else "",
        "modality": event.modality,
        "polarity": event.polarity,
        "claims": str(len(event.claims)),
        "articles": str(len(event.articles)),
        "origins": str(len(event.origins)),
        "claim_ids": joined(event.claims),
        "article_ids": joined(event.articles),
        "origin_ids": joined(origin.id for origin in event.origins),
        "disputes": joined(event.disputes),
        "because": joined(event.because),
        "corroboration": str(event.corroboration),
        "reliability": joined(origin.reliability for origin in event.origins),
        "interests": joined(origin.interest for origin in event.origins),
        "rejected": joined(event.rejected),
        "judgements": joined(map(ruling_words, event.judgements)),
    }


def dispute_rows(dispute: Dispute) -> Iterator[Row]:
    """One row for each side."""
    for side in dispute.sides:
        yield {
            "id": dispute.id,
            "event": dispute.event,
            "field": dispute.field,
            "verdict": dispute.verdict,
            "value": side.value,
            "claims": str(len(side.claims)),
            "origins": joined(side.origins),
            "claim_ids": joined(side.claims),
            "reason": dispute.reason,
            "by_rule": dispute.by_rule or "",
            "judgements": joined(map(ruling_words, dispute.judgements)),
        }


def article_rows(reading: Reading) -> Iterator[Row]:
    """One row for the article of a reading."""
    article, balance = reading.article, reading.balance
    yield {
        "id": article.id,
        "language": article.language or "",
        "outlet": article.outlet or "",
        "published": interval(article.published),
        "dating": dating(article.notes),
        "sentences": str(balance.sentences),
        "with_claims": str(balance.with_claims),
        "with_gaps": str(balance.with_gaps),
        "without": str(balance.without),
        "claims": str(len(reading.claims)),
        "gaps": str(len(reading.gaps)),
        "furniture": str(balance.furniture),
        "title": article.title or "",
        "source": article.source,
        "digest": article.digest,
        "notes": joined(article.notes),
    }


def answer_rows(answer: Answer) -> Iterator[Row]:
    """One row for each claim of the sentence, one for a sentence without any."""
    whole = {
        "sentence": answer.sentence,
        "language": answer.language or "",
        "verdict": answer.verdict,
        "reason": answer.reason,
        "unread": joined(answer.unread),
        "assumed": answer.assumed,
        "filed": joined(answer.filed),
    }
    for reply in answer.replies or (None,):
        yield {
            **whole,
            "claim_type": reply.claim.type if reply and reply.claim else "",
            "claim_verdict": reply.verdict if reply else "",
            "claim_reason": reply.reason if reply else "",
            "backing": joined(_heard(w) for w in reply.backing) if reply else "",
            "opposing": joined(_heard(w) for w in reply.opposing) if reply else "",
            "origins": joined(_origins(reply.backing)) if reply else "",
            "opposing_origins": joined(_origins(reply.opposing)) if reply else "",
            "open": joined(reply.open) if reply else "",
            "events": joined(reply.events) if reply else "",
            "disputes": joined(reply.disputes) if reply else "",
        }


def _heard(witness: Witness) -> str:
    """The id of a claim; the article where a sentence stands by itself."""
    return witness.claim.id if witness.claim else f"article:{witness.article}"


def _origins(witnesses: Iterable[Witness]) -> list[str]:
    return sorted({origin for witness in witnesses for origin in witness.origins})


def dating(notes: Iterable[str]) -> str:
    """How a date from context was narrowed: after each step the days from the first to the last, in EDTF."""
    return " → ".join("/".join(_outer(step.after)) for step in steps_of(notes))


def _outer(days: str) -> tuple[str, ...]:
    """The first and the last day of stretches with commas between them."""
    ends = days.replace(", ", "/").split("/")
    return tuple(dict.fromkeys((ends[0], ends[-1])))


def treaty_rows(known: tuple[Treaty, Status]) -> Iterator[Row]:
    """One row for a treaty's file, with the status that the file gives."""
    treaty, status = known
    yield {
        "id": treaty.id,
        "name": status.name,
        "parties": joined(status.parties),
        "status": status.filed or "",
        "since": status.filed_since or "",
        "duties": str(len(treaty.duties)),
        "acts": str(len(treaty.acts)),
        "sources": joined(treaty.sources),
    }


def judgement_rows(known: tuple[Judgement, str]) -> Iterator[Row]:
    """One row for a judgement and its state; the subjects of a verdict are the dispute and the verdict."""
    judgement, state = known
    marks = [mark for group in judgement.groups for mark in group]
    told = (str(judgement.revokes),) if judgement.revokes is not None else judgement.subjects
    yield {
        "number": str(judgement.number),
        "time": judgement.time,
        "author": judgement.author,
        "kind": judgement.kind,
        "state": state,
        "subjects": " ".join([*told, *filter(None, [judgement.verdict])]),
        "field": judgement.field,
        "verdict": judgement.verdict,
        "revokes": "" if judgement.revokes is None else str(judgement.revokes),
        "articles": joined(dict.fromkeys(mark.article for mark in marks)),
        "claim_ids": joined(mark.claim for mark in marks),
        "reason": judgement.reason,
    }


def change_rows(known: tuple[Change, str]) -> Iterator[Row]:
    """One row for a change; ``about`` says in words what it is about."""
    change, about = known
    yield {
        "subject": change.subject,
        "change": change.change,
        "id": change.id,
        "field": change.field,
        "before": joined(change.before),
        "after": joined(change.after),
        "other": change.other,
        "about": about,
    }


def status_rows(status: Status) -> Iterator[Row]:
    """One row for where a treaty stands."""
    yield {
        "treaty": status.treaty,
        "name": status.name,
        "parties": joined(status.parties),
        "reported": status.reported,
        "reported_since": status.reported_since or "",
        "filed": status.filed or "",
        "filed_since": status.filed_since or "",
    }


def ruling_words(ruling: Ruling) -> str:
    """``3 merge by Ada Lund on 2031-12-01: one meeting``."""
    return f"{ruling.number} {ruling.kind} by {ruling.author} on {ruling.time[:10]}: {ruling.reason}"


def joined(values: Iterable[str]) -> str:
    """A list in one cell."""
    return ";".join(values)


def chain(attribution: Attribution) -> str:
    """From the origin to the last relay: ``agency:KOR_NIS > media:Yonhap``; a joint source has " + "."""
    return " > ".join(" + ".join(link) for link in attribution.chain)


def interval(when: When | None) -> str:
    """EDTF; "?" with the wording for a time that could not be resolved, empty when there is none."""
    if when is None:
        return ""
    return when.interval or f"? {when.text}".strip()


def number(value: float | None) -> str:
    """A number in a cell, without a sign of how it is kept; empty for an open bound."""
    return "" if value is None else f"{value:.15g}"
