"""The page of an offer over real services: its match, what the person changes of it, facts they add."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.offer import RequirementLevel
from jobmatch_desktop.ui.offer.have_form import HaveForm
from jobmatch_desktop.ui.offer.line_list import LineList
from jobmatch_desktop.ui.offer.match_row import MatchRow
from jobmatch_desktop.ui.offer.offer_view import OfferView
from tests.ui.applications.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

OFFER = """Archivist 😀
Fen & Co | Ely, UK

Requirements
- Palaeography of old hands
- SQL
- Fluent German

Nice to have
- Terraform or Ansible

What you will do
- Keep the rolls

Apply by 12 December 2026.
"""
PROFILE = {
    "basics": {"name": "Ada Byron"},
    "work": [
        {"name": "Hooli", "position": "Engineer", "startDate": "2024-01", "highlights": ["Moved 9 tables to SQL"]}
    ],
}


class Shown:
    """The page on screen with an application, as the workspace shows it: what it tells is stored and shown again."""

    def __init__(self, house: House, text: str = OFFER) -> None:
        self.house = house
        services = house.services
        profile = house.call(services.profiles.import_data, "ada.json", msgspec.json.encode(PROFILE)).id
        self.made = house.call(services.applications.add, profile, text)
        self.scores: list[int | None] = []
        self.facts: list[tuple[int | None, str]] = []
        self.view = OfferView(services, house.engine, house.appearance, house.icons)
        self.view.scored.connect(self.scores.append)
        self.view.fact_opened.connect(lambda kept, fact: self.facts.append((kept, fact)))
        self.view.changed.connect(self.store)
        self.view.resize(1100, 700)
        self.view.show()
        self.view.show_application(self.made)
        house.until(lambda: self.view._explained is not None and not self.view._match._making.isActive())

    def store(self, application: Application) -> None:
        self.view.presenter.background.start(self._store(application))

    async def _store(self, application: Application) -> None:
        stored = await self.house.engine.call(self.house.services.applications.update, application)
        present = self.view.presenter.application
        if present is not None and present.id == stored.id:
            self.view.show_application(stored)

    def kept(self) -> Application:
        return self.house.call(self.house.services.applications.get, self.made.id)

    def row(self, words: str) -> MatchRow:
        return next(row for row in self.view.findChildren(MatchRow) if row.accessibleName().endswith(words))

    def said(self) -> str:
        return " | ".join(label.text() for label in self.view._match.findChildren(QLabel) if label.isVisible())

    def click(self, words: str) -> None:
        made = next(
            b for b in self.view.findChildren(QPushButton) if b.isVisible() and words in (b.text(), b.accessibleName())
        )
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)

    def lit(self) -> list[str]:
        text = self.view.presenter.application.offer.text  # type: ignore[union-attr]
        return [text[span.start : span.end] for span in self.view._text._lit]

    def close(self) -> None:
        self.house.run(self.view.wind_up())
        self.view.close()
        self.view.deleteLater()
        self.house.live(1)


@pytest.fixture
def shown(house: House) -> Iterator[Shown]:
    made = Shown(house)
    yield made
    made.close()


def test_each_requirement_says_how_far_it_is_met_and_words_and_rows_light_each_other(shown: Shown) -> None:
    assert len(shown.view.findChildren(MatchRow)) == 4
    assert shown.row("SQL").accessibleName() == "must have: SQL"
    assert shown.row("SQL").accessibleDescription() == "Strongly met · shown in a recent job or project"
    assert shown.row("German").accessibleDescription() == "No fact yet"
    assert shown.row("Ansible").accessibleName().startswith("nice to have")
    assert "Must have: 1 of 3 met" in shown.said()
    score = shown.scores[-1]
    assert score is not None
    assert 0 < score < 100
    shown.row("SQL").setFocus(Qt.FocusReason.TabFocusReason)
    assert shown.lit() == ["SQL"]
    QTest.keyClick(shown.row("SQL"), Qt.Key.Key_Down)
    assert shown.lit() == ["Fluent German"]
    text = shown.view._text
    cursor = text.textCursor()
    # Qt counts the picture in the title as two.
    cursor.setPosition(OFFER.index("Palaeo") + 1)
    place = text.cursorRect(cursor).center() + QPoint(6, 0)
    QTest.mouseMove(text.viewport(), place + QPoint(1, 0))
    QTest.mouseMove(text.viewport(), place)
    shown.house.until(lambda: shown.lit() == ["Palaeography of old hands"])
    assert shown.row("old hands").is_lit()
    assert not shown.row("German").is_lit()


def test_a_click_on_a_fact_asks_for_it_and_one_on_a_requirement_goes_to_its_words(shown: Shown) -> None:
    shown.click("Moved 9 tables to SQL · Engineer, Hooli")
    shown.house.until(lambda: shown.facts == [(shown.made.kept, "work/0/highlights/0")])
    QTest.keyClick(shown.row("Ansible"), Qt.Key.Key_Return)
    assert shown.view._text.textCursor().block().text() == "- Terraform or Ansible"


def test_i_have_this_is_worded_by_the_person_and_what_rose_is_told(shown: Shown) -> None:
    before = shown.scores[-1]
    shown.click("I have this: Fluent German")
    form = shown.view.findChild(HaveForm)
    field = form.findChild(QLineEdit)
    assert QApplication.focusWidget() is field
    field.setText("German, C1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    shown.house.until(lambda: "Better met" in shown.said())
    assert f"From {before} to {shown.scores[-1]}. Better met: “Fluent German”." in shown.said()
    assert shown.row("German").accessibleDescription().endswith("stated in your profile")
    profile = shown.house.call(shown.house.services.profiles.get, shown.kept().profile)
    assert [(one.language, one.fluency) for one in profile.languages] == [("German", "C1")]


def test_a_fact_that_answers_nothing_is_kept_and_can_be_worded_anew_where_it_was_typed(shown: Shown) -> None:
    shown.click("I have this: Fluent German")
    form = shown.view.findChild(HaveForm)
    field = form.findChild(QLineEdit)
    field.setText("Swahili, A1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    shown.house.until(lambda: f"The match stays at {shown.scores[-1]}" in shown.said())
    assert form.isAncestorOf(next(one for one in form.findChildren(QLabel) if "in your profile now" in one.text()))
    field.setText("German, C1")
    shown.click("Add")
    shown.house.until(lambda: "Better met" in shown.said())


def test_fields_are_stored_while_they_are_typed_light_their_words_and_go_back_to_what_was_read(shown: Shown) -> None:
    shown.view._panels.choose("details")
    fields = shown.view._details._fields
    fields["company"].setFocus()
    assert shown.lit() == ["Fen & Co"]
    fields["company"].end(False)
    QTest.keyClicks(fields["company"], " Ltd")
    QTest.keyClicks(fields["salary"], "40 k")
    shown.house.until(lambda: (shown.kept().offer.company, shown.kept().offer.salary) == ("Fen & Co Ltd", "40 k"))
    shown.click("The fields as read")
    shown.house.until(lambda: (shown.kept().offer.company, shown.kept().offer.salary) == ("Fen & Co", ""))
    shown.house.until(lambda: fields["salary"].text() == "")


def test_requirements_are_added_worded_levelled_and_removed_by_keys(shown: Shown) -> None:
    shown.view._panels.choose("details")
    requirements, duties = shown.view.findChildren(LineList)
    view = requirements.findChild(QListView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClick(view, Qt.Key.Key_Space)
    shown.click("Add a requirement")
    QTest.keyClicks(QApplication.focusWidget(), "Rust")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    wanted = [("SQL", "nice"), ("Fluent German", "must"), ("Terraform or Ansible", "nice"), ("Rust", "must")]
    shown.house.until(lambda: [(one.text, one.level.value) for one in shown.kept().offer.requirements or ()] == wanted)
    shown.house.until(lambda: len(shown.view.findChildren(MatchRow)) >= 4 and shown.row("Rust"))
    shown.click("Requirements as read")
    shown.house.until(lambda: shown.kept().offer.requirements is None)
    listed = duties.findChild(QListView)
    assert [listed.model().index(row, 0).data() for row in range(listed.model().rowCount())] == ["Keep the rolls"]


def test_a_line_that_is_added_and_not_worded_is_none(shown: Shown) -> None:
    shown.view._panels.choose("details")
    shown.click("Add a duty")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    listed = shown.view.findChildren(LineList)[1].findChild(QListView)
    shown.house.live(20)
    assert listed.model().rowCount() == 1
    assert shown.kept().offer.duties is None


def test_the_text_is_edited_and_read_anew_but_what_was_typed_stays(shown: Shown) -> None:
    shown.view._panels.choose("details")
    fields = shown.view._details._fields
    fields["company"].selectAll()
    QTest.keyClicks(fields["company"], "Mine")
    shown.click("Edit the text")
    text = shown.view._text
    text.selectAll()
    text.insertPlainText("Cook\nBistro Zoe | Leeds, UK\n\nRequirements\n- Rust\n")
    shown.house.until(lambda: shown.kept().offer.text.startswith("Cook"))
    shown.click("Done")
    shown.house.until(lambda: [row.accessibleName() for row in shown.view._match._rows.values()] == ["must have: Rust"])
    offer = shown.kept().offer
    assert (offer.title, offer.company, offer.place) == ("Cook", "Mine", "Leeds, UK")
    assert text.isReadOnly()
    assert text.marked_at(text.toPlainText().index("Rust")) == 0


def test_what_is_changed_a_moment_before_the_end_is_stored(house: House) -> None:
    shown = Shown(house)
    shown.view._details._fields["place"].end(False)
    QTest.keyClicks(shown.view._details._fields["place"], "!")
    shown.view._edit.setChecked(True)
    shown.view._text.insertPlainText("Curator\n")
    shown.close()
    kept = shown.kept().offer
    assert kept.text.startswith("Curator")
    assert kept.place == "Ely, UK!"


def test_what_is_typed_stays_with_its_own_offer_when_another_is_opened(shown: Shown) -> None:
    services = shown.house.services
    other = shown.house.call(
        services.applications.add, shown.made.profile, "Cook\nBistro | Leeds\n\nRequirements\n- Rust\n"
    )
    shown.view._edit.setChecked(True)
    shown.view._text.insertPlainText("Curator\n")
    shown.view.show_application(other)
    shown.house.until(lambda: shown.kept().offer.text.startswith("Curator"))
    assert shown.house.call(services.applications.get, other.id).offer == other.offer
    assert shown.view._text.toPlainText().startswith("Cook")
    assert not shown.view._edit.isChecked()


def test_an_offer_that_asks_for_nothing_has_no_score(house: House) -> None:
    shown = Shown(house, "Come and see us")
    assert shown.scores[-1] is None
    assert "nothing to match" in shown.said()
    assert not shown.view._match._head.isVisible()
    shown.close()


def test_a_profile_that_moves_on_is_matched_anew(shown: Shown) -> None:
    from jobmatch_desktop.domain.events import ProfileMoved
    from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact

    before = shown.scores[-1]
    changed = shown.house.call(shown.house.services.matching.have, shown.made.id, ProfileFact("skill", "Terraform"))
    assert changed.kept is not None
    shown.view.take_events([ProfileMoved(changed.kept, changed.profile)])
    shown.house.until(lambda: shown.scores[-1] != before)
    assert shown.row("Ansible").level() is RequirementLevel.NICE
    assert shown.row("Ansible").accessibleDescription().startswith("Met")
