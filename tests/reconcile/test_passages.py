"""What two articles have in common word for word."""

from hypothesis import given
from hypothesis import strategies as st

from foedus.model import Article, Part, Span
from foedus.reconcile.passages import common
from foedus.reconcile.runs import run_share
from foedus.reconcile.shingles import shingles_of

FIRST = "The fleet left the northern harbour before dawn with nine ships and a hospital vessel, harbour pilots counted."
SECOND = "Two of the ships had been built in Bresk and carried mines, while the rest were freighters under a new flag."
THIRD = "No minister was present, and the admiral spoke to the crews for less than five minutes in pouring rain."


def article(*paragraphs: str, furniture: int = -1) -> Article:
    parts, text = [], ""
    for n, paragraph in enumerate(paragraphs):
        kind = "furniture" if n == furniture else "body"
        parts.append(Part(Span(len(text), len(text) + len(paragraph)), kind))  # type: ignore[arg-type]
        text += paragraph + "\n\n"
    return Article("a", text, tuple(parts), "en")


def texts(one: Article, other: Article) -> list[tuple[str, str]]:
    return [(p.earlier.of(one.text), p.later.of(other.text)) for p in common(one, other).passages]


def test_a_copied_paragraph() -> None:
    one, other = article(FIRST, SECOND), article("Rain fell on the capital.", FIRST)
    assert texts(one, other) == [(FIRST[:-1], FIRST[:-1])]
    found = common(one, other)
    assert found.exact == 1
    assert 0.7 < found.share < 0.9


def test_changed_words_stay_inside_a_passage() -> None:
    new = FIRST.replace("before dawn", "at sunrise").replace("counted", "said")
    one, other = article(FIRST), article(new)
    (passage,) = texts(one, other)
    assert passage[1].startswith("The fleet left")
    assert passage[1].endswith("harbour pilots")
    assert 0.8 < common(one, other).exact < 1


def test_paragraphs_in_another_order() -> None:
    one, other = article(FIRST, SECOND, THIRD), article(THIRD, FIRST)
    assert [b for _, b in texts(one, other)] == [THIRD[:-1], FIRST[:-1]]


def test_furniture_is_no_passage_and_parts_passages() -> None:
    one, other = article(FIRST, "Read also: the harbour", SECOND, furniture=1), article(FIRST, SECOND)
    assert len(texts(one, other)) == 2
    assert texts(article(FIRST, furniture=0), article("Another text altogether stands here.", THIRD)) == []


def test_what_stands_right_behind_furniture_is_found() -> None:
    one, other = (article(f"Published on {day} March", FIRST, furniture=0) for day in (3, 4))
    assert texts(one, other) == [(FIRST[:-1], FIRST[:-1])]


def test_names_and_formulas_are_no_passage() -> None:
    name = "the Treaty on Friendship and Cooperation"
    assert texts(article(f"They signed {name} in Salt Bay."), article(f"Nobody has read {name} with care.")) == []


def test_nothing_in_common_and_nothing_at_all() -> None:
    assert common(article(FIRST), article(THIRD)) == ((), 0.0, 0.0)
    assert common(article(""), article(FIRST)).passages == ()


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g"]), max_size=60),
    st.lists(st.sampled_from(["a", "b", "c"])),
)
def test_passages_hold_the_same_words_and_share_lies_within_bounds(one: list[str], other: list[str]) -> None:
    first, second = article(" ".join(one)), article(" ".join(other))
    found = common(first, second)
    assert 0 <= found.share <= 1
    assert 0 <= found.exact <= 1
    for passage in found.passages:
        assert passage.earlier.of(first.text).split()[0] == passage.later.of(second.text).split()[0]
        assert passage.earlier.of(first.text).split()[-1] == passage.later.of(second.text).split()[-1]
    assert [p.later for p in found.passages] == sorted(p.later for p in found.passages)


def test_runs_by_shingles_alone_find_the_same() -> None:
    changed = " ".join(w if n % 9 else "other" for n, w in enumerate(f"{FIRST} {SECOND} {THIRD}".split()))
    one, other = shingles_of(f"{FIRST} {SECOND} {THIRD}"), shingles_of(changed)
    assert len(set(one) & set(other)) < 0.6 * len(one)
    assert run_share(one, other) > 0.8
    assert run_share(one, shingles_of(THIRD.upper())) > 0.9
    assert run_share(shingles_of(FIRST), shingles_of(THIRD)) == 0
    assert run_share((), one) == 0
