"""What leaves for a server, as a person sees it."""

import json
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QPushButton, QWidget

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.journal import SentText
from jobmatch_desktop.services.sending import Leaving, SentRecord
from jobmatch_desktop.ui.editor.sending import SendingDialog
from jobmatch_desktop.ui.editor.sending_text import SEGMENT, exact, readable
from jobmatch_desktop.ui.shared.appearance import Appearance, Scheme
from jobmatch_desktop.ui.shared.theme import load_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
URL = "https://writer.example/v1/responses"
BODY = json.dumps({"model": "m", "messages": [{"role": "user", "content": "I am [NAME_1].\nSo é."}], "stream": True})


def record(key: str = "summary", run: int = 0, body: str = BODY, attempt: int = 1) -> SentRecord:
    return SentRecord(key, attempt, run, SentText(URL, body, (("[NAME_1]", "Ada Byron"),)))


class Shown:
    def __init__(self, application: QApplication, past: bool = False) -> None:
        self.parent = QWidget()
        self.dialog = SendingDialog(Appearance(application, load_theme(), Scheme.LIGHT), past, self.parent)
        self.dialog.show()
        [self.parts] = self.dialog.findChildren(QListWidget)
        self.body, self.hidden = self.dialog.findChildren(QPlainTextEdit)

    def button(self, words: str) -> QPushButton:
        return next(one for one in self.dialog.findChildren(QPushButton) if one.text() == words)

    def words(self) -> str:

        return "\n".join(one.text() for one in self.dialog.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def shown(qapp: QApplication) -> Any:
    made = Shown(qapp)
    yield made
    made.dialog.close()


def test_each_request_is_shown_and_copied_exactly(shown: Shown) -> None:
    other = record("letter/1", body="not JSON", attempt=2)
    shown.dialog.show_leaving(Leaving(True, (record(), other)))
    assert [shown.parts.item(row).text() for row in range(2)] == ["Summary", "Paragraph 2, asked again"]
    assert f"{URL} · {len(BODY)} bytes" in shown.words()
    assert "header" in shown.words()
    assert "    content:\n      I am [NAME_1].\n      So é." in shown.body.toPlainText()
    assert shown.hidden.toPlainText() == "[NAME_1]  ⇒  Ada Byron"
    shown.button("Exact").click()
    assert shown.body.toPlainText() == BODY
    shown.button("Copy").click()
    assert QApplication.clipboard().text() == BODY
    shown.parts.setCurrentRow(1)
    assert shown.body.toPlainText() == "not JSON"
    assert shown.body.isReadOnly()


def test_what_never_leaves_is_said(shown: Shown) -> None:
    shown.dialog.show_leaving(Leaving(False, (record(),)))
    assert shown.words().startswith("Nothing leaves this computer")
    assert not shown.body.isVisible()
    assert not shown.parts.count()


def test_a_trouble_is_said(shown: Shown) -> None:
    shown.dialog.show_trouble(Trouble("NoKey", "There is no key.", "", "Set one.", {}))
    assert "There is no key." in shown.words()


def test_runs_are_told_apart_afterwards(qapp: QApplication) -> None:
    shown = Shown(qapp, past=True)
    shown.dialog.show_leaving(Leaving(True, (record(run=1), record(run=2))))
    assert [shown.parts.item(row).text() for row in range(2)] == ["Summary", "Summary, run 2"]
    assert shown.dialog.windowTitle() == "What was sent"
    shown.dialog.show_leaving(Leaving(False))
    assert "Nothing left this computer" in shown.words()
    shown.dialog.close()


def test_a_megabyte_is_shown_in_lines_that_a_view_can_lay_out() -> None:
    body = json.dumps({"a": "word " * 200_000})
    for text in (exact(body), readable(body)):
        assert max(map(len, text.split("\n"))) <= SEGMENT
    assert exact(body).replace("\n", "") == body
    assert exact("a\n\nb") == "a\n\nb"
