"""The window with its pages: what the feed tells goes to each, and leaving waits for what must be saved."""

import asyncio
import base64
import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QStackedWidget, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.signals import EndRequests
from jobmatch_desktop.bridge.task_list import TaskListModel
from jobmatch_desktop.domain.conversation import COACH
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.events import SkillsChanged, TaskChanged, TaskEvent
from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.domain.task import RUNNING, TaskId
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.ui.applications.page import ApplicationsPage
from jobmatch_desktop.ui.editor.workspace import Workspace
from jobmatch_desktop.ui.late_pages import (
    LatePage,
    coach_page,
    import_late,
    models_page,
    profile_page,
    settings_page,
)
from jobmatch_desktop.ui.offer.offer_view import OfferView
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.words import trouble_text
from jobmatch_desktop.ui.tasks.page import TasksPage
from jobmatch_desktop.ui.window import Window

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.ui.coach.page import CoachPage
    from jobmatch_desktop.ui.profile.page import ProfilePage


class Desk(QObject):
    """Everything the person sees. UI thread."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        pdfium: Executor,
        appearance: Appearance,
        icons: Icons,
        window: Window,
    ) -> None:
        """`window` stands already; it gets its pages."""
        super().__init__()
        self._services = services
        self._engine = engine
        self._own_running: set[TaskId] = set()
        self._running: set[TaskId] = set()
        self._page = "applications"
        self._left: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._background = Background(self._tell)
        settings = services.preferences.settings
        choice = Choice(settings.provider, settings.model, strength=settings.strength, letter=settings.letter)
        self._tasks = TaskListModel(self)
        self.applications = ApplicationsPage(services, engine, appearance, icons, choice, self._take_choice)
        self.offer = OfferView(services, engine, appearance, icons)
        self.workspace = Workspace(
            services,
            engine,
            pdfium,
            appearance,
            icons,
            self.offer,
            choice,
            self._keep_choice,
            lambda: services.preferences.settings.chosen_models,
        )
        self.offer.scored.connect(self.workspace.head.show_score)
        self.offer.fact_opened.connect(self._show_fact)
        self.offer.joined.connect(self.workspace.presenter.take_application)
        self.tasks = TasksPage(services, engine, self._tasks, appearance, icons)
        self._answers = QStackedWidget()
        self._answers.addWidget(self.applications)
        self._answers.addWidget(self.workspace)
        self.window = window
        window.give("applications", lambda: self._answers)
        window.give("tasks", lambda: self.tasks)
        self._looked_at: list[LatePage] = []
        self._profile = window.give("profile", self._late(profile_page, services, engine, appearance, icons))
        window.give("models", self._late(models_page, services, engine, appearance, icons))
        self._coach = window.give("coach", self._late(coach_page, services, engine, appearance, icons))
        window.give("settings", self._late(settings_page, services, engine, appearance, icons))
        window.placed.connect(self._keep_place)
        self.applications.opened.connect(self.open_application)
        self.applications.settings_asked.connect(self._show_settings)
        self.tasks.opened.connect(self.open_application)
        self.tasks.talk_opened.connect(self._open_talk)
        self.applications.coach_asked.connect(self._practise)
        self.workspace.left.connect(self.show_list)
        self.workspace.alone.connect(self.window.leave_alone)
        self.window.page_asked.connect(self._page_asked)
        self.window.closing.connect(self._leave)
        self.window.asks_before_closing = True

    async def run(self) -> None:
        """Returns when it is closed, or the system asks the program to end, and all is saved."""
        requests = EndRequests(self._go)
        self._background.start(self._load_tasks())
        self._background.start(import_late(self._engine, lambda: self._running))
        try:
            await self._left
        finally:
            requests.stop()
            self._background.cancel()
            await self._background.settle()

    def _late(self, make: Callable[..., LatePage], *values: object) -> Callable[[], QWidget]:
        """A page that is imported and made when it is first looked at, which few starts of the program do."""

        def made() -> QWidget:
            page = make(*values)
            self._looked_at.append(page)
            return page

        return made

    @Slot(object)
    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed."""
        self._tasks.take(events)
        self.tasks.take_events(events)
        self.workspace.presenter.take_events(events)
        self.offer.take_events(events)
        for page in self._looked_at:
            page.take_events(events)
        for event in events:
            if isinstance(event, TaskChanged):
                task = event.task
                runs = task.status in RUNNING
                (self._running.add if runs else self._running.discard)(task.id)
                own = runs and task.owner == self._services.owner
                (self._own_running.add if own else self._own_running.discard)(task.id)
        self.window.set_count("tasks", len(self._running))
        if any(isinstance(event, SkillsChanged) for event in events):
            # Every offer and text is read by other names of skills now.
            self.applications.presenter.match_anew()
            self.offer.presenter.match_anew()
            self.workspace.presenter.markings.facts_changed()

    @Slot(int)
    def open_application(self, application: int) -> None:
        """Opens an application in the workspace."""
        self.window.show_page("applications")
        self._page = "applications"
        self._answers.setCurrentWidget(self.workspace)
        self.workspace.open(application)
        self._background.start(self._preload())

    @Slot(str)
    def _page_asked(self, key: str) -> None:
        """A second click on the rail leads back to the list."""
        if key == "applications" and self._page == key:
            self.show_list()
        self._page = key

    @Slot()
    def _show_settings(self) -> None:
        self.window.show_page("settings")
        self._page = "settings"

    @Slot(int)
    def _open_talk(self, conversation: int) -> None:
        self._show_coach().open_talk(conversation)

    @Slot(int)
    def _practise(self, application: int) -> None:
        self._show_coach().open_application(application)

    @Slot(int, str)
    def _show_fact(self, kept: int, fact: str) -> None:
        """Shows a fact of a profile that an application is answered with."""
        self.window.show_page("profile")
        self._page = "profile"
        cast("ProfilePage", self._profile.page).show_fact(kept, fact)

    def _show_coach(self) -> "CoachPage":
        self.window.show_page("coach")
        self._page = "coach"
        return cast("CoachPage", self._coach.page)

    @Slot()
    def show_list(self) -> None:
        """Goes back to the list of applications."""
        self._answers.setCurrentWidget(self.applications)

    async def _load_tasks(self) -> None:
        found = await self._engine.call(self._services.generation.tasks)
        self._tasks.reset(found)
        self._running = {task.id for task in found if task.status in RUNNING}
        self.window.set_count("tasks", len(self._running))
        await self.workspace.presenter.load_tasks()

    async def _preload(self) -> None:
        """Has the model that wrote last loaded on this machine, so that its first word comes sooner."""
        settings = self._services.preferences.settings
        if settings.provider == COMPOSER or not settings.model:
            return
        with contextlib.suppress(ProviderError):  # whoever wants to write is told what is in the way
            await self._engine.call(self._services.models.preload, settings.provider, settings.model)

    # Leaving

    @Slot()
    def _leave(self) -> None:
        self._background.start(self._ask_to_leave())

    async def _ask_to_leave(self) -> None:
        """Asks once where this program still writes or downloads; either can go on when it is opened again."""
        downloads = await self._engine.call(self._services.models.pulls.under_way)
        if self.window.findChild(QMessageBox) is not None:
            return
        words, more = [], []
        if self._own_running:
            words.append(self._under_way_words())
            more.append(self.tr("What came so far is kept, and you can continue next time."))
        if downloads:
            words.append(self.tr("A model is still being downloaded."))
            more.append(self.tr("The download goes on from where it is when you download the model again."))
        if not words:
            self._go()
            return
        box = self._question(" ".join(words), " ".join(more))
        close = box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        close.clicked.connect(self._go)
        box.open()

    def _under_way_words(self) -> str:
        count = len(self._own_running)
        tasks = [task for task in map(self._tasks.task, self._own_running) if task is not None]
        if not any(task.spec.kind == COACH for task in tasks):
            if count == 1:
                return self.tr("One document is still being written.")
            return self.tr("{count} documents are still being written.").format(count=count)
        if count == 1:
            return self.tr("The coach is still answering.")
        return self.tr("{count} texts are still being written.").format(count=count)

    @Slot()
    def _go(self) -> None:
        self._background.start(self._save_and_close())

    async def _save_and_close(self) -> None:
        await self.workspace.presenter.flush()
        flushed = [await page.flush() for page in self._looked_at]
        if self.workspace.presenter.unsaved() or not all(flushed):
            self._ask_to_lose()
            return
        await self._close()

    async def _close(self) -> None:
        for page in self._looked_at:
            await page.wind_up()
        await self.applications.wind_up()
        await self.offer.wind_up()
        await self.workspace.wind_up()
        await self.tasks.wind_up()
        self.window.let_close()
        if not self._left.done():
            self._left.set_result(None)

    def _ask_to_lose(self) -> None:
        """The disk would not take the last words: the workspace says why, and only the person may give them up."""
        box = self._question(self.tr("The last changes are not saved."), self.tr("Closing now loses them."))
        close = box.addButton(self.tr("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
        close.clicked.connect(self._close_later)
        box.open()

    @Slot()
    def _close_later(self) -> None:
        self._background.start(self._close())

    def _question(self, words: str, more: str) -> QMessageBox:
        box = QMessageBox(self.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Close JobMatch"))
        box.setText(words)
        box.setInformativeText(more)
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        return box

    # What is kept

    def _take_choice(self, choice: Choice) -> None:
        """Who is to write was chosen on the first page: what is generated next begins with it."""
        self.workspace.take_choice(choice)
        self._keep_choice(choice)

    def _keep_choice(self, choice: Choice) -> None:
        self._keep(provider=choice.provider, model=choice.model, strength=choice.strength, letter=choice.letter)
        if choice.model:
            known = self._services.preferences.settings.chosen_models
            self._keep(chosen_models={**known, choice.provider: choice.model})

    @Slot(bytes)
    def _keep_place(self, place: bytes) -> None:
        self._keep(window_place=base64.b64encode(place).decode())

    def _keep(self, **fields: object) -> None:
        if not self._left.done():
            self._background.start(self._store(fields))

    async def _store(self, fields: dict[str, object]) -> None:
        await self._engine.call(self._services.preferences.change, **fields)

    def _tell(self, trouble: Trouble) -> None:
        self.applications.notice.say(trouble_text(trouble))
        self.workspace.notice.say(trouble_text(trouble))
