"""The workspace: head, the offer or a document beside its preview, and the foot."""

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.mark import Marked
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.editor.document_commands import DocumentCommands
from jobmatch_desktop.ui.editor.document_pane import DocumentPane
from jobmatch_desktop.ui.editor.document_preview import DocumentPreview
from jobmatch_desktop.ui.editor.export_words import with_back
from jobmatch_desktop.ui.editor.exporting import Exporting
from jobmatch_desktop.ui.editor.file_ways import FileWays
from jobmatch_desktop.ui.editor.foot import Foot
from jobmatch_desktop.ui.editor.generating import Generating
from jobmatch_desktop.ui.editor.getting_around import GettingAround
from jobmatch_desktop.ui.editor.head import Head
from jobmatch_desktop.ui.editor.look_place import LookPlace
from jobmatch_desktop.ui.editor.pdf_pages import Drawn
from jobmatch_desktop.ui.editor.ports import Opened
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.editor.previewing import Wanted
from jobmatch_desktop.ui.editor.refused_ways import RefusedWays
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.commands import command
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.naming import kind_name
from jobmatch_desktop.ui.shared.notice import Notice
from jobmatch_desktop.ui.shared.remarks import remark_text
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.exporting import Exported
    from jobmatch_desktop.services.parts import Services

NARROW = 1000
"""Below this width of the window the preview folds behind a button."""


class OfferView(Protocol):
    """The page of the offer: a QWidget that also has these. `changed` is a Signal that tells the edited `Application`."""

    changed: Signal

    def show_application(self, application: Application) -> None:
        """Shows this application's offer."""
        ...

    def panes(self) -> list[QWidget]:
        """What F6 goes through, that which is worked in first."""
        ...


class Workspace(QWidget):
    """One application being worked on. `left` tells that the person goes back to the list."""

    left = Signal()
    alone = Signal(bool)
    """Whether the person wants the text alone in the window."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        pdfium: Executor,
        appearance: Appearance,
        icons: Icons,
        offer: QWidget,
        choice: Choice,
        keep_choice: Callable[[Choice], None],
        chosen_models: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """`offer` is an `OfferView`; `choice` is what was chosen last for a generation, and `keep_choice` gets each new one;
        `chosen_models` tells the model that was last chosen of each provider, here or in the settings."""
        super().__init__()
        self._appearance = appearance
        self._icons = icons
        self._wide = True
        self._alone = False
        self._offer = offer
        self._panes = {kind: DocumentPane(appearance, icons, kind_name(kind)) for kind in DocumentKind}
        self.presenter = WorkspacePresenter(
            services, engine, pdfium, {kind: pane.editor for kind, pane in self._panes.items()}, self
        )
        segments = [("offer", self.tr("Offer & match")), *((kind.value, kind_name(kind)) for kind in DocumentKind)]
        self.exporting = Exporting(
            self.presenter,
            appearance,
            lambda: self.notice.hide(),
            lambda: services.preferences.settings.export_pattern,
            self,
        )
        self.generating = Generating(
            services, engine, self.presenter, appearance, icons, choice, keep_choice, chosen_models, self
        )
        self.commands = DocumentCommands(
            services,
            engine,
            self.presenter,
            self._panes,
            self.kind,
            self.generating.choice,
            appearance,
            icons,
            self,
        )
        self.files = FileWays(services, engine, self.presenter, pdfium, self.kind, appearance, icons, self)
        self.files.add_to(self.commands.menu)
        self._services = services
        self._engine = engine
        self.head = Head(appearance, icons, segments, self.commands.menu)
        self.foot = Foot(appearance, icons)
        self.notice = Notice(appearance, icons)
        self.preview = DocumentPreview(appearance, icons)
        self._arrange()
        self.look = LookPlace(
            services,
            engine,
            pdfium,
            self.presenter,
            self._panes,
            self._documents,
            self.preview,
            self.kind,
            appearance,
            icons,
        )
        self._connect()
        self._around = GettingAround(self.head.segments, segments, self._panes_in_view, self)
        self.head.segments.choose(DocumentKind.CV)
        self._show_segment(DocumentKind.CV)

    def open(self, application: int) -> None:
        """Shows an application; its documents come when they are read."""
        self.notice.hide()
        self.presenter.background.start(self.presenter.open(application))

    async def wind_up(self) -> None:
        """Before the program ends: all is saved when it returns."""
        await self.presenter.wind_up()

    def kind(self) -> DocumentKind | None:
        """The document shown, or None where the offer is."""
        key = self.head.segments.present()
        return None if key == "offer" else DocumentKind(key)

    def _arrange(self) -> None:
        self._documents = QStackedWidget()
        for pane in self._panes.values():
            self._documents.addWidget(pane)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._documents)
        self._splitter.addWidget(self.preview)
        self._splitter.setStretchFactor(0, 55)
        self._splitter.setStretchFactor(1, 45)
        self._splitter.setSizes([5500, 4500])
        self._body = QStackedWidget()
        self._body.addWidget(self._offer)
        self._body.addWidget(self._splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        told = QHBoxLayout()
        told.addWidget(self.notice)
        column.addLayout(told)
        column.addWidget(self._body, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        presenter, head = self.presenter, self.head
        presenter.opened.connect(self._show_opened)
        self.commands.alone_wanted.connect(self._turn_alone)
        presenter.application_changed.connect(self._show_application)
        presenter.saved.connect(self._show_saved)
        presenter.set_anew.connect(self._set_anew)
        presenter.foot.changed.connect(self.foot.show_state)
        presenter.markings.told.connect(self._show_marked)
        self.exporting.exported.connect(self._show_exported)
        self.exporting.first_wanted.connect(self._go_to_first_mark)
        self.files.first_wanted.connect(self._go_to_first_mark)
        presenter.failed.connect(self._show_trouble)
        presenter.told.connect(self._tell)
        self.generating.began.connect(self.notice.hide)
        self.generating.took.connect(self._show_took)
        self.generating.cut.connect(self.notice.say)
        presenter.previewing.show_from(self._wanted)
        presenter.previewing.drawn.connect(self._show_pages)
        presenter.previewing.failed.connect(self._show_preview_trouble)
        self.preview.pages.looked_at.connect(presenter.previewing.look_at)
        presenter.previewing.followed.connect(self.preview.pages.show_segment)
        self.preview.pages.pointed.connect(presenter.previewing.point_at)
        presenter.previewing.pointed_at.connect(self._go_to_line)
        self.foot.chosen.connect(presenter.take_way)
        head.left.connect(self._leave)
        head.status_chosen.connect(presenter.set_status)
        head.segments.chosen.connect(self._show_segment)
        head.generate.clicked.connect(self._ask_how)
        head.export.clicked.connect(self._ask_where)
        head.preview.toggled.connect(self._fold)
        self._offer.changed.connect(presenter.update)  # type: ignore[attr-defined]
        command(self, self.tr("Generate this document"), "Ctrl+G", self._ask_how)
        command(self, self.tr("Export this document"), "Ctrl+E", self._ask_where)
        command(self, self.tr("Choose template and look"), "Ctrl+Shift+T", self.look.turn)
        command(self, self.tr("Save now"), "Ctrl+S", presenter.flush_later)
        command(self, self.tr("Go back to the applications"), "Alt+Left", self._leave)
        presenter.spellings.refused.connect(self._show_refused)
        for kind, pane in self._panes.items():
            pane.setObjectName(kind)
            pane.editor.setObjectName(kind)
            pane.strip.setObjectName(kind)
            pane.editor.edited.connect(self._edited)
            pane.editor.cursorPositionChanged.connect(self._follow)
            pane.at_rest.connect(presenter.previewing.touch)
            pane.again.connect(presenter.flush_later)
            RefusedWays(kind, pane, presenter.refusals, presenter.markings, presenter.background)

    def _panes_in_view(self) -> list[QWidget]:
        if (kind := self.kind()) is None:
            return [*self._offer.panes(), self.foot, self.head]  # type: ignore[attr-defined]
        pane = self._panes[kind]
        text: QWidget = pane.editor
        if self.look.is_open:
            text = self._documents
        return [text, pane.strip, pane.mark_strip, self.preview, self.foot, self.head]

    # What the presenter tells

    def _show_opened(self, opened: Opened) -> None:
        self._show_application(opened.application)
        self.presenter.previewing.look_now()
        if kind := self.kind():
            self._panes[kind].editor.setFocus()

    def _show_application(self, application: Application) -> None:
        self.head.show_application(application)
        self._offer.show_application(application)  # type: ignore[attr-defined]

    def _set_anew(self, kind: DocumentKind) -> None:
        if kind is self.kind():
            self.presenter.previewing.look_now()

    def _show_saved(self, kind: DocumentKind, state: object, trouble: object) -> None:
        self._panes[kind].show_saved(state, trouble)  # type: ignore[arg-type]

    def _show_marked(self, kind: DocumentKind, marked: Marked) -> None:
        self._panes[kind].show_marked(marked)

    def _show_trouble(self, trouble: Trouble) -> None:
        self.notice.say(trouble_text(trouble))

    def _tell(self, words: str) -> None:
        if kind := self.kind():
            self._panes[kind].say(words)

    def _show_exported(self, exported: "Exported") -> None:
        words = with_back(self.tr("Exported as {name}").format(name=exported.path.name), exported)
        self._tell(words)
        if exported.warnings:
            self.notice.say(f"{words}. {remark_text(exported.warnings)}")

    def _show_pages(self, drawn: Drawn) -> None:
        self.preview.pages.show_pages(drawn)
        if kind := self.kind():
            self._panes[kind].set_pages(len(drawn.sizes))

    def _show_preview_trouble(self, trouble: Trouble | None) -> None:
        self.preview.set_trouble(trouble_text(trouble) if trouble else "")

    # What the person does

    def _show_segment(self, key: str) -> None:
        self.presenter.flush_later() if self.presenter.application else None
        kind = self.kind()
        self.head.more.setVisible(kind is not None)
        self.head.generate.setVisible(kind is not None)
        self.head.export.setVisible(kind is not None)
        self._fit_width()
        if kind is None:
            self._body.setCurrentWidget(self._offer)
            return
        self._body.setCurrentWidget(self._splitter)
        self.look.show_kind(kind)
        self.presenter.show_kind(kind)
        self.presenter.previewing.look_now()

    def _wanted(self) -> Wanted | None:
        """What the preview is to show, or None where it shows nothing now."""
        kind = self.kind()
        document = self.presenter.document(kind) if kind else None
        if kind is None or document is None or not self.preview.isVisibleTo(self):
            return None
        self.look.name(document.template)
        text = self._panes[kind].editor.text_to_print()
        return Wanted(text, kind, document.language, document.template, document.options)

    def _follow(self) -> None:
        """The pages go where the person writes."""
        if (kind := self.kind()) and self.sender() is self._panes[kind].editor and self._panes[kind].editor.hasFocus():
            self.presenter.previewing.follow(self._panes[kind].editor.textCursor().blockNumber())

    def _go_to_line(self, line: int) -> None:
        """The person clicked words on a page: the caret goes there, unless they choose how the pages look."""
        if (kind := self.kind()) and not self.look.is_open:
            self.head.preview.setChecked(False)
            self._panes[kind].editor.go_to_line(line)
            self.presenter.previewing.follow(line)

    def _edited(self) -> None:
        self.presenter.edited(DocumentKind(self.sender().objectName()))
        self.presenter.previewing.touch()

    def _show_refused(self, trouble: Trouble) -> None:
        self._tell(trouble_text(trouble))

    def _go_to_first_mark(self, kind: DocumentKind) -> None:
        self._panes[kind].editor.marks.go_to_first()

    def _leave(self) -> None:
        if self._alone:
            self._turn_alone()
        self.presenter.flush_later()
        self.left.emit()

    def take_choice(self, choice: Choice) -> None:
        """Takes a choice that was made elsewhere: what is generated next begins with it."""
        self.generating.take_choice(choice)

    def _ask_how(self) -> None:
        if kind := self.kind():
            self.generating.ask(kind)

    def _show_took(self, kind: DocumentKind, words: str) -> None:
        self._panes[kind].say(words)

    def _ask_where(self) -> None:
        if (kind := self.kind()) and self.presenter.application:
            self.exporting.ask(kind)

    def _turn_alone(self) -> None:
        """The text alone: no head, no pages, no rail; the foot stays, which says what is being written."""
        if self._alone or self.kind() is not None:
            self._alone = not self._alone
            self.head.setVisible(not self._alone)
            self._fit_width()
            self.alone.emit(self._alone)

    # The width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.presenter.application:
            self.presenter.flush_later()

    def _fit_width(self) -> None:
        wide = self.window().width() >= self._appearance.look.px(NARROW)
        if wide != self._wide:
            self._wide = wide
            self.head.set_narrow(not wide)
            self.head.preview.setChecked(False)
        self.head.preview.setVisible(not wide and self.kind() is not None)
        self._fold(self.head.preview.isChecked())

    def _fold(self, shows: bool) -> None:
        """In a narrow window the preview stands in the place of the text."""
        seen = (self._wide or shows) and not self._alone
        self.preview.setVisible(seen)
        self._documents.setVisible(self._wide or not seen)
        if seen:
            self.presenter.previewing.look_now()
