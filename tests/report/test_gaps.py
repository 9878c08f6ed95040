from foedus.report.gaps import counts_of, gaps_of
from foedus.report.index import Index


def test_gaps_by_reason_with_their_sentence(index: Index) -> None:
    (group,) = gaps_of(index)
    assert (group.code, group.lines[0].quote.marked, group.lines[0].detail) == (
        "no_actor",
        "Someone fired",
        "nobody is named",
    )


def test_the_count_is_whole(index: Index) -> None:
    whole, *each = counts_of(index)
    assert whole.holds
    assert whole.balance.sentences == sum(c.balance.sentences for c in each)
    assert round(sum(width for _, _, width in whole.shares)) == 100
