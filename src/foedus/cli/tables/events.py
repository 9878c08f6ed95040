"""Events as a table: one line each, with who acted as closely as all claims agree."""

from collections.abc import Sequence
from typing import Final

from foedus.cli.tables.cells import NAMES, WHOLE, Column, about, act, amount, disputed, laid_out, when, who
from foedus.model import Event
from foedus.report.index import Index
from foedus.report.judgements import event_rulings
from foedus.report.phrases import parties_of

_FIGURES: Final = 3
"""Most figures of an event that stand in its cell."""


def event_lines(events: Sequence[Event], index: Index, width: int | None) -> list[str]:
    """When, what ("not" where it is denied or negated), by whom to whom, how many, and how well supported.

    The two scales stand side by side: letters of the origins, and the grade of the report.
    """
    return laid_out(
        (
            Column("id", [e.id for e in events], least=WHOLE),
            Column("when", [when(e.when, index) for e in events], least=10),
            Column("event", [_act(e, index) for e in events], least=24),
            Column("who", [_who(e, index) for e in events]),
            Column("object", [about(e.object, index) for e in events], NAMES),
            Column("quantity", [_figures(e, index) for e in events], below=True),
            Column("place", [index.names.of(e.place) if e.place else "" for e in events], below=True),
            Column("support", [_support(e, index) for e in events], below=True),
            Column("corroboration", [_grade(e, index) for e in events], below=True),
            Column("disputes", [disputed(e.disputes, index) for e in events], below=True),
            Column("judged", ["; ".join(event_rulings(e, index)) for e in events], below=True),
        ),
        width,
    )


def _act(event: Event, index: Index) -> str:
    return index.words.text["rejected"].format(act=act(event)) if event.void() else act(event)


def _who(event: Event, index: Index) -> str:
    return who(*parties_of(event, index), index)


def _figures(event: Event, index: Index) -> str:
    figures = list(dict.fromkeys(amount(c.quantity, index) for c in index.known(_kept(event)) if c.quantity))
    more = [index.words.text["and_more"].format(n=len(figures) - _FIGURES)] if len(figures) > _FIGURES else []
    return "; ".join([*figures[:_FIGURES], *more])


def _kept(event: Event) -> tuple[str, ...]:
    return event.claims if event.void() else tuple(c for c in event.claims if c not in event.rejected)


def _grade(event: Event, index: Index) -> str:
    """``3 possibly true``: how well the report is borne out, which is the other scale."""
    return f"{event.corroboration} {index.words.grades.get(str(event.corroboration), '')}".strip()


def _support(event: Event, index: Index) -> str:
    """``9 articles / 7 origins (B F)``: the letters, each once, judge the origins and never the report."""
    words = index.words
    letters = " ".join(sorted({origin.reliability for origin in event.origins}))
    told = f"{words.count(len(event.articles), 'article')} / {words.count(len(event.origins), 'origin')}"
    return f"{told} ({letters})" if letters else told
