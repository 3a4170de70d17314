"""Opens what leaves for a server in a dialog: before a generation, and of a task that ended."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.task import TaskId
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.services.sending import Leaving
from jobmatch_desktop.ui.editor.sending import SendingDialog
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services


class SendingPresenter:
    """UI thread. Its work is started in the `background` of the page that has it."""

    def __init__(self, services: "Services", engine: Engine, background: Background, appearance: Appearance) -> None:
        self._sending = services.sending
        self._services = services
        self._engine = engine
        self._background = background
        self._appearance = appearance

    def open_outgoing(self, application: int, kind: DocumentKind, choice: Choice, parent: QWidget) -> SendingDialog:
        """Shows what a generation would send now."""
        return self._open(False, lambda: self._engine.call(self._sending.outgoing, application, kind, choice), parent)

    def open_said(self, conversation: int, text: str, choice: Choice, parent: QWidget) -> SendingDialog:
        """Shows what saying this to the coach would send now."""
        return self._open(
            False, lambda: self._engine.call(self._services.coach.outgoing, conversation, text, choice), parent
        )

    def open_sent(self, task: TaskId, parent: QWidget) -> SendingDialog:
        """Shows what a task sent."""
        return self._open(True, lambda: self._engine.call(self._sending.sent, task), parent)

    def _open(self, past: bool, ask: Callable[[], Awaitable[Leaving]], parent: QWidget) -> SendingDialog:
        dialog = SendingDialog(self._appearance, past, parent)
        open_still = [dialog]
        dialog.finished.connect(open_still.clear)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        async def tell() -> None:
            try:
                leaving = await ask()
            except JobMatchError as error:
                for still in open_still:
                    still.show_trouble(error.trouble)
            else:
                for still in open_still:
                    still.show_leaving(leaving)

        dialog.open()
        self._background.start(tell())
        return dialog
