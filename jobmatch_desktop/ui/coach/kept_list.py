"""What the person has kept of their talks: read, changed, copied, deleted."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from jobmatch_desktop.domain.conversation import Pitch, Success
from jobmatch_desktop.ui.coach.keeping import Kept
from jobmatch_desktop.ui.coach.words import field_words, spoken_words
from jobmatch_desktop.ui.coach.writing import Writing
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label

FIELDS = ("title", "situation", "task", "action", "result")


class KeptList(QWidget):
    """`changed` tells something kept and its fields with other words; `forgotten` what the person confirmed to delete."""

    changed = Signal(object, object)
    forgotten = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._cards: dict[tuple[str, int], KeptCard] = {}
        self._box: QMessageBox | None = None
        self._nothing = label("muted", self.tr("Nothing is kept yet. What you keep of your talks is found here."), True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(appearance.look.steps(3))
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)

    def show_kept(self, kept: Kept) -> None:
        """Shows what is kept now. What is being typed stays."""
        rows: dict[tuple[str, int], Success | Pitch] = {("success", one.id): one for one in kept.successes}
        rows |= {("pitch", one.id): one for one in kept.pitches}
        for key in self._cards.keys() - rows.keys():
            card = self._cards.pop(key)
            card.hide()
            card.deleteLater()
        for place, (key, one) in enumerate(rows.items()):
            if key not in self._cards:
                card = self._cards[key] = KeptCard(one, self._appearance)
                card.changed.connect(self.changed)
                card.forget_asked.connect(self._ask)
            else:
                self._cards[key].show_one(one)
            self._column.insertWidget(1 + place, self._cards[key])
        self._nothing.setVisible(not rows)

    def unsaved(self) -> list[tuple[Success | Pitch, dict[str, str]]]:
        """What was changed and not saved."""
        return [(card.one, card.typed()) for card in self._cards.values() if card.save.isEnabled()]

    def _ask(self, one: Success | Pitch) -> None:
        if self._box is not None:
            return
        box = QMessageBox(self)
        box.setTextFormat(box.textFormat().PlainText)
        box.setWindowTitle(self.tr("Delete what was kept"))
        words = _title(one, self.tr("Pitch"))
        box.setText(self.tr("Delete “{title}”?").format(title=breakable(words[:160])))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        delete.clicked.connect(lambda: self.forgotten.emit(one))
        box.finished.connect(self._asked)
        self._box = box
        box.open()

    def _asked(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
        self._box = None


class KeptCard(QFrame):
    """A success or a pitch."""

    changed = Signal(object, object)
    forget_asked = Signal(object)

    def __init__(self, one: Success | Pitch, appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self.one = one
        self.setProperty("role", "card")
        self._head = ElidedLabel("strong")
        self._time = label("muted")
        self.fields: dict[str, Writing] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(3), look.steps(2.5), look.steps(3), look.steps(2.5))
        column.setSpacing(look.steps(1))
        column.addWidget(self._head)
        for key in FIELDS if isinstance(one, Success) else ("text",):
            made = self.fields[key] = Writing(field_words(key), appearance, enter_sends=False)
            made.setPlainText(getattr(one, key))
            made.textChanged.connect(self._show)
            if isinstance(one, Success):
                named = label("muted", field_words(key))
                named.setBuddy(made)
                column.addWidget(named)
            column.addWidget(made)
        column.addWidget(self._time)
        self.save = button(self.tr("Save"), "slim")
        self.copy = button(self.tr("Copy"), "slim")
        self.delete = button(self.tr("Delete…"), "quiet")
        row = QHBoxLayout()
        row.setSpacing(look.steps(2))
        row.addWidget(self.save)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.delete)
        column.addLayout(row)
        self.save.clicked.connect(self._save)
        self.copy.clicked.connect(self._copy)
        self.delete.clicked.connect(lambda: self.forget_asked.emit(self.one))
        self._show()

    def show_one(self, one: Success | Pitch) -> None:
        """Shows it as it is stored now."""
        for key, made in self.fields.items():
            if made.toPlainText() == getattr(self.one, key) and made.toPlainText() != getattr(one, key):
                made.setPlainText(getattr(one, key))
        self.one = one
        self._show()

    def typed(self) -> dict[str, str]:
        """Its fields as they are now."""
        return {key: made.toPlainText().strip() for key, made in self.fields.items()}

    def _show(self) -> None:
        title = _title(self.one, self.tr("Pitch"))
        self._head.set_words(title)
        for made, verb in (
            (self.save, self.tr("Save")),
            (self.copy, self.tr("Copy")),
            (self.delete, self.tr("Delete")),
        ):
            made.setAccessibleName(self.tr("{verb}: {name}").format(verb=verb, name=title[:80]))
        self._time.setVisible(isinstance(self.one, Pitch))
        typed = self.typed()
        if isinstance(self.one, Pitch):
            self._time.setText(spoken_words(typed["text"], self.one.seconds))
        same = all(text == getattr(self.one, key).strip() for key, text in typed.items())
        why_not = self.tr("It is saved as it stands.") if same else ""
        allow(self.save, why_not or ("" if any(typed.values()) else self.tr("Write something first.")))

    def _save(self) -> None:
        self.changed.emit(self.one, self.typed())

    def _copy(self) -> None:
        typed = self.typed()
        if isinstance(self.one, Pitch):
            words = typed["text"]
        else:
            rest = [f"{field_words(key)}: {typed[key]}" for key in FIELDS[1:] if typed[key]]
            words = "\n\n".join([*([typed["title"]] if typed["title"] else []), *rest])
        QGuiApplication.clipboard().setText(words)
        self.copy.setText(self.tr("Copied"))


def _title(one: Success | Pitch, pitch: str) -> str:
    if isinstance(one, Pitch):
        return f"{pitch} · {one.text}"
    return next((text for text in (one.title, one.situation, one.task, one.action, one.result) if text), "")
