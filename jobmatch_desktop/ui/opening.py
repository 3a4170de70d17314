"""What is shown where the data folder cannot be opened: why, and every way out."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.ui.shared.words import trouble_text


async def ask_way_out(trouble: Trouble) -> str:
    """Shows a fault of opening and returns what the person wants: `again`, `copy` (only where there is one) or `close`."""
    box = QMessageBox()
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("JobMatch Desktop")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(trouble_text(trouble))
    answers: dict[QAbstractButton, str] = {box.addButton(_tr("Try again"), QMessageBox.ButtonRole.AcceptRole): "again"}
    if copy_of(trouble) is not None:
        answers[box.addButton(_tr("Go back to the copy"), QMessageBox.ButtonRole.AcceptRole)] = "copy"
    close = box.addButton(_tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(close)
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def finished(_code: int) -> None:
        if not answer.done():
            answer.set_result(answers.get(box.clickedButton(), "close"))

    box.finished.connect(finished)
    box.open()
    return await answer


def copy_of(trouble: Trouble) -> Path | None:
    """The good copy that a fault of opening names, if it names one."""
    copy = trouble.values.get("copy")
    return Path(copy) if copy else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("Opening", words)
