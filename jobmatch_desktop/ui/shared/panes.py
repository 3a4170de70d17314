"""Going through a page by F6: the keyboard goes from one of its panes to the next, to where it was in it last."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from jobmatch_desktop.ui.shared.commands import command


def add_pane_commands(page: QWidget, panes: Callable[[], Sequence[QWidget]]) -> None:
    """F6 and Shift+F6 in a page; `panes` gives those in view then. UI thread."""
    command(page, _tr("Go to the next pane"), "F6", lambda: go_to_pane(panes()))
    command(page, _tr("Go to the pane before"), "Shift+F6", lambda: go_to_pane(panes(), back=True))


def go_to_pane(panes: Sequence[QWidget], back: bool = False) -> None:
    """Gives the keyboard to the pane after the one that it is in, or before it, and around; panes without a stop are left out.

    Where it is in none of them, it goes to the first. UI thread.
    """
    stops = [(pane, stop) for pane in panes if (stop := _stop(pane)) is not None]
    if not stops:
        return
    focus = QApplication.focusWidget()
    at = next((n for n, (pane, _) in enumerate(stops) if focus and (pane is focus or pane.isAncestorOf(focus))), None)
    place = 0 if at is None else (at + (-1 if back else 1)) % len(stops)
    stops[place][1].setFocus(Qt.FocusReason.TabFocusReason)


def _stop(pane: QWidget) -> QWidget | None:
    """Where the keyboard goes in a pane: where it was, else to the first that Tab leads to; None where it goes nowhere."""
    last = pane.focusWidget()
    if last is not None and last is not pane and _takes_keys(last):
        return last
    here: QWidget | None = pane
    while here is not None and (here is pane or pane.isAncestorOf(here)):
        if _takes_keys(here):
            return here
        here = here.nextInFocusChain()
    return None


def _takes_keys(widget: QWidget) -> bool:
    tabbed = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return tabbed and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _tr(words: str) -> str:
    return QCoreApplication.translate("Panes", words)
