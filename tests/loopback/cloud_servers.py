"""Servers on loopback that speak as OpenAI, as the compatible servers and as Anthropic do, with the same scripts and faults
as `OllamaServer`."""

import json
import math
from typing import Any

from tests.loopback.answer import Dialect, play
from tests.loopback.event_streams import ChatDialect, MessagesDialect, ResponsesDialect
from tests.loopback.http import Received, Wire
from tests.loopback.ollama_server import OllamaServer


class OpenAIServer(OllamaServer):
    """`/v1/models`, `/v1/responses`, `/v1/chat/completions`. `paths` are those of the last two that it has."""

    paths = ("/v1/responses", "/v1/chat/completions")
    reasoning = "reasoning_content"

    @property
    def base_url(self) -> str:
        """As the SDK wants it."""
        return f"{self.url}/v1"

    @property
    def chats(self) -> list[Received]:
        return [one for one in self.requests if one.path in ("/v1/responses", "/v1/chat/completions")]

    def dialect(self, path: str) -> Dialect:
        """How an answer at a path is written."""
        return ResponsesDialect() if path == "/v1/responses" else ChatDialect(self.reasoning)

    def refusal(self, status: int, words: str) -> dict[str, Any]:
        """The body of an error."""
        return {"error": {"message": words, "type": "invalid_request_error", "param": None, "code": None}}

    def listed(self) -> dict[str, Any]:
        """The body of `/v1/models`."""
        data = [{"id": model.name, "object": "model", "created": 1, "owned_by": "me"} for model in self.house.models]
        return {"object": "list", "data": data}

    def key_of(self, received: Received) -> str | None:
        """The key that came."""
        scheme, _, key = received.headers.get("authorization", "").partition(" ")
        return key if scheme.lower() == "bearer" else None

    async def _answer(self, wire: Wire, received: Received) -> bool:
        if self.house.key is not None and self.key_of(received) != self.house.key:
            await wire.reply(self.refusal(401, "Incorrect API key provided"), 401)
            return True
        if received.path == "/v1/models":
            await wire.reply(self.listed())
            return True
        if received.path not in self.paths:
            await wire.whole(404, b"404 page not found", "text/plain")
            return True
        return await self._speak(wire, received)

    async def _speak(self, wire: Wire, received: Received) -> bool:
        script = self.scripts[min(next(self._played), len(self.scripts) - 1)]
        dialect = self.dialect(received.path)
        if script.status != 200 or script.body is not None:
            body = script.body
            kind = script.content_type or dialect.content_type
            if body is None:
                body, kind = json.dumps(self.refusal(script.status, script.error)), "application/json"
            await wire.whole(script.status, body.encode(), kind, *script.headers)
            return True
        if not any(model.name == received.body.get("model") for model in self.house.models):
            await wire.reply(self.refusal(404, f"The model `{received.body.get('model')}` does not exist"), 404)
            return True
        if (refused := self._refused(received)) is not None:
            await wire.reply(self.refusal(400, f"Unsupported parameter: '{refused}' is not supported"), 400)
            return True
        read = script.prompt_tokens
        await wire.wait(script.reading_seconds)
        return await play(wire, received, script, _tokens(received.body) if read is None else read, dialect)

    def _refused(self, received: Received) -> str | None:
        return next((field for field in self.refuses if field in received.body), None)

    refuses: tuple[str, ...] = ()
    """Fields of a request that it does not take."""


class AnthropicServer(OpenAIServer):
    """`/v1/models`, `/v1/messages`."""

    paths = ("/v1/messages",)

    @property
    def base_url(self) -> str:
        return self.url

    @property
    def chats(self) -> list[Received]:
        return [one for one in self.requests if one.path == "/v1/messages"]

    def dialect(self, path: str) -> Dialect:
        return MessagesDialect()

    def refusal(self, status: int, words: str) -> dict[str, Any]:
        kinds = {401: "authentication_error", 403: "permission_error", 404: "not_found_error", 429: "rate_limit_error"}
        kinds |= {500: "api_error", 529: "overloaded_error"}
        return {"type": "error", "error": {"type": kinds.get(status, "invalid_request_error"), "message": words}}

    def listed(self) -> dict[str, Any]:
        data = [
            {
                "id": model.name,
                "type": "model",
                "display_name": model.name,
                "created_at": "2026-01-01T00:00:00Z",
                "lifecycle": "active",
                "max_input_tokens": model.context,
            }
            for model in self.house.models
        ]
        return {"data": data, "has_more": False, "first_id": None, "last_id": None}

    def key_of(self, received: Received) -> str | None:
        return received.headers.get("x-api-key") or super().key_of(received)


class CompatibleServer(OpenAIServer):
    """As most compatible servers: no `/v1/responses`."""

    paths = ("/v1/chat/completions",)


def _tokens(body: dict[str, Any]) -> int:
    """Characters by four, as the loopback Ollama counts."""
    return math.ceil(len(json.dumps(body.get("messages") or body.get("input"))) / 4)
