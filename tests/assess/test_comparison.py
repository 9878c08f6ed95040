"""Acts of a file beside what invented reports tell of them."""

import msgspec
from law import act, claim

from foedus.assess.comparison import compare
from foedus.model import Claim, Comparison, Event, Origin, When

SIGN = act("sign", "2001-02-03", actors=("AAA", "BBB"), disputed=(("2001-02-02", "a paper"),))
FORCE = act("enter_into_force", "2001-06-07")


def told(kind: str, *reports: tuple[str, str | None], actors: tuple[str, ...] = ()) -> tuple[Event, list[Claim]]:
    """An event by reports (article, date); each article is an origin of its own."""
    claims = [claim(f"{kind}{n}", f"treaty.{kind}", article, day) for n, (article, day) in enumerate(reports)]
    origins = tuple(
        Origin(f"article:{a}", tuple(c.id for c in claims if c.article == a), (a,))
        for a in dict.fromkeys(a for a, _ in reports)
    )
    best = next((day for _, day in reports if day), None)
    event = Event(
        id=kind,
        type=f"treaty.{kind}",
        actors=actors,
        targets=(),
        object="treaty:X",
        place=None,
        when=When(best) if best else None,
        modality="asserted",
        polarity="positive",
        claims=tuple(c.id for c in claims),
        articles=tuple(a for a, _ in reports),
        origins=origins,
    )
    return event, claims


def compared(*found: tuple[Event, list[Claim]]) -> dict[str, Comparison]:
    claims = {c.id: c for _, made in found for c in made}
    return {c.type: c for c in compare((SIGN, FORCE), [event for event, _ in found], claims)}


def test_file_and_origins_date_by_date() -> None:
    reports = (("a", "2001-02-03"), ("b", "2001-02-03"), ("c", "2001-11"), ("d", "2001-02"), ("e", None))
    found = compared(told("sign", *reports, ("f", "2001-02-02")))["treaty.sign"]
    assert found.act == SIGN
    assert [(t.when, t.fit, t.origins) for t in found.told] == [
        ("2001-02-03", "same", ("article:a", "article:b")),
        ("2001-02", "wider", ("article:d",)),
        ("2001-02-02", "disputed", ("article:f",)),
        ("2001-11", "other", ("article:c",)),
        (None, "undated", ("article:e",)),
    ]


def test_who_gives_the_date_is_not_counted_again_with_a_vaguer_one() -> None:
    found = compared(told("sign", ("a", "2001-02-03"), ("a", "2001-02"), ("a", None)))["treaty.sign"]
    assert [(t.when, t.articles) for t in found.told] == [("2001-02-03", ("a",))]


def test_an_act_that_nobody_reports_and_a_report_that_is_not_on_file() -> None:
    found = compared(told("suspend", ("a", "2003"), actors=("AAA",)))
    assert found["treaty.enter_into_force"].told == ()
    assert found["treaty.suspend"].act is None
    assert found["treaty.suspend"].told[0].fit == "other"


def test_plans_are_no_reports() -> None:
    event, claims = told("enter_into_force", ("a", "2001-06-07"))
    planned = msgspec.structs.replace(event, modality="planned")
    assert compared((planned, claims))["treaty.enter_into_force"].told == ()
