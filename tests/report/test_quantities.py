import msgspec

from foedus.model import Quantity
from foedus.report import Dossier
from foedus.report.index import Index
from foedus.report.quantities import panels_of
from foedus.report.scale import Numbers
from foedus.report.wording import wording


def test_one_unit_in_one_panel_with_open_ends(index: Index) -> None:
    panels, single = panels_of(index)
    assert single is None
    (panel,) = panels
    assert (panel.label, panel.unit, panel.logarithmic) == ("Troops", "soldiers", False)
    (subject,) = panel.subjects
    assert subject.label == "Troops deployed: Bresk"
    more, about = subject.figures
    assert (more.words, more.bar and more.bar.open_right, more.date.words) == (
        "more than 900 soldiers",
        True,
        "by 9 May 2031",
    )
    assert (about.words, about.shape) == ("about 400 soldiers", "about")


def test_a_wording_without_digits_stands_beside_its_figure(dossier: Dossier) -> None:
    first, second = dossier.readings
    vague = Quantity(2000, None, ">=", "soldiers", "soldiers", "thousands")
    claims = tuple(msgspec.structs.replace(c, quantity=vague) if c.id == "d3" else c for c in second.claims)
    changed = msgspec.structs.replace(dossier, readings=(first, msgspec.structs.replace(second, claims=claims)))
    (panel,), _ = panels_of(Index(changed, wording("en")))
    assert sorted((f.words, f.said) for f in panel.subjects[0].figures) == [
        ("about 400 soldiers", ""),
        ("at least 2,000 soldiers", "thousands"),
    ]


def test_far_apart_values_take_a_logarithmic_axis() -> None:
    axis = Numbers.over([20, 3_000_000])
    assert axis
    assert axis.logarithmic
    assert axis.at(20) < axis.at(2000) < axis.at(3_000_000) <= 100
    assert [t.label for t in axis.ticks()][-1] == "10 m"
    assert Numbers.over([0]) is None
