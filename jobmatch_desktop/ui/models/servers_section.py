"""Other places with models: servers found on this machine, and providers that are set up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jobmatch_desktop.providers.local_servers import LocalServer
from jobmatch_desktop.ui.models.presenter import Elsewhere, Overview
from jobmatch_desktop.ui.models.words import count_of_models, server_name
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.words import trouble_text

MOST_NAMES = 60
"""Models that are named of a provider that has hundreds."""


class ServersSection(QWidget):
    """`use_asked` tells the `LocalServer` that the person wants to write with, `ask_asked` the provider they want the models of."""

    use_asked = Signal(object)
    ask_asked = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        look = appearance.look
        self._shown: tuple[object, ...] = ()
        self._cards: list[QFrame] = []
        self._servers: dict[str, LocalServer] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.steps(1.5))
        self._column.addWidget(label("strong", self.tr("Other servers and providers")))
        self._nothing = label(
            "muted",
            self.tr(
                "LM Studio and llama.cpp show here by themselves while they run on this computer. "
                "Providers elsewhere show here once they have a key, and are asked nothing until you say so."
            ),
            wraps=True,
        )
        self._column.addWidget(self._nothing)

    def show_overview(self, overview: Overview) -> None:
        """Shows what was found. The keyboard stays at the button it was at, if that is still there."""
        wanted = (*overview.servers, *overview.elsewhere)
        if wanted == self._shown:
            return
        self._shown = wanted
        focused = next((made.objectName() for made in self.findChildren(QPushButton) if made.hasFocus()), None)
        for card in self._cards:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self._servers = {server.base_url: server for server in overview.servers}
        self._cards = [self._server(server) for server in overview.servers]
        self._cards += [self._provider(one) for one in overview.elsewhere]
        for card in self._cards:
            self._column.addWidget(card)
            card.show()
        if focused is not None:
            made = self.findChild(QPushButton, focused)
            if made is not None:
                made.setFocus()

    def _server(self, server: LocalServer) -> QFrame:
        made = button(self.tr("Write with it"), "slim")
        made.setAccessibleName(self.tr("Write with {server}").format(server=server_name(server.kind)))
        made.setToolTip(self.tr("Sets the address in the settings"))
        made.setObjectName(server.base_url)
        made.clicked.connect(self._use)
        where = self.tr("on this computer, {address}").format(address=server.base_url)
        return self._card(server_name(server.kind), where, self._names(server.models), made)

    def _provider(self, one: Elsewhere) -> QFrame:
        made = None
        if not one.own:
            made = button(self.tr("Show its models") if one.found is None else self.tr("Look again"), "slim")
            made.setAccessibleName(self.tr("Ask {server} for its models").format(server=server_name(one.provider)))
            made.setToolTip(self.tr("Asks {address}").format(address=one.address))
            made.setObjectName(one.provider)
            made.clicked.connect(self._ask)
        says = ""
        if one.found is not None:
            says = self._names(tuple(model.name for model in one.found.models if model.writes))
            if one.found.trouble is not None:
                says = trouble_text(one.found.trouble)
        elif not one.own:
            says = self.tr("Not asked yet.")
        return self._card(server_name(one.provider), one.address, says, made)

    def _card(self, title: str, where: str, says: str, made: QPushButton | None) -> QFrame:
        look = self._appearance.look
        card = QFrame()
        card.setProperty("role", "card")
        card.setAccessibleName(f"{title}: {where}. {says}")
        top = QHBoxLayout()
        top.setSpacing(look.steps(2.5))
        top.addWidget(label("strong", title))
        top.addWidget(ElidedLabel("muted", where), 1)
        if made is not None:
            top.addWidget(made)
        column = QVBoxLayout(card)
        column.setContentsMargins(look.steps(3.5), look.steps(2.5), look.steps(3), look.steps(2.5))
        column.setSpacing(look.steps(1))
        column.addLayout(top)
        if says:
            column.addWidget(label("small", breakable(says), wraps=True))
        return card

    def _names(self, names: tuple[str, ...]) -> str:
        if not names:
            return self.tr("It has no model.")
        shown = ", ".join(sorted(names, key=str.casefold)[:MOST_NAMES])
        more = len(names) - MOST_NAMES
        words = f"{count_of_models(len(names))}: {shown}"
        return words + self.tr(", and {number} more").format(number=more) if more > 0 else words

    def _use(self) -> None:
        self.use_asked.emit(self._servers[self.sender().objectName()])

    def _ask(self) -> None:
        self.ask_asked.emit(self.sender().objectName())
