"""JSON and JSON Lines."""

import io
import json

from foedus.model import Article, InputError
from foedus.read.records import read_json, read_lines

TEXT = "I ministri dei due Paesi hanno firmato lunedì un'intesa di difesa, ha annunciato il portavoce del governo."
ITEM = {
    "title": "Firmato il patto",
    "maintext": TEXT,
    "source_domain": "ilmolo.example",
    "date_publish": "2024-06-20 08:30:00",
    "language": "it-IT",
    "url": "https://ilmolo.example/patto",
    "unknown": [1],
}


def test_the_fields() -> None:
    (article,) = read_json(json.dumps(ITEM).encode(), "a.json", "x/a.json")
    assert isinstance(article, Article)
    assert (article.id, article.text, article.title) == ("a.json", TEXT, "Firmato il patto")
    assert (article.outlet, article.language, article.source) == (
        "ilmolo.example",
        "it",
        "https://ilmolo.example/patto",
    )
    assert article.published is not None
    assert article.published.interval == "2024-06-20"


def test_lists_and_wrapped_lists() -> None:
    items = [{"text": TEXT}, {"id": 7, "body": TEXT}, {"content": TEXT, "source": {"id": None, "name": "Il Molo"}}]
    for document in (items, {"status": "ok", "articles": items}):
        found = list(read_json(json.dumps(document, indent=1).encode(), "a.json", "a.json"))
        articles = [item for item in found if isinstance(item, Article)]
        assert [article.id.split(":")[0] for article in articles] == ["a.json", "7", "a.json"]
        assert articles[0].id != articles[2].id
        assert articles[2].outlet == "Il Molo"


def test_a_bad_line_among_good_ones() -> None:
    good = json.dumps({"text": TEXT})
    lines = [good, "{broken", "", '{"title": "no text"}', '{"text": 5}', '{"text": " "}', "[1]", good]
    found = list(read_lines(io.BytesIO("\n".join(lines).encode()), "a.jsonl", "x/a.jsonl"))
    assert [item.id for item in found if isinstance(item, Article)] == ["a.jsonl:1", "a.jsonl:8"]
    errors = [item for item in found if isinstance(item, InputError)]
    assert [error.where for error in errors] == [f"x/a.jsonl:{n}" for n in (2, 4, 5, 6, 7)]
    assert [error.what.split(":")[0] for error in errors] == [
        "not JSON",
        "no text in it",
        "its text is a number",
        "its text is empty",
        "not an object but a list",
    ]


def test_lines_under_the_name_json() -> None:
    raw = f"{json.dumps(ITEM)}\n{json.dumps(ITEM)}\n".encode()
    assert [getattr(item, "id", "") for item in read_json(raw, "a.json", "a.json")] == ["a.json:1", "a.json:2"]


def test_no_json_and_no_articles() -> None:
    deep = b"[" * 100_000
    for raw, what in ((b"{", "not JSON"), (deep, "not JSON"), (b"[]", "no articles in it"), (b"5", "not an object")):
        (error,) = read_json(raw, "a.json", "a.json")
        assert isinstance(error, InputError)
        assert error.what.startswith(what)


def test_other_encodings() -> None:
    raw = json.dumps({"text": "È così: " + TEXT}, ensure_ascii=False).encode("cp1252")
    (article,) = read_json(raw, "a.json", "a.json")
    assert isinstance(article, Article)
    assert article.text.startswith("È così")
