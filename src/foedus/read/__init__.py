"""Read: bytes → Article, with its parts, language, outlet and date."""

from foedus.read.article import article_from_text
from foedus.read.paths import read_paths

__all__ = ["article_from_text", "read_paths"]
