"""The page of the coach on screen over real services, with an Ollama on loopback."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QWidget

from jobmatch_desktop.domain.conversation import TalkKind
from jobmatch_desktop.storage.settings import ProviderPlace
from jobmatch_desktop.ui.coach.message import MessageCard
from jobmatch_desktop.ui.coach.page import CoachPage
from tests.ui.applications.house import House


class CoachDesk:
    """`application` is the sample's."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.application = house.call(house.services.applications.add_sample).id
        self.page = self._made()

    def at(self, url: str) -> "CoachDesk":
        """Ollama is there."""
        place = {"ollama": ProviderPlace(base_url=url)}
        self.house.call(self.house.services.preferences.change, providers=place)
        return self

    def show(self) -> "CoachDesk":
        self.page.show()
        self.holder.show()
        self.house.until(lambda: self.page.list._talks is not None and self.page.pane._writers is not None)
        return self

    def begin(self, kind: TalkKind = TalkKind.SUCCESS) -> int:
        """A new talk, open."""
        before = self.page.pane.conversation
        self.page.list._kinds[kind].trigger()
        self.house.until(lambda: self.page.pane.conversation not in (None, before))
        assert self.page.pane.conversation is not None
        return self.page.pane.conversation

    def say(self, text: str) -> None:
        """Types and presses Enter."""
        field = self.page.pane.input.field
        field.setPlainText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def tell(self, text: str) -> None:
        """Says something, and waits for the whole answer."""
        number = len(self.cards())
        self.say(text)
        self.house.until(lambda: len(self.cards()) == number + 2 and not self.busy())

    def busy(self) -> bool:
        return self.page.pane._talk is not None and self.page.pane._talk.busy is not None

    def cards(self) -> list[MessageCard]:
        """The messages shown, in order."""
        view = self.page.pane.view
        return [view._cards[one.key] for one in view._messages if one.key in view._cards]

    def texts(self) -> list[str]:
        """What can be read of each message."""
        for card in self.cards():
            card.body.draw_now()
        return [card.body.toPlainText() for card in self.cards()]

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Presses a button by key."""
        self.house.until(lambda: any(made.isEnabled() for made in self._buttons(words, within)))
        made = self.button(words, within)
        made.setFocus()
        QTest.keyClick(made, Qt.Key.Key_Space)

    def button(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        """The visible button of this name or these words."""
        return self._buttons(words, within)[0]

    def said(self) -> str:
        """All that can be read in labels on the page."""
        return "\n".join(made.text() for made in self.page.findChildren(QLabel) if made.isVisible())

    def answer(self, words: str) -> None:
        """Answers the question that is open."""
        box = next(box for box in self.page.findChildren(QMessageBox) if box.isVisible())
        next(made for made in box.buttons() if made.text() == words).click()

    def again(self) -> None:
        """Ends the program and starts it again."""
        self.end()
        self.house.reopen()
        self.page = self._made()

    def end(self) -> None:
        self.house.feed.arrived.disconnect(self.page.take_events)
        self.house.run(self.page.wind_up())
        self.holder.close()
        self.holder.deleteLater()
        self.house.live(1)

    def _buttons(self, words: str, within: QWidget | None) -> list[QAbstractButton]:
        return [
            made
            for made in (within or self.page).findChildren(QAbstractButton)
            if made.isVisible() and words in (made.text(), made.accessibleName())
        ]

    def _made(self) -> CoachPage:
        page = CoachPage(self.house.services, self.house.engine, self.house.appearance, self.house.icons)
        # Not a window itself: what it is made of changes how small it may be, which the offscreen platform complains of at any moment.
        self.holder = QWidget()
        self.holder.resize(1100, 740)
        page.setParent(self.holder)
        page.resize(1100, 740)
        self.house.feed.arrived.connect(page.take_events)
        return page
