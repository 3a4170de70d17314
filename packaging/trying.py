"""The frozen program, tried as a person without Python has it: in another folder, with nothing on PATH."""

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import docx
import pypdfium2
from display import Display, display
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.loopback.ollama_server import OllamaServer

ENDINGS = ("pdf", "docx", "md", "html", "txt", "json")
PATIENCE = 60.0
TITLE, WINDOW_CLASS = "JobMatch Desktop", "jobmatch-desktop"

T = TypeVar("T")


class Failed(Exception):
    """What did not hold, in a line."""


class Tried:
    """A copy of the program in `folder`, which also holds the samples, its home and what it writes."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.program = program
        self.folder = folder
        self.profile = folder / "sample.resume.json"
        self.offer = folder / "sample-offer.txt"
        self.person = str(json.loads(self.profile.read_bytes())["basics"]["name"])
        self.environment = {"PATH": "/nonexistent", "HOME": str(folder), "LANG": "C.UTF-8"}

    def run(self, *words: str | Path) -> str:
        """What a verb says on stdout. Raises `Failed` unless it ends with 0 and without a traceback."""
        done = subprocess.run(
            [self.program, *words],
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode != 0 or "Traceback" in done.stderr:
            raise Failed(f"{words[0]} ended with {done.returncode}: {done.stderr.strip()[-1500:]}")
        return done.stdout


def version(tried: Tried) -> str:
    """It says what it is."""
    return tried.run("--version").strip()


def generate(tried: Tried) -> str:
    """The composer writes a CV in every format, and each can be read."""
    return _write(tried, "generated", "generate", "cv", *_inputs(tried), "--provider", "composer")


def letter(tried: Tried) -> str:
    """The composer writes a letter."""
    out = tried.folder / "letter.pdf"
    tried.run("generate", "letter", *_inputs(tried), "--out", out)
    _readable(out, tried.person)
    return "letter.pdf"


def export(tried: Tried) -> str:
    """A document goes into every format, and each can be read."""
    return _write(tried, "exported", "export", tried.folder / "generated.md")


def read_profile(tried: Tried) -> str:
    """A profile is read."""
    name = json.loads(tried.run("import", tried.profile))["basics"]["name"]
    if name != tried.person:
        raise Failed(f"import tells the name {name!r}")
    return str(name)


def read_back(tried: Tried) -> str:
    """A PDF and a Word document are read, each in a process that the program starts of itself."""
    for ending in ("pdf", "docx"):
        found = json.loads(tried.run("import", tried.folder / f"generated.{ending}"))
        if found["basics"]["name"] != tried.person or not found["work"]:
            raise Failed(f"import of the {ending} tells {found['basics']!r}")
    return "pdf, docx"


def offer(tried: Tried) -> str:
    """An offer is read out of a page, in a process that the program starts of itself."""
    page = tried.folder / "offer.html"
    page.write_text("<html><body><main><h1>Miller</h1><p>Requirements</p><ul><li>Python</li></ul></main></body></html>")
    found = json.loads(tried.run("offer", page))
    asked = [one["text"] for one in found["requirements"]]
    if asked != ["Python"]:
        raise Failed(f"offer asks for {asked}")
    return ", ".join(asked)


def ollama(tried: Tried) -> str:
    """The SDK is inside: models are listed, and one writes."""
    with OllamaServer() as server:
        models = tried.run("models", "--base-url", server.url, "--json")
        if "smollm2:135m" not in models:
            raise Failed(f"models says {models!r}")
        text = tried.run("generate", "cv", *_inputs(tried), "--provider", "ollama", "--base-url", server.url)
        if "payment services in Python" not in text or not server.chats:
            raise Failed("nothing was streamed")
        return f"{len(server.chats)} parts streamed"


def tasks(tried: Tried) -> str:
    """What was generated is listed."""
    statuses = [task["status"] for task in json.loads(tried.run("tasks", "--json"))]
    if statuses != ["completed"] * 3:
        raise Failed(f"tasks tells {statuses}")
    return f"{len(statuses)} completed"


def window(tried: Tried) -> str:
    """The window opens, shows what the verbs made and its pages (which pdfium draws), and closes."""
    said = tried.folder / "window.log"
    with display() as screen, said.open("wb") as log:
        begun = time.monotonic()
        program = subprocess.Popen(
            [tried.program], env={**tried.environment, "DISPLAY": screen.name}, cwd=tried.folder, stdout=log, stderr=log
        )
        try:
            number = int(
                _come(lambda: screen.xdotool("search", "--onlyvisible", "--name", f"^{TITLE}$"), "no window came")
            )
            shown = time.monotonic() - begun
            screen.xdotool("windowfocus", str(number))
            _come(lambda: _ink(screen.picture(), FIRST_ROW), "the list stays empty")
            _come(lambda: _ink(screen.picture(), PAGE) or not _open_first(screen), "no page is drawn")
            screen.picture().save(str(tried.folder / "window.png"))
            screen.ask_to_close(number)
            code = program.wait(10)
        except subprocess.TimeoutExpired:
            raise Failed("it does not close") from None
        except Failed as failed:
            screen.picture().save(str(tried.folder / "window.png"))
            raise Failed(f"{failed}; it said {said.read_text(encoding='utf-8')[-1500:]!r}") from None
        finally:
            program.kill()
            program.wait()
    if code != 0 or said.read_text(encoding="utf-8").strip():
        raise Failed(f"it ended with {code}: {said.read_text(encoding='utf-8')[-1500:]}")
    return f"open after {shown:.1f} s, page drawn, closed with 0"


def ended_by_system(tried: Tried) -> str:
    """The window is that of the entry in the menu, and closes where the system asks the program to end."""
    said = tried.folder / "ended.log"
    with display() as screen, said.open("wb") as log:
        program = subprocess.Popen(
            [tried.program], env={**tried.environment, "DISPLAY": screen.name}, cwd=tried.folder, stdout=log, stderr=log
        )
        try:
            _come(
                lambda: screen.xdotool("search", "--onlyvisible", "--classname", f"^{WINDOW_CLASS}$"), "no window came"
            )
            _come(lambda: _ink(screen.picture(), FIRST_ROW), "the list stays empty")
            program.terminate()
            code = program.wait(10)
        except subprocess.TimeoutExpired:
            raise Failed("it does not end") from None
        finally:
            program.kill()
            program.wait()
    if code != 0 or said.read_text(encoding="utf-8").strip():
        raise Failed(f"it ended with {code}: {said.read_text(encoding='utf-8')[-1500:]}")
    return "ended with 0"


CHECKS: tuple[Callable[[Tried], str], ...] = (
    version,
    read_profile,
    generate,
    read_back,
    offer,
    letter,
    export,
    ollama,
    tasks,
    window,
    ended_by_system,
)
"""In this order: the later ones look at what the earlier ones made."""

FIRST_ROW = QRect(100, 105, 180, 40)
"""Where the first application's title stands, in a window of 1280 x 800 at the display's corner."""
PAGE = QRect(770, 260, 160, 420)
"""Empty where the list of applications is shown; in the workspace, the inside of the previewed page."""


def _open_first(screen: Display) -> bool:
    x, y = FIRST_ROW.center().toTuple()
    screen.xdotool("mousemove", str(x), str(y), "click", "--repeat", "2", "1")
    time.sleep(1)
    return True


def _come(look: Callable[[], T], without: str) -> T:
    """What `look` tells as soon as it tells something. Raises `Failed`."""
    until = time.monotonic() + PATIENCE / 2
    while not (found := look()):
        if time.monotonic() > until:
            raise Failed(without)
        time.sleep(0.05)
    return found


def _ink(picture: QImage, place: QRect) -> bool:
    """Whether there are words: mostly light, and some dark."""
    grey = picture.copy(place).convertToFormat(QImage.Format.Format_Grayscale8)
    levels = [line for y in range(grey.height()) for line in bytes(grey.constScanLine(y))[: grey.width()]]
    dark, light = (sum(level < 128 for level in levels), sum(level > 200 for level in levels))
    return light > len(levels) / 2 and dark > len(levels) / 200


def _inputs(tried: Tried) -> tuple[str | Path, ...]:
    return ("--profile", tried.profile, "--offer", tried.offer)


def _write(tried: Tried, name: str, *words: str | Path) -> str:
    outs = [tried.folder / f"{name}.{ending}" for ending in ENDINGS]
    tried.run(*words, *(word for out in outs for word in ("--out", out)))
    for out in outs:
        _readable(out, tried.person)
    return ", ".join(ENDINGS)


def _readable(out: Path, person: str) -> None:
    """Raises `Failed` unless the file, read by another reader, has the person's name."""
    if not out.exists():
        raise Failed(f"{out.name} was not written")
    if out.suffix == ".pdf":
        with pypdfium2.PdfDocument(out) as document:
            text = "".join(page.get_textpage().get_text_range() for page in document)
    elif out.suffix == ".docx":
        text = "\n".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    else:
        text = out.read_text(encoding="utf-8")
    if person not in text:
        raise Failed(f"{out.name} does not name {person}")
