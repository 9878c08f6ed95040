import pytest

from foedus.model import When
from foedus.report.dates import date_of, dated_words, edtf_words
from foedus.report.wording import wording


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-03", "3 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2031-05-03/2031-05-04", "3–4 May 2031"),
        ("2031-05-03/2031-06-04", "3 May 2031 to 4 June 2031"),
        ("2031-05/2032-01", "May 2031 to January 2032"),
        ("../2031-05-03", "by 3 May 2031"),
        ("2031-05-03/..", "from 3 May 2031"),
        ("2031-05-03/2031-05-03", "3 May 2031"),
        ("2031-02-30", "2031-02-30"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_edtf_reads_as_people_write(edtf: str, words: str) -> None:
    assert edtf_words(edtf, wording("en")) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-03", "on 3 May 2031"),
        ("2031-05", "in May 2031"),
        ("2031", "in 2031"),
        ("2031-05-03/2031-05-04", "in 3–4 May 2031"),
        ("../2031-05-03", "by 3 May 2031"),
        ("2031-05-03/..", "from 3 May 2031"),
        ("soon", "soon"),
    ],
)
def test_a_date_inside_a_sentence(edtf: str, words: str) -> None:
    assert dated_words(edtf, wording("en")) == words


def test_unknown_stays_unknown_and_inference_is_told() -> None:
    words = wording("en")
    assert date_of(None, words).words == "date not established"
    assert date_of(When(None, text="last week"), words).edtf == ""
    assert date_of(When("2031-05-03", basis="context"), words).inferred
    assert date_of(When("2031-05-03/.."), words).attribute == ""
