"""Some seconds of the monkey at the window; bench/monkey.py has the hour of it, with kills."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.crash.monkey import let_loose, scripts
from tests.loopback.ollama_server import OllamaServer
from tests.ui.driven import drive

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_window_has_what_a_plain_model_of_the_text_has(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with OllamaServer(*scripts(1)) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.url)
        drive(qapp, tmp_path / "data", lambda driven: let_loose(driven, 1, 2.0, tmp_path / "states"))
