"""Keeps the translations: `python tools/translations.py` takes every text of the window and of the domain's errors into
resources/translations/*.ts, drops those that are gone, and compiles *.qm. Texts without a translation are listed: write them into
the .ts (a text editor or Qt Linguist does) and run it again. Exit 1 while any is left.

Texts are found by reading the program, not by running it: `self.tr("…")` in a class, `_tr("…")` where a module's `_tr` names
its context, `QCoreApplication.translate("context", "…")`, and the templates `what`, `why` and `remedy` of errors and that of a
`LeftOut` or a `Why`, whose context is `Trouble`.
"""

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "jobmatch_desktop"
FOLDER = ROOT / "resources" / "translations"
ERRORS = "Trouble"
TEMPLATES = frozenset({"what", "why", "remedy"})

Text = tuple[str, str]
"""A context and a text in it."""


class NotPlain(ValueError):
    """A text that cannot be translated because it is put together while the program runs."""


def texts() -> set[Text]:
    """Every text to translate. Raises `NotPlain`, naming the line, for one that is no plain string."""
    found: set[Text] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        try:
            found.update(_templates(tree))
            found.update(_said(tree, _wrappers(tree), ""))
        except NotPlain as fault:
            raise NotPlain(f"{path.relative_to(ROOT)}:{fault}") from fault
    return found


def translated(path: Path) -> dict[Text, str]:
    """What a .ts file has, finished translations alone."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): translation.text or ""
        for context in ElementTree.parse(path).iterfind("context")
        for message in context.iterfind("message")
        if (translation := message.find("translation")) is not None and "type" not in translation.attrib
    }


def update(path: Path) -> None:
    """Takes the present texts into a .ts file and compiles it."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "texts.py"
        lines = (f"QT_TRANSLATE_NOOP({_quoted(context)}, {_quoted(text)})" for context, text in sorted(texts()))
        listed.write_text("\n".join(lines), encoding="utf-8")
        _run("lupdate", str(listed), "-ts", str(path), "-no-obsolete", "-locations", "none", "-silent")
    _run("lrelease", str(path), "-nounfinished", "-silent")


def main() -> int:
    """Updates every language and lists what is left to translate."""
    left = 0
    for path in sorted(FOLDER.glob("*.ts")):
        update(path)
        for context, text in sorted(texts() - translated(path).keys()):
            print(f"{path.name}: {context}: {text}")
            left += 1
    return 1 if left else 0


def _templates(tree: ast.Module) -> Iterator[Text]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name("LeftOut" | "Why"), args=[ast.Constant(template), *_]) if template != "{said}":
                yield ERRORS, str(template)
        if not isinstance(node, ast.ClassDef):
            continue
        for line in node.body:
            if (
                isinstance(line, ast.Assign)
                and isinstance(line.targets[0], ast.Name)
                and line.targets[0].id in TEMPLATES
                and isinstance(line.value, ast.Constant)
                and line.value.value
            ):
                yield ERRORS, line.value.value


def _wrappers(tree: ast.Module) -> dict[str, str]:
    """The module's own functions that translate their one argument, each with the context it names."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            for call in ast.walk(node):
                if _translates(call) and isinstance(call.args[1], ast.Name):
                    context = call.args[0]
                    if isinstance(context, ast.Constant):
                        found[node.name] = context.value
    return found


def _said(node: ast.AST, wrappers: dict[str, str], inside: str) -> Iterator[Text]:
    """The texts said in a node; `inside` is the class around it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef) and child.name in wrappers and not inside:
            continue
        if isinstance(child, ast.Call):
            name = _name(child)
            if name == "tr" and isinstance(child.func, ast.Attribute):
                yield inside, _plain(child.args[0])
            elif _translates(child):
                yield _plain(child.args[0]), _plain(child.args[1])
            elif name in wrappers and isinstance(child.func, ast.Name) and wrappers[name] != ERRORS:
                yield wrappers[name], _plain(child.args[0])
        yield from _said(child, wrappers, child.name if isinstance(child, ast.ClassDef) else inside)


def _translates(node: ast.AST) -> TypeGuard[ast.Call]:
    """Whether a node is a call of `QCoreApplication.translate`."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr != "translate":
        return False
    return isinstance(node.func.value, ast.Name) and node.func.value.id == "QCoreApplication"


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _plain(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise NotPlain(f"{node.lineno}: only a plain string can be translated")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _run(tool: str, *arguments: str) -> None:
    """Runs one of Qt's tools, which PySide6-Essentials puts beside Python."""
    subprocess.run([str(Path(sys.executable).with_name(f"pyside6-{tool}")), *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
