"""The preview of a document: with the way to its template and options, and what is to be known of its pages."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QToolButton

from jobmatch_desktop.ui.editor.preview import Preview
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.theme import Look

NAME = 24
"""Letters of a template's name that are shown."""


class DocumentPreview(Preview):
    """`look` is the button that leads to templates and options."""

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        self.look = QToolButton()
        super().__init__(appearance, before=self.look)
        self._icons = icons
        self.look.setProperty("role", "quiet")
        self.look.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.look.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.look.setToolTip(self.tr("Choose the template, colours, fonts and pages (Ctrl+Shift+T)"))
        self._to_cut = label("warn", wraps=True)
        self._note = label("muted", wraps=True)
        for one in (self._to_cut, self._note):
            one.hide()
            self.said.addWidget(one)
        self._take_look(appearance.look)
        appearance.changed.connect(self._take_look)

    def set_template(self, name: str) -> None:
        """The name of the template that the pages are set in."""
        metrics = self.look.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, NAME * metrics.averageCharWidth())
        self.look.setText(self.tr("Template: {name}").format(name=shown).replace("&", "&&"))
        self.look.setAccessibleName(self.tr("Template: {name}").format(name=name))

    def set_note(self, words: str) -> None:
        """Says what the pages have otherwise than chosen; `""` for nothing."""
        _say(self._note, words)

    def set_to_cut(self, words: str) -> None:
        """Says what to cut so that the text fits; `""` where it does."""
        _say(self._to_cut, words)

    def _take_look(self, look: Look) -> None:
        self.look.setIcon(self._icons.icon("template", look.colours.muted))
        self.look.setIconSize(QSize(look.px(16), look.px(16)))


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
