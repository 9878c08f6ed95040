import msgspec

from foedus.model import Origin
from foedus.report import Dossier
from foedus.report.index import Index
from foedus.report.origins import sources_of
from foedus.report.wording import wording


def test_what_rests_on_each_origin(index: Index) -> None:
    found = {s.name: (s.claims, len(s.events), s.articles, s.chains) for s in sources_of(index)}
    assert found["Article 1’s own account"] == (4, 4, (1,), ())
    assert found["defence ministry of Corvin"] == (1, 1, (2,), ("defence ministry of Corvin → Lume Radio",))


def test_each_reason_of_an_origin_stands_once_and_none_that_its_name_says(dossier: Dossier) -> None:
    told = ("named as the source; one.txt names it elsewhere", "named as the source", "two.txt repeats a sentence")
    first = dossier.events[0]
    shared = tuple(Origin("XAL", (), ("one.txt", "two.txt"), reason) for reason in told)
    own = Origin("article:one.txt", (), ("one.txt",), "the article's own word")
    copied = Origin("article:two.txt", (), ("one.txt", "two.txt"), "one.txt repeats two.txt")
    event = msgspec.structs.replace(first, origins=(*shared, own, copied))
    index = Index(msgspec.structs.replace(dossier, events=(event,)), wording("en"))
    assert {source.name: source.reason for source in sources_of(index)} == {
        "Aldora": "Named as the source; Article 1 names it elsewhere; Article 2 repeats a sentence.",
        "Article 1’s own account": "",
        "Article 2’s own account": "Article 1 repeats Article 2.",
    }
