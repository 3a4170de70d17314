"""A workspace over a desk, as the editor's tests have it."""

from tests.ui.editor.conftest import choices, desk, workspace

__all__ = ["choices", "desk", "workspace"]
