"""How well an event is borne out: by independent origins, and by those without an interest."""

from foedus.model import Attribution

from .press import Press


def deploy(press: Press, id_: str, article: str, **more: object) -> None:
    press.add(id_, article, "forces.deploy", "NOV", "2031-05-01", targets="OST", **more)


def grade(press: Press, claim: str = "c1") -> int:
    event = press.event(claim)
    told = next(b for b in event.because if b.startswith("corroboration "))
    assert told.startswith(f"corroboration {event.corroboration} (")
    return event.corroboration


def test_two_origins_without_an_interest_confirm() -> None:
    press = Press()
    deploy(press, "c1", "a")
    deploy(press, "c2", "b")
    assert grade(press) == 1
    assert "borne out by 2 independent origins" in " ".join(press.event("c1").because)


def test_two_articles_on_one_source_do_not_confirm() -> None:
    press = Press()
    deploy(press, "c1", "a", by="media:Heron")
    deploy(press, "c2", "b", by="media:Heron")
    assert grade(press) == 3


def test_a_party_and_another_make_it_probable() -> None:
    press = Press()
    deploy(press, "c1", "a", by="NOV")
    deploy(press, "c2", "b")
    assert grade(press) == 2


def test_one_party_alone_of_itself() -> None:
    press = Press()
    deploy(press, "c1", "a", by="person:Ada_Novi")
    assert grade(press) == 3
    assert press.event("c1").origins[0].interest == "NOV speaks of what it did itself"


def test_parties_of_both_sides() -> None:
    press = Press()
    deploy(press, "c1", "a", by="NOV")
    deploy(press, "c2", "b", by="OST")
    assert grade(press) == 2


def test_what_is_only_announced_or_alleged_cannot_be_judged() -> None:
    for modality, number in (("planned", 6), ("conditional", 6), ("possible", 6), ("alleged", 6)):
        press = Press()
        deploy(press, "c1", "a", modality=modality)
        assert grade(press) == number


def test_what_several_allege_is_possible() -> None:
    press = Press()
    deploy(press, "c1", "a", modality="alleged")
    deploy(press, "c2", "b", modality="alleged")
    assert grade(press) == 3


def test_a_denial_by_a_party_weighs_little_against_two_others() -> None:
    press = Press()
    deploy(press, "c1", "a")
    deploy(press, "c2", "b")
    deploy(press, "c3", "c", modality="denied", by="NOV")
    assert grade(press) == 2


def test_one_against_one_is_doubtful() -> None:
    press = Press()
    deploy(press, "c1", "a")
    deploy(press, "c2", "b", modality="denied", by="NOV")
    assert grade(press) == 4


def test_a_party_whom_another_contradicts_is_improbable() -> None:
    press = Press()
    deploy(press, "c1", "a", by="NOV")
    deploy(press, "c2", "b", polarity="negative")
    assert grade(press) == 5


def test_two_and_two() -> None:
    press = Press()
    deploy(press, "c1", "a")
    deploy(press, "c2", "b")
    deploy(press, "c3", "c", polarity="negative", by="agency:MER_Watch")
    assert grade(press) == 3


def test_not_yet_is_no_contradiction() -> None:
    press = Press()
    press.article("early", "", "2031-08-01")
    press.add("c1", "a", "treaty.ratify", "OST", "2031-09-02")
    press.add("c2", "early", "treaty.ratify", "OST", "../2031-08-01", polarity="negative")
    assert grade(press) == 3


def test_one_who_speaks_of_its_foe_alone_is_doubtful() -> None:
    press = Press()
    press.add("c1", "a", "forces.withdraw", "NOV", "2031-05-01", targets="OST", by="MER")
    press.add("c2", "b", "forces.fight", "NOV", "2031-04-01", targets="MER")
    event = press.event("c1")
    assert event.corroboration == 4
    assert event.origins[0].interest == "MER speaks of NOV, which it fights"


def test_the_reason_stands_before_the_counts() -> None:
    press = Press()
    deploy(press, "c1", "a", attribution=Attribution((("agency:OST_Watch",), ("media:Heron",))))
    assert press.event("c1").because[-1] == "1 article, 1 origin"
    assert press.event("c1").because[-2].startswith("corroboration 3")


def test_two_who_speak_for_one_state_are_one_voice() -> None:
    press = Press()
    press.add("c1", "a", "forces.deploy", "MER", "2031-05-01", targets="OST", by="person:Ada_Novi")
    press.add("c2", "b", "forces.deploy", "MER", "2031-05-01", targets="OST", by="gov:NOV_Senate")
    assert len(press.event("c1").origins) == 2
    assert grade(press) == 3
    assert "one origin alone tells it" in " ".join(press.event("c1").because)
