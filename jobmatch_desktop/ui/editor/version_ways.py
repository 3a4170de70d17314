"""What the dialog of versions leads to."""

from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.editor.versions_dialog import NOW, VersionsDialog
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services


class VersionWays(QObject):
    """Of one document, for as long as its dialog is open. UI thread."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        presenter: WorkspacePresenter,
        kind: DocumentKind,
        title: str,
        appearance: Appearance,
        icons: Icons,
        window: QWidget,
    ) -> None:
        document = presenter.document(kind)
        assert document is not None, "versions are those of a document"
        self._dialog = VersionsDialog(appearance, icons, lambda: datetime.now(UTC), title, window)
        super().__init__(self._dialog)
        self._services = services
        self._engine = engine
        self._presenter = presenter
        self._document = document.id
        self._closed = False
        self._dialog.finished.connect(self._end)
        self._dialog.looked_at.connect(self._look)
        self._dialog.restore_wanted.connect(self._restore)
        self._dialog.named.connect(self._name)

    def open(self) -> VersionsDialog:
        """Opens the dialog; what is typed is saved before, so that it can be compared with."""
        self._dialog.open()
        self._start(self._load(flush=True))
        return self._dialog

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._presenter.background.start(self._telling(work))

    async def _telling(self, work: Coroutine[Any, Any, None]) -> None:
        """What cannot be done is said in the dialog."""
        try:
            await work
        except JobMatchError as error:
            if not self._closed:
                self._dialog.show_trouble(error.trouble)

    def _end(self) -> None:
        """The dialog goes: what comes late is for nobody."""
        self._closed = True

    async def _load(self, flush: bool = False) -> None:
        if flush:
            await self._presenter.flush()
        found = await self._engine.call(self._services.versions.list, self._document)
        listed = await self._engine.call(self._services.looks.templates)
        if not self._closed:
            from jobmatch_desktop.ui.look.names import names_of

            self._dialog.show_versions(found, names_of(listed))

    def _look(self, version: int, other: int) -> None:
        self._start(self._compare(version, other))

    async def _compare(self, version: int, other: int) -> None:
        newer = None if other == NOW else other
        runs = await self._engine.call(self._services.versions.compare, version, newer)
        if not self._closed:
            self._dialog.show_runs(version, other, runs)

    def _restore(self, version: int) -> None:
        self._start(self._take_back(version))

    async def _take_back(self, version: int) -> None:
        if await self._presenter.flush():
            await self._engine.call(self._services.versions.restore, version)
            if not self._closed:
                self._dialog.accept()

    def _name(self, version: int, words: str) -> None:
        self._start(self._take_name(version, words))

    async def _take_name(self, version: int, words: str) -> None:
        await self._engine.call(self._services.versions.name, version, words)
        await self._load()
