"""A keyring that really keeps keys, in a file: for tests in this process and in others.

`PYTHON_KEYRING_BACKEND=tests.file_keyring.FileKeyring` selects it, `TEST_KEYRING` names its file. Keys stand there mirrored, so that
a search for a key does not find the keyring itself.
"""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

VARIABLE = "TEST_KEYRING"


class FileKeyring(KeyringBackend):
    """Beside the file a `.locked` one makes it a keyring whose password nobody gives."""

    priority = 9

    def get_password(self, service: str, username: str) -> str | None:
        found = self._all().get(f"{service}/{username}")
        return None if found is None else found[::-1]

    def set_password(self, service: str, username: str, password: str) -> None:
        self._write({**self._all(), f"{service}/{username}": password[::-1]})

    def delete_password(self, service: str, username: str) -> None:
        kept = self._all()
        if kept.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError("none")
        self._write(kept)

    def _all(self) -> dict[str, str]:
        if self._file.with_suffix(".locked").exists():
            raise KeyringLocked("a text of the keyring's own")
        return dict(json.loads(self._file.read_text(encoding="utf-8"))) if self._file.exists() else {}

    def _write(self, kept: dict[str, str]) -> None:
        self._file.write_text(json.dumps(kept), encoding="utf-8")

    @property
    def _file(self) -> Path:
        return Path(os.environ[VARIABLE])
