"""The person's photo: shown, chosen, dropped, taken away."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.dropping import dropped_file
from jobmatch_desktop.ui.shared.fields import CheckBox
from jobmatch_desktop.ui.shared.file_dialog import file_dialog
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label

WIDTH, HEIGHT = 56, 72


class Picture(QWidget):
    """The photo, or an empty frame."""

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self._appearance = appearance
        self._icons = icons
        self._image = QImage()
        self.setFixedSize(QSize(appearance.look.px(WIDTH), appearance.look.px(HEIGHT)))

    def show_photo(self, data: bytes) -> None:
        """Shows a picture's bytes; none for an empty frame."""
        self._image = QImage.fromData(data) if data else QImage()
        self.setAccessibleName(self.tr("Your photo") if data else self.tr("No photo"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._appearance.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._image.isNull():
            painter.fillRect(place, QColor(look.colours.sunken))
            size = look.px(28)
            middle = self.rect().center()
            icon = self._icons.icon("profile", look.colours.muted)
            icon.paint(painter, middle.x() - size // 2, middle.y() - size // 2, size, size)
        else:
            painter.drawImage(place, self._image)
        painter.setPen(QPen(QColor(look.colours.line), 1))
        painter.drawRect(place)
        painter.end()


class PhotoField(QWidget):
    """`chosen` tells the path of a picture, `removed` that there is to be none, `shown` whether this CV is to show it."""

    chosen = Signal(object)
    removed = Signal()
    shown = Signal(bool)

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self._folder = str(Path.home())
        self._can = False
        self._picture = Picture(appearance, icons)
        self._choose = button(self.tr("Choose a photo…"), "slim")
        self._remove = button(self.tr("Remove"), "slim", accessible=self.tr("Remove the photo"))
        self._shows = CheckBox(self.tr("Show it in this CV"), appearance, icons)
        self._says = label("muted", wraps=True)
        self.setAcceptDrops(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.steps(2))
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(look.steps(1))
        right.addLayout(buttons)
        right.addWidget(self._shows)
        right.addWidget(self._says)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.steps(3))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(self.removed)
        self._shows.clicked.connect(self.shown)

    def show_photo(self, data: bytes, shows: bool, why_not_kept: str, why_not_shown: str) -> None:
        """`data` is the profile's photo; `why_not_kept` says why none can be chosen, `why_not_shown` why the template shows none."""
        self._picture.show_photo(data)
        self._can = not why_not_kept
        allow(self._choose, why_not_kept)
        self._remove.setVisible(bool(data))
        self._shows.setVisible(bool(data))
        self._shows.setChecked(shows)
        allow(self._shows, why_not_shown)
        usual = self.tr("Kept with your profile, for every CV. You can drop a picture here.")
        self._says.setText(why_not_shown or why_not_kept or usual)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._can and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := dropped_file(event)) is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def _ask(self) -> None:
        dialog = file_dialog(self, self.tr("Choose a photo"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.gif)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, path: str) -> None:
        self._folder = str(Path(path).parent)
        self.chosen.emit(Path(path))
