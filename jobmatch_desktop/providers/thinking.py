"""Reasoning that a model writes into its answer between tags, told from the answer while both come in pieces. Pure."""

from jobmatch_desktop.domain.stream import Text, Thinking

_TAGS = {"<think>": "</think>", "<thinking>": "</thinking>", "<thought>": "</thought>", "<reasoning>": "</reasoning>"}
"""DeepSeek, Qwen and LM Studio; Granite and Phi; EXAONE; Reflection."""


class ThinkingSplitter:
    """Takes the pieces of an answer in order and gives back words and reasoning. A piece that may begin a tag is held
    back until it is known, never longer than a tag. White space right after reasoning, before the first word, is
    dropped."""

    def __init__(self) -> None:
        self._held = ""
        self._closing = ""
        self._trim = False

    def feed(self, piece: str) -> list[Text | Thinking]:
        """What is certain so far."""
        if "<" not in piece and not self._held:
            return self._words(piece)
        chunks: list[Text | Thinking] = []
        rest = self._held + piece
        self._held = ""
        while rest:
            tags = (self._closing,) if self._closing else tuple(_TAGS)
            place, tag = _first(rest, tags)
            if tag is None:
                certain = len(rest) - _possible_tag(rest, tags)
                self._held = rest[certain:]
                chunks += self._words(rest[:certain])
                break
            chunks += self._words(rest[:place])
            rest = rest[place + len(tag) :]
            self._trim = bool(self._closing)
            self._closing = "" if self._closing else _TAGS[tag]
        return chunks

    def finish(self) -> list[Text | Thinking]:
        """What was held back, once nothing more comes."""
        held, self._held = self._held, ""
        return self._words(held)

    def _words(self, words: str) -> list[Text | Thinking]:
        if self._trim and not self._closing:
            words = words.lstrip()
            self._trim = not words
        if not words:
            return []
        return [Thinking(words) if self._closing else Text(words)]


def _first(text: str, tags: tuple[str, ...]) -> tuple[int, str | None]:
    """The first of the tags in the text."""
    places = [(place, tag) for tag in tags if (place := text.find(tag)) >= 0]
    return min(places, default=(-1, None))


def _possible_tag(text: str, tags: tuple[str, ...]) -> int:
    """How many characters at the end of the text may be the beginning of a tag."""
    place = text.rfind("<")
    end = text[place:] if place >= 0 else ""
    return len(end) if end and any(tag.startswith(end) for tag in tags) else 0
