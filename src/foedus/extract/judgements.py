"""What sources think: opinions and forecasts in whose words no other claim was read."""

from collections.abc import Iterator, Sequence

from foedus.extract.attribution import Scope
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.who import Who

# those who are quoted for what they think
_JUDGES = ("group:analysts", "group:critics")


def judgements(who: Who, clauses: Clauses, scopes: Sequence[Scope], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """«Gli analisti ritengono che …»: a claim of its own for each scope of judging that holds no other."""
    for scope in scopes:
        held = scope.kind == "estimate" or any(s in _JUDGES for s in scope.source)
        inside = [c for c in clauses.row if scope.first <= c.first and c.last <= scope.last]
        states = any(c.verb is not None and c.verb.finite for c in inside)
        if not held or not states or any(scope.first <= d.head < scope.last for d in drafts):
            continue
        about = [p for c in inside if c.kind == "np" for s in who.states(c) if len(p := who.principal(s)) == 3]
        draft = Draft("statement.assess", scope.first, min(scope.last, clauses.row[-1].last), scope.first, 0)
        draft.actors = list(scope.source)
        draft.targets = [t for t in dict.fromkeys(about) if t not in scope.source]
        draft.chain, draft.chain_kind = (scope.source,), "direct" if scope.direct else "indirect"
        draft.cue, draft.because = scope.cue, [f"judgement:{scope.kind}:{scope.cue}"]
        yield draft
