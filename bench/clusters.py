"""Reconciliation measured on the clusters of the corpus: rows of ``bench/run.py``; alone: ``python bench/clusters.py``.

Events and conflicts are scored by ``../shared/tools/score-cross``; without it only what needs no scorer is measured.
With FOLDERs as arguments, these clusters instead of the corpus's own.
"""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from foedus import api
from foedus.model import Claim, Event, Interval
from foedus.pipeline import Picture
from scoring import CORPUS, SHARED

CLUSTERS: Final = CORPUS / "clusters"
SCORE_CROSS: Final = SHARED / "tools" / "score-cross"
_HARD: Final = ("contradiction", "likely_error")
_CHANGING: Final = ("range_over_time",)
_FIELDS: Final = {"polarity": "status"}
"""Fields under the names that the scorer knows."""
_MONTH: Final = 31
Row = tuple[str, str, str]


class Share(NamedTuple):
    """So many right of so many."""

    right: float = 0
    total: float = 0

    def plus(self, right: float, total: float = 1) -> "Share":
        """With some more."""
        return Share(self.right + right, self.total + total)

    def value(self) -> float:
        """From 0 to 1; 0 of nothing."""
        return self.right / self.total if self.total else 0.0


Measures = dict[str, Share]


def folders() -> list[Path]:
    """The clusters of the corpus."""
    return sorted(path.parent for path in CLUSTERS.glob("*/cross.json"))


def measures(clusters: Iterable[Path]) -> Measures:
    """All that is measured, over some clusters."""
    found: Measures = defaultdict(Share)
    for folder in clusters:
        cluster = _Cluster(folder)
        for part in (cluster.scored, cluster.origins, cluster.dates, cluster.checks):
            for name, right, total in part():
                found[name] = found[name].plus(right, total)
    return found


def across(picture: Picture, gold: Path) -> dict[str, Any]:
    """What the scorer says of the events of a picture, and of its disputes that call something wrong."""
    claims = {claim.id: claim for claim in picture.claims}

    def told(ids: Iterable[str]) -> list[dict[str, object]]:
        found = (claims[id_] for id_ in ids)
        return [{"article": c.article, "start": c.evidence.start, "end": c.evidence.end, "type": c.type} for c in found]

    events = [{"id": e.id, "type": e.type, "claims": told(e.claims)} for e in picture.events]
    conflicts = [
        {"id": d.id, "field": _FIELDS.get(d.field, d.field), "claims": told(c for side in d.sides for c in side.claims)}
        for d in picture.disputes
        if d.verdict in (*_HARD, *_CHANGING)
    ]
    with tempfile.TemporaryDirectory() as made:
        command = [str(SCORE_CROSS), "--gold", str(gold), "--json"]
        for name, lines in (("events", events), ("conflicts", conflicts)):
            path = Path(made) / name
            path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
            command += [f"--{name}", str(path)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


class _Cluster:
    """One cluster: what Foedus makes of its articles, and what their annotation says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.picture = _picture(folder)
        self.cross: dict[str, Any] = json.loads((folder / "cross.json").read_text(encoding="utf-8"))
        self.claims = {c.id: c for c in self.picture.claims}
        self.event_of = {id_: event for event in self.picture.events for id_ in event.claims}

    def scored(self) -> Iterator[tuple[str, float, float]]:
        """Events and conflicts by the scorer."""
        if not SCORE_CROSS.exists():
            return
        report = across(self.picture, self.folder)
        strict = sum(len(group["claims"]) for group in self.cross["same_event"] if group["strict"])
        yield "events, B-cubed F1", report["figures"]["bcubed_f1"], 1
        yield "claims of events that were read", report["events"]["strict claims placed"], strict
        wanted = [k["id"] for k in self.cross["conflicts"] if k["verdict_class"] == "contradiction"]
        yield "planted contradictions found", len(set(wanted) & set(report["conflicts"]["found"])), len(wanted)
        wrong = len(report["conflicts"]["false"]) + report["conflicts"]["not in gold"]
        yield "false contradictions in a cluster", wrong, 1

    def origins(self) -> Iterator[tuple[str, float, float]]:
        """Origins of each event, of the articles whose claims on it were read."""
        groups = {group["id"]: group for group in self.cross["same_event"]}
        for told in self.cross["origins"]:
            by_event: dict[str, set[str]] = defaultdict(set)
            events: dict[str, Event] = {}
            for claim in self._read(groups[told["event"]]["claims"]):
                event = self.event_of[claim.id]
                by_event[event.id].add(Path(claim.article).stem)
                events[event.id] = event
            if by_event:
                best = max(sorted(by_event), key=lambda id_: len(by_event[id_]))
                wanted = sum(bool(by_event[best] & set(group)) for group in told["groups"])
                yield "origins counted right, of what was read", len(events[best].origins) == wanted, 1

    def _read(self, wanted: Iterable[str]) -> Iterator[Claim]:
        """Foedus' claims that stand for annotated ones: same type, and half of the shorter evidence in common."""
        for id_ in wanted:
            article, gold = _gold(self.folder)[id_]
            start, end = gold["span"]
            for claim in self.picture.claims:
                common = min(end, claim.evidence.end) - max(start, claim.evidence.start)
                shorter = min(end - start, claim.evidence.end - claim.evidence.start)
                if claim.article == article and claim.type == gold["type"] and common * 2 >= shorter:
                    yield claim

    def dates(self) -> Iterator[tuple[str, float, float]]:
        """The day of undated articles: within the interval, and that no wider than a month."""
        published = {r.article.id: r.article.published for r in self.picture.readings}
        for stem, told in self.cross["undated"].items():
            when = published[f"{stem}.txt"]
            days = when.days() if when else None
            inside = days is not None and Interval.parse(told["true"]).within(days)
            yield "undated articles whose day is in the interval", inside, 1
            yield "undated articles dated within a month", inside and (days.days() or 999) <= _MONTH if days else 0, 1

    def checks(self) -> Iterator[tuple[str, float, float]]:
        """Verdicts on sentences."""
        for wanted in self.cross["checks"]:
            found = verdict(wanted["sentence"], wanted["lang"], self.folder)
            allowed = {wanted["expected"], *wanted.get("expected_alt", ())}
            yield "sentences judged right", found in allowed, 1
            if wanted["expected"] == "contradicted":
                yield "false sentences called borne out", found == "borne_out" and found not in allowed, 1


def verdict(sentence: str, language: str, folder: Path) -> str:
    """What Foedus says of a sentence by the articles of a cluster."""
    (answer,) = api.check(sentence, _picture(folder), language=language)
    return str(answer.verdict)


@cache
def _picture(folder: Path) -> Picture:
    return api.picture(sorted(folder.glob("*.txt")))


@cache
def _gold(folder: Path) -> dict[str, tuple[str, dict[str, Any]]]:
    """Annotated claims by id, each with the file of its article."""
    found = {}
    for path in sorted(folder.glob("*-*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        found.update({claim["id"]: (told["file"], claim) for claim in told["claims"]})
    return found


def rows() -> Iterator[Row]:
    """The table's rows."""
    if not folders():
        yield "clusters", "left out", f"none in {CLUSTERS}"
    for name, share in measures(folders()).items():
        yield f"clusters, {name}", f"{share.value():.3f}", f"{share.right:.4g} of {share.total:.4g}"


if __name__ == "__main__":
    for what, share in measures(map(Path, sys.argv[1:]) if sys.argv[1:] else folders()).items():
        print(f"{what:48} {share.value():.3f}  {share.right:.4g} of {share.total:.4g}")
