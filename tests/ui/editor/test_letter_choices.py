"""A letter's country, length, tone and facts are chosen where it is asked for."""

from datetime import UTC, datetime

import pytest
import qasync
from PySide6.QtWidgets import QComboBox

from jobmatch_desktop.domain.document import Cause, DocumentKind, VersionEntry
from jobmatch_desktop.domain.letter_manner import Length, LetterManner, Tone
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.editor.generate_dialog import GenerateDialog
from jobmatch_desktop.ui.editor.workspace import Workspace
from tests.patience import until
from tests.ui.desk import NOW, Desk
from tests.ui.editor.working import click

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def field(dialog: GenerateDialog, name: str) -> QComboBox:
    [found] = [made for made in dialog.findChildren(QComboBox) if made.accessibleName() == name]
    return found


def choose(dialog: GenerateDialog, name: str, words: str) -> None:
    made = field(dialog, name)
    place = made.findText(words)
    assert place >= 0, [made.itemText(number) for number in range(made.count())]
    made.setCurrentIndex(place)


def asked(workspace: Workspace) -> GenerateDialog:
    click(workspace.head, "Generate")
    return workspace.findChildren(GenerateDialog)[-1]


def test_a_cv_is_asked_nothing_of_a_letter(workspace: Workspace) -> None:
    dialog = asked(workspace)
    assert dialog.letter is None
    dialog.reject()


def test_what_is_chosen_of_a_letter_is_asked_for_and_found_again(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, choices: list[Choice]
) -> None:
    desk.versions = [
        VersionEntry(4, 1, 1, Cause.EDITED, "en", NOW, 9),
        VersionEntry(3, 1, 1, Cause.EDITED, "en", datetime(2020, 12, 3, 12, tzinfo=UTC), 9, name="Short"),
    ]
    click(workspace.head, "Letter")
    dialog = asked(workspace)
    countries = field(dialog, "Country")
    assert countries.currentText() == "None: as the language has it"
    assert [countries.itemText(place) for place in range(2)] == ["France", "Germany, the offer's"]
    choose(dialog, "Country", "United States")
    choose(dialog, "Length", "Short: three paragraphs")
    choose(dialog, "Tone", "Warm")
    loop.run_until_complete(until(lambda: field(dialog, "Facts").count() == 3))
    choose(dialog, "Facts", "CV: Short, 3 Dec 2020")
    click(dialog, "Write")
    loop.run_until_complete(until(lambda: any(call[0] == "start" for call in desk.calls)))
    [(_, kind, choice)] = [call for call in desk.calls if call[0] == "start"]
    assert kind is DocumentKind.LETTER
    assert isinstance(choice, Choice)
    assert choice.letter == LetterManner("us", Length.SHORT, Tone.WARM)
    assert choice.cv == 3
    assert (choices[-1].letter, choices[-1].cv) == (LetterManner(None, Length.SHORT, Tone.WARM), None)
