"""Which SDKs are imported once the window with its pages stands: `python -m tests.ui.importing FOLDER`, over a folder that has an
application. Importing stays for ever, hence a process of its own."""

import importlib
import json
import sys
from pathlib import Path

from jobmatch_desktop.ui.assembly import make_application
from jobmatch_desktop.ui.late_pages import LATE
from tests.patience import until
from tests.ui.driven import Driven, drive

HEAVY = ("ollama", "openai", "anthropic", "httpx", "httpx2", "pydantic", "keyring")


async def look(driven: Driven) -> None:
    """The list of applications, each page of the rail that is no list of models or settings, and what is imported behind them."""
    await until(lambda: driven.window.page() == "applications")
    driven.window.show_page("tasks")
    driven.window.show_page("applications")
    for name in LATE:
        importlib.import_module(f"jobmatch_desktop.ui.{name}")
    print(json.dumps([name for name in HEAVY if name in sys.modules]), flush=True)
    await driven.close()


if __name__ == "__main__":
    drive(make_application(), Path(sys.argv[1]), look)
