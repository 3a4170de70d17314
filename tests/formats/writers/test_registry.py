from pathlib import Path

import pytest

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.file_errors import FormatUnknown
from jobmatch_desktop.domain.options import Options
from jobmatch_desktop.domain.remark import Boxes, Overflow, StandIn
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.formats.writers.registry import ENDINGS, ending_of, write
from jobmatch_desktop.formats.writers.style import Style
from tests.formats.writers.documents import cv, many_jobs

BEGINNINGS = {
    "pdf": b"%PDF-1.7",
    "docx": b"PK",
    "md": b"# Richard",
    "html": b"<!DOCTYPE html>",
    "txt": b"Richard",
    "json": b'{\n  "basics"',
}


def test_every_ending_has_its_writer() -> None:
    pdf = PdfWriter()
    assert set(BEGINNINGS) == set(ENDINGS)
    for ending, beginning in BEGINNINGS.items():
        written = write(Path(f"/x/cv.{ending.upper()}"), cv(), Style(), pdf)
        assert written.data.startswith(beginning)
        assert not written.warnings


def test_warnings_come_through() -> None:
    pdf = PdfWriter()
    (boxes,) = write(Path("cv.pdf"), CvDocument("\U0010fffd"), Style(), pdf).warnings
    (stand_in,) = write(Path("cv.pdf"), CvDocument("王小明"), Style(), pdf).warnings
    (cut,) = write(Path("cv.pdf"), many_jobs(31), Style(options=Options(pages=1)), pdf).warnings
    assert [type(one) for one in (boxes, stand_in, cut)] == [Boxes, StandIn, Overflow]


@pytest.mark.parametrize("name", ["cv", "cv.doc", "cv.", ".pdf", "pdf"])
def test_other_endings_are_named(name: str) -> None:
    with pytest.raises(FormatUnknown, match="pdf, docx, md, html, txt, json"):
        ending_of(Path(name))
