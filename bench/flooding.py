"""A server in a process of its own that sends tokens as fast as it can, each as a line: `python -m bench.flooding COUNT`."""

import asyncio
import sys

from tests.loopback.answer import last_line, line
from tests.loopback.http import Received, Wire
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script


class FloodingServer(OllamaServer):
    """Answers every request with `count` tokens of six characters, however many it asks for."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    async def _chat(self, wire: Wire, received: Received) -> bool:
        if not received.body.get("messages"):
            return await super()._chat(wire, received)
        model, options = received.body["model"], received.body["options"]
        self.loaded[model] = int(options["num_ctx"])
        await wire.head(200, ("Content-Type", "application/x-ndjson"), ("Transfer-Encoding", "chunked"))
        token = line(model, " words")
        for _ in range(self._count):
            await wire.chunk(token)
        await wire.chunk(last_line(model, Script(), 100, self._count))
        await wire.end()
        return True


if __name__ == "__main__":
    asyncio.run(FloodingServer(int(sys.argv[1])).serve(lambda port: print(port, flush=True)))
