"""One page that the person named, from real servers on loopback."""

import asyncio
import gzip
import threading

import pytest

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.offer_errors import (
    AddressUnusable,
    FetchFailed,
    PageGone,
    PageNeedsLogIn,
    PageRefused,
    PageTooLarge,
    PageTooSlow,
    PageUnreachable,
    RedirectRefused,
)
from jobmatch_desktop.services.fetching import MOST_BYTES, Fetched, fetch, is_address
from tests.loopback.pages import Page, serving

HTML = {"Content-Type": "text/html; charset=ISO-8859-1"}


def got(address: str, seconds: float = 20.0) -> Fetched:
    return asyncio.run(fetch(address, seconds=seconds))


def refused(address: str, kind: type[JobMatchError], seconds: float = 20.0) -> str:
    with pytest.raises(kind) as caught:
        got(address, seconds)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_and_what_is_asked_for_it() -> None:
    with serving() as server:
        server.pages["/job?id=4"] = Page("Métier".encode("latin-1"), headers=HTML)
        page = got(server.url("/job?id=4#apply"))
        ((path, headers),) = server.asked
    assert page.data.decode(page.charset) == "Métier"
    assert (page.kind, page.address, page.passed) == ("text/html", server.url("/job?id=4"), ())
    assert path == "/job?id=4"
    assert headers["host"] == f"127.0.0.1:{server.port}"
    assert not {"cookie", "authorization", "referer"} & headers.keys()


def test_redirects_are_told_and_carry_no_cookie() -> None:
    with serving() as server:
        server.pages["/a"] = Page(b"", 302, {"Location": "/b", "Set-Cookie": "who=me"})
        server.pages["/b"] = Page(b"", 301, {"Location": server.url("/c", "localhost")})
        server.pages["/c"] = Page(b"here")
        told: list[str] = []
        page = asyncio.run(fetch(server.url("/a"), told.append))
        assert [path for path, _ in server.asked] == ["/a", "/b", "/c"]
        assert all("cookie" not in headers for _, headers in server.asked)
    assert told == [server.url("/b"), server.url("/c", "localhost")]
    assert page.passed == (server.url("/a"), server.url("/b"))
    assert page.other_host == "localhost"


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.2:{port}/",
        "http://10.0.0.1/",
        "http://[::1]:{port}/",
        "http://169.254.169.254/latest",
        "http://0.0.0.0/",
    ],
)
def test_no_redirect_leads_into_a_private_network(location: str) -> None:
    with serving() as server:
        server.pages["/"] = Page(b"", 302, {"Location": location.format(port=server.port)})
        said = refused(server.url("/"), RedirectRefused)
        assert len(server.asked) == 1
    assert "private network" in said


@pytest.mark.parametrize("location", ["file:///etc/passwd", "javascript:alert(1)", "ftp://example.com/", "http://["])
def test_a_redirect_to_what_is_no_page_is_refused(location: str) -> None:
    with serving() as server:
        server.pages["/"] = Page(b"", 302, {"Location": location})
        refused(server.url("/"), RedirectRefused)


def test_a_circle_of_redirects_ends() -> None:
    with serving() as server:
        server.pages["/"] = Page(b"", 302, {"Location": "/"})
        assert "five times" in refused(server.url("/"), RedirectRefused)
        assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, PageGone),
        (410, PageGone),
        (401, PageNeedsLogIn),
        (403, PageNeedsLogIn),
        (999, PageNeedsLogIn),
        (500, PageRefused),
    ],
)
def test_dead_links_and_log_in_walls_offer_to_paste(status: int, kind: type[FetchFailed]) -> None:
    with serving() as server:
        server.pages["/"] = Page(b"no", status)
        assert "paste the text" in refused(server.url("/"), kind).casefold()


def test_a_redirect_to_a_log_in_page_says_so() -> None:
    with serving() as server:
        server.pages["/job"] = Page(b"", 302, {"Location": "/login?next=/job"})
        assert "logged in" in refused(server.url("/job"), PageNeedsLogIn)
        assert len(server.asked) == 1


def test_packed_pages_are_unpacked_so_far_and_no_further() -> None:
    with serving() as server:
        server.pages["/"] = Page(gzip.compress(b"hello"), headers={"Content-Encoding": "gzip"})
        assert got(server.url("/")).data == b"hello"
        server.pages["/"] = Page(gzip.compress(b"\0" * (MOST_BYTES + 1)), headers={"Content-Encoding": "gzip"})
        refused(server.url("/"), PageTooLarge)
        server.pages["/"] = Page(b"x" * (MOST_BYTES + 1))
        refused(server.url("/"), PageTooLarge)
        server.pages["/"] = Page(b"no gzip", headers={"Content-Encoding": "gzip"})
        refused(server.url("/"), PageUnreachable)
        server.pages["/"] = Page(b"?", headers={"Content-Encoding": "zstd"})
        refused(server.url("/"), PageUnreachable)


def test_a_server_that_is_slow_or_breaks_off() -> None:
    with serving() as server:
        held = threading.Event()
        server.pages["/slow"] = Page(b"late", wait=held)
        assert "0 s" in refused(server.url("/slow"), PageTooSlow, seconds=0.3)
        held.set()
        server.pages["/hurt"] = Page(b"half", hurt=True)
        refused(server.url("/hurt"), PageUnreachable)
        port = server.port
    refused(f"http://127.0.0.1:{port}/", PageUnreachable)


def test_a_server_without_encryption_is_no_https() -> None:
    with serving() as server:
        refused(server.url("/").replace("http:", "https:"), PageUnreachable)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.com/x",
        "http://",
        "http://me:secret@example.com/",
        "https://exa mple.com",
        "http://[::1",
        "http://a..b/",
    ],
)
def test_what_is_no_address_of_a_page(address: str) -> None:
    assert is_address(address)
    assert "secret" not in refused(address, AddressUnusable)


def test_a_name_that_no_server_has() -> None:
    refused("http://jobs.invalid/1", PageUnreachable)


@pytest.mark.parametrize(
    ("word", "is_one"), [("offer.txt", False), ("-", False), ("C:\\offer.txt", False), (" https://a.b", True)]
)
def test_addresses_are_told_from_files(word: str, is_one: bool) -> None:
    assert is_address(word) is is_one
