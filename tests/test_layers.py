"""import-linter's contracts in pyproject.toml stop a wrong import. (`make check` holds the project itself to them.)"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent

WRONG = {
    "domain/errors.py": ("import jobmatch_desktop.evidence", "Arrows point down only"),
    "storage/__init__.py": ("import jobmatch_desktop.tasks", "Arrows point down only"),
    "services/__init__.py": ("import jobmatch_desktop.bridge", "Arrows point down only"),
    "ui/__init__.py": ("import jobmatch_desktop.cli", "Arrows point down only"),
    "cli/__init__.py": ("import jobmatch_desktop.bridge", "The terminal does not pass through the bridge"),
    "services/late.py": ("def start():\n    import PySide6.QtCore", "PySide6 in app.py, bridge/ and ui/ alone"),
    "ui/shared/__init__.py": ("import qasync", "qasync in app.py and bridge/ alone"),
    "tasks/late.py": ("def start():\n    import openai", "Each SDK in its provider module alone"),
    "storage/settings.py": ("import keyring", "keyring in storage/secrets.py alone"),
}


def lint(folder: Path) -> str:
    script = (
        f"import sys; sys.path.insert(0, {str(folder)!r})\n"
        "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    )
    checked = subprocess.run(
        [sys.executable, "-P", "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    return checked.stdout + checked.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(
        PROJECT / "jobmatch_desktop", tmp_path / "jobmatch_desktop", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("where", WRONG)
def test_a_wrong_import_is_stopped(copy: Path, where: str) -> None:
    planted, contract = WRONG[where]
    with (copy / "jobmatch_desktop" / where).open("a", encoding="utf-8") as file:
        file.write(f"\n\n{planted}\n")
    broken = [line for line in lint(copy).splitlines() if " BROKEN" in line]
    assert any(line.startswith(contract) for line in broken)


def test_a_room_that_no_contract_knows_is_stopped(copy: Path) -> None:
    (copy / "jobmatch_desktop" / "novelty.py").touch()
    assert "novelty" in lint(copy)
