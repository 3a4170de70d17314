"""What a person sets for a provider: what is taken, what is refused with one line, and when it acts."""

import asyncio
import shutil
from pathlib import Path

import pytest

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.provider_errors import (
    CredentialsInAddress,
    NoAnswer,
    UnknownProvider,
    UnusableAddress,
    UnusableCertificates,
)
from jobmatch_desktop.domain.settings_errors import (
    ContextTooLarge,
    ContextTooSmall,
    CredentialsInProxy,
    HeaderOfTheProgram,
    KeyInHeader,
    UnusableHeader,
    UnusableHost,
    UnusableProxy,
    UnusableTemperature,
    UnusableWidth,
    UnusableWord,
)
from jobmatch_desktop.domain.task import ModelSettings, Status
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.services.lanes import width_of
from jobmatch_desktop.services.provider_settings import LEAST_CONTEXT
from jobmatch_desktop.storage.settings import ProviderPlace, Settings, load_settings
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.saying import saying
from tests.services.house import CV, LETTER, MODEL, answers, opened, silent_after

AUTHORITY = Path(__file__).parent.parent / "loopback" / "tls" / "authority.pem"


def place(**fields: object) -> ProviderPlace:
    return ProviderPlace(**fields)  # type: ignore[arg-type]


REFUSED = [
    (place(base_url="http://"), UnusableAddress),
    (place(base_url="ftp://host"), UnusableAddress),
    (place(base_url="http://ho st"), UnusableAddress),
    (place(base_url="http://host:99999"), UnusableAddress),
    (place(base_url="http://[::1"), UnusableAddress),
    (place(base_url="https://me:secret@host/v1"), CredentialsInAddress),
    (place(headers=(("X Tenant", "a"),)), UnusableHeader),
    (place(headers=(("X-Tenant", "a\nb"),)), UnusableHeader),
    (place(headers=(("X-Tenant", "é"),)), UnusableHeader),
    (place(headers=(("Authorization", "a"),)), KeyInHeader),
    (place(headers=(("X-Api-Key", "a"),)), KeyInHeader),
    (place(headers=(("X-Tenant", "Bearer a"),)), KeyInHeader),
    (place(headers=(("Cookie", "a"),)), KeyInHeader),
    (place(headers=(("Host", "a"),)), HeaderOfTheProgram),
    (place(proxy="proxy:8080"), UnusableProxy),
    (place(proxy="http://proxy/path"), UnusableProxy),
    (place(proxy="socks5://proxy:1080"), UnusableProxy),
    (place(proxy="http://me:secret@proxy:8080"), CredentialsInProxy),
    (place(authorities="/nowhere/ca.pem"), UnusableCertificates),
    (place(authorities=__file__), UnusableCertificates),
    (place(authorities=str(Path(__file__).parent)), UnusableCertificates),
    (place(width=0), UnusableWidth),
    (place(width=17), UnusableWidth),
]


@pytest.mark.parametrize(("wanted", "fault"), REFUSED, ids=map(str, range(len(REFUSED))))
def test_what_cannot_be_used_is_refused_in_one_line_and_changes_nothing(
    tmp_path: Path, wanted: ProviderPlace, fault: type[JobMatchError]
) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            with pytest.raises(fault) as raised:
                await house.services.provider_settings.change("ollama", wanted)
            assert len(str(raised.value).splitlines()) == 1
            assert "secret" not in str(raised.value)
            assert load_settings(tmp_path).settings == Settings()
            with pytest.raises(UnknownProvider):
                await house.services.provider_settings.change("nobody", ProviderPlace())

    asyncio.run(main())


@pytest.mark.parametrize(
    ("base_url", "url", "own"),
    [
        ("0.0.0.0", "http://127.0.0.1:11434", True),
        ("http://0.0.0.0:8080/v1/", "http://127.0.0.1:8080/v1", True),
        ("http://[::1]:8080", "http://[::1]:8080", True),
        ("http://[fd00::5]", "http://[fd00::5]", False),
        ("https://server.home/ollama", "https://server.home/ollama", False),
    ],
)
def test_an_address_is_taken_as_it_was_meant(tmp_path: Path, base_url: str, url: str, own: bool) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            now = await house.services.provider_settings.change("ollama", place(base_url=base_url))
            assert now.address is not None
            assert (now.address.url, now.own, now.from_environment) == (url, own, False)
            assert now.width == (1 if own else 3)

    asyncio.run(main())


def test_everything_is_kept_and_emptied_again(tmp_path: Path) -> None:
    full = place(
        base_url=" http://server.home:11434 ",
        headers=((" X-Tenant ", " blue "), ("", "")),
        authorities=str(AUTHORITY),
        proxy="http://proxy:8080",
        width=16,
    )

    async def main() -> None:
        async with opened(tmp_path) as house:
            places = house.services.provider_settings
            now = await places.change("ollama", full)
            assert now.place == place(
                base_url="http://server.home:11434",
                headers=(("X-Tenant", "blue"),),
                authorities=str(AUTHORITY),
                proxy="http://proxy:8080",
                width=16,
            )
            assert load_settings(tmp_path).settings.providers == {"ollama": now.place}
            emptied = await places.change("ollama", place(base_url=" ", authorities="", proxy=""))
            assert emptied.place == ProviderPlace()

    asyncio.run(main())


def test_the_environment_is_told_from_the_persons_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            places = house.services.provider_settings
            monkeypatch.setenv("OLLAMA_HOST", "server.home")
            now = places.now("ollama")
            assert now.address is not None
            assert (now.address.host, now.from_environment, now.own) == ("server.home", True, False)
            await places.change("ollama", place(base_url="http://127.0.0.1:1"))
            assert not places.now("ollama").from_environment
            await places.change("ollama", place())
            monkeypatch.delenv("OLLAMA_HOST")
            assert not places.now("ollama").from_environment

    asyncio.run(main())


def test_a_computer_is_marked_as_own_and_unmarked(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            places = house.services.provider_settings
            await places.change("ollama", place(base_url="http://Server.Home:11434"))
            assert not places.now("ollama").own
            await places.mark_own("server.home")
            await places.mark_own("http://server.home:8080")
            assert places.now("ollama").own
            assert places.now("ollama").width == 1
            assert load_settings(tmp_path).settings.own_hosts == ("server.home",)
            await places.mark_own("server.home", own=False)
            assert not places.now("ollama").own
            for text in ("", "a b", "http://", "-"):
                with pytest.raises(UnusableHost):
                    await places.mark_own(text)

    asyncio.run(main())


def test_settings_of_a_model(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            with OllamaServer() as server:
                places = house.services.provider_settings
                await places.change("ollama", place(base_url=server.url))
                wanted = ModelSettings(context_tokens=8192, thinking=True, temperature=0.0)
                await places.set_model("ollama", MODEL, wanted)
                assert places.model("ollama", MODEL) == wanted
                assert places.model("ollama", "other") == ModelSettings()
                assert load_settings(tmp_path).settings.models == {"ollama": {MODEL: wanted}}
                with pytest.raises(ContextTooLarge) as raised:
                    await places.set_model("ollama", MODEL, ModelSettings(context_tokens=8193))
                assert "8192" in str(raised.value)
                with pytest.raises(ContextTooSmall):
                    await places.set_model("ollama", MODEL, ModelSettings(context_tokens=LEAST_CONTEXT - 1))
                for temperature in (-0.1, 2.1, float("nan")):
                    with pytest.raises(UnusableTemperature):
                        await places.set_model("ollama", MODEL, ModelSettings(temperature=temperature))
                assert places.model("ollama", MODEL) == wanted

    asyncio.run(main())


def test_private_words(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            await house.services.provider_settings.set_private_words((" Rosebud ", "", "Rosebud", "Xanadu Ltd"))
            assert load_settings(tmp_path).settings.private_words == ("Rosebud", "Xanadu Ltd")
            for word in ("a", "a\nb", "a" * 201):
                with pytest.raises(UnusableWord):
                    await house.services.provider_settings.set_private_words((word,))

    asyncio.run(main())


def test_a_lane_is_as_wide_as_was_set() -> None:
    places = {"ollama": place(width=4)}

    def set_for(name: str) -> ProviderPlace:
        return places.get(name, ProviderPlace())

    assert width_of("ollama", set_for) == 4
    assert width_of("ollama elsewhere", set_for) == 4
    assert width_of("openai", set_for) == 1
    assert width_of("openai elsewhere", set_for) == 3
    assert width_of(COMPOSER, set_for) == 2


def test_a_wider_lane_starts_what_waits(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            first, second = await house.sample(), await house.sample()
            with OllamaServer(silent_after("I", 1), silent_after("I", 1)) as server:
                await house.services.provider_settings.change("ollama", place(base_url=server.url))
                await house.start(first, server, CV)
                assert await server.until(lambda: len(server.chats) == 1)
                await house.start(second, server, LETTER)
                await house.services.provider_settings.change("ollama", place(base_url=server.url, width=2))
                assert await server.until(lambda: len(server.chats) == 2)

    asyncio.run(main())


def test_a_stream_goes_on_while_settings_change(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            scripts = answers(steps)
            with OllamaServer(*scripts) as server:
                places = house.services.provider_settings
                await places.change("ollama", place(base_url=server.url))
                task = await house.services.generation.start(application.id, CV, Choice(provider="ollama", model=MODEL))
                assert await server.until(lambda: len(server.chats) == 1)
                await places.change("ollama", place(base_url="http://127.0.0.1:9", width=2))
                await house.services.models.availability("ollama")
                assert (await house.ended(task)).status is Status.COMPLETED

    asyncio.run(main())


def test_a_certificate_file_that_vanished_fails_no_other_field(tmp_path: Path) -> None:
    copy = tmp_path / "authority.pem"
    shutil.copy(AUTHORITY, copy)

    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            places = house.services.provider_settings
            await places.change("openai", place(authorities=str(copy)))
            copy.unlink()
            await places.change("openai", place(authorities=str(copy), base_url="https://models.invalid/v1"))
            assert {field: one.kind for field, one in (await places.faults("openai")).items()} == {
                "authorities": "UnusableCertificates"
            }

    asyncio.run(main())


def test_what_cannot_be_used_in_the_file_or_the_environment_is_told_by_field(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "no scheme")

    async def main() -> None:
        async with opened(tmp_path) as house:
            by_hand = {"ollama": place(base_url="http://", proxy="socks", headers=(("Cookie", "a"),))}
            await house.services.preferences.change(providers=by_hand)
            found = {
                name: {field: one.kind for field, one in (await house.services.provider_settings.faults(name)).items()}
                for name in ("ollama", "openai", "anthropic", "compatible")
            }
            assert found == {
                "ollama": {"base_url": "UnusableAddress", "proxy": "UnusableProxy", "headers": "KeyInHeader"},
                "openai": {"base_url": "SchemeMissing"},
                "anthropic": {},
                "compatible": {"base_url": "SchemeMissing"},
            }

    asyncio.run(main())


def test_two_changes_at_once_lose_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            places = house.services.provider_settings
            await asyncio.gather(
                *(places.change(name, place(width=2)) for name in ("ollama", "openai", "anthropic")),
                places.mark_own("server.home"),
                places.mark_own("other.home"),
            )
            stored = load_settings(tmp_path).settings
            assert set(stored.providers) == {"ollama", "openai", "anthropic"}
            assert set(stored.own_hosts) == {"server.home", "other.home"}

    asyncio.run(main())


@pytest.mark.parametrize(
    ("name", "base_url", "usual"),
    [
        ("openai", None, True),
        ("compatible", "https://api.anthropic.com/v1", True),
        ("openai", "https://server.home/v1", False),
        ("ollama", None, False),
    ],
)
def test_a_providers_own_computers_are_known(tmp_path: Path, name: str, base_url: str | None, usual: bool) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            assert (await house.services.provider_settings.change(name, place(base_url=base_url))).usual is usual

    asyncio.run(main())


def test_a_server_that_says_nothing_of_a_model_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobmatch_desktop.services.provider_settings.ANSWER_SECONDS", 0.1)

    async def main() -> None:
        async with opened(tmp_path) as house:
            with saying(b"") as port:
                places = house.services.provider_settings
                await places.change("ollama", place(base_url=f"http://127.0.0.1:{port}"))
                with pytest.raises(NoAnswer):
                    await places.set_model("ollama", "a:1", ModelSettings(context_tokens=2048))

    asyncio.run(main())
