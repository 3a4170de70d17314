"""Every form of OLLAMA_HOST, and what is no address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.errors import UnreadableInput
from jobmatch_desktop.domain.provider_errors import CredentialsInAddress, UnusableAddress
from jobmatch_desktop.providers.ollama_place import parse_host

FORMS = {
    "": "http://127.0.0.1:11434",
    "  ": "http://127.0.0.1:11434",
    '"192.168.1.7"': "http://192.168.1.7:11434",
    "gpu-box": "http://gpu-box:11434",
    "gpu-box:1234": "http://gpu-box:1234",
    "gpu-box/": "http://gpu-box:11434",
    ":1234": "http://127.0.0.1:1234",
    "http://gpu-box": "http://gpu-box",
    "HTTPS://GPU-box": "https://gpu-box",
    "https://gpu-box:8443/ollama/": "https://gpu-box:8443/ollama",
    "gpu-box/ollama": "http://gpu-box:11434/ollama",
    "gpu_box.local": "http://gpu_box.local:11434",
    "ollama.com": "https://ollama.com",
    "0.0.0.0": "http://127.0.0.1:11434",
    "http://0.0.0.0:1234": "http://127.0.0.1:1234",
    "localhost": "http://127.0.0.1:11434",
    "http://LOCALHOST:1234": "http://127.0.0.1:1234",
    "::1": "http://[::1]:11434",
    "[::1]": "http://[::1]:11434",
    "[::1]:1234": "http://[::1]:1234",
    "[::]:1234": "http://[::1]:1234",
    "https://[2001:db8::7]": "https://[2001:db8::7]",
}


@pytest.mark.parametrize(("text", "url"), FORMS.items())
def test_forms(text: str, url: str) -> None:
    assert parse_host(text).url == url


@pytest.mark.parametrize(
    "text",
    [
        "a b",
        "gpu-box:0",
        "gpu-box:99999",
        "gpu-box:",
        "gpu-box:abc",
        "ftp://gpu-box",
        "://gpu-box",
        "http://",
        "http://:99",
        "http:///api",
        "http//gpu-box",
        "gpu-box?key=1",
        "gpu-box#x",
        "gpu\\box",
        "::1:11434",
        "[::1",
        "[zz]",
        "..",
        "-x",
        "gpu-box\nother",
    ],
)
def test_nonsense_is_one_line(text: str) -> None:
    with pytest.raises(UnusableAddress) as raised:
        parse_host(text)
    assert "\n" not in str(raised.value)
    assert "key=1" not in str(raised.value)


@pytest.mark.parametrize("text", ["ada:hunter2@gpu-box", "https://ada:hunter2@gpu-box:443/", "ada@gpu-box"])
def test_credentials_are_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(CredentialsInAddress) as raised:
        parse_host(text)
    assert "hunter2" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "loopback"),
    [("", True), ("127.0.0.9", True), ("[::1]", True), ("0.0.0.0", True), ("10.0.0.1", False), ("gpu-box", False)],
)
def test_loopback(text: str, loopback: bool) -> None:
    assert parse_host(text).loopback is loopback


@given(st.text(max_size=40) | st.text("htps:/[]@.0123456789ab-?#% ", max_size=25))
def test_any_text_is_an_address_or_a_clear_fault(text: str) -> None:
    try:
        host = parse_host(text)
    except UnreadableInput:
        return
    assert 1 <= host.port <= 65535
    assert host.host
    assert parse_host(host.url) == host
