"""What leaves for a server elsewhere. The loopback server plays the proxy on the way to one, so that the address is really elsewhere."""

import asyncio
import functools
import json
import unicodedata
import urllib.parse
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import msgspec
import pytest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.domain.stream import Usage
from jobmatch_desktop.domain.task import Status
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.storage.settings import ProviderPlace
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Fault, Script
from tests.services.house import CV, LETTER, MODEL, House, answers, opened

ELSEWHERE = "http://writer.example:11434"
KINDS = [CV, LETTER]


def in_a_loop(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    @functools.wraps(test)
    def run(*given: Any, **named: Any) -> None:
        asyncio.run(test(*given, **named))

    return run


async def sends_abroad(house: House, server: OllamaServer, *words: str) -> None:
    place = ProviderPlace(base_url=ELSEWHERE, proxy=server.url)
    await house.services.provider_settings.change("ollama", place)
    await house.services.provider_settings.set_private_words(words)


def choice(**more: Any) -> Choice:
    return Choice(**{"provider": "ollama", "model": MODEL, **more})


def personal(profile: Profile, *words: str) -> list[str]:
    """Everything that may not leave, in the forms that a body may have it in."""
    basics = profile.basics
    data = [
        basics.name,
        *basics.name.split(),
        basics.email,
        basics.phone,
        basics.phone[-4:],
        basics.address,
        basics.postal_code,
    ]
    data += [basics.url.partition("://")[2], *words]
    for link in basics.links:
        data += [link.username, link.url.partition("://")[2]]
    forms = [form for datum in data for form in (datum, json.dumps(datum)[1:-1], urllib.parse.quote(datum))]
    return [unicodedata.normalize("NFC", form).casefold() for form in forms]


def check_nothing_personal(server: OllamaServer, profile: Profile, *words: str) -> None:
    assert server.requests
    for one in server.requests:
        for text in (json.dumps(one.body), json.dumps(one.body, ensure_ascii=False), one.path, repr(one.headers)):
            folded = unicodedata.normalize("NFC", text).casefold()
            assert [datum for datum in personal(profile, *words) if datum in folded] == []


@pytest.mark.parametrize("kind", KINDS)
@in_a_loop
async def test_nothing_personal_leaves_and_what_comes_is_put_back(tmp_path: Path, kind: DocumentKind) -> None:
    with OllamaServer() as server:
        async with opened(tmp_path) as house:
            application = await house.sample()
            profile = await house.services.profiles.get(application.profile)
            word = application.offer.company
            await sends_abroad(house, server, word, "Go")
            steps = await house.steps(application, kind)
            server.scripts = [
                Script(
                    text=step.draft.replace(word, "[private_ 1 ]").replace(" Go", " **PRIVATE_2**"),
                    tokens_per_second=500,
                )
                for step in steps
            ]
            task = await house.services.generation.start(application.id, kind, choice())
            assert (await house.ended(task)).status is Status.COMPLETED
            check_nothing_personal(server, profile, word)
            assert any("[PRIVATE_1]" in json.dumps(one.body) for one in server.chats)
            text = await house.services.generation.text(task)
            assert "PRIVATE" not in text.upper()
            journal = await house.services.generation.journal(task)
            usages = [msgspec.json.decode(entry.text, type=Usage) for entry in journal if entry.kind == "usage"]
            assert len(usages) == len(steps)
            assert all(usage.tokens_written for usage in usages)
            sent = await house.services.sending.sent(task)
            assert [json.loads(record.what.body) for record in sent.records] == [one.body for one in server.chats]
            assert {record.what.url for record in sent.records} == {f"{ELSEWHERE}/api/chat"}
            assert ("[PRIVATE_1]", word) in sent.records[0].what.hidden


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "fr"])
@in_a_loop
async def test_what_would_leave_is_what_leaves(tmp_path: Path, kind: DocumentKind, language: str) -> None:
    with OllamaServer() as server:
        async with opened(tmp_path) as house:
            application = await house.sample()
            await sends_abroad(house, server, "Postgres")
            document = await house.document(application, kind)
            await house.services.documents.save(
                document.id, document.text.replace(". ", ", truly. ", 1), document.revision
            )
            asked = choice(language=language)
            told = await house.services.sending.outgoing(application.id, kind, asked)
            assert told.leaves
            assert told.records
            assert not server.chats
            task = await house.services.generation.start(application.id, kind, asked)
            await house.ended(task)
            sent = await house.services.sending.sent(task)
            first = {record.key: record.what for record in reversed(sent.records)}
            assert first.keys() == {record.key for record in told.records}
            for record in told.records:
                foretold, left = json.loads(record.what.body), json.loads(first[record.key].body)
                # Ollama keeps a window that an earlier part needed: that is known once it has run.
                assert foretold["options"].pop("num_ctx") <= left["options"].pop("num_ctx")
                assert foretold == left
                assert record.what.hidden == first[record.key].hidden
            assert told.records[0].what == sent.records[0].what


@in_a_loop
async def test_a_cut_inside_a_placeholder_is_gone_on_with(tmp_path: Path) -> None:
    with OllamaServer() as server:
        async with opened(tmp_path) as house:
            application = await house.sample()
            profile = await house.services.profiles.get(application.profile)
            word = application.offer.company
            await sends_abroad(house, server, word)
            server.scripts = [
                Script(
                    pieces=("I would like to join [PRI", "VATE_1] and", " then [PRIV"), fault=Fault.RESET, fault_after=3
                )
            ]
            task = await house.services.generation.start(application.id, LETTER, choice())
            assert (await house.ended(task)).status is not Status.COMPLETED
            assert await house.services.generation.text(task) == f"I would like to join {word} and then [PRIV"
            server.scripts = [Script(pieces=("then to st", "ay."))]
            await house.services.generation.resume(task)
            await house.ended(task)
            check_nothing_personal(server, profile, word)
            begun = [
                one.body["messages"][-2]["content"]
                for one in server.chats
                if one.body["messages"][-2]["role"] == "assistant"
            ]
            assert begun == ["I would like to join [PRIVATE_1] and then"]
            journal = await house.services.generation.journal(task)
            body = next(entry.text for entry in journal if entry.kind in ("accepted", "rejected"))
            assert body == f"I would like to join {word} and then to stay."


@in_a_loop
async def test_what_was_sent_is_kept_when_a_task_is_started_over(tmp_path: Path) -> None:
    with OllamaServer() as server:
        async with opened(tmp_path) as house:
            application = await house.sample()
            await sends_abroad(house, server)
            server.scripts = [Script(text="I see", fault=Fault.RESET, fault_after=1)]
            task = await house.services.generation.start(application.id, CV, choice())
            await house.ended(task)
            before = len((await house.services.sending.sent(task)).records)
            assert before >= 1
            await house.services.generation.retry(task)
            await house.ended(task)
            records = (await house.services.sending.sent(task)).records
            assert len(records) > before
            assert {record.run for record in records} == {1, 2}


@in_a_loop
async def test_a_machine_of_ones_own_is_told_everything_and_nothing_is_kept(tmp_path: Path) -> None:
    with OllamaServer() as server:
        async with opened(tmp_path) as house:
            application = await house.sample()
            await house.services.provider_settings.set_private_words((application.offer.company,))
            server.scripts = answers(await house.steps(application))
            told = await house.services.sending.outgoing(application.id, CV, choice(base_url=server.url))
            task = await house.run(application, server)
            assert not told.leaves
            assert [json.loads(one.what.body) for one in told.records] == [one.body for one in server.chats]
            assert application.offer.company in json.dumps(server.chats[0].body)
            assert await house.services.sending.sent(task.id) == type(told)(False)
            assert await house.services.sending.outgoing(application.id, CV, Choice(COMPOSER)) == type(told)(False)
