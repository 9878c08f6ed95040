import re

from foedus.model import CLAIM_TYPES
from foedus.report.page import _HERE
from foedus.report.wording import wording


def test_every_claim_type_has_its_words() -> None:
    assert set(wording("en").types) == set(CLAIM_TYPES)


def test_templates_name_only_words_that_exist_and_no_word_is_idle() -> None:
    words = wording("en")
    files = [*_HERE.glob("*"), *(_HERE.parent / "cli" / "tables").glob("*")]
    sources = "\n".join(p.read_text(encoding="utf-8") for p in sorted(files) if p.suffix in (".html", ".py"))
    named = set(re.findall(r"\bt\.(\w+)", sources)) | set(re.findall(r"text\[[\"'](\w+)[\"']\]", sources))
    named |= set(re.findall(r"\"(disputed|differ|announced_tail|denied_tail)\"", sources))
    assert named == set(words.text)
