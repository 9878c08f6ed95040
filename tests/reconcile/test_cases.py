"""For which case a duty holds."""

from foedus.model import Provision

from .press import Press


def lays_down(press: Press, article: str, field: str, condition: str) -> None:
    press.add(
        f"c-{article}", article, "treaty.provision", "NOV OST", provision=Provision("obligation", field, condition)
    )


def test_an_attack_and_a_threat_are_different_cases() -> None:
    press = Press()
    lays_down(press, "a", "mutual military assistance", "in case of an armed attack")
    lays_down(press, "b", "assistenza militare reciproca", "in caso di minaccia")
    (dispute,) = press.disputes()
    assert (dispute.field, dispute.verdict) == ("provision", "different_bound_or_scope")
    assert [side.value for side in dispute.sides] == ["force", "threat"]
    assert dispute.reason == "force against threat: reports name another case for defense"
    assert press.event("c-a").disputes == (dispute.id,)


def test_an_attack_and_an_aggression_are_other_words() -> None:
    press = Press()
    lays_down(press, "a", "mutual military assistance", "in case of an armed attack")
    lays_down(press, "b", "assistenza militare reciproca", "in caso di aggressione")
    assert press.disputes() == []
    (grain,) = press.grains()
    assert (grain.field, [side.value for side in grain.sides]) == ("provision", ["aggression", "attack"])


def test_help_and_consultation_for_one_case_may_both_be_laid_down() -> None:
    press = Press()
    lays_down(press, "a", "help each other", "if one of them is attacked")
    lays_down(press, "b", "consult each other", "in case of an attack")
    (dispute,) = press.disputes()
    assert dispute.verdict == "different_bound_or_scope"
    assert [side.value for side in dispute.sides] == ["consultation", "defense"]


def test_an_article_that_tells_both_is_at_odds_with_nobody() -> None:
    press = Press()
    lays_down(press, "a", "help each other", "if one of them is attacked")
    press.add("c2", "a", "treaty.provision", "NOV OST", provision=Provision("obligation", "consult", "if attacked"))
    lays_down(press, "b", "consult each other", "in case of an attack")
    assert press.disputes() == press.grains() == []
