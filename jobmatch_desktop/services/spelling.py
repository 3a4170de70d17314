"""Spelling: which words are wrong, what may be meant, and the words that a person calls right."""

import asyncio
import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

import msgspec

from jobmatch_desktop.domain.child_environment import SPELL_IN_CHILD, without_keys
from jobmatch_desktop.domain.spelling_errors import NoDictionary, SpellingStopped
from jobmatch_desktop.services.dictionaries import dictionaries
from jobmatch_desktop.services.reading import NO_WINDOW, child_command
from jobmatch_desktop.services.spelling_child import Answered, Asked
from jobmatch_desktop.storage.personal_words import keep_words, kept_words
from jobmatch_desktop.writing.spelling_words import SpelledWord, checkable, folded, is_known

SECONDS = 20.0
"""How long one answer may take; loading a dictionary and looking up three pages takes under one."""
BATCH = 2_000
"""Words asked at once, so that a suggestion never waits for a whole long text."""
REMEMBERED = 200_000
"""Words whose answer is remembered."""
_ANSWER_BYTES = 4_000_000


class Spelling:
    """Looks words up in a process of its own, started when it is first needed and again when it ended. Coroutines of one loop, the
    engine's; nothing blocks it. Personal words stand in `folder` (storage/personal_words.py)."""

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str] = os.environ,
        command: Callable[[], list[str]] = lambda: child_command(SPELL_IN_CHILD),
    ) -> None:
        self._folder = folder
        self._environment = environment
        self._command = command
        self._child: asyncio.subprocess.Process | None = None
        self._asking = asyncio.Lock()
        self._adding = asyncio.Lock()
        self._answers: dict[tuple[str, str], bool] = {}
        self._personal: frozenset[str] | None = None
        self._dictionaries: dict[str, tuple[Path, ...]] | None = None

    async def languages(self) -> tuple[str, ...]:
        """ISO 639 codes of the languages that can be checked, `en` and `fr` among them."""
        return tuple(sorted(await self._found()))

    async def check(self, words: Iterable[str], language: str, known: Collection[str] = frozenset()) -> frozenset[str]:
        """Which of the words (as `writing.spelling_words.checkable` gives them) are wrong. `known` are names, folded
        (`writing.spelling_words.known_names`).

        Each word is looked up once as long as the program runs: asking again for a changed paragraph is quick.
        Raises `NoDictionary`, `SpellingStopped`. May be cancelled.
        """
        personal = await self._own()
        asked = list(dict.fromkeys(word for word in words if not (is_known(word, known) or is_known(word, personal))))
        new = [word for word in asked if (language, word) not in self._answers]
        for start in range(0, len(new), BATCH):
            batch = tuple(new[start : start + BATCH])
            wrong = frozenset(await self._ask(language, words=batch))
            if len(self._answers) > REMEMBERED:
                self._answers.clear()
            self._answers.update({(language, word): word not in wrong for word in batch})
        # What was forgotten meanwhile counts as right until it is asked for again.
        return frozenset(word for word in asked if not self._answers.get((language, word), True))

    async def misspelt(self, text: str, language: str, known: Collection[str] = frozenset()) -> tuple[SpelledWord, ...]:
        """The wrong words of a text, in order, with their places. Raises as `check`."""
        words = await asyncio.to_thread(lambda: tuple(checkable(text, language)))
        wrong = await self.check((one.word for one in words), language, known)
        return tuple(one for one in words if one.word in wrong)

    async def suggest(self, word: str, language: str) -> tuple[str, ...]:
        """Up to five words that may be meant, the likeliest first; in French some take a third of a second.

        Raises as `check`. Cancelling ends the process that looks for them; the next question starts another.
        """
        return await self._ask(language, suggest=word)

    async def personal(self) -> tuple[str, ...]:
        """The words that the person calls right, sorted. Raises storage faults."""
        return tuple(sorted(await self._own()))

    async def add(self, word: str) -> None:
        """Calls a word right from now on, in every language and document, however it is cased. Raises storage faults."""
        await self._change(lambda words: words | {folded(word.strip())})

    async def remove(self, word: str) -> None:
        """Calls a word right no more. Raises storage faults."""
        await self._change(lambda words: words - {folded(word.strip())})

    async def close(self) -> None:
        """Ends the process."""
        child, self._child = self._child, None
        if child is not None:
            await _end(child)

    async def _own(self) -> frozenset[str]:
        if self._personal is None:
            self._personal = await asyncio.to_thread(kept_words, self._folder)
        return self._personal

    async def _change(self, changed: Callable[[frozenset[str]], frozenset[str]]) -> None:
        async with self._adding:
            # Another window on the same folder may have added some.
            words = changed(await asyncio.to_thread(kept_words, self._folder)) - {""}
            await asyncio.to_thread(keep_words, self._folder, words)
            self._personal = words

    async def _found(self) -> dict[str, tuple[Path, ...]]:
        if self._dictionaries is None:
            self._dictionaries = await asyncio.to_thread(dictionaries, self._environment)
        return self._dictionaries

    async def _ask(self, language: str, words: tuple[str, ...] = (), suggest: str = "") -> tuple[str, ...]:
        paths = (await self._found()).get(language)
        if paths is None:
            raise NoDictionary(language=language)
        line = msgspec.json.encode(Asked(language, tuple(map(str, paths)), words, suggest)) + b"\n"
        async with self._asking:
            # It may have ended by itself, having been idle: then a new one is asked.
            for _ in range(2):
                with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, TimeoutError):
                    return await self._answer(line)
        raise SpellingStopped(language=language)

    async def _answer(self, line: bytes) -> tuple[str, ...]:
        child = self._child or await self._started()
        self._child = None
        try:
            assert child.stdin, "both ends are pipes"
            assert child.stdout, "both ends are pipes"
            async with asyncio.timeout(SECONDS):
                child.stdin.write(line)
                await child.stdin.drain()
                said = await child.stdout.readuntil(b"\n")
            answered = msgspec.json.decode(said, type=Answered)
        except BaseException:
            # What it answers later would be taken for the answer to another question.
            await asyncio.shield(_end(child))
            raise
        self._child = child
        return answered.words

    async def _started(self) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self._command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            limit=_ANSWER_BYTES,
            env=without_keys(self._environment),
            creationflags=NO_WINDOW if sys.platform == "win32" else 0,
        )


async def _end(child: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        child.kill()
    await child.communicate()
