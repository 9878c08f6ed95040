from foedus.expressions.fold import either, fold, listed, literal


def test_fold_keeps_every_offset() -> None:
    text = "İstanbul’s 10\u00a0000 — ΣΑΣ \U0001f680 É"
    assert len(fold(text)) == len(text)
    assert fold("DALL’Agosto\u00a02023") == "dall'agosto 2023"


def test_word_lists() -> None:
    assert listed(" di | d' ") == ("di", "d'")
    assert either("a | alla | al") == "alla|al|a"
    assert literal(["a.b", "abcd"]) == r"abcd|a\.b"
