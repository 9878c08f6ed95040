from foedus.report.index import Index
from foedus.report.origins import sources_of


def test_what_rests_on_each_origin(index: Index) -> None:
    found = {s.name: (s.claims, len(s.events), s.articles, s.chains) for s in sources_of(index)}
    assert found["Article 1’s own account"] == (4, 4, (1,), ())
    assert found["defence ministry of Corvin"] == (1, 1, (2,), ("defence ministry of Corvin → Lume Radio",))
