"""Files of the data folder: where it is, files written whole, settings."""

import os
import stat
import sys
from pathlib import Path

import msgspec
import pytest

from jobmatch_desktop.domain.storage_errors import FolderReadOnly, StorageFault
from jobmatch_desktop.storage.atomic import write_whole
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.folders import data_folder, make_private
from jobmatch_desktop.storage.settings import (
    ProviderPlace,
    Settings,
    Theme,
    WindowLanguage,
    load_settings,
    save_settings,
)

MODES = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
CHOSEN = Settings(
    theme=Theme.DARK,
    language=WindowLanguage.FRENCH,
    provider="ollama",
    model="smollm2:135m",
    strength="polished",
    providers={"ollama": ProviderPlace(base_url="http://box.local:11434")},
    own_hosts=("box.local",),
)


def test_the_data_folder_is_the_one_given() -> None:
    assert data_folder("/a/b", {"JOBMATCH_DATA_DIR": "/c"}) == Path("/a/b").absolute()
    assert data_folder(None, {"JOBMATCH_DATA_DIR": "/c"}) == Path("/c").absolute()
    assert data_folder("relative", {}) == Path.cwd() / "relative"
    assert data_folder("~/x", {}) == Path.home() / "x"
    assert data_folder("", {"JOBMATCH_DATA_DIR": ""}).is_absolute()
    assert "jobmatch-desktop" in data_folder(None, {}).parts


@MODES
def test_a_folder_is_private_and_one_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    make_private(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    (tmp_path / "c").mkdir(mode=0o755)
    make_private(tmp_path / "c")
    assert stat.S_IMODE((tmp_path / "c").stat().st_mode) == 0o755


def test_a_file_where_the_folder_would_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    with pytest.raises(StorageFault, match="data"):
        Database.open(tmp_path / "data")
    with pytest.raises(StorageFault):
        Database.open(tmp_path / "data" / "below")
    assert (tmp_path / "data").read_text() == "mine"


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / ("long name é " * 15 + ".pdf")
    write_whole(path, b"first")
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@MODES
def test_modes_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "real", tmp_path / "link"
    path.write_bytes(b"first")
    path.chmod(0o640)
    link.symlink_to(path)
    write_whole(link, b"second")
    assert link.is_symlink()
    assert path.read_bytes() == b"second"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    mask = os.umask(0o027)
    try:
        write_whole(tmp_path / "new", b"")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StorageFault, match="nowhere"):
        write_whole(tmp_path / "nowhere" / "x", b"x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StorageFault, match="folder"):
        write_whole(tmp_path / "folder", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_settings_come_back(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "new").settings == Settings()
    assert not (tmp_path / "new").exists()
    save_settings(tmp_path / "new", CHOSEN)
    loaded = load_settings(tmp_path / "new")
    assert (loaded.settings, loaded.trouble) == (CHOSEN, None)


def test_what_a_newer_version_keeps_in_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "light", "future": {"a": [1, null]}}')
    loaded = load_settings(tmp_path)
    assert (loaded.settings, loaded.trouble) == (Settings(theme=Theme.LIGHT), None)
    save_settings(tmp_path, CHOSEN)
    content = msgspec.json.decode(path.read_bytes())
    assert content["future"] == {"a": [1, None]}
    assert content["theme"] == "dark"


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"\xff\xfe", b"null", b'{"theme": "dark"}}'])
def test_a_damaged_file_is_kept_and_told_of_once(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "settings.json"
    for number, kept in ((1, "settings.json.damaged"), (2, "settings.json.damaged-2")):
        path.write_bytes(damage + b" " * number)
        loaded = load_settings(tmp_path)
        assert loaded.settings == Settings()
        assert loaded.trouble is not None
        assert kept in loaded.trouble.text()
        assert (tmp_path / kept).read_bytes() == damage + b" " * number
        assert load_settings(tmp_path).trouble is None


def test_what_can_be_understood_goes_on(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "blue", "model": 7, "language": "fr", "future": 1}')
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings(language=WindowLanguage.FRENCH)
    assert loaded.trouble is not None
    assert "theme, model" in loaded.trouble.text()
    assert load_settings(tmp_path).settings == loaded.settings
    assert b'"future"' in (tmp_path / "settings.json").read_bytes()


def test_saving_over_a_damaged_file_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    save_settings(tmp_path, CHOSEN)
    assert load_settings(tmp_path).settings == CHOSEN
    assert (tmp_path / "settings.json.damaged").read_text() == "{"


def test_a_file_that_cannot_be_read_keeps_nobody_from_starting(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings()
    assert loaded.trouble is not None
    with pytest.raises((StorageFault, FolderReadOnly)):
        save_settings(tmp_path, CHOSEN)
