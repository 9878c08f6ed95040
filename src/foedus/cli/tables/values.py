"""What changed, value by value, as people read it."""

from collections.abc import Sequence
from itertools import islice

from foedus.export import clean
from foedus.model import Change
from foedus.packs.credibility import load_credibility
from foedus.report.dates import edtf_words
from foedus.report.disputes import value_words
from foedus.report.index import Index
from foedus.report.phrases import number_words, origin_words

_SHOWN = 4
"""Most ids that are listed of those that came or went."""
_DATES = ("when", "published", "reported_since", "filed_since")
_LISTS = ("articles", "origins")
_NAMES = ("actors", "targets", "object", "place")


def change_words(change: Change, index: Index) -> str:
    """``date: June 2024 → 19 June 2024``; of lists their size, and what came and went."""
    words = index.words
    label = words.changes.get(change.field) or words.fields.get(change.field, change.field)
    if change.field in _LISTS:
        return f"{label}: {_sizes(change, index)}"
    arrow = words.changes["arrow"]
    before, after = (_told(change, values, index) for values in (change.before, change.after))
    return f"{label}: {arrow.format(before=before, after=after)}"


def _sizes(change: Change, index: Index) -> str:
    told = index.words.changes["arrow"].format(before=len(change.before), after=len(change.after))
    came = [one for one in change.after if one not in change.before]
    went = [one for one in change.before if one not in change.after]
    more = [
        index.words.changes[key].format(names=_named(ids, index))
        for key, ids in (("came", came), ("went", went))
        if ids
    ]
    return f"{told} ({'; '.join(more)})" if more else told


def _named(ids: Sequence[str], index: Index) -> str:
    plain = (id_.removeprefix("article:") if id_.startswith("article:") else origin_words(id_, index) for id_ in ids)
    names = [clean(name) for name in islice(plain, _SHOWN)]
    left = len(ids) - _SHOWN
    return ", ".join([*names, *([index.words.text["and_more"].format(n=left)] if left > 0 else [])])


def _told(change: Change, values: Sequence[str], index: Index) -> str:
    if not values:
        return index.words.changes["nothing"]
    return "; ".join(_value(change, value, index) for value in values)


def _value(change: Change, value: str, index: Index) -> str:
    words = index.words
    if change.field in _DATES:
        return edtf_words(value, words)
    if change.field in _NAMES:
        return index.names.of(value)
    if change.field == "quantity":
        return figure_words(value, index)
    if change.field == "verdict":
        return words.verdicts.get(value, value)
    if change.field == "type":
        return words.types[value].label if value in words.types else value
    if change.field == "corroboration":
        return f"{value} ({load_credibility().grades[int(value)]})"
    if change.field == "sides":
        dispute = index.disputes.get(change.id)
        return value_words(value, dispute.field if dispute else "", index)
    return words.changes.get(value) or words.modalities.get(value, value)


def figure_words(figure: str, index: Index) -> str:
    """``10000/12000 troops`` → ``10,000 to 12,000 troops``."""
    span, _, unit = figure.partition(" ")
    low, slash, high = span.partition("/")
    words = index.words
    if not slash:
        told = number_words(float(low))
    elif low == "..":
        told = words.comparators["<="].format(n=number_words(float(high)))
    elif high == "..":
        told = words.comparators[">="].format(n=number_words(float(low)))
    else:
        told = words.bounds["span"].format(low=number_words(float(low)), high=number_words(float(high)))
    return f"{told} {unit}".strip()
