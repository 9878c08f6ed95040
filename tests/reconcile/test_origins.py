import msgspec

from foedus.model import Attribution, Origin, Span
from foedus.reconcile import Reconciler, reconcile

from .press import WORLD, Press, principal

FLEET = "The fleet left the northern harbour before dawn with nine ships and a hospital vessel, harbour pilots counted."


def origins(press: Press, claim: str = "c1") -> dict[str, Origin]:
    return {o.id: o for o in press.event(claim).origins}


def deploy(press: Press, id_: str, article: str, **more: object) -> None:
    press.add(id_, article, "forces.deploy", "NOV", "2031-05-01", targets="OST", **more)


def test_articles_with_their_own_word_are_origins_of_their_own() -> None:
    press = Press()
    deploy(press, "c1", "a")
    deploy(press, "c2", "b")
    assert list(origins(press)) == ["article:a", "article:b"]
    assert press.event("c1").because[-1] == "2 articles, 2 origins"
    assert origins(press)["article:a"].reason == "the article's own word"


def test_many_articles_on_one_source_are_one_origin() -> None:
    press = Press()
    for n in range(5):
        deploy(press, f"c{n + 1}", f"a{n}", by="media:Heron")
    assert origins(press)["media:Heron"].articles == ("a0", "a1", "a2", "a3", "a4")
    assert press.event("c1").because[-1] == "5 articles, 1 origin"


def test_the_first_source_counts_and_not_the_relay() -> None:
    press = Press()
    deploy(press, "c1", "a", attribution=Attribution((("agency:OST_Watch",), ("media:Heron",))))
    assert list(origins(press)) == ["agency:OST_Watch"]


def test_the_speaker_of_a_speech_act_is_not_its_witness() -> None:
    press = Press()
    press.add("c1", "a", "statement.accuse", "person:Ada_Novi", "2031-05-02", targets="MER", by="person:Ada_Novi")
    assert list(origins(press)) == ["article:a"]


def test_an_article_that_names_its_source_has_no_second_word() -> None:
    press = Press()
    deploy(press, "c1", "a", by="media:Heron")
    deploy(press, "c2", "a")
    assert list(origins(press)) == ["media:Heron"]
    assert "a names it as its source elsewhere" in origins(press)["media:Heron"].reason


def test_a_heading_is_no_witness_beside_its_body() -> None:
    press = Press()
    deploy(press, "c1", "a", origin="headline")
    deploy(press, "c2", "a", by="MER")
    assert list(origins(press)) == ["MER"]
    assert origins(press)["MER"].claims == ("c1", "c2")


def test_a_joint_source_adds_nothing_to_its_members() -> None:
    press = Press()
    deploy(press, "c1", "a", by="MER OST")
    assert list(origins(press)) == ["MER+OST"]
    deploy(press, "c2", "b", by="OST")
    assert list(origins(press)) == ["OST"]


def test_a_copied_sentence_rests_on_the_earlier_article() -> None:
    press = Press()
    press.article("late", "Rain fell on the capital all day and the ferries stood still. ", "2031-05-03")
    press.article("early", "A market opened. ", "2031-05-02")
    deploy(press, "c1", "late", said=FLEET)
    deploy(press, "c2", "early", said=FLEET)
    assert list(origins(press)) == ["article:early"]
    assert "late repeats a sentence of early" in origins(press)["article:early"].reason


def test_a_copied_sentence_rests_on_the_source_that_one_of_them_names() -> None:
    press = Press()
    deploy(press, "c1", "a", said=FLEET)
    deploy(press, "c2", "b", said=FLEET, by="media:Heron")
    assert list(origins(press)) == ["media:Heron"]


def test_a_copied_article_rests_on_the_earlier_one_whatever_its_claims_say() -> None:
    story = " ".join(f"The {n}th boat of the convoy carried grain for village number {n}." for n in range(1, 9))
    press = Press()
    press.article("copy", story + " ", "2031-05-03")
    press.article("first", story + " ", "2031-05-02")
    deploy(press, "c1", "copy")
    deploy(press, "c2", "first")
    assert list(origins(press)) == ["article:first"]
    assert "copy repeats first" in origins(press)["article:first"].reason


def test_a_credit_line_makes_the_agency_the_origin() -> None:
    press = Press()
    press.article("a", "SALT BAY (Heron) - Ships came in. ")
    press.article("b", "Boats went out. ")
    deploy(press, "c1", "a")
    deploy(press, "c2", "b")
    press.texts["b"] += "(Heron)"
    assert list(origins(press)) == ["media:Heron"]
    assert "a is credited to media:Heron" in origins(press)["media:Heron"].reason


def test_a_state_named_as_a_whole_adds_nothing_to_its_officials() -> None:
    press = Press()
    deploy(press, "c1", "a", by="NOV")
    deploy(press, "c2", "b", by="person:Ada_Novi")
    assert list(origins(press)) == ["person:Ada_Novi"]
    assert "a names NOV as a whole" in origins(press)["person:Ada_Novi"].reason
    deploy(press, "c3", "c", by="OST")
    assert list(origins(press)) == ["OST", "person:Ada_Novi"]


def test_a_state_that_denies_what_its_official_asserts_is_heard_by_itself() -> None:
    press = Press()
    deploy(press, "c1", "a", by="NOV", modality="denied")
    deploy(press, "c2", "b", by="person:Ada_Novi")
    assert [d.field for d in press.disputes()] == ["polarity"]


def test_a_heading_rests_on_what_its_body_names_though_that_is_another_event() -> None:
    press = Press()
    press.add("c1", "a", "treaty.ratify", "NOV OST", origin="headline")
    press.add("c2", "a", "treaty.ratify", "NOV", "2031-09-02", by="media:Heron")
    assert press.event("c1").id != press.event("c2").id
    assert list(origins(press)) == ["media:Heron"]
    assert "a names it below its heading" in origins(press)["media:Heron"].reason


def test_a_sentence_that_only_says_where_the_one_before_is_from() -> None:
    press = Press()
    text = "The ships have left the harbour. Heron reports it."
    press.article("a", text)
    deploy(press, "c1", "a", said="The ships have left the harbour.")
    first = text.index(" Heron")
    whole = press.readings()[0]
    reading = msgspec.structs.replace(whole, sentences=(Span(0, first), Span(first + 1, len(text))))
    (event,) = reconcile([reading], Reconciler(principal, press.treaties, WORLD)).events
    assert [o.id for o in event.origins] == ["media:Heron"]


def test_unnamed_agencies_are_the_one_that_the_article_is_credited_to() -> None:
    press = Press()
    press.article("a", "SALT BAY (Heron) - Ships came in. ")
    deploy(press, "c1", "a", by="group:media")
    assert list(origins(press)) == ["media:Heron"]
    deploy(press, "c2", "b", by="group:media")
    assert list(origins(press)) == ["group:media", "media:Heron"]
