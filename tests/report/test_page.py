import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import msgspec

from foedus.model import Article, Balance, Claim, Reading, Span
from foedus.report import Dossier, render_dossier

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{7*7}}{% raw %}",
    "\u202eevil\u202c",
    "nul\x00l",
    "lone \ud800",
    "</style><style>*{display:none}",
    "' onfocus='x",
)
VOID = {"meta", "link", "br", "img", "input", "hr", "base"}


class Outline(HTMLParser):
    """What a browser would see: tags, ids, links, headings, whether every tag is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_the_page_is_well_formed_and_every_anchor_exists_once(dossier: Dossier) -> None:
    seen = Outline(render_dossier(dossier))
    assert (seen.wrong, seen.open) == ([], [])
    assert len(seen.ids) == len(set(seen.ids))
    links = {value[1:] for _, name, value in seen.attributes if name == "href" and value and value.startswith("#")}
    assert links <= set(seen.ids)


def test_every_claim_has_its_place_in_its_article(dossier: Dossier) -> None:
    ids = Outline(render_dossier(dossier)).ids
    assert {f"c-{c.id}" for r in dossier.readings for c in r.claims} <= set(ids)
    assert {f"e-{e.id}" for e in dossier.events} <= set(ids)


def test_nothing_is_loaded_and_only_our_own_style_and_script_run(dossier: Dossier) -> None:
    html = render_dossier(dossier)
    seen = Outline(html)
    policy = next(v for t, n, v in seen.attributes if t == "meta" and n == "content" and v and "default-src" in v)
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert content
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not {"img", "iframe", "link", "object", "form"} & set(seen.tags)
    assert not [n for _, n, _ in seen.attributes if n == "style" or n.startswith("on") or n == "src"]


def test_same_dossier_same_bytes(dossier: Dossier) -> None:
    assert render_dossier(dossier) == render_dossier(dossier)


def test_sections_stand_in_their_order(dossier: Dossier) -> None:
    found = re.findall(r'<section id="(\w+)"', render_dossier(dossier))
    assert found == [
        "answer", "treaties", "norms", "timeline", "numbers", "disputes", "origins", "copies", "reactions", "articles",
        "gaps",
    ]  # fmt: skip


def test_headings_never_skip_a_level(dossier: Dossier) -> None:
    levels = [int(tag[1]) for tag in Outline(render_dossier(dossier)).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_hostile_text_stays_text(dossier: Dossier) -> None:
    plain = Outline(render_dossier(dossier))
    for bad in HOSTILE:
        html = render_dossier(_poisoned(dossier, bad))
        html.encode("utf-8")
        seen = Outline(html)
        assert seen.tags.count("script") == plain.tags.count("script") == 1
        assert "img" not in seen.tags
        assert seen.tags.count("style") == 1
        assert not [n for _, n, _ in seen.attributes if n.startswith("on")]
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", html)
        assert (seen.wrong, seen.open) == ([], [])
    assert "49" not in re.findall(r"<h1>.*?</h1>", render_dossier(_poisoned(dossier, "{{7*7}}")))[0]
    assert "⟨U+202E⟩evil" in render_dossier(_poisoned(dossier, HOSTILE[3]))


def test_a_script_address_is_no_link(dossier: Dossier) -> None:
    for source, linked in (("https://news.example/a?b=1&c", True), ("javascript:alert(1)", False), ("/etc/x", False)):
        first = dossier.readings[0]
        article = msgspec.structs.replace(first.article, source=source)
        html = render_dossier(_with(dossier, msgspec.structs.replace(first, article=article)))
        hrefs = [v for t, n, v in Outline(html).attributes if t == "a" and n == "href" and v and not v.startswith("#")]
        assert hrefs == ([source] if linked else [])


def test_an_empty_dossier_says_so() -> None:
    html = render_dossier(Dossier((), (), (), (), {}, {}, (), "Nothing"))
    assert "Nothing was read." in html
    assert (Outline(html).wrong, Outline(html).open) == ([], [])


def test_claims_without_events_are_still_shown(dossier: Dossier) -> None:
    html = render_dossier(msgspec.structs.replace(dossier, events=(), disputes=(), statuses=(), treaties={}))
    assert html.count('class="at"') == 7


def test_events_on_claims_of_other_articles_say_how_many(dossier: Dossier) -> None:
    away = msgspec.structs.replace(dossier.events[0], claims=("c1", "far1", "far2"))
    html = render_dossier(msgspec.structs.replace(dossier, events=(away, *dossier.events[1:])))
    assert "2 claims more outside this dossier" in html


def test_two_hundred_articles_are_drawn_folded() -> None:
    text = "Aldora warned Bresk. " * 20
    readings = []
    for n in range(200):
        article = Article(f"{n}.txt", text, (), None)
        sentences = tuple(Span(21 * i, 21 * i + 20) for i in range(20))
        readings.append(Reading(article, (), (), sentences, Balance(20, 0, 0, 20)))
    html = render_dossier(Dossier(tuple(readings), (), (), (), {}, {}, (), "Many"))
    assert html.count('<details class="article"') == 200
    assert "200 articles" in html


def _with(dossier: Dossier, first: Reading) -> Dossier:
    return msgspec.structs.replace(dossier, readings=(first, *dossier.readings[1:]))


def _poisoned(dossier: Dossier, bad: str) -> Dossier:
    """The bad text everywhere where text of others can stand, the offsets kept true."""
    first = dossier.readings[0]
    article = msgspec.structs.replace(
        first.article, text=first.article.text + bad, title=bad, outlet=bad, source=bad, language=bad, notes=(bad,)
    )

    def worse(claim: Claim) -> Claim:
        chain = msgspec.structs.replace(claim.attribution, chain=((bad,), (f"media:{bad}",)), cue=bad)
        start, end = len(first.article.text), len(article.text)
        shown = msgspec.structs.replace(claim.evidence, start=start, end=end, text=bad)
        return msgspec.structs.replace(
            claim, attribution=chain, evidence=shown, because=(bad,), place=f"place:{bad}", targets=(bad,)
        )

    changed = _with(
        dossier, msgspec.structs.replace(first, article=article, claims=tuple(worse(c) for c in first.claims))
    )
    dispute = msgspec.structs.replace(dossier.disputes[0], reason=bad, field=bad)
    events = tuple(
        msgspec.structs.replace(e, place=bad, object=bad if e.id == "e4" else e.object) for e in dossier.events
    )
    return msgspec.structs.replace(changed, title=bad, skipped=(bad,), disputes=(dispute,), events=events)
