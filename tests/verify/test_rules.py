"""One rule a test: what the reports say, what the sentence says, and the verdict."""

import pytest

from verify.world import ask

SIGNED = ("2025-03-08", "Japan and the Philippines signed a defence treaty in Manila on 7 March 2025.")
SIGNED_LATER = ("2025-03-20", "Japan and the Philippines signed a defence treaty in Manila on 17 March 2025.")
MONTH = ("2025-04-08", "Japan and the Philippines signed a defence treaty in Manila in March 2025.")
NOT_YET = ("2025-04-01", "Japan has not yet ratified the 2025 defence treaty with the Philippines.")
RATIFIED = ("2025-06-07", "Japan ratified the 2025 defence treaty with the Philippines on 6 June 2025.")
PLANNED = ("2025-04-02", "Japan plans to ratify the 2025 defence treaty with the Philippines in June.")
TROOPS = ("2025-05-02", "Japan has sent 300 soldiers to the Philippines.")
MORE_TROOPS = ("2025-07-02", "Japan has sent 500 soldiers to the Philippines.")


@pytest.mark.parametrize(
    ("sentence", "verdict", "reports"),
    [
        ("Japan and the Philippines signed a defence treaty on 7 March 2025.", "borne_out", [SIGNED]),
        ("Japan and the Philippines signed a defence treaty in March 2025.", "borne_out", [SIGNED]),
        ("Japan and the Philippines signed a defence treaty on 7 March 2025.", "not_covered", [MONTH]),
        ("Japan and the Philippines signed a defence treaty on 9 March 2025.", "contradicted", [SIGNED]),
        ("Japan and the Philippines signed a defence treaty on 7 March 2025.", "disputed", [SIGNED, SIGNED_LATER]),
        ("Japan and the Philippines signed a defence treaty in Tokyo in March 2025.", "contradicted", [SIGNED]),
        ("Japan ratified the 2025 defence treaty with the Philippines.", "borne_out", [RATIFIED]),
        ("Japan ratified the 2025 defence treaty with the Philippines.", "not_covered", [PLANNED]),
        ("Japan ratified the 2025 defence treaty with the Philippines.", "contradicted", [NOT_YET]),
        ("Japan has not yet ratified the 2025 defence treaty with the Philippines.", "borne_out", [NOT_YET]),
        ("Japan has not yet ratified the 2025 defence treaty with the Philippines.", "outdated", [NOT_YET, RATIFIED]),
        ("Japan has not ratified the 2025 defence treaty with the Philippines.", "contradicted", [RATIFIED]),
        ("Japan has sent 500 soldiers to the Philippines.", "borne_out", [TROOPS, MORE_TROOPS]),
        ("Japan has sent 300 soldiers to the Philippines.", "outdated", [TROOPS, MORE_TROOPS]),
        ("Japan has sent more than 400 soldiers to the Philippines.", "borne_out", [MORE_TROOPS]),
        ("Japan has sent 900 soldiers to the Philippines.", "contradicted", [TROOPS, MORE_TROOPS]),
        ("Norway has sent 300 soldiers to Finland.", "not_covered", [TROOPS]),
    ],
)
def test_verdicts(sentence: str, verdict: str, reports: list[tuple[str, str]]) -> None:
    found = ask(sentence, *reports)
    assert found.verdict == verdict, found.reason


def test_what_is_not_read_keeps_a_sentence_from_being_borne_out() -> None:
    found = ask("Only Japan ratified the 2025 defence treaty with the Philippines.", RATIFIED)
    assert found.verdict == "not_covered"
    assert found.unread == ("Only",)


def test_the_worst_of_several_claims_counts() -> None:
    both = "Japan and the Philippines signed a defence treaty on 7 March 2025 and Japan ratified it on 9 June 2025."
    found = ask(both, SIGNED, RATIFIED)
    assert found.verdict == "contradicted"
    assert {reply.verdict for reply in found.replies} == {"borne_out", "contradicted"}


def test_both_sides_are_shown_with_their_origins() -> None:
    reply = ask("Japan and the Philippines signed a defence treaty on 7 March 2025.", SIGNED, SIGNED_LATER).replies[0]
    assert [w.article for w in reply.backing] == ["1.txt"]
    assert [w.article for w in reply.opposing] == ["2.txt"]
    assert reply.backing[0].origins == ("article:1.txt",)
    assert reply.events


LEADER = ("2025-03-08", "Shigeru Ishiba signed a defence treaty with the Philippines in Manila on 7 March 2025.")
VOTED = ("2025-06-07", "Japan's parliament ratified the 2025 defence treaty with the Philippines on 6 June 2025.")
VOTED_LATER = (
    "2025-07-02",
    "Japan and the Philippines signed their defence treaty in 2025. The Senate of the Philippines voted on 17 June, "
    "Japan's parliament on 16 June.",
)
FORCE = (
    "2025-09-02",
    "The 2025 defence treaty between Japan and the Philippines entered into force on 1 September 2025.",
)
LEAVES = ("2025-10-02", "Japan announced that it would leave the 2025 defence treaty with the Philippines.")


@pytest.mark.parametrize(
    ("sentence", "verdict", "reports"),
    [
        ("Shigeru Ishiba signed a defence treaty with the Philippines in March 2025.", "borne_out", [LEADER]),
        ("Fumio Kishida signed a defence treaty with the Philippines in March 2025.", "not_covered", [SIGNED]),
        (
            "Japan's parliament ratified the 2025 defence treaty with the Philippines on 6 June 2025.",
            "borne_out",
            [VOTED],
        ),
        (
            "Japan's parliament ratified the 2025 defence treaty with the Philippines on 6 June 2025.",
            "disputed",
            [VOTED, VOTED_LATER],
        ),
        (
            "The 2025 defence treaty between Japan and the Philippines still has to enter into force.",
            "outdated",
            [FORCE],
        ),
        (
            "Japan has formally notified its withdrawal from the 2025 defence treaty with the Philippines.",
            "not_covered",
            [LEAVES],
        ),
        (
            "The 2025 defence treaty between Japan and the Philippines is still awaiting votes to enter into force.",
            "not_covered",
            [FORCE],
        ),
        ("Japan's supreme court ratified the 2025 defence treaty with the Philippines.", "not_covered", [RATIFIED]),
    ],
)
def test_false_sentences_are_not_borne_out(sentence: str, verdict: str, reports: list[tuple[str, str]]) -> None:
    found = ask(sentence, *reports)
    assert found.verdict == verdict, found.reason
