import pytest

from foedus.report.visible import language_tag, link_of, visible


def test_unseen_characters_are_written_out() -> None:
    assert visible("a\x00b\u202ec\ud800") == "a⟨U+0000⟩b⟨U+202E⟩c⟨U+D800⟩"
    assert visible("tab\tline\nend\r\n") == "tab\tline\nend\n"
    assert visible(3) == 3


@pytest.mark.parametrize(
    ("source", "linked"),
    [
        ("https://news.example/a", True),
        ("HTTP://news.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://", False),
        ("https://news.example/a b", False),
        ("http://[broken", False),
        ("/home/a.txt", False),
    ],
)
def test_only_web_addresses_are_links(source: str, linked: bool) -> None:
    assert (link_of(source) is not None) is linked


def test_language_tags_have_their_form() -> None:
    assert [language_tag(x) for x in ("it", "pt-BR", None, '"><x', "")] == ["it", "pt-BR", "", "", ""]
