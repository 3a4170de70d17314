"""Servers of this machine that were found by themselves, each with a button that takes its address."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobmatch_desktop.providers.local_servers import LocalServer
from jobmatch_desktop.ui.models.words import server_name
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.labels import ElidedLabel
from jobmatch_desktop.ui.shared.theme import Look


class ServerRows(QWidget):
    """`use_asked` tells the `LocalServer` that the person takes."""

    use_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[LocalServer, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.steps(1))
        self.hide()

    def show_servers(self, servers: Sequence[LocalServer]) -> None:
        """Shows those that were found."""
        if tuple(servers) == self._shown:
            return
        self._shown = tuple(servers)
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for server in servers:
            self._column.addWidget(self._row(server))
        self.setVisible(bool(servers))

    def _row(self, server: LocalServer) -> QWidget:
        name = server_name(server.kind)
        words = self.tr("{server} runs on this computer: {address}").format(server=name, address=server.base_url)
        use = button(
            self.tr("Use"), "slim", accessible=self.tr("Use {server}").format(server=f"{name}, {server.base_url}")
        )
        use.clicked.connect(lambda: self.use_asked.emit(server))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.steps(2))
        row.addWidget(ElidedLabel("muted", words), 1)
        row.addWidget(use)
        return holder
