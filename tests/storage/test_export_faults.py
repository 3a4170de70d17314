"""Files of a person's that cannot be written: one clear line each, and what stood there stands."""

import errno
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobmatch_desktop.domain.export_errors import (
    DriveGone,
    ExportFull,
    ExportRefused,
    FileInUse,
    FolderGone,
    FolderInPlace,
    NameRefused,
)
from jobmatch_desktop.domain.storage_errors import StorageFault
from jobmatch_desktop.storage.export_faults import export_fault, make_folder, write_export

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and modes of POSIX")
ROOT = os.name == "posix" and os.geteuid() == 0


@pytest.fixture
def little_room() -> Iterator[int]:
    """Files of this process may have this many bytes: as a disk that gets full in the middle of one."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    yield 4096
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_disk_that_gets_full_leaves_the_old_file(tmp_path: Path, little_room: int) -> None:
    (tmp_path / "cv.pdf").write_bytes(b"old")
    with pytest.raises(ExportFull) as full:
        write_export(tmp_path / "cv.pdf", bytes(little_room + 1))
    assert "the disk is full" in str(full.value)
    assert (tmp_path / "cv.pdf").read_bytes() == b"old"
    assert names(tmp_path) == ["cv.pdf"]


@pytest.mark.skipif(ROOT, reason="root may write into any folder")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExportRefused) as refused:
            write_export(tmp_path / "cv.pdf", b"new")
    finally:
        tmp_path.chmod(0o700)
    assert "--data-dir" not in str(refused.value)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that even root may not write into")
def test_a_folder_that_nobody_may_write_into() -> None:
    with pytest.raises((ExportRefused, FolderGone)):
        write_export(Path("/proc/self/cv.pdf"), b"new")


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(FolderGone) as gone:
        write_export(tmp_path / "none" / "cv.pdf", b"new")
    assert f"There is no folder {tmp_path / 'none'}" in str(gone.value)
    (tmp_path / "file").touch()
    with pytest.raises(FolderGone):
        write_export(tmp_path / "file" / "cv.pdf", b"new")
    with pytest.raises(FolderGone):
        make_folder(tmp_path / "file")
    with pytest.raises(FolderGone):
        make_folder(tmp_path / "file" / "below")
    assert names(tmp_path) == ["file"]


def test_a_folder_in_the_files_place(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").mkdir()
    with pytest.raises(FolderInPlace):
        write_export(tmp_path / "cv.pdf", b"new")
    assert names(tmp_path) == ["cv.pdf"]


@pytest.mark.parametrize("name", ["x" * 300, "ab" * 120 + "é.pdf" * 4])
def test_names_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(NameRefused):
        write_export(tmp_path / name, b"new")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["-", " cv .pdf", "Curriculum vitæ (2).pdf", "履歴書.pdf", "a\nb.pdf", "😀.pdf", "~", ".hidden"]
)
def test_odd_names_are_names(tmp_path: Path, name: str) -> None:
    write_export(tmp_path / name, b"new")
    assert (tmp_path / name).read_bytes() == b"new"


def test_links_that_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "b.pdf")
    (tmp_path / "b.pdf").symlink_to(tmp_path / "a.pdf")
    with pytest.raises(StorageFault):
        write_export(tmp_path / "a.pdf", b"new")
    assert names(tmp_path) == ["a.pdf", "b.pdf"]


def test_a_drive_that_does_not_answer(tmp_path: Path) -> None:
    fault = export_fault(OSError(errno.ESTALE, os.strerror(errno.ESTALE)), tmp_path / "cv.pdf")
    assert isinstance(fault, DriveGone)
    assert str(tmp_path) in str(fault)


def test_a_file_that_another_program_holds_on_windows(tmp_path: Path) -> None:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32
    assert isinstance(export_fault(error, tmp_path / "cv.docx"), FileInUse)
