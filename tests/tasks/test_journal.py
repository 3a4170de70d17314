"""The journal's rhythm."""

import asyncio
from collections.abc import Sequence

import pytest

from jobmatch_desktop.domain.journal import Entry
from jobmatch_desktop.tasks.journal import RHYTHM, JournalWriter


class Disk:
    """Takes appends when it is let, and refuses them when it is broken."""

    def __init__(self) -> None:
        self.appends: list[list[Entry]] = []
        self.asked = asyncio.Semaphore(0)
        self.free = asyncio.Event()
        self.free.set()
        self.fault: Exception | None = None
        self.at_once = 0

    async def append(self, entries: Sequence[Entry]) -> None:
        self.at_once += 1
        assert self.at_once == 1
        self.asked.release()
        await self.free.wait()
        self.at_once -= 1
        if self.fault is not None:
            raise self.fault
        self.appends.append(list(entries))

    @property
    def text(self) -> str:
        return "".join(entry.text for entries in self.appends for entry in entries)


def words(text: str, key: str = "summary", kind: str = "text") -> Entry:
    return Entry(kind, key, 1, text)


def test_the_rhythm_keeps_the_promise() -> None:
    assert RHYTHM < 0.25


def test_entries_are_written_without_being_asked_for_and_merged_where_they_belong_together() -> None:
    async def main() -> None:
        disk = Disk()
        writer = JournalWriter(disk.append, rhythm=0.01)
        for entry in (
            words("one "),
            words("two "),
            words("hm", kind="thinking"),
            words("three"),
            words("four", key="work/0"),
            words("body", key="work/0", kind="rejected"),
            words("body", key="work/0", kind="rejected"),
        ):
            writer.add(entry)
        await disk.asked.acquire()
        await asyncio.sleep(0)
        assert [(entry.kind, entry.key, entry.text) for entry in disk.appends[0]] == [
            ("text", "summary", "one two "),
            ("thinking", "summary", "hm"),
            ("text", "summary", "three"),
            ("text", "work/0", "four"),
            ("rejected", "work/0", "body"),
            ("rejected", "work/0", "body"),
        ]
        writer.add(words("five"))
        await disk.asked.acquire()
        await writer.close()
        assert disk.appends[1] == [words("five")]
        assert not writer.unwritten

    asyncio.run(main())


def test_what_comes_while_the_disk_is_slow_goes_together_next() -> None:
    async def main() -> None:
        disk = Disk()
        disk.free.clear()
        writer = JournalWriter(disk.append, rhythm=0.001)
        writer.add(words("0 "))
        await disk.asked.acquire()
        for number in range(1, 10_000):
            writer.add(words(f"{number} "))
        closing = asyncio.create_task(writer.close())
        await asyncio.sleep(0.02)
        assert disk.at_once == 1
        disk.free.set()
        await closing
        assert disk.text == "".join(f"{number} " for number in range(10_000))
        assert len(disk.appends) == 2

    asyncio.run(main())


def test_a_refusal_ends_the_keeper_and_loses_nothing() -> None:
    async def main() -> None:
        disk = Disk()
        writer = JournalWriter(disk.append, rhythm=0.001)
        writer.add(words("one "))
        disk.fault = OSError("full")
        await asyncio.wait({writer.keeper})
        writer.add(words("two"))
        with pytest.raises(OSError, match="full"):
            await writer.close()
        with pytest.raises(OSError, match="full"):
            await writer.flush()
        assert writer.unwritten
        disk.fault = None
        await writer.flush()
        assert disk.text == "one two"
        assert not writer.unwritten

    asyncio.run(main())


def test_close_writes_at_once() -> None:
    async def main() -> None:
        disk = Disk()
        writer = JournalWriter(disk.append, rhythm=3600)
        writer.add(words("one"))
        await asyncio.sleep(0)
        await writer.close()
        assert disk.text == "one"
        empty = JournalWriter(disk.append, rhythm=3600)
        await empty.close()
        assert len(disk.appends) == 1

    asyncio.run(main())
