"""Every way an Ollama stream can end or fail: how it is told, whether to ask again, and the words that are kept."""

import asyncio

import pytest

from jobmatch_desktop.domain.provider_errors import (
    AccessDenied,
    Busy,
    ConnectionLost,
    CutOff,
    HostUnknown,
    KeyRefused,
    ModelMissing,
    ModelUnloaded,
    NotEnoughMemory,
    NotForWriting,
    NotRunning,
    ProviderError,
    Redirected,
    RequestRefused,
    ServerFailed,
    UnexpectedAnswer,
    Unreachable,
)
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.settings import ProviderSettings
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.loopback.script import Cut, Fault, House, LoopbackModel, Script
from tests.providers.streaming import MODEL, collected, request, streamed

WORDS = ("One", " two", " three", " four")

BEFORE: list[tuple[str, Script, type[ProviderError], bool]] = [
    ("reset before headers", Script(fault=Fault.RESET), ConnectionLost, True),
    ("reset inside headers", Script(fault=Fault.RESET_IN_HEADERS), ConnectionLost, True),
    ("closed without an answer", Script(fault=Fault.CLOSE), ConnectionLost, True),
    ("not http", Script(fault=Fault.NOT_HTTP), UnexpectedAnswer, False),
    ("half of the first line", Script(fault=Fault.HALF_LINE), ConnectionLost, True),
    ("half of the first line, cleanly", Script(fault=Fault.CLEAN_HALF_LINE), ConnectionLost, True),
    ("garbage first", Script(fault=Fault.GARBAGE), UnexpectedAnswer, False),
    ("no object", Script(fault=Fault.NO_OBJECT), UnexpectedAnswer, False),
    ("an error line first", Script(fault=Fault.ERROR_LINE), ServerFailed, True),
    ("out of memory", Script(fault=Fault.ERROR_LINE, error="cudaMalloc failed: out of memory"), NotEnoughMemory, False),
    (
        "a web page",
        Script(body="<html>Sign in</html>", content_type="text/html; charset=utf-8"),
        UnexpectedAnswer,
        False,
    ),
    ("compressed unasked", Script(pieces=WORDS, gzip=True), UnexpectedAnswer, False),
    ("an object that is no line", Script(body='{"hello": 1}\n'), UnexpectedAnswer, False),
    ("an empty body", Script(body=""), ConnectionLost, True),
    ("400", Script(status=400, error="something about fields"), RequestRefused, False),
    ("400 no chat", Script(status=400, error='"x" does not support chat'), NotForWriting, False),
    ("401", Script(status=401), KeyRefused, False),
    ("403", Script(status=403), AccessDenied, False),
    ("403 of a proxy", Script(status=403, body="<h1>no</h1>", content_type="text/html"), AccessDenied, False),
    ("404", Script(status=404, error=f"model '{MODEL}' not found"), ModelMissing, False),
    (
        "404 of another server",
        Script(status=404, body="404 page not found", content_type="text/plain"),
        UnexpectedAnswer,
        False,
    ),
    ("429", Script(status=429), Busy, True),
    ("500", Script(status=500), ServerFailed, True),
    (
        "500 memory",
        Script(status=500, error="model requires more system memory (5.6 GiB) than is available (3.1 GiB)"),
        NotEnoughMemory,
        False,
    ),
    ("502 of a proxy", Script(status=502, body="<h1>Bad Gateway</h1>", content_type="text/html"), ServerFailed, True),
    ("503", Script(status=503, error="server busy, please try again"), Busy, True),
    ("loaded instead", Script(pieces=(), done_reason="load"), ModelUnloaded, True),
    ("unloaded instead", Script(pieces=(), done_reason="unload"), ModelUnloaded, True),
]


@pytest.mark.parametrize(("script", "kind", "passing"), [row[1:] for row in BEFORE], ids=[row[0] for row in BEFORE])
def test_fault_before_the_first_word(script: Script, kind: type[ProviderError], passing: bool) -> None:
    with OllamaServer(script) as server:
        came = streamed(server)
    assert type(came.fault) is kind
    assert came.fault.passing is passing
    assert came.ending is Ending.ERROR
    assert came.text == ""
    assert Phase.WRITING not in came.phases


AFTER: list[tuple[str, Script, type[ProviderError], Ending]] = [
    ("reset in mid-word", Script(pieces=WORDS, fault=Fault.RESET, fault_after=3), CutOff, Ending.CUT),
    ("half a line", Script(pieces=WORDS, fault=Fault.HALF_LINE, fault_after=3), CutOff, Ending.CUT),
    ("half a line, cleanly", Script(pieces=WORDS, fault=Fault.CLEAN_HALF_LINE, fault_after=3), CutOff, Ending.CUT),
    ("no done", Script(pieces=WORDS[:3], fault=Fault.CLOSE, fault_after=3), CutOff, Ending.CUT),
    ("garbage", Script(pieces=WORDS, fault=Fault.GARBAGE, fault_after=3), CutOff, Ending.CUT),
    ("no object", Script(pieces=WORDS, fault=Fault.NO_OBJECT, fault_after=3), CutOff, Ending.CUT),
    ("an error line", Script(pieces=WORDS, fault=Fault.ERROR_LINE, fault_after=3), ServerFailed, Ending.ERROR),
    ("unloaded in the middle", Script(pieces=WORDS[:3], done_reason="unload"), CutOff, Ending.CUT),
    ("an unknown reason", Script(pieces=WORDS[:3], done_reason="cosmic rays"), CutOff, Ending.CUT),
]


@pytest.mark.parametrize(("script", "kind", "ending"), [row[1:] for row in AFTER], ids=[row[0] for row in AFTER])
def test_fault_in_the_middle_keeps_the_words(script: Script, kind: type[ProviderError], ending: Ending) -> None:
    with OllamaServer(script) as server:
        came = streamed(server)
    assert type(came.fault) is kind
    assert came.ending is ending
    assert came.text == "One two three"


ENDINGS: list[tuple[str, Script, Ending, str]] = [
    ("stop", Script(pieces=WORDS), Ending.STOP, "One two three four"),
    ("no reason, as old servers", Script(pieces=WORDS, done_reason=None), Ending.STOP, "One two three four"),
    ("length", Script(pieces=WORDS, done_reason="length"), Ending.LENGTH, "One two three four"),
    ("nothing", Script(pieces=()), Ending.EMPTY, ""),
    ("only space", Script(pieces=("\n", " ")), Ending.EMPTY, "\n "),
    ("only thinking", Script(thinking=("Hm",), pieces=(), done_reason="length"), Ending.EMPTY, ""),
    (
        "a character beyond ASCII split over chunks",
        Script(pieces=("né", "e 東京 🎯"), cut=Cut.BYTES),
        Ending.STOP,
        "née 東京 🎯",
    ),
    ("all in one chunk", Script(pieces=WORDS, cut=Cut.WHOLE), Ending.STOP, "One two three four"),
    (
        "another content type",
        Script(pieces=WORDS, content_type="application/octet-stream"),
        Ending.STOP,
        "One two three four",
    ),
]


@pytest.mark.parametrize(("script", "ending", "text"), [row[1:] for row in ENDINGS], ids=[row[0] for row in ENDINGS])
def test_ending(script: Script, ending: Ending, text: str) -> None:
    with OllamaServer(script) as server:
        came = streamed(server)
    assert came.fault is None
    assert (came.ending, came.text) == (ending, text)


def test_ten_megabytes_in_one_chunk() -> None:
    pieces = ("a" * 1_000_000,) * 10
    with OllamaServer(Script(pieces=pieces, cut=Cut.WHOLE)) as server:
        came = streamed(server)
    assert came.ending is Ending.STOP
    assert len(came.text) == 10_000_000


def test_refused() -> None:
    came = streamed(f"http://127.0.0.1:{closed_port()}")
    assert type(came.fault) is NotRunning
    assert came.fault.passing


def test_unknown_host() -> None:
    came = streamed("http://no-such-host.invalid:11434")
    assert type(came.fault) in (HostUnknown, Unreachable)


def test_a_model_that_is_not_there_is_told_before_it_is_asked() -> None:
    with OllamaServer(house=House(models=(LoopbackModel("other:1b"),))) as server:
        came = streamed(server)
    assert type(came.fault) is ModelMissing
    assert f"jobmatch-desktop pull {MODEL}" in came.fault.trouble.text()
    assert server.chats == []


def test_busy_says_how_long_to_wait() -> None:
    with OllamaServer(Script(status=503, headers=(("Retry-After", "7"),))) as server:
        came = streamed(server)
    assert came.fault is not None
    assert came.fault.retry_after == 7


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:9/api/chat", "https://elsewhere.example/x?key=1", "//elsewhere.example/", "::"]
)
def test_redirects_are_not_followed(target: str) -> None:
    with OllamaServer(Script(status=307, headers=(("Location", target),))) as server:
        came = streamed(server, settings=ProviderSettings(base_url=server.url))
    assert type(came.fault) is Redirected
    assert "key=1" not in str(came.fault)


def test_no_text_of_the_server_reaches_a_person() -> None:
    secret = "panic: at 0xdeadbeef in llm/server.go"
    for script in (
        Script(status=500, error=secret),
        Script(status=400, error=secret),
        Script(fault=Fault.ERROR_LINE, error=secret),
        Script(pieces=WORDS, fault=Fault.ERROR_LINE, fault_after=2, error=secret),
    ):
        with OllamaServer(script) as server:
            came = streamed(server)
        assert came.fault is not None
        assert "0xdeadbeef" not in str(came.fault)
        assert came.fault.trouble.remedy


def test_a_server_that_comes_up_is_used() -> None:
    """The same provider asks again after a fault: no connection or client is left broken."""
    scripts = (Script(status=503), Script(fault=Fault.RESET), Script(pieces=WORDS))

    async def run(server: OllamaServer) -> list[Ending]:
        provider = OllamaProvider(ProviderSettings(base_url=server.url), environment={})
        endings = [(await collected(provider, request())).ending for _ in scripts]
        await provider.close()
        return endings

    with OllamaServer(*scripts) as server:
        assert asyncio.run(run(server)) == [Ending.ERROR, Ending.ERROR, Ending.STOP]
