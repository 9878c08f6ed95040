"""An invented press: Novia (NOV), Ostria (OST) and Meria (MER), with the pact of Salt Bay and its file."""

from typing import Any

from foedus.model import (
    Act,
    Article,
    Attribution,
    Claim,
    Dispute,
    Event,
    Evidence,
    Interval,
    Party,
    Provision,
    Quantity,
    Reading,
    Treaty,
    When,
)
from foedus.model.article import digest_of
from foedus.packs.world import Organisation, Outlet, Place, State, World
from foedus.reconcile import Reconciled, Reconciler, reconcile
from foedus.reconcile.items import Item, items_of

PACT = "treaty:NOV-OST-2031"
PEOPLE = {
    "person:Ada_Novi": "NOV",
    "person:Bo_Novi": "NOV",
    "person:Cy_Ostri": "OST",
    "gov:NOV_Senate": "NOV",
    "gov:NOV_Parliament": "NOV",
}
FILE = Treaty(
    id=PACT,
    names={"en": ("Pact of Salt Bay",)},
    parties=(Party(state="NOV"), Party(state="OST")),
    acts=(
        Act(type="treaty.sign", actors=("NOV", "OST"), when="2031-03-14"),
        Act(type="treaty.ratify", actors=("OST",), when="2031-09-02"),
    ),
)
WORLD = World(
    {code: State(code, {"en": (name,)}, {}) for code, name in (("NOV", "Novia"), ("OST", "Ostria"), ("MER", "Meria"))},
    {},
    {"gov:NOV_Senate": Organisation("gov:NOV_Senate", "chamber", {"en": ("Senate",)}, of="NOV")},
    {"media:Heron": Outlet("media:Heron", "agency", ("Heron",))},
    {"Dunes": Place("Dunes", {"en": ("Dunes",)}, "OST"), "Moor": Place("Moor", {"en": ("Moor",)}, "MER")},
)


def principal(name: str, at: Interval | None = None) -> str:
    return PEOPLE.get(name, name)


class Press:
    """Collects claims by article. Each claim has its own sentence in the text."""

    def __init__(self, files: tuple[Treaty, ...] = (FILE,)) -> None:
        self.texts: dict[str, str] = {}
        self.published: dict[str, str | None] = {}
        self.claims: dict[str, list[Claim]] = {}
        self.treaties = {t.id: t for t in files}

    def article(self, name: str, text: str = "", published: str | None = None) -> None:
        self.texts[name], self.published[name] = text, published
        self.claims.setdefault(name, [])

    def add(self, id_: str, article: str, type_: str, actors: str = "", when: str | None = None, **more: Any) -> None:
        """A claim; ``actors`` and ``targets`` are ids with spaces between, ``by`` the chain's first source."""
        if article not in self.texts:
            self.article(article)
        said = more.pop("said", f"{id_} is told by {article} alone.")
        start = self.texts[article].find(said)
        if start < 0:
            start = len(self.texts[article])
            self.texts[article] += said + " "
        by = more.pop("by", "")
        fields: dict[str, Any] = {
            "id": id_,
            "article": article,
            "type": type_,
            "actors": tuple(actors.split()),
            "targets": tuple(more.pop("targets", "").split()),
            "object": PACT if type_.startswith("treaty.") else None,
            "quantity": None,
            "place": None,
            "when": When(when) if when else None,
            "attribution": Attribution((tuple(by.split()),) if by else ()),
            "modality": "asserted",
            "polarity": "positive",
            "provision": None,
            "evidence": Evidence(start, start + len(said), said),
            "origin": "body",
        }
        self.claims[article].append(Claim(**(fields | more)))

    def readings(self) -> list[Reading]:
        return [
            Reading(
                Article(
                    name,
                    text,
                    (),
                    "en",
                    published=When(day) if (day := self.published[name]) else None,
                    digest=digest_of(text),
                ),
                tuple(self.claims[name]),
            )
            for name, text in self.texts.items()
        ]

    def reconciled(self) -> Reconciled:
        return reconcile(self.readings(), Reconciler(principal, self.treaties, WORLD))

    def items(self) -> list[Item]:
        reconciler = Reconciler(principal, self.treaties, WORLD)
        return items_of([f for reading in self.readings() for f in reconciler.filings(reading)], principal)

    def groups(self) -> list[list[str]]:
        """The claims of each event."""
        return sorted(list(e.claims) for e in self.reconciled().events)

    def event(self, claim: str) -> Event:
        return next(e for e in self.reconciled().events if claim in e.claims)

    def disputes(self) -> list[Dispute]:
        """What the reports part on."""
        return [d for d in self.reconciled().disputes if d.parts()]

    def grains(self) -> list[Dispute]:
        """What is the same, told more or less exactly."""
        return [d for d in self.reconciled().disputes if not d.parts()]


def troops(low: float | None, high: float | None, comparator: Any = "=") -> Quantity:
    return Quantity(low, high, comparator, "soldiers", "troops")


def duty(field: str, kind: str = "obligation") -> Provision:
    return Provision(kind, field)


def days(text: str) -> Interval:
    return Interval.parse(text)
