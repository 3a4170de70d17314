"""What a person should know of a written file, in the window's language."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.domain.remark import Remark


def remark_text(remarks: Sequence[Remark]) -> str:
    """Whole sentences; `""` where there is nothing to tell."""
    from jobmatch_desktop.services.remark_words import RemarkWords

    return RemarkWords(QCoreApplication.translate).all(remarks)
