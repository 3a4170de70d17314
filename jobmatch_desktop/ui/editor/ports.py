"""What passes between the workspace's presenter and its widgets."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.undoing import History
from jobmatch_desktop.ui.editor.marking import MarkedText
from jobmatch_desktop.ui.editor.saving import Text


class Editor(Text, Protocol):
    """An editor, as far as the presenter knows it."""

    @property
    def marks(self) -> MarkedText: ...
    @property
    def spelling(self) -> MarkedText: ...
    def set_text(self, text: str, history: History) -> None: ...
    def begin_part(self, key: str, *, at: str | None = None) -> None: ...
    def append(self, key: str, text: str) -> None: ...
    def end_part(self, key: str, body: str | None) -> None: ...
    def end_generation(self) -> None: ...


@dataclass(frozen=True)
class Opened:
    """An application with its documents, as it was opened."""

    application: Application
    documents: dict[DocumentKind, Document]


class OfDocument(QObject):
    """Passes a save state on with the document's kind."""

    def __init__(self, kind: DocumentKind, signal: object, parent: QObject) -> None:
        super().__init__(parent)
        self._kind = kind
        self._signal = signal

    def tell(self, state: object, trouble: object) -> None:
        self._signal.emit(self._kind, state, trouble)  # type: ignore[attr-defined]
