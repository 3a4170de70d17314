"""Asks how a document is to be generated, and tells what it will take before and took after."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.task import Task
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.editor.foreseeing import Foreseeing
from jobmatch_desktop.ui.editor.generate_dialog import GenerateDialog
from jobmatch_desktop.ui.editor.preflight_words import actual_words, cut_words
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.writing.letter_country import country_for

if TYPE_CHECKING:
    from jobmatch_desktop.services.actuals import Actual
    from jobmatch_desktop.services.parts import Services


class Generating(QObject):
    """UI thread. `choice` is what was chosen last, and `keep_choice` gets each new one; `chosen_models` tells the model that was last
    chosen of each provider, here or in the settings."""

    began = Signal()
    took = Signal(object, str)
    """A kind of document, and what its generation took."""
    cut = Signal(str)
    """That a server read less than it was sent."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        presenter: WorkspacePresenter,
        appearance: Appearance,
        icons: Icons,
        choice: Choice,
        keep_choice: Callable[[Choice], None],
        chosen_models: Callable[[], Mapping[str, str]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._engine = engine
        self._presenter = presenter
        self._appearance = appearance
        self._icons = icons
        self._choice = choice
        self._keep_choice = keep_choice
        self._chosen_models = chosen_models
        self._window = window
        self._dialog: GenerateDialog | None = None
        self.foreseeing = Foreseeing(services, engine, presenter.background, self)
        presenter.task_changed.connect(self.foreseeing.task_changed)
        self.foreseeing.took.connect(self._show_took)

    def choice(self) -> Choice:
        """What was chosen last."""
        return self._choice

    def take_choice(self, choice: Choice) -> None:
        """Takes a choice that was made elsewhere: what is generated next begins with it."""
        self._choice = choice

    def ask(self, kind: DocumentKind) -> None:
        """Asks how this document of the open application is to be written, and has it written so."""
        application = self._presenter.application
        if application is None:
            return
        language, models = application.offer.language, self._chosen_models()
        document = self._presenter.document(kind)
        country = document.options.country if document else ""
        told = country_for(application.offer, "", "")
        dialog = GenerateDialog(
            self._appearance, self._icons, kind, self._choice, language, self._window, models, country, told
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setObjectName(kind)
        dialog.asked.connect(self._generate)
        dialog.look_again.connect(self._look_for_writers)
        dialog.chosen.connect(self._foresee)
        dialog.writer_chosen.connect(self.foreseeing.ask_writer)
        dialog.sending_asked.connect(self._show_sending)
        dialog.targeting_chosen.connect(self._choose_targeting)
        self.foreseeing.foreseen.connect(dialog.show_preflight)
        self.foreseeing.writer.connect(dialog.show_writer)
        self._dialog = dialog
        dialog.finished.connect(self._dialog_closed)
        dialog.open()
        self._look_for_writers()
        if application.kept is not None:
            self._presenter.background.start(self._find_targetings(application.kept, application.targeting))
        if dialog.letter is not None and (cv := self._presenter.document(DocumentKind.CV)):
            self._presenter.background.start(self._find_versions(cv.id))

    async def _find_versions(self, cv: int) -> None:
        found = await self._engine.call(self._services.versions.list, cv)
        if self._dialog is not None and self._dialog.letter is not None:
            self._dialog.letter.show_versions(found)

    async def _find_targetings(self, kept: int, present: int | None) -> None:
        found = await self._engine.call(self._services.profile_editing.targetings, kept)
        if self._dialog is not None:
            self._dialog.show_targetings(found, present)

    def _choose_targeting(self, targeting: int | None) -> None:
        self._presenter.background.start(self._show_from_now(targeting))

    async def _show_from_now(self, targeting: int | None) -> None:
        if application := self._presenter.application:
            choose = self._services.profile_editing.choose_targeting
            self._presenter.take_application(await self._engine.call(choose, application.id, targeting))
            if self._dialog is not None:
                self._dialog.foresee_again()

    def _look_for_writers(self) -> None:
        self._presenter.background.start(self._find_writers())

    async def _find_writers(self) -> None:
        writers = await self._presenter.writers()
        if self._dialog is not None:
            self._dialog.show_writers(writers)

    def _foresee(self, choice: Choice) -> None:
        if application := self._presenter.application:
            self.foreseeing.ask(application.id, DocumentKind(self.sender().objectName()), choice)

    def _show_sending(self, choice: Choice) -> None:
        if (application := self._presenter.application) and self._dialog is not None:
            from jobmatch_desktop.ui.editor.sending_presenter import SendingPresenter

            sending = SendingPresenter(self._services, self._engine, self._presenter.background, self._appearance)
            kind = DocumentKind(self._dialog.objectName())
            sending.open_outgoing(application.id, kind, choice, self._dialog)

    def _dialog_closed(self) -> None:
        self._dialog = None
        self.foreseeing.stop()

    def _generate(self, choice: Choice) -> None:
        letter = msgspec.structs.replace(choice.letter, country=None)  # the next letter is to another reader
        self._choice = msgspec.structs.replace(choice, estimate=None, context_limit=None, letter=letter, cv=None)
        self._keep_choice(self._choice)
        self.began.emit()
        self._presenter.generate(DocumentKind(self.sender().objectName()), choice)

    def _show_took(self, task: Task, took: "Actual") -> None:
        application = self._presenter.application
        if application is None or task.spec.application != application.id or task.spec.document is None:
            return
        if words := actual_words(task, took):
            self.took.emit(DocumentKind(task.spec.kind), words)
        if warning := cut_words(task, took):
            self.cut.emit(warning)
