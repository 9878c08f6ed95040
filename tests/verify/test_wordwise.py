"""Sentences that are compared word by word: what bears them out, what refutes them, and what says nothing on them."""

import pytest

from verify.world import ask

TREATY = "Japan and the Philippines signed a defence treaty in Manila on 1 February 2025."
SAILED = ("2025-03-08", "Two Japanese frigates escorted the survey ship Skarven to the Philippines on 7 March 2025.")
THREE = ("2025-03-09", "Three Japanese frigates escorted the survey ship Skarven to the Philippines.")
PLANNED = ("2025-03-01", "Two Japanese frigates will escort the survey ship Skarven to the Philippines.")
TWO_ACTS = (
    "2025-05-02",
    "Japanese frigates escorted the Skarven to the Philippines, and engineers repaired a bridge in May.",
)


@pytest.mark.parametrize(
    ("sentence", "verdict", "reports"),
    [
        ("Two Japanese frigates escorted the Skarven to the Philippines.", "borne_out", [SAILED]),
        ("Two Japanese frigates escorted the Skarven to the Philippines in March 2025.", "borne_out", [SAILED]),
        ("Two Japanese frigates escorted the Skarven to the Philippines in April 2025.", "contradicted", [SAILED]),
        ("Four Japanese frigates escorted the Skarven to the Philippines.", "contradicted", [SAILED]),
        ("Two Japanese frigates escorted the Skarven to the Philippines.", "disputed", [SAILED, THREE]),
        ("Two Danish frigates escorted the Skarven to the Philippines.", "not_covered", [SAILED]),
        ("Two Japanese frigates escorted the Skarven to Sweden.", "not_covered", [SAILED]),
        ("Two Japanese frigates attacked the Skarven in the Philippines.", "not_covered", [SAILED]),
        ("Two Japanese frigates escorted the Skarven to the Philippines.", "not_covered", [PLANNED]),
        ("Japanese frigates escorted the Skarven to the Philippines in May.", "not_covered", [TWO_ACTS]),
    ],
)
def test_verdicts(sentence: str, verdict: str, reports: list[tuple[str, str]]) -> None:
    found = ask(sentence, *((day, f"News from the north\n\n{TREATY} {text}") for day, text in reports))
    assert found.verdict == verdict, found.reason
    if verdict == "borne_out":
        assert all(reply.backing for reply in found.replies)
    if verdict in ("contradicted", "disputed"):
        assert any(reply.opposing for reply in found.replies)
