"""Templates and options in the workspace: in the text's place, where the person asks for them."""

from collections.abc import Callable
from concurrent.futures import Executor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.ui.editor.document_pane import DocumentPane
from jobmatch_desktop.ui.editor.document_preview import DocumentPreview
from jobmatch_desktop.ui.editor.page_notes import PageNotes
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.ui.look.ways import LookWays


class LookPlace(QObject):
    """UI thread. The panel is made when it is first asked for. `documents` is where the panes stand, `kind` the document in view."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        pdfium: Executor,
        presenter: WorkspacePresenter,
        panes: dict[DocumentKind, DocumentPane],
        documents: QStackedWidget,
        preview: DocumentPreview,
        kind: Callable[[], DocumentKind | None],
        appearance: Appearance,
        icons: Icons,
    ) -> None:
        super().__init__(documents)
        self._services = services
        self._engine = engine
        self._pdfium = pdfium
        self._presenter = presenter
        self._panes = panes
        self._documents = documents
        self._preview = preview
        self._kind = kind
        self._appearance = appearance
        self._icons = icons
        self._names: dict[str, str] = {}
        self._ways: LookWays | None = None
        self._notes = PageNotes(services, engine, presenter.background, presenter.previewing, self)
        self._notes.told.connect(preview.set_note)
        self._notes.to_cut.connect(self._show_to_cut)
        preview.look.clicked.connect(self.turn)
        presenter.opened.connect(self._read_names)
        presenter.closing.connect(self._close)

    @property
    def is_open(self) -> bool:
        """Whether templates and options are in the text's place."""
        return self._ways is not None and self._ways.is_open

    def show_kind(self, kind: DocumentKind) -> None:
        """This document is in view now: its text, or its look where the panel is open."""
        if self._ways is not None and self.is_open:
            self._ways.show_kind()
        else:
            self._documents.setCurrentWidget(self._panes[kind])

    def name(self, template: str) -> None:
        """The pages are set in this template."""
        self._preview.set_template(self._names.get(template, template.capitalize()))

    def turn(self) -> None:
        """Templates and options, or the text again."""
        if self.is_open:
            self._close()
        elif self._kind() is not None and self._presenter.application is not None:
            if self._ways is None:
                self._ways = self._made()
            self._documents.setCurrentWidget(self._ways.panel)
            self._ways.open()

    def _made(self) -> "LookWays":
        from jobmatch_desktop.ui.look.panel import LookPanel
        from jobmatch_desktop.ui.look.ways import LookWays

        panel = LookPanel(self._appearance, self._icons, self._documents)
        self._documents.addWidget(panel)
        panel.closed.connect(self._close)
        return LookWays(
            self._services,
            self._engine,
            self._pdfium,
            self._presenter,
            panel,
            self._kind,
            lambda kind: self._panes[kind].editor.text_to_print(),
        )

    def _close(self) -> None:
        if self._ways is not None and self.is_open:
            self._ways.close()
            if kind := self._kind():
                self._documents.setCurrentWidget(self._panes[kind])
                self._panes[kind].editor.setFocus()

    def _read_names(self) -> None:
        self._presenter.background.start(self._load_names())

    async def _load_names(self) -> None:
        found = await self._engine.call(self._services.looks.templates)
        # It comes with the templates' own parts, which the start of the window has no need of.
        from jobmatch_desktop.ui.look.names import names_of

        self._names = names_of(found)
        if (kind := self._kind()) and (document := self._presenter.document(kind)):
            self.name(document.template)

    def _show_to_cut(self, words: str) -> None:
        self._preview.set_to_cut(words)
        if self._ways is not None:
            self._ways.show_cut(words)
