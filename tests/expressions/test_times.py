import pytest

from foedus.expressions.times import find_times, parse_date
from foedus.expressions.told import Habits
from foedus.model import Interval, PackError

ANCHOR = Interval.parse("2024-11-12")  # a Tuesday


def told(
    text: str, language: str = "it", anchor: Interval | None = ANCHOR, future: bool = False
) -> list[tuple[str, ...]]:
    found = find_times(text, language, anchor, direction="future" if future else "past")
    return [(m.span.of(text), str(m.when.interval), m.when.granularity, m.kind) for m in found]


ITALIAN = [
    ("nel giugno 2024", "2024-06", "month", "point"),
    ("a giugno", "2024-06", "month", "point"),
    ("Ad aprile", "2024-04", "month", "point"),
    ("a dicembre", "2023-12", "month", "point"),
    ("dall’agosto 2023", "2023-08/..", "month", "since"),
    ("entro la primavera", "2024-11-12/2025-05-31", "season", "until"),
    ("il 14 ottobre", "2024-10-14", "day", "point"),
    ("l'8 aprile", "2024-04-08", "day", "point"),
    ("1° giugno 2024", "2024-06-01", "day", "point"),
    ("il primo giugno 2024", "2024-06-01", "day", "point"),
    ("La scorsa settimana", "2024-11-04/2024-11-10", "week", "point"),
    ("la settimana scorsa", "2024-11-04/2024-11-10", "week", "point"),
    ("lunedì della scorsa settimana", "2024-11-04", "day", "point"),
    ("all'inizio di agosto", "2024-08-01/2024-08-10", "month", "point"),
    ("ai primi di marzo", "2024-03-01/2024-03-10", "month", "point"),
    ("a metà luglio", "2024-07-11/2024-07-20", "month", "point"),
    ("alla fine di ottobre", "2024-10-21/2024-10-31", "month", "point"),
    ("all'inizio del 2025", "2025-01/2025-03", "year", "point"),
    ("nella prima metà del 2024", "2024-01/2024-06", "interval", "point"),
    ("venerdì", "2024-11-08", "day", "point"),
    ("di lunedì", "2024-11-11", "day", "point"),
    ("martedì", "2024-11-12", "day", "point"),
    ("martedì scorso", "2024-11-05", "day", "point"),
    ("giovedì prossimo", "2024-11-14", "day", "point"),
    ("martedì 12 novembre", "2024-11-12", "day", "point"),
    ("venerdì 15", "2024-11-15", "day", "point"),
    ("venerdì 15 novembre", "2024-11-15", "day", "point"),
    ("questo mese", "2024-11", "month", "point"),
    ("il mese scorso", "2024-10", "month", "point"),
    ("il mese prossimo", "2024-12", "month", "point"),
    ("l'anno scorso", "2023", "year", "point"),
    ("negli ultimi mesi", "2024-05-12/2024-11-12", "interval", "interval"),
    ("negli ultimi tre anni", "2021-11-12/2024-11-12", "interval", "interval"),
    ("nelle ultime 48 ore", "2024-11-10/2024-11-12", "interval", "interval"),
    ("tre giorni fa", "2024-11-09", "day", "point"),
    ("due settimane fa", "2024-10-28/2024-11-03", "week", "point"),
    ("un anno e mezzo fa", "2023-05", "month", "point"),
    ("tra sei mesi", "2025-05", "month", "point"),
    ("il 18-19 giugno", "2024-06-18/2024-06-19", "interval", "interval"),
    ("il 18 -19 giugno", "2024-06-18/2024-06-19", "interval", "interval"),
    ("il 4 e 5 maggio", "2024-05-04/2024-05-05", "interval", "interval"),
    ("dal 4 al 6 novembre", "2024-11-04/2024-11-06", "interval", "interval"),
    ("dal 28 febbraio al 3 marzo", "2024-02-28/2024-03-03", "interval", "interval"),
    ("tra agosto e ottobre 2023", "2023-08/2023-10", "interval", "interval"),
    ("da novembre 2023 a febbraio 2024", "2023-11/2024-02", "interval", "interval"),
    ("da novembre a febbraio 2024", "2023-11/2024-02", "interval", "interval"),
    ("dal 2010 al 2018", "2010/2018", "interval", "interval"),
    ("nel biennio 2024-2025", "2024/2025", "interval", "interval"),
    ("ieri", "2024-11-11", "day", "point"),
    ("oggi", "2024-11-12", "day", "point"),
    ("stamattina", "2024-11-12", "day", "point"),
    ("l'altro ieri", "2024-11-10", "day", "point"),
    ("domani", "2024-11-13", "day", "point"),
    ("dopodomani", "2024-11-14", "day", "point"),
    ("attualmente", "2024-11-12", "day", "point"),
    ("nel 1961", "1961", "year", "point"),
    ("del 1961", "1961", "year", "point"),
    ("dal 2022", "2022/..", "year", "since"),
    ("da due anni", "2022/..", "year", "since"),
    ("fino al 2030", "../2030", "year", "until"),
    ("fino al 6 novembre", "../2024-11-06", "day", "until"),
    ("entro fine anno", "2024-11-12/2024-12-31", "year", "until"),
    ("prima del 20 aprile", "../2024-04-19", "day", "before"),
    ("dopo il 4 luglio", "2024-07-05/..", "day", "after"),
    ("negli anni Novanta", "1990/1999", "decade", "point"),
    ("in autunno", "2024-09/2024-11", "season", "point"),
    ("nel primo trimestre del 2025", "2025-01/2025-03", "interval", "point"),
    ("giugno scorso", "2024-06", "month", "point"),
    ("lo scorso novembre", "2023-11", "month", "point"),
    ("prossimo giugno", "2025-06", "month", "point"),
    ("giugno dell'anno scorso", "2023-06", "month", "point"),
    ("il primo venerdì di luglio", "2024-07-05", "day", "point"),
    ("il 20 del prossimo mese", "2024-12-20", "day", "point"),
    ("4/12", "2023-12-04", "day", "point"),
    ("per due anni", "None", "year", "duration"),
    ("il 9 ott", "2024-10-09", "day", "point"),
    ("dal 4 al 6 dic", "2023-12-04/2023-12-06", "interval", "interval"),
    ("dal 3 al 5", "2024-11-03/2024-11-05", "interval", "interval"),
    ("dal 3 al 5 del prossimo mese", "2024-12-03/2024-12-05", "interval", "interval"),
    ("la settimana del 16 settembre", "2024-09-16/2024-09-22", "week", "point"),
    ("la seconda domenica del mese scorso", "2024-10-13", "day", "point"),
    ("la prima settimana del 2025", "2024-12-30/2025-01-05", "week", "point"),
    ("il resto della settimana", "2024-11-12/2024-11-17", "interval", "interval"),
    ("la settimana dopo la prossima", "2024-11-25/2024-12-01", "week", "point"),
    ("a Natale", "2023-12-25", "day", "point"),
    ("alla vigilia di Natale", "2023-12-24", "day", "point"),
    ("a Pasqua 2025", "2025-04-20", "day", "point"),
    ("all'indomani del 4 giugno 2024", "2024-06-05", "day", "point"),
    ("due giorni dopo il 4 giugno 2024", "2024-06-06", "day", "point"),
    ("due anni, un mese e tre giorni fa", "2022-10-09", "day", "point"),
    ("ogni lunedì", "None", "weekday0", "set"),
    ("mensilmente", "None", "month", "set"),
    ("nel 480 a.C.", "None", "", "point"),
    ("nel diciannovesimo secolo", "1800/1899", "century", "point"),
    ("per tre mesi dal 4 giugno 2024", "2024-06-04/2024-09-03", "interval", "interval"),
    ("dal 4 giugno 2024 per dieci giorni", "2024-06-04/2024-06-13", "interval", "interval"),
    ("ogni anno", "None", "year", "set"),
    ("entro 24 ore", "None", "", "until"),
    ("pochi giorni prima", "None", "", "point"),
]


@pytest.mark.parametrize("expected", ITALIAN, ids=lambda e: e[0])
def test_italian(expected: tuple[str, ...]) -> None:
    assert told(f"Accadde {expected[0]}.") == [expected]


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("a novembre", "2024-11"),
        ("a gennaio", "2025-01"),
        ("il 4 dicembre", "2024-12-04"),
        ("martedì", "2024-11-19"),
        ("in estate", "2025-06/2025-08"),
    ],
)
def test_the_future_is_the_other_way(text: str, interval: str) -> None:
    assert [t[1] for t in told(text, future=True)] == [interval]


def test_what_needs_the_anchor_stays_open_without_it() -> None:
    text = "Ieri, a giugno, venerdì, il mese scorso, il 14 ottobre, tre giorni fa; nel giugno 2024 e dal 2022."
    found = find_times(text, "it", None)
    assert [m.when.interval for m in found] == [None] * 6 + ["2024-06", "2022/.."]
    assert {m.when.basis for m in found[:6]} == {"none"}
    assert all(m.when.text == m.span.of(text) for m in found)


def test_an_anchor_of_several_days() -> None:
    two = Interval.parse("2024-11-30/2024-12-01")
    text = "sabato, questo mese, oggi, negli ultimi mesi, l'anno scorso, la settimana scorsa"
    got = [t[1] for t in told(text, anchor=two)]
    assert got == [
        "2024-11-30",
        "None",
        "2024-11-30/2024-12-01",
        "2024-05-30/2024-12-01",
        "2023",
        "2024-11-18/2024-11-24",
    ]


def test_a_date_told_before_in_the_sentence() -> None:
    text = "Una camera votò l'8 aprile e l'altra il 16; poi la firma, cinque giorni più tardi. Due giorni dopo, altro."
    assert [t[1] for t in told(text)] == ["2024-04-08", "2024-04-16", "2024-04-21", "None"]
    assert [t[1] for t in told("Firmato nel 1998 e approvato l'anno dopo, vale ancora.")] == ["1998", "1999"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Firmato nell'aprile 2010, vale dal febbraio dell'anno seguente."),
        ("en", "Signed in April 2010, it entered into force in February of the following year."),
        ("fr", "Signé en avril 2010, il est en vigueur depuis février de l'année suivante."),
    ],
)
def test_a_month_of_the_year_after(language: str, text: str) -> None:
    days = [m.when.days() for m in find_times(text, language, ANCHOR)]
    assert [str(d.first) for d in days if d] == ["2010-04-01", "2011-02-01"]


def test_the_day_after_another_event() -> None:
    assert [t[1] for t in told("La firma fu il 4 giugno 2024; la ratifica l'indomani.")] == ["2024-06-04", "2024-06-05"]
    assert [t[1] for t in told("Il voto arrivò all'indomani della firma.")] == ["None"]


TALK = Habits(steps="day", stretches="beside", later="anchor", weeks="calendar", talk=True)


@pytest.mark.parametrize(
    ("language", "text", "interval"),
    [
        ("it", "due settimane fa", "2024-10-29"),
        ("it", "gli ultimi 3 giorni", "2024-11-09/2024-11-11"),
        ("it", "tre giorni dopo", "2024-11-15"),
        ("it", "gio", "2024-11-07"),
        ("it", "2024-3", "2024-03"),
        ("en", "oct 2nd", "2024-10-02"),
        ("en", "march 3 2015", "2015-03-03"),
        ("fr", "15/10", "2024-10-15"),
    ],
)
def test_requests_to_an_assistant_mean_it_otherwise(language: str, text: str, interval: str) -> None:
    (found,) = find_times(text, language, ANCHOR, habits=TALK)
    assert found.when.interval == interval


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("per due anni", 2, "year"),
        ("per un anno e mezzo", 1.5, "year"),
        ("ogni tre mesi", 3, "month"),
        ("per pochi giorni", None, "day"),
    ],
)
def test_durations_and_sets_say_how_long(text: str, count: float | None, unit: str) -> None:
    (found,) = find_times(text, "it", ANCHOR)
    assert (found.count, found.unit, found.when.interval) == (count, unit, None)


@pytest.mark.parametrize(
    "text", ["il natale paese", "l'assunzione di personale", "vinse 7-5", "3 set a zero", "il mar Nero"]
)
def test_words_that_only_look_like_days(text: str) -> None:
    assert told(text) == []


def test_two_days_of_one_month() -> None:
    assert [t[:2] for t in told("il 4 e il 9 maggio")] == [("il 4", "2024-05-04"), ("il 9 maggio", "2024-05-09")]


@pytest.mark.parametrize(
    "text",
    [
        "2000 soldati",
        "oltre 1999 casse",
        "l'articolo 5",
        "al 5,38%",
        "la legge 66/96",
        "alle 18.40",
        "un'ala",
        "a 2000 metri",
    ],
)
def test_no_time(text: str) -> None:
    assert told(text) == []


def test_an_impossible_date_is_told_and_unresolved() -> None:
    assert told("il 31 febbraio 2024") == [("il 31 febbraio 2024", "None", "", "point")]


@pytest.mark.parametrize(
    ("language", "text", "interval", "kind"),
    [
        ("en", "in June 2024", "2024-06", "point"),
        ("en", "since August 2023", "2023-08/..", "since"),
        ("en", "on October 14", "2024-10-14", "point"),
        ("en", "last week", "2024-11-04/2024-11-10", "point"),
        ("en", "in early August", "2024-08-01/2024-08-10", "point"),
        ("en", "on June 18-19", "2024-06-18/2024-06-19", "interval"),
        ("en", "from November 4 to 6", "2024-11-04/2024-11-06", "interval"),
        ("en", "three days ago", "2024-11-09", "point"),
        ("en", "the 1961 treaty", "1961", "point"),
        ("en", "by the end of the year", "2024-11-12/2024-12-31", "until"),
        ("en", "Q3 2024", "2024-07/2024-09", "point"),
        ("en", "earlier this month", "2024-11-01/2024-11-12", "interval"),
        ("en", "later this year", "2024-11-12/2024-12-31", "interval"),
        ("en", "in the 19th century", "1800/1899", "point"),
        ("en", "for ten days from June 4, 2024", "2024-06-04/2024-06-13", "interval"),
        ("en", "July 4th of 1995", "1995-07-04", "point"),
        ("en", "from April until the end of June 2024", "2024-04/2024-06", "interval"),
        ("en", "the year 2019", "2019", "point"),
        ("en", "June 4 to June 6", "2024-06-04/2024-06-06", "interval"),
        ("fr", "au XXe siècle", "1900/1999", "point"),
        ("fr", "pendant dix jours à partir du 4 juin 2024", "2024-06-04/2024-06-13", "interval"),
        ("fr", "13 juillet au 15 juillet", "2024-07-13/2024-07-15", "interval"),
        ("en", "the third Monday of last month", "2024-10-21", "point"),
        ("en", "the first of March 2023", "2023-03-01", "point"),
        ("en", "Wednesday of last week", "2024-11-06", "point"),
        ("en", "the week of 16 September", "2024-09-16/2024-09-22", "point"),
        ("en", "the week after next", "2024-11-25/2024-12-01", "point"),
        ("en", "three Fridays from now", "2024-11-29", "point"),
        ("en", "at Christmas", "2023-12-25", "point"),
        ("en", "two days after Easter 2024", "2024-04-02", "point"),
        ("en", "the rest of the year", "2024-11-12/2024-12-31", "interval"),
        ("en", "her 1961 treaty", "1961", "point"),
        ("fr", "lundi en huit", "2024-11-25", "point"),
        ("fr", "mardi de la semaine dernière", "2024-11-05", "point"),
        ("fr", "la première quinzaine d'avril 2024", "2024-04-01/2024-04-15", "interval"),
        ("fr", "le lendemain du 13 février 2024", "2024-02-14", "point"),
        ("fr", "la veille de Noël", "2023-12-24", "point"),
        ("fr", "le 3ème jour d'octobre", "2024-10-03", "point"),
        ("fr", "du 3 au 5", "2024-11-03/2024-11-05", "interval"),
        ("fr", "en juin 2024", "2024-06", "point"),
        ("fr", "depuis août 2023", "2023-08/..", "since"),
        ("fr", "la semaine dernière", "2024-11-04/2024-11-10", "point"),
        ("fr", "du 4 au 6 novembre", "2024-11-04/2024-11-06", "interval"),
        ("fr", "il y a trois jours", "2024-11-09", "point"),
        ("fr", "le 1er juin 2024", "2024-06-01", "point"),
        ("fr", "début août", "2024-08-01/2024-08-10", "point"),
        ("fr", "le traité de 1961", "1961", "point"),
    ],
)
def test_other_languages(language: str, text: str, interval: str, kind: str) -> None:
    assert [(t[1], t[3]) for t in told(text, language)] == [(interval, kind)]


def test_may_is_a_month_only_with_its_capital() -> None:
    assert told("Talks may resume in May", "en") == [("in May", "2024-05", "month", "point")]
    assert told("Theresa May may speak", "en") == []


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("it", "2024-06-20T10:00:00+02:00", "2024-06-20"),
        ("it", "20/06/2024", "2024-06-20"),
        ("it", "Dom. Lug 14th, 2024", "2024-07-14"),
        ("it", "4 dic. 2024", "2024-12-04"),
        ("it", "1° giugno 2024", "2024-06-01"),
        ("it", "GINEVRA, 2 ottobre 2025 (Agenzie)", "2025-10-02"),
        ("it", "sab 26 lug 2025 – 08:14", "2025-07-26"),
        ("it", "giugno 2024", "2024-06"),
        ("en", "June 20, 2024", "2024-06-20"),
        ("en", "20/06/2024", "2024-06-20"),
        ("fr", "20 juin 2024", "2024-06-20"),
    ],
)
def test_parse_date(language: str, text: str, day: str) -> None:
    assert str(parse_date(text, language)) == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "ieri"),
        ("it", "il 4 giugno"),
        ("it", "2024"),
        ("it", ""),
        ("it", "4 giugno 2024, 5 giugno 2024"),
        ("en", "04/05/2024"),
    ],
)
def test_parse_date_never_guesses(language: str, text: str) -> None:
    assert parse_date(text, language) is None


def test_bounds_of_the_search_keep_spans_global() -> None:
    text = "Ieri pace. Domani guerra. Oggi nulla."
    (found,) = find_times(text, "it", ANCHOR, 11, 25)
    assert found.span.of(text) == "Domani"


def test_a_missing_language_is_one_clear_line() -> None:
    with pytest.raises(PackError, match="no times for the language 'xx'"):
        find_times("oggi", "xx", ANCHOR)
