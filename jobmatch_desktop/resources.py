"""Where the program's data files are: templates, prompts, lexicon, samples, themes, translations."""

import sys
from pathlib import Path


def resource(relative: str) -> Path:
    """Path of a data file or folder below `resources/`, such as `"samples/sample.resume.json"`.

    Found in the frozen program, in an installed wheel and in a checkout, in this order. Raises `FileNotFoundError`
    naming the resource where none has it: a broken installation. Any thread.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [Path(frozen) / "resources"] if frozen else [package / "resources", package.parent / "resources"]
    for root in roots:
        path = root / relative
        if path.exists():
            return path
    raise FileNotFoundError(f"resource not found: {relative}")
