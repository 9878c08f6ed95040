"""``foedus explain CLAIM-ID``: one claim in words, with its sentence."""

import argparse
from collections.abc import Iterator, Sequence

import msgspec

from foedus.cli.inputs import gather
from foedus.cli.output import send, terminal_width
from foedus.cli.tables import index_of
from foedus.cli.tables.cells import amount
from foedus.cli.underline import underlined
from foedus.export import article_record, clean
from foedus.ledger import open_ledger
from foedus.model import Claim, InputError, Reading, Span, UsageError, When
from foedus.report.dates import date_of
from foedus.report.index import Index
from foedus.report.phrases import chain_words, claim_sentence, plain
from foedus.report.rules import rule_words

_SHORTEST = 6
_SHOWN = 5
_COLUMNS = 100
Found = tuple[Claim, Reading]


def explain(arguments: argparse.Namespace) -> int:
    """The sentence in context with the evidence underlined, every field in words, and the rules that made the claim."""
    prefix = arguments.claim.strip().lower()
    if len(prefix) < _SHORTEST:
        raise UsageError(
            f"{arguments.claim!r} is too short", mend=f"give at least {_SHORTEST} characters of a claim's id"
        )
    gathered = gather(arguments)
    found = _matches(prefix, gathered.readings)
    note = ""
    if not found and arguments.ledger:
        with open_ledger(arguments.ledger) as ledger:
            found = _matches(prefix, tuple(ledger.readings(latest=False)))
        note = "an older version of the article, which has been edited since" if found else ""
    claim, reading = _one(found, arguments.claim)
    if arguments.format == "json":
        both = {"claim": claim, "article": article_record(reading), "sentence": _sentence(claim, reading)}
        send([msgspec.json.format(msgspec.json.encode(both).decode("utf-8"), indent=1) + "\n"], arguments)
    else:
        also = [r.article.id for c, r in found if c.id == claim.id and r is not reading]
        lines = _lines(claim, reading, note, also, min(terminal_width(arguments) or _COLUMNS, _COLUMNS))
        send((f"{line}\n" for line in lines), arguments)
    return gathered.code(arguments.strict)


def _matches(prefix: str, readings: Sequence[Reading]) -> list[Found]:
    return [(claim, reading) for reading in readings for claim in reading.claims if claim.id.startswith(prefix)]


def _one(found: Sequence[Found], given: str) -> Found:
    ids = list(dict.fromkeys(claim.id for claim, _ in found))
    if not ids:
        raise InputError(f"no claim {given!r} in what was read", mend="`foedus claims` lists the ids")
    if len(ids) > 1:
        more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
        raise UsageError(f"{given!r} fits several claims: {', '.join(ids[:_SHOWN])}{more}", mend="give more of the id")
    return found[0]


def _lines(claim: Claim, reading: Reading, note: str, also: Sequence[str], width: int) -> Iterator[str]:
    index = index_of((reading,))
    article = reading.article
    yield f"Claim {claim.id}: {clean(plain(claim_sentence(claim, index)))}"
    yield ""
    yield from _context(claim, reading, width)
    yield ""
    for label, value in _fields(claim, index):
        yield f"{label:<10}  {clean(value) or '–'}"
    for n, step in enumerate(claim.because, 1):
        yield f"{'because' if n == 1 else '':<10}  {n}. {clean(rule_words(step, index))}"
    yield ""
    yield f"{'article':<10}  {clean(article.id)}{f': {clean(article.title)}' if article.title else ''}"
    outlet = index.names.of(article.outlet) if article.outlet else "outlet unknown"
    published = f"published {_when(article.published, index)}" if article.published else "date of publication unknown"
    yield f"{'':<10}  {clean(outlet)}; {published}; language {article.language or 'unknown'}"
    line = article.text.count("\n", 0, claim.evidence.start) + 1
    yield f"{'':<10}  {clean(article.source)}, line {line}, characters {claim.evidence.start}–{claim.evidence.end}"
    if note:
        yield f"{'':<10}  {note}"
    if also:
        yield f"{'':<10}  the same text is also in {clean(', '.join(also))}"


def _fields(claim: Claim, index: Index) -> Iterator[tuple[str, str]]:
    """Every field of the contract, in words with its id."""
    words = index.words
    kind = words.types.get(claim.type)
    yield "type", f"{kind.label} ({claim.type})" if kind else claim.type
    yield "actors", _named(claim.actors, index)
    yield "targets", _named(claim.targets, index)
    yield "object", _named((claim.object,) if claim.object else (), index)
    yield "quantity", _quantity(claim, index)
    yield "place", _named((claim.place,) if claim.place else (), index)
    yield "when", _when(claim.when, index)
    cue = f"; wording “{claim.attribution.cue}”" if claim.attribution.cue else ""
    speech = f"; {claim.attribution.kind} speech" if claim.attribution.kind else ""
    yield "says who", f"{chain_words(claim.attribution, index)}{speech}{cue}"
    yield "firmness", words.modalities.get(claim.modality, claim.modality)
    yield "polarity", "said to be so" if claim.polarity == "positive" else words.negative
    yield "provision", _provision(claim)
    yield "origin", words.origins.get(claim.origin) or claim.origin


def _named(ids: Sequence[str], index: Index) -> str:
    names = ((index.names.of(id_), id_) for id_ in ids)
    return ", ".join(name if name == id_ else f"{name} ({id_})" for name, id_ in names)


def _quantity(claim: Claim, index: Index) -> str:
    quantity = claim.quantity
    return f"{amount(quantity, index)}; wording “{quantity.text}”" if quantity else ""


def _when(when: When | None, index: Index) -> str:
    if when is None:
        return ""
    if when.interval is None:
        return f"not resolved; wording “{when.text}”"
    how = {"text": "from the article", "context": "from the context", "none": "undated"}[when.basis]
    wording_ = f"; wording “{when.text}”" if when.text else ""
    return f"{date_of(when, index.words).words} ({when.interval}), {how}{wording_}"


def _provision(claim: Claim) -> str:
    provision = claim.provision
    return "; ".join(filter(None, (provision.kind, provision.field, provision.condition))) if provision else ""


def _sentence(claim: Claim, reading: Reading) -> Span:
    """The sentence or sentences that hold the evidence; the evidence itself where the reader gives none."""
    own = [s for s in reading.sentences if s.overlap(claim.evidence.span())]
    spans = [claim.evidence.span(), *own]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _context(claim: Claim, reading: Reading, width: int) -> Iterator[str]:
    """The sentence before, the sentence with the evidence underlined, the sentence after."""
    text, span = reading.article.text, _sentence(claim, reading)
    before = [s for s in reading.sentences if s.end <= span.start][-1:]
    after = [s for s in reading.sentences if s.start >= span.end][:1]
    for near in before:
        yield from (f"  {line}" for line in underlined(near.of(text), 0, 0, width - 2))
    start = claim.evidence.start - span.start
    end = claim.evidence.end - span.start
    yield from (f"  {line}" for line in underlined(span.of(text), start, end, width - 2))
    for near in after:
        yield from (f"  {line}" for line in underlined(near.of(text), 0, 0, width - 2))
