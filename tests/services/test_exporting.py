"""Exports: read back before they are called saved, whole or not at all, a set at once."""

import errno
import os
from pathlib import Path

import pytest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.export_errors import FolderInPlace
from jobmatch_desktop.domain.file_errors import FileStands, FormatUnknown, PatternUnknown
from jobmatch_desktop.domain.format_errors import PhotoUnusable
from jobmatch_desktop.domain.options import Options
from jobmatch_desktop.domain.remark import Boxes
from jobmatch_desktop.domain.storage_errors import DiskFull, StorageFault
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.services import reading_back
from jobmatch_desktop.services.exporting import Exporter, ToExport
from jobmatch_desktop.services.set_names import Naming
from tests.formats.writers.documents import CV, LETTER

VALUES = {"person": "Richard Hendriks", "company": "Hooli"}


@pytest.fixture(scope="module")
def exporter() -> Exporter:
    return Exporter(PdfWriter())


def test_pdf_and_word_are_read_back_and_others_are_not(exporter: Exporter, tmp_path: Path) -> None:
    paths = [tmp_path / f"cv.{ending}" for ending in ("pdf", "docx", "html", "md", "txt", "json")]
    pdf, word, *others = exporter.export(CV, paths, None, None, "two-column")
    for one in (pdf, word):
        assert one.read_back is not None
        assert one.read_back.whole
        assert one.read_back.fields > 60
        assert one.warnings == ()
    assert {one.read_back for one in others} == {None}
    assert all(path.stat().st_size for path in paths)


def test_what_does_not_come_back_is_said(exporter: Exporter, tmp_path: Path) -> None:
    # A private character has no shape in any font.
    (written,) = exporter.export(CV.replace("Hooli", "Hoo\U0010fffdli"), [tmp_path / "cv.pdf"], None, None, "classic")
    assert (tmp_path / "cv.pdf").is_file()
    assert isinstance(written.warnings[0], Boxes)


def test_readers_that_fail_are_said(exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_back, "child_command", lambda: [str(tmp_path / "gone")])
    (written,) = exporter.export(CV, [tmp_path / "cv.pdf"], None, None, "classic")
    assert written.read_back is not None
    assert not written.read_back.checked
    assert written.warnings == (written.read_back,)
    assert (tmp_path / "cv.pdf").is_file()


def test_a_full_disk_leaves_the_old_file(exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        exporter.export(CV, [path], None, None, "classic")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("cv.pdf", b"old")]


def documents(**chosen: bytes) -> list[ToExport]:
    return [
        ToExport(CV, DocumentKind.CV, "en", "modern", Options(photo=chosen.get("photo", b""))),
        ToExport(LETTER, DocumentKind.LETTER, "en", "modern"),
    ]


def test_a_whole_set_at_once(exporter: Exporter, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "Hooli"
    files = exporter.export_set(documents(), Naming(folder, "{person} - {kind} - {company}", VALUES, ("pdf", "docx")))
    names = [f"Richard Hendriks - {kind} - Hooli.{ending}" for kind in ("CV", "Letter") for ending in ("pdf", "docx")]
    assert [file.path.name for file in files] == names
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    assert all(file.exported and file.exported.read_back and file.exported.read_back.whole for file in files)


def test_a_file_that_cannot_be_written_does_not_keep_the_others(exporter: Exporter, tmp_path: Path) -> None:
    (tmp_path / "CV.pdf").mkdir()
    first, second, third, fourth = exporter.export_set(documents(), Naming(tmp_path, "{kind}", VALUES, ("pdf", "txt")))
    assert first.exported is None
    assert first.trouble is not None
    assert first.trouble.kind == FolderInPlace.__name__
    assert [file.path.name for file in (second, third, fourth)] == [
        "CV.txt",
        "Letter.pdf",
        "Letter.txt",
    ]
    assert all(file.exported and file.path.is_file() for file in (second, third, fourth))


def test_same_names_in_a_set_get_numbers(exporter: Exporter, tmp_path: Path) -> None:
    files = exporter.export_set(documents(), Naming(tmp_path, "{person}", VALUES, ("txt",)))
    assert [file.path.name for file in files] == ["Richard Hendriks.txt", "Richard Hendriks (2).txt"]


def test_what_is_wrong_with_a_set_is_said_before_any_file(exporter: Exporter, tmp_path: Path) -> None:
    with pytest.raises(PatternUnknown):
        exporter.export_set(documents(), Naming(tmp_path, "{who}", VALUES, ("txt",)))
    with pytest.raises(FormatUnknown):
        exporter.export_set(documents(), Naming(tmp_path, "{person}", VALUES, ("odt",)))
    (tmp_path / "file").touch()
    with pytest.raises(StorageFault):
        exporter.export_set(documents(), Naming(tmp_path / "file", "{person}", VALUES, ("txt",)))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_photo_that_is_none_is_told_of_its_file_alone(exporter: Exporter, tmp_path: Path) -> None:
    first, second = exporter.export_set(documents(photo=b"none"), Naming(tmp_path, "{kind}", VALUES, ("pdf",)))
    assert first.trouble is not None
    assert first.trouble.kind == PhotoUnusable.__name__
    assert second.exported is not None


def test_what_to_cut(exporter: Exporter) -> None:
    long = CV + "\n## Experience\n" + "".join(f"### Job {n} · Firm\n2011\n- Did {n} things\n" for n in range(40))
    found = exporter.to_cut(long, DocumentKind.CV, "en", "classic", Options(pages=1))
    assert found.over > 20
    assert max(found.sections, key=lambda one: one.lines).words == "Experience"
    assert exporter.to_cut(CV, DocumentKind.CV, "en", "classic", Options(pages=1)).over == 0


def test_a_file_that_stands_there_is_replaced_only_where_that_was_agreed_to(exporter: Exporter, tmp_path: Path) -> None:
    for kind in ("CV", "Letter"):
        (tmp_path / f"{kind}.txt").write_text("old")
    first, second = exporter.export_set(
        documents(), Naming(tmp_path, "{kind}", VALUES, ("txt",)), replacing={"Letter.txt"}
    )
    assert first.trouble is not None
    assert first.trouble.kind == FileStands.__name__
    assert (tmp_path / "CV.txt").read_text() == "old"
    assert second.exported is not None
    assert (tmp_path / "Letter.txt").read_text() != "old"
