"""`generate`: what is on stdout, on stderr and in files, for writers that work and for wrong use."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from jobmatch_desktop.resources import resource
from tests.cli.conftest import PROJECT, Terminal
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script

SAMPLE = resource("samples/sample.resume.json")
OFFER = resource("samples/sample-offer.txt")
KEYS = [
    "id", "kind", "application", "conversation", "status", "ending",
    "provider", "model", "position", "created", "text", "error",
]  # fmt: skip


def written(notes: str) -> list[str]:
    return [line.removeprefix("written: ") for line in notes.splitlines() if line.startswith("written: ")]


@pytest.mark.parametrize("kind", ["cv", "letter"])
def test_composer_streams_the_document_and_writes_every_format(
    terminal: Terminal, files: list[str], tmp_path: Path, kind: str
) -> None:
    outs = [tmp_path / f"a.{ending}" for ending in ("pdf", "docx", "md", "html", "txt", "json")]
    said = terminal.run("generate", kind, *files, *[word for out in outs for word in ("--out", out)])
    assert said.code == 0
    assert said.out.startswith("# Nora Lindqvist\n")
    assert written(said.notes) == list(map(str, outs))
    pdf, docx, markdown, html, text, resume = outs
    assert markdown.read_text(encoding="utf-8") == said.out
    assert pdf.read_bytes().startswith(b"%PDF-1.7")
    assert any("Nora Lindqvist" in paragraph.text for paragraph in Document(str(docx)).paragraphs)
    assert ">Nora Lindqvist</h1>" in html.read_text(encoding="utf-8")
    assert text.read_text(encoding="utf-8").startswith("Nora Lindqvist")
    assert json.loads(resume.read_text(encoding="utf-8"))["basics"]["name"] == "Nora Lindqvist"
    (task,) = terminal.tasks()
    assert list(task) == KEYS
    assert task["text"] == said.out
    assert (task["kind"], task["status"], task["ending"], task["provider"]) == (kind, "completed", "stop", "composer")
    assert (task["model"], task["position"], task["conversation"], task["error"]) == ("", 0, None, None)


@pytest.mark.parametrize("kind", ["cv", "letter"])
def test_a_model_streams_to_stdout_and_the_file_holds_the_document(
    terminal: Terminal, by_ollama: list[str], tmp_path: Path, kind: str
) -> None:
    """What the loopback model says is in nobody's profile: each part is asked for twice and named on stderr, and the draft stands."""
    out = tmp_path / "out.md"
    said = terminal.run("generate", kind, *by_ollama, "--out", out)
    assert said.code == 0
    (task,) = terminal.tasks()
    assert said.out == task["text"]
    assert said.out.startswith("I have spent eight years building payment services")
    parts = [line for line in said.notes.splitlines() if line.startswith("part ")]
    assert len(parts) > 1
    refused = [line for line in said.notes.splitlines() if line.startswith("not used, the draft stands: ")]
    assert len(refused) * 2 == len(parts)
    assert sum(line.startswith("asked once more: ") for line in said.notes.splitlines()) == len(refused)
    assert written(said.notes) == [str(out)]
    assert "900 ms" not in out.read_text(encoding="utf-8")
    assert (task["status"], task["ending"], task["model"]) == ("completed", "stop", "smollm2:135m")


def test_what_is_foreseen_names_where_the_text_leaves_for(
    terminal: Terminal, files: list[str], server: OllamaServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The loopback server plays the proxy on the way there."""
    asked = [*files, "--provider", "ollama", "--model", "smollm2:135m", "--base-url"]
    here = terminal.run("generate", "letter", *asked, server.url)
    [foreseen] = [line for line in here.notes.splitlines() if line.startswith("foreseen: ")]
    assert foreseen.endswith("; free")
    monkeypatch.setenv("HTTP_PROXY", server.url)
    there = terminal.run("generate", "letter", *asked, "http://writer.example")
    [foreseen] = [line for line in there.notes.splitlines() if line.startswith("foreseen: ")]
    assert foreseen.endswith("; cost unknown; the text leaves this computer, to http://writer.example")
    assert server.chats


def test_every_note_stands_on_a_line_of_its_own(terminal: Terminal, by_ollama: list[str], tmp_path: Path) -> None:
    """In a terminal that shows both streams, the text's last line is ended before a note."""
    running = terminal.start("generate", "letter", *by_ollama, "--out", tmp_path / "out.md")
    said = running.end()
    assert said.code == 0
    before = said.notes.split("written: ")[0]
    assert before.endswith("\n")
    assert "\n\nnot used, the draft stands: " in said.notes
    assert not said.out.endswith("\n")


def test_strength_and_language_reach_the_prompt(terminal: Terminal, by_ollama: list[str], server: OllamaServer) -> None:
    terminal.run("generate", "letter", *by_ollama, "--language", "fr")
    (french,) = {chat.body["messages"][0]["content"] for chat in server.chats}
    first = len(server.chats)
    terminal.run("generate", "letter", *by_ollama, "--strength", "polished")
    (polished,) = {chat.body["messages"][0]["content"] for chat in server.chats[first:]}
    second = len(server.chats)
    terminal.run("generate", "letter", *by_ollama)
    (faithful,) = {chat.body["messages"][0]["content"] for chat in server.chats[second:]}
    assert len({french, polished, faithful}) == 3


def test_language_of_the_composer(terminal: Terminal, files: list[str]) -> None:
    assert "## Experience\n" in terminal.run("generate", "cv", *files).out
    assert "## Expérience\n" in terminal.run("generate", "cv", *files, "--language", "fr").out


def test_the_server_is_that_of_ollama_host(
    terminal: Terminal, files: list[str], server: OllamaServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OLLAMA_HOST", server.url)
    said = terminal.run("generate", "letter", *files, "--provider", "ollama")
    assert said.code == 0
    assert len(server.chats) > 1
    assert terminal.tasks()[0]["model"] == "smollm2:135m"


def test_offer_from_stdin(terminal: Terminal) -> None:
    said = terminal.start("generate", "cv", "--profile", SAMPLE, "--offer", "-", stdin=OFFER.read_bytes()).end()
    assert (said.code, said.out[:17]) == (0, "# Nora Lindqvist\n")


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_profile_from_stdin(terminal: Terminal, form: str) -> None:
    given = SAMPLE.read_bytes() if form == "json" else b"# Ada Byron\n\n## Skills\n\n- Python\n"
    said = terminal.start("generate", "cv", "--profile", "-", "--offer", OFFER, stdin=given).end()
    assert said.code == 0
    assert said.out.startswith("# Nora Lindqvist\n" if form == "json" else "# Ada Byron\n")


def test_one_stdin_is_not_two_files(terminal: Terminal) -> None:
    said = terminal.start("generate", "cv", "--profile", "-", "--offer", "-", stdin=SAMPLE.read_bytes()).end()
    assert (said.code, said.out) == (2, "")
    assert "stdin" in said.notes


def test_profile_in_markdown(terminal: Terminal, tmp_path: Path) -> None:
    profile = tmp_path / "cv.md"
    profile.write_text(
        "# Ada Byron\nada@example.com\n\n## Work experience\n\n### Engineer · Analytical Engines\n2019 – 2024\n\n"
        "- Built payment services in Python\n",
        encoding="utf-8",
    )
    said = terminal.run("generate", "cv", "--profile", profile, "--offer", OFFER)
    assert said.code == 0
    for word in ("Ada Byron", "ada@example.com", "### Engineer · Analytical Engines", "payment services"):
        assert word in said.out


@pytest.mark.parametrize("name", ["نورة العتيبي", "山田 太郎", "שרה כהן"])
def test_names_of_every_script_are_spelled_as_given(terminal: Terminal, tmp_path: Path, name: str) -> None:
    profile = tmp_path / "one.json"
    profile.write_text(json.dumps({"basics": {"name": name}}), encoding="utf-8")
    outs = [tmp_path / f"a.{ending}" for ending in ("pdf", "docx", "md", "html", "txt", "json")]
    terminal.environment["PYTHONIOENCODING"] = "ascii"  # as in a terminal that cannot show them
    words = [word for out in outs for word in ("--out", out)]
    said = terminal.start("generate", "cv", "--profile", profile, "--offer", OFFER, *words).end()
    assert said.code == 0
    assert name in said.out
    assert all(out.stat().st_size for out in outs)
    assert name in outs[2].read_text(encoding="utf-8")


def test_an_offer_of_500_kb(terminal: Terminal, tmp_path: Path) -> None:
    offer = tmp_path / "long.txt"
    offer.write_text(OFFER.read_text(encoding="utf-8") + "\nWe value kindness and Python.\n" * 17_000, encoding="utf-8")
    assert offer.stat().st_size > 500_000
    said = terminal.run("generate", "letter", "--profile", SAMPLE, "--offer", offer)
    assert (said.code, said.out[:17]) == (0, "# Nora Lindqvist\n")


def test_asking_again_writes_again(terminal: Terminal, files: list[str], tmp_path: Path) -> None:
    first = terminal.run("generate", "cv", *files)
    second = terminal.run("generate", "cv", *files, "--out", tmp_path / "again.md")
    assert first.out == second.out == (tmp_path / "again.md").read_text(encoding="utf-8")
    assert [task["status"] for task in terminal.tasks()] == ["completed", "completed"]


BAD_FILES = {
    "gone.json": None,
    "not.json": b"{",
    "list.json": b"[]",
    "binary.json": bytes(range(256)),
    "empty.json": b"",
    "empty.md": b"\n \n",
    "picture.md": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "wrong.docx": b"PK\x03\x04",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_profile_that_is_none(terminal: Terminal, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if (data := BAD_FILES[name]) is not None:
        path.write_bytes(data)
    for said in (terminal.run("generate", "cv", "--profile", path, "--offer", OFFER), terminal.run("import", path)):
        assert (said.code, said.out) == (2, "")
        assert said.one_line()
    assert terminal.tasks() == []


def test_wrong_types_are_named_by_path(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    path.write_text('{"basics": {"name": "Ada"}, "work": [{"name": "A"}, {"highlights": "none"}]}', encoding="utf-8")
    said = terminal.run("generate", "cv", "--profile", path, "--offer", OFFER)
    assert (said.code, said.out) == (2, "")
    assert "work[1].highlights" in said.one_line()


@pytest.mark.parametrize("data", [None, b"", b" \n\t ", bytes(range(256))])
def test_an_offer_that_is_none(terminal: Terminal, tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "offer.txt"
    if data is not None:
        path.write_bytes(data)
    said = terminal.run("generate", "cv", "--profile", SAMPLE, "--offer", path)
    assert (said.code, said.out) == (2, "")
    assert said.one_line()
    assert terminal.tasks() == []


def test_folders_are_no_files(terminal: Terminal, tmp_path: Path, files: list[str]) -> None:
    for words in (["--profile", tmp_path, "--offer", OFFER], ["--profile", SAMPLE, "--offer", tmp_path]):
        said = terminal.run("generate", "cv", *words)
        assert (said.code, said.out) == (2, "")
        assert str(tmp_path) in said.one_line()


@pytest.mark.parametrize(
    "words",
    [
        ["--template", "nope"],
        ["--template", "../classic"],
        ["--out", "a.odt"],
        ["--out", "without-ending"],
        ["--provider", "openai", "--base-url", "api.openai.com/v1"],
        ["--provider", "anthropic", "--base-url", "https://a:b@api.anthropic.com"],
        ["--provider", "compatible", "--base-url", "127.0.0.1:9/v1"],
        ["--provider", "ollama", "--base-url", "http://ho st"],
        ["--provider", "ollama", "--base-url", "ftp://127.0.0.1"],
        ["--provider", "ollama", "--base-url", "http://a:b@127.0.0.1"],
    ],
)
def test_wrong_use_is_one_line_before_any_work(terminal: Terminal, files: list[str], words: list[str]) -> None:
    said = terminal.run("generate", "cv", *files, *words)
    assert (said.code, said.out) == (2, "")
    assert said.one_line()
    assert not terminal.data.exists()


def test_a_nonsense_ollama_host(terminal: Terminal, files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_HOST", "http://")
    said = terminal.run("generate", "cv", *files, "--provider", "ollama")
    assert (said.code, said.out) == (2, "")
    assert "address of Ollama" in said.one_line()


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["cv"],
        ["essay", "--profile", "a", "--offer", "b"],
        ["cv", "--profile", "a", "--offer", "b", "--strength", "inventing"],
        ["cv", "--profile", "a", "--offer", "b", "--provider", "nobody"],
        ["cv", "--profile", "a", "--offer", "b", "--language", "xx"],
    ],
)
def test_words_that_the_verb_does_not_have(terminal: Terminal, words: list[str]) -> None:
    said = terminal.run("generate", *words)
    assert (said.code, said.out) == (2, "")
    assert said.notes.startswith("usage: jobmatch-desktop generate")


@pytest.mark.parametrize("out", ["nowhere/a.pdf", "folder.pdf", f"{'x' * 300}.pdf", f"{'x' * 300}/a.pdf"])
def test_a_file_that_cannot_be_is_refused_before_any_work(
    terminal: Terminal, files: list[str], tmp_path: Path, out: str
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    said = terminal.run("generate", "cv", *files, "--out", tmp_path / out)
    assert (said.code, said.out) == (1, "")
    assert out in said.one_line()
    assert not terminal.data.exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_a_file_whose_name_is_no_text_cannot_be_kept_with_the_task(terminal: Terminal, files: list[str]) -> None:
    said = terminal.run("generate", "cv", *files, "--out", terminal.folder / "caf\udce9.md")
    assert (said.code, said.out) == (1, "")
    assert "no text in UTF-8" in said.one_line()
    assert not terminal.data.exists()


def test_a_model_whose_name_is_no_text_is_none(terminal: Terminal, files: list[str]) -> None:
    said = terminal.run("generate", "cv", *files, "--provider", "ollama", "--model", "\udcff")
    assert (said.code, said.out) == (2, "")
    assert said.notes.splitlines()[-1].endswith("error: argument --model: no text in UTF-8")
    assert not terminal.data.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such redirection")
@pytest.mark.parametrize("redirection", ["<&-", "0>/dev/null"])
def test_a_stdin_that_is_not_there(terminal: Terminal, redirection: str) -> None:
    command = [sys.executable, "-m", "jobmatch_desktop", "--data-dir", str(terminal.data)]
    command += ["generate", "cv", "--profile", str(SAMPLE), "--offer", "-"]
    came = subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {redirection}', "sh", *command], cwd=PROJECT, capture_output=True, text=True
    )
    assert (came.returncode, came.stdout) == (2, "")
    (line,) = came.stderr.splitlines()
    assert line.startswith("Cannot read -. ")


def test_files_that_come_to_nothing_leave_the_older_ones(
    terminal: Terminal, by_ollama: list[str], server: OllamaServer, tmp_path: Path
) -> None:
    """The folder goes while the model writes: the task is completed, and the person is told of the file."""
    server.scripts = [Script(held_after=0), Script()]
    folder, kept = tmp_path / "there", tmp_path / "kept.md"
    folder.mkdir()
    kept.write_text("older", encoding="utf-8")
    running = terminal.start("generate", "letter", *by_ollama, "--out", kept, "--out", folder / "a.md")
    assert running.task
    folder.rmdir()
    server.go_on.set()
    said = running.end()
    assert said.code == 1
    assert said.notes.splitlines()[-1].startswith(str(folder / "a.md"))
    assert terminal.tasks()[0]["status"] == "completed"


def test_stdout_that_takes_no_more(terminal: Terminal, files: list[str]) -> None:
    command = [sys.executable, "-m", "jobmatch_desktop", "--data-dir", str(terminal.data), "generate", "cv", *files]
    with open("/dev/full", "w") as full:  # noqa: PTH123
        came = subprocess.run(command, cwd=PROJECT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert came.returncode == 1
    assert came.stderr.splitlines()[-1].startswith("stdout was not written. No space left on device.")
    assert "Traceback" not in came.stderr
    assert terminal.tasks()[0]["text"].startswith("# Nora Lindqvist")


@pytest.mark.parametrize("provider", ["openai", "anthropic", "compatible"])
def test_who_is_not_set_up_says_what_to_do(terminal: Terminal, files: list[str], provider: str) -> None:
    said = terminal.run("generate", "cv", *files, "--provider", provider, "--model", "any")
    assert (said.code, said.out) == (1, "")
    assert "in the settings" in said.notes.splitlines()[-1]
    assert len(terminal.tasks()) <= 1
