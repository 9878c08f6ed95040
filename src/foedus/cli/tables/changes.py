"""Changes as blocks: treaties, events, disagreements, articles; + for what came, - for what went, ~ for the rest."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from foedus.cli.tables.disputes import COLUMNS, wrapped
from foedus.cli.tables.values import change_words
from foedus.export import clean
from foedus.model import Change
from foedus.report.dates import date_of
from foedus.report.index import Index
from foedus.report.judgements import dispute_rulings, event_rulings
from foedus.report.phrases import event_sentence, plain

SUBJECTS: Final = ("treaty", "event", "dispute", "article")
_SIGNS: Final = {"new": "+", "gone": "-", "settled": "=", "changed": "~"}
_CHANGES: Final = tuple(_SIGNS)


def change_lines(changes: Sequence[Change], old: Index, new: Index, width: int | None) -> Iterator[str]:
    """A line that counts them, then a block for each treaty, event, disagreement and article that changed."""
    room = min(width or COLUMNS, COLUMNS)
    yield from wrapped(summary(changes, new), room)
    for subject in SUBJECTS:
        about = [c for c in changes if c.subject == subject]
        if about:
            yield "\n"
            yield f"{new.words.changes[subject + '_many'].capitalize()}\n"
            yield from _blocks(about, old, new, room)


def summary(changes: Iterable[Change], index: Index) -> str:
    """``3 new articles, 1 changed; 5 new events; nothing else changed``."""
    found: dict[str, dict[str, set[str]]] = {}
    for change in changes:
        found.setdefault(change.subject, {}).setdefault(change.change, set()).add(change.id)
    words = index.words.changes
    told = []
    for subject in (s for s in SUBJECTS if s in found):
        counts = [(kind, len(found[subject][kind])) for kind in _CHANGES if kind in found[subject]]
        noun = words[f"{subject}_{'one' if counts[0][1] == 1 else 'many'}"]
        first, *rest = (words["count"].format(n=n, what=words[kind]) for kind, n in counts)
        told.append(", ".join([f"{first} {noun}", *rest]))
    return "; ".join(told) or words["none"]


def about_words(change: Change, old: Index, new: Index) -> str:
    """What a change is about: the event's sentence with its date, the treaty's name, the article's title."""
    index = old if change.change in ("gone", "settled") else new
    if change.subject == "event" and change.id in index.events:
        return _event(change.id, index)
    if change.subject == "dispute" and change.id in index.disputes:
        dispute = index.disputes[change.id]
        field = index.words.fields.get(dispute.field, dispute.field)
        verdict = index.words.verdicts.get(dispute.verdict, dispute.verdict)
        return f"{field}: {verdict} – {_event(dispute.event, index)}"
    if change.subject == "treaty":
        return next((s.name for s in index.dossier.statuses if s.treaty == change.id), index.names.of(change.id))
    if change.subject == "article":
        article = next((r.article for r in index.dossier.readings if r.article.id == change.id), None)
        published = date_of(article.published, index.words).words if article and article.published else ""
        return ", ".join(filter(None, (article.title if article else None, published)))
    return ""


def _event(id_: str, index: Index) -> str:
    event = index.events.get(id_)
    if event is None:
        return id_
    told = plain(event_sentence(event, index))
    date = f"{date_of(event.when, index.words).words}: " if event.when and event.when.interval else ""
    firm = "" if event.modality == "asserted" else f" ({index.words.modalities.get(event.modality, event.modality)})"
    return f"{date}{told}{f' ({index.words.negative})' if event.polarity == 'negative' else firm}"


def _blocks(changes: Sequence[Change], old: Index, new: Index, width: int) -> Iterator[str]:
    groups: dict[tuple[int, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((_CHANGES.index(change.change), change.id), []).append(change)
    for key in sorted(groups, key=lambda key: (key[0], _date(groups[key][0], old, new), key[1])):
        yield from _block(groups[key], old, new, width)


def _date(change: Change, old: Index, new: Index) -> str:
    """Events stand by their date, those without one at the end."""
    event = new.events.get(change.id) or old.events.get(change.id)
    return (event.when.interval if event and event.when and event.when.interval else "~") if event else ""


def _block(group: Sequence[Change], old: Index, new: Index, width: int) -> Iterator[str]:
    first = group[0]
    told = about_words(first, old, new)
    sign = _SIGNS[first.change]
    yield from wrapped(f"{sign} {clean(f'{told} ({first.id})' if told else first.id)}", width, "  ", "    ")
    if first.change != "changed":
        for line in _came_or_went(first, new):
            yield from wrapped(line, width, "      ", "        ")
        return
    if first.other:
        yield from wrapped(new.words.changes["formerly"].format(id=first.other), width, "      ", "        ")
    for change in group:
        yield from _lines(change, new, width)


def _came_or_went(change: Change, new: Index) -> Iterator[str]:
    words, event = new.words, new.events.get(change.id)
    if change.subject == "treaty" and change.after:
        yield change_words(change, new)
    if change.other:
        yield words.changes["from" if change.change == "new" else "into"].format(id=change.other)
    if change.subject == "event" and change.change == "new" and event:
        yield f"{words.count(len(event.articles), 'article')}, {words.count(len(event.origins), 'origin')}"


def _lines(change: Change, new: Index, width: int) -> Iterator[str]:
    if change.field == "text":
        if not change.before and not change.after:
            yield from wrapped(new.words.changes["page"], width, "      ", "        ")
        for sign, sentences in (("-", change.before), ("+", change.after)):
            for sentence in sentences:
                yield from wrapped(f"{sign} {sentence}", width, "      ", "        ")
    elif change.field == "judgements":
        for line in _rulings(change, new):
            yield from wrapped(line, width, "      ", "        ")
    else:
        yield from wrapped(change_words(change, new), width, "      ", "        ")


def _rulings(change: Change, new: Index) -> Iterator[str]:
    """The judgements that came, in words; those that count no more by their numbers."""
    event, dispute = new.events.get(change.id), new.disputes.get(change.id)
    lines = list(event_rulings(event, new)) if event else list(dispute_rulings(dispute, new)) if dispute else []
    yield from (line for n, line in zip(change.after, lines, strict=False) if n not in change.before)
    gone = [number for number in change.before if number not in change.after]
    if gone:
        yield new.words.changes["revoked"].format(numbers=", ".join(gone))
