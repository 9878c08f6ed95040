"""The title block: what was read, and each treaty's answer in a sentence."""

import msgspec

from foedus.model import INTERNAL, Interval, Stage, Status
from foedus.report.dates import dated_words, days_of, edtf_words
from foedus.report.index import Index
from foedus.report.lifecycle import ordered
from foedus.report.phrases import readable
from foedus.report.wording import TypeWords, Wording

_MILESTONES = ("treaty.negotiate", "treaty.publish")
"""Left out of the sentence: they do not change what binds whom."""
UNKNOWN = "unknown"
"""The status that no act bears out (docs/status.md)."""
_PARTIES = ("treaty.submit", "treaty.ratify", "treaty.withdraw", "treaty.suspend")
"""What each party does for itself: the sentence names it."""


class Answer(msgspec.Struct, frozen=True):
    """``reported`` and ``filed`` are the status words with their date; ``sentence`` tells the articles' story."""

    reported: str
    reported_since: str
    sentence: str
    filed: str
    filed_since: str
    beyond: str
    reported_because: tuple[str, ...]
    filed_because: tuple[str, ...]
    filed_then: str = ""


def answer_of(status: Status, index: Index) -> Answer:
    """What is its state, and since when: by the articles, and by the file."""
    words = index.words
    stages = ordered(status)
    return Answer(
        reported=status.reported,
        reported_since=_since(status.reported_since, words),
        sentence=_story(stages, status.reported, index),
        filed=status.filed or "",
        filed_since=_since(status.filed_since, words),
        beyond=_beyond(stages, index),
        reported_because=tuple(readable(step, index) for step in status.reported_because),
        filed_because=tuple(readable(step, index) for step in status.filed_because),
        filed_then=_then(status, index),
    )


def _then(status: Status, index: Index) -> str:
    """Where it stood by its file on the day of the latest article."""
    day, word = index.dossier.latest, index.dossier.filed_then.get(status.treaty)
    if not day or not word:
        return ""
    return index.words.text["filed_then"].format(date=edtf_words(day.isoformat(), index.words), status=word)


def read_words(index: Index) -> str:
    """``5 articles from 3 outlets, in Italian, dated 20 June to 1 December 2024``."""
    words, readings = index.words, index.dossier.readings
    articles = [r.article for r in readings]
    pieces = [words.count(len(articles), "article")]
    outlets = {a.outlet for a in articles if a.outlet}
    unnamed = sum(not a.outlet for a in articles)
    if outlets:
        rest = f" ({words.text['naming_none'].format(n=words.count(unnamed, 'article'))})" if unnamed else ""
        pieces.append(words.count(len(outlets), "outlet") + rest)
    elif articles:
        pieces.append(words.text["unknown_outlet"])
    languages = sorted({words.languages.get(a.language, a.language) for a in articles if a.language})
    if languages:
        pieces.append(words.listed(languages))
    dates = _dates([days_of(a.published.interval) for a in articles if a.published], words)
    undated = sum(not (a.published and a.published.interval) for a in articles)
    if dates:
        pieces.append(dates)
    if undated:
        pieces.append(f"{words.count(undated, 'article')}: {words.text['unknown_date']}")
    return " · ".join(pieces)


def _dates(found: list[Interval | None], words: Wording) -> str:
    days = [i for i in found if i]
    firsts = [i.first for i in days if i.first]
    lasts = [i.last for i in days if i.last]
    if not firsts or not lasts:
        return ""
    return edtf_words(f"{min(firsts)}/{max(*lasts, min(firsts))}", words)


def _since(edtf: str | None, words: Wording) -> str:
    if not edtf:
        return ""
    told = edtf_words(edtf, words)
    return told if ".." in edtf else words.text["since"].format(date=told)


def _story(stages: tuple[Stage, ...], reported: str, index: Index) -> str:
    words = index.words
    done = _by_type([s for s in stages if s.state == "reported"])
    pieces = [_done(group, index) for group in done]
    for state, tail in (("announced", "announced_tail"), ("denied", "denied_tail")):
        named = _named([s for s in stages if s.state == state], index)
        if named:
            pieces.append(words.text[tail].format(stages=named))
    story = "; ".join(pieces)
    if not story:
        return words.text["status_none"]
    apart = f" {words.text['status_apart']}" if done and reported == UNKNOWN else ""
    return f"{story[:1].upper()}{story[1:]}.{apart}"


def _by_type(stages: list[Stage]) -> list[list[Stage]]:
    groups: dict[str, list[Stage]] = {}
    for stage in stages:
        if stage.type not in _MILESTONES:
            groups.setdefault(stage.type, []).append(stage)
    return list(groups.values())


def _done(group: list[Stage], index: Index) -> str:
    """``ratified by Russia on 9 November 2024, by North Korea on 12 November 2024``; those of one day together."""
    words = index.words
    dates: dict[str, list[str]] = {}
    for stage in group:
        date = dated_words(stage.when.interval, words) if stage.when and stage.when.interval else ""
        named = stage.type in _PARTIES or len(stage.actors) == 1
        dates.setdefault(date, []).extend(stage.actors if named else ())
    if not any(dates) and not any(dates.values()):
        return f"{_type(group[0], index).done} ({words.dates.unknown})"
    parts = [_joined(_by(tuple(dict.fromkeys(who)), index), date) for date, who in dates.items()]
    return _joined(_type(group[0], index).done, ", ".join(part for part in parts if part))


def _named(stages: list[Stage], index: Index) -> str:
    """``ratification by Aldora and entry into force``."""
    told = []
    for group in _by_type(stages):
        who = tuple(dict.fromkeys(a for s in group for a in s.actors)) if group[0].type in _PARTIES else ()
        told.append(_joined(_type(group[0], index).label.lower(), _by(who, index)))
    return index.words.listed(told)


def _beyond(stages: tuple[Stage, ...], index: Index) -> str:
    # What was done inside a state alone is nothing between states yet.
    outward = [s for s in stages if any(act.step not in INTERNAL for act in s.acts)]
    named = _named([s for s in outward if s.state != "reported"], index)
    return index.words.text["beyond"].format(stages=named) if named else ""


def _by(who: tuple[str, ...], index: Index) -> str:
    return index.words.text["by"].format(parties=index.names.brief(who)) if who else ""


def _type(stage: Stage, index: Index) -> TypeWords:
    return index.words.types.get(stage.type) or TypeWords(
        stage.type, (stage.type, stage.type), stage.type, done=stage.type
    )


def _joined(*told: str) -> str:
    return " ".join(word for word in told if word)
