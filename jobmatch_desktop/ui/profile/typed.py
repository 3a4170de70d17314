"""What was typed into a field, as edits of the profile."""

import difflib
import re

from jobmatch_desktop.domain.profile_edits import AddItem, Edit, RemoveItem, SetText
from jobmatch_desktop.ui.profile.dates import typed_date
from jobmatch_desktop.ui.profile.rows import Cell, separator
from jobmatch_desktop.ui.profile.sections import FieldKind

_SPACES = re.compile(r"[^\S\n]+")


def typed_edits(cell: Cell, words: str) -> list[Edit]:
    """The edits that give a field these words; none where it says them already."""
    plain = tidied(cell, words)
    if plain == tidied(cell, cell.text):
        return []
    match cell.field.kind:
        case FieldKind.KEYWORDS:
            return _word_edits(cell, _split(plain, separator([word.text for word in cell.words])))
        case FieldKind.DATE:
            return [SetText(cell.path, typed_date(plain))]
        case FieldKind.END:
            # An importer's "current" says the same as "Present", and would stand against any other end.
            entry = cell.path.rpartition("/")[0]
            return [SetText(cell.path, typed_date(plain)), SetText(f"{entry}/current", "")]
        case _:
            return [SetText(cell.path, plain)]


def tidied(cell: Cell, words: str) -> str:
    """Words as they are kept: without space around them; in one line, except where a field has several."""
    if cell.field.kind is FieldKind.TEXT:
        return "\n".join(line.rstrip() for line in words.replace("\t", " ").split("\n")).strip()
    return " ".join(words.split())


def bullet_lines(words: str) -> list[str]:
    """The lines of a text that is pasted among bullets, without the marks before them."""
    lines = (_SPACES.sub(" ", line).strip().lstrip("•●▪◦‣–—*·-").strip() for line in words.splitlines())
    return [line for line in lines if line]


def _split(line: str, mark: str) -> list[str]:
    marks = ",;" if mark == ", " else mark.strip()
    found = (word.strip() for word in re.split(f"[{re.escape(marks)}]", line))
    return list(dict.fromkeys(word for word in found if word))


def _word_edits(cell: Cell, words: list[str]) -> list[Edit]:
    """From the end to the beginning, so that each stands where it says; a word that stays keeps its id."""
    before = [word.text for word in cell.words]
    edits: list[Edit] = []
    changes = difflib.SequenceMatcher(None, before, words, autojunk=False).get_opcodes()
    for change, first, last, new_first, new_last in reversed(changes):
        if change == "equal":
            continue
        both = min(last - first, new_last - new_first)
        edits.extend(RemoveItem(f"{cell.path}/{place}") for place in range(last - 1, first + both - 1, -1))
        edits.extend(SetText(f"{cell.path}/{first + place}", words[new_first + place]) for place in range(both))
        edits.extend(
            AddItem(cell.path, first + place, words[new_first + place]) for place in range(both, new_last - new_first)
        )
    return edits
