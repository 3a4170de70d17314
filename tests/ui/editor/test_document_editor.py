"""The editor with real keys: typing while words come, following them, and a cost that does not grow with the text."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextDocumentLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from jobmatch_desktop.ui.editor.document_editor import DocumentEditor
from jobmatch_desktop.ui.editor.line_style import Kind
from jobmatch_desktop.ui.editor.text_layout import TextLayout
from jobmatch_desktop.ui.shared.appearance import Appearance, Scheme
from tests.ui.desk import CV

SUMMARY = CV.split("\n")[4]


@pytest.fixture
def editor(appearance: Appearance) -> Iterator[DocumentEditor]:
    made = DocumentEditor(appearance)
    made.resize(650, 400)
    made.show()
    made.set_text(CV)
    yield made
    Shiboken.delete(made)  # here and now, not on whichever thread collects it


def put_caret(editor: DocumentEditor, words: str, after: bool = True) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.text().index(words) + (len(words) if after else 0))
    editor.setTextCursor(cursor)


def drawn(qtbot: QtBot, editor: DocumentEditor) -> None:
    qtbot.waitUntil(lambda: not editor.parts.waiting)


def test_what_is_typed_is_told_and_what_is_streamed_is_not(qtbot: QtBot, editor: DocumentEditor) -> None:
    told: list[bool] = []
    editor.edited.connect(lambda: told.append(True))
    editor.begin_part("summary")
    editor.append("summary", "Streamed")
    drawn(qtbot, editor)
    editor.end_part("summary", "Streamed")
    editor.end_generation()
    editor.change_text(CV)
    assert told == []
    QTest.keyClicks(editor, "x")
    assert told == [True]


def test_typing_goes_on_elsewhere_while_words_come(qtbot: QtBot, editor: DocumentEditor) -> None:
    put_caret(editor, "Kubernetes")
    editor.begin_part("summary")
    for piece in ("Built ", "small ", "systems."):
        editor.append("summary", piece)
        QTest.keyClicks(editor, ",")
        drawn(qtbot, editor)
    assert "Kubernetes,,," in editor.text()
    assert "Built small systems." in editor.text()
    assert editor.text_to_save() == CV.replace("Kubernetes", "Kubernetes,,,")


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return])
def test_words_that_come_cannot_be_typed_into(qtbot: QtBot, editor: DocumentEditor, key: Qt.Key) -> None:
    editor.begin_part("summary")
    editor.append("summary", "Built small systems")
    drawn(qtbot, editor)
    before = editor.text()
    put_caret(editor, "small")
    with qtbot.waitSignal(editor.refused):
        QTest.keyClick(editor, key)
    assert editor.text() == before
    editor.end_part("summary", "Built small systems")
    QTest.keyClick(editor, key)
    assert editor.text() != before


def test_the_line_under_cannot_be_pulled_into_words_that_come(qtbot: QtBot, editor: DocumentEditor) -> None:
    editor.begin_part("work/1")
    editor.append("work/1", "- Rewrote")
    drawn(qtbot, editor)
    before = editor.text()
    put_caret(editor, "- Rewrote\n")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text() == before


def test_caret_and_selection_stay_in_their_words(qtbot: QtBot, editor: DocumentEditor) -> None:
    put_caret(editor, "Kubernetes", after=False)
    for _ in range(4):
        QTest.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    editor.begin_part("summary")
    editor.append("summary", "Now\nlonger\nthan before")
    drawn(qtbot, editor)
    assert editor.textCursor().selectedText() == "Kube"
    editor.end_part("summary", None)
    assert editor.textCursor().selectedText() == "Kube"


def test_a_caret_where_words_come_is_not_taken_along(qtbot: QtBot, editor: DocumentEditor) -> None:
    put_caret(editor, SUMMARY, after=False)
    place = editor.textCursor().position()
    editor.begin_part("summary")
    editor.append("summary", "Many words ")
    drawn(qtbot, editor)
    editor.append("summary", "and more")
    drawn(qtbot, editor)
    assert editor.textCursor().position() == place


def long_text() -> str:
    bullets = "\n".join(f"- Did thing number {number}" for number in range(200))
    return CV.replace("- Rewrote the upload path of the media service in Go", bullets + "\n- Rewrote it")


def test_the_view_follows_until_the_person_scrolls_and_again_when_they_come_back(
    qtbot: QtBot, editor: DocumentEditor
) -> None:
    editor.set_text(long_text())
    bar = editor.verticalScrollBar()
    editor.begin_part("work/1")
    editor.append("work/1", "- Line\n" * 60)
    drawn(qtbot, editor)
    followed = bar.value()
    assert followed > 30
    bar.setValue(0)
    editor.append("work/1", "- Line\n" * 20)
    drawn(qtbot, editor)
    assert bar.value() == 0
    bar.setValue(followed + 25)
    editor.append("work/1", "- Line\n" * 20)
    drawn(qtbot, editor)
    assert bar.value() > followed + 25


def test_the_view_does_not_follow_away_from_who_types(qtbot: QtBot, editor: DocumentEditor) -> None:
    editor.set_text(long_text())
    put_caret(editor, "Richard")
    editor.begin_part("work/1")
    editor.append("work/1", "- A")
    drawn(qtbot, editor)
    editor.verticalScrollBar().setValue(0)
    QTest.keyClicks(editor, "x")
    editor.append("work/1", "\n- A" * 60)
    drawn(qtbot, editor)
    assert editor.verticalScrollBar().value() == 0


def test_pages_show_what_was_accepted_and_not_what_still_comes(qtbot: QtBot, editor: DocumentEditor) -> None:
    editor.begin_part("summary")
    editor.append("summary", "Half a sen")
    drawn(qtbot, editor)
    assert editor.text_to_print() == CV
    editor.end_part("summary", "A whole sentence.")
    editor.begin_part("work/0")
    editor.append("work/0", "- Half a bul")
    drawn(qtbot, editor)
    assert editor.text_to_print() == CV.replace(SUMMARY, "A whole sentence.")
    assert editor.text_to_save() == CV


def test_a_hidden_editor_draws_nothing_and_has_all_when_shown(qtbot: QtBot, editor: DocumentEditor) -> None:
    editor.hide()
    editor.begin_part("summary")
    editor.append("summary", "Kept ")
    editor.append("summary", "words")
    assert editor.document().toRawText().replace("\u2029", "\n") == CV
    editor.show()
    drawn(qtbot, editor)
    assert editor.text() == CV.replace(SUMMARY, "Kept words")


def test_a_hidden_editor_takes_changes_in_order(qtbot: QtBot, editor: DocumentEditor) -> None:
    editor.hide()
    editor.change_text("# One\n")
    assert editor.text_to_save() == "# One\n"
    editor.change_text("# Two\n")
    editor.show()
    assert editor.text() == "# Two\n"


def test_a_change_elsewhere_keeps_caret_and_view(editor: DocumentEditor) -> None:
    editor.set_text(long_text())
    put_caret(editor, "Kubernetes")
    editor.verticalScrollBar().setValue(100)
    top = editor.firstVisibleBlock().text()
    editor.change_text(long_text().replace(SUMMARY, "One.\n\nTwo.\n\nThree."))
    assert editor.text()[: editor.textCursor().position()].endswith("Kubernetes")
    assert editor.firstVisibleBlock().text() == top


def test_a_change_at_the_end_of_a_generation_is_the_same_step(qtbot: QtBot, editor: DocumentEditor) -> None:
    editor.begin_part("summary")
    editor.append("summary", "Streamed")
    drawn(qtbot, editor)
    editor.end_part("summary", "Streamed")
    editor.change_text(CV.replace(SUMMARY, "Streamed and stored."))
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == CV


def test_undo_waits_while_words_come(qtbot: QtBot, editor: DocumentEditor) -> None:
    editor.begin_part("summary")
    editor.append("summary", "Streamed")
    drawn(qtbot, editor)
    with qtbot.waitSignal(editor.refused):
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Streamed" in editor.text()


def layouts(editor: DocumentEditor, work: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many lines are laid out while the work is done."""
    count = 0
    real = TextLayout._lay_out

    def counting(self: TextLayout, block: object) -> None:
        nonlocal count
        count += 1
        real(self, block)  # type: ignore[arg-type]

    monkeypatch.setattr(TextLayout, "_lay_out", counting)
    work()
    monkeypatch.setattr(TextLayout, "_lay_out", real)
    return count


@pytest.mark.parametrize("bullets", [100, 20_000])
def test_a_key_costs_its_own_line(
    qtbot: QtBot, editor: DocumentEditor, bullets: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "# Name\n\n## Experience\n" + "- A bullet that is fifty characters long, as most\n" * bullets

    def load() -> None:
        editor.set_text(text)
        editor.grab()

    assert layouts(editor, load, monkeypatch) < 100
    put_caret(editor, "- A bullet")

    def type_it() -> None:
        QTest.keyClicks(editor, "abc")
        editor.grab()

    assert layouts(editor, type_it, monkeypatch) <= 8


def kinds(editor: DocumentEditor) -> list[Kind]:
    layout = editor.document().documentLayout()
    assert isinstance(layout, TextLayout)
    assert isinstance(layout, QPlainTextDocumentLayout)
    found = []
    block = editor.document().firstBlock()
    while block.isValid():
        found.append(layout.kind(block))
        block = block.next()
    return found


def test_a_line_is_what_the_lines_above_make_of_it(editor: DocumentEditor) -> None:
    editor.set_text("# Name\nmail\nphone\n\n## Jobs\n### One\n2014\n- did\n  and did\n\nwords")
    assert kinds(editor) == [
        Kind.NAME, Kind.CONTACT, Kind.CONTACT, Kind.BLANK, Kind.SECTION, Kind.ENTRY, Kind.DETAILS,
        Kind.BULLET, Kind.UNDER_BULLET, Kind.BLANK, Kind.WORDS,
    ]  # fmt: skip
    editor.grab()
    put_caret(editor, "# Name\n", after=False)
    QTest.keyClicks(editor, "x")
    assert kinds(editor)[:3] == [Kind.WORDS, Kind.WORDS, Kind.WORDS]
    put_caret(editor, "2014", after=False)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert kinds(editor)[5:8] == [Kind.ENTRY, Kind.BLANK, Kind.WORDS]


def test_paste_brings_clean_markdown_or_plain_words(editor: DocumentEditor, qapp: object) -> None:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QGuiApplication

    data = QMimeData()
    data.setHtml("<ul><li>Big <b>bold</b></li></ul><script>x</script><img src='http://example.com/x.png'>")
    data.setText("Big\r\nbold")
    QGuiApplication.clipboard().setMimeData(data)
    put_caret(editor, "Kubernetes")
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Kubernetes\n- Big **bold**" in editor.text()
    assert "example" not in editor.text().replace("richard@example.com", "")
    editor.undo_edit()
    assert editor.text() == CV
    put_caret(editor, "Kubernetes")
    editor.paste_plain()
    assert "KubernetesBig\nbold" in editor.text()


def test_a_list_goes_on_and_ends(editor: DocumentEditor) -> None:
    put_caret(editor, "API that served it")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "More")
    assert "API that served it\n- More\n- Took" in editor.text()
    for _ in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "\n- More\n\n- Took" in editor.text()
    editor.undo_edit()
    assert "\n- More\n- \n- Took" in editor.text()
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert "\n- More\n\n- Took" in editor.text()


def test_bullets_and_sections_move_and_come_back_in_one_step(editor: DocumentEditor) -> None:
    editor.setPlainText(CV.replace("Took the", "🌾 Took the"))
    before = editor.text()
    put_caret(editor, "Took the platform")
    assert editor.lines.move(up=True)
    lines = editor.text().split("\n")
    assert lines.index("- 🌾 Took the platform from prototype to a first paying customer") + 1 == lines.index(
        "- Built a lossless compression engine and the API that served it"
    )
    assert editor.textCursor().block().text().startswith("- 🌾 Took")
    assert not editor.lines.move(up=True)
    editor.undo_edit()
    assert editor.text() == before
    put_caret(editor, "## Skills")
    assert editor.lines.move(up=True)
    assert editor.text().index("## Skills") < editor.text().index("## Education")
    put_caret(editor, "Engineer with eight")
    assert editor.lines.toggle_bullets()
    assert "\n- Engineer with eight" in editor.text()
    assert editor.lines.toggle_bullets()
    assert "\nEngineer with eight" in editor.text()


def test_lines_that_are_being_written_do_not_move(editor: DocumentEditor) -> None:
    editor.begin_part("work/0")
    editor.append("work/0", "- Built it")
    editor._draw()
    put_caret(editor, "Built it")
    assert not editor.lines.move(up=False)
    assert not editor.lines.toggle_bullets()


def test_tab_leaves_the_editor(qtbot: QtBot, appearance: Appearance) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    page.setMinimumSize(1, 1)
    editor, field = DocumentEditor(appearance), QLineEdit()
    column.addWidget(editor)
    column.addWidget(field)
    page.show()
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == ""
    assert page.focusWidget() is field
    Shiboken.delete(page)


def test_it_is_drawn_anew_in_another_look(qtbot: QtBot, editor: DocumentEditor, appearance: Appearance) -> None:
    light = editor.grab().toImage().pixelColor(300, 5)
    appearance.choose(Scheme.DARK)
    dark = editor.grab().toImage().pixelColor(300, 5)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def test_right_to_left_and_wide_letters_are_drawn(editor: DocumentEditor) -> None:
    text = "# 山田太郎\nיצחק · محمد\n\n## ملخص\n- 東京 🙂 **太字** 𝒳\n"
    editor.set_text(text)
    editor.grab()
    assert editor.text() == text


def test_an_empty_document_can_be_typed_in(editor: DocumentEditor) -> None:
    editor.set_text("")
    QTest.keyClicks(editor, "# Name")
    assert editor.text() == "# Name"
    assert kinds(editor) == [Kind.NAME]


@pytest.mark.parametrize("place", ["# Richard Hendriks", "(fluent)\n"])
def test_a_writing_that_ends_in_the_midst_of_typing_leaves_the_caret_there(
    qtbot: QtBot, editor: DocumentEditor, place: str
) -> None:
    editor.begin_part("summary")
    editor.append("summary", "Streamed")
    drawn(qtbot, editor)
    put_caret(editor, place)
    QTest.keyClicks(editor, "ab")
    editor.end_part("summary", "Streamed.")
    QTest.keyClicks(editor, "cd")
    top = editor.verticalScrollBar().value()
    editor.end_generation()
    assert not editor.textCursor().hasSelection()
    assert editor.verticalScrollBar().value() == top
    QTest.keyClicks(editor, "e")
    editor.change_text(editor.text().replace("Streamed.", "Streamed, and more."))
    QTest.keyClicks(editor, "f")
    assert editor.text() == CV.replace(place, f"{place}abcdef").replace(SUMMARY, "Streamed, and more.")


def test_a_change_elsewhere_in_the_line_leaves_the_caret_between_its_words(editor: DocumentEditor) -> None:
    put_caret(editor, "a first paying")
    editor.change_text(
        editor.text().replace("- Took the platform", "* Brought the 🚀 platform").replace("customer", "user\n")
    )
    QTest.keyClicks(editor, "X")
    assert "* Brought the 🚀 platform from prototype to a first payingX user\n" in editor.text()


def test_signs_that_are_line_ends_to_others_are_lines_here_too(qtbot: QtBot, editor: DocumentEditor) -> None:
    put_caret(editor, "to eight")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "under the bullet")
    source = QMimeData()
    source.setText("\none\u2028two\u2029three\r\nfour\rfive")
    editor.insertFromMimeData(source)
    editor.begin_part("summary")
    editor.append("summary", "Streamed\u2028words")
    drawn(qtbot, editor)
    editor.end_part("summary", "Streamed\u2028words")
    editor.end_generation()
    typed = "to eight\nunder the bullet\none\ntwo\nthree\nfour\nfive"
    assert editor.text() == CV.replace("to eight", typed).replace(SUMMARY, "Streamed\nwords")
    assert editor.document().blockCount() == editor.text().count("\n") + 1
    editor.change_text(CV)
    assert editor.text() == CV
    editor.change_text("One\u2028two")
    assert editor.text() == "One\ntwo"
    editor.set_text("One\u2028two")
    assert editor.document().blockCount() == 2


def test_signs_that_nobody_sees_are_not_pasted(editor: DocumentEditor) -> None:
    source = QMimeData()
    source.setText("tab\tkept\x0bword's line\x0cpage\x01\x7f\x9fnone")
    put_caret(editor, "(fluent)\n")
    editor.insertFromMimeData(source)
    assert editor.text() == CV + "tab\tkept\nword's line\npagenone"
