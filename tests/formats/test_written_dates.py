import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.partial_date import PartialDate
from jobmatch_desktop.domain.profile import When
from jobmatch_desktop.formats.written_dates import Dates, dates_in
from jobmatch_desktop.writing.dates import span
from jobmatch_desktop.writing.wording import wording


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dec 2013 – Dec 2014", Dates("2013-12", "2014-12")),
        ("Dec 2013 – Dec 2014 · Palo Alto, CA", Dates("2013-12", "2014-12", rest="Palo Alto, CA")),
        ("Berlin, January 2019 - Present", Dates("2019-01", goes_on=True, rest="Berlin")),
        ("2014–2016", Dates("2014", "2016")),
        ("2014-2016", Dates("2014", "2016")),
        ("2014–15", Dates("2014", "2015")),
        ("2014-05", Dates(single="2014-05")),
        ("2014-05-09 to 2015-01-02", Dates("2014-05-09", "2015-01-02")),
        ("01/2019-03/2020", Dates("2019-01", "2020-03")),
        ("03.2019 – 04.2020", Dates("2019-03", "2020-04")),
        ("2019/03 - now", Dates("2019-03", goes_on=True)),
        ("Jan – Mar 2014", Dates("2014-01", "2014-03")),
        ("Jan '14 to Feb '15", Dates("2014-01", "2015-02")),
        ("From June 2018", Dates(start="2018-06")),
        ("Since 2018", Dates(start="2018")),
        ("Until May 2011", Dates(end="2011-05")),
        ("depuis août 2018", Dates(start="2018-08")),
        ("À partir d’août 2018", Dates(start="2018-08")),
        ("À partir de févr. 2018", Dates(start="2018-02")),
        ("Jusqu’en 2015 · Lyon", Dates(end="2015", rest="Lyon")),
        ("de septembre 2012 à juin 2015", Dates("2012-09", "2015-06")),
        ("sept. 2012 – aujourd’hui", Dates("2012-09", goes_on=True)),
        ("Du 1er mars 2019 au 15 avril 2020", Dates("2019-03-01", "2020-04-15")),
        ("March 5, 2019", Dates(single="2019-03-05")),
        ("25/12/2019", Dates(single="2019-12-25")),
        ("12/25/2019", Dates(single="2019-12-25")),
        ("05/06/2019", Dates(single="2019")),
        ("Engineer, Acme (2019 – 2021)", Dates("2019", "2021", rest="Engineer, Acme")),
        ("Summer 2014", Dates(single="2014", vague=True)),
        ("Summer 2014, Munich", Dates(single="2014", vague=True, rest="Munich")),
        ("Early 2014 – late 2015", Dates("2014", "2015", vague=True)),
        ("Fin 2014", Dates(single="2014", vague=True)),
        ("Dean’s list, May 2011", Dates(single="2011-05", rest="Dean’s list")),
    ],
)
def test_dates(line: str, expected: Dates) -> None:
    found = dates_in(line)
    assert found is not None
    assert found.words in line
    assert msgspec.structs.replace(found, words="") == expected


@pytest.mark.parametrize(
    "line", ["", "Palo Alto, CA", "May the force", "12345", "1234-5678", "port 8080", "31/02", "mars", "v2.2014b"]
)
def test_no_dates(line: str) -> None:
    assert dates_in(line) is None


months = st.builds(PartialDate, st.integers(1900, 2099), st.integers(0, 12))


@given(first=months, last=months, language=st.sampled_from(["en", "fr"]))
def test_reads_what_the_composer_writes(first: PartialDate, last: PartialDate, language: str) -> None:
    start, end = When(first.iso(), first), When(last.iso(), last)
    words = wording(language)
    both_dates = Dates(first.iso(), last.iso()) if first != last else Dates(single=first.iso())

    def read(line: str) -> Dates | None:
        found = dates_in(line)
        return found and msgspec.structs.replace(found, words="")

    assert read(span(start, end, words)) == both_dates
    assert read(span(start, None, words)) == Dates(start=first.iso())
    assert read(span(None, end, words)) == Dates(end=last.iso())
    assert read(span(start, When("present", None), words)) == Dates(first.iso(), goes_on=True)


@given(st.text(st.sampled_from("0123456789-/.,– janmsepto'çé()"), max_size=40))
def test_any_text_is_read_and_gives_iso_dates(line: str) -> None:
    found = dates_in(line)
    if found:
        for one in (found.start, found.end, found.single):
            assert re.fullmatch(r"|[12]\d{3}(-[01]\d(-[0-3]\d)?)?", one)
