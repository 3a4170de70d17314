"""What to cut where a text does not fit into the pages it was to fit into: what takes how many lines."""

import io
import math

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.remark import Lines, Overflow
from jobmatch_desktop.formats.read_back.fields import Field, parts_in, squeezed
from jobmatch_desktop.formats.writers.arranging import arranged
from jobmatch_desktop.formats.writers.pdf import Pdf
from jobmatch_desktop.formats.writers.style import Style

_MOST_TEXTS = 5


def overflow(document: CvDocument, style: Style, written: Pdf) -> Overflow:
    """Read from the pages themselves. Blocks for some 100 ms; any thread."""
    if written.fits:
        return Overflow()
    import pypdf

    pages = [page.extract_text().splitlines() for page in pypdf.PdfReader(io.BytesIO(written.data)).pages]
    feet = 1  # from the second page on
    most = max(style.options.pages, 1)
    over = sum(max(0, len([line for line in page if line.strip()]) - feet) for page in pages[most:])
    lines = [squeezed(line) for page in pages for line in page]
    sections: list[Lines] = []
    texts: list[Lines] = []
    at = 0
    for part in parts_in(arranged(document, style), style):
        counted = 0
        for run in part.runs:
            taken, at = _lines_of(run.fields, lines, at)
            counted += taken
            texts.extend(Lines(field.words, taken) for field in run.fields if field.what in ("bullet", "line"))
        sections.append(Lines(part.title, counted))
    texts.sort(key=lambda one: (-one.lines, len(one.words)))
    return Overflow(over, most, tuple(sections), tuple(texts[:_MOST_TEXTS]))


def _lines_of(fields: tuple[Field, ...], lines: list[str], at: int) -> tuple[int, int]:
    """How many lines the fields stand on, and the line that follows them. Where they cannot be found, as many as their length tells."""
    wanted = sum(len(squeezed(field.words)) for field in fields)
    first = next(
        (at + place for place, line in enumerate(lines[at:]) if line and any(_begins(field, line) for field in fields)),
        None,
    )
    if first is None:
        return math.ceil(wanted / 90), at
    held, place = 0, first
    while place < len(lines) and held < wanted:
        held += len(lines[place])
        place += 1
    return place - first, place


def _begins(field: Field, line: str) -> bool:
    words = squeezed(field.words)
    return words.startswith(line) or words[: len(line)] in line or line.startswith(words[:12])
