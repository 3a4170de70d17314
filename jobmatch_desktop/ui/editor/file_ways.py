"""Commands that take documents out of the window together. What few use is imported when it is used."""

from collections.abc import Callable
from concurrent.futures import Executor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.commands import command
from jobmatch_desktop.ui.shared.icons import Icons

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.ui.editor.printing import Printing
    from jobmatch_desktop.ui.editor.set_exporting import SetExporting


class FileWays(QObject):
    """UI thread. `kind` gives the document in view, or None."""

    first_wanted = Signal(object)
    """The kind of document whose first words without a fact the person wants to see."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        presenter: WorkspacePresenter,
        pdfium: Executor,
        kind: Callable[[], DocumentKind | None],
        appearance: Appearance,
        icons: Icons,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._engine = engine
        self._presenter = presenter
        self._pdfium = pdfium
        self._kind = kind
        self._appearance = appearance
        self._icons = icons
        self._window = window
        self._set: SetExporting | None = None
        self._printing: Printing | None = None
        self._actions: list[QAction] = [
            command(window, self.tr("Export the whole application"), "Ctrl+Shift+E", self._export_set),
            command(window, self.tr("Print this document"), "Ctrl+P", self._print),
        ]

    def add_to(self, menu: QMenu) -> None:
        """Puts the commands at the head of a menu."""
        before = menu.actions()[0]
        menu.insertActions(before, self._actions)
        menu.insertSeparator(before)

    def _export_set(self) -> None:
        if self._presenter.application is None:
            return
        if self._set is None:
            from jobmatch_desktop.ui.editor.set_exporting import SetExporting

            self._set = SetExporting(
                self._services, self._engine, self._presenter, self._appearance, self._icons, self._window
            )
            self._set.first_wanted.connect(self.first_wanted)
        self._set.ask()

    def _print(self) -> None:
        kind = self._kind()
        if kind is None or self._presenter.application is None:
            return
        if self._printing is None:
            from jobmatch_desktop.ui.editor.printing import Printing

            self._printing = Printing(self._presenter, self._pdfium, self._appearance, self._window)
            self._printing.first_wanted.connect(self.first_wanted)
        self._printing.ask(kind)
