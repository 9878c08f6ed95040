"""How reported conduct bears on norms, in words: always what is reported, and what the norm says of such conduct."""

from collections.abc import Iterable

import msgspec

from foedus.model import Bearing, Claim
from foedus.report.dates import edtf_words
from foedus.report.evidence import language_of, quote_of
from foedus.report.index import Index
from foedus.report.judgements import event_rulings
from foedus.report.phrases import event_sentence, origin_words


def heading_of(bearing: Bearing, index: Index) -> str:
    """``until 13 November 2024 · North Korea deploys troops to Russia``."""
    event = index.events.get(bearing.event)
    when = edtf_words(bearing.when, index.words) if bearing.when else index.words.dates.unknown
    said = " ".join(p.text for p in event_sentence(event, index)) if event else bearing.type
    return f"{when} · {said}"


def told_of(bearing: Bearing, index: Index) -> str:
    """``Reported, and disputed, by South Korea's spy service``; with what people decided."""
    who = "; ".join(origin_words(origin, index) for origin in bearing.origins)
    told = index.words.conduct[bearing.report]
    event = index.events.get(bearing.event)
    judged = "".join(f" · {ruling}" for ruling in event_rulings(event, index)) if event else ""
    by = index.words.conduct["by"].format(who=who) if who else ""
    return f"{told[:1].upper()}{told[1:]} {by}".strip() + judged


def norm_line(bearing: Bearing, index: Index) -> str:
    """``Treaty of 2024, art. 4 (defence; Bresk for Aldora) asks for such conduct: for a person to judge``."""
    article = f", {index.words.text['art'].format(n=bearing.article)}" if bearing.article else ""
    kind = index.words.duties.get(bearing.kind, bearing.kind)
    norm = f"{index.names.of(bearing.treaty)}{article} ({kind.lower()}; {sides_of(bearing, index)})"
    return f"{norm} {relation_of(bearing, index)}"


def relation_of(bearing: Bearing, index: Index) -> str:
    """``forbids such conduct``; ``does not reach it: before it was in force (else it asks for such conduct)``."""
    words = index.words.conduct
    if bearing.relation == "outside":
        reached = words["else"].format(effect=words[bearing.effect])
        return f"{words['outside']}: {words[bearing.why or 'condition']} ({reached})"
    judged = f" – {words[bearing.truth]}" if words[bearing.truth] else ""
    return f"{words[bearing.effect]}{judged}"


def sides_of(bearing: Bearing, index: Index) -> str:
    """Whose conduct it is, towards whom; of what is triggered, to whom it is owed."""
    words, names = index.words.conduct, index.names
    state, others = names.of(bearing.state), names.cell(bearing.others)
    if bearing.effect == "triggers":
        owing = f"; {words['would_owe'].format(who=names.cell(bearing.bound))}" if bearing.bound else ""
        return words["owed"].format(state=state, others=others) + owing
    if not others:
        return state
    return words["for" if bearing.effect == "fulfils" else "towards"].format(state=state, others=others)


class Remark(msgspec.Struct, frozen=True):
    """A sentence in which somebody speaks of a norm; ``language`` is that of the sentence, ``anchor`` of its claim."""

    who: str
    article: str
    quote: str
    language: str
    anchor: str


def remarks_of(bearings: Iterable[Bearing], index: Index) -> tuple[Remark, ...]:
    """Each sentence once, with all who speak in it."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in index.known(tuple(dict.fromkeys(c for b in bearings for c in b.remarks))):
        quote = quote_of(claim.evidence.span(), index.reading_of[claim.id], context=False)
        key = (claim.article, " ".join(f"{quote.left}{quote.marked}{quote.right}".split()))
        found.setdefault(key, []).append(claim)
    return tuple(
        Remark(
            who=index.names.listed(tuple(dict.fromkeys(a for c in claims for a in c.actors))),
            article=article_words(article, index),
            quote=quote,
            language=language_of(claims[0], index),
            anchor=index.anchor("c", claims[0].id),
        )
        for (article, quote), claims in found.items()
    )


def article_words(article: str, index: Index) -> str:
    """``article 4`` in the dossier, which numbers them; else the article's id."""
    number = index.number.get(article)
    return index.words.text["article_n"].format(n=number) if number else article


def remark_line(remark: Remark, index: Index) -> str:
    """``The ministry speaks of it (article 4): “…”``."""
    told = index.words.conduct["remark"].format(who=remark.who, article=remark.article, quote=remark.quote)
    return f"{told[:1].upper()}{told[1:]}"
