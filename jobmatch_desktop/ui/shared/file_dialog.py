"""The dialog in which a file is chosen, where the system has none of its own: Qt's."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def file_dialog(parent: QWidget, title: str, folder: str = "") -> QFileDialog:
    """A dialog over `folder` (`""`: where the last one was), with what Qt's French leaves in English. It is gone once it is closed."""
    made = QFileDialog(parent, title, folder)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setLabelText(QFileDialog.DialogLabel.LookIn, _tr("Folder:"))
    made.setLabelText(QFileDialog.DialogLabel.FileType, _tr("Kind of file:"))
    return made


def _tr(words: str) -> str:
    return QCoreApplication.translate("Files", words)
