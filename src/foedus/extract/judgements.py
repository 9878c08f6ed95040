"""What sources think: opinions and forecasts in whose words no other claim was read."""

from collections.abc import Iterator, Sequence

from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts
from foedus.extract.scopes import Scope
from foedus.extract.who import Who

# those who are quoted for what they think
_JUDGES = ("group:analysts", "group:critics")


def judgements(
    who: Who, pacts: Pacts, clauses: Clauses, scopes: Sequence[Scope], drafts: Sequence[Draft]
) -> Iterator[Draft]:
    """«Gli analisti ritengono che …»: a claim of its own for each scope of judging that holds no other."""
    for scope in scopes:
        inside = [c for c in clauses.row if scope.first <= c.first and c.last <= scope.last]
        thing = _effects(clauses, scope)
        held = scope.kind == "estimate" or any(s in _JUDGES for s in scope.source) or thing is not None
        states = any(c.verb is not None and c.verb.finite for c in inside)
        if not held or not states or any(scope.first <= d.head < scope.last for d in drafts):
            continue
        about = [p for c in inside if c.kind == "np" for s in who.states.of(c) if len(p := who.principal(s)) == 3]
        draft = Draft("statement.assess", scope.first, min(scope.last, clauses.row[-1].last), scope.first, 0)
        draft.actors = list(scope.source)
        treaty = next((p for p in nested(thing) if p.has("treaty")), None) if thing is not None else None
        draft.object = pacts.link(treaty) if treaty is not None else None
        draft.targets = [t for t in dict.fromkeys(about) if t not in scope.source]
        draft.chain, draft.chain_kind = (scope.source,), "direct" if scope.direct else "indirect"
        draft.cue, draft.because = scope.cue, [f"judgement:{scope.kind}:{scope.cue}"]
        yield draft


def _effects(clauses: Clauses, scope: Scope) -> Chunk | None:
    """«Ha detto che il patto rafforzerà l'alleanza»: a pact or move that somebody says to bring something about."""
    if scope.kind != "say" or any(s.startswith(("media:", "agency:")) for s in scope.source):
        return None
    deeds = clauses.pack.speech.deeds
    for n, chunk in clauses.verbs():
        if scope.first <= chunk.first < scope.last and chunk.group.finite:
            subject = clauses.subject(n)[0]
            if subject is None or subject.first < scope.first or clauses.passive(n):
                return None
            known = subject.has("treaty", "relations", "text")
            known = known or any(clauses.pack.lemma(w) in deeds for w in subject.words)
            return subject if known else None
    return None
