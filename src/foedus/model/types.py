"""The vocabulary of claims (docs/claims.md)."""

from typing import Final

LIFE_CYCLE: Final = (
    "treaty.negotiate",
    "treaty.sign",
    "treaty.submit",
    "treaty.ratify",
    "treaty.exchange",
    "treaty.enter_into_force",
    "treaty.publish",
    "treaty.suspend",
    "treaty.withdraw",
    "treaty.terminate",
)
CLAIM_TYPES: Final = (
    *LIFE_CYCLE,
    "treaty.provision",
    "forces.deploy",
    "forces.fight",
    "forces.exercise",
    "forces.withdraw",
    "forces.casualties",
    "transfer.arms",
    "transfer.technology",
    "transfer.goods",
    "attack.incursion",
    "attack.strike",
    "arms.test",
    "arms.buildup",
    "control.territory",
    "diplomacy.meet",
    "diplomacy.visit",
    "statement.support",
    "statement.concern",
    "statement.accuse",
    "statement.deny",
    "statement.threaten",
    "statement.praise",
    "statement.assess",
    "sanction.impose",
    "sanction.resist",
    "relation.deepen",
    "relation.compare",
)


def group_of(claim_type: str) -> str:
    """``assess`` for judgements and forecasts, ``speech`` for the other speech acts, else ``fact``."""
    if claim_type == "statement.assess":
        return "assess"
    return "speech" if claim_type.startswith("statement.") else "fact"
