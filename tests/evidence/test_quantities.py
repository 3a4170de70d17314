"""How much and when, as values that can be compared."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.evidence.quantities import quantities


def read(text: str) -> list[tuple[str, str, list[float]]]:
    return [(text[one.start : one.end], one.kind, sorted(one.values)) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.5 million users", [("2.5 million", "number", [2_500_000])]),
        ("2,5 M€ de budget", [("2,5 M€", "number", [2_500_000])]),
        ("2 500 000 people", [("2 500 000", "number", [2_500_000])]),
        ("$1,200 and 10k", [("$1,200", "number", [1.2, 1200]), ("10k", "number", [10_000])]),
        ("40 % or 40% or 40 pour cent", [(words, "percent", [40]) for words in ("40 %", "40%", "40 pour cent")]),
        ("twelve people, twenty-five dogs", [("twelve", "number", [12]), ("twenty-five", "number", [25])]),
        ("quatre-vingt-dix personnes", [("quatre-vingt-dix", "number", [90])]),
        ("two hundred thousand", [("two hundred thousand", "number", [200_000])]),
        ("doubled sales", [("doubled", "number", [2])]),
        (
            "5+ years, cinq ans, a decade",
            [("5+ years", "duration", [60]), ("cinq ans", "duration", [60]), ("a decade", "duration", [120])],
        ),
        ("18 mois", [("18 mois", "duration", [18])]),
        ("Dec 2013 – 2014", [("Dec 2013", "date", [201312]), ("2014", "date", [201400])]),
        ("3 March 2014", [("3 March 2014", "date", [201403])]),
        ("le 1er août 2020", [("1er août 2020", "date", [202008])]),
        ("2013-12-01, 12/2013", [("2013-12-01", "date", [201312]), ("12/2013", "date", [201312])]),
        ("three years and four months", [("three years and four months", "duration", [40])]),
        ("un an et demi, ten-plus years", [("un an et demi", "duration", [18]), ("ten-plus years", "duration", [120])]),
        ("a quarter of a century", [("quarter of a century", "duration", [300])]),
        ("une demi-douzaine d’années", [("une demi-douzaine d’années", "duration", [72])]),
        ("five to six years", [("five", "duration", [60]), ("six years", "duration", [72])]),
        ("six winters", [("six winters", "duration", [72])]),
        ("six customers in a hundred", [("six customers in a hundred", "percent", [6])]),
        ("neuf clients sur dix", [("neuf clients sur dix", "percent", [90])]),
        ("5 nurses in 10 wards", [("5", "number", [5]), ("10", "number", [10])]),
        ("de 2,1 à 3,4 M€", [("2,1", "number", [2.1, 2_100_000]), ("3,4 M€", "number", [3_400_000])]),
        ("half-time", []),
        (
            "Q3 2021, early 2019",
            [("Q3 2021", "date", [202107, 202108, 202109]), ("early 2019", "date", [201901, 201902, 201903, 201904])],
        ),
        ("depuis l’automne 2016", [("l’automne 2016", "date", [201609, 201610, 201611, 201612])]),
        ("MP4 Python3 H264 B2B", []),
        ("nothing here", []),
    ],
)
def test_values(text: str, expected: list[tuple[str, str, list[float]]]) -> None:
    assert read(text) == expected


@given(st.text(st.sampled_from("0123456789 .,-/%$€kMtwoyearsDecansmilie\u00a0"), max_size=60))
def test_places_are_in_order_and_apart(text: str) -> None:
    found = quantities(text)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
    assert all(text[one.start : one.end].strip() and one.values for one in found)


@pytest.mark.parametrize("piece", ["1", "1,", "two ", "1 000 ", "2014-", "Dec ", "a decade ", "9.", "twenty-"])
def test_long_texts_are_read(piece: str) -> None:
    assert all(one.values for one in quantities(piece * 20_000))
