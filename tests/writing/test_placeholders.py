"""What is hidden of a person, and how it is put back in a stream."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jobmatch_desktop.domain.profile import Basics, Credential, Job, Link, Profile, Project, Reference
from jobmatch_desktop.writing.placeholders import NOTHING_HIDDEN, Placeholders

BASICS = Basics(
    name="Amélie Dubois-Léger",
    email="amelie.dl@example.org",
    phone="+33 6 12 34 56 78",
    url="https://www.amelie.example/",
    address="12 rue des Lilas",
    postal_code="75011",
    city="Paris",
    links=(Link("GitHub", "amdl92", "https://github.example/amdl92"),),
)
PROFILE = Profile(basics=BASICS)
HIDDEN = Placeholders.of(PROFILE, ["Project Zeus", "Straße 9"])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I am Amélie Dubois-Léger.", "I am [NAME_1]."),
        ("AMELIE DUBOIS LEGER", "[NAME_1]"),
        ("Dubois-Léger, Amélie", "[NAME_1]"),
        ("amélie dubois-léger", "[NAME_1]"),
        ("Amélie\u00a0Dubois\u2011Léger", "[NAME_1]"),
        ("Ame\u0301lie Dubois-\nLe\u0301ger wrote", "[NAME_1] wrote"),
        ("Amé\u00adlie wrote", "[FIRST_NAME_1] wrote"),
        ("Mrs Dubois-Léger's team", "Mrs [LAST_NAME_1]'s team"),
        ("Dubois SA", "[LAST_NAME_2] SA"),
        ("du bois, amélie", "du bois, amélie"),
        ("Améliement", "Améliement"),
        ("<mailto:Amelie.DL@Example.org>", "<mailto:[EMAIL_1]>"),
        ("amelie.dl%40example.org", "[EMAIL_1]"),
        ("call 06 12 34 56 78 now", "call [PHONE_1] now"),
        ("06.12.34.56.78", "[PHONE_1]"),
        ("+33612345678", "[PHONE_1]"),
        ("0033 (0)6-12-34-56-78", "[PHONE_1]"),
        ("in 2021 0612345678", "in 2021 [PHONE_1]"),
        ("06\u00a012\u202f34 56 78", "[PHONE_1]"),
        ("12, Rue des\nLilas", "[ADDRESS_2]"),
        ("12 rue des Lilas, 75011 Paris", "[ADDRESS_1]"),
        ("75011 Paris", "[POSTCODE_1] Paris"),
        ("in Paris, 175011 times", "in Paris, 175011 times"),
        ("http://amelie.example/blog", "[LINK_2]/blog"),
        ("github.example/AMDL92", "[LINK_1]"),
        ("@amdl92", "@[USERNAME_2]"),
        ("PROJECT  zeus and STRASSE 9", "[PRIVATE_1] and [PRIVATE_2]"),
        ("projects zeus", "projects zeus"),
        ("**Project** `Zeus`", "**[PRIVATE_1]`"),
        ("Amélie%20Dubois-Léger", "[NAME_1]"),
        ("", ""),
    ],
)
def test_what_is_hidden(text: str, left: str) -> None:
    assert HIDDEN.hide(text) == left


@pytest.mark.parametrize(
    ("phone", "text"),
    [
        ("+49 30 5550 1428", "030 55501428"),
        ("+49 (0)30 5550 1428", "+49 30 5550 1428"),
        ("06 12 34 56 78", "+33 6 12 34 56 78"),
        ("(555) 123-4567", "1-555-123-4567"),
        ("+351 912 345 678", "912345678"),
        ("112", "112"),
    ],
)
def test_phones_of_many_countries(phone: str, text: str) -> None:
    hidden = Placeholders.of(Profile(basics=Basics(phone=phone)))
    assert hidden.hide(f"call {text}.") == "call [PHONE_1]."
    assert hidden.restore("[phone_1]") == phone


def test_names_that_are_words() -> None:
    hidden = Placeholders.of(Profile(basics=Basics(name="Rose May")))
    assert hidden.hide("Rose may grow a rose in May") == "[FIRST_NAME_1] may grow a rose in [LAST_NAME_1]".replace(
        "[FIRST_NAME_1] may", "[NAME_1]"
    )
    assert hidden.hide("She will rose. May left.") == "She will rose. [LAST_NAME_1] left."


def test_a_user_name_that_is_also_a_name_is_hidden_in_lower_case() -> None:
    basics = Basics(name="Rose Lee", links=(Link("X", "rose", ""),))
    assert Placeholders.of(Profile(basics=basics)).hide("see rose") == "see [USERNAME_1]"


def test_small_words_of_a_name_stay() -> None:
    hidden = Placeholders.of(Profile(basics=Basics(name="Jan van der Berg")))
    assert hidden.hide("Van life, Der Spiegel, Jan van der Berg") == "Van life, Der Spiegel, [NAME_1]"


def test_a_short_postal_code_is_hidden_only_before_its_city() -> None:
    hidden = Placeholders.of(Profile(basics=Basics(postal_code="2000", city="Sydney")))
    assert hidden.hide("In 2000 I came to 2000 Sydney") == "In 2000 I came to [POSTCODE_1] Sydney"


def test_whoever_recommends_and_the_pages_of_the_person() -> None:
    profile = Profile(
        work=(Job(organisation="Acme", url="https://acme.example"),),
        projects=(Project(name="P", url="https://p.example/mine"),),
        certificates=(Credential(name="C", url="https://c.example/123"),),
        references=(Reference("Max Weber", "Ask max@weber.example or +49 170 1234567."),),
    )
    hidden = Placeholders.of(profile)
    left = hidden.hide("Max Weber, max@weber.example, 0170 1234567, p.example/mine, c.example/123, acme.example")
    assert left == "[PERSON_1], [EMAIL_1], [PHONE_1], [LINK_1], [LINK_2], acme.example"


def test_names_without_spaces_or_case() -> None:
    hidden = Placeholders.of(Profile(basics=Basics(name="王小明")))
    assert hidden.hide("我是王小明。") == "我是[NAME_1]。"


def test_what_looks_like_a_placeholder_in_an_offer_stays() -> None:
    offer = "Dear [NAME_1], write to [email] or [ Name ]."
    hidden = Placeholders.of(PROFILE, beside=[offer])
    assert hidden.restore(hidden.hide(offer)) == offer
    assert hidden.hide("Amélie Dubois-Léger") == "[NAME_2]"
    assert hidden.restore("[name 2] [NAME_1]") == "Amélie Dubois-Léger [NAME_1]"


CHANGED = [
    ("[NAME_1]", "Amélie Dubois-Léger"),
    ("**[name 1]**'s", "**Amélie Dubois-Léger**'s"),
    ("`[Name_1]`", "`Amélie Dubois-Léger`"),
    ("Name_1", "Amélie Dubois-Léger"),
    ("NAME-1.", "Amélie Dubois-Léger."),
    ("[ name 1 ]", "Amélie Dubois-Léger"),
    ("[NAME]", "Amélie Dubois-Léger"),
    ("[**NAME_1**]", "Amélie Dubois-Léger"),
    ("\\[NAME\\_1\\]", "Amélie Dubois-Léger"),
    ("[first name 1]\u2019s", "Amélie\u2019s"),
    ("[FirstName1]", "Amélie"),
    ("[EMAIL_1][PHONE_1]", "amelie.dl@example.org+33 6 12 34 56 78"),
    ("[NAME_12] NAME_ NAME_11 SURNAME_1 [NAMES_1] name 1", None),
    ("[", None),
    ("a [NAME_", None),
    ("[link](x) and [n", None),
]


@pytest.mark.parametrize(("came", "meant"), CHANGED)
def test_placeholders_that_a_model_changed_are_put_back_wherever_the_stream_is_cut(
    came: str, meant: str | None
) -> None:
    meant = came if meant is None else meant
    assert HIDDEN.restore(came) == meant
    for first in range(len(came) + 1):
        for second in range(first, len(came) + 1):
            restorer = HIDDEN.restorer()
            pieces = [restorer.feed(piece) for piece in (came[:first], came[first:second], came[second:])]
            assert "".join([*pieces, restorer.finish()]) == meant


PLACES = [one.placeholder for one in HIDDEN.hidden]
BITS = some.sampled_from(
    [
        *PLACES,
        *(place.lower() for place in PLACES),
        *(place.strip("[]") for place in PLACES),
        "[",
        "]",
        "\\",
        "_",
        " ",
        "*",
        *["name", "NAME_", "first", "1", "2", "é", "\n", "word", "`", "ſ", "\u212a", "PRIVATE", "LIN"],
    ]
)


@given(some.lists(some.one_of(BITS, some.text(max_size=4)), max_size=12), some.data())
def test_a_stream_is_put_back_as_the_whole_is(bits: list[str], data: some.DataObject) -> None:
    whole = "".join(bits)
    restorer = HIDDEN.restorer()
    given_out, left, taken = "", whole, 0
    while left:
        size = data.draw(some.integers(1, min(len(left), 7)))
        given_out += restorer.feed(left[:size])
        left, taken = left[size:], taken + size
        assert len(restorer._held) <= HIDDEN.longest
    assert given_out + restorer.finish() == HIDDEN.restore(whole)


def test_what_cannot_be_a_placeholder_is_not_held_back() -> None:
    restorer = HIDDEN.restorer()
    assert restorer.feed("I have ten years of ") == "I have ten years of "
    assert restorer.feed("work. [NAME_1]") == "work. Amélie Dubois-Léger"
    assert restorer.finish() == ""
    assert NOTHING_HIDDEN.restorer().feed("[NAME_") == "[NAME_"


def folded(text: str) -> str:
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    return re.sub(r"[\W_]+", " ", plain).strip()


SECRETS = [
    BASICS.name,
    "Amélie",
    "Dubois-Léger",
    BASICS.email,
    BASICS.phone,
    BASICS.address,
    BASICS.postal_code,
    "https://github.example/amdl92",
    "https://www.amelie.example",
    "amdl92",
    "Project Zeus",
    "Straße 9",
]
CHANGES = some.sampled_from(
    [
        str,
        str.upper,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: unicodedata.normalize("NFKC", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace("-", "\u2010"),
    ]
)
WORDS = some.sampled_from(
    ["I", "led", "work in", "Python", "12 people", "(see", "**bold**", "été", "ten%", "\n\n", "- "]
)


@given(some.lists(some.one_of(WORDS, some.tuples(some.sampled_from(SECRETS), CHANGES)), max_size=10))
def test_no_secret_remains_and_all_comes_back(bits: list[object]) -> None:
    text = " | ".join(bit[1](bit[0]) if isinstance(bit, tuple) else str(bit) for bit in bits)
    left = HIDDEN.hide(text)
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        for secret in SECRETS:
            assert folded(secret) not in folded(unicodedata.normalize(form, left))
    assert folded(HIDDEN.restore(left)) == folded(text)


@given(some.text(max_size=60))
def test_any_text_can_be_hidden_and_put_back(text: str) -> None:
    hidden = Placeholders.of(PROFILE, ["Project Zeus"], [text])
    assert folded(hidden.restore(hidden.hide(text))) == folded(text)


@given(some.text(min_size=2, max_size=12), some.text(max_size=12), some.text(max_size=20))
def test_any_word_and_any_name_can_be_hidden(word: str, name: str, text: str) -> None:
    hidden = Placeholders.of(Profile(basics=Basics(name=name, email=name, phone=name, address=name)), [word])
    left = hidden.hide(f"{text} {word} {text}")
    if word.isalnum() and word.isascii() and word.casefold() not in (text + "".join(PLACES) + name).casefold():
        assert word.casefold() not in left.casefold()
