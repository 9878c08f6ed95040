import itertools

import pytest

from foedus.reconcile.dating import infer_published

from .undated import ACCESS, BRIGADE, NATO, article, dated, event

RATIFIED = """Manila's Senate backs access pact with Japan
The Philippine Senate ratified the Reciprocal Access Agreement with Japan on Monday, by 19 votes to none.
The accord was signed in Manila in July.
"""


def test_a_weekday_of_a_known_act_gives_the_week_after_it() -> None:
    assert dated(article(RATIFIED))[0] == "2024-12-16/2024-12-22"


def test_each_step_is_told_with_the_days_before_and_after_it() -> None:
    notes = dated(article(RATIFIED))[1]
    assert notes[0].startswith("dated from context, step 1: ")
    assert ": any day → " in notes[0]
    steps = [note.rpartition(": ")[2].split(" → ") for note in notes if ", step " in note]
    assert all(one[1] == other[0] for one, other in itertools.pairwise(steps))
    assert steps[-1][1] == "2024-12-16/2024-12-22"
    assert any("'on Monday' for treaty.ratify" in n and "2024-12-16 by the treaty's file" in n for n in notes)
    assert notes[-1] == "dated from context: published 2024-12-16/2024-12-22"


def test_a_dated_article_keeps_its_date() -> None:
    reading = article("MANILA, December 17, 2024 - " + RATIFIED.split("\n", 1)[1])
    assert dated(reading) == (None, ())


def test_without_clues_there_is_no_date() -> None:
    assert dated(article("A pact and its past\nThe alliance has often been praised by its members.")) == (None, ())


def test_an_event_that_dated_articles_report_pins_down_a_weekday() -> None:
    text = (
        "Ministers meet\nBelgian Defence Minister Theo Francken met his Dutch counterpart Ruben Brekelmans on Tuesday."
    )
    reading = article(text)
    meeting = event("diplomacy.meet", "2025-03-04", "BEL NLD")
    assert dated(reading) == (None, ())
    interval, notes = dated(reading, meeting)
    assert interval == "2025-03-04/2025-03-10"
    assert any("2025-03-04 by dated-1" in note for note in notes)


def test_another_deed_pins_down_nothing() -> None:
    reading = article("Ministers meet\nBelgian Defence Minister Theo Francken met his Dutch counterpart on Tuesday.")
    assert dated(reading, event("diplomacy.meet", "2025-03-04", "BEL FRA")) == (None, ())


def test_reports_on_a_treaty_go_beside_its_file() -> None:
    text = "Brigade\nThe Lithuanian parliament ratified the defence agreement with Germany yesterday."
    interval, _ = dated(article(text), event("treaty.ratify", "2024-10-03", "LTU", BRIGADE))
    assert interval == "2024-10-04"


def test_clues_that_contradict_each_other_are_told() -> None:
    text = (
        RATIFIED
        + "On 3 March 2025 the two navies exercised together for the agreement, and Japan ratified it in May 2025.\n"
    )
    interval, notes = dated(article(text))
    assert interval is None or any("does not fit" in note for note in notes)


def test_what_speaks_against_a_day_may_outweigh_what_speaks_for_it() -> None:
    text = (
        "A year of the pact\nIn July the Reciprocal Access Agreement between Japan and the Philippines was signed.\n"
        "It entered into force on 11 September 2025. The Diet ratified it on 6 June 2025.\n"
    )
    assert dated(article(text))[0] is None


def test_the_order_of_reports_does_not_matter() -> None:
    text = "Brigade\nThe Lithuanian parliament ratified the defence agreement with Germany yesterday."
    reports = [
        event("treaty.ratify", "2024-10-03", "LTU", BRIGADE),
        event("treaty.ratify", "2024-10-04", "LTU", BRIGADE, articles=("dated-2",)),
        event("treaty.ratify", "2024-09-03", "DEU", BRIGADE),
    ]
    found = {dated(article(text), *order) for order in itertools.permutations(reports)}
    assert len(found) == 1
    assert found.pop()[0] == "2024-10-04/2024-10-05"


@pytest.mark.parametrize("language", ["fr", "it"])
def test_the_other_languages(language: str) -> None:
    text = {
        "fr": "Accord\nLe Sénat philippin a ratifié lundi l'accord d'accès réciproque avec le Japon.\n",
        "it": "Accordo\nIl Senato filippino ha ratificato lunedì l'accordo di accesso reciproco con il Giappone.\n",
    }[language]
    assert dated(article(text, language))[0] == "2024-12-16/2024-12-22"


def test_an_act_still_to_come_is_a_limit() -> None:
    text = (
        "Access pact signed\nJapan and the Philippines signed the Reciprocal Access Agreement on Monday. "
        "It will enter into force once both parliaments have approved it.\n"
    )
    interval, notes = dated(article(text))
    assert interval == "2024-07-08/2024-07-14"
    assert infer_published(article(text), lambda name: name, {}) is None
    assert any(ACCESS in note for note in notes)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "en",
            "Pact\nTwelve days after Japan and the Philippines signed the Reciprocal Access Agreement, China has "
            "criticised it.",
            "2024-07-20/2024-07-26",
        ),
        (
            "fr",
            "Pacte\nUne semaine après la signature de l'accord d'accès réciproque entre le Japon et les "
            "Philippines, la Chine a de nouveau critiqué le texte.",
            "2024-07-12/2024-07-24",
        ),
        (
            "it",
            "Patto\nDue giorni prima della firma dell'accordo di accesso reciproco tra Giappone e Filippine la "
            "Cina ha criticato il testo.",
            "2024-07-06/2024-07-12",
        ),
    ],
)
def test_news_counted_from_an_act(language: str, text: str, day: str) -> None:
    interval, notes = dated(article(text, language))
    assert interval == day
    assert "is the news (2024-07-08 by the treaty's file)" in notes[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Pact\nJapan and the Philippines today mark the first anniversary of the signing of the Reciprocal Access "
            "Agreement.",
        ),
        (
            "fr",
            "Pacte\nLe Japon et les Philippines célèbrent aujourd'hui le premier anniversaire de la signature de "
            "l'accord d'accès réciproque.",
        ),
    ],
)
def test_an_anniversary_is_years_after_the_act(language: str, text: str) -> None:
    assert dated(article(text, language))[0] == "2025-07-08"


def test_what_will_be_in_some_days_is_not_the_news_of_its_own_day() -> None:
    text = "Soon\nThe Reciprocal Access Agreement between Japan and the Philippines takes effect in ten days."
    assert dated(article(text))[0] is None


def test_a_day_of_the_file_months_from_what_articles_tell_is_of_another_act() -> None:
    text = "Accession\nHungary's parliament ratified Sweden's accession to NATO yesterday."
    told = event("treaty.ratify", "2024-02-26", "HUN", NATO)
    assert dated(article(text), told)[0] == "2024-02-27"


def test_a_day_and_month_without_a_year_in_the_opening_is_told_within_the_month() -> None:
    text = "Access\nOn 8 July Japan and the Philippines signed the Reciprocal Access Agreement in Manila."
    interval, notes = dated(article(text))
    assert interval == "2024-07-08/2024-08-07"
    assert any("'On 8 July' is told in the opening without its year" in note for note in notes)


def test_the_vote_of_a_parliament_is_not_the_notice_of_its_state() -> None:
    text = "Mines\nEstonia's parliament voted yesterday to withdraw from the Ottawa Convention."
    mines = "treaty:Ottawa_Convention"
    vote = event("treaty.withdraw", "2025-06-04", "EST gov:EST_Riigikogu", mines)
    notice = event("treaty.withdraw", "2025-06-27", "EST", mines)
    assert dated(article(text), vote, notice)[0] == "2025-06-05"
