"""The menu of a line."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from jobmatch_desktop.ui.profile.rows import Row
from jobmatch_desktop.ui.profile.sections import section
from jobmatch_desktop.ui.profile.words import field_words


def _tr(words: str) -> str:
    return QCoreApplication.translate("ProfileMenu", words)


def fill_menu(
    menu: QMenu,
    row: Row,
    present: frozenset[str],
    origin: str,
    step: Callable[[bool], None],
    ask: Callable[[str], None],
    remove: Callable[[], None],
) -> None:
    """Adds what can be done with the line or entry of a row. `present` are the keys of the fields that are on the page; `origin` says
    where it came from."""
    if row.item:
        _act(menu, _tr("Move up"), partial(step, False), "Alt+Up")
        _act(menu, _tr("Move down"), partial(step, True), "Alt+Down")
    found = section(row.section)
    before = f"{row.entry}/" if row.entry else ""
    for fields in found.rows:
        key = f"{before}{fields.fields[0].name}"
        if fields.absent and key not in present:
            name = field_words(row.section, fields.fields[0].name)
            _act(menu, _tr("Add: {field}").format(field=name), partial(ask, key))
    if row.item:
        menu.addSeparator()
        _act(menu, _tr("Remove"), remove)
    if origin:
        menu.addSeparator()
        _act(menu, origin, lambda: None).setEnabled(False)


def _act(menu: QMenu, words: str, act: Callable[[], None], keys: str = "") -> QAction:
    made = menu.addAction(f"{words}\t{keys}" if keys else words)
    made.triggered.connect(lambda _checked: act())
    return made
