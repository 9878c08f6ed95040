from foedus.reconcile.shingles import Groups, copies, shingles_of

WIRE = "the old ferry crossed the grey bay at noon with letters and bread for the islands"


def test_shingles_ignore_case_and_punctuation() -> None:
    assert shingles_of("The old ferry, crossed the BAY!") == shingles_of("the old ferry crossed the bay")
    assert len(shingles_of(WIRE)) == 12
    assert shingles_of("four words are few") == ()


def test_a_text_inside_a_longer_one_is_a_copy() -> None:
    texts = [
        shingles_of(WIRE),
        shingles_of("nobody had seen so calm a sea in all the years"),
        shingles_of(f"{WIRE} {WIRE}"),
    ]
    assert [(a, b, round(share, 2)) for a, b, share in copies(texts, 4)] == [(0, 2, 1.0)]


def test_many_copies_cost_two_links_each() -> None:
    texts = [shingles_of(WIRE)] * 50
    assert len(list(copies(texts, 4))) == 49 + 48


def test_few_words_judge_nothing() -> None:
    assert list(copies([shingles_of(WIRE)] * 2, 13)) == []


def test_a_group_is_known_by_its_smallest_member() -> None:
    groups = Groups()
    for a, b in ((7, 5), (5, 9), (2, 9)):
        groups.join(a, b)
    assert [groups.root(n) for n in (2, 5, 7, 9, 8)] == [2, 2, 2, 2, 8]
