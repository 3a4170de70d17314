"""Runs a provider's stream to its end and keeps all that came."""

import asyncio
from contextlib import aclosing
from dataclasses import dataclass, field

from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.domain.stream import Chunk, End, Message, Phase, Progress, Request, Text, Thinking
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.settings import ProviderSettings
from tests.loopback.ollama_server import OllamaServer

MODEL = "smollm2:135m"


def request(text: str = "Write.", maximum_tokens: int = 400, **more: object) -> Request:
    return Request(MODEL, (Message("user", text),), maximum_tokens, **more)  # type: ignore[arg-type]


@dataclass
class Came:
    """What a stream gave: the chunks, and the fault it raised, if any."""

    chunks: list[Chunk] = field(default_factory=list)
    fault: ProviderError | None = None

    @property
    def text(self) -> str:
        return "".join(chunk.text for chunk in self.chunks if isinstance(chunk, Text))

    @property
    def thinking(self) -> str:
        return "".join(chunk.text for chunk in self.chunks if isinstance(chunk, Thinking))

    @property
    def phases(self) -> list[Phase]:
        return [chunk.phase for chunk in self.chunks if isinstance(chunk, Progress)]

    @property
    def ending(self) -> Ending:
        if self.fault is not None:
            return self.fault.ending
        (end,) = [chunk for chunk in self.chunks if isinstance(chunk, End)]
        assert self.chunks[-1] is end
        return end.ending

    @property
    def end(self) -> End:
        end = self.chunks[-1]
        assert isinstance(end, End)
        return end


async def collected(provider: OllamaProvider, asked: Request) -> Came:
    came = Came()
    try:
        async with aclosing(provider.stream(asked)) as chunks:
            async for chunk in chunks:
                came.chunks.append(chunk)
    except ProviderError as fault:
        came.fault = fault
    return came


def streamed(
    server: OllamaServer | str, asked: Request | None = None, settings: ProviderSettings | None = None
) -> Came:
    """The whole of one stream, on a loop of its own."""

    async def run() -> Came:
        url = server if isinstance(server, str) else server.url
        provider = OllamaProvider(settings or ProviderSettings(base_url=url), environment={})
        try:
            return await collected(provider, asked or request())
        finally:
            await provider.close()

    return asyncio.run(run())
