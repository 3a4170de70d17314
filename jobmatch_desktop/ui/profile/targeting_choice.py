"""Which of a profile's targetings something shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jobmatch_desktop.domain.kept_profile import Targeting
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons

LONGEST = 60


class TargetingChoice(ComboBox):
    """`chosen` tells the id of the one that the person chooses; None: everything is shown."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("", appearance, icons, parent)
        self.setAccessibleName(self.tr("What is shown of the profile"))
        self.setMinimumContentsLength(12)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))
        self.show_targetings((), None)

    def show_targetings(self, targetings: Sequence[Targeting], present: int | None) -> None:
        """Offers everything and these, of which `present` is chosen."""
        self.clear()
        self.addItem(self.tr("Everything"), None)
        for found in targetings:
            self.addItem(found.name[:LONGEST], found.id)
        self.setCurrentIndex(max(0, next((at for at, found in enumerate(targetings, 1) if found.id == present), 0)))
