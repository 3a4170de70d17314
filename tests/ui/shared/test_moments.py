"""Days as a person reads them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from jobmatch_desktop.ui.shared.moments import day_words


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2026-12-24", "24 Dec 2026"),
        ("12 December", "12 December"),
        ("2026-13-40", "2026-13-40"),
        ("31/12/2026", "31/12/2026"),
        ("", ""),
    ],
)
def test_a_day_in_figures_is_written_out_and_words_stay(day: str, shown: str) -> None:
    assert day_words(day) == shown
