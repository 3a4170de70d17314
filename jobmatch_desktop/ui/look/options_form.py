"""What can be chosen of a template: a row each, greyed with the reason where the template does not have it."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from jobmatch_desktop.domain.options import Density, Options, Paper
from jobmatch_desktop.formats.writers.template import Template
from jobmatch_desktop.ui.look.photo_field import PhotoField
from jobmatch_desktop.ui.look.section_order import SectionOrder
from jobmatch_desktop.ui.look.swatches import Swatches
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.naming import count_of_pages
from jobmatch_desktop.ui.shared.segments import Segments

MOST_PAGES = 4


class Shown(msgspec.Struct, frozen=True):
    """What the form shows. `name` is the template's for people; `sections` the CV's, in the order of the pages, as roles and titles,
    and `others` titles of no known role (both none for a letter); `photo` is the profile's, `has_profile` whether there is one to
    keep it with; `photo_templates` are names of templates that show one; `titles` the language of the titles, `""` as written."""

    name: str
    template: Template
    options: Options
    is_cv: bool
    shows_photo: bool = True
    photo: bytes = b""
    has_profile: bool = True
    photo_templates: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()
    sections: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()
    titles: str = ""


class OptionsForm(QWidget):
    """`changed` tells the `Options` as they are wanted now; the others tell of the photo, and in which language titles are wanted."""

    changed = Signal(object)
    titles_wanted = Signal(str)

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self._showing = False
        self._options = Options()
        self._icons = icons
        self.swatches = Swatches(appearance)
        self.font_box = ComboBox(self.tr("Font"), appearance, icons)
        self.density = Segments(
            [
                (Density.AIRY, self.tr("Airy")),
                (Density.NORMAL, self.tr("Usual")),
                (Density.TIGHT, self.tr("Tight")),
            ],
            self.tr("Space between lines"),
            look,
        )
        self.paper = Segments([(Paper.A4, "A4"), (Paper.LETTER, "US Letter")], self.tr("Paper"), look)
        self.pages = ComboBox(self.tr("Fit to"), appearance, icons)
        self.cut = label("warn", wraps=True)
        self.photo = PhotoField(appearance, icons)
        self.order = SectionOrder(appearance)
        self.titles = ComboBox(self.tr("Titles of the sections"), appearance, icons)
        self._rows: dict[str, tuple[QLabel, QWidget, QLabel]] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.steps(4))
        self._grid.setVerticalSpacing(look.steps(1))
        self._grid.setColumnMinimumWidth(0, look.px(116))
        self._grid.setColumnStretch(1, 1)
        for key, words, field in (
            ("accent", self.tr("Colour"), self.swatches),
            ("font", self.tr("Font"), self.font_box),
            ("density", self.tr("Space"), self.density),
            ("paper", self.tr("Paper"), self.paper),
            ("pages", self.tr("Fit to"), self.pages),
            ("photo", self.tr("Photo"), self.photo),
            ("titles", self.tr("Titles"), self.titles),
            ("order", self.tr("Sections"), self.order),
        ):
            self._add(key, words, field, look.steps(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(9), look.steps(3), look.steps(7), look.steps(5))
        column.addLayout(self._grid)
        column.addStretch(1)
        self.titles.addItem(self.tr("As in the text"), "")
        self.titles.addItem(self.tr("In English"), "en")
        self.titles.addItem(self.tr("In French"), "fr")
        self.swatches.chosen.connect(lambda colour: self._change(accent=colour))
        self.font_box.activated.connect(lambda _row: self._change(font=self.font_box.currentData()))
        self.density.chosen.connect(lambda key: self._change(density=Density(key)))
        self.paper.chosen.connect(lambda key: self._change(paper=Paper(key)))
        self.pages.activated.connect(lambda _row: self._change(pages=self.pages.currentData()))
        self.order.ordered.connect(lambda roles: self._change(order=roles))
        self.titles.activated.connect(lambda _row: self.titles_wanted.emit(self.titles.currentData()))

    def show_look(self, shown: Shown) -> None:
        """Shows what is chosen now."""
        self._showing = True
        options, template = shown.options, shown.template
        self._options = options
        self.swatches.show_colour(options.accent, template.look.accent)
        self._show_fonts(shown)
        self.density.choose(options.density)
        self.paper.choose(options.paper)
        self._show_pages(options.pages, template.pages)
        for key in ("accent", "font", "density", "paper", "pages"):
            self._allow(
                key, "" if key in template.options else self.tr("{template} has its own").format(template=shown.name)
            )
        self._show_photo(shown)
        for key in ("photo", "titles", "order"):
            for widget in self._rows[key]:
                widget.setVisible(shown.is_cv)
        self._rows["photo"][2].hide()
        self.titles.setCurrentIndex(max(0, self.titles.findData(shown.titles)))
        self.order.show_sections(shown.sections, shown.others, bool(options.order))
        self._rows["titles"][2].hide()
        self._rows["order"][2].hide()
        self._showing = False

    def show_cut(self, words: str) -> None:
        """Says what to cut; `""` where all fits."""
        self.cut.setText(words)
        self.cut.setVisible(bool(words))

    def _add(self, key: str, words: str, field: QWidget, above: int) -> None:
        row = self._grid.rowCount()
        named = label("", words)
        named.setBuddy(field)
        why = label("muted", wraps=True)
        why.hide()
        self._grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(why, row + 1, 1)
        named.setContentsMargins(0, above // 4, 0, 0)
        if key == "pages":
            self._grid.addWidget(self.cut, row + 2, 1)
            self.cut.hide()
        self._grid.setRowMinimumHeight(row + 3, above // 2)
        self._rows[key] = named, field, why

    def _allow(self, key: str, why_not: str) -> None:
        _, field, why = self._rows[key]
        allow(field, why_not)
        why.setText(why_not)
        why.setVisible(bool(why_not))

    def _show_fonts(self, shown: Shown) -> None:
        self.font_box.clear()
        own = shown.template.fonts[0] if shown.template.fonts else ""
        self.font_box.addItem(self.tr("{font}, as the template has it").format(font=own), "")
        for family in shown.fonts:
            if family != own:
                self.font_box.addItem(family, family)
        self.font_box.setCurrentIndex(max(0, self.font_box.findData(shown.options.font)))

    def _show_pages(self, chosen: int, own: int) -> None:
        self.pages.clear()
        usual = self.tr("{pages}, as the template has it").format(pages=count_of_pages(own))
        self.pages.addItem(usual if own else self.tr("As many pages as it takes"), 0)
        for count in range(1, max(MOST_PAGES, chosen) + 1):
            if count != own:
                self.pages.addItem(count_of_pages(count), count)
        self.pages.setCurrentIndex(max(0, self.pages.findData(chosen)))

    def _show_photo(self, shown: Shown) -> None:
        why_not_shown = ""
        if "photo" not in shown.template.options:
            why_not_shown = self.tr("{template} shows no photo.").format(template=shown.name)
            if shown.photo_templates:
                others = ", ".join(shown.photo_templates)
                why_not_shown += " " + self.tr("These do: {templates}.").format(templates=others)
        why_not_kept = (
            "" if shown.has_profile else self.tr("The profile of this application is deleted: none can be kept")
        )
        self.photo.show_photo(shown.photo, shown.shows_photo, why_not_kept, why_not_shown)

    def _change(self, **values: object) -> None:
        if not self._showing:
            self._options = msgspec.structs.replace(self._options, **values)
            self.changed.emit(self._options)


def photo_templates(names: Sequence[tuple[str, Template]]) -> tuple[str, ...]:
    """The names, for people, of templates that show a photo."""
    return tuple(name for name, template in names if "photo" in template.options)
