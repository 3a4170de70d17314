"""Where a file is chosen: Qt's own dialog, in the window's language and with buttons that are seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jobmatch_desktop.ui.shared.file_dialog import file_dialog
from jobmatch_desktop.ui.shared.translation import speak

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    speak(qapp, "fr")
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.mark.usefixtures("french")
def test_its_words_are_those_of_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = file_dialog(window, "Choisir un CV")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    said = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Dossier :", "Type de fichier :"} <= {words.replace("\N{NO-BREAK SPACE}", " ") for words in said}
