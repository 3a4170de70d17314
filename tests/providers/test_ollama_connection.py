"""To whom a connection is made, with which key, and that the key never shows."""

import asyncio
import gc
import logging
import os
import ssl
from pathlib import Path

import pytest

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.provider_errors import KeyRefused, UntrustedServer, UnusableCertificates, UnusableKey
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.settings import ProviderSettings, Secret, parse_key
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.loopback.script import House
from tests.providers.streaming import collected, request, streamed

KEY = "sk-planted-4711"
TLS = Path(__file__).parent.parent / "loopback" / "tls"


def test_given_key_is_sent_and_beats_the_environment() -> None:
    async def run(server: OllamaServer) -> Ending:
        settings = ProviderSettings(base_url=server.url, key=Secret(KEY))
        provider = OllamaProvider(settings, environment={"OLLAMA_API_KEY": "another"})
        try:
            return (await collected(provider, request())).ending
        finally:
            await provider.close()

    with OllamaServer(house=House(key=KEY)) as server:
        assert asyncio.run(run(server)) is Ending.STOP
        assert {one.headers["authorization"] for one in server.requests} == {f"Bearer {KEY}"}


def test_key_and_host_of_the_environment() -> None:
    async def run(server: OllamaServer) -> Ending:
        provider = OllamaProvider(environment={"OLLAMA_API_KEY": f" {KEY}\n", "OLLAMA_HOST": f"0.0.0.0:{server.port}"})
        try:
            return (await collected(provider, request())).ending
        finally:
            await provider.close()

    with OllamaServer(house=House(key=KEY)) as server:
        assert asyncio.run(run(server)) is Ending.STOP


def test_wrong_key_is_refused_and_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with OllamaServer(house=House(key="right")) as server:
        settings = ProviderSettings(base_url=server.url, key=Secret(KEY))
        came = streamed(server, settings=settings)
    assert type(came.fault) is KeyRefused
    assert KEY not in str(came.fault)
    assert KEY not in repr(settings)
    assert KEY not in caplog.text
    seen: BaseException | None = came.fault
    while seen is not None:
        assert KEY not in repr(seen)
        seen = seen.__cause__ or seen.__context__


@pytest.mark.parametrize("key", ["sk 1", "sk\n1", "clé", "sk\u200b1", "a\tb"])
def test_unusable_key_is_one_line_without_it(key: str) -> None:
    with pytest.raises(UnusableKey) as raised:
        parse_key(key, "Ollama")
    assert key not in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("key", ["", "  ", "\n"])
def test_blank_key_is_none(key: str) -> None:
    assert parse_key(key, "Ollama") is None


def test_proxies_are_not_for_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{closed_port()}")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with OllamaServer() as server:
        assert streamed(server).ending is Ending.STOP


def test_proxies_are_for_other_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The loopback server is the proxy: what it gets is a request for the other host."""
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with OllamaServer() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        streamed("http://gpu-box.example:11434")
        assert proxy.requests[0].path == "http://gpu-box.example:11434/api/show"


@pytest.fixture
def server_tls() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "server.pem", TLS / "server-key.pem")
    return context


def test_own_authority_is_trusted(server_tls: ssl.SSLContext) -> None:
    with OllamaServer(tls=server_tls) as server:
        came = streamed(
            server, settings=ProviderSettings(base_url=server.url, authorities=os.fspath(TLS / "authority.pem"))
        )
    assert came.ending is Ending.STOP


def test_unknown_authority_is_not(server_tls: ssl.SSLContext) -> None:
    with OllamaServer(tls=server_tls) as server:
        came = streamed(server)
        assert server.requests == []
    assert type(came.fault) is UntrustedServer
    assert not came.fault.passing


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_http_server_is_not_spoken_to_in_tls() -> None:
    with OllamaServer() as server:
        came = streamed(server.url.replace("http:", "https:"))
    assert type(came.fault) is UntrustedServer
    # asyncio itself may drop the transport of a handshake that failed: it is collected here, not in some later test.
    del came
    gc.collect()


@pytest.mark.parametrize("content", [None, "", "no certificate"], ids=["missing", "empty", "text"])
def test_unusable_authorities(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "authority.pem"
    if content is not None:
        path.write_text(content)

    async def run() -> None:
        provider = OllamaProvider(
            ProviderSettings(base_url="https://gpu-box.example", authorities=os.fspath(path)), environment={}
        )
        await provider.availability()

    with pytest.raises(UnusableCertificates, match=r"authority\.pem"):
        asyncio.run(run())


def test_unusable_host_is_told_when_the_provider_is_made() -> None:
    with pytest.raises(JobMatchError):
        OllamaProvider(ProviderSettings(base_url="ftp://x"), environment={})
