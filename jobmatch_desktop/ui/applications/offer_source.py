"""Where an offer comes from: pasted, out of a file, or from the address of its page; several in one are told apart."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.services.fetching import is_address
from jobmatch_desktop.services.offer_files import OffersFound
from jobmatch_desktop.ui.applications.offer_field import OfferField, broken
from jobmatch_desktop.ui.applications.offer_finding import OfferFinding
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.dropping import dropped_file
from jobmatch_desktop.ui.shared.file_dialog import file_dialog
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.words import trouble_text

LONGEST_ADDRESS = 4_000
CV_ALONE = (".json", ".zip")
ENDINGS = "*.html *.htm *.pdf *.docx *.txt *.md"


class OfferSource(QWidget):
    """`changed` tells that the text is another one, or other offers are chosen."""

    changed = Signal()

    def __init__(self, engine: Engine, background: Background, appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self._folder = str(Path.home())
        self._found = OffersFound(())
        self._row = 0
        self._name = ""
        self._passed: list[str] = []
        self._finding = OfferFinding(engine, background, self)
        self.setAcceptDrops(True)
        self.field = OfferField(self.tr("Text of the offer"), self.tr("Paste the text of the offer here."))
        self._address = QLineEdit()
        self._address.setObjectName("address")
        self._address.setMaxLength(LONGEST_ADDRESS)
        self._address.setAccessibleName(self.tr("Address of the offer's page"))
        self._address.setPlaceholderText(self.tr("Or the address of its page: https://…"))
        self._fetch = button(self.tr("Fetch"))
        self._file = button(self.tr("Choose a file"), accessible=self.tr("Choose a file with the offer"))
        self._file.setToolTip(self.tr("A page (HTML), a PDF, a Word document or a text. It may be dropped here too."))
        self._says = label("muted", wraps=True)
        self._stop = button(self.tr("Cancel"), "slim", accessible=self.tr("Stop reading the offer"))
        self._show_hidden = button(self.tr("Show it"), "slim")
        self._hidden = QPlainTextEdit()
        self._hidden.setProperty("role", "field")
        self._hidden.setReadOnly(True)
        self._hidden.setTabChangesFocus(True)
        self._hidden.setFixedHeight(look.px(96))
        self._hidden.setAccessibleName(self.tr("What the page hides from the eye"))
        self._several = QListWidget()
        self._several.setProperty("role", "field")
        self._several.setFixedHeight(look.px(112))
        self._several.setAccessibleName(self.tr("Offers in it"))
        self._arrange(look.steps(2))
        self._connect()
        for widget in (self._says, self._stop, self._show_hidden, self._hidden, self._several):
            widget.hide()
        self._allow()

    def text(self) -> str:
        """The text as it stands."""
        return self.field.toPlainText()

    def is_empty(self) -> bool:
        """Whether there is no text."""
        return self.field.document().isEmpty()

    def found(self) -> Offer | None:
        """The offer that the text was found as, before the person changed anything in it; None for one that was pasted."""
        return self._found.offers[self._row] if self._found.offers else None

    def several(self) -> bool:
        """Whether one page or file holds several offers."""
        return len(self._found.offers) > 1

    def chosen(self) -> tuple[Offer, ...]:
        """Of several offers in one page those to add; none where it holds one alone."""
        if not self.several():
            return ()
        return tuple(
            offer
            for row, offer in enumerate(self._found.offers)
            if self._several.item(row).checkState() is Qt.CheckState.Checked
        )

    def import_file(self, path: Path) -> None:
        """Reads an offer from a file; what is wrong with it is said here."""
        self._folder = str(path.parent)
        self._finding.in_file(path)

    def stop(self) -> None:
        """Ends what is being read, when this goes."""
        self._finding.end()

    def clear(self) -> None:
        """Begins anew."""
        self._finding.cancel()
        self._address.clear()
        self.field.clear()
        self._say("muted", "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = dropped_file(event)
        # What can only be a CV is for what this stands in.
        if path is not None and path.suffix.casefold() not in CV_ALONE:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := dropped_file(event)) is not None:
            event.acceptProposedAction()
            self.import_file(path)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._allow()

    # What is found

    def _show_begun(self, name: str) -> None:
        self._name = name
        self._passed = []
        self._hidden.hide()
        self._show_hidden.hide()
        self._say("muted", self.tr("Reading {name}").format(name=_short(name)))
        self._stop.show()
        if self._file.hasFocus() or self._fetch.hasFocus():
            self._stop.setFocus()  # they cannot be pressed meanwhile, and the keyboard would go on to something else
        self._allow()

    def _show_passed(self, address: str) -> None:
        self._passed.append(address)
        self._say("muted", " → ".join(map(_short, [self._name, *self._passed])))

    def _show_found(self, found: OffersFound) -> None:
        self._found = OffersFound(())
        self._row = 0
        self._fill(found.offers[0])
        self._found = found
        came = _short(found.fetched_from or self._name)
        if found.passed:
            came = self.tr("{last}, sent on from {first}").format(last=came, first=_short(found.passed[0]))
        words = self.tr("Read from {name}.").format(name=came)
        if len(found.offers) > 1:
            words += " " + self.tr("It holds {count} offers: tick those to add.").format(count=len(found.offers))
        if found.hidden:
            words += " " + self.tr("The page hides some text from the eye. It is left out.")
        self._say("muted", words)
        self._show_hidden.setVisible(bool(found.hidden))
        self._hidden.setPlainText(broken("\n\n".join(found.hidden)))
        self._list_offers(found.offers)
        self._end(self.field)
        self.changed.emit()

    def _show_refused(self, trouble: Trouble) -> None:
        self._say("bad", trouble_text(trouble))
        self._end(self._address)

    def _show_stopped(self) -> None:
        self._say("muted", self.tr("Stopped. Nothing was read from {name}.").format(name=_short(self._name)))
        self._end(self._address)

    def _end(self, after: QWidget) -> None:
        """Nothing is read any more; `after` has the keyboard where it was at what stops it."""
        held = self._stop.hasFocus()
        self._stop.hide()
        self._allow()
        if held:
            after.setFocus()

    # What the person does

    def _ask(self) -> None:
        if address := self._address.text().strip():
            self._finding.at(address if is_address(address) else f"https://{address}")

    def _take_typing(self) -> None:
        words = self.field.document().firstBlock().text().strip()
        if self.field.document().blockCount() == 1 and is_address(words) and len(words.split()) == 1:
            # The address of a page is no offer; what it is meant for stands beside.
            self.field.clear()
            self._address.setText(words)
            self._fetch.setFocus()
            self._say("muted", self.tr("This is the address of a page. Fetch it to read the offer."))
        elif self.is_empty() and self._found.offers:
            self._found = OffersFound(())
            self._list_offers(())
            self._show_hidden.hide()
            self._hidden.hide()
            self._say("muted", "")
        self.changed.emit()

    def _look_at(self, row: int) -> None:
        if 0 <= row < len(self._found.offers) and row != self._row:
            self._row = row
            self._fill(self._found.offers[row])
            self.changed.emit()

    def _fill(self, offer: Offer) -> None:
        self.field.blockSignals(True)
        self.field.setPlainText(broken(offer.text))
        self.field.blockSignals(False)

    def _list_offers(self, offers: Sequence[Offer]) -> None:
        self._several.blockSignals(True)
        self._several.clear()
        for offer in offers if len(offers) > 1 else ():
            name = offer.title or self.tr("Untitled offer")
            item = QListWidgetItem(" · ".join(part for part in (name, offer.company, offer.place) if part))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if not self._several.count() else Qt.CheckState.Unchecked)
            self._several.addItem(item)
        if self._several.count():
            self._several.setCurrentRow(0)
        self._several.blockSignals(False)
        self._several.setVisible(len(offers) > 1)
        # What is typed here would be of one of them alone.
        self.field.setReadOnly(len(offers) > 1)

    def _toggle_hidden(self) -> None:
        shows = not self._hidden.isVisible()
        self._hidden.setVisible(shows)
        self._show_hidden.setText(self.tr("Close it") if shows else self.tr("Show it"))

    def _ask_for_file(self) -> None:
        dialog = file_dialog(self, self.tr("Choose an offer"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        known = self.tr("Offers ({endings})").format(endings=ENDINGS)
        dialog.setNameFilters([known, self.tr("All files (*)")])
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self.import_file(Path(path))

    def _allow(self) -> None:
        busy = self.tr("An offer is being read") if self._stop.isVisibleTo(self) else ""
        allow(self._file, busy)
        self._file.setToolTip(
            busy or self.tr("A page (HTML), a PDF, a Word document or a text. It may be dropped here too.")
        )
        allow(
            self._fetch, busy or ("" if self._address.text().strip() else self.tr("Give the address of a page first"))
        )

    def _say(self, role: str, words: str) -> None:
        self._says.setProperty("role", role)
        self._says.style().polish(self._says)
        self._says.setText(breakable(words))
        self._says.setAccessibleName(words)
        self._says.setVisible(bool(words))

    def _connect(self) -> None:
        finding = self._finding
        finding.begun.connect(self._show_begun)
        finding.passed.connect(self._show_passed)
        finding.found.connect(self._show_found)
        finding.refused.connect(self._show_refused)
        finding.stopped.connect(self._show_stopped)
        self.field.textChanged.connect(self._take_typing)
        self._address.textChanged.connect(self._allow)
        self._address.returnPressed.connect(self._ask)
        self._fetch.clicked.connect(self._ask)
        self._file.clicked.connect(self._ask_for_file)
        self._stop.clicked.connect(finding.cancel)
        self._show_hidden.clicked.connect(self._toggle_hidden)
        self._several.currentRowChanged.connect(self._look_at)
        self._several.itemChanged.connect(self.changed)

    def _arrange(self, space: int) -> None:
        elsewhere = QHBoxLayout()
        elsewhere.setSpacing(space)
        elsewhere.addWidget(self._address, 1)
        elsewhere.addWidget(self._fetch)
        elsewhere.addWidget(self._file)
        said = QHBoxLayout()
        said.setSpacing(space)
        said.addWidget(self._says, 1)
        said.addWidget(self._show_hidden)
        said.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space)
        column.addWidget(self.field, 1)
        column.addLayout(elsewhere)
        column.addLayout(said)
        column.addWidget(self._hidden)
        column.addWidget(self._several)


def _short(name: str) -> str:
    """An address or name that tells itself apart at its beginning and its end."""
    plain = name.removeprefix("https://").removeprefix("http://").removesuffix("/")
    return plain if len(plain) <= 60 else f"{plain[:40]}…{plain[-18:]}"
