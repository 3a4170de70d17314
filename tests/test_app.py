"""The composition root, where no verb is given."""

import sys

import pytest

from jobmatch_desktop.app import SCREENS, open_window


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_display_one_line_says_so_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Qt alone aborts the process, with a core dump."""
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    assert open_window(None) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "there is no display" in said
    assert "--help" in said
