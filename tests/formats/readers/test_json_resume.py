import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobmatch_desktop.domain.errors import UnreadableInput
from jobmatch_desktop.domain.partial_date import PartialDate
from jobmatch_desktop.domain.profile import Link, Profile, When
from jobmatch_desktop.domain.profile_errors import (
    EmptyFile,
    NamedTwice,
    NotJson,
    NotResume,
    UnusableJson,
    WrongType,
)
from jobmatch_desktop.formats.readers.json_resume import profile_of, read_profile

WHOLE: dict[str, Any] = {
    "basics": {
        "name": "Ana Ruiz",
        "label": "Nurse",
        "email": "ana@example.org",
        "phone": "+34 600 000 000",
        "url": "https://ana.example.org",
        "summary": "Works nights.\nLikes days.",
        "location": {"address": "1 Calle", "postalCode": "28001", "city": "Madrid", "region": "M", "countryCode": "ES"},
        "profiles": [{"network": "LinkedIn", "username": "ana", "url": "https://example.org/ana"}],
    },
    "work": [
        {
            "name": "Hospital",
            "position": "Nurse",
            "location": "Madrid",
            "startDate": "2019-02",
            "endDate": "",
            "highlights": ["One", None, "Three"],
            "x-team": 7,
        }
    ],
    "volunteer": [{"organization": "Red Cross", "position": "Helper"}],
    "education": [{"institution": "UCM", "studyType": "Degree", "area": "Nursing", "score": "9/10", "courses": ["A"]}],
    "projects": [{"name": "Rota", "roles": ["Author"], "keywords": ["Excel"], "entity": "Ward", "type": "tool"}],
    "awards": [{"title": "Best", "awarder": "Ward", "date": "2020"}],
    "certificates": [{"name": "CPR", "issuer": "ERC", "date": "2021-05-01"}],
    "publications": [{"name": "Nights", "publisher": "Journal", "releaseDate": "2022-01"}],
    "skills": [{"name": "Care", "level": "Master", "keywords": ["IV"]}],
    "languages": [{"language": "Spanish", "fluency": "Native"}],
    "interests": [{"name": "Chess", "keywords": ["Blitz"]}],
    "references": [{"name": "Dr. Paz", "reference": "Good."}],
    "meta": {"version": "v1.0.0"},
    "x-mine": [1, {"a": None}],
}


def read(document: object) -> Profile:
    return read_profile(json.dumps(document).encode())


def test_every_known_field_is_read_and_the_source_is_kept_unchanged() -> None:
    profile = read(WHOLE)
    assert profile.source == WHOLE
    assert profile.basics.name == "Ana Ruiz"
    assert profile.basics.country == "ES"
    assert profile.basics.summary == "Works nights.\nLikes days."
    assert profile.basics.links == (Link("LinkedIn", "ana", "https://example.org/ana"),)
    job = profile.work[0]
    assert (job.organisation, job.position, job.place) == ("Hospital", "Nurse", "Madrid")
    assert job.start == When("2019-02", PartialDate(2019, 2))
    assert job.end is None
    assert profile.volunteer[0].organisation == "Red Cross"
    assert (profile.education[0].degree, profile.education[0].score) == ("Degree", "9/10")
    assert (profile.projects[0].entity, profile.projects[0].kind) == ("Ward", "tool")
    assert profile.awards[0].issuer == "Ward"
    assert profile.certificates[0].date == When("2021-05-01", PartialDate(2021, 5, 1))
    assert profile.publications[0].issuer == "Journal"
    assert profile.skills[0].keywords == ("IV",)
    assert profile.languages[0].fluency == "Native"
    assert profile.interests[0].keywords == ("Blitz",)
    assert profile.references[0].reference == "Good."


def test_lists_keep_their_places() -> None:
    assert read(WHOLE).work[0].highlights == ("One", "", "Three")
    assert len(read({"work": [None, {"name": "B"}]}).work) == 2


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    text = json.dumps({"basics": {"name": "Zoé Müller", "label": "Élève"}}, ensure_ascii=False)
    assert read_profile(text.encode(encoding)).basics.name == "Zoé Müller"


@pytest.mark.parametrize("name", ["محمد عبد الله", "山田 太郎", "יעל כהן", "Ngô Đình Diệm", "👩‍💻 Kim"])
def test_names_of_every_script(name: str) -> None:
    assert read({"basics": {"name": name}}).basics.name == name


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2014", PartialDate(2014)),
        ("2014-06", PartialDate(2014, 6)),
        ("2014-06-29", PartialDate(2014, 6, 29)),
        ("2014-06-29T10:00:00Z", PartialDate(2014, 6, 29)),
        ("Present", None),
        ("2014-13", None),
        ("2014-02-30", None),
        ("Summer 2014", None),
    ],
)
def test_dates(text: str, date: PartialDate | None) -> None:
    assert read({"work": [{"startDate": text}]}).work[0].start == When(text, date)


def test_names_of_older_versions() -> None:
    profile = read(
        {
            "basics": {"website": "https://a.example"},
            "work": [{"company": "Acme", "website": "https://acme.example"}],
            "education": [{"gpa": "4.0"}],
            "publications": [{"name": "P", "website": "https://p.example"}],
        }
    )
    assert profile.basics.url == "https://a.example"
    assert (profile.work[0].organisation, profile.work[0].url) == ("Acme", "https://acme.example")
    assert profile.education[0].score == "4.0"
    assert profile.publications[0].url == "https://p.example"


def test_null_and_empty_are_nothing() -> None:
    document = dict.fromkeys(WHOLE)
    assert read(document) == Profile(source=document)
    assert read({"basics": {}, "work": [], "skills": [{}]}).basics.name == ""


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ({"work": [{"highlights": ["a", "b", 3]}]}, "work[0].highlights[2]: expected text, found number"),
        ({"basics": {"name": ["x"]}}, "basics.name: expected text, found list"),
        ({"work": {"name": "x"}}, "work: expected list, found object"),
        ({"work": ["x"]}, "work[0]: expected object, found text"),
        ({"basics": {"location": {"city": True}}}, "basics.location.city: expected text, found true or false"),
        ({"skills": [{"keywords": "a, b"}]}, "skills[0].keywords: expected list, found text"),
        ({"work": [{"startDate": 2014}]}, "work[0].startDate: expected text, found number"),
    ],
)
def test_a_wrong_type_is_named_by_its_path(document: object, line: str) -> None:
    with pytest.raises(WrongType) as caught:
        read(document)
    assert line in str(caught.value)


def test_many_wrong_types_are_one_line() -> None:
    with pytest.raises(WrongType) as caught:
        read({"work": [{"highlights": list(range(9))}]})
    assert "work[0].highlights[0]" in str(caught.value)
    assert "and 6 more" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", EmptyFile),
        (b" \n\t", EmptyFile),
        (b"\xef\xbb\xbf", EmptyFile),
        (b"Dear Sir", NotJson),
        (b'{"basics": {"name": "x"', NotJson),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", NotJson),
        (b"\x00\x01\x02\x03", NotJson),
        (b"[]", NotResume),
        (b'"text"', NotResume),
        (b"12", NotResume),
        (b"{}", NotResume),
        (b'{"name": "left-pad", "version": "1.0.0"}', NotResume),
        (b'{"basics": {"name": "a", "name": "b"}}', NamedTwice),
        (b'{"basics": {"name": "\\ud800"}}', UnusableJson),
        (b'{"basics": {"age": NaN}}', UnusableJson),
        (b'{"basics": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", UnusableJson),
        (b'{"basics": {"age": ' + b"9" * 5000 + b"}}", UnusableJson),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(data: bytes, fault: type[UnreadableInput]) -> None:
    with pytest.raises(fault) as caught:
        read_profile(data)
    line = str(caught.value)
    assert "\n" not in line
    assert line.endswith(".")


def test_the_place_of_a_fault_is_told() -> None:
    with pytest.raises(NotJson, match="line 2, column 3"):
        read_profile(b'{"basics": {},\n  ?}')


def test_a_field_given_twice_with_the_same_value_is_no_fault() -> None:
    assert read_profile(b'{"basics": {"name": "a", "name": "a"}}').basics.name == "a"


def test_control_characters_are_left_out_of_the_view_alone() -> None:
    profile = read({"basics": {"name": "A\u0000nn\u0007a\r\nB "}})
    assert profile.basics.name == "Anna\nB"
    assert profile.source["basics"]["name"] == "A\u0000nn\u0007a\r\nB "


def test_ten_megabytes() -> None:
    line = "Wrote a thing. " * 70
    profile = read({"work": [{"name": "A", "highlights": [line] * 10_000}]})
    assert len(profile.work[0].highlights) == 10_000


FIELDS = st.sampled_from([*WHOLE, "name", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(FIELDS, inner, max_size=4),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from([*WHOLE]), JSON))
def test_any_document_is_read_or_refused_in_one_line(document: dict[str, Any]) -> None:
    line = ""
    try:
        assert profile_of(document).source is document
    except UnreadableInput as refused:
        line = str(refused)
    assert "\n" not in line


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    line = ""
    try:
        read_profile(data)
    except UnreadableInput as refused:
        line = str(refused)
    assert "\n" not in line
