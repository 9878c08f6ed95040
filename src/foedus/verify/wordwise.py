"""Word by word: the answer to a sentence from the report's sentences beside it, where no claim of it is compared."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from foedus.model import CLAIM_TYPES, Contents, Reply, Witness
from foedus.model.answer import Outcome
from foedus.verify.asked import Asked, asked_of
from foedus.verify.keys import whole
from foedus.verify.lookup import Lookup
from foedus.verify.parallel import Parallel, Reports
from foedus.verify.question import Tools, published_of
from foedus.verify.wording import wording

_ARTICLES: Final = 24
_SENTENCES: Final = 400
"""Most articles and sentences that are gone through for one sentence."""
_FEW: Final = 8
_NEWS: Final = dt.timedelta(days=7)
"""Within so many days counts are of one time."""
_SIDES: Final = 3
"""So many names of states make pairs; of more, each is looked for by itself."""


def wordwise(sentence: str, language: str, treaties: Sequence[str], lookup: Lookup, tools: Tools) -> Reply | None:
    """The answer to a sentence by its words; None where no report says as much. ``treaties`` are meant, or may be."""
    asked = asked_of(sentence, language, tools)
    if asked is None:
        return None
    reports = _reports(asked.contents, treaties, lookup, tools)
    return _judged(asked, list(reports.parallels(asked)))


def _reports(contents: Contents, treaties: Sequence[str], lookup: Lookup, tools: Tools) -> Reports:
    """The articles that tell of the treaty that is named, else of the pairs of states, else of each of them."""
    ids = dict.fromkeys(i for n in contents.names for i in n.ids)
    named = [i for i in ids if i.startswith("treaty:")]
    named += [t for t in treaties if t not in named]
    states = list(dict.fromkeys(p for i in ids if (p := tools.world.principal(i)) in tools.world.states))
    tied = {a for t in named for a in _told([whole(t)], lookup)}
    pairs = ["+".join(sorted(pair)) for pair in combinations(states[:_SIDES], 2)]
    others = [i for i in ids if i not in named and i not in states]
    groups = (tied, _told(pairs, lookup), _told([*states, *others], lookup))
    found = dict.fromkeys(a for group in groups for a in sorted(group))
    sentences = [s for a in list(found)[:_ARTICLES] for s in lookup.sentences(a)][:_SENTENCES]
    return Reports(sentences, tied, tools)


def _told(keys: Iterable[str], lookup: Lookup) -> set[str]:
    return {a for key in keys for kind in CLAIM_TYPES for e in lookup.events(f"{kind}|{key}", _FEW) for a in e.articles}


def _judged(asked: Asked, heard: Sequence[Parallel]) -> Reply | None:
    """Who says it, who says the contrary, and who has one detail otherwise."""
    wanted = "negated" if asked.negative else "done"
    yes = [h for h in heard if h.full() and h.stance == wanted]
    contrary = [h for h in heard if h.full() and h.stance in ("done", "negated") and h.stance != wanted]
    contrary = [h for h in contrary if not h.apart]
    other = [h for h in heard if h.differs() and h.stance == wanted]
    alleged = [h for h in heard if h.full() and h.stance == "alleged"]
    denied = [h for h in heard if h.full() and h.stance == "denied"]
    against = contrary + [h for h in other if not any(h.testimony.article == y.testimony.article for y in yes)]
    if yes and against:
        return _parted(asked, yes, contrary, against)
    if yes and denied:
        return _reply("disputed", "denied", yes, denied)
    if yes:
        return _reply("borne_out", "borne_not" if asked.negative else "borne", yes)
    if contrary:
        if asked.yet and asked.negative:
            return _reply("outdated", "outdated_since", [], contrary)
        return _reply("contradicted", "refuted_not" if asked.negative else "not_so", [], contrary)
    if alleged and denied:
        return _reply("disputed", "denied", alleged, denied)
    if other and not asked.negative:
        return _reply("contradicted", "refuted", [], other)
    return None


def _parted(asked: Asked, yes: Sequence[Parallel], contrary: Sequence[Parallel], against: Sequence[Parallel]) -> Reply:
    """The reports part: by time where they tell of what changes, else a dispute."""
    mine, theirs = _last(yes), _last(against)
    if mine and theirs and (asked.running or asked.yet):
        if theirs > mine + _NEWS:
            return _reply("outdated", "outdated", yes, against)
        if mine > theirs + _NEWS:
            return _reply("borne_out", "superseded", yes, against)
    return _reply("disputed", "denied" if contrary else "disputed", yes, against)


def _last(heard: Iterable[Parallel]) -> dt.date | None:
    return max((d.last for h in heard if (d := published_of(h.testimony)) and d.last), default=None)


def _reply(verdict: Outcome, reason: str, backing: Sequence[Parallel], opposing: Sequence[Parallel] = ()) -> Reply:
    words = wording()
    fields = tuple(dict.fromkeys(f.split()[0] for h in opposing for f, m in h.fields.items() if m == "differ"))
    told = ", ".join(dict.fromkeys(f"“{h.testimony.sentence}”" for h in opposing[:2]))
    text = words.reasons[reason].format(
        origins=_listed(backing or opposing),
        others=_listed(opposing),
        fields=" and ".join(words.fields.get(f, f) for f in fields) or words.fields["polarity"],
        told=told,
        day=_last(backing) or "",
    )
    return Reply(None, verdict, text, tuple(_witnesses(backing, "agree")), tuple(_witnesses(opposing, "differ")))


def _witnesses(heard: Iterable[Parallel], match: str) -> Iterator[Witness]:
    for h in heard:
        said = h.testimony
        fields = tuple(dict.fromkeys(f.split()[0] for f, m in h.fields.items() if m == match))
        published = said.published.interval if said.published else None
        yield Witness(None, said.article, said.sentence, (f"article:{said.article}",), fields, published)


def _listed(heard: Iterable[Parallel]) -> str:
    return ", ".join(sorted({h.testimony.article for h in heard}))
