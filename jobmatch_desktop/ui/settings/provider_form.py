"""One provider on the page of settings: where it is, its key, its model, and a test of all that."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jobmatch_desktop.providers.local_servers import LocalServer
from jobmatch_desktop.storage.settings import WIDEST
from jobmatch_desktop.ui.settings.field import Line
from jobmatch_desktop.ui.settings.header_rows import HeaderRows
from jobmatch_desktop.ui.settings.key_row import KeyRow
from jobmatch_desktop.ui.settings.model_rows import ModelRows
from jobmatch_desktop.ui.settings.provider_presenter import ProviderPresenter, ProviderShown
from jobmatch_desktop.ui.settings.rows import Rows
from jobmatch_desktop.ui.settings.server_rows import ServerRows
from jobmatch_desktop.ui.settings.words import tested_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.fields import CheckBox, ComboBox
from jobmatch_desktop.ui.shared.file_dialog import file_dialog
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label


class ProviderForm(QFrame):
    """Shows what its presenter tells, and hands on what the person gives."""

    def __init__(self, presenter: ProviderPresenter, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.presenter = presenter
        self._appearance = appearance
        self._icons = icons
        look = appearance.look
        self.address = Line(self.tr("Address"))
        self._address_says = label("muted", wraps=True)
        self.servers = ServerRows(look)
        self.own = CheckBox("", appearance, icons)
        self._own_says = label(
            "muted",
            self.tr("Texts then go there as they are, without placeholders, and its models count as local."),
            wraps=True,
        )
        self.key = KeyRow(look)
        self.headers = HeaderRows(look)
        self.proxy = Line(self.tr("Proxy"), self.tr("As the system has it"))
        self.certificates = Line(self.tr("Certificate file"), self.tr("Only what the system trusts"))
        self._choose = button(self.tr("Choose…"), accessible=self.tr("Choose the certificate file"))
        self.lane_width = ComboBox(self.tr("At a time"), appearance, icons)
        self.test = button(self.tr("Test"), "primary")
        self._result = label("small", wraps=True)
        self.more = button("", "slim")
        self.more.setCheckable(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows = Rows(look)
        self._more_rows = Rows(look)
        self._rows.add("base_url", self.tr("Address"), self.address, self._address_says, self.servers)
        self._rows.add("own", self.tr("Whose it is"), self.own, self._own_says)
        self._rows.add("key", self.tr("Key"), self.key)
        self._model = ModelRows(self._rows, appearance, icons)
        self._more_rows.add("headers", self.tr("Further headers"), self.headers)
        self._more_rows.add("proxy", self.tr("Proxy"), self.proxy)
        self._more_rows.add("authorities", self.tr("Certificate file"), [self.certificates, self._choose])
        self._more_rows.add("width", self.tr("Texts at a time"), self.lane_width)
        self._arrange()
        self._connect()
        self._show_more(False)

    @property
    def model(self) -> ModelRows:
        """The rows of the model."""
        return self._model

    def leave_fields(self) -> None:
        """Hands on what is being written."""
        for line in self.findChildren(Line):
            line.leave()
        self.key.leave()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.leave_fields()
        self.presenter.stop_testing()

    def _show(self, shown: ProviderShown) -> None:
        place = shown.place
        self.address.show_stored(place.base_url or "")
        self.address.setPlaceholderText(
            shown.address if not place.base_url and shown.address else "http://127.0.0.1:1234/v1"
        )
        says = (
            self.tr("From the environment: {address}").format(address=shown.address) if shown.from_environment else ""
        )
        self._address_says.setText(breakable(says))
        self._address_says.setVisible(bool(says))
        self._rows.show_row("own", bool(shown.host) and not shown.loopback and (shown.own or not shown.usual))
        self.own.setText(self.tr("{host} is mine").format(host=shown.host))
        self.own.setAccessibleName(self.own.text())
        self.own.blockSignals(True)
        self.own.setChecked(shown.own)
        self.own.blockSignals(False)
        self.key.show_state(shown)
        self._model.show_state(shown)
        self.headers.show_stored(place.headers)
        self.proxy.show_stored(place.proxy or "")
        self.certificates.show_stored(place.authorities or "")
        self._show_width(shown)
        self._rows.show_faults(shown.faults)
        self._more_rows.show_faults(shown.faults)
        hidden = {"headers", "proxy", "authorities", "width"} & set(shown.faults)
        if (hidden or place.headers or place.proxy or place.authorities) and not self.more.isChecked():
            self.more.setChecked(True)
        self.test.setText(self.tr("Stop") if shown.testing else self.tr("Test"))
        self.test.setAccessibleName(self.tr("Stop the test") if shown.testing else self.tr("Test"))
        self._say(shown)

    def _say(self, shown: ProviderShown) -> None:
        role, words = "muted", self.tr("Testing…") if shown.testing else ""
        if shown.tested is not None:
            role, words = "bad" if shown.tested.trouble else "good", tested_words(shown.tested, shown.address)
        if self._result.property("role") != role:
            self._result.setProperty("role", role)
            self._result.style().unpolish(self._result)
            self._result.style().polish(self._result)
        self._result.setText(breakable(words))
        self._result.setAccessibleName(words)

    def _show_width(self, shown: ProviderShown) -> None:
        usual = shown.width if shown.place.width is None else None
        self.lane_width.blockSignals(True)
        self.lane_width.clear()
        self.lane_width.addItem(
            self.tr("As usual ({number})").format(number=usual) if usual else self.tr("As usual"), None
        )
        for number in range(1, WIDEST + 1):
            self.lane_width.addItem(str(number), number)
        self.lane_width.setCurrentIndex(shown.place.width or 0)
        self.lane_width.blockSignals(False)

    def _connect(self) -> None:
        ask, model = self.presenter, self._model
        ask.shown.connect(self._show)
        ask.servers_shown.connect(self._show_servers)
        ask.key_kept.connect(self.key.forget)
        self.address.given.connect(lambda text: ask.change(base_url=text))
        self.proxy.given.connect(lambda text: ask.change(proxy=text))
        self.certificates.given.connect(lambda text: ask.change(authorities=text))
        self.headers.given.connect(lambda headers: ask.change(headers=headers))
        self.lane_width.activated.connect(lambda: ask.change(width=self.lane_width.currentData()))
        self.own.toggled.connect(ask.mark_own)
        self.key.given.connect(ask.set_key)
        self.key.remove_asked.connect(ask.remove_key)
        model.model.given.connect(ask.set_model)
        model.context.given.connect(ask.set_context)
        model.thinking.toggled.connect(ask.set_thinking)
        model.temperature.given.connect(ask.set_temperature)
        restored: dict[str, Line | HeaderRows | KeyRow] = {
            "base_url": self.address,
            "proxy": self.proxy,
            "authorities": self.certificates,
            "headers": self.headers,
            "key": self.key,
            "model": model.model.line,
            "context": model.context,
            "temperature": model.temperature,
        }
        for key, made in restored.items():
            made.restored.connect(lambda key=key: ask.forget_fault(key))
        self.servers.use_asked.connect(self._use)
        self._choose.clicked.connect(self._choose_file)
        self.test.clicked.connect(self._test)
        self.more.toggled.connect(self._show_more)

    def _use(self, server: LocalServer) -> None:
        self.address.setText(server.base_url)
        self.address.leave()
        self.address.setFocus()

    def _test(self) -> None:
        self.leave_fields()
        self.presenter.test()

    def _choose_file(self) -> None:
        dialog = file_dialog(self, self.tr("Choose the certificate file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Certificates (*.pem *.crt *.cer)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self.certificates.setText(path)
        self.certificates.leave()

    def _show_more(self, on: bool) -> None:
        self._more_rows.setVisible(on)
        self.more.setText(self.tr("Less") if on else self.tr("Headers, proxy, certificate, how many at a time"))
        self.more.setAccessibleName(self.more.text())

    def _arrange(self) -> None:
        look = self._appearance.look
        foot = QHBoxLayout()
        foot.setSpacing(look.steps(3))
        foot.addWidget(self.test, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._result, 1)
        more = QHBoxLayout()
        more.addWidget(self.more)
        more.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(4), look.steps(4), look.steps(4), look.steps(4))
        column.setSpacing(look.steps(3))
        column.addWidget(self._rows)
        column.addLayout(more)
        column.addWidget(self._more_rows)
        column.addLayout(foot)
        self._order()

    def _order(self) -> None:
        """The keyboard goes down the form as it is seen."""
        model, key = self._model, self.key
        way: list[QWidget] = [self.address, self.own]
        way += [key.field, key.replace, key.remove, model.model, model.context, model.thinking, model.temperature]
        way += [self.more, self.headers.add, self.proxy, self.certificates, self._choose, self.lane_width, self.test]
        for before, after in pairwise(way):
            QWidget.setTabOrder(before, after)

    def _show_servers(self, servers: tuple[LocalServer, ...]) -> None:
        self.servers.show_servers(servers)
        before: QWidget = self.address
        for use in self.servers.findChildren(QPushButton):
            QWidget.setTabOrder(before, use)
            before = use
