"""A text in lines, with a stretch of it underlined."""

from collections.abc import Iterator

from foedus.export import cell, clean


def underlined(text: str, start: int, end: int, width: int) -> Iterator[str]:
    """Lines of at most ``width`` columns, cut at spaces; under each line that shares characters with start:end, ^^^."""
    text = clean(text)
    for first, last in _cuts(text, width):
        line = text[first:last].rstrip()
        yield line
        marks = (("^" if start <= n < end else " ") * cell(text[n]) for n in range(first, first + len(line)))
        below = "".join(marks).rstrip()
        if below:
            yield below


def _cuts(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends; a word longer than a line is cut."""
    first, size, space = 0, 0, 0
    n = 0
    while n < len(text):
        size += cell(text[n])
        if size > width and n > first:
            last = space if space > first else n
            yield first, last
            first, size, space = last, 0, 0
            n = last
            continue
        n += 1
        if text[n - 1] == " ":
            space = n
    if first < len(text):
        yield first, len(text)
