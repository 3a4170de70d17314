"""Spelling by real dictionaries, in a process that may die, hang or be left alone."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from jobmatch_desktop.domain.spelling_errors import NoDictionary, SpellingStopped
from jobmatch_desktop.services import spelling as spelling_module
from jobmatch_desktop.services.spelling import Spelling

ENGLISH = """# Ada Lovelace
## Sumary
Engineer with ten years of managment, organising (or organizing) colour and color at Zyntra.
- Recieved an award; **wrote** well-known compilers, the company’s [fisrt](https://exampel.com) one.
"""
FRENCH = (
    "Ingénieure ayant développé l’entreprise aujourd’hui, c’est-à-dire la connaisance d'un porte-parole et l'arivée.\n"
)


@asynccontextmanager
async def opened(folder: Path, environment: Mapping[str, str] = os.environ) -> AsyncIterator[Spelling]:
    spelling = Spelling(folder, environment)
    try:
        yield spelling
    finally:
        await spelling.close()


async def wrong(spelling: Spelling, text: str, language: str, known: frozenset[str] = frozenset()) -> list[str]:
    return [one.word for one in await spelling.misspelt(text, language, known)]


def test_wrong_words_are_found_in_both_languages(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as spelling:
            names = frozenset({"ada", "lovelace", "zyntra"})
            assert await wrong(spelling, ENGLISH, "en", names) == ["Sumary", "managment", "Recieved", "fisrt"]
            assert await wrong(spelling, FRENCH, "fr") == ["connaisance", "arivée"]
            (first, *_) = await spelling.misspelt(ENGLISH, "en", names)
            assert ENGLISH[first.start : first.end] == "Sumary"
            assert {"en", "fr"} <= set(await spelling.languages())

    asyncio.run(main())


def test_what_is_meant_is_suggested(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as spelling:
            assert (await spelling.suggest("managment", "en"))[0] == "management"
            assert (await spelling.suggest("connaisance", "fr"))[0] == "connaissance"
            assert len(await spelling.suggest("développment", "fr")) <= 5
            assert await spelling.suggest("日本語", "en") == ()

    asyncio.run(main())


def test_a_personal_word_is_right_in_every_language_and_another_day(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as spelling, opened(tmp_path) as beside:
            assert await spelling.check(["Kubectl"], "en") == {"Kubectl"}
            await spelling.add("Kubectl")
            await beside.add("terraforming’s")
            assert await spelling.check(["kubectl", "Kubectl's"], "en") == set()
            assert await spelling.check(["kubectl"], "fr") == set()
        async with opened(tmp_path) as spelling:
            assert await spelling.personal() == ("kubectl", "terraforming's")
            await spelling.remove("KUBECTL")
            assert await spelling.check(["kubectl"], "en") == {"kubectl"}
        assert (tmp_path / "personal_words.txt").read_text(encoding="utf-8") == "terraforming's\n"

    asyncio.run(main())


def test_a_word_is_looked_up_once(tmp_path: Path) -> None:
    async def main() -> None:
        spelling = Spelling(tmp_path)
        assert await spelling.check(["managment", "team"], "en") == {"managment"}
        await spelling.close()
        spelling._command = lambda: [sys.executable, "-c", "raise SystemExit(3)"]
        assert await spelling.check(["managment", "team"], "en") == {"managment"}
        with pytest.raises(SpellingStopped):
            await spelling.check(["another"], "en")

    asyncio.run(main())


def test_a_process_that_ended_is_started_again(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as spelling:
            assert await spelling.check(["managment"], "en") == {"managment"}
            child = spelling._child
            assert child
            child.kill()
            await child.wait()
            assert await spelling.check(["recieve"], "en") == {"recieve"}

    asyncio.run(main())


def test_a_suggestion_that_is_no_longer_wanted_leaves_no_answer_behind(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as spelling:
            await spelling.check(["développement"], "fr")
            asked = asyncio.create_task(spelling.suggest("développment", "fr"))
            await asyncio.sleep(0)
            while spelling._child is not None:  # noqa: ASYNC110 - until the question is asked
                await asyncio.sleep(0)
            asked.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asked
            assert await spelling.check(["managment", "team"], "en") == {"managment"}

    asyncio.run(main())


def test_a_process_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling_module, "SECONDS", 0.2)

    async def main() -> None:
        spelling = Spelling(tmp_path, command=lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
        with pytest.raises(SpellingStopped, match=r"\(en\)"):
            await spelling.check(["team"], "en")

    asyncio.run(main())


def test_the_systems_dictionaries_add_languages(tmp_path: Path) -> None:
    folder = tmp_path / "hunspell"
    folder.mkdir()
    (folder / "eo.dic").write_text("1\nsaluton\n", encoding="utf-8")
    (folder / "eo.aff").write_text("SET UTF-8\n", encoding="utf-8")
    # Half of a dictionary is none, and the program's own French stays.
    (folder / "de_DE.dic").write_text("0\n", encoding="utf-8")
    (folder / "fr_FR.dic").write_text("0\n", encoding="utf-8")
    (folder / "fr_FR.aff").write_text("SET UTF-8\n", encoding="utf-8")

    async def main() -> None:
        environment = {**os.environ, "DICPATH": str(folder), "XDG_DATA_HOME": str(tmp_path)}
        async with opened(tmp_path, environment) as spelling:
            assert "eo" in await spelling.languages()
            assert await spelling.check(["saluton", "salutonn"], "eo") == {"salutonn"}
            assert await spelling.check(["bonjour"], "fr") == set()
            with pytest.raises(NoDictionary, match=r"\(xx\)"):
                await spelling.check(["x"], "xx")

    asyncio.run(main())


def test_a_long_text_is_checked_by_batches(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as spelling:
            letters = "abcdefghij"
            words = ["zq" + "".join(letters[int(digit)] for digit in str(number)) for number in range(5_000)]
            assert await spelling.check([*words, "team"], "en") == set(words)

    asyncio.run(main())
