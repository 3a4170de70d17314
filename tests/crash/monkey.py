"""A monkey at the real window: types, pastes, undoes, moves, replaces, folds, restores, generates, leaves; beside it a plain model.

    python -m tests.crash.monkey FOLDER SEED SECONDS

on Qt's offscreen platform, with a model on loopback. What it does comes from the seed alone; what the text must be then, from strings.
It ends with 0 after so many seconds, and with the finding where window and model differ. `FOLDER.states` gets a line for every
state of a text, past any buffer: for who kills it (bench/monkey.py). No pytest.
"""

import asyncio
import contextlib
import difflib
import hashlib
import os
import random
import re
import sys
import time
from collections import Counter, deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.finding import replaced
from jobmatch_desktop.domain.line_editing import TextEdit, backspace, enter, line_at, moved, toggled_bullets
from jobmatch_desktop.domain.task import RUNNING
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.ui.assembly import make_application
from jobmatch_desktop.ui.editor.document_editor import DocumentEditor
from jobmatch_desktop.ui.editor.pasting import pasted_words
from jobmatch_desktop.ui.editor.positions import units
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.patience import until
from tests.ui.driven import Driven, drive

TYPED = re.compile(r"zq\d+z")
"""Words that only the monkey types: no model writes one, and none may go by itself."""

PASTED = (
    "one line",
    "- a bullet\n- another\n",
    "## Heading pasted\n\nwords under it\n",
    "emoji 👩‍💻🏳️‍🌈 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "مرحبا بالعالم שלום",
    "no\u00a0break\u202fspaces",
    "tab\tand\x0bcontrol\x01signs\x7f",
    "line\u2028separator\u2029paragraph\r\nwindows\rmac",
    "  - nested\n    - deeper\n* star\n",
    "<b>no HTML</b> & #set text(red)",
    "x" * 3_000 + " end",
)
PAGES = (
    "<h2>From a page</h2><ul><li>one<ul><li>two</li></ul></li></ul><p>and <b>bold</b> words</p>",
    "<p class=MsoListParagraph>·&nbsp;&nbsp; From Word</p><p class=MsoNormal>Plain <i>words</i></p>",
    "<table><tr><td>cell</td><td>other</td></tr></table>",
)
ANSWERS = (
    "- Mentored two junior engineers through their first year\n- Wrote the on-call runbooks and led 14 postmortems",
    "I have built services in Python and Go. I write runbooks because I have needed them.",
    "- Moved deployments from hand-run scripts to Docker and GitLab CI",
)
SETTLING = 20.0
"""Seconds that a text has to come to what is stored."""


class Finding(AssertionError):
    """Window and model differ."""


class Monkey:
    """One run. UI thread."""

    def __init__(self, driven: Driven, seed: int, states: Path) -> None:
        self._driven = driven
        self._chance = random.Random(seed)
        self._log = states.open("a+", encoding="utf-8")
        self._kind = DocumentKind.CV
        self._text: dict[DocumentKind, str] = {}
        self._seen: dict[DocumentKind, set[str]] = {kind: set() for kind in DocumentKind}
        self._writing: set[DocumentKind] = set()
        self._lately: deque[str] = deque(maxlen=80)
        self._did: list[str] = []

    async def run(self, seconds: float) -> None:
        """Does things for so long. Raises `Finding`."""
        ways = [
            *[self._type] * 8, *[self._press_enter] * 3, *[self._press_backspace] * 3, *[self._press_delete] * 2,
            *[self._paste] * 3, *[self._undo] * 4, *[self._redo] * 2, *[self._move] * 2, self._bullets, self._replace,
            *[self._fold] * 3, self._restore, self._generate, *[self._rest] * 4, *[self._switch] * 2, self._leave, self._stop,
        ]  # fmt: skip
        end = time.monotonic() + seconds
        try:
            await self._open()
            while time.monotonic() < end:
                way = self._chance.choice(ways)
                self._did.append(way.__name__)
                await way()
                self._compare()
            await self._settle()
        except Exception as error:
            raise Finding(f"after {self._did[-12:]}: {error!r}") from error
        finally:
            self._log.close()

    # The model

    @property
    def _editor(self) -> DocumentEditor:
        return self._driven.editor(self._kind)

    async def _open(self) -> None:
        self._log.seek(0)
        for line in self._log:
            kind, digest = line.split()[2:4]
            self._seen[DocumentKind(kind)].add(digest)
        listed = await self._driven.call(self._driven.services.applications.list)
        if not listed:
            await self._driven.press("Try with a sample")
        else:
            self._driven.open(listed[0].id)
        presenter = self._driven.workspace.presenter
        await until(lambda: presenter.document(DocumentKind.CV) and presenter.document(DocumentKind.LETTER))
        for task in await self._driven.call(self._driven.services.generation.tasks):
            if task.status in RUNNING:
                await self._driven.call(self._driven.services.generation.stop, task.id)
        await asyncio.sleep(0.3)
        for kind in DocumentKind:
            self._know(kind, self._driven.editor(kind).text_to_save())
            self._driven.editor(kind).document().contentsChanged.connect(self._see_all)
        await self._show(self._kind)

    def _see_all(self) -> None:
        """Every text that was shown may be gone back to, but not the words of a model as they come."""
        for kind in DocumentKind:
            editor = self._driven.editor(kind)
            if not editor.parts.under_way:
                self._seen[kind].add(digest_of(editor.text()))

    def _know(self, kind: DocumentKind, text: str) -> None:
        """The text is this from now on."""
        self._text[kind] = text
        digest = digest_of(text)
        self._seen[kind].add(digest)
        self._lately.append(text)
        self._log.write(f"state {time.monotonic()} {kind} {digest} {' '.join(TYPED.findall(text))}\n")
        self._log.flush()

    def _edit(self, start: int, end: int, words: str) -> None:
        self._see_all()
        text = self._text[self._kind]
        self._know(self._kind, text[:start] + words + text[end:])

    def _apply(self, edit: TextEdit | None) -> None:
        if edit is not None:
            self._edit(edit.start, edit.end, edit.text)

    def _compare(self) -> None:
        for kind, text in self._text.items():
            has = self._driven.editor(kind).text_to_save()
            if kind in self._writing:
                self._hold_words(kind, has)
            elif has != text:
                at = next(
                    (n for n, (a, b) in enumerate(zip(has, text, strict=False)) if a != b), min(len(has), len(text))
                )
                raise Finding(f"{kind} at {at}: has {has[at - 20 : at + 40]!r}, should {text[at - 20 : at + 40]!r}")
        editor = self._editor
        if not editor.textCursor().block().isVisible():
            raise Finding("the caret is in a folded line")

    @property
    def _free(self) -> bool:
        """Whether the document in view is the person's alone now."""
        return self._kind not in self._writing

    # What a person does

    def _place(self) -> int:
        """Where to write (code points): anywhere, or at the two ends that nobody else writes at."""
        text = self._text[self._kind]
        if self._free:
            return self._chance.randrange(len(text) + 1)
        first = text.find("\n")
        return len(text) if first < 0 or self._chance.random() < 0.5 else first

    def _caret(self, place: int, anchor: int | None = None) -> bool:
        """Puts the caret to a place of the model; False where words come there."""
        editor, text = self._editor, self._editor.text()
        if not self._free and place:
            place = len(text) if place == len(self._text[self._kind]) else text.find("\n")
        cursor = editor.textCursor()
        cursor.setPosition(units(text, place if anchor is None else anchor))
        cursor.setPosition(units(text, place), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        return not editor.parts.touches(cursor.selectionStart(), cursor.selectionEnd())

    async def _type(self) -> None:
        place = self._place()
        if not self._caret(place):
            return
        for sign in f" zq{self._chance.randrange(10**9)}z":
            QTest.keyClicks(self._editor, sign)
            self._edit(place, place, sign)
            place += 1
            if self._chance.random() < 0.1:
                await asyncio.sleep(0)

    async def _press_enter(self) -> None:
        place = self._place()
        if not self._free or not self._caret(place):
            return
        text = self._text[self._kind]
        start, end = line_at(text, place)
        edit = enter(text[start:end], place - start)
        QTest.keyClick(self._editor, Qt.Key.Key_Return)
        if edit is None:
            self._edit(place, place, "\n")
        else:
            self._edit(start + edit.start, start + edit.end, edit.text)

    async def _press_backspace(self) -> None:
        place, text = self._place(), self._text[self._kind]
        if not self._free or not place or not text[place - 1].isascii() or not text[place : place + 1].isascii():
            return
        self._caret(place)
        start, end = line_at(text, place)
        edit = backspace(text[start:end], place - start)
        QTest.keyClick(self._editor, Qt.Key.Key_Backspace)
        if edit is None:
            self._edit(place - 1, place, "")
        else:
            self._edit(start + edit.start, start + edit.end, edit.text)

    async def _press_delete(self) -> None:
        place, text = self._place(), self._text[self._kind]
        if not self._free or place + 2 > len(text) or not text[place : place + 2].isascii():
            return
        self._caret(place)
        QTest.keyClick(self._editor, Qt.Key.Key_Delete)
        self._edit(place, place + 1, "")

    async def _paste(self) -> None:
        place = self._place()
        if not self._free:
            return
        text = self._text[self._kind]
        anchor = min(len(text), place + self._chance.choice([0, 0, 3, 80]))
        self._caret(place, anchor)
        source = QMimeData()
        if self._chance.random() < 0.3:
            source.setHtml(self._chance.choice(PAGES))
        else:
            source.setText(self._chance.choice(PASTED))
        words = pasted_words(source)
        within = text[line_at(text, place)[0] : place].strip()
        self._editor.insertFromMimeData(source)
        words = f"\n{words}" if within and words.startswith(("#", "- ")) else words
        self._edit(place, anchor, words)

    async def _undo(self) -> None:
        await self._step(self._editor.undo_edit)

    async def _redo(self) -> None:
        await self._step(self._editor.redo_edit)

    async def _step(self, step: Callable[[], None]) -> None:
        """Where it leads to must have been there."""
        if not self._free:
            return
        step()
        text = self._editor.text()
        if digest_of(text) not in self._seen[self._kind]:
            raise Finding(f"{step.__name__} leads to a text that never was: {self._nearest(text)}")
        self._know(self._kind, text)

    def _nearest(self, text: str) -> str:
        """How a text differs from the likest of those that were lately."""
        lines = text.split("\n")
        found = [[line for line in difflib.ndiff(one.split("\n"), lines) if line[0] in "+-"] for one in self._lately]
        return repr(min(found, key=len))

    async def _move(self) -> None:
        place, text, up = self._place(), self._text[self._kind], self._chance.random() < 0.5
        if self._free and self._caret(place):
            edit = moved(text, place, place, up=up)
            self._editor.lines.move(up=up)
            self._apply(edit)

    async def _bullets(self) -> None:
        place, text = self._place(), self._text[self._kind]
        anchor = min(len(text), place + self._chance.choice([0, 30, 300]))
        if self._free:
            self._caret(place, anchor)
            self._editor.lines.toggle_bullets()
            self._apply(toggled_bullets(text, anchor, place))

    async def _replace(self) -> None:
        if not self._free:
            return
        words, by = self._chance.choice(["zq1", "Go", "one", "and"]), self._chance.choice(["", "Gö", "one two"])
        commands = self._driven.workspace.commands
        commands._replace()
        bar = commands._finding[self._kind]
        bar._wanted.setText(words)
        bar._by.setText(by)
        bar._replace_every()
        bar.leave()
        self._know(self._kind, replaced(self._text[self._kind], words, by)[0])

    async def _fold(self) -> None:
        folds = self._editor.folds
        self._caret(self._place())
        self._chance.choice([folds.turn, folds.turn, folds.turn, folds.fold_all, folds.unfold_all])()

    async def _restore(self) -> None:
        if self._writing or not await self._driven.workspace.presenter.flush():
            return
        versions = self._driven.services.versions
        document = self._driven.workspace.presenter.document(self._kind)
        assert document is not None
        listed = await self._driven.call(versions.list, document.id)
        version = await self._driven.call(versions.text, self._chance.choice(listed).id)
        self._know(self._kind, version.text)
        await self._driven.call(versions.restore, version.id)
        await self._comes(self._kind)

    async def _generate(self) -> None:
        if self._kind in self._writing:
            return
        writer = self._chance.choice([COMPOSER, "ollama"])
        self._writing.add(self._kind)
        self._log.write(f"state {time.monotonic()} {self._kind} writing\n")
        self._log.flush()
        choice = Choice(writer, model="" if writer == COMPOSER else "smollm2:135m", language="en")
        self._driven.workspace.presenter.generate(self._kind, choice)
        await self._driven.workspace.presenter.background.settle()

    async def _stop(self) -> None:
        for task in await self._driven.call(self._driven.services.generation.tasks):
            if task.status in RUNNING and self._chance.random() < 0.5:
                self._driven.workspace.presenter.take_way(f"stop:{task.id}")

    async def _rest(self) -> None:
        await asyncio.sleep(self._chance.choice([0, 0.01, 0.05, 0.3, 0.6]))
        await self._take_written()

    async def _switch(self) -> None:
        await self._show(self._chance.choice(list(DocumentKind)))

    async def _show(self, kind: DocumentKind) -> None:
        self._kind = kind
        self._driven.workspace.head.segments.choose(kind)
        await until(self._editor.isVisible)

    async def _leave(self) -> None:
        """Goes to the list and comes back."""
        workspace = self._driven.workspace
        application = workspace.presenter.application
        assert application is not None
        workspace._leave()
        await asyncio.sleep(self._chance.choice([0, 0.05]))
        await workspace.presenter.background.settle()
        self._driven.open(application.id)
        await workspace.presenter.background.settle()
        await self._show(self._kind)
        await self._take_written()
        for kind in self._text:
            if kind not in self._writing:
                await self._comes(kind)

    # What others write

    async def _take_written(self) -> None:
        """A writing that has ended: no word of the person's is gone, none that they deleted is back; its text is the model's then."""
        for kind in list(self._writing):
            document = self._driven.workspace.presenter.document(kind)
            if document is None or self._driven.workspace.presenter.live.writing(document.id):
                continue
            tasks = await self._driven.call(self._driven.services.generation.tasks)
            if any(task.spec.document == document.id and task.status in RUNNING for task in tasks):
                continue
            stored = await self._driven.call(self._driven.services.documents.get, document.id)
            present = self._driven.workspace.presenter.document(kind)
            if present is None or stored.revision != present.revision:
                continue  # what was written is on its way, or what was typed
            await until(lambda kind=kind: not self._driven.editor(kind).parts.under_way, SETTLING)  # type: ignore[misc]
            on_disk = await self._stored(kind)
            editor = self._driven.editor(kind)
            self._hold_words(kind, editor.text_to_save())
            self._writing.discard(kind)
            self._know(kind, editor.text_to_save())
            if on_disk != editor.text_to_save():
                await self._comes(kind)

    def _hold_words(self, kind: DocumentKind, text: str) -> None:
        has, had = Counter(TYPED.findall(text)), Counter(TYPED.findall(self._text[kind]))
        if has != had:
            differs = [
                line for line in difflib.ndiff(self._text[kind].split("\n"), text.split("\n")) if line[0] in "+-"
            ]
            raise Finding(f"written anew, {kind} lost {dict(had - has)}, got back {dict(has - had)}: {differs}")

    async def _stored(self, kind: DocumentKind) -> str:
        """The text on disk, once it is that of the window: what is typed is saved by itself."""
        presenter = self._driven.workspace.presenter
        document = presenter.document(kind)
        assert document is not None
        end = time.monotonic() + SETTLING
        while True:
            text: str = (await self._driven.call(self._driven.services.documents.get, document.id)).text
            if text == self._driven.editor(kind).text_to_save() or time.monotonic() > end:
                return text
            await asyncio.sleep(0.02)

    async def _comes(self, kind: DocumentKind) -> None:
        """Waits for the window to have what the model has."""
        editor = self._driven.editor(kind)
        with contextlib.suppress(AssertionError):  # what then differs is told as every difference is
            await until(lambda: editor.text_to_save() == self._text[kind], SETTLING)

    async def _settle(self) -> None:
        """At the end: all writing is over, and what is on disk is the model."""
        end = time.monotonic() + SETTLING
        while self._writing and time.monotonic() < end:
            for task in await self._driven.call(self._driven.services.generation.tasks):
                if task.status in RUNNING:
                    self._driven.workspace.presenter.take_way(f"stop:{task.id}")
            await asyncio.sleep(0.1)
            await self._take_written()
        await self._driven.workspace.presenter.flush()
        self._compare()
        for kind, text in self._text.items():
            if await self._stored(kind) != text:
                raise Finding(f"{kind} is stored as another text")


def digest_of(text: str) -> str:
    """What a state is known by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


async def let_loose(driven: Driven, seed: int, seconds: float, states: Path) -> None:
    """A run in a window that is open, which is closed then. Raises `Finding`."""
    await Monkey(driven, seed, states).run(seconds)
    await driven.close()


def scripts(seed: int) -> list[Script]:
    """What the model on loopback says."""
    chance = random.Random(seed)
    return [Script(text=chance.choice(ANSWERS), tokens_per_second=chance.choice([40, 200, 2000])) for _ in range(200)]


def main(folder: Path, seed: int, seconds: float) -> int:
    """The run as a program of its own."""
    with OllamaServer(*scripts(seed)) as server:
        os.environ["OLLAMA_HOST"] = server.url
        states = folder.with_suffix(".states")
        drive(make_application(), folder, lambda driven: let_loose(driven, seed, seconds, states))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
