"""The pictures of the README, by the real program on a display of its own: `make screenshots`.

    python tools/screenshots.py [FOLDER]

Each state in light and dark, 1280 x 800, in docs/screenshots. The data are the bundled sample and the invented offers of
screenshots.toml, in a folder that is gone afterwards; what streams is played by a server on loopback, from that file too.
"""

import asyncio
import functools
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT), str(ROOT / "packaging")]

from display import Display, display  # noqa: E402

from jobmatch_desktop.domain.application import ApplicationStatus  # noqa: E402
from jobmatch_desktop.domain.document import DocumentKind  # noqa: E402
from jobmatch_desktop.program import open_program  # noqa: E402
from jobmatch_desktop.services.choice import Choice  # noqa: E402
from jobmatch_desktop.storage.settings import ProviderPlace, Settings, Theme, WindowLanguage, save_settings  # noqa: E402
from tests.loopback.ollama_server import OllamaServer  # noqa: E402
from tests.loopback.script import House, LoopbackModel, Script  # noqa: E402

WIDTH, HEIGHT = 1280, 800
"""The window's usual size: without a window manager it stands at the display's corner."""

FIRST_ROW, CV, LETTER, AWAY = (190, 125), (829, 37), (888, 37), (1390, 890)
"""Pixels: the first application, the two words in the workspace's head, and a place outside the window."""

PATIENCE = 30.0
STILL = 0.6
"""Seconds without a change after which a picture is taken."""

SHOWN = 0.8
"""Seconds within which what is asked for is shown, where something always moves because a document is written."""


def main() -> int:
    """Takes every picture. 0 where the program showed and closed as it should."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs/screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    table = tomllib.loads((ROOT / "tools/screenshots.toml").read_text(encoding="utf-8"))
    for theme in (Theme.LIGHT, Theme.DARK):
        with tempfile.TemporaryDirectory() as place:
            first_run(Path(place) / "empty", theme, folder)
            main_job(Path(place) / "full", theme, folder, table)
    for picture in sorted(folder.glob("*.png")):
        print(f"{picture.stat().st_size / 1000:6.0f} kB  {picture}")
    return 0


def first_run(data: Path, theme: Theme, folder: Path) -> None:
    """What the program shows when it has nothing yet."""
    save_settings(data, Settings(theme, WindowLanguage.ENGLISH))
    with display() as screen, program(data, screen):
        take(screen, folder / f"first-run-{theme}.png")


def main_job(data: Path, theme: Theme, folder: Path, table: dict[str, Any]) -> None:
    """An application opened, its letter looked at, its CV written by a model, and the list of what runs."""
    played = table["model"]
    model = LoopbackModel(played["name"], played["size"], played["parameters"])
    scripts = [Script(text=text.strip(), tokens_per_second=played["tokens_per_second"]) for text in played["answers"]]
    with OllamaServer(*scripts, house=House(models=(model,), one_by_one=True)) as server:
        settings = Settings(
            theme, WindowLanguage.ENGLISH, "ollama", model.name, providers={"ollama": ProviderPlace(server.url)}
        )
        save_settings(data, settings)
        asyncio.run(fill(data, table["offer"]))
        with display() as screen, program(data, screen):
            take(screen, folder / f"applications-{theme}.png")
            click(screen, FIRST_ROW, times=2)
            take(screen, folder / f"workspace-{theme}.png")
            click(screen, LETTER)
            take(screen, folder / f"letter-{theme}.png")
            click(screen, CV)
            write(screen)
            come(lambda: len(server.chats) == 2 and server.chats[1].sent > 30, "nothing is streamed")
            take(screen, folder / f"streaming-{theme}.png", still=0)
            click(screen, LETTER)
            write(screen)
            screen.xdotool("key", "ctrl+4")
            time.sleep(SHOWN)
            take(screen, folder / f"tasks-{theme}.png", still=0)


async def fill(data: Path, offers: list[dict[str, str]]) -> None:
    """The sample and the invented offers, the documents of some written by the composer."""
    async with open_program(data, lambda _event: None) as services:
        sample = await services.profiles.import_sample()
        for offer in offers:
            application = await services.applications.add(sample.id, offer["text"].strip())
            await services.applications.update(
                msgspec.structs.replace(application, status=ApplicationStatus(offer["status"]))
            )
        first = await services.applications.add_sample()
        for kind in DocumentKind:
            await services.generation.wait(await services.generation.start(first.id, kind, Choice()))


@contextmanager
def program(data: Path, screen: Display) -> Iterator[None]:
    """The program with its window shown; it is asked to end with the context. Raises `SystemExit` where it does not end well."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(data.parent), "LANG": "C.UTF-8", "DISPLAY": screen.name}
    words = [sys.executable, "-m", "jobmatch_desktop", "--data-dir", str(data)]
    process = subprocess.Popen(words, cwd=ROOT, env={**environment, "QT_QPA_PLATFORM": "xcb"})
    try:
        focus(screen, "^JobMatch Desktop$")
        yield
        process.terminate()
        if (code := process.wait(PATIENCE)) != 0:
            raise SystemExit(f"the program ended with {code}")
    finally:
        process.kill()
        process.wait()


def write(screen: Display) -> None:
    """Has the model of the settings write the document that is shown."""
    screen.xdotool("key", "ctrl+g")
    focus(screen, "^Write the ")
    time.sleep(SHOWN)
    screen.xdotool("key", "Return")
    come(lambda: not screen.xdotool("search", "--onlyvisible", "--name", "^Write the "), "the dialog does not close")
    focus(screen, "^JobMatch Desktop$")


def focus(screen: Display, title: str) -> None:
    """Gives the keys to a window once it is there: no window manager does."""
    find = functools.partial(screen.xdotool, "search", "--onlyvisible", "--name", title)
    screen.xdotool("windowfocus", come(find, f"no window {title} came").splitlines()[0])


def click(screen: Display, place: tuple[int, int], times: int = 1) -> None:
    """Clicks into the window, and takes the pointer out of it."""
    screen.xdotool("mousemove", *map(str, place), "click", "--repeat", str(times), "--delay", "60", "1")
    screen.xdotool("mousemove", *map(str, AWAY))


def take(screen: Display, path: Path, still: float = STILL) -> None:
    """Keeps a picture of the window, once nothing in it moves."""
    screen.xdotool("mousemove", *map(str, AWAY))
    settle(screen, still)
    screen.picture().copy(0, 0, WIDTH, HEIGHT).save(str(path), "PNG", 0)  # 0: the smallest file


def settle(screen: Display, still: float = STILL) -> None:
    """Waits until nothing has changed for so many seconds; for two at most: a document may be written."""
    until = time.monotonic() + 2
    before, since = screen.picture(), time.monotonic()
    while time.monotonic() - since < still and time.monotonic() < until:
        time.sleep(0.1)
        now = screen.picture()
        if now != before:
            before, since = now, time.monotonic()


def come(look: Callable[[], Any], without: str) -> Any:
    """What `look` tells as soon as it tells something. Raises `SystemExit`."""
    until = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > until:
            raise SystemExit(without)
        time.sleep(0.05)
    return found


if __name__ == "__main__":
    sys.exit(main())
