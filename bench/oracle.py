"""The cascade as a logic program: what an independent solver (clingo) derives; the oracle of tests and bench."""

import clingo

PROGRAM = """
% f(X,Y,K,L): X fights Y as an attacker (K=a) or in defence of another (K=h), certainly (L=c) or possibly (L=p).
f(X,Y,a,c) :- first(X,Y).
f(X,Y,K,p) :- f(X,Y,K,c).
round0(X,Y,a) :- first(X,Y).

% What certainly is not so, for a duty owed to the attacked Y, or to the attacker X.
blocked(T,X,Y,K,attacked) :- f(X,Y,K,p), pact(T,defense), named(T), not adversary(T,X).
blocked(T,X,Y,h,attacked) :- f(X,Y,h,p), pact(T,defense), unprovoked(T).
blocked(T,X,Y,a,attacked) :- round0(X,Y,a), pact(T,defense), unprovoked(T), given(no).
blocked(T,X,Y,a,attacking) :- f(X,Y,a,p), pact(T,offense), named(T), not adversary(T,Y).
blocked(T,X,Y,a,attacking) :- f(X,Y,a,p), pact(T,offense), unprovoked(T), not round0(X,Y,a).
blocked(T,X,Y,a,attacking) :- round0(X,Y,a), pact(T,offense), unprovoked(T), not given(yes).
blocked(T,X,Y,a,attacking) :- f(X,Y,a,p), pact(T,offense), least(T,N), N > 1.

% What a person must judge.
doubt(T,X,Y,K) :- f(X,Y,K,p), pact(T,_), asks(T).
doubt(T,X,Y,h) :- f(X,Y,h,p), pact(T,defense).
doubt(T,X,Y,a) :- f(X,Y,a,p), pact(T,defense), unprovoked(T), not settled(X,Y).
doubt(T,X,Y,K) :- f(X,Y,K,p), pact(T,defense), by(T,X).
doubt(T,X,Y,a) :- f(X,Y,a,p), pact(T,offense), by(T,Y).
settled(X,Y) :- round0(X,Y,a), given(_).

enough(T,Y,L) :- pact(T,defense), to(T,Y), not counts(T), level(L).
enough(T,Y,L) :- least(T,N), pact(T,defense), to(T,Y), level(L), #count { Z : f(Z,Y,_,L) } >= N.
counts(T) :- least(T,_).
level(c). level(p).

f(S,X,h,p) :- f(X,Y,K,p), pact(T,defense), to(T,Y), by(T,S), S != X, S != Y,
              not blocked(T,X,Y,K,attacked), enough(T,Y,p).
f(S,X,h,c) :- f(X,Y,K,c), pact(T,defense), to(T,Y), by(T,S), S != X, S != Y,
              not blocked(T,X,Y,K,attacked), enough(T,Y,c), not doubt(T,X,Y,K).
f(S,Y,a,p) :- f(X,Y,a,p), pact(T,offense), to(T,X), by(T,S), S != X, S != Y,
              not blocked(T,X,Y,a,attacking).
f(S,Y,a,c) :- f(X,Y,a,c), pact(T,offense), to(T,X), by(T,S), S != X, S != Y,
              not blocked(T,X,Y,a,attacking), not doubt(T,X,Y,a).
#show f/4.
"""
Fought = set[tuple[str, str, bool, bool]]
"""Who fights whom, as an attacker or not, certainly or not."""


def derived(facts: str) -> Fought:
    """What clingo derives from the facts, the certain fights without their possible shadows."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], PROGRAM)
    control.add("base", [], facts)
    control.ground([("base", [])])
    found: Fought = set()
    with control.solve(yield_=True) as handle:
        for model in handle:
            for atom in model.symbols(shown=True):
                one, other, kind, level = atom.arguments
                found.add((one.string, other.string, kind.name == "a", level.name == "c"))
    sure = {row[:3] for row in found if row[3]}
    return {row for row in found if row[3] or row[:3] not in sure}
