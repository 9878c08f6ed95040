"""Claims, events and attributions as plain sentences."""

import re

import msgspec

from foedus.model import Attribution, Claim, Event, Quantity
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
    return sentence(event.type, event.actors, event.targets, event.object, index)


def claim_sentence(claim: Claim, index: Index) -> Sentence:
    """The same for a claim."""
    return sentence(claim.type, claim.actors, claim.targets, claim.object, index)


def sentence(kind: str, actors: tuple[str, ...], targets: tuple[str, ...], about: str | None, index: Index) -> Sentence:
    """``North Korea`` ``supplies arms to`` ``Russia``; without actors, the noun of the act."""
    words, names = index.words.types.get(kind), index.names
    if words is None:
        words = TypeWords(kind, (kind, kind), kind)
    what = _object(about, index) if words.object and about else words.what
    others = tuple(t for t in targets if t not in actors)
    pieces: list[Piece] = []
    if actors:
        pieces.append(Piece(names.listed(actors), who=True))
        pieces.append(Piece(_joined(words.verb[names.many(actors)], what, words.after, "" if others else words.bare)))
    else:
        pieces.append(Piece(words.lone.format(what=what)))
    if others and (words.to or not kind.startswith("treaty.")) and kind != "treaty.provision":
        link = words.to or ("" if actors else "–")
        pieces.extend(p for p in (Piece(link), Piece(names.listed(others), who=True)) if p.text)
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
    """``more than 13,000 containers``; the wording itself where no bound is known."""
    words, low, high = index.words, quantity.low, quantity.high
    unit = unit_words(quantity)
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
    return quantity.unit.partition(":")[2].replace("_", " ") or quantity.unit.replace("_", " ")


def number_words(value: float) -> str:
    """``13,000``; ``2.5``."""
    return f"{value:,.15g}"


def chain_words(attribution: Attribution, index: Index) -> str:
    """On whose word: ``according to A and B jointly, as relayed by C``."""
    words = index.words.chain
    if not attribution.chain:
        return words["none"]
    said = words["source"].format(origin=_joint(attribution.chain[0], index))
    return said + "".join(words["relay"].format(relay=_joint(link, index)) for link in attribution.chain[1:])


def origin_words(origin: str, index: Index) -> str:
    """The name of an origin; an article stands for itself under its number."""
    kind, _, rest = origin.partition(":")
    if kind == "article":
        number = index.number.get(rest)
        label = index.words.text["article_n"].format(n=number) if number else rest
        return index.words.chain["article"].format(article=label)
    joint = origin.split("+")
    return index.words.listed([index.names.of(o) for o in joint]) + (index.words.chain["joint"] if joint[1:] else "")


def readable(text: str, index: Index) -> str:
    """A derivation in words: the dates, ids and articles in it as people write them, the rest as it stands."""
    told = _TOKEN.sub(lambda found: _token(found[0], index), text.strip())
    return told[:1].upper() + told[1:] + ("" if told.endswith((".", "?", "!")) or not told else ".")


def _token(token: str, index: Index) -> str:
    if token in index.number:
        return index.words.text["article_n"].format(n=index.number[token])
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
    name = index.names.of(about)
    return f"the {name}" if about.startswith("treaty:") and not name.lower().startswith("the ") else name


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)
