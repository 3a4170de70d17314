"""What of the profile a document is written from is chosen where it is asked for."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
import qasync

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.kept_profile import Targeting
from jobmatch_desktop.ui.editor.generate_dialog import GenerateDialog
from jobmatch_desktop.ui.editor.workspace import Workspace
from jobmatch_desktop.ui.profile.targeting_choice import TargetingChoice
from tests.patience import until
from tests.ui.desk import APPLICATION, Desk
from tests.ui.editor.working import click

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
MILLS = Targeting(4, 9, "Mills", frozenset({"x"}), {}, datetime.now(UTC), datetime.now(UTC))


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk(application=msgspec.structs.replace(APPLICATION, kept=9))
    plain = made.services

    async def targetings(kept: int) -> list[Targeting]:
        return [MILLS] if kept == 9 else []

    async def choose(application: int, targeting: int | None) -> Application:
        made.calls.append(("targeting", application, targeting))
        made.application = msgspec.structs.replace(made.application, targeting=targeting)
        return made.application

    def services() -> Any:
        found = plain()
        found.profile_editing = SimpleNamespace(targetings=targetings, choose_targeting=choose)
        return found

    monkeypatch.setattr(made, "services", services)
    return made


def test_what_is_shown_is_chosen_and_kept(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    click(workspace.head, "Generate")
    [asked] = workspace.findChildren(GenerateDialog)
    [shows] = asked.findChildren(TargetingChoice)
    loop.run_until_complete(until(shows.isVisible))
    assert [shows.itemText(place) for place in range(shows.count())] == ["Everything", "Mills"]
    shows.setCurrentIndex(1)
    shows.activated.emit(1)
    loop.run_until_complete(until(lambda: ("targeting", 1, 4) in desk.calls))
    loop.run_until_complete(until(lambda: workspace.presenter.application is desk.application))
    asked.reject()
    click(workspace.head, "Generate")
    again = workspace.findChildren(GenerateDialog)[-1]
    [shows] = again.findChildren(TargetingChoice)
    loop.run_until_complete(until(lambda: shows.currentText() == "Mills"))
    again.reject()
