"""Short articles of an invented order, read and laid under an index: what one article says, another may deny."""

from foedus import answers, kept, pipeline
from foedus.model import Answer, FoedusError, Reading
from foedus.read import article_from_text
from foedus.verify import MemoryIndex


def index(*texts: tuple[str, str]) -> MemoryIndex:
    """An index over articles given as (date of publication, text)."""
    readings: list[Reading] = []
    for n, (published, text) in enumerate(texts, 1):
        article = article_from_text(text, id=f"{n}.txt", published=published, language="en")
        made = pipeline._extracted(article)
        assert not isinstance(made, FoedusError)
        readings.append(made)
    return kept.index_of(pipeline.picture(readings))


def ask(sentence: str, *texts: tuple[str, str]) -> Answer:
    """The answer to an English sentence."""
    return answers.answer(sentence, index(*texts), language="en")
