"""The treaties of a dossier: those it is about, and those merely mentioned."""

import msgspec

from foedus.model import Dispute, Status
from foedus.report.disputes import Split, split_of
from foedus.report.index import Index
from foedus.report.lifecycle import Life, life_of
from foedus.report.names import MANY
from foedus.report.provisions import FiledDuty, Group, duties_of, provisions_of
from foedus.report.summary import Answer, answer_of

MAIN = 3
"""A treaty with fewer claims is merely mentioned, unless none has more."""


class Filing(msgspec.Struct, frozen=True):
    """What the file says of the treaty as a whole."""

    parties: str
    replaces: str
    duration: str
    exit: str
    sources: str


class TreatyView(msgspec.Struct, frozen=True):
    """One treaty as the dossier shows it; ``filing`` is None without a file, ``many`` when ``parties`` is cut short."""

    name: str
    anchor: str
    parties: str
    many: bool
    claims: int
    answer: Answer
    life: Life
    provisions: tuple[Group, ...]
    duties: tuple[FiledDuty, ...]
    filing: Filing | None
    splits: tuple[Split, ...]


def treaties_of(index: Index) -> tuple[tuple[TreatyView, ...], tuple[TreatyView, ...]]:
    """Main treaties, and those merely mentioned, by number of claims. A treaty that no claim names is not shown."""
    counts: dict[str, int] = {}
    for claim in index.claims.values():
        key = index.treaty_of(claim.object)
        if key:
            counts[key] = counts.get(key, 0) + 1
    statuses = {s.treaty: s for s in index.dossier.statuses}
    for key in counts:
        statuses.setdefault(key, _unknown(key, index))
    shown = [s for s in statuses.values() if counts.get(s.treaty) or any(stage.events for stage in s.stages)]
    shown.sort(key=lambda s: -counts.get(s.treaty, 0))
    most = counts.get(shown[0].treaty, 0) if shown else 0
    views = [_view(status, counts.get(status.treaty, 0), index) for status in shown]
    main = tuple(v for v in views if v.claims >= min(MAIN, most))
    return main, tuple(v for v in views if v not in main)


def _unknown(key: str, index: Index) -> Status:
    filed = index.dossier.treaties.get(key)
    parties = tuple(p.state for p in filed.parties) if filed else ()
    return Status(key, index.names.of(key), parties, "", None, ())


def _view(status: Status, claims: int, index: Index) -> TreatyView:
    return TreatyView(
        name=index.names.treaty(status.treaty, status.name),
        anchor=index.anchor("t", status.treaty),
        parties=index.names.some(status.parties) if _open(status.treaty, index) else index.names.brief(status.parties),
        many=len(status.parties) > MANY,
        claims=claims,
        answer=answer_of(status, index),
        life=life_of(status, index),
        provisions=provisions_of(status.treaty, index),
        duties=duties_of(status.treaty, index),
        filing=_filing(status.treaty, index),
        splits=tuple(split_of(dispute, index) for dispute in _disputes(status, index)),
    )


def _open(key: str, index: Index) -> bool:
    """Are there more parties than the treaty's file lists?"""
    filed = index.dossier.treaties.get(key)
    return filed is not None and filed.more_parties


def _filing(key: str, index: Index) -> Filing | None:
    treaty = index.dossier.treaties.get(key)
    if treaty is None:
        return None
    states = tuple(p.state for p in treaty.parties)
    return Filing(
        parties=index.names.some(states) if treaty.more_parties else index.names.listed(states),
        replaces=index.names.listed(treaty.replaces),
        duration=treaty.duration,
        exit=treaty.exit,
        sources=", ".join(treaty.sources),
    )


def _disputes(status: Status, index: Index) -> tuple[Dispute, ...]:
    about = tuple(e.id for e in index.dossier.events if index.treaty_of(e.object) == status.treaty)
    named = {d for stage in status.stages for d in stage.disputes}
    wanted = set(about) | {e for stage in status.stages for e in stage.events}
    return tuple(d for d in index.dossier.disputes if d.parts() and (d.id in named or d.event in wanted))
