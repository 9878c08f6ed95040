"""An invented world: Aldora (XAL) and Bresk (XBR) make the Treaty of Lume; Corvin (XCO) worries."""

import re

import msgspec
import pytest

from foedus.model import (
    Act,
    Article,
    Attribution,
    Balance,
    Claim,
    Dispute,
    Duty,
    Event,
    Evidence,
    Gap,
    Origin,
    Part,
    Party,
    Provision,
    Quantity,
    Reading,
    Side,
    Span,
    Stage,
    Status,
    Treaty,
    When,
)
from foedus.report.dossier import Dossier
from foedus.report.index import Index
from foedus.report.wording import wording

LUME = "treaty:XAL-XBR-2031"
FIRST = """Aldora and Bresk sign at Lume
Aldora and Bresk signed a pact of mutual aid at Lume on 3 May 2031. Each must help the other if it is attacked.
The parliament of Aldora is due to vote in June. Corvin said it was worried about the pact.
Read also: ten hotels by the lake"""
SECOND = """The pact was signed on 5 May 2031, diplomats said. About 400 soldiers of Bresk are in Aldora.
More than 900 soldiers of Bresk have come, the defence ministry of Corvin reckons. Someone fired."""


def claim(key: str, text: str, quote: str, type_: str, actors: tuple[str, ...] = (), **more: object) -> Claim:
    """A claim on the words ``quote`` of ``text``."""
    start = text.index(quote)
    made = Claim(
        id=key,
        article="one.txt" if text == FIRST else "two.txt",
        type=type_,
        actors=actors,
        targets=(),
        object=None,
        quantity=None,
        place=None,
        when=None,
        attribution=Attribution(),
        modality="asserted",
        polarity="positive",
        provision=None,
        evidence=Evidence(start, start + len(quote), quote),
        origin="body",
        because=("frame:test",),
    )
    return msgspec.structs.replace(made, **more)


def reading(name: str, text: str, claims: tuple[Claim, ...], gaps: tuple[Gap, ...] = (), **more: object) -> Reading:
    """A reading with one part for each line and one sentence for each stop."""
    parts = []
    for n, found in enumerate(re.finditer(r"[^\n]+", text)):
        furniture = found[0].startswith("Read also")
        kind = "furniture" if furniture else "headline" if n == 0 and text == FIRST else "body"
        parts.append(Part(Span(*found.span()), kind, "teaser" if furniture else ""))  # type: ignore[arg-type]
    sentences = tuple(Span(*m.span()) for m in re.finditer(r"[^.\n]+\.?", text) if m[0].strip())
    held = [any(s.overlap(c.evidence.span()) for c in claims) for s in sentences]
    missed = [not h and any(s.overlap(g.evidence.span()) for g in gaps) for s, h in zip(sentences, held, strict=True)]
    rest = len(sentences) - sum(held) - sum(missed)
    article = Article(name, text, tuple(parts), "en", outlet="Lume Gazette", source=f"/news/{name}", digest="ab12")
    return Reading(
        msgspec.structs.replace(article, **more),
        claims,
        gaps,
        sentences,
        Balance(len(sentences), sum(held), sum(missed), rest, sum(p.kind == "furniture" for p in parts)),
    )


def event(key: str, claims: tuple[Claim, ...], **more: object) -> Event:
    """An event from claims, one origin for each source."""
    first = claims[0]
    origins: dict[str, list[Claim]] = {}
    for one in claims:
        chain = one.attribution.chain
        origins.setdefault("+".join(chain[0]) if chain else f"article:{one.article}", []).append(one)
    made = Event(
        id=key,
        type=first.type,
        actors=first.actors,
        targets=first.targets,
        object=first.object,
        place=first.place,
        when=first.when,
        modality=first.modality,
        polarity=first.polarity,
        claims=tuple(c.id for c in claims),
        articles=tuple(dict.fromkeys(c.article for c in claims)),
        origins=tuple(
            Origin(o, tuple(c.id for c in held), tuple(dict.fromkeys(c.article for c in held)))
            for o, held in origins.items()
        ),
    )
    return msgspec.structs.replace(made, **more)


@pytest.fixture
def dossier() -> Dossier:
    """Two articles, a treaty on file, one dispute, one gap, one input that could not be read."""
    both = ("XAL", "XBR")
    third = When("2031-05-03", "day", "on 3 May 2031")
    sign = claim(
        "c1", FIRST, "signed a pact of mutual aid at Lume on 3 May 2031", "treaty.sign", both, object=LUME, when=third
    )
    duty = claim(
        "c2", FIRST, "Each must help the other if it is attacked", "treaty.provision", both, object=LUME,
        provision=Provision("obligation", "mutual aid", "if attacked"),
    )  # fmt: skip
    vote = claim(
        "c3", FIRST, "The parliament of Aldora is due to vote in June", "treaty.ratify", ("XAL",), object=LUME,
        modality="planned", when=When("2031-06", "month", "in June"),
    )  # fmt: skip
    worry = claim("c4", FIRST, "Corvin said it was worried", "statement.concern", ("XCO",), targets=both)
    late = claim(
        "d1", SECOND, "The pact was signed on 5 May 2031", "treaty.sign", both, object=LUME,
        when=When("2031-05-05", "day"), attribution=Attribution((("group:diplomats",),), "indirect", "diplomats said"),
    )  # fmt: skip
    about = claim(
        "d2", SECOND, "About 400 soldiers of Bresk are in Aldora", "forces.deploy", ("XBR",), targets=("XAL",),
        quantity=Quantity(400, 400, "~", "soldiers", "soldiers", "About 400"),
    )  # fmt: skip
    more = claim(
        "d3", SECOND, "More than 900 soldiers of Bresk have come", "forces.deploy", ("XBR",), targets=("XAL",),
        quantity=Quantity(900, None, ">", "soldiers", "soldiers", "More than 900"), when=When("../2031-05-09"),
        attribution=Attribution((("gov:XCO_MOD",), ("media:Lume_Radio",)), "indirect", "reckons"),
    )  # fmt: skip
    start = SECOND.index("Someone fired")
    gap = Gap("two.txt", "no_actor", "nobody is named", Evidence(start, start + 13, "Someone fired"))
    one = reading("one.txt", FIRST, (sign, duty, vote, worry), published=When("2031-05-04", "day"))
    two = reading("two.txt", SECOND, (late, about, more), (gap,), outlet=None)
    dispute = Dispute(
        "k1", "when", "e1",
        (Side("2031-05-03", ("c1",), ("article:one.txt",)), Side("2031-05-05", ("d1",), ("group:diplomats",))),
        "contradiction", "2031-05-03 and 2031-05-05 share no day",
    )  # fmt: skip
    act = Act(type="treaty.enter_into_force", when="2031-09-01", source="Official Journal")
    return Dossier(
        readings=(one, two),
        events=(
            event("e1", (sign, late), disputes=("k1",)), event("e2", (duty,)), event("e3", (vote,)),
            event("e4", (worry,)), event("e5", (about,)), event("e6", (more,)),
        ),
        disputes=(dispute,),
        statuses=(
            Status(
                LUME, "Treaty of Lume", both, "signed", "2031-05-03", ("Signed on 2031-05-03.",),
                "in force", "2031-09-01", ("Entry into force on file.",),
                (
                    Stage("treaty.sign", both, "reported", third, ("e1",), (), ("k1",)),
                    Stage("treaty.ratify", ("XAL",), "announced", When("2031-06"), ("e3",)),
                    Stage("treaty.enter_into_force", (), "silent", None, (), (act,)),
                ),
            ),
        ),
        treaties={
            LUME: Treaty(
                id=LUME, names={"en": ("Treaty of Lume",)}, parties=(Party(state="XAL"), Party(state="XBR")),
                acts=(act,), duties=(Duty(kind="defense", article="2", text={"en": "Each comes to the other's aid."}),),
            )
        },
        names={"XAL": "Aldora", "XBR": "Bresk", "XCO": "Corvin", LUME: "Treaty of Lume"},
        skipped=("scan.tiff: not a text; save it as plain text",),
        title="The Treaty of Lume",
    )  # fmt: skip


@pytest.fixture
def index(dossier: Dossier) -> Index:
    """Its index, in English."""
    return Index(dossier, wording("en"))
