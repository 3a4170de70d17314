"""Numbers in the window's language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from jobmatch_desktop.ui.editor.preflight_words import cost
from jobmatch_desktop.ui.shared.numbers import decimal, gigabytes, left_out_text, number
from jobmatch_desktop.ui.shared.translation import speak
from jobmatch_desktop.writing.digest import LeftOut

LEFT = LeftOut(
    "Of the offer's {all} characters, the {kept} that matter most here are read.", {"all": 151012, "kept": 1500}
)


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    speak(qapp, "fr")
    yield
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_english_ones() -> None:
    assert (number(1234567), decimal(0.125, 2), gigabytes(4_660_000_000)) == ("1,234,567", "0.12", "4.7 GB")
    assert cost(1.239) == "~$1.24"
    assert left_out_text(LEFT) == LEFT.text()
    assert "151,012 characters, the 1,500" in LEFT.text()


@pytest.mark.usefixtures("french")
def test_french_ones() -> None:
    assert number(1234567) == "1\u202f234\u202f567"
    assert (decimal(0.125, 2), gigabytes(4_660_000_000)) == ("0,12", "4,7\u00a0Go")
    assert cost(1.239) == "~1,24\u00a0$"
    said = left_out_text(LEFT)
    assert "151\u202f012" in said
    assert "1\u202f500" in said
