"""Saving: soon, once at a time, over nothing newer, and never silently not."""

import asyncio
from collections.abc import Iterator

import msgspec
import pytest
import qasync
from shiboken6 import Shiboken

from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.storage_errors import DiskFull, StaleRevision
from jobmatch_desktop.domain.undoing import Tail
from jobmatch_desktop.ui.editor.saving import SaveState, Saving
from tests.ui.desk import CV, document


class Paper:
    """A text that a person writes on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.undo: Tail | None = None
        self.given_back: list[Tail] = []

    def text_to_save(self) -> str:
        return self.text

    def undo_to_save(self) -> Tail | None:
        return self.undo

    def undo_not_saved(self, tail: Tail) -> None:
        self.given_back.append(tail)

    def change_text(self, text: str) -> None:
        self.text = text


class Shelf:
    """Keeps one document, with its revisions; a save takes a moment."""

    def __init__(self) -> None:
        self.kept = document(1, DocumentKind.CV, CV)
        self.texts: list[str] = []
        self.undo: list[Tail | None] = []
        self.full = False
        self.at_once = 0
        self.most_at_once = 0

    async def save(self, number: int, text: str, revision: int, history: Tail | None) -> Document:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0.01)
        self.at_once -= 1
        if self.full:
            raise DiskFull(path="/data", doing="saving")
        if revision != self.kept.revision:
            raise StaleRevision(document=number, stored=self.kept.revision, given=revision)
        self.texts.append(text)
        self.undo.append(history)
        self.kept = msgspec.structs.replace(self.kept, text=text, revision=revision + 1)
        return self.kept

    async def get(self, number: int) -> Document:
        return self.kept


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def paper() -> Paper:
    return Paper(CV)


@pytest.fixture
def saving(loop: qasync.QEventLoop, shelf: Shelf, paper: Paper) -> Iterator[Saving]:
    made = Saving(shelf.kept, paper, shelf.save, shelf.get)
    yield made
    loop.run_until_complete(made.wind_up())
    Shiboken.delete(made)  # here and now, not on whichever thread collects it


def states(saving: Saving) -> list[SaveState]:
    found: list[SaveState] = []
    saving.state.connect(lambda state, _trouble: found.append(state))
    return found


def test_it_saves_by_itself_after_a_pause(loop: qasync.QEventLoop, saving: Saving, shelf: Shelf, paper: Paper) -> None:
    async def main() -> None:
        stored = asyncio.get_running_loop().create_future()
        saving.stored.connect(stored.set_result)
        paper.text = "typed"
        saving.edited()
        await stored

    loop.run_until_complete(main())
    assert shelf.texts == ["typed"]


def test_it_saves_although_the_person_never_pauses(
    loop: qasync.QEventLoop, saving: Saving, shelf: Shelf, paper: Paper
) -> None:
    async def main() -> None:
        for number in range(40):
            paper.text = f"typed {number}"
            saving.edited()
            await asyncio.sleep(0.05)
            if shelf.texts:
                return

    loop.run_until_complete(main())
    assert shelf.texts


def test_one_save_at_a_time_and_the_last_text_is_kept(
    loop: qasync.QEventLoop, saving: Saving, shelf: Shelf, paper: Paper
) -> None:
    async def main() -> None:
        paper.text = "one"
        saving.edited()
        first = asyncio.ensure_future(saving.flush())
        await asyncio.sleep(0.005)
        paper.text = "two"
        saving.edited()
        await asyncio.gather(first, saving.flush())

    said = states(saving)
    loop.run_until_complete(main())
    assert shelf.texts == ["one", "two"]
    assert shelf.most_at_once == 1
    assert said[-1] is SaveState.SAVED


def test_nothing_is_written_where_nothing_changed(loop: qasync.QEventLoop, saving: Saving, shelf: Shelf) -> None:
    saving.edited()
    loop.run_until_complete(saving.flush())
    assert shelf.texts == []


def test_a_full_disk_is_told_and_saving_again_works(
    loop: qasync.QEventLoop, saving: Saving, shelf: Shelf, paper: Paper
) -> None:
    said = states(saving)
    shelf.full = True
    paper.text = "typed"
    saving.edited()
    loop.run_until_complete(saving.flush())
    assert said[-1] is SaveState.FAILED
    shelf.full = False
    loop.run_until_complete(saving.flush())
    assert said[-1] is SaveState.SAVED
    assert shelf.texts == ["typed"]


def test_over_a_newer_text_both_are_kept(loop: qasync.QEventLoop, saving: Saving, shelf: Shelf, paper: Paper) -> None:
    shelf.kept = msgspec.structs.replace(shelf.kept, text=CV.replace("eight years", "nine years"), revision=7)
    paper.text = CV.replace("Kubernetes", "Kubernetes, Rust")
    saving.edited()
    loop.run_until_complete(saving.flush())
    assert shelf.kept.text == CV.replace("eight years", "nine years").replace("Kubernetes", "Kubernetes, Rust")
    assert paper.text == shelf.kept.text


def test_a_change_elsewhere_comes_beside_what_is_not_saved(saving: Saving, paper: Paper) -> None:
    paper.text = CV.replace("Kubernetes", "Kubernetes, Rust")
    saving.edited()
    saving.changed_elsewhere(CV.replace("eight years", "nine years"), 2)
    assert "nine years" in paper.text
    assert "Kubernetes, Rust" in paper.text
    assert saving.document.revision == 2


def test_an_older_change_is_nothing_new(saving: Saving, paper: Paper) -> None:
    saving.changed_elsewhere("old", 1)
    assert paper.text == CV
