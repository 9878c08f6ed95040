"""What is never broken: evidence is the text, counts balance, the same input gives the same output, nothing crashes."""

import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reading import read
from foedus.model import CLAIM_TYPES, Reading

PARTS = (
    "La Duma ha ratificato il trattato con la Corea del Nord il 24 ottobre 2024.",
    "Secondo Seul, Pyongyang ha inviato 12mila soldati in Russia.",
    "«Non abbiamo inviato armi», ha detto il portavoce del Cremlino.",
    "L’accordo tra Francia e Polonia e\u0300 stato firmato a Nancy.",
    "La Cina nega di aver fornito droni alla Russia…",
    "Il presidente 🇺🇦 Volodymyr Zelensky ha condannato l'attacco 💥 russo!",
    "Perche\u0301 firmare? Il patto prevede assistenza militare in caso di aggressione.",
    "Firmato il trattato, i due leader si sono salutati.",
    "Gli Stati Uniti, l'Italia e il Giappone hanno imposto sanzioni alla Russia.",
    "İstanbul, ẞtraße, ﬁrma: il trattato è entrato in vigore.",
    "Il ministro (degli Esteri) “russo” ha accusato Kiev di aver bombardato la Crimea.",
    "\u200bMosca\u00a0ha sospeso il\u2009trattato New\u00a0Start.",
)
GLUE = (" ", "\n\n", "\r\n", "\r\n\r\n", "\n", "\t", "\u2028", "  ", "\u00a0", " — ")
texts = st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(GLUE)), min_size=1, max_size=6).map(
    lambda pairs: "".join(part + glue for part, glue in pairs)
)
SCRIPT = """
import sys, msgspec
from foedus.extract import extract
from foedus.read import article_from_text
text = sys.stdin.buffer.read().decode("utf-8")
reading = extract(article_from_text(text, id="a.txt", language="it", published="2024-11-12"))
for item in (*reading.claims, *reading.gaps):
    sys.stdout.buffer.write(msgspec.json.encode(item) + b"\\n")
"""


def sound(reading: Reading, text: str) -> None:
    assert reading.article.text == text
    for evidence in [*(c.evidence for c in reading.claims), *(g.evidence for g in reading.gaps)]:
        assert 0 <= evidence.start < evidence.end <= len(text)
        assert evidence.text == text[evidence.start : evidence.end]
    assert all(c.type in CLAIM_TYPES for c in reading.claims)
    assert len({c.id for c in reading.claims}) == len(reading.claims)
    balance = reading.balance
    assert balance.holds()
    assert balance.sentences == len(reading.sentences)
    assert min(balance.with_claims, balance.with_gaps, balance.without) >= 0


@settings(max_examples=60, deadline=None)
@given(texts)
def test_evidence_is_the_text_and_counts_balance(text: str) -> None:
    sound(read(text, "2024-11-12"), text)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_no_text_crashes_it(text: str) -> None:
    sound(read(text), text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(sorted({w for p in PARTS for w in p.split()})), max_size=30).map(" ".join))
def test_no_order_of_words_crashes_it(text: str) -> None:
    sound(read(text, "2024-11-12"), text)


def test_odd_characters_hide_no_claim() -> None:
    plain = read("Mosca ha sospeso il trattato New Start.").claims
    odd = read("Mosca\u00a0ha sospeso il\u2009trattato New\u00a0Start.").claims
    assert [(c.type, c.actors, c.object) for c in odd] == [(c.type, c.actors, c.object) for c in plain] != []


def test_same_output_whatever_the_hash_seed() -> None:
    text = "\n\n".join(PARTS).encode()
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            input=text,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "4242")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") > 10


def test_ids_are_of_the_content() -> None:
    one, two = (read(PARTS[0], day).claims for day in (None, "2024-11-12"))
    assert [c.id for c in one] == [c.id for c in two]
    assert {c.id for c in one}.isdisjoint(c.id for c in read(PARTS[0] + " ").claims)


def test_a_language_without_a_pack_is_one_gap() -> None:
    reading = read("Sopimus tuli voimaan eilen. Se on lyhyt.", language="fi")
    assert reading.claims == ()
    assert [g.reason for g in reading.gaps] == ["no_pack"]
    assert reading.balance.with_gaps == reading.balance.sentences == 2


def test_a_trigger_without_actor_is_a_gap() -> None:
    reading = read("Sono stati inviati soldati.")
    assert reading.claims == ()
    assert "no_actor" in [g.reason for g in reading.gaps]
    assert reading.balance.with_gaps == 1


def test_empty_text() -> None:
    reading = read("")
    assert (reading.claims, reading.gaps, reading.balance.sentences) == ((), (), 0)


def test_every_claim_says_why() -> None:
    for part in PARTS:
        assert all(c.because for c in read(part, "2024-11-12").claims)


def test_the_year_of_a_signature_tells_which_treaty_of_the_two_is_meant() -> None:
    def objects(text: str) -> set[str | None]:
        return {c.object for c in read(text).claims if c.type == "treaty.sign"}

    assert objects("Francia e Polonia hanno firmato un accordo a maggio 2025.") == {"treaty:FRA-POL-2025"}
    assert objects("Francia e Polonia hanno firmato un accordo ad aprile 1991.") == {"treaty:FRA-POL-1991"}
    assert objects("Francia e Polonia hanno firmato un accordo a marzo 2008.") == {"treaty:FRA-POL-2008"}
