"""The copy graph of some articles."""

from foedus.model import Attribution, Copy
from foedus.reconcile.copies import copies_of
from foedus.reconcile.reconciled import Reconciler, reconcile

from .press import WORLD, Press, principal

STORY = " ".join(f"The {n}th boat of the convoy carried grain for village number {n} and {n} others." for n in range(9))


def copies(press: Press) -> tuple[Copy, ...]:
    reconciler = Reconciler(principal, press.treaties, WORLD)
    readings = press.readings()
    events = reconcile(readings, reconciler).events
    found = copies_of(readings, [reconciler.imprint(r) for r in readings], events)
    assert copies_of(readings[::-1], [reconciler.imprint(r) for r in readings[::-1]], events) == found
    return found


def deploy(press: Press, id_: str, article: str, **more: object) -> None:
    press.add(id_, article, "forces.deploy", "NOV", "2031-05-01", targets="OST", **more)


def test_each_copy_stands_once_with_the_article_it_has_most_of() -> None:
    press = Press()
    press.article("first", STORY, "2031-05-02")
    press.article("second", STORY + " A late word.", "2031-05-03")
    press.article("third", STORY + " A late word.", "2031-05-04")
    press.article("alone", "Rain fell on the capital all day and the ferries stood still.", "2031-05-01")
    found = copies(press)
    assert [(c.earlier, c.later, c.kind) for c in found] == [("first", "second", "copy"), ("first", "third", "copy")]
    texts = press.texts
    for copy in found:
        assert copy.share > 0.9
        for passage in copy.passages:
            assert passage.earlier.of(texts[copy.earlier]) == passage.later.of(texts[copy.later])


def test_a_text_with_many_words_changed_is_a_rewrite_and_one_origin() -> None:
    words = STORY.split()
    press = Press()
    press.article("first", STORY + " ", "2031-05-02")
    press.article("new", " ".join(w if n % 6 else "other" for n, w in enumerate(words)) + " ", "2031-05-03")
    deploy(press, "c1", "first")
    deploy(press, "c2", "new")
    (copy,) = copies(press)
    assert (copy.earlier, copy.later, copy.kind) == ("first", "new", "rewrite")
    assert [o.id for o in press.event("c1").origins] == ["article:first"]


def test_articles_on_one_source_are_a_credit_with_their_sentences() -> None:
    press = Press()
    press.article("b", "Boats came in. ", "2031-05-03")
    press.article("a", "Rain fell. ", "2031-05-04")
    press.article("c", "Sun shone. ", "2031-05-05")
    for id_, article in (("c1", "a"), ("c2", "b"), ("c3", "c")):
        deploy(press, id_, article, by="media:Heron")
    found = copies(press)
    assert [(c.earlier, c.later, c.kind, c.source) for c in found] == [
        ("b", "a", "credit", "media:Heron"),
        ("b", "c", "credit", "media:Heron"),
    ]
    assert found[0].passages[0].later.of(press.texts["a"]) == "c1 is told by a alone."


def test_relays_of_one_official_word_are_one_origin() -> None:
    press = Press()
    chains = ("media:Heron",), ("media:Gull",)
    for n, relay in enumerate(chains):
        deploy(press, f"c{n}", f"a{n}", attribution=Attribution((("gov:OST_MOD",), relay, ("media:Tern",))))
    assert [o.id for o in press.event("c0").origins] == ["gov:OST_MOD"]
    assert [(c.kind, c.source) for c in copies(press)] == [("credit", "gov:OST_MOD")]


def test_a_heading_shows_no_credit_where_its_body_does() -> None:
    press = Press()
    deploy(press, "c1", "a", by="media:Heron", origin="headline", said="Ships came in")
    deploy(press, "c2", "a", by="media:Heron")
    deploy(press, "c3", "b", by="media:Heron")
    (copy,) = copies(press)
    assert copy.passages[0].earlier.of(press.texts["a"]) == "c2 is told by a alone."


def test_a_credit_in_one_sentence_makes_the_outlet_the_origin() -> None:
    press = Press()
    deploy(press, "c1", "a", said="The ships have left, Heron reports.")
    deploy(press, "c2", "b", said="Le navi sono partite, riferisce la Heron.")
    deploy(press, "c3", "c", said="Les navires sont partis, rapporte Heron.")
    event = press.event("c1")
    assert [o.id for o in event.origins] == ["media:Heron"]
    assert event.because[-1] == "3 articles, 1 origin"
