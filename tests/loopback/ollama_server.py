"""A server on loopback that plays the wire of Ollama 0.20: `/api/chat`, `tags`, `show`, `ps`, `pull`, `version`, faults
included.

In a test, in a thread of its own:

    with OllamaServer(Script(tokens_per_second=100)) as server:
        provider = OllamaProvider(ProviderSettings(base_url=server.url))
        ...
        server.requests[-1].body["options"]["num_ctx"]   # what came
        server.wait_for(lambda: server.chats[-1].closed_at is not None)   # the client closed, the server stopped

Several scripts are played one after the other, one for each chat; the last one goes on. `server.scripts` may be set at
any time. Requests that load a model (`messages` empty) take no script.

As a process of its own, printing its port as one line:

    python -m tests.loopback.ollama_server --port 0 --script '{"tokens_per_second": 100}' --house '{"loaded":
    {"smollm2:135m": 4096}}'

Eight streams of 100 tokens/s cost some 5 % of a core. Importable without pytest.
"""

import argparse
import asyncio
import itertools
import json
import math
import socket
import ssl
import threading
import time
import urllib.parse
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

import msgspec

from tests.loopback.answer import play
from tests.loopback.http import ClientGone, Received, Wire
from tests.loopback.script import House, LoopbackModel, Script
from tests.patience import SECONDS


class OllamaServer:
    """A context manager: up on enter, gone on exit with every connection. Its thread is its own; `requests` may be read
    from any."""

    def __init__(
        self,
        *scripts: Script,
        house: House | None = None,
        port: int = 0,
        host: str = "127.0.0.1",
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.scripts: Sequence[Script] = scripts or (Script(),)
        self.house = house or House()
        self.requests: list[Received] = []
        self.loaded = dict(self.house.loaded)
        self.port = port
        self.go_on = threading.Event()
        self._host = host
        self._tls = tls
        self._played = itertools.count()
        self._pulled: dict[str, int] = {}
        self._up = threading.Event()
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._turn: asyncio.Lock | None = None
        self._fault: BaseException | None = None

    @property
    def url(self) -> str:
        """`http://127.0.0.1:PORT`."""
        return f"{'https' if self._tls else 'http'}://{self._host}:{self.port}"

    @property
    def chats(self) -> list[Received]:
        """The requests that asked for words, in order."""
        return [one for one in self.requests if one.path.endswith("/api/chat") and one.body.get("messages")]

    def wait_for(self, happened: Callable[[], bool], seconds: float = SECONDS) -> bool:
        """Whether it happened within so many seconds. Blocks the calling thread: not for the thread of a client's
        loop."""
        until = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > until:
                return False
            time.sleep(0.005)
        return True

    async def until(self, happened: Callable[[], bool], seconds: float = SECONDS) -> bool:
        """As `wait_for`, on a client's loop."""
        return await asyncio.to_thread(self.wait_for, happened, seconds)

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=lambda: asyncio.run(self.serve()), name="loopback Ollama")
        self._thread.start()
        self._up.wait()
        if self._fault is not None:
            self._thread.join()
            raise self._fault
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._loop is not None and self._stop is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join()

    async def serve(self, told: Callable[[int], None] = lambda port: None) -> None:
        """Serves until the context ends; `told` hears the port."""
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        self._turn = asyncio.Lock()
        connections: set[asyncio.Task[None]] = set()

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            connections.add(task)
            task.add_done_callback(connections.discard)
            wire = Wire(reader, writer)
            try:
                await self._connection(wire)
            except asyncio.CancelledError:
                writer.transport.abort()
            finally:
                writer.close()

        try:
            server = await asyncio.start_server(connected, self._host, self.port, ssl=self._tls)
        except OSError as error:
            self._fault = error
            self._up.set()
            return
        self.port = server.sockets[0].getsockname()[1]
        self._up.set()
        told(self.port)
        await self._stop.wait()
        for _ in range(3):
            await asyncio.sleep(0)  # who is just being let in is let in whole
        server.close()
        for task in list(connections):
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        for _ in range(3):
            await asyncio.sleep(0)  # what was dropped is closed in the loop's next turns

    async def _connection(self, wire: Wire) -> None:
        while (received := await wire.request()) is not None:
            self.requests.append(received)
            try:
                if not await self._answer(wire, received):
                    return
                received.ended = True
            except ClientGone:
                received.closed_at = time.monotonic()
                wire.drop()
                return

    async def _answer(self, wire: Wire, received: Received) -> bool:
        """Answers one request; whether the connection stays."""
        house = self.house
        if house.key is not None and received.headers.get("authorization") != f"Bearer {house.key}":
            await wire.reply({"error": "unauthorized"}, 401)
            return True
        match urllib.parse.urlsplit(received.path).path:  # a proxy is asked for a whole URL
            case "/api/version":
                await wire.reply({"version": "0.20.0"})
            case "/api/tags":
                await wire.reply({"models": [_listed(model) for model in house.models]})
            case "/api/ps" if house.ps:
                await wire.reply(
                    {"models": [_running(model, self.loaded) for model in house.models if model.name in self.loaded]}
                )
            case "/api/show" if house.show:
                model = self._model(received)
                await (wire.reply(_shown(model)) if model else wire.reply(_missing(received), 404))
            case "/api/chat":
                return await self._chat(wire, received)
            case "/api/delete":
                model = self._model(received)
                if model:
                    house = self.house
                    kept = tuple(one for one in house.models if one is not model)
                    self.house = msgspec.structs.replace(house, models=kept)
                await (wire.reply({}) if model else wire.reply(_missing(received), 404))
            case "/api/pull":
                await self._pull(wire, received)
            case "/":
                await wire.whole(200, b"Ollama is running", "text/plain; charset=utf-8")
            case _:
                await wire.whole(404, b"404 page not found", "text/plain")
        return True

    def _model(self, received: Received) -> LoopbackModel | None:
        return next((model for model in self.house.models if model.name == received.body.get("model")), None)

    async def _chat(self, wire: Wire, received: Received) -> bool:
        model = self._model(received)
        messages = received.body.get("messages") or []
        script = self.scripts[min(next(self._played), len(self.scripts) - 1)] if messages else self.scripts[0]
        if messages and script.status != 200:
            body = json.dumps({"error": script.error}).encode() if script.body is None else script.body.encode()
            kind = "application/json" if script.body is None else script.content_type or "application/x-ndjson"
            await wire.whole(script.status, body, kind, *script.headers)
            return True
        if messages and script.body is not None:
            await wire.whole(200, script.body.encode(), script.content_type or "application/x-ndjson", *script.headers)
            return True
        if model is None:
            await wire.reply(_missing(received), 404)
            return True
        if received.body.get("think") and "thinking" not in (model.capabilities or ()):
            await wire.reply({"error": f'"{model.name}" does not support thinking'}, 400)
            return True
        window = int(received.body.get("options", {}).get("num_ctx", 4096))
        if not messages and received.body.get("keep_alive") == 0:
            self.loaded.pop(model.name, None)
            await wire.reply(_empty(model.name, "unload"))
            return True
        if self.loaded.get(model.name) != window:
            self.loaded.pop(model.name, None)
            await wire.wait(script.loading_seconds)
            self.loaded[model.name] = window
        if not messages:
            await wire.reply(_empty(model.name, "load"))
            return True
        read = script.prompt_tokens
        if read is None:
            read = sum(math.ceil(len(message["content"]) / 4) for message in messages)
        if read > window and received.body.get("truncate") is False:
            await wire.reply({"error": "the input length exceeds the context length"}, 400)
            return True
        if self._turn is not None and self.house.one_by_one:
            async with self._turn:
                await wire.wait(script.reading_seconds)
                return await play(wire, received, script, min(read, window), go_on=self.go_on)
        await wire.wait(script.reading_seconds)
        return await play(wire, received, script, min(read, window), go_on=self.go_on)

    async def _pull(self, wire: Wire, received: Received) -> None:
        await wire.head(200, ("Content-Type", "application/x-ndjson"), ("Transfer-Encoding", "chunked"))

        async def say(**values: object) -> None:
            await wire.wait(self.house.pull_seconds)
            await wire.chunk(json.dumps(values).encode() + b"\n")

        name = received.body["model"]
        await say(status="pulling manifest")
        if "nowhere" in name or "offline" in name:
            why = "file does not exist" if "nowhere" in name else "dial tcp: lookup registry: no such host"
            await say(error=f"pull model manifest: {why}")
            await wire.end()
            return
        for layer in self.house.layers:
            status = f"pulling {layer.digest.removeprefix('sha256:')}"
            await say(status=status, digest=layer.digest, total=layer.total)
            while (done := self._pulled.get(layer.digest, 0)) < layer.total:
                self._pulled[layer.digest] = done = min(done + layer.step, layer.total)
                await say(status=status, digest=layer.digest, total=layer.total, completed=done)
        for status in ("verifying sha256 digest", "writing manifest", "success"):
            await say(status=status)
        await wire.end()


def closed_port() -> int:
    """A port on which nothing listens: connections to it are refused."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _details(model: LoopbackModel) -> dict[str, object]:
    return {
        "parent_model": "",
        "format": "gguf",
        "family": "llama",
        "families": ["llama"],
        "parameter_size": model.parameters,
        "quantization_level": model.quantisation,
    }


def _listed(model: LoopbackModel) -> dict[str, object]:
    return {
        "name": model.name,
        "model": model.name,
        "modified_at": "2026-11-25T01:02:28.63804733Z",
        "size": model.size,
        "digest": "85f8fc0fcc4f7ab957bca7635820368cd97c61ef6f1b5501ed504b98234eacb4",
        "details": _details(model),
    }


def _running(model: LoopbackModel, loaded: dict[str, int]) -> dict[str, object]:
    return {
        **_listed(model),
        "expires_at": "2026-11-25T01:16:20.623553933Z",
        "size_vram": 0,
        "context_length": loaded[model.name],
    }


def _shown(model: LoopbackModel) -> dict[str, object]:
    information: dict[str, object] = {"general.architecture": "llama", "general.parameter_count": 134_515_008}
    if model.context is not None:
        information["llama.context_length"] = model.context
    capabilities = {} if model.capabilities is None else {"capabilities": list(model.capabilities)}
    return {
        "modelfile": "# Modelfile",
        "template": "{{ .Prompt }}",
        "parameters": "\n".join(f'stop                           "{text}"' for text in model.stop),
        "details": _details(model),
        "model_info": information,
        "modified_at": "2026-11-25T01:02:28.63804733Z",
        **capabilities,
    }


def _missing(received: Received) -> dict[str, object]:
    return {"error": f"model '{received.body.get('model')}' not found"}


def _empty(model: str, reason: str) -> dict[str, object]:
    return {
        "model": model,
        "created_at": "2026-11-25T01:11:20.623303903Z",
        "message": {"role": "assistant", "content": ""},
        "done": True,
        "done_reason": reason,
    }


def main() -> None:
    """A process of its own; ends with the signal that ends it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--script", default="{}", help="JSON of a Script, or of a list of them")
    parser.add_argument("--house", default="{}", help="JSON of a House")
    arguments = parser.parse_args()
    scripts = msgspec.json.decode(arguments.script, type=Script | list[Script])
    house = msgspec.json.decode(arguments.house, type=House)
    server = OllamaServer(*(scripts if isinstance(scripts, list) else [scripts]), house=house, port=arguments.port)
    try:
        asyncio.run(server.serve(lambda port: print(port, flush=True)))
    except KeyboardInterrupt:
        return
    if server._fault is not None:
        raise SystemExit(f"port {arguments.port}: {server._fault}")


if __name__ == "__main__":
    main()
