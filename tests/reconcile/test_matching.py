import time

import pytest

from foedus.model import Party, Provision, Treaty

from .press import PACT, Press, duty


def test_a_bilateral_treaty_is_signed_once_whoever_is_named() -> None:
    press = Press()
    press.add("c1", "a", "treaty.sign", "person:Ada_Novi person:Cy_Ostri", "2031-03-14")
    press.add("c2", "b", "treaty.sign", "NOV OST", "2031-03")
    press.add("c3", "c", "treaty.sign", "", "../2031-11-10")
    press.add("c4", "d", "treaty.sign", "NOV OST", "2031-08")
    assert press.groups() == [["c1", "c2", "c3", "c4"]]
    assert press.event("c1").actors == ("NOV", "OST")


def test_each_party_ratifies_by_itself_step_by_step_and_both_together_are_another_event() -> None:
    press = Press()
    press.add("c1", "a", "treaty.ratify", "gov:NOV_Senate", "2031-06-01")
    press.add("c2", "a", "treaty.ratify", "person:Ada_Novi", "2031-06-20")
    press.add("c3", "b", "treaty.ratify", "OST", "2031-09-02", targets="NOV")
    press.add("c4", "c", "treaty.ratify", "NOV OST", "2031-09")
    press.add("c5", "d", "treaty.ratify", "", "../2031-12-01")
    assert press.groups() == [["c1"], ["c2"], ["c3"], ["c4", "c5"]]


def test_a_planned_signature_is_not_the_signature_and_an_alleged_one_is_with_the_firmest_modality() -> None:
    press = Press()
    press.add("c1", "a", "treaty.sign", "NOV OST", "2031-03", modality="planned")
    press.add("c2", "b", "treaty.sign", "NOV OST", "2031-03-14", modality="alleged")
    assert press.groups() == [["c1"], ["c2"]]
    press.add("c3", "c", "treaty.sign", "NOV OST", "2031-03-14")
    assert press.event("c2").modality == "asserted"
    assert press.event("c2").claims == ("c2", "c3")


def test_states_join_a_treaty_of_many_at_different_times() -> None:
    press = Press(())
    many = "treaty:MER-NOV-OST-2025"
    press.add("c1", "a", "treaty.withdraw", "NOV", "2031-01", object=many)
    press.add("c2", "b", "treaty.withdraw", "NOV", "2031-07", object=many)
    press.add("c3", "b", "treaty.withdraw", "NOV", "2031-07-11", object=many)
    assert press.groups() == [["c1"], ["c2", "c3"]]
    assert not press.disputes()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("mutual military assistance", "immediate military aid if attacked", True),
        ("difesa reciproca", "mutual defence", True),
        ("trade", "legami economici", True),
        ("mutual assistance", "military-technical cooperation", False),
        ("space", "food supply", False),
        ("a common calendar of feasts", "a common calendar of feasts", True),
    ],
)
def test_wordings_of_a_provision_meet_by_topic(one: str, other: str, same: bool) -> None:
    press = Press()
    press.add("c1", "a", "treaty.provision", "NOV OST", provision=duty(one))
    press.add("c2", "b", "treaty.provision", "NOV OST", provision=duty(other))
    assert (len(press.groups()) == 1) is same


def test_a_duty_and_its_denial_stand_apart() -> None:
    press = Press()
    press.add("c1", "a", "treaty.provision", "NOV OST", provision=duty("mutual defence"))
    press.add("c2", "b", "treaty.provision", "NOV OST", provision=duty("mutual defence"), polarity="negative")
    assert press.groups() == [["c1"], ["c2"]]
    assert [d.field for d in press.disputes()] == ["provision"]


def test_meetings_are_told_apart_by_persons_and_days() -> None:
    press = Press()
    press.add("c1", "a", "diplomacy.meet", "person:Ada_Novi person:Cy_Ostri", "2031-03-14", place="place:Dunes")
    press.add("c2", "b", "diplomacy.meet", "person:Bo_Novi person:Cy_Ostri", "2031-03-14", place="place:Dunes")
    press.add("c3", "c", "diplomacy.meet", "person:Ada_Novi", "2031-05-02", targets="person:Cy_Ostri")
    press.add("c4", "d", "diplomacy.meet", "person:Cy_Ostri NOV", "2031-05")
    assert press.groups() == [["c1"], ["c2"], ["c3", "c4"]]


def test_what_could_be_of_several_events_stays_by_itself() -> None:
    press = Press()
    press.add("c1", "a", "diplomacy.meet", "person:Ada_Novi person:Cy_Ostri", "2031-05-02")
    press.add("c2", "b", "diplomacy.meet", "person:Ada_Novi person:Cy_Ostri", "2031-05-19")
    press.add("c3", "c", "diplomacy.meet", "person:Ada_Novi person:Cy_Ostri", "2031-05")
    press.add("c4", "c", "diplomacy.meet", "person:Ada_Novi person:Cy_Ostri", "../2031-06-01")
    assert press.groups() == [["c1"], ["c2"], ["c3"], ["c4"]]


def test_troops_in_a_region_are_not_those_in_the_whole_country() -> None:
    press = Press()
    press.add("c1", "a", "forces.deploy", "NOV", "../2031-05-01", targets="OST", place="place:Ostria")
    press.add("c2", "b", "forces.deploy", "NOV", "../2031-06-01", targets="OST")
    press.add("c3", "b", "forces.deploy", "NOV", "../2031-06-01", place="place:Dunes")
    assert press.groups() == [["c1", "c2"], ["c3"]]


def test_speech_acts_meet_on_their_day_and_a_bloc_may_be_a_state() -> None:
    press = Press()
    press.add("c1", "a", "statement.accuse", "person:Ada_Novi", "2031-05-02", targets="bloc:West")
    press.add("c2", "b", "statement.accuse", "NOV", "2031-05-02", targets="MER")
    press.add("c3", "b", "statement.accuse", "NOV", "2031-08-02", targets="MER")
    assert press.groups() == [["c1", "c2"], ["c3"]]


def test_undated_speech_in_articles_of_unknown_day_is_not_one_act() -> None:
    press = Press()
    press.add("c1", "a", "statement.concern", "MER", targets="NOV")
    press.add("c2", "b", "statement.concern", "MER", targets="NOV")
    assert press.groups() == [["c1"], ["c2"]]


def test_judgements_meet_only_in_the_same_words() -> None:
    press = Press()
    press.add("c1", "a", "statement.assess", "group:analysts", "2031-05-02", said="The bay is calm again.")
    press.add("c2", "a", "statement.assess", "group:analysts", "2031-05-02", said="The price of fish will fall.")
    press.add("c3", "b", "statement.assess", "group:analysts", "2031-05-02", said="The bay is calm again.")
    assert press.groups() == [["c1", "c3"], ["c2"]]


def test_an_act_on_no_named_treaty_is_kept() -> None:
    press = Press()
    press.add("c1", "a", "treaty.sign", "NOV OST", "2031-03-14", object=None)
    press.add("c2", "a", "treaty.sign", "NOV OST", "2031-03-14", object=PACT)
    assert press.groups() == [["c1"], ["c2"]]


def test_the_cost_grows_with_the_claims_and_not_with_their_square() -> None:
    def seconds(number: int) -> float:
        press = Press()
        for n in range(number):
            day = f"20{n % 37 + 10}-{n % 12 + 1:02}-{n % 28 + 1:02}"
            place = "place:Dunes" if n % 3 else None
            press.add(
                f"c{n:05}", f"a{n // 20}", "attack.strike", "NOV", day if n % 5 else None, targets="OST", place=place
            )
        began = time.process_time()
        press.reconciled()
        return time.process_time() - began

    seconds(200)
    assert seconds(4000) < 20 * max(seconds(1000), 0.05)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("vale vent'anni", "is to run for 20 years", True),
        ("si rinnova di cinque in cinque", "se prolonge par tranches", True),
        ("un attacco contro uno è considerato un attacco contro tutti", "mutual defence", True),
        ("se défendre mutuellement", "una clausola di mutua difesa", True),
        ("la giurisdizione sui militari in visita", "the legal status of visiting troops", True),
        ("vieta di usare mine antipersona", "outlaws anti-personnel mines", True),
        ("i diritti di giurisdizione sui militari", "l'entrée des troupes pour des exercices", False),
        ("it is valid for ten years", "it renews itself for five more", False),
    ],
)
def test_what_treaties_often_lay_down_meets_in_three_languages(one: str, other: str, same: bool) -> None:
    press = Press()
    press.add("c1", "a", "treaty.provision", "NOV OST", provision=duty(one))
    press.add("c2", "b", "treaty.provision", "NOV OST", provision=duty(other))
    assert (len(press.groups()) == 1) is same


def test_a_list_with_what_is_due_in_an_attack_is_filed_under_the_duty_to_help() -> None:
    press = Press()
    many = "economic ties, technical military cooperation and military aid"
    listed = Provision("cooperation_field", many, "if attacked")
    press.add("c1", "a", "treaty.provision", "NOV OST", provision=listed)
    press.add("c2", "b", "treaty.provision", "NOV OST", provision=duty("mutual defence"))
    assert press.groups() == [["c1", "c2"]]


def test_an_extension_is_another_act_than_the_signature_and_recurs() -> None:
    press = Press()
    again = ("trigger:treaty.sign:prolonger",)
    press.add("c1", "a", "treaty.sign", "NOV OST", "2031-03-14")
    press.add("c2", "a", "treaty.sign", "NOV OST", "2036-03-10", because=again)
    press.add("c3", "b", "treaty.sign", "NOV OST", "2036-03", because=again)
    press.add("c4", "b", "treaty.sign", "NOV OST", "2041-03-10", because=("trigger:treaty.sign:prorogare",))
    assert press.groups() == [["c1"], ["c2", "c3"], ["c4"]]
    assert not press.disputes()


def test_who_names_most_makers_of_a_treaty_of_many_means_all() -> None:
    many = "treaty:MER-NOV-OST-2025"
    file = Treaty(id=many, names={}, parties=tuple(Party(state=s) for s in ("MER", "NOV", "OST")), acts=())
    press = Press((file,))
    press.add("c1", "a", "treaty.sign", "MER NOV OST", "2031-01-05", object=many)
    press.add("c2", "b", "treaty.sign", "NOV OST", "2031-01", object=many)
    press.add("c3", "c", "treaty.sign", "", "2031-01-05", object=many)
    press.add("c4", "d", "treaty.sign", "MER", "2031-01-05", object=many)
    assert press.groups() == [["c1", "c2", "c3"], ["c4"]]


def test_a_vaguer_body_joins_the_step_whose_days_it_meets() -> None:
    press = Press()
    press.add("c1", "a", "treaty.ratify", "gov:NOV_Senate", "2031-06-16")
    press.add("c2", "b", "treaty.ratify", "gov:NOV_Senate", "2031-06")
    press.add("c3", "c", "treaty.ratify", "gov:NOV_Parliament", "2031-06-16")
    press.add("c4", "c", "treaty.ratify", "person:Ada_Novi", "2031-05-05")
    assert press.groups() == [["c1", "c2", "c3"], ["c4"]]


def test_a_suspension_has_steps_like_a_withdrawal() -> None:
    press = Press()
    press.add("c1", "a", "treaty.suspend", "gov:NOV_Parliament", "2031-02-22")
    press.add("c2", "b", "treaty.suspend", "person:Ada_Novi", "2031-02-28")
    press.add("c3", "c", "treaty.suspend", "gov:NOV_Parliament", "2031-02")
    assert press.groups() == [["c1", "c3"], ["c2"]]
