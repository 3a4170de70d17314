"""The table: what is played, and what is expected of every provider."""

import enum
from collections.abc import Mapping

import msgspec

from jobmatch_desktop.domain import provider_errors as errors
from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.domain.task import Ending
from tests.loopback.event_streams import event
from tests.loopback.script import Cut, Fault, Script

WORDS = ("One", " two", " three", " four")
ALL = "".join(WORDS)
SOME = "".join(WORDS[:3])
SERVER_WORDS = "panic: goroutine 1 at 0xdeadbeef"
"""Said by servers that fail: never shown to a person."""


class Way(enum.StrEnum):
    """How a server is reached, where that is the fault."""

    PLAIN = "plain"
    CLOSED_PORT = "nothing listens"
    NO_SUCH_HOST = "no such host"
    UNTRUSTED = "a certificate nobody trusts"
    TLS_TO_PLAIN = "https to a server of http"
    SILENT_HANDSHAKE = "a handshake that does not come"
    PROXY = "a proxy in between"
    PROXY_REFUSES = "a proxy that refuses"
    PROXY_GONE = "a proxy that is not there"


class Act(enum.StrEnum):
    """What happens on this side meanwhile."""

    NOTHING = "nothing"
    CANCEL_CONNECTING = "cancel while connecting"
    CANCEL_READING = "cancel while reading"
    CANCEL_WRITING = "cancel while writing"
    SLEEP = "the machine sleeps"


class Outcome(msgspec.Struct, frozen=True):
    """What is expected: the fault's type (None: none), the ending, the words that are kept, whether it is asked again. `ending` None
    is a cancellation."""

    fault: type[ProviderError] | None
    ending: Ending | None
    text: str = ""
    passing: bool = False
    retry_after: float | None = None
    thinking: str = ""


class Row(msgspec.Struct, frozen=True):
    """A fault. `scripts` and `outcomes` are by provider; `""` is every other."""

    name: str
    scripts: Mapping[str, Script]
    outcomes: Mapping[str, Outcome]
    way: Way = Way.PLAIN
    act: Act = Act.NOTHING

    def script(self, provider: str) -> Script:
        """What the server plays."""
        return self.scripts.get(provider) or self.scripts[""]

    def outcome(self, provider: str) -> Outcome:
        """What is expected."""
        return self.outcomes.get(provider) or self.outcomes[""]


def _failed(fault: type[ProviderError], passing: bool = False, **more: object) -> Outcome:
    return Outcome(fault, fault.ending, passing=passing, **more)  # type: ignore[arg-type]


def _cut(text: str = SOME) -> Outcome:
    return Outcome(errors.CutOff, Ending.CUT, text)


def _row(name: str, script: Script, outcome: Outcome, *others: tuple[str, Outcome], **more: object) -> Row:
    return Row(name, {"": script}, {"": outcome, **dict(others)}, **more)  # type: ignore[arg-type]


def _status(status: int, outcome: Outcome, *others: tuple[str, Outcome], **more: object) -> Row:
    script = Script(status=status, error=SERVER_WORDS, **more)  # type: ignore[arg-type]
    return _row(f"{status}", script, outcome, *others)


def _body(body: str, **more: object) -> Script:
    return Script(body=body, **more)  # type: ignore[arg-type]


_OK = Outcome(None, Ending.STOP, ALL)
_LOST = _failed(errors.ConnectionLost, passing=True)
_STRANGE = _failed(errors.UnexpectedAnswer)
_AFTER = {"pieces": WORDS, "fault_after": 3}
_HTML = "<!doctype html><html><body>Sign in to the hotel's network</body></html>"


def _responses(*numbered: tuple[int, str]) -> str:
    """Events of `/responses` with numbers of their own, and the end."""
    deltas = [
        event(
            {
                "type": "response.output_text.delta",
                "sequence_number": number,
                "item_id": "m",
                "output_index": 0,
                "content_index": 0,
                "delta": words,
                "logprobs": [],
            },
            "response.output_text.delta",
        )
        for number, words in numbered
    ]
    response = {"id": "r", "object": "response", "status": "completed", "model": "m", "output": [], "usage": None}
    end = {"type": "response.completed", "sequence_number": 99, "response": response}
    return b"".join([*deltas, event(end, "response.completed")]).decode()


def _messages(*blocks: tuple[int, str]) -> str:
    """Blocks of `/v1/messages`, each opened, written and closed in turn, and the end."""
    made = [
        event({"type": kind, "index": index, **more}, kind)
        for index, words in blocks
        for kind, more in (
            ("content_block_start", {"content_block": {"type": "text", "text": ""}}),
            ("content_block_delta", {"delta": {"type": "text_delta", "text": words}}),
            ("content_block_stop", {}),
        )
    ]
    stop = {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 4}}
    return b"".join([*made, event(stop, "message_delta"), event({"type": "message_stop"}, "message_stop")]).decode()


ROWS: tuple[Row, ...] = (
    # The way there
    _row("refused", Script(), _failed(errors.NotRunning, passing=True), way=Way.CLOSED_PORT),
    _row("no such host", Script(), _failed(errors.HostUnknown), way=Way.NO_SUCH_HOST),
    _row("untrusted certificate", Script(), _failed(errors.UntrustedServer), way=Way.UNTRUSTED),
    _row("https to a server of http", Script(), _failed(errors.UntrustedServer), way=Way.TLS_TO_PLAIN),
    _row(
        "a handshake that does not come",
        Script(),
        _failed(errors.Unreachable, passing=True),
        # Its first question is asked in the phase of connecting, which has a limit of its own.
        ("ollama", Outcome(errors.Stalled, Ending.STALL)),
        way=Way.SILENT_HANDSHAKE,
    ),
    _row("a proxy in between", Script(pieces=WORDS), _OK, way=Way.PROXY),
    _row("a proxy that refuses", Script(pieces=WORDS), _failed(errors.AccessDenied), way=Way.PROXY_REFUSES),
    _row("a proxy that is not there", Script(), _failed(errors.ProxyUnreachable, passing=True), way=Way.PROXY_GONE),
    # Before the first word
    _row("reset before headers", Script(fault=Fault.RESET), _LOST),
    _row("reset inside headers", Script(fault=Fault.RESET_IN_HEADERS), _LOST),
    _row("closed without an answer", Script(fault=Fault.CLOSE), _LOST),
    _row("no HTTP", Script(fault=Fault.NOT_HTTP), _STRANGE),
    _status(401, _failed(errors.KeyRefused)),
    _status(402, _failed(errors.QuotaUsedUp), ("ollama", _failed(errors.RequestRefused))),
    _status(403, _failed(errors.AccessDenied)),
    _row("404 of another server", Script(status=404, body="404 page not found", content_type="text/plain"), _STRANGE),
    Row(
        "404 of the model",
        {
            "": Script(status=404, error="The model `smollm2:135m` does not exist"),
            "ollama": Script(status=404, error="model 'smollm2:135m' not found"),
        },
        {"": _failed(errors.ModelNotOffered), "ollama": _failed(errors.ModelMissing)},
    ),
    _status(429, _failed(errors.Busy, passing=True)),
    Row(
        "429 with Retry-After",
        {"": Script(status=429, error="slow down", headers=(("Retry-After", "7"),))},
        {"": _failed(errors.Busy, passing=True, retry_after=7.0)},
    ),
    Row(
        "429 without credit",
        {
            "": Script(status=429, error="You exceeded your current quota (insufficient_quota)"),
            "anthropic": Script(status=400, error="Your credit balance is too low"),
        },
        {"": _failed(errors.QuotaUsedUp), "ollama": _failed(errors.Busy, passing=True)},
    ),
    _status(500, _failed(errors.ServerFailed, passing=True)),
    _status(503, _failed(errors.Busy, passing=True)),
    _status(529, _failed(errors.Busy, passing=True)),
    _row(
        "502 of a proxy", Script(status=502, body=_HTML, content_type="text/html"), _failed(errors.ServerFailed, True)
    ),
    _row("400", Script(status=400, error=SERVER_WORDS), _failed(errors.RequestRefused)),
    _row("a web page", _body(_HTML, content_type="text/html; charset=utf-8"), _STRANGE),
    _row(
        "redirect to another host",
        Script(status=307, headers=(("Location", "http://127.0.0.1:9/x?key=1"),)),
        _failed(errors.Redirected),
    ),
    _row("a gzip bomb", Script(pieces=("0" * 1_000_000,) * 50, gzip=True), _STRANGE),
    _row("an empty body", _body(""), _LOST),
    Row(
        "JSON where a stream was asked for",
        {"": _body('{"id": "x", "object": "y"}', content_type="application/json")},
        {"": _STRANGE},
    ),
    _row("garbage first", Script(fault=Fault.GARBAGE), _STRANGE),
    _row("no object first", Script(fault=Fault.NO_OBJECT), _STRANGE),
    _row("half of the first event", Script(fault=Fault.HALF_LINE), _LOST),
    _row(
        "an error inside a 200, first",
        Script(fault=Fault.ERROR_LINE, error=SERVER_WORDS),
        _failed(errors.ServerFailed, True),
    ),
    # In the middle
    _row("reset in the middle", Script(fault=Fault.RESET, **_AFTER), _cut()),
    _row("half an event", Script(fault=Fault.HALF_LINE, **_AFTER), _cut()),
    _row("half an event, ended in order", Script(fault=Fault.CLEAN_HALF_LINE, **_AFTER), _cut()),
    _row("garbage in the middle", Script(fault=Fault.GARBAGE, **_AFTER), _cut()),
    _row("no mark of an end", Script(fault=Fault.CLOSE, **_AFTER), _cut()),
    _row(
        "an error inside a 200",
        Script(fault=Fault.ERROR_LINE, error=SERVER_WORDS, **_AFTER),
        Outcome(errors.ServerFailed, Ending.ERROR, SOME, passing=True),
    ),
    _row(
        "a character split over chunks",
        Script(pieces=("né", "e 東京 🎯"), cut=Cut.BYTES),
        Outcome(None, Ending.STOP, "née 東京 🎯"),
    ),
    _row("all in one chunk", Script(pieces=WORDS, cut=Cut.WHOLE), _OK),
    _row(
        "ten megabytes at once",
        Script(pieces=("a" * 1_000_000,) * 10, cut=Cut.WHOLE),
        Outcome(None, Ending.STOP, "a" * 10_000_000),
    ),
    _row("a slow trickle", Script(pieces=WORDS, tokens_per_second=10.0), _OK),
    _row("another content type", Script(pieces=WORDS, content_type="application/octet-stream"), _OK),
    Row(
        "events that come twice",
        {
            "": Script(pieces=WORDS),
            "openai": _body(
                _responses((1, "One"), (2, " two"), (2, " two"), (3, " three four")), content_type="text/event-stream"
            ),
            "anthropic": _body(_messages((0, ALL), (0, ALL)), content_type="text/event-stream"),
        },
        {"": _OK},
    ),
    Row(
        "events out of order",
        {
            "": Script(pieces=WORDS),
            "openai": _body(_responses((1, "One"), (3, " three"), (2, " two")), content_type="text/event-stream"),
            "anthropic": _body(
                event(
                    {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
                    "content_block_start",
                ).decode()
                + _messages((1, ALL)),
                content_type="text/event-stream",
            ),
        },
        {"": _OK, "openai": _cut("One three"), "anthropic": _failed(errors.ConnectionLost, passing=True)},
    ),
    # Endings
    _row("length", Script(pieces=WORDS, done_reason="length"), Outcome(None, Ending.LENGTH, ALL)),
    _row(
        "refusal",
        Script(pieces=WORDS, done_reason="refusal"),
        Outcome(None, Ending.REFUSAL, ALL),
        ("ollama", _cut(ALL)),
    ),
    _row("empty", Script(pieces=()), Outcome(None, Ending.EMPTY)),
    _row("no reason", Script(pieces=WORDS, done_reason=None), _cut(ALL), ("ollama", _OK)),
    _row("an unknown reason", Script(pieces=WORDS, done_reason="cosmic_rays"), _cut(ALL)),
    # Reasoning
    _row(
        "reasoning in its own field",
        Script(thinking=("Hm,", " so."), pieces=WORDS),
        Outcome(None, Ending.STOP, ALL, thinking="Hm, so."),
    ),
    _row(
        "reasoning between tags",
        Script(pieces=("<th", "ink>Hm.", "</thi", "nk>\n\n", *WORDS)),
        Outcome(None, Ending.STOP, ALL, thinking="Hm."),
    ),
    _row("only reasoning", Script(thinking=("Hm.",), pieces=()), Outcome(None, Ending.EMPTY, thinking="Hm.")),
    # Silence
    _row("silence before the first word", Script(fault=Fault.SILENCE), Outcome(errors.Stalled, Ending.STALL)),
    _row(
        "silence after headers",
        Script(fault=Fault.SILENCE, fault_after=1, pieces=WORDS),
        Outcome(errors.Stalled, Ending.STALL, WORDS[0]),
    ),
    _row("silence in the middle", Script(fault=Fault.SILENCE, **_AFTER), Outcome(errors.Stalled, Ending.STALL, SOME)),
    _row("the machine sleeps", Script(pieces=WORDS, reading_seconds=0.8), _OK, act=Act.SLEEP),
    # Cancel
    _row("cancelled while connecting", Script(pieces=WORDS), Outcome(None, None), act=Act.CANCEL_CONNECTING),
    _row("cancelled while reading", Script(fault=Fault.SILENCE), Outcome(None, None), act=Act.CANCEL_READING),
    _row(
        "cancelled while writing",
        Script(fault=Fault.SILENCE, **_AFTER),
        Outcome(None, None, SOME),
        act=Act.CANCEL_WRITING,
    ),
)
