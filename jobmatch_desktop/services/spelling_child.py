"""The process that looks words up in Hunspell's dictionaries: a line of JSON on stdin is asked, a line on stdout is answered.

Hunspell keeps Python's lock while it looks for suggestions (up to half a second), and a system's dictionary is a file from outside:
so both have a process of their own. It opens no data folder, and ends when its stdin does or when nobody asks for a while.
"""

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from jobmatch_desktop.services.child_limits import limit_this_process
from jobmatch_desktop.writing.spelling_words import forms, parts

MEMORY = 900_000_000
"""Bytes of address space; both English dictionaries and the French one take some 30 MB of memory."""
PROCESSOR_SECONDS = 3_600
IDLE_SECONDS = 120.0

SUGGESTIONS = 5


class Asked(msgspec.Struct, frozen=True):
    """Either which of `words` are wrong, or what may be meant by `suggest`. `dictionaries` are paths without their ending, the one to
    suggest from first."""

    language: str
    dictionaries: tuple[str, ...]
    words: tuple[str, ...] = ()
    suggest: str = ""


class Answered(msgspec.Struct, frozen=True):
    """The words asked for."""

    words: tuple[str, ...]


def main(_words: Sequence[str]) -> int:
    """Answers until stdin ends. Main thread."""
    limit_this_process(MEMORY, PROCESSOR_SECONDS)
    out = os.fdopen(os.dup(1), "wb")
    # What a library prints must not stand in an answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    asked = threading.Event()
    threading.Thread(target=_end_when_idle, args=(asked,), daemon=True, name="idle").start()
    loaded: dict[str, Any] = {}
    for line in sys.stdin.buffer:
        asked.set()
        out.write(msgspec.json.encode(_answer(msgspec.json.decode(line, type=Asked), loaded)) + b"\n")
        out.flush()
    return 0


def _end_when_idle(asked: threading.Event) -> None:
    while asked.wait(IDLE_SECONDS):
        asked.clear()
    os._exit(0)


def _answer(asked: Asked, loaded: dict[str, Any]) -> Answered:
    dictionaries = [_dictionary(path, loaded) for path in asked.dictionaries]
    if asked.suggest:
        found = [word for one in dictionaries for word in _suggested(one, asked.suggest)]
        # The first dictionary's best ones first, then the second's.
        return Answered(tuple(dict.fromkeys(found))[:SUGGESTIONS])
    return Answered(tuple(word for word in asked.words if not _is_right(word, asked.language, dictionaries)))


def _dictionary(path: str, loaded: dict[str, Any]) -> Any:
    if path not in loaded:
        from hunspell import Hunspell

        loaded[path] = Hunspell(Path(path).name, hunspell_data_dir=str(Path(path).parent))
    return loaded[path]


def _is_right(word: str, language: str, dictionaries: list[Any]) -> bool:
    if any(_has(one, form) for form in forms(word, language) for one in dictionaries):
        return True
    pieces = parts(word)
    return bool(pieces) and all(any(_has(one, piece) for one in dictionaries) for piece in pieces)


def _has(dictionary: Any, word: str) -> bool:
    try:
        return bool(dictionary.spell(word))
    except UnicodeEncodeError:
        return True  # a letter of another script: this dictionary cannot tell


def _suggested(dictionary: Any, word: str) -> tuple[str, ...]:
    try:
        return tuple(dictionary.suggest(word))
    except UnicodeEncodeError:
        return ()
