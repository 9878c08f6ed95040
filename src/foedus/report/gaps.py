"""What was seen and not read, and the count that shows that nothing was dropped."""

import msgspec

from foedus.model import Balance
from foedus.report.evidence import Quote, quote_of
from foedus.report.index import Index
from foedus.report.visible import language_tag


class GapLine(msgspec.Struct, frozen=True):
    """One gap in its sentence."""

    article: int
    language: str
    detail: str
    quote: Quote


class GapGroup(msgspec.Struct, frozen=True):
    """Gaps with the same reason."""

    code: str
    label: str
    lines: tuple[GapLine, ...]


class Count(msgspec.Struct, frozen=True):
    """The balance of one article, or of all (``number`` 0). Shares are per cent of the sentences, for the drawing."""

    number: int
    balance: Balance
    holds: bool
    shares: tuple[tuple[str, float, float], ...]


def gaps_of(index: Index) -> tuple[GapGroup, ...]:
    """Gaps by reason, the most frequent first."""
    groups: dict[str, list[GapLine]] = {}
    for number, reading in enumerate(index.dossier.readings, 1):
        for gap in reading.gaps:
            quote = quote_of(gap.evidence.span(), reading, context=False)
            language = language_tag(reading.article.language)
            groups.setdefault(gap.reason, []).append(GapLine(number, language, gap.detail, quote))
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    known = index.words.gaps
    return tuple(GapGroup(c, known.get(c, c.replace("_", " ").capitalize()), tuple(lines)) for c, lines in ranked)


def counts_of(index: Index) -> tuple[Count, ...]:
    """The whole first, then each article."""
    balances = [r.balance for r in index.dossier.readings]
    whole = sum(balances, Balance())
    return (_count(0, whole), *(_count(n, b) for n, b in enumerate(balances, 1)))


def _count(number: int, balance: Balance) -> Count:
    shares, at = [], 0.0
    for kind, value in (("claims", balance.with_claims), ("gaps", balance.with_gaps), ("without", balance.without)):
        width = 100 * value / balance.sentences if balance.sentences else 0.0
        shares.append((kind, round(at, 2), round(width, 2)))
        at += width
    return Count(number, balance, balance.holds(), tuple(shares))
