"""Bytes in many encodings, and bytes that are no text."""

import codecs

import pytest

from foedus.model import InputError
from foedus.read.decode import MAX_BYTES, MAX_LINES, decode

TEXT = "Il ministro ha firmato martedì l'accordo perché “serve a tutti”, ha detto. La città è in festa.\r\n"


def test_utf8_is_kept_as_it_is() -> None:
    assert decode(TEXT.encode(), "a.txt") == (TEXT, ())
    assert decode(codecs.BOM_UTF8 + TEXT.encode(), "a.txt") == (TEXT, ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_LE, "utf-32-le")],
)
def test_marked_utf16_and_utf32(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "a.txt") == (TEXT, ())


def test_western_8_bit() -> None:
    assert decode(TEXT.encode("cp1252"), "a.txt") == (TEXT, ("read as cp1252: the bytes are not UTF-8",))
    plain = TEXT.replace("“", '"').replace("”", '"')
    assert decode(plain.encode("latin-1"), "a.txt")[0] == plain


def test_cyrillic_8_bit() -> None:
    russian = "Министр иностранных дел заявил, что договор вступит в силу после обмена грамотами. " * 4
    assert decode(russian.encode("cp1251"), "a.txt")[0] == russian


def test_a_declared_encoding() -> None:
    polish = "Prezydent podpisał traktat, łącznie z załącznikami, wczoraj późnym wieczorem."
    assert decode(polish.encode("iso8859-2"), "a.html", "iso-8859-2") == (polish, ())
    assert decode(TEXT.encode("cp1252"), "a.html", "no-such-code")[0] == TEXT


def test_a_few_broken_bytes() -> None:
    raw = (TEXT * 20).encode()
    broken = raw[:50] + b"\xff" + raw[50:]
    text, notes = decode(broken, "a.txt")
    assert text.count("\ufffd") == 1
    assert notes == ("broken bytes: 1 read as the replacement character U+FFFD",)


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40, b"%PDF-1.7\n" + bytes(range(256)) * 9, b"a\x00b" * 99]
)
def test_binary_is_not_text(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.txt: not text"):
        decode(raw, "a.txt")


@pytest.mark.parametrize("raw", [b"", b" \n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_empty(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.txt: empty"):
        decode(raw, "a.txt")


def test_too_large() -> None:
    with pytest.raises(InputError, match="too large for one article: 20,000,001 bytes"):
        decode(b"a" * (MAX_BYTES + 1), "a.txt")
    with pytest.raises(InputError, match="too many lines"):
        decode(b"a\n" * (MAX_LINES + 1), "a.txt")
