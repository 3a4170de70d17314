"""How many tokens a text is, without asking anybody: never fewer than the model will count, as far as was measured.
Pure.

A prompt estimated too long costs some memory; one estimated too short is refused or cut by the server. So the weights
below are those of the hungriest tokenizer met: SmolLM2's (49,152 entries, made for English), measured by
`prompt_eval_count` of Ollama 0.20 with smollm2:135m on 2026-11-25. Estimated against counted there: English 1.8, French
1.3, German 1.1, Chinese 1.5, Japanese 1.5, Korean 1.0, Russian 2.3, Arabic 1.6, Thai 1.5, JSON 1.7, telephone numbers
and dates 1.0; tests/live/test_ollama.py counts them again. Larger vocabularies (Llama 3, Qwen 3, Gemma 3) count fewer.
"""

from collections.abc import Iterable
from math import ceil

from jobmatch_desktop.domain.stream import Message

_CLASSES: tuple[tuple[bytes, float], ...] = (
    (b"abcdefghijklmnopqrstuvwxyz", 0.38),
    (b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", 0.6),
    (b"0123456789", 1.3),
    (b" ", 0.2),
    (b"\t\n\r\x0b\x0c", 1.0),
    (b"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", 0.85),
    (bytes(range(0x80, 0x100)), 0.92),
)
"""Tokens for each byte of UTF-8, by class. Bytes of no class (control characters) are a token each."""

_MESSAGE_FRAME = 12
"""Tokens that a chat template puts around each message, at most (ChatML: 5; Llama 3: 6; gpt-oss: 9)."""

_CONVERSATION_FRAME = 48
"""Tokens that a chat template puts around the whole: a short system text of its own (Qwen 2.5: 21), the opening of the
answer."""


def tokens_of_text(text: str) -> int:
    """Tokens of a text, at most; at least the number of its words. Some 8 ms for a megabyte."""
    rest = text.encode("utf-8", "surrogatepass")
    total = 0.0
    for members, weight in _CLASSES:
        without = rest.translate(None, members)
        total += weight * (len(rest) - len(without))
        rest = without
    return max(ceil(total + len(rest)), len(text.split()))


def tokens_of_messages(messages: Iterable[Message]) -> int:
    """Tokens of a whole prompt as the server will read it, its template's frame included, at most."""
    return _CONVERSATION_FRAME + sum(_MESSAGE_FRAME + tokens_of_text(message.content) for message in messages)


def least_tokens(messages: Iterable[Message]) -> int:
    """The fewest tokens a prompt can be: one for each word, since tokenizers in use do not join words. A server that
    read fewer left some of the prompt out."""
    return sum(len(message.content.split()) for message in messages)
