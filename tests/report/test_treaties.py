import msgspec

from foedus.model import Provision
from foedus.report.dossier import Dossier
from foedus.report.index import Index
from foedus.report.treaties import treaties_of
from foedus.report.wording import wording


def test_the_treaty_with_its_provisions_and_duties(index: Index) -> None:
    main, mentioned = treaties_of(index)
    assert ([y.name for y in main], mentioned) == (["Treaty of Lume"], ())
    assert [(g.label, [p.what.text for p in g.items]) for g in main[0].provisions] == [("Obligations", ["mutual aid"])]
    assert [(d.label, d.article) for d in main[0].duties] == [("Defence", "2")]
    assert [s.verdict for s in main[0].splits] == ["They contradict each other"]


def test_a_treaty_named_once_stands_at_the_end(dossier: Dossier) -> None:
    first = dossier.readings[0]
    *rest, last = first.claims
    named = msgspec.structs.replace(last, object="treaty:XAL-XCO-2020#3")
    changed = msgspec.structs.replace(
        dossier, readings=(msgspec.structs.replace(first, claims=(*rest, named)), *dossier.readings[1:])
    )
    main, mentioned = treaties_of(Index(changed, wording("en")))
    assert len(main) == 1
    assert [y.name for y in mentioned] == ["Aldora–Corvin treaty (2020)"]


def test_words_of_an_article_are_quoted_in_its_language_and_labels_are_not(dossier: Dossier) -> None:
    first = dossier.readings[0]
    duty = first.claims[1]
    quoted = msgspec.structs.replace(duty, provision=Provision("obligation", "must help the other", "never said"))
    changed = msgspec.structs.replace(
        dossier,
        readings=(
            msgspec.structs.replace(first, claims=(first.claims[0], quoted, *first.claims[2:])),
            *dossier.readings[1:],
        ),
    )
    item = treaties_of(Index(changed, wording("en")))[0][0].provisions[0].items[0]
    assert (item.what.quoted, item.what.language) == (True, "en")
    assert item.condition is not None
    assert not item.condition.quoted
