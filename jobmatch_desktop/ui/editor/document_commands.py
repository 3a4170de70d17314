"""What can be done with the document in view, beside generating and exporting it: commands with their shortcuts, and a menu of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.editor.beside_ways import BesideWays
from jobmatch_desktop.ui.editor.besides import Besides
from jobmatch_desktop.ui.editor.document_pane import DocumentPane
from jobmatch_desktop.ui.editor.mark_ways import MarkWays
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.editor.spelling_ways import SpellingWays
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.commands import command
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.naming import kind_name

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.ui.editor.draft_ways import DraftWays
    from jobmatch_desktop.ui.editor.find_bar import FindBar

ZOOM_STEP = 1.1
SMALLEST, LARGEST = 0.5, 3.0


class DocumentCommands(QObject):
    """UI thread. `kind` gives the document in view, or None; `choice` who wrote last. What few use is imported when it is used."""

    alone_wanted = Signal()
    """The person wants the text alone, or all around it again."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        presenter: WorkspacePresenter,
        panes: dict[DocumentKind, DocumentPane],
        kind: Callable[[], DocumentKind | None],
        choice: Callable[[], Choice],
        appearance: Appearance,
        icons: Icons,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._engine = engine
        self._presenter = presenter
        self._panes = panes
        self._kind = kind
        self._choice = choice
        self._appearance = appearance
        self._icons = icons
        self._window = window
        self._drafts: dict[DocumentKind, DraftWays] = {}
        self._finding: dict[DocumentKind, FindBar] = {}
        background = presenter.background
        self._marks = {
            kind: MarkWays(kind, pane, presenter.markings, background, appearance, window)
            for kind, pane in panes.items()
        }
        self._words = {kind: SpellingWays(kind, pane, presenter.spellings, background) for kind, pane in panes.items()}
        self._besides = Besides(services, engine, background, presenter.document, self)
        self._beside = {kind: BesideWays(kind, pane, self._besides, appearance) for kind, pane in panes.items()}
        presenter.opened.connect(self._besides.take_opened)
        presenter.events.connect(self._besides.take_events)
        presenter.closing.connect(self._besides.clear)
        settings = services.preferences.settings
        presenter.spellings.turn(settings.spelling)
        self._zoom = min(LARGEST, max(SMALLEST, settings.zoom))
        self._take_zoom()
        presenter.closing.connect(self._leave_drafts)
        self.menu = QMenu(window)
        self._fill()

    def _fill(self) -> None:
        groups: tuple[tuple[tuple[str, str, Callable[[], object]], ...], ...] = (
            (
                (self.tr("Put the selection in other words"), "Ctrl+R", self._rewrite),
                (self.tr("Write the part that the caret is in anew"), "Ctrl+Shift+R", self._rewrite_part),
                (self.tr("Show what was written anew beside your words"), "Ctrl+Shift+B", self._show_beside),
                (self.tr("Show the versions of this document"), "Ctrl+Shift+H", self._show_versions),
            ),
            (
                (self.tr("Find"), "Ctrl+F", self._find),
                (self.tr("Find and replace"), "Ctrl+H", self._replace),
                (self.tr("Find the next place"), "F3", self._find_next),
                (self.tr("Find the place before"), "Shift+F3", self._find_before),
            ),
            (
                (self.tr("Move up what the caret is in"), "Alt+Up", self._move_up),
                (self.tr("Move down what the caret is in"), "Alt+Down", self._move_down),
                (self.tr("Make a list, or words again"), "Ctrl+L", self._toggle_bullets),
                (self.tr("Paste without form"), "Ctrl+Shift+V", self._paste_plain),
            ),
            (
                (self.tr("Go to the next words without a fact"), "F8", self._next_mark),
                (self.tr("Go to the words without a fact before"), "Shift+F8", self._mark_before),
                (self.tr("Go to the next misspelt word"), "F7", self._next_word),
                (self.tr("Check spelling, or stop it"), "Shift+F7", self._turn_spelling),
            ),
            (
                (self.tr("Fold the section that the caret is in, or show it"), "F9", self._turn_fold),
                (self.tr("Fold all sections"), "Shift+F9", self._fold_all),
                (self.tr("Show all that is folded"), "Ctrl+F9", self._unfold_all),
            ),
            (
                (self.tr("Larger text"), "Ctrl++", self._larger),
                (self.tr("Smaller text"), "Ctrl+-", self._smaller),
                (self.tr("Usual size of text"), "Ctrl+0", self._usual_size),
                (self.tr("The text alone, or all again"), "F11", self.alone_wanted.emit),
            ),
        )
        more = {"Ctrl++": ("Ctrl+=",)}
        for group in groups:
            for words, keys, run in group:
                self.menu.addAction(command(self._window, words, keys, run, more.get(keys, ())))
            self.menu.addSeparator()

    # The words

    def _rewrite(self) -> None:
        if kind := self._kind():
            self._draft_ways(kind).open()

    def _rewrite_part(self) -> None:
        if kind := self._kind():
            self._draft_ways(kind).open_part()

    def _draft_ways(self, kind: DocumentKind) -> "DraftWays":
        if kind not in self._drafts:
            from jobmatch_desktop.ui.editor.draft_ways import DraftWays
            from jobmatch_desktop.ui.editor.drafting import Drafting

            presenter = self._presenter
            drafting = Drafting(self._services, self._engine, presenter.background, self)
            drafting.failed.connect(presenter.failed)
            presenter.events.connect(drafting.take_events)
            self._drafts[kind] = DraftWays(
                kind, self._panes[kind], drafting, presenter, self._choice, self._appearance, self._icons
            )
        return self._drafts[kind]

    def _leave_drafts(self) -> None:
        for drafts in self._drafts.values():
            drafts.leave()

    def _show_beside(self) -> None:
        if kind := self._kind():
            self._beside[kind].open()

    def _show_versions(self) -> None:
        kind = self._kind()
        if kind is not None and self._presenter.document(kind) is not None:
            from jobmatch_desktop.ui.editor.version_ways import VersionWays

            title = self.tr("Versions of the {kind}").format(kind=kind_name(kind))
            ways = VersionWays(
                self._services, self._engine, self._presenter, kind, title, self._appearance, self._icons, self._window
            )
            ways.open()

    # Finding

    def _find(self) -> None:
        self._open_finding(replaces=False)

    def _replace(self) -> None:
        self._open_finding(replaces=True)

    def _open_finding(self, replaces: bool) -> None:
        if kind := self._kind():
            if kind not in self._finding:
                from jobmatch_desktop.ui.editor.find_bar import FindBar

                self._finding[kind] = FindBar(self._panes[kind].editor, self._appearance)
                self._panes[kind].give_panel(self._finding[kind])
            self._finding[kind].open(replaces)

    def _find_next(self) -> None:
        self._go_to_found(back=False)

    def _find_before(self) -> None:
        self._go_to_found(back=True)

    def _go_to_found(self, back: bool) -> None:
        kind = self._kind()
        if kind in self._finding:
            self._finding[kind].go(back)
        else:
            self._find()

    # Lines

    def _move_up(self) -> None:
        if kind := self._kind():
            self._panes[kind].editor.lines.move(up=True)

    def _move_down(self) -> None:
        if kind := self._kind():
            self._panes[kind].editor.lines.move(up=False)

    def _toggle_bullets(self) -> None:
        if kind := self._kind():
            self._panes[kind].editor.lines.toggle_bullets()

    def _paste_plain(self) -> None:
        if kind := self._kind():
            self._panes[kind].editor.paste_plain()

    # Folds

    def _turn_fold(self) -> None:
        if kind := self._kind():
            self._panes[kind].editor.folds.turn()

    def _fold_all(self) -> None:
        if kind := self._kind():
            self._panes[kind].editor.folds.fold_all()

    def _unfold_all(self) -> None:
        if kind := self._kind():
            self._panes[kind].editor.folds.unfold_all()

    # Marks

    def _next_mark(self) -> None:
        if kind := self._kind():
            self._marks[kind].next()

    def _mark_before(self) -> None:
        if kind := self._kind():
            self._marks[kind].next(back=True)

    def _next_word(self) -> None:
        if kind := self._kind():
            self._words[kind].next()

    def _turn_spelling(self) -> None:
        on = not self._services.preferences.settings.spelling
        self._presenter.spellings.turn(on)
        self._presenter.told.emit(self.tr("Spelling is checked.") if on else self.tr("Spelling is not checked."))
        self._presenter.background.start(self._keep(spelling=on))

    # The view

    def _larger(self) -> None:
        self._zoom_to(self._zoom * ZOOM_STEP)

    def _smaller(self) -> None:
        self._zoom_to(self._zoom / ZOOM_STEP)

    def _usual_size(self) -> None:
        self._zoom_to(1.0)

    def _zoom_to(self, zoom: float) -> None:
        self._zoom = min(LARGEST, max(SMALLEST, round(zoom, 3)))
        self._take_zoom()
        self._presenter.told.emit(self.tr("Text at {percent} %").format(percent=round(100 * self._zoom)))
        self._presenter.background.start(self._keep(zoom=self._zoom))

    def _take_zoom(self) -> None:
        for pane in self._panes.values():
            pane.editor.set_zoom(self._zoom)

    async def _keep(self, **chosen: object) -> None:
        await self._engine.call(self._services.preferences.change, **chosen)
