"""The workspace as a person uses it: real keys and clicks, a real engine, real pages."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import msgspec
import pytest
import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPushButton, QToolButton, QWidget

from jobmatch_desktop.domain.application import ApplicationStatus
from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.events import DocumentChanged, PartStarted, TaskChanged, TextArrived
from jobmatch_desktop.domain.journal import Entry
from jobmatch_desktop.domain.storage_errors import DiskFull
from jobmatch_desktop.domain.task import Ending, Status, TaskId
from jobmatch_desktop.providers.protocol import Availability, Model, State
from jobmatch_desktop.services.actuals import Actual
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.services.models import Writer
from jobmatch_desktop.ui.editor.exporting import usual_name
from jobmatch_desktop.ui.editor.generate_dialog import GenerateDialog
from jobmatch_desktop.ui.editor.workspace import Workspace
from tests.patience import until
from tests.ui.desk import APPLICATION, CV, Desk, ended, task, writing
from tests.ui.editor.working import click, editor, resize, said

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SUMMARY = CV.split("\n")[4]
Run = Callable[[Coroutine[Any, Any, None]], None]


def again(workspace: Workspace) -> QPushButton:
    return workspace._panes[DocumentKind.CV]._again


def test_an_application_is_shown_with_its_pages(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    loop.run_until_complete(until(lambda: "1 page" in said(workspace) and workspace.preview.pages._images))
    assert editor(workspace).text() == CV
    assert "Senior backend engineer" in said(workspace.head)
    assert "Saved" in said(workspace)
    assert workspace.preview.pages._images[0][0].width() > 100


def test_what_is_typed_is_saved_and_seen_on_the_page(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    editor(workspace).setFocus()
    QTest.keyClicks(editor(workspace), "X")
    assert "Edited" in said(workspace)
    loop.run_until_complete(until(lambda: desk.texts[DocumentKind.CV].text == "X" + CV))
    loop.run_until_complete(until(lambda: ("pdf", "X" + CV) in desk.calls))
    loop.run_until_complete(until(lambda: "Saved" in said(workspace)))


def test_leaving_saves_at_once(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    QTest.keyClicks(editor(workspace), "X")
    click(workspace.head, "Letter")
    loop.run_until_complete(workspace.presenter.background.settle())
    assert desk.texts[DocumentKind.CV].text == "X" + CV


def test_what_cannot_be_saved_is_not_left(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    desk.fault = DiskFull(path="/data", doing="saving")
    QTest.keyClicks(editor(workspace), "X")
    workspace.open(1)
    loop.run_until_complete(workspace.presenter.background.settle())
    assert editor(workspace).text() == "X" + CV
    desk.fault = None
    assert loop.run_until_complete(workspace.presenter.flush())
    assert desk.texts[DocumentKind.CV].text == "X" + CV


def test_what_is_typed_while_another_application_opens_is_kept(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    desk.slow = 0.1
    workspace.open(1)
    loop.run_until_complete(asyncio.sleep(0.02))
    QTest.keyClicks(editor(workspace), "X")
    loop.run_until_complete(workspace.presenter.background.settle())
    assert desk.texts[DocumentKind.CV].text == "X" + CV
    assert editor(workspace).text() == "X" + CV


def test_a_full_disk_is_said_and_can_be_tried_again(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    desk.fault = DiskFull(path="/data", doing="saving")
    QTest.keyClicks(editor(workspace), "X")
    loop.run_until_complete(until(lambda: again(workspace).isVisible()))
    desk.fault = None
    click(workspace, "Save again")
    loop.run_until_complete(until(lambda: desk.texts[DocumentKind.CV].text == "X" + CV))


def test_words_stream_into_their_part_and_come_to_stay(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    presenter = workspace.presenter
    presenter.take_events(writing("summary", "Built small systems."))
    loop.run_until_complete(until(lambda: "Built small systems." in editor(workspace).text()))
    assert "Summary, 1 of 4" in said(workspace.foot)
    presenter.take_events([ended("summary", "Built small systems.", True)])
    written = CV.replace(SUMMARY, "Built small systems.")
    presenter.take_events(
        [
            TaskChanged(task(status=Status.COMPLETED, ending=Ending.STOP)),
            desk.change_elsewhere(DocumentKind.CV, written),
        ]
    )
    assert editor(workspace).text() == written
    assert not workspace.foot.isVisible()
    editor(workspace).undo_edit()
    assert editor(workspace).text() == CV


def test_a_generation_that_changed_nothing_leaves_the_draft(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    presenter = workspace.presenter
    presenter.take_events(writing("summary", "Lies."))
    loop.run_until_complete(until(lambda: "Lies." in editor(workspace).text()))
    stored = desk.texts[DocumentKind.CV]
    presenter.take_events(
        [
            TaskChanged(task(status=Status.CANCELLED)),
            DocumentChanged(stored.id, stored.text, stored.revision),
        ]
    )
    assert editor(workspace).text() == CV
    assert not editor(workspace).parts.under_way


def test_a_document_in_another_language_is_set_in_it(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    changed = desk.change_elsewhere(DocumentKind.CV, CV.replace("Summary", "Profil"))
    desk.texts[DocumentKind.CV] = msgspec.structs.replace(desk.texts[DocumentKind.CV], language="fr")
    workspace.presenter.take_events([changed])
    loop.run_until_complete(until(lambda: workspace.presenter.document(DocumentKind.CV).language == "fr"))
    loop.run_until_complete(until(lambda: desk.languages and desk.languages[-1] == "fr"))


def test_typing_while_words_come_is_kept_on_both_sides(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    presenter = workspace.presenter
    presenter.take_events(writing("summary", "Built small systems."))
    loop.run_until_complete(until(lambda: "Built small systems." in editor(workspace).text()))
    cursor = editor(workspace).textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    editor(workspace).setTextCursor(cursor)
    QTest.keyClicks(editor(workspace), "Mine")
    loop.run_until_complete(until(lambda: desk.texts[DocumentKind.CV].text == CV + "Mine"))
    QTest.keyClicks(editor(workspace), "Too")
    presenter.take_events([ended("summary", "Built small systems.", True)])
    written = (CV + "Mine").replace(SUMMARY, "Built small systems.")
    presenter.take_events(
        [
            desk.change_elsewhere(DocumentKind.CV, written),
            TaskChanged(task(status=Status.COMPLETED, ending=Ending.STOP)),
        ]
    )
    assert editor(workspace).text() == written + "Too"
    loop.run_until_complete(until(lambda: desk.texts[DocumentKind.CV].text == written + "Too"))


def test_a_refused_part_is_explained_and_can_be_used(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    presenter = workspace.presenter
    presenter.take_events(writing("summary", "Grew sales by 40 %."))
    presenter.take_events([ended("summary", "Grew sales by 40 %.", False, "40 %")])
    strip = workspace._panes[DocumentKind.CV].strip
    assert "The model's summary was not used: “40 %” has no fact." in said(strip)
    assert editor(workspace).text() == CV
    click(strip, "Show it")
    assert strip._body.toPlainText() == "Grew sales by 40 %."
    click(strip, "Use it all the same")
    loop.run_until_complete(until(lambda: ("use", TaskId("t1"), "summary") in desk.calls))
    loop.run_until_complete(until(lambda: not strip.isVisible()))


def test_a_refused_part_can_be_left_out(workspace: Workspace, desk: Desk) -> None:
    workspace.presenter.take_events([*writing("summary", "Lies."), ended("summary", "Lies.", False, "Lies")])
    strip = workspace._panes[DocumentKind.CV].strip
    click(strip, "Keep the draft")
    assert not strip.isVisible()
    assert not [call for call in desk.calls if call[0] == "use"]


def test_another_attempt_takes_the_explanation_away(workspace: Workspace) -> None:
    presenter = workspace.presenter
    presenter.take_events([*writing("summary", "Lies."), ended("summary", "Lies.", False, "Lies")])
    presenter.take_events([PartStarted(TaskId("t1"), "summary", 1, 4, 2)])
    assert not workspace._panes[DocumentKind.CV].strip.isVisible()


def test_stop_keeps_the_words_and_continues(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    desk.journal = [Entry("text", "summary", 1, "Built small systems")]
    presenter = workspace.presenter
    presenter.take_events(writing("summary", "Built small systems"))
    click(workspace.foot, "Stop")
    loop.run_until_complete(until(lambda: ("stop", TaskId("t1")) in desk.calls))
    presenter.take_events([TaskChanged(task(status=Status.CANCELLED))])
    loop.run_until_complete(until(lambda: "Stopped. 3 words are kept." in said(workspace.foot)))
    loop.run_until_complete(until(lambda: editor(workspace).text() == CV))
    click(workspace.foot, "Continue")
    loop.run_until_complete(until(lambda: ("resume", TaskId("t1")) in desk.calls))
    assert not workspace.foot.isVisible()


def test_what_an_earlier_run_left_is_offered(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    desk.tasks = [task(status=Status.INTERRUPTED, ending=Ending.CUT)]
    desk.journal = [Entry("text", "summary", 1, "Built small systems")]
    workspace.open(1)
    loop.run_until_complete(until(lambda: "Writing was interrupted. 3 words are kept." in said(workspace.foot)))
    click(workspace.foot, "Keep the words")
    loop.run_until_complete(until(lambda: ("keep", TaskId("t1")) in desk.calls))


def test_a_way_on_that_fails_is_offered_again(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    desk.tasks = [task(status=Status.INTERRUPTED, ending=Ending.CUT)]
    workspace.open(1)
    loop.run_until_complete(until(lambda: workspace.foot.isVisible()))
    desk.fault = DiskFull(path="/data", doing="saving")
    click(workspace.foot, "Try again")
    loop.run_until_complete(until(lambda: workspace.notice.isVisible()))
    assert workspace.foot.isVisible()


def test_a_window_opened_while_words_come_shows_those_that_came(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    workspace.presenter.take_events(
        [
            *writing("summary", "A summary."),
            ended("summary", "A summary.", True),
            *writing("work/1", "- Half", number=2)[2:],
        ]
    )
    workspace.open(1)
    wanted = CV.replace(SUMMARY, "A summary.")
    loop.run_until_complete(
        until(lambda: "- Half" in editor(workspace).text() and "A summary." in editor(workspace).text())
    )
    assert editor(workspace).text_to_save() == CV
    assert wanted.split("\n")[4] in editor(workspace).text()


def dialog(workspace: Workspace, loop: qasync.QEventLoop) -> GenerateDialog:
    click(workspace.head, "Generate")
    found = workspace.findChild(GenerateDialog)
    assert found is not None
    loop.run_until_complete(until(lambda: bool(found._writers)))
    return found


def pick(parent: QWidget, name: str, words: str) -> None:
    combo = next(made for made in parent.findChildren(QComboBox) if made.accessibleName() == name)
    index = combo.findText(words, Qt.MatchFlag.MatchStartsWith)
    assert index >= 0, f"no {words!r}"
    combo.setCurrentIndex(index)


def test_generate_asks_how_and_starts(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, choices: list[Choice]
) -> None:
    asked = dialog(workspace, loop)
    pick(asked, "Writer", "Ollama")
    pick(asked, "Language", "French")
    pick(asked, "Strength", "Polished")
    click(asked, "Write")
    wanted = Choice("ollama", "llama3.2:3b", "fr", "polished")
    loop.run_until_complete(until(lambda: ("start", DocumentKind.CV, wanted) in desk.calls))
    assert choices == [wanted]


def test_without_a_model_needs_none(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    asked = dialog(workspace, loop)
    pick(asked, "Writer", "Without a model")
    click(asked, "Write")
    loop.run_until_complete(until(lambda: ("start", DocumentKind.CV, Choice()) in desk.calls))


def test_a_long_name_of_a_model_is_cut_in_its_midst_and_told_whole(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    models = tuple(Model(f"registry.example.org/very-long-organisation/a-model-of-many-words:q{end}") for end in (4, 8))
    desk.writers = [desk.writers[0], Writer("ollama", Availability(State.READY, models))]
    asked = dialog(workspace, loop)
    pick(asked, "Writer", "Ollama")
    combo = next(made for made in asked.findChildren(QComboBox) if made.accessibleName() == "Model")
    drawn = []
    for number in (0, 1):
        combo.setCurrentIndex(number)
        assert combo.toolTip() == models[number].name
        drawn.append(combo.grab().toImage())
    assert drawn[0] != drawn[1]  # they differ in their last sign alone
    asked.reject()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.NOT_INSTALLED, "Ollama is not installed."),
        (State.NOT_RUNNING, "not running"),
        (State.NO_MODEL, "no model yet"),
    ],
)
def test_a_writer_that_cannot_says_why(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, state: State, words: str
) -> None:
    desk.writers = [desk.writers[0], Writer("ollama", Availability(state))]
    asked = dialog(workspace, loop)
    pick(asked, "Writer", "Ollama")
    assert words in said(asked)
    write = next(made for made in asked.findChildren(QPushButton) if made.text() == "Write")
    assert not write.isEnabled()
    assert words in write.toolTip()
    asked.reject()


def test_the_status_can_be_changed(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    chip = next(made for made in workspace.head.findChildren(QToolButton) if made.text() == "In progress")
    next(action for action in chip.menu().actions() if action.text() == "Applied").trigger()
    loop.run_until_complete(until(lambda: desk.application.status is ApplicationStatus.APPLIED))
    loop.run_until_complete(until(lambda: chip.text() == "Applied"))


def test_an_offer_that_names_no_employer_leaves_no_empty_line_in_the_head(workspace: Workspace) -> None:
    bare = msgspec.structs.replace(APPLICATION.offer, company="", place="", deadline="")
    workspace.head.show_application(msgspec.structs.replace(APPLICATION, offer=bare))
    assert not workspace.head._where.isVisible()
    workspace.head.layout().activate()
    assert workspace.head._title.text() == APPLICATION.offer.title, "and the title has its room"
    workspace.head.show_application(APPLICATION)
    assert workspace.head._where.isVisible()


def test_an_export_saves_first(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, tmp_path: Path) -> None:
    QTest.keyClicks(editor(workspace), "X")
    workspace.exporting.write(DocumentKind.CV, tmp_path / "cv.pdf")
    loop.run_until_complete(until(lambda: ("export", 1, [tmp_path / "cv.pdf"]) in desk.calls))
    names = [call[0] for call in desk.calls]
    assert names.index("save") < names.index("export")
    loop.run_until_complete(until(lambda: "Exported as cv.pdf" in said(workspace)))


def test_a_file_is_called_as_those_of_a_set_are() -> None:
    assert usual_name(APPLICATION, DocumentKind.CV) == "Richard Hendriks - CV - Northwind Logistics.pdf"
    strange = msgspec.structs.replace(
        APPLICATION, person="A/B: C*", offer=msgspec.structs.replace(APPLICATION.offer, company="", title='"x"' * 60)
    )
    name = usual_name(strange, DocumentKind.LETTER)
    assert not set(name) & set('<>:"/\\|?*')
    assert name.startswith("A B C - Letter - x")


def test_in_a_narrow_window_the_pages_fold_behind_a_button(workspace: Workspace) -> None:
    resize(workspace, 800, 600)
    assert not workspace.preview.isVisible()
    assert editor(workspace).isVisible()
    QTest.mouseClick(workspace.head.preview, Qt.MouseButton.LeftButton)
    assert workspace.preview.isVisible()
    assert not editor(workspace).isVisible()
    resize(workspace, 1280, 800)
    assert workspace.preview.isVisible()
    assert editor(workspace).isVisible()


def test_every_control_has_a_name_for_a_screen_reader(workspace: Workspace) -> None:
    for kind in (QAbstractButton, QComboBox):
        for made in workspace.findChildren(kind):
            if made.isVisible() and made.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                assert made.accessibleName(), made


def test_the_offer_has_its_segment(workspace: Workspace) -> None:
    click(workspace.head, "Offer && match")
    assert workspace._offer.isVisible()
    assert not workspace.head.generate.isVisible()


def test_the_dialog_says_what_it_will_take_and_writes_what_was_told(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, choices: list[Choice]
) -> None:
    asked = dialog(workspace, loop)
    pick(asked, "Writer", "Ollama")
    loop.run_until_complete(until(lambda: "About 2,300 tokens" in said(asked)))
    assert "What will be sent" not in [made.text() for made in asked.findChildren(QPushButton) if made.isVisible()]
    click(asked, "Write")
    wanted = Choice("ollama", "llama3.2:3b", estimate=desk.preflight.estimate, context_limit=8192)
    loop.run_until_complete(until(lambda: ("start", DocumentKind.CV, wanted) in desk.calls))
    assert choices == [Choice("ollama", "llama3.2:3b")]


def test_of_choices_in_a_row_the_last_alone_is_asked_about(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    asked = dialog(workspace, loop)
    pick(asked, "Writer", "Ollama")
    for language in ("French", "English", "French"):
        pick(asked, "Language", language)
    loop.run_until_complete(until(lambda: "About 2,300 tokens" in said(asked)))
    assert [call[2].language for call in desk.calls if call[0] == "preflight"] == ["fr"]  # type: ignore[attr-defined]
    asked.reject()


def test_a_writer_elsewhere_is_asked_once_it_is_chosen_and_where_it_goes_is_said(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    desk.writers = [desk.writers[0], Writer("openai", Availability(State.NOT_ASKED))]
    desk.asked = {"openai": Availability(State.READY, (Model("gpt-4o"),))}
    desk.preflight = msgspec.structs.replace(desk.preflight, own=False, address="https://there")
    asked = dialog(workspace, loop)
    assert ("availability", "openai") not in desk.calls
    choose = next(made for made in asked.findChildren(QComboBox) if made.accessibleName() == "Writer")
    choose.setCurrentIndex(choose.findData("openai"))
    loop.run_until_complete(until(lambda: "Leaves this computer, to https://there." in said(asked)))
    sent: list[Choice] = []
    asked.sending_asked.disconnect()
    asked.sending_asked.connect(sent.append)
    click(asked, "What will be sent")
    assert [(one.provider, one.model) for one in sent] == [("openai", "gpt-4o")]
    asked.reject()


def test_what_it_took_is_said_when_it_has_ended(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    desk.actual = Actual(2180, 410, (("summary", 100),), 0.0)
    done = msgspec.structs.replace(task(), status=Status.COMPLETED)
    workspace.presenter.take_events([TaskChanged(done)])
    loop.run_until_complete(until(lambda: "Read 2,180 tokens, wrote 410, free" in said(workspace)))
    assert workspace.notice.isVisible()  # the server read less than it was sent


def test_a_part_is_written_where_the_person_has_it_and_not_where_it_was(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    presenter, cv = workspace.presenter, editor(workspace)
    before = CV.replace("### Software", "### Keeper · Lighthouse\n- Kept it\n\n### Software")
    presenter.take_events([desk.change_elsewhere(DocumentKind.CV, before)])
    events = writing("work/1", "")
    presenter.take_events([*events[:2], PartStarted(TaskId("t1"), "work/0", 1, 4, 1)])
    cursor = cv.textCursor()
    cursor.setPosition(cv.text().index("### Keeper"))
    cursor.insertText("### Cook · Ship\n- Cooked\n\n")
    started = PartStarted(TaskId("t1"), "work/1", 2, 4, 1, place="work/2")
    presenter.take_events([started, TextArrived(TaskId("t1"), "work/1", "- Rewrote it in Go")])
    loop.run_until_complete(until(lambda: "- Rewrote it in Go" in cv.text()))
    assert "- Kept it\n" in cv.text()
    assert "- Cooked\n" in cv.text()
    assert "Rewrote the upload path" not in cv.text()


def test_what_was_typed_stands_once_where_a_writing_ends_during_a_save(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text that comes holds what is being saved, and that the window knows only when the save is over."""
    presenter, cv = workspace.presenter, editor(workspace)
    store = desk._save

    async def slowly(*values: Any) -> Document:
        stored = await store(*values)
        await asyncio.sleep(0.05)
        return stored

    monkeypatch.setattr(
        presenter._savings[DocumentKind.CV], "_save", lambda *values: presenter._engine.call(slowly, *values)
    )
    cv.moveCursor(cv.textCursor().MoveOperation.End)
    cv.insertPlainText("typed one ")
    presenter.flush_later()
    loop.run_until_complete(until(lambda: desk.texts[DocumentKind.CV].text.endswith("typed one ")))
    cv.insertPlainText("and two")
    written = desk.texts[DocumentKind.CV].text.replace(SUMMARY, "Written anew.")
    presenter.take_events([desk.change_elsewhere(DocumentKind.CV, written)])
    loop.run_until_complete(until(lambda: "Written anew." in cv.text()))
    assert cv.text() == CV.replace(SUMMARY, "Written anew.") + "typed one and two"
