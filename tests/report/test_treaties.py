import msgspec

from foedus.report.dossier import Dossier
from foedus.report.index import Index
from foedus.report.treaties import treaties_of
from foedus.report.wording import wording


def test_the_treaty_with_its_provisions_and_duties(index: Index) -> None:
    main, mentioned = treaties_of(index)
    assert ([y.name for y in main], mentioned) == (["Treaty of Lume"], ())
    assert [(g.label, [p.text for p in g.items]) for g in main[0].provisions] == [("Obligations", ["mutual aid"])]
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
