"""Claims, events and attributions as plain sentences."""

import re
from collections.abc import Callable, Mapping

import msgspec

from foedus.model import Attribution, Bearing, Claim, Event, Obligation, Quantity
from foedus.report.dates import days_of, edtf_words
from foedus.report.index import Index
from foedus.report.wording import TypeWords


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a sentence; ``who`` marks those who act or are acted upon."""

    text: str
    who: bool = False


Sentence = tuple[Piece, ...]
_TOKEN = re.compile(r"[^\s,;()“”\"]*[^\s,;()“”\".:]")
_DATE = re.compile(r"(\d{4}-|\.\./)")
_KINDS = frozenset(
    {"agency", "article", "bloc", "forces", "gov", "group", "materiel", "media", "org", "person", "place", "treaty"}
)


def event_sentence(event: Event, index: Index) -> Sentence:
    """Who does what to whom, in one line."""
    actors, targets = parties_of(event, index)
    behind = {**_behind(actors, event.actors), **_behind(targets, event.targets)}
    return sentence(event.type, actors, targets, event.object, index, behind)


def claim_sentence(claim: Claim, index: Index) -> Sentence:
    """The same for a claim."""
    event = index.event_of.get(claim.id)
    targets = _not_themselves(claim.targets, event.actors) if event and len(event.actors) == 1 else claim.targets
    return sentence(claim.type, claim.actors, targets, claim.object, index)


def parties_of(event: Event, index: Index) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts and who is acted upon: the bodies or persons that every claim names, else the states behind them.

    A state is never its own target; a body of it can be: the president submits a treaty to the parliament.
    """
    actors = _closest(event, lambda claim: claim.actors, event.actors, index)
    targets = _closest(event, lambda claim: claim.targets, event.targets, index)
    return actors, _not_themselves(targets, event.actors)


def _closest(
    event: Event, of: Callable[[Claim], tuple[str, ...]], principals: tuple[str, ...], index: Index
) -> tuple[str, ...]:
    said = {frozenset(of(claim)) for claim in index.known(event.claims)}
    own = tuple(sorted(next(iter(said)))) if len(said) == 1 else ()
    twice = len(own) > len(principals) and any(p in own for p in principals)  # a state beside its own ministers
    return own if own and len(own) >= len(principals) and not twice else principals


def _behind(own: tuple[str, ...], principals: tuple[str, ...]) -> dict[str, str]:
    """The state of a person who stands alone for it; a body says in its name whose it is."""
    alone = len(own) == len(principals) == 1 and own[0].startswith("person:")
    return {own[0]: principals[0]} if alone and own != principals else {}


def _listed(ids: tuple[str, ...], behind: Mapping[str, str], index: Index) -> str:
    names = index.names
    states = {id_: f" ({names.of(state)})" for id_, state in behind.items()}
    return index.words.listed([names.inside(id_) + states.get(id_, "") for id_ in ids])


def _not_themselves(targets: tuple[str, ...], states: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(t for t in targets if t not in states)


def sentence(
    kind: str,
    actors: tuple[str, ...],
    targets: tuple[str, ...],
    about: str | None,
    index: Index,
    behind: Mapping[str, str] | None = None,
) -> Sentence:
    """``North Korea`` ``supplies arms to`` ``Russia``; without actors, the noun of the act.

    ``behind`` has the state that a person acts for, where it is to be named: ``Ada Lund (Aldora)``.
    """
    words, names = index.words.types.get(kind), index.names
    if words is None:
        words = TypeWords(kind, (kind, kind), kind)
    what = _object(about, index) if words.object and about else words.what
    others = tuple(t for t in targets if t not in actors)
    pieces: list[Piece] = []
    if actors:
        pieces.append(Piece(_listed(actors, behind or {}, index), who=True))
        pieces.append(Piece(_joined(words.verb[names.many(actors)], what, words.after, "" if others else words.bare)))
    else:
        pieces.append(Piece(words.lone.format(what=what)))
    if others and (words.to or not kind.startswith("treaty.")) and kind != "treaty.provision":
        link = words.to or ("" if actors else "–")
        pieces.extend(p for p in (Piece(link), Piece(_listed(others, behind or {}, index), who=True)) if p.text)
    first = pieces[0]
    return (Piece(first.text[:1].upper() + first.text[1:], first.who), *pieces[1:])


def plain(pieces: Sentence) -> str:
    """A sentence as text."""
    return " ".join(p.text for p in pieces)


def about_words(kind: str, about: str | None, index: Index) -> str:
    """What a claim concerns, where its sentence does not say it already."""
    words = index.words.types.get(kind)
    if not about or (words and words.object):
        return ""
    return _object(about, index)


def quantity_words(quantity: Quantity, index: Index) -> str:
    """``more than 13,000 containers``; the wording itself where no bound is known.

    Only what can be counted stands behind the number. ``10,000 (artillery)`` does not say what the 10,000 are:
    the wording may have been shells or containers.
    """
    unit, kind = unit_words(quantity), _readable(quantity.kind)
    counted = unit if unit.endswith(index.words.countable) else ""
    said = _number(quantity, counted, index)
    rest = [word for word in dict.fromkeys((unit, kind)) if word and word not in (counted, quantity.text)]
    return f"{said} ({', '.join(rest)})" if rest else said


def _number(quantity: Quantity, unit: str, index: Index) -> str:
    words, low, high = index.words, quantity.low, quantity.high
    if low is not None and high is not None and low != high:
        pattern = words.bounds["about" if quantity.comparator == "~" else "span"]
        return _joined(pattern.format(low=number_words(low), high=number_words(high)), unit)
    value = low if low is not None else high
    if value is None:
        return f"“{quantity.text}”" if quantity.text else words.bounds["none"]
    one = unit.removesuffix("s") if value == 1 and quantity.comparator == "=" else unit
    return _joined(words.comparators[quantity.comparator].format(n=number_words(value)), one)


def unit_words(quantity: Quantity) -> str:
    """The unit as people write it."""
    return _readable(quantity.unit)


def _readable(unit: str) -> str:
    return (unit.partition(":")[2] or unit).replace("_", " ")


def number_words(value: float) -> str:
    """``13,000``; ``2.5``."""
    return f"{value:,.15g}"


def chain_words(attribution: Attribution, index: Index) -> str:
    """On whose word: ``according to A and B jointly, as relayed by C and then by D``."""
    words, chain = index.words.chain, attribution.chain
    if not chain:
        return words["none"]
    said = words["source"].format(origin=_joint(chain[0], index))
    relays = zip(("relay", *("later" for _ in chain[2:])), chain[1:], strict=False)
    return said + "".join(words[how].format(relay=_joint(link, index)) for how, link in relays)


def origin_words(origin: str, index: Index) -> str:
    """The name of an origin; an article stands for itself under its number."""
    kind, _, rest = origin.partition(":")
    if kind == "article":
        number = index.number.get(rest)
        label = index.words.text["article_n"].format(n=number) if number else rest
        return index.words.chain["article"].format(article=label)
    joint = origin.split("+")
    return index.words.listed([index.names.of(o) for o in joint]) + (index.words.chain["joint"] if joint[1:] else "")


def norm_words(norm: Obligation | Bearing, index: Index) -> str:
    """``Pact of Lume, Art. 3``; what is not meant to bind in law says so."""
    words = index.words
    article = f", {words.text['art'].format(n=norm.article)}" if norm.article else ""
    named = f"{index.names.of(norm.treaty)}{article}"
    return words.text["political"].format(norm=named) if norm.nature == "political" else named


def readable(text: str, index: Index) -> str:
    """A derivation in words: the dates, ids and articles in it as people write them, the rest as it stands."""
    told = in_words(text.strip(), index)
    return told[:1].upper() + told[1:] + ("" if told.endswith((".", "?", "!")) or not told else ".")


def in_words(text: str, index: Index) -> str:
    """The dates, ids, types and articles in a text as people write them."""
    return _TOKEN.sub(lambda found: _token(found[0], index), text)


def _token(token: str, index: Index) -> str:
    if token in index.words.types:
        return index.words.types[token].label.lower()
    if token in index.number:
        return index.words.text["article_n"].format(n=index.number[token])
    if token.startswith("area:"):
        return index.names.inside(token)
    if token in index.names.given or token in index.names.treaties:
        return index.names.of(token)
    if _DATE.match(token) and days_of(token):
        return edtf_words(token, index.words)
    head, colon, rest = token.partition(":")
    return origin_words(token, index) if colon and head in _KINDS and rest else token


def _joint(sources: tuple[str, ...], index: Index) -> str:
    return index.names.listed(sources) + (index.words.chain["joint"] if len(sources) > 1 else "")


def _object(about: str | None, index: Index) -> str:
    if not about:
        return ""
    if about in index.claims:
        return f"“{index.claims[about].evidence.text}”"
    return index.names.inside(about)


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)
