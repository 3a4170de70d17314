"""The file that a profile was last brought in from, beside the profile: where each line stands in it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.ui.profile.review_pages import SourceView
from jobmatch_desktop.ui.profile.rows import Cell
from jobmatch_desktop.ui.profile.working import key_of
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.buttons import button

if TYPE_CHECKING:
    from jobmatch_desktop.formats.imported import Place
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.services.profile_importing import Origins


class OriginPane(QWidget):
    """Hidden until the person asks for it with `toggle`, which is there where the file has pages. `chosen` tells the key of the field
    whose place was clicked."""

    chosen = Signal(str)

    def __init__(self, services: "Services", engine: Engine, background: Background, appearance: Appearance) -> None:
        super().__init__()
        self._services = services
        self._engine = engine
        self._background = background
        self._appearance = appearance
        self._origins: Origins | None = None
        self._places: Mapping[str, Place] = {}
        self._view: SourceView | None = None
        self.toggle = button(self.tr("Show the file"), "slim")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self.setVisible)
        self.toggle.toggled.connect(self._show_view)
        self.toggle.toggled.connect(self._name_toggle)
        self.toggle.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_origins(self, origins: "Origins | None", ids: Mapping[str, str]) -> None:
        """Takes where the lines of a profile came from; `ids` are those that it has."""
        other = origins is None or self._origins is None or origins.id != self._origins.id
        self._origins = origins
        self._places = {} if origins is None else {key_of(path, dict(ids)): at for path, at in origins.places.items()}
        self.toggle.setVisible(origins is not None and origins.paged)
        if other and self._view is not None:
            self._view.close_pages()
            self._view.deleteLater()
            self._view = None
        if origins is None or not origins.paged:
            self.toggle.setChecked(False)
        self._show_view()

    def look_at(self, cell: Cell) -> None:
        """Marks where a field stands, or all of its words."""
        keys = [cell.key, *(word.id for word in cell.words)]
        boxes = tuple(box for key in keys if key in self._places for box in self._places[key].boxes)
        if self._view is not None:
            self._view.source.light(boxes)

    def _name_toggle(self, shown: bool) -> None:
        words = self.tr("Hide the file") if shown else self.tr("Show the file")
        self.toggle.setText(words)
        self.toggle.setAccessibleName(words)

    def _show_view(self) -> None:
        if not self.toggle.isChecked() or self._origins is None:
            return
        if self._view is None:
            number, importing = self._origins.id, self._services.profile_importing
            self._view = SourceView(
                lambda first, last, scale: importing.pages(number, first, last, scale),
                self._engine,
                self._background,
                self._appearance,
            )
            self._view.set_name(self._origins.name)
            self._view.source.chosen.connect(self.chosen)
            self._column.addWidget(self._view)
            self._view.begin()
        self._view.source.show_boxes({key: place.boxes for key, place in self._places.items()})
        unsure = (key for key, place in self._places.items() if place.unsure)
        self._view.source.show_unsure(frozenset(unsure))
