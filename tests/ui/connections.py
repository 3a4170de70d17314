"""A person who writes with the composer, and every connection that the whole process makes: `python -m tests.ui.connections FOLDER`.

Prints a line of JSON for each address that anything connects to, sends to or looks up, on whatever thread. Audit hooks stay until a
process ends, hence one of its own.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox, QPushButton

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.task import Status, Task
from jobmatch_desktop.ui.assembly import make_application
from jobmatch_desktop.ui.editor.document_editor import DocumentEditor
from jobmatch_desktop.ui.editor.generate_dialog import GenerateDialog
from tests.patience import until
from tests.ui.driven import Driven, drive

HEARD = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}
"""Audit events, and which of their arguments is the address or the host."""


def hear(event: str, values: tuple[Any, ...]) -> None:
    if event in HEARD:
        address = values[HEARD[event]]
        host = address[0] if isinstance(address, tuple) else address
        os.write(1, (json.dumps([event, str(host)]) + "\n").encode())


async def shown(editor: DocumentEditor) -> None:
    await until(lambda: editor.isVisible() and editor.text())


async def choose_composer(driven: Driven) -> None:
    """In the dialog, once all have answered: what asks a server is not cut short."""
    await until(lambda: any(made.isVisible() for made in driven.window.findChildren(GenerateDialog)))
    dialogs = driven.window.findChildren(GenerateDialog)
    dialog = next(made for made in dialogs if made.isVisible())
    writer = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Writer")
    await until(lambda: writer.count() > 1)
    writer.setCurrentIndex(writer.findData("composer"))
    write = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Write")
    await until(write.isEnabled)
    write.click()
    await until(lambda: not dialog.isVisible())


async def write(driven: Driven) -> None:
    """The sample's CV and letter, both by the dialog."""
    await driven.press("Try with a sample")
    for kind in DocumentKind:
        driven.workspace.head.segments.choose(kind)
        await shown(driven.editor(kind))
        await driven.press("Generate")
        await choose_composer(driven)
    tasks: list[Task] = []
    while len(tasks) < 2 or not all(task.status is Status.COMPLETED for task in tasks):
        tasks = await driven.call(driven.services.generation.tasks)
    await driven.close()


if __name__ == "__main__":
    sys.addaudithook(hear)
    drive(make_application(), Path(sys.argv[1]), write)
