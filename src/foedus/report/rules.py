"""The rules that made a claim, as people read them."""

from foedus.report.index import Index


def rule_words(step: str, index: Index) -> str:
    """``trigger:treaty.ratify:ratificare`` in words (``data/report``, rules); a rule that has none as it stands."""
    words = index.words
    rule, _, rest = step.partition(":")
    if rule in words.roles:
        role, slot = words.roles[rule], words.slots.get(rest)
        return words.rules["role"].format(role=role, slot=slot) if slot else step
    pattern = words.rules.get(rule)
    if pattern is None or not rest:
        return step
    middle, _, word = rest.partition(":")
    kind = words.types.get(middle)
    return pattern.format(word=word or rest, type=kind.label.lower() if kind else middle, treaty=index.names.of(rest))
