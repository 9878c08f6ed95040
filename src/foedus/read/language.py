"""Which language a text is written in."""

from functools import cache
from typing import Any, Final

from foedus.packs.language import languages
from foedus.read.lines import word_count

LANGUAGES: Final = (
    "it", "en", "fr", "es", "de", "pt", "nl", "ro", "ca", "pl", "cs", "sv", "fi", "hu", "tr", "el",
    "ru", "uk", "ar", "fa", "he", "zh", "ja", "ko", "vi", "id",
)  # fmt: skip
"""The languages told apart (ISO 639-1): fewer than the model knows, so that short texts are not taken for rare ones."""

_LEAST_WORDS: Final = 6
_SAMPLE: Final = 4000


def language_of(text: str) -> str | None:
    """ISO 639-1 code, or None for a text too short to tell."""
    sample = text[:_SAMPLE]
    letters = sum(char.isalpha() for char in sample[:400])
    if letters < 25 or ((sample.isascii() or letters < 60) and word_count(sample) < _LEAST_WORDS):
        return None
    return str(_identifier(languages()).classify(sample)[0])


@cache
def _identifier(packs: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = {*identifier.nb_classes}
    identifier.set_languages([*LANGUAGES, *(code for code in packs if code in known and code not in LANGUAGES)])
    return identifier
