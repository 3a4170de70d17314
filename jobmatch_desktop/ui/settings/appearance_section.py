"""How the window looks and what it speaks."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from jobmatch_desktop.storage.settings import Settings, Theme, WindowLanguage
from jobmatch_desktop.ui.settings.rows import Rows
from jobmatch_desktop.ui.shared.appearance import Appearance, Scheme
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label


class AppearanceSection(QFrame):
    """`keep` stores fields of `Settings`."""

    def __init__(self, settings: Settings, keep: Callable[..., None], appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._keep = keep
        self._appearance = appearance
        look = appearance.look
        self.theme = ComboBox(self.tr("Colours"), appearance, icons)
        for theme, words in (
            (Theme.SYSTEM, self.tr("As the system")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
        ):
            self.theme.addItem(words, theme.value)
        self.theme.setCurrentIndex(self.theme.findData(settings.theme.value))
        self.language = ComboBox(self.tr("Language of the window"), appearance, icons)
        for language, words in (
            (WindowLanguage.SYSTEM, self.tr("As the system")),
            (WindowLanguage.ENGLISH, "English"),
            (WindowLanguage.FRENCH, "Français"),
        ):
            self.language.addItem(words, language.value)
        self.language.setCurrentIndex(self.language.findData(settings.language.value))
        self._began_with = settings.language.value
        self._says = label("muted", self.tr("The window speaks it when JobMatch is opened again."), wraps=True)
        self._says.hide()
        rows = Rows(look)
        rows.add("theme", self.tr("Colours"), self.theme)
        rows.add("language", self.tr("Language"), self.language, self._says)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(4), look.steps(4), look.steps(4), look.steps(4))
        column.addWidget(rows)
        self.theme.activated.connect(self._take_theme)
        self.language.activated.connect(self._take_language)

    def _take_theme(self) -> None:
        theme = self.theme.currentData()
        self._appearance.choose(Scheme(theme))
        self._keep(theme=Theme(theme))

    def _take_language(self) -> None:
        language = self.language.currentData()
        self._says.setVisible(language != self._began_with)
        self._keep(language=WindowLanguage(language))
