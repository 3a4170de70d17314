"""Shows what leaves for a server, exactly: before it does, and afterwards."""

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.services.sending import Leaving, SentRecord
from jobmatch_desktop.ui.editor.sending_text import exact, readable
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.naming import part_name
from jobmatch_desktop.ui.shared.segments import Segments
from jobmatch_desktop.ui.shared.words import trouble_text

WIDTH, HEIGHT = 940, 700
LEAST_WIDTH = 440


class SendingDialog(QDialog):
    """Shown with `open()`; `show_leaving` or `show_trouble` says what there is. `past` is whether it has left already."""

    def __init__(self, appearance: Appearance, past: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        look = appearance.look
        self._past = past
        self._records: tuple[SentRecord, ...] = ()
        self.setWindowTitle(self.tr("What was sent") if past else self.tr("What will be sent"))
        self._size = QSize(look.px(WIDTH), look.px(HEIGHT))
        self.setMinimumWidth(look.px(LEAST_WIDTH))
        self._says = label("", self.tr("Putting it together"), wraps=True)
        self._where = label("strong", wraps=True)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note = label("muted", self.tr("Your key goes along in a header. It is not shown here."), wraps=True)
        self._parts = QListWidget()
        self._parts.setProperty("role", "field")
        self._parts.setAccessibleName(self.tr("Requests, one for each part"))
        self._parts.setFixedWidth(look.px(210))
        self._views = Segments(
            [("readable", self.tr("Readable")), ("exact", self.tr("Exact"))], self.tr("How it is shown"), look
        )
        self._copy = button(self.tr("Copy"), "slim", accessible=self.tr("Copy this request exactly"))
        self._body = self._view(self.tr("What the request says"))
        self._hidden_title = label("strong", self.tr("Hidden from the server"))
        self._hidden = self._view(self.tr("What is hidden, and what stands for it"))
        self._hidden.setFixedHeight(look.px(96))
        close = button(self.tr("Close"))
        close.setDefault(True)
        self._whole = QWidget()
        self._arrange_whole(look.steps(3))
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(6), look.steps(6), look.steps(6), look.steps(5))
        column.setSpacing(look.steps(3))
        column.addWidget(self._says)
        column.addWidget(self._where)
        column.addWidget(self._note)
        column.addWidget(self._whole, 1)
        column.addStretch(0)
        column.addLayout(below)
        self._show_parts()
        self._parts.currentRowChanged.connect(self._show_body)
        self._views.chosen.connect(self._show_body)
        self._copy.clicked.connect(self._copy_body)
        close.clicked.connect(self.accept)

    def show_leaving(self, leaving: Leaving) -> None:
        """Shows what leaves, part by part."""
        self._records = leaving.records if leaving.leaves else ()
        self._says.setText(self._words(leaving))
        self._show_parts()

    def show_trouble(self, trouble: Trouble) -> None:
        """Says why it cannot be told."""
        self._says.setText(trouble_text(trouble))

    def _words(self, leaving: Leaving) -> str:
        count = len(self._records)
        if self._past:
            if not count:
                return self.tr("Nothing left this computer, or the machines that you marked as your own.")
            return self.tr("Requests sent: {count}. This is their text, exactly.").format(count=count)
        if not leaving.leaves:
            return self.tr("Nothing leaves this computer, or the machines that you marked as your own.")
        if not count:
            return self.tr("Nothing will be sent: there is no part left to write.")
        return self.tr(
            "Requests: {count}, one after the other. This is their text, exactly. Nothing has been sent yet."
        ).format(count=count)

    def _show_parts(self) -> None:
        any_of_them = bool(self._records)
        for shown in (self._where, self._note, self._whole):
            shown.setVisible(any_of_them)
        self._parts.clear()
        self._parts.addItems([self._part_words(record) for record in self._records])
        if any_of_them:
            self._grow()
            self._parts.setCurrentRow(0)
            self._show_body()

    def _grow(self) -> None:
        """Takes its whole size around where it stands, within the screen."""
        screen = self.screen().availableGeometry()
        place = QRect(QPoint(), self._size.boundedTo(screen.size()))
        place.moveCenter(self.geometry().center())
        place.moveLeft(max(screen.left(), min(place.left(), screen.right() - place.width())))
        place.moveTop(max(screen.top(), min(place.top(), screen.bottom() - place.height())))
        self.setGeometry(place)

    def _part_words(self, record: SentRecord) -> str:
        words = part_name(record.key)
        if record.run > 1:
            words = self.tr("{part}, run {run}").format(part=words, run=record.run)
        if record.attempt > 1:
            words = self.tr("{part}, asked again").format(part=words)
        return words

    def _show_body(self) -> None:
        record = self._record()
        if record is None:
            return
        show = readable if self._views.present() == "readable" else exact
        size = len(record.what.body.encode())
        self._where.setText(self.tr("To {url} · {size} bytes").format(url=record.what.url, size=size))
        self._body.setPlainText(show(record.what.body))
        hidden = [f"{placeholder}  ⇒  {value}" for placeholder, value in record.what.hidden]
        self._hidden.setPlainText("\n".join(hidden) or self.tr("Nothing personal was found in this request."))

    def _copy_body(self) -> None:
        if (record := self._record()) is not None:
            data = QMimeData()
            data.setText(record.what.body)
            QGuiApplication.clipboard().setMimeData(data)

    def _record(self) -> SentRecord | None:
        row = self._parts.currentRow()
        return self._records[row] if 0 <= row < len(self._records) else None

    def _view(self, name: str) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setProperty("role", "field")
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made.setAccessibleName(name)
        return made

    def _arrange_whole(self, gap: int) -> None:
        above = QHBoxLayout()
        above.addWidget(self._views)
        above.addStretch(1)
        above.addWidget(self._copy)
        right = QVBoxLayout()
        right.setSpacing(gap)
        right.addLayout(above)
        right.addWidget(self._body, 1)
        right.addWidget(self._hidden_title)
        right.addWidget(self._hidden)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        row.addWidget(self._parts)
        row.addLayout(right, 1)
