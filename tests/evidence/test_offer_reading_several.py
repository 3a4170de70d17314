import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.evidence.offer_reading_sameness import NEAR, address_key, likeness, same_offer, shingles
from jobmatch_desktop.evidence.offer_reading_several import split_offers
from tests.evidence import offers

BODY = "Requirements:\n- 2 years of work\n- Food safety\nWe offer meals and a fair wage for everyone who works with us here.\n"
TITLES = [
    "Line Cook",
    "Waiter",
    "Head Chef",
    "Baker",
    "Accountant",
    "Cleaner",
    "Driver",
    "Receptionist",
    "Manager",
    "Buyer",
]


@pytest.mark.parametrize("between", ["\n----\n\n", "\n\n"])
def test_ten_offers_on_one_page(between: str) -> None:
    text = "Our open positions\n\n" + between.join(f"{title}\nBistro Zoe | Leeds, UK\n{BODY}" for title in TITLES)
    parts = split_offers(text)
    assert [read_offer(part).title for part in parts] == TITLES
    assert all(read_offer(part).company == "Bistro Zoe" for part in parts)


def test_labelled_titles_begin_offers() -> None:
    text = "\n\n".join(f"Job title: {title}\n{BODY}" for title in TITLES[:3])
    assert [read_offer(part).title for part in split_offers(text)] == TITLES[:3]


@pytest.mark.parametrize("text", offers.ALL)
def test_one_offer_stays_whole(text: str) -> None:
    assert split_offers(text) == (text,)


@given(st.text(max_size=500))
def test_no_text_is_lost_in_a_text_that_is_one(text: str) -> None:
    parts = split_offers(text)
    assert parts == (text,) or all(part in text for part in parts)


def test_the_same_posting_on_another_board_is_noticed() -> None:
    one = read_offer(offers.NURSE)
    other = read_offer("Apply now!\n" + offers.NURSE.replace("14 January 2027", "20 January 2027"))
    assert likeness(shingles(one.text), shingles(other.text)) >= NEAR
    assert same_offer(one, other)


def test_another_offer_of_the_same_employer_is_none() -> None:
    one = read_offer(f"Line Cook\nBistro Zoe | Leeds, UK\n{BODY}")
    other = read_offer(f"Head Chef\nBistro Zoe | Leeds, UK\n{BODY}")
    assert likeness(shingles(one.text), shingles(other.text)) >= NEAR
    assert not same_offer(one, other)
    assert not same_offer(read_offer(offers.NURSE), read_offer(offers.SCIENTIST))


def test_the_same_address_is_the_same_offer() -> None:
    one = Offer("now open", source="https://www.jobs.example/a?id=4&utm_source=mail#top")
    assert same_offer(one, Offer("closed", source="http://jobs.example/a/?id=4"))
    assert not same_offer(one, Offer("closed", source="http://jobs.example/a/?id=5"))
    assert not same_offer(Offer("one thing", source="offer.txt"), Offer("another", source="offer.txt"))


@pytest.mark.parametrize("word", ["", "offer.txt", "file:///etc/passwd", "http://[", "https:"])
def test_what_is_no_address_has_no_key(word: str) -> None:
    assert address_key(word) == ""


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_a_share_and_has_no_order(one: str, other: str) -> None:
    mine, theirs = shingles(one), shingles(other)
    assert 0.0 <= likeness(mine, theirs) == likeness(theirs, mine) <= 1.0
    assert likeness(mine, mine) == (1.0 if mine else 0.0)
