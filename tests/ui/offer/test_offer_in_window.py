"""The offer's page in the whole program: the score in the head, and the way to a fact."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.ui.applications.page import ApplicationsPage
from jobmatch_desktop.ui.offer.line_button import LineButton
from jobmatch_desktop.ui.offer.match_row import MatchRow
from jobmatch_desktop.ui.offer.offer_view import OfferView
from jobmatch_desktop.ui.profile.page import ProfilePage
from jobmatch_desktop.ui.shared.notice import Notice
from tests.patience import until
from tests.services.esco_lists import GERMAN, csv_of
from tests.ui.driven import Driven, drive

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def interval() -> Iterator[None]:
    """The window's program sets how long Python's threads hold on to the interpreter."""
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


def test_the_score_stands_in_the_head_and_a_fact_is_shown_in_the_profile(qapp: QApplication, tmp_path: Path) -> None:
    async def act(driven: Driven) -> tuple[str, str]:
        application = await driven.call(driven.services.applications.add_sample)
        match = await driven.call(driven.services.matching.match, application.id)
        driven.open(application.id)
        words = f"Offer & match  {match.score}"
        await until(lambda: any(made.accessibleName() == words for made in driven.window.findChildren(QAbstractButton)))
        driven.workspace.head.segments.choose("offer")
        await until(lambda: len(driven.window.findChildren(MatchRow)) == len(match.requirements))
        assert driven.find(OfferView).isVisible()
        fact = driven.window.findChildren(LineButton)[0]
        QTest.mouseClick(fact, Qt.MouseButton.LeftButton)
        await until(lambda: driven.window.findChild(ProfilePage) and driven.find(ProfilePage).canvas.shown)
        page, told = driven.window.page(), fact.objectName()
        await driven.close()
        return page, told

    page, told = drive(qapp, tmp_path, act)
    assert page == "profile"
    assert told.startswith("work/")


def test_a_fact_of_a_deleted_profile_says_so_and_the_profile_is_brought_back(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def act(driven: Driven) -> list[str]:
        application = await driven.call(driven.services.applications.add_sample)
        driven.open(application.id)
        driven.workspace.head.segments.choose("offer")
        await until(lambda: driven.window.findChildren(LineButton))
        await driven.call(driven.services.profile_editing.remove, application.kept)
        QTest.mouseClick(driven.window.findChildren(LineButton)[0], Qt.MouseButton.LeftButton)
        notice = driven.find(OfferView).findChild(Notice)
        assert isinstance(notice, Notice)
        await until(notice.isVisible)
        pages = [driven.window.page()]
        assert notice.accessibleName().startswith("The profile of this application was deleted.")
        button = next(made for made in notice.findChildren(QAbstractButton) if made.text() == "Bring the profile back")
        QTest.keyClick(button, Qt.Key.Key_Space)
        await until(lambda: driven.window.findChild(ProfilePage) and driven.find(ProfilePage).canvas.shown)
        pages.append(driven.window.page())
        assert not notice.isVisible()
        stored = await driven.call(driven.services.applications.get, application.id)
        assert stored.kept is not None
        assert driven.workspace.presenter.application == stored
        await driven.close()
        return pages

    assert drive(qapp, tmp_path, act) == ["applications", "profile"]


PROFILE = b'{"basics": {"name": "Ada"}, "work": [{"name": "Hooli", "startDate": "2024", "highlights": ["Contract law for two firms"]}]}'
OFFER = Offer("Jurist\n\nIhr Profil:\n- Recht der Verträge\n", "Jurist", language="de")


def test_a_list_of_skills_that_is_added_counts_at_once(qapp: QApplication, tmp_path: Path) -> None:
    async def act(driven: Driven) -> tuple[list[str], list[str]]:
        def scores() -> list[str]:
            names = (made.accessibleName() for made in driven.window.findChildren(QAbstractButton))
            return [name for name in names if name.startswith("Offer & match  ")]

        def listed() -> list[str]:
            return [str(one.score) for one in driven.find(ApplicationsPage).presenter._ranked.values()]

        imported = await driven.call(driven.services.profiles.import_data, "ada.json", PROFILE)
        application = await driven.call(driven.services.applications.add, imported.id, OFFER)
        await driven.find(ApplicationsPage).presenter.load()
        driven.open(application.id)
        await until(lambda: scores() == ["Offer & match  0"] and listed() == ["0"])
        source = tmp_path / "skills_de.csv"
        source.write_text(csv_of(GERMAN), "utf-8")
        await driven.call(driven.services.added_skills.add, source)
        await until(lambda: scores() == ["Offer & match  100"] and listed() == ["100"])
        told = scores(), listed()
        await driven.close()
        return told

    assert drive(qapp, tmp_path, act) == (["Offer & match  100"], ["100"])
