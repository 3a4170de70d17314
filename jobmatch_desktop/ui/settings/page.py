"""The page of settings. Everything on it is stored by itself."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.events import SkillsChanged, TaskEvent
from jobmatch_desktop.ui.late_pages import LatePage
from jobmatch_desktop.ui.settings.appearance_section import AppearanceSection
from jobmatch_desktop.ui.settings.privacy_section import PrivacySection
from jobmatch_desktop.ui.settings.provider_form import ProviderForm
from jobmatch_desktop.ui.settings.provider_presenter import ProviderPresenter
from jobmatch_desktop.ui.settings.skills_presenter import SkillsPresenter
from jobmatch_desktop.ui.settings.skills_section import SkillsSection
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.naming import provider_name
from jobmatch_desktop.ui.shared.notice import Notice
from jobmatch_desktop.ui.shared.page_frame import frame_page, head_row
from jobmatch_desktop.ui.shared.segments import Segments
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

WIDTH = 760
PROVIDERS = ("ollama", "openai", "anthropic", "compatible")


class SettingsPage(LatePage):
    """Shows a provider at a time; its form is made when it is first looked at."""

    def __init__(self, services: "Services", engine: Engine, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services = services
        self._engine = engine
        self._appearance = appearance
        self._icons = icons
        settings = services.preferences.settings
        self.background = Background(self._tell)
        self.notice = Notice(appearance, icons)
        self.writers = Segments([(name, provider_name(name)) for name in PROVIDERS], self.tr("Writer"), appearance.look)
        for made in self.writers.findChildren(QPushButton):
            # Room for its words in the weight of the chosen one.
            made.setMinimumWidth(
                round(made.fontMetrics().horizontalAdvance(made.text()) * 1.15) + appearance.look.steps(8)
            )
        self.forms: dict[str, ProviderForm] = {}
        self._place = QVBoxLayout()
        self.privacy = PrivacySection(settings.private_words, appearance.look)
        self.skills = SkillsSection(appearance.look)
        self._skills = SkillsPresenter(services, engine, self.background)
        self.looks = AppearanceSection(settings, self._keep, appearance, icons)
        self._arrange(appearance.look)
        if settings.provider in PROVIDERS:
            self.writers.choose(settings.provider)
        self._show_form(self.writers.present())
        self.writers.chosen.connect(self._show_form)
        self.privacy.given.connect(self._keep_words)
        self.skills.add_asked.connect(self._skills.add)
        self.skills.drop_asked.connect(self._skills.drop)
        self._skills.listed.connect(self.skills.show_lists)
        self._skills.reads.connect(self.skills.show_reading)
        self._skills.added.connect(self.skills.show_added)
        self._skills.refused.connect(self.skills.refuse)
        self._skills.load()

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        if any(isinstance(event, SkillsChanged) for event in events):
            self._skills.load()

    async def wind_up(self) -> None:
        self._leave_fields()
        for form in self.forms.values():
            form.presenter.stop_testing()
        await self.background.settle()
        self.background.cancel()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._leave_fields()

    def _leave_fields(self) -> None:
        self.privacy.leave()
        for form in self.forms.values():
            form.leave_fields()

    @Slot(str)
    def _show_form(self, provider: str) -> None:
        if provider not in self.forms:
            presenter = ProviderPresenter(self._services, self._engine, self.background, provider)
            self.forms[provider] = ProviderForm(presenter, self._appearance, self._icons)
            self._place.addWidget(self.forms[provider])
            # What was made later comes before what stands under it.
            way = [
                self.forms[provider].test,
                self.privacy.words,
                self.skills.add,
                self.looks.theme,
                self.looks.language,
            ]
            for before, after in pairwise(way):
                QWidget.setTabOrder(before, after)
        for name, form in self.forms.items():
            form.setVisible(name == provider)

    def _keep(self, **fields: object) -> None:
        async def store() -> None:
            await self._engine.call(self._services.preferences.change, **fields)

        self.background.start(store())

    def _keep_words(self, words: tuple[str, ...]) -> None:
        async def store() -> None:
            try:
                await self._engine.call(self._services.provider_settings.set_private_words, words)
            except JobMatchError as error:
                self.privacy.refuse(error.trouble)
            else:
                self.privacy.show_stored(self._services.preferences.settings.private_words)

        self.background.start(store())

    def _tell(self, trouble: Trouble) -> None:
        self.notice.say(trouble_text(trouble))

    def _arrange(self, look: Look) -> None:
        head, row = head_row(look)
        row.addWidget(label("title", self.tr("Settings")))
        row.addStretch(1)
        choice = QHBoxLayout()
        choice.addWidget(self.writers)
        choice.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(look.px(WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(2))
        column.addWidget(label("strong", self.tr("Writers")))
        column.addLayout(choice)
        column.addLayout(self._place)
        sections = (
            (self.tr("Privacy"), self.privacy),
            (self.tr("Skills"), self.skills),
            (self.tr("Appearance"), self.looks),
        )
        for title, section in sections:
            column.addSpacing(look.steps(4))
            column.addWidget(label("strong", title))
            column.addWidget(section)
        column.addStretch(1)
        frame_page(self, head, self.notice, inner, QScrollArea(), look)
