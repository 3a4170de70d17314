"""The dialects of OpenAI's two ways of answering and of Anthropic's Messages: server-sent events.

Shapes as OpenAI's API, llama.cpp's server and Ollama 0.20 (`/v1`) and Anthropic's API send them, recorded on 2026-11-25
where a server was there to record.
"""

import itertools
import json
from typing import Any

from tests.loopback.script import Script


def event(value: object, name: str = "") -> bytes:
    """One event."""
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n\n".encode()


class ChatDialect:
    """`/chat/completions`. `reasoning` names the field that thinking comes in; `done` says whether `[DONE]` follows."""

    content_type = "text/event-stream"

    def __init__(self, reasoning: str = "reasoning_content", done: bool = True) -> None:
        self._reasoning = reasoning
        self._done = done

    def _chunk(self, model: str, delta: dict[str, object], reason: str | None = None, **more: object) -> bytes:
        choices = [{"index": 0, "delta": delta, "finish_reason": reason}]
        return event(
            {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1795590828, "model": model}
            | {"choices": choices}
            | more
        )

    def opening(self, model: str) -> bytes:
        return self._chunk(model, {"role": "assistant", "content": None})

    def piece(self, model: str, content: str, thinking: str = "") -> bytes:
        return self._chunk(model, {self._reasoning: thinking} if thinking else {"content": content})

    def closing(self, model: str, script: Script, read: int, written: int) -> bytes:
        reason = {"refusal": "content_filter"}.get(script.done_reason or "", script.done_reason)
        end = self._chunk(model, {}, reason) if reason else b""
        usage = {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
        counts = self._chunk(model, {}, usage=usage).replace(
            b'"choices":[{"index":0,"delta":{},"finish_reason":null}]', b'"choices":[]'
        )
        return end + counts + (b"data: [DONE]\n\n" if self._done else b"")

    def whole_line(self, value: object) -> bytes:
        return event(value)

    def error(self, script: Script) -> bytes:
        return event({"error": {"message": script.error, "type": "server_error", "code": None}})

    def most(self, body: dict[str, Any]) -> int:
        return int(body.get("max_completion_tokens") or body.get("max_tokens") or 10**9)


class ResponsesDialect:
    """`/responses`. Made for one answer: events are numbered."""

    content_type = "text/event-stream"

    def __init__(self) -> None:
        self._number = itertools.count()

    def _event(self, kind: str, **fields: object) -> bytes:
        return event({"type": kind, "sequence_number": next(self._number), **fields}, kind)

    def opening(self, model: str) -> bytes:
        item = {"id": "msg_1", "type": "message", "role": "assistant", "status": "in_progress", "content": []}
        return (
            self._event("response.created", response=self._response(model, "in_progress"))
            + self._event("response.output_item.added", output_index=0, item=item)
            + self._event(
                "response.content_part.added",
                item_id="msg_1",
                output_index=0,
                content_index=0,
                part={"type": "output_text", "text": "", "annotations": []},
            )
        )

    def piece(self, model: str, content: str, thinking: str = "") -> bytes:
        if thinking:
            return self._event(
                "response.reasoning_summary_text.delta", item_id="rs_1", output_index=0, summary_index=0, delta=thinking
            )
        return self._event(
            "response.output_text.delta", item_id="msg_1", output_index=0, content_index=0, delta=content, logprobs=[]
        )

    def closing(self, model: str, script: Script, read: int, written: int) -> bytes:
        if script.done_reason is None:
            return b""
        reason = {"length": "max_output_tokens", "refusal": "content_filter"}.get(script.done_reason)
        if script.done_reason not in ("stop", "length", "refusal"):
            return self._event("response.something_new", reason=script.done_reason)
        usage = {
            "input_tokens": read,
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens": written,
            "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": read + written,
        }
        status = "incomplete" if reason else "completed"
        details = {"reason": reason} if reason else None
        return self._event(
            f"response.{status}", response=self._response(model, status, usage=usage, incomplete_details=details)
        )

    def whole_line(self, value: object) -> bytes:
        return event(value)

    def error(self, script: Script) -> bytes:
        return self._event("error", code="server_error", message=script.error, param=None)

    def most(self, body: dict[str, Any]) -> int:
        return int(body.get("max_output_tokens") or 10**9)

    def _response(self, model: str, status: str, **more: object) -> dict[str, object]:
        return {
            "id": "resp_1",
            "object": "response",
            "created_at": 1795590827,
            "status": status,
            "error": None,
            "incomplete_details": None,
            "instructions": None,
            "model": model,
            "output": [],
            "parallel_tool_calls": True,
            "tool_choice": "auto",
            "tools": [],
            "usage": None,
            **more,
        }


class MessagesDialect:
    """`/v1/messages`. Made for one answer: its blocks are numbered."""

    content_type = "text/event-stream; charset=utf-8"

    def __init__(self) -> None:
        self._block = -1
        self._kind = ""

    def opening(self, model: str) -> bytes:
        message = {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": model,
            "content": [],
            "stop_reason": None,
            "stop_sequence": None,
            "usage": {"input_tokens": 1, "output_tokens": 0},
        }
        return event({"type": "message_start", "message": message}, "message_start") + event({"type": "ping"}, "ping")

    def piece(self, model: str, content: str, thinking: str = "") -> bytes:
        kind = "thinking" if thinking else "text"
        delta = {"type": f"{kind}_delta", kind: thinking or content}
        return self._into(kind) + event(
            {"type": "content_block_delta", "index": self._block, "delta": delta}, "content_block_delta"
        )

    def closing(self, model: str, script: Script, read: int, written: int) -> bytes:
        end = self._end_block()
        if script.done_reason is None:
            return end
        reasons = {"stop": "end_turn", "length": "max_tokens"}
        delta = {"stop_reason": reasons.get(script.done_reason, script.done_reason), "stop_sequence": None}
        usage = {"input_tokens": read, "output_tokens": written}
        return (
            end
            + event({"type": "message_delta", "delta": delta, "usage": usage}, "message_delta")
            + event({"type": "message_stop"}, "message_stop")
        )

    def whole_line(self, value: object) -> bytes:
        return event(value, "content_block_delta")

    def error(self, script: Script) -> bytes:
        return event({"type": "error", "error": {"type": "api_error", "message": script.error}}, "error")

    def most(self, body: dict[str, Any]) -> int:
        return int(body["max_tokens"])

    def _into(self, kind: str) -> bytes:
        if kind == self._kind:
            return b""
        end = self._end_block()
        self._block, self._kind = self._block + 1, kind
        block = {"type": kind, kind: "", **({"signature": ""} if kind == "thinking" else {})}
        return end + event(
            {"type": "content_block_start", "index": self._block, "content_block": block}, "content_block_start"
        )

    def _end_block(self) -> bytes:
        if not self._kind:
            return b""
        self._kind = ""
        return event({"type": "content_block_stop", "index": self._block}, "content_block_stop")
