"""The page of models: those that are installed, those that can be, and the other places that have some."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMessageBox, QScrollArea, QVBoxLayout, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.providers.protocol import Model
from jobmatch_desktop.ui.late_pages import LatePage
from jobmatch_desktop.ui.models.download_section import DownloadSection
from jobmatch_desktop.ui.models.ollama_section import OllamaSection
from jobmatch_desktop.ui.models.presenter import ModelsPresenter, Overview
from jobmatch_desktop.ui.models.pulls_section import PullsSection
from jobmatch_desktop.ui.models.servers_section import ServersSection
from jobmatch_desktop.ui.models.words import size_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.notice import Notice
from jobmatch_desktop.ui.shared.page_frame import frame_page, head_row
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

WIDTH = 980


class ModelsPage(LatePage):
    """Looks at what there is while it is in view."""

    def __init__(self, services: "Services", engine: Engine, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.presenter = ModelsPresenter(services, engine)
        self.notice = Notice(appearance, icons)
        self.ollama = OllamaSection(appearance)
        self.pulls = PullsSection(appearance)
        self.downloads = DownloadSection(appearance)
        self.add = button(self.tr("Download a model"))
        self.servers = ServersSection(appearance)
        self._box: QMessageBox | None = None
        self._to_delete = ""
        self._area = QScrollArea()
        self._arrange(appearance.look)
        self.presenter.shown.connect(self._show)
        self.presenter.pulls_shown.connect(self.pulls.show_pulls)
        self.presenter.pulls_shown.connect(self.downloads.show_pulls)
        self.presenter.failed.connect(self._show_trouble)
        self.ollama.start_asked.connect(self.presenter.start_ollama)
        self.ollama.look_asked.connect(self.presenter.look)
        self.ollama.delete_asked.connect(self._ask_to_delete)
        self.downloads.pull_asked.connect(self.presenter.pull)
        self.pulls.pull_asked.connect(self.presenter.pull)
        self.pulls.pause_asked.connect(self.presenter.pause)
        self.pulls.leave_asked.connect(self.presenter.cancel)
        self.pulls.emptied.connect(self._go_to_name)
        self.add.clicked.connect(self._go_to_name)
        self.servers.use_asked.connect(self.presenter.use)
        self.servers.ask_asked.connect(self.presenter.ask)

    async def wind_up(self) -> None:
        """Before the program ends: nothing of the page is under way when it returns."""
        await self.presenter.wind_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.show(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.show(False)

    def _show(self, overview: Overview) -> None:
        self.ollama.show_overview(overview)
        self.downloads.show_overview(overview)
        self.servers.show_overview(overview)

    def _show_trouble(self, trouble: Trouble) -> None:
        self.notice.say(trouble_text(trouble))

    def _ask_to_delete(self, model: Model) -> None:
        if self._box is not None:
            self._box.raise_()
            return
        self._to_delete = model.name
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Delete the model"))
        box.setText(self.tr("Delete “{name}”?").format(name=breakable(model.name[:160])))
        words = self.tr("To write with it again it must be downloaded again.")
        if model.size:
            words = self.tr("This frees up to {size}. {more}").format(size=size_words(model.size), more=words)
        box.setInformativeText(words)
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        delete.clicked.connect(self._delete)
        box.finished.connect(self._asked)
        self._box = box
        box.open()

    def _delete(self) -> None:
        self.notice.hide()
        self.presenter.delete(self._to_delete)

    def _asked(self) -> None:
        self._box = None

    def _go_to_name(self) -> None:
        self._area.ensureWidgetVisible(self.downloads)
        self._area.ensureWidgetVisible(self.downloads.name)
        self.downloads.name.setFocus()

    def _arrange(self, look: Look) -> None:
        head, row = head_row(look)
        row.addWidget(label("title", self.tr("Models")))
        row.addStretch(1)
        row.addWidget(self.add)
        inner = QWidget()
        inner.setMaximumWidth(look.px(WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(7))
        for section in (self.pulls, self.ollama, self.downloads, self.servers):
            column.addWidget(section)
        column.addStretch(1)
        frame_page(self, head, self.notice, inner, self._area, look)
