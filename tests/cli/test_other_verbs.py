"""`import`, `export`, `models`, `pull`, and the words of the command line."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jobmatch_desktop import __version__
from jobmatch_desktop.resources import resource
from tests.cli.conftest import PROJECT, Terminal
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import House, Layer, LoopbackModel

SAMPLE = resource("samples/sample.resume.json")
CV = "# Ada Byron\n\n## Work experience\n\n### Engineer · Analytical Engines\n2019 – 2024\n\n- Built it\n"
LETTER = "# Ada Byron\nada@example.com\n\nAnalytical Engines\n\n## Application\n\nDear Sir or Madam,\n\nI write.\n"


def test_import_of_json_resume_gives_it_back(terminal: Terminal) -> None:
    said = terminal.run("import", SAMPLE)
    assert (said.code, said.notes) == (0, "")
    assert said.json() == json.loads(SAMPLE.read_text(encoding="utf-8"))
    assert not terminal.data.exists()


def test_import_of_markdown(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "cv.md").write_text(CV, encoding="utf-8")
    said = terminal.run("import", tmp_path / "cv.md")
    assert (said.code, said.notes) == (0, "")
    assert said.json()["basics"]["name"] == "Ada Byron"
    assert said.json()["work"][0]["position"] == "Engineer"
    assert not terminal.data.exists()


def test_import_of_stdin(terminal: Terminal) -> None:
    said = terminal.start("import", "-", stdin=SAMPLE.read_bytes()).end()
    assert said.json() == json.loads(SAMPLE.read_text(encoding="utf-8"))


def test_an_imported_profile_is_a_profile(terminal: Terminal, tmp_path: Path, files: list[str]) -> None:
    (tmp_path / "one.json").write_text(terminal.run("import", SAMPLE).out, encoding="utf-8")
    first = terminal.run("generate", "cv", *files)
    second = terminal.run("generate", "cv", "--profile", tmp_path / "one.json", *files[2:])
    assert first.out == second.out


@pytest.mark.parametrize("form", ["repeated", "listed"])
def test_export(terminal: Terminal, tmp_path: Path, form: str) -> None:
    (tmp_path / "cv.md").write_text(CV, encoding="utf-8")
    outs = [tmp_path / f"out.{ending}" for ending in ("pdf", "docx", "md", "html", "txt", "json")]
    words = [word for out in outs for word in ("--out", out)] if form == "repeated" else ["--out", *outs]
    said = terminal.run("export", tmp_path / "cv.md", *words)
    assert (said.code, said.notes) == (0, "")
    assert said.out.splitlines() == [f"written: {out}" for out in outs]
    assert outs[0].read_bytes().startswith(b"%PDF")
    assert json.loads(outs[5].read_text(encoding="utf-8"))["work"][0]["name"] == "Analytical Engines"
    assert not terminal.data.exists()


@pytest.mark.parametrize(("text", "has_work"), [(CV, True), (LETTER, False)])
def test_export_tells_a_letter_from_a_cv(terminal: Terminal, tmp_path: Path, text: str, has_work: bool) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert terminal.run("export", tmp_path / "a.md", "--out", tmp_path / "a.json", tmp_path / "a.pdf").code == 0
    assert ("work" in json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))) is has_work


def test_export_knows_the_persons_own_templates(terminal: Terminal, tmp_path: Path) -> None:
    own = terminal.data / "templates" / "mine"
    shutil.copytree(resource("templates/classic"), own)
    table = own / "template.toml"
    table.write_text(table.read_text(encoding="utf-8").replace("#0f6b5c", "#5b3a8e"), encoding="utf-8")
    (tmp_path / "a.md").write_text(CV, encoding="utf-8")
    said = terminal.run("export", tmp_path / "a.md", "--out", tmp_path / "a.html", "--template", "mine")
    assert (said.code, said.notes) == (0, "")
    assert "#5b3a8e" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["gone.md", "--out", "a.pdf"], 2),
        (["empty.md", "--out", "a.pdf"], 2),
        (["cv.md", "--out", "a.odt"], 2),
        (["cv.md", "--out", "a.pdf", "b.odt"], 2),
        (["cv.md", "--out", "a.pdf", "--template", "nope"], 2),
        (["cv.md"], 2),
        (["cv.md", "--out"], 2),
        (["cv.md", "--out", "nowhere/a.pdf"], 1),
    ],
)
def test_export_that_cannot_be_writes_nothing(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("cv.md").write_text(CV, encoding="utf-8")
    Path("empty.md").touch()
    said = terminal.run("export", *words)
    assert (said.code, said.out) == (code, "")
    assert said.notes.startswith("usage: ") or said.one_line()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cv.md", "empty.md"]


def test_models(terminal: Terminal) -> None:
    house = House(models=(LoopbackModel(), LoopbackModel(name="nomic", capabilities=("embedding",))))
    with OllamaServer(house=house) as server:
        said = terminal.run("models", "--base-url", server.url)
        as_json = terminal.run("models", "--json", "--base-url", server.url)
    assert (said.code, said.notes, as_json.code, as_json.notes) == (0, "", 0, "")
    assert said.out.splitlines()[0] == "smollm2:135m  0.1 GB  134.52M  Q4_1  context 8192"
    first, second = as_json.json()
    assert (first["name"], first["size"], first["context_tokens"]) == ("smollm2:135m", 98_363_007, 8192)
    assert (second["name"], second["writes"]) == ("nomic", False)


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_models_of_a_server_that_has_none_or_is_away(terminal: Terminal, form: list[str]) -> None:
    with OllamaServer(house=House(models=())) as server:
        empty = terminal.run("models", "--base-url", server.url, *form)
    away = terminal.run("models", *form)
    for said in (empty, away):
        assert said.code == 1
        assert said.out == ("[]\n" if form else "")
        assert said.one_line()
    assert "has no model yet" in empty.notes


def test_models_of_the_composer(terminal: Terminal) -> None:
    assert terminal.run("models", "--provider", "composer", "--json").json() == []
    assert terminal.run("models", "--provider", "composer").code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--base-url", "http://"], "http://"),
        (["--base-url", "http://me:secret@host"], "user name or a password"),
        (["--provider", "compatible", "--base-url", "127.0.0.1:1234"], "does not begin with http"),
        (["--provider", "nobody"], "usage: "),
    ],
)
def test_models_of_nobody(terminal: Terminal, words: list[str], says: str) -> None:
    said = terminal.run("models", *words)
    assert (said.code, said.out) == (2, "")
    assert says in said.notes
    assert "secret" not in said.notes


@pytest.mark.parametrize(
    ("provider", "says"), [("openai", "no key"), ("anthropic", "no key"), ("compatible", "address")]
)
def test_models_of_who_is_not_set_up(terminal: Terminal, provider: str, says: str) -> None:
    said = terminal.run("models", "--provider", provider)
    assert (said.code, said.out) == (1, "")
    assert says in said.one_line()


def test_pull_tells_how_far_it_is(terminal: Terminal, server: OllamaServer) -> None:
    said = terminal.run("pull", "smollm2:135m", "--base-url", server.url)
    assert (said.code, said.out) == (0, "smollm2:135m is here.\n")
    assert any(line.endswith(" 50 %") for line in said.notes.splitlines())


@pytest.mark.parametrize("model", ["nowhere:1b", "offline:1b"])
def test_pull_of_what_is_not_there(terminal: Terminal, server: OllamaServer, model: str) -> None:
    said = terminal.run("pull", model, "--base-url", server.url)
    assert (said.code, said.out) == (1, "")
    assert model in said.notes.splitlines()[-1]


def test_pull_without_a_server(terminal: Terminal) -> None:
    said = terminal.run("pull", "smollm2:135m")
    assert (said.code, said.out) == (1, "")
    assert said.one_line()


def test_ctrl_c_stops_a_pull(terminal: Terminal) -> None:
    house = House(layers=(Layer("sha256:aa", 1_000_000, 1_000),), pull_seconds=0.02)
    with OllamaServer(house=house) as server:
        running = terminal.start("pull", "smollm2:135m", "--base-url", server.url)
        running.until(lambda: "%" in running.notes)
        running.signal(signal.SIGINT)
        said = running.end()
        assert (said.code, said.out) == (130, "")
        assert server.wait_for(lambda: server.requests[-1].closed_at is not None)


def test_version_and_help(terminal: Terminal) -> None:
    said = terminal.run("--version")
    assert (said.code, said.out, said.notes) == (0, f"jobmatch-desktop {__version__}\n", "")
    said = terminal.run("--help")
    assert (said.code, said.notes) == (0, "")
    for verb in ("import", "generate", "export", "tasks", "models", "pull"):
        assert f"\n    {verb} " in said.out
        assert terminal.run(verb, "--help").code == 0


@pytest.mark.parametrize("words", [["nothing"], ["--nothing"], ["import"], ["import", "a", "b"], ["pull"]])
def test_wrong_words(terminal: Terminal, words: list[str]) -> None:
    said = terminal.run(*words)
    assert (said.code, said.out) == (2, "")
    assert said.notes.startswith("usage: jobmatch-desktop")


def test_ctrl_c_before_any_work(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is being imported or read when it comes."""
    monkeypatch.setattr("jobmatch_desktop.cli.arguments.parse", lambda _words: signal.raise_signal(signal.SIGINT))
    said = terminal.run("tasks")
    assert (said.code, said.out, said.notes) == (130, "", "")


LOADED = """
import sys
from jobmatch_desktop.__main__ import main
try:
    code = main(sys.argv[1:])
except SystemExit as exit_:
    code = exit_.code
assert code == 0, code
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def loaded(*words: str) -> set[str]:
    """The packages that a run has imported."""
    came = subprocess.run(
        [sys.executable, "-c", LOADED, *words], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return set(came.stderr.splitlines()[-1].split())


WINDOW = {"PySide6", "shiboken6", "qasync", "qtawesome"}
ENGINES = {"ollama", "httpx", "keyring"}
HEAVY = WINDOW | ENGINES | {"asyncio", "sqlite3", "typst", "docx", "pypdfium2", "msgspec", "markdown_it"}


def test_help_imports_nothing_heavy() -> None:
    assert not loaded("--help") & HEAVY
    assert not loaded("generate", "--help") & HEAVY


def test_a_verb_imports_no_window_and_no_engine_that_it_does_not_need(terminal: Terminal, files: list[str]) -> None:
    data = ["--data-dir", str(terminal.data)]
    assert not loaded("import", str(SAMPLE)) & (WINDOW | ENGINES | {"sqlite3", "typst"})
    assert not loaded(*data, "generate", "cv", *files) & (WINDOW | ENGINES)
    assert not loaded(*data, "tasks") & (WINDOW | ENGINES)
