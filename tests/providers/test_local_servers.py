"""Servers of this machine, told apart by what they answer; whatever else listens there is none."""

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from jobmatch_desktop.providers import local_servers
from jobmatch_desktop.providers.local_servers import LocalServer, find_servers
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.patience import until

LLAMA = {"/v1/models": {"data": [{"id": "/models/a.gguf", "owned_by": "llamacpp"}]}}
OLD_LLAMA = {"/v1/models": {"data": [{"id": "a"}]}, "/props": {"default_generation_settings": {"n_ctx": 4096}}}
STUDIO = {
    "/v1/models": {"data": [{"id": "qwen3-8b", "owned_by": "organization_owner"}, {"id": "phi-4"}]},
    "/api/v0/models": {"data": [{"id": "qwen3-8b", "state": "loaded"}, {"id": "phi-4", "state": "not-loaded"}]},
}
OTHER = {"/v1/models": {"data": [{"id": "served", "owned_by": "vllm"}]}}


@contextmanager
def answering(answers: Mapping[str, object], seen: list[tuple[str, dict[str, str]]] | None = None) -> Iterator[int]:
    """A server with these answers, JSON unless they are bytes; 404 elsewhere."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if seen is not None:
                seen.append((self.path, dict(self.headers)))
            answer = answers.get(self.path)
            body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(404 if answer is None else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *values: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def found(*ports: int) -> tuple[LocalServer, ...]:
    return asyncio.run(find_servers(dict.fromkeys(ports, "")))


def test_each_kind_is_told_apart() -> None:
    with ExitStack() as stack:
        ollama = stack.enter_context(OllamaServer())
        llama, old, studio, other = (
            stack.enter_context(answering(answers)) for answers in (LLAMA, OLD_LLAMA, STUDIO, OTHER)
        )
        servers = found(ollama.port, closed_port(), llama, old, studio, other)
    assert servers == (
        LocalServer("ollama", f"http://127.0.0.1:{ollama.port}", ("smollm2:135m",)),
        LocalServer("llama.cpp", f"http://127.0.0.1:{llama}/v1", ("/models/a.gguf",)),
        LocalServer("llama.cpp", f"http://127.0.0.1:{old}/v1", ("a",)),
        LocalServer("lm studio", f"http://127.0.0.1:{studio}/v1", ("qwen3-8b", "phi-4")),
        LocalServer("compatible", f"http://127.0.0.1:{other}/v1", ("served",)),
    )


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"/": b"<html>hello</html>", "/v1/models": b"<html>hello</html>"},
        {"/v1/models": [1, 2]},
        {"/v1/models": {"data": "none"}},
        {"/api/version": {"version": 3}, "/v1/models": b"\xff\xfe"},
    ],
    ids=["nothing", "html", "a list", "a text", "other types"],
)
def test_what_is_none(answers: Mapping[str, object]) -> None:
    with answering(answers) as port:
        assert found(port) == ()


def test_an_answer_without_end_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_servers, "LONGEST_ANSWER", 20)
    with answering(LLAMA) as port:
        assert found(port) == ()


def found_beside_a_silent_one(port: int, holds: Callable[[], object]) -> tuple[LocalServer, ...]:
    """What is found at a port and at one that says nothing for as long as it is asked, or until something holds."""

    async def main() -> tuple[LocalServer, ...]:
        async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            closed = asyncio.create_task(reader.read())
            await until(lambda: holds() or closed.done())
            writer.close()

        server = await asyncio.start_server(silent, "127.0.0.1", 0)
        async with server:
            servers = await find_servers({server.sockets[0].getsockname()[1]: "", port: ""})
            await until(lambda: asyncio.all_tasks() == {asyncio.current_task()})
            return servers

    return asyncio.run(main())


def test_one_that_is_silent_does_not_keep_the_others() -> None:
    seen: list[tuple[str, dict[str, str]]] = []
    with answering(LLAMA, seen) as llama:
        assert [one.kind for one in found_beside_a_silent_one(llama, lambda: len(seen) == 2)] == ["llama.cpp"]


def test_one_that_stays_silent_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_servers, "SECONDS", 0.1)
    assert found_beside_a_silent_one(closed_port(), lambda: False) == ()


def test_no_key_and_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-planted")
    monkeypatch.delenv("NO_PROXY", raising=False)
    seen: list[tuple[str, dict[str, str]]] = []
    with answering(STUDIO, seen) as port:
        assert len(found(port)) == 1
    assert "sk-planted" not in repr(seen)
    assert {path for path, _ in seen} == {"/api/version", "/v1/models", "/api/v0/models"}
