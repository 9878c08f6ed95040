"""The front matter of a Markdown or text file: "key: value" lines between two lines of dashes."""

import re

_LINE = r"(?:[\w-]+[ \t]*:[^\r\n]*\r?\n|[ \t#][^\r\n]*\r?\n|- [^\r\n]*\r?\n|\r?\n)"
_BLOCK = re.compile(rf"\s*---[ \t]*\r?\n({_LINE}{{1,60}})---[ \t]*(?:\r?\n|$)")
_FIELD = re.compile(r"^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)


def front_matter(text: str) -> tuple[int, dict[str, str]]:
    """Where the text proper begins, and the fields before it; (0, {}) where there is none."""
    found = _BLOCK.match(text)
    if not found:
        return 0, {}
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(found[1].replace("\r", ""))}
    return found.end(), {key: value for key, value in fields.items() if value}
