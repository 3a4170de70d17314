"""What the panel of looks leads to, for the document in view."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.options import Options
from jobmatch_desktop.formats.writers.arranging import arranged, titles_in
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.editor.previewing import Wanted
from jobmatch_desktop.ui.look.drawing import Drawing
from jobmatch_desktop.ui.look.gallery import Card
from jobmatch_desktop.ui.look.looking import Looking, as_the_template_has_it
from jobmatch_desktop.ui.look.names import accent_name, named
from jobmatch_desktop.ui.look.options_form import Shown, photo_templates
from jobmatch_desktop.ui.look.panel import LookPanel
from jobmatch_desktop.ui.look.photo_file import photo_of
from jobmatch_desktop.ui.shared.words import trouble_text, why_text
from jobmatch_desktop.writing.titles import role_of

if TYPE_CHECKING:
    from jobmatch_desktop.formats.writers.template import Listed, Template
    from jobmatch_desktop.services.parts import Services


class LookWays(QObject):
    """UI thread. `text` gives the text of a document as it stands in its editor; `kind` the document in view."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        pdfium: Executor,
        presenter: WorkspacePresenter,
        panel: LookPanel,
        kind: Callable[[], DocumentKind | None],
        text: Callable[[DocumentKind], str],
    ) -> None:
        super().__init__(panel)
        self._services = services
        self._engine = engine
        self._presenter = presenter
        self._panel = panel
        self._kind = kind
        self._text = text
        self._templates: dict[str, Template] = {}
        self._names: dict[str, str] = {}
        self._fonts: tuple[str, ...] = ()
        self._open = False
        self.looking = Looking(services, engine, presenter, self)
        self.drawing = Drawing(presenter.calls.pdf, pdfium, self)
        self.looking.moved.connect(self._show)
        self.drawing.drawn.connect(panel.cards.set_image)
        self.drawing.failed.connect(self._show_undrawn)
        presenter.closing.connect(self.close)
        panel.gallery.chosen.connect(self._take_template)
        panel.gallery.resized.connect(self._draw)
        panel.segments.chosen.connect(self._turn)
        panel.undo_wanted.connect(self.looking.undo)
        panel.usual_wanted.connect(self._take_usual)
        panel.form.changed.connect(self._take_options)
        panel.form.titles_wanted.connect(self._take_titles)
        panel.form.photo.chosen.connect(self._take_photo)
        panel.form.photo.removed.connect(lambda: self.looking.set_photo(b""))
        panel.form.photo.shown.connect(self._take_shows_photo)

    @property
    def panel(self) -> LookPanel:
        """What the person sees."""
        return self._panel

    @property
    def is_open(self) -> bool:
        """Whether the panel is in use."""
        return self._open

    def open(self) -> None:
        """Reads what there is, and draws it."""
        self._open = True
        self._panel.say("")
        self.looking.read_photo()
        self._presenter.background.start(self._load())

    def close(self) -> None:
        """Nothing is drawn any more."""
        self._open = False
        self.drawing.stop()

    def show_kind(self) -> None:
        """Another document is in view."""
        if self._open:
            self._show()
            self._go_to_present()

    def show_cut(self, words: str) -> None:
        """What to cut of the document in view, `""` where it fits."""
        self._panel.form.show_cut(words)

    async def _load(self) -> None:
        templates = await self._engine.call(self._services.looks.templates)
        if not self._fonts:
            self._fonts = await self._engine.call(self._services.looks.fonts)
            accents = await self._engine.call(self._services.looks.accents)
            self._panel.form.swatches.set_offered([(one.colour, accent_name(one)) for one in accents])
        if not self._open:
            return
        self._templates = {one.name: one.template for one in templates if one.template is not None}
        cards = [_card(one) for one in templates]
        self._names = {card.name: card.title for card in cards}
        self._panel.cards.set_cards(cards)
        self._show()
        self._go_to_present()
        self._panel.take_focus()

    def _go_to_present(self) -> None:
        if document := self._document():
            self._panel.gallery.go_to(document.template)

    def _document(self) -> Document | None:
        kind = self._kind()
        return self._presenter.document(kind) if kind is not None else None

    def _show(self) -> None:
        document = self._document()
        if not self._open or document is None:
            return
        self._panel.cards.set_present(document.template)
        chosen = msgspec.structs.replace(document.options, photo=b"") != as_the_template_has_it(document.options)
        is_cv = document.kind is DocumentKind.CV
        both = self.tr("The letter gets the same look") if is_cv else self.tr("The CV gets the same look")
        self._panel.show_ways(self.looking.can_undo, chosen, both)
        if (template := self._templates.get(document.template)) is not None:
            self._panel.form.show_look(self._shown(document, template))
        self._draw()

    def _shown(self, document: Document, template: "Template") -> Shown:
        is_cv = document.kind is DocumentKind.CV
        sections, others = self._sections(document) if is_cv else ((), ())
        titles = next((one for one in ("en", "fr") if document.options.titles == titles_in(one)), "")
        return Shown(
            self._names[document.template],
            template,
            document.options,
            is_cv,
            document.shows_photo,
            self.looking.photo,
            self.looking.has_profile,
            photo_templates([(self._names[name], one) for name, one in self._templates.items()]),
            self._fonts,
            sections,
            others,
            titles,
        )

    def _sections(self, document: Document) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
        """The CV's sections as they stand on the pages: roles with their titles, and titles of no known role."""
        style = Style(document.kind, document.language, document.template, options=document.options)
        titles = [section.title for section in arranged(parse(self._text(document.kind)), style).sections]
        roles = {role_of(title) or "": title for title in reversed(titles)}
        known = [(role, title) for title in titles if (role := role_of(title)) and roles.get(role) == title]
        return tuple(dict.fromkeys(known)), tuple(title for title in titles if title and not role_of(title))

    def _draw(self) -> None:
        document = self._document()
        if not self._open or document is None or not self._panel.in_gallery():
            return
        names = self._panel.cards.names()
        # The one in use first, then in order from what is in view.
        names.sort(key=lambda name: name != document.template)
        wanted = Wanted(
            self._text(document.kind), document.kind, document.language, document.template, document.options
        )
        width = self._panel.gallery.card_width() * self._panel.devicePixelRatioF()
        self.drawing.draw(wanted, names, width)

    def _show_undrawn(self, name: str, trouble: Trouble) -> None:
        self._panel.cards.set_trouble(name, trouble_text(trouble), why_text(trouble))

    def _turn(self, _key: str) -> None:
        if self._panel.in_gallery():
            self._draw()
        else:
            self.drawing.stop()

    # What the person chooses

    def _take_template(self, name: str) -> None:
        if document := self._document():
            self._choose(document, template=name)

    def _take_options(self, options: Options) -> None:
        if document := self._document():
            self._choose(document, options=options)

    def _take_usual(self) -> None:
        if document := self._document():
            self._choose(document, options=as_the_template_has_it(document.options))

    def _take_titles(self, language: str) -> None:
        if document := self._document():
            titles = titles_in(language) if language else ()
            self._choose(document, options=msgspec.structs.replace(document.options, titles=titles))

    def _take_shows_photo(self, shows: bool) -> None:
        if document := self._document():
            self._choose(document, shows_photo=shows)

    def _choose(
        self,
        document: Document,
        template: str | None = None,
        options: Options | None = None,
        shows_photo: bool | None = None,
    ) -> None:
        self._panel.say("")
        self.looking.choose(
            document.kind,
            document.template if template is None else template,
            document.options if options is None else options,
            document.shows_photo if shows_photo is None else shows_photo,
            self._panel.both.isChecked(),
        )

    def _take_photo(self, path: Path) -> None:
        self._panel.say("")
        self._presenter.background.start(self._read_photo(path))

    async def _read_photo(self, path: Path) -> None:
        try:
            data = await asyncio.to_thread(photo_of, path)
        except JobMatchError as error:
            self._panel.say(trouble_text(error.trouble))
            return
        self.looking.set_photo(data)


def _card(listed: "Listed") -> Card:
    template = listed.template
    if template is None:
        assert listed.trouble is not None, "one without a template has a trouble"
        words, why = trouble_text(listed.trouble), why_text(listed.trouble)
        return Card(listed.name, listed.name, trouble=words, why=why, usable=False)
    title, about = named(template)
    return Card(listed.name, title, about)
