"""Exported files read back: every template, profile, language, script of a name and option, by two readers each, and by veraPDF.

The profiles are those of the corpus beside the project where it is there, and the program's own samples.
"""

import datetime
import itertools
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import typst

from bench.accessibility import NoChecker, broken_rules
from bench.row import Row, at, milliseconds, times
from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.cv_markdown import parse, render
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.options import Density, Options, Paper
from jobmatch_desktop.domain.read_back import ReadBack
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.formats.read_back.comparing import compared
from jobmatch_desktop.formats.read_back.returned import read_again
from jobmatch_desktop.formats.readers.json_resume import read_profile
from jobmatch_desktop.formats.writers.arranging import arranged, titles_in
from jobmatch_desktop.formats.writers.docx import write_docx
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.template import offered_fonts, read_template, template_names
from jobmatch_desktop.resources import resource
from jobmatch_desktop.services.drafting import compose
from jobmatch_desktop.services.exporting import Exporter

CORPUS = Path(__file__).parents[2] / "shared/corpus/profiles"
TODAY = datetime.date(2026, 11, 25)
NAMES = ("", "Γεώργιος Παπαδόπουλος", "Фёдор Достоевский", "محمد عبد الله", "王小明")
RUNS = 5
SECONDS = 1.0


def measure() -> list[Row]:
    """Counts, and the time that reading back adds to an export of three pages."""
    writer = PdfWriter()
    with tempfile.TemporaryDirectory() as folder:
        fields, back, files, noticed, changed, paths = 0, 0, 0, 0, 0, []
        for number, (document, style) in enumerate(_documents()):
            sidebar = read_template(resource("templates"), style.template).look.sidebar
            pdf = writer.write(document, style).data
            for name, data in (("x.pdf", pdf), ("x.docx", write_docx(document, style))):
                result = compared(arranged(document, style), style, sidebar, read_again(name, data))
                fields, back, files = fields + result.fields, back + result.back, files + 1
                for one in result.missing:
                    print(
                        f"  {style.template} {style.kind} {style.language} {document.name} {name}: {one.why} {one.what} {one.words[:80]}"
                    )
                if number % 20 == 0:
                    changed += 1
                    noticed += not _with_a_line_more(document, style, sidebar, name, data).whole
            path = Path(folder) / f"{number}.pdf"
            path.write_bytes(pdf)
            paths.append(path)
        untagged = Path(folder) / "untagged.pdf"
        untagged.write_bytes(typst.compile(b"= Untagged\nWords.", format="pdf", pdf_tags=False))
        return [
            Row(
                f"fields read back from {files} files by two readers",
                f"{back} of {fields} ({100 * back / fields:.2f} %)",
                f"{noticed} of {changed} files that lack a line are noticed",
                "",
                "100 %",
                back == fields and noticed == changed,
            ),
            _conformity(paths, untagged),
            _time(writer),
        ]


def _documents() -> Iterator[tuple[CvDocument, Style]]:
    sources = sorted(CORPUS.glob("*.resume.json")) or sorted(resource("samples").glob("*.resume.json"))
    profiles = [read_profile(path.read_bytes()) for path in sources]
    offers = {"en": "samples/sample-offer.txt", "fr": "samples/sample-offer.fr.txt"}
    read: dict[str, Offer] = {
        language: read_offer(resource(name).read_text("utf-8")) for language, name in offers.items()
    }
    for profile in profiles:
        for language, offer in read.items():
            for kind in DocumentKind:
                text = compose(kind, profile, offer, language, TODAY)
                for name in NAMES:
                    document = parse(text.replace(profile.basics.name, name) if name else text)
                    for template in template_names(resource("templates")):
                        yield document, Style(kind, language, template)
                if kind is DocumentKind.CV:
                    for template, options in itertools.product(template_names(resource("templates")), _chosen()):
                        yield parse(text), Style(kind, language, template, options=options)


def _chosen() -> Iterator[Options]:
    """Looks of which each has something that changes where words stand."""
    yield Options(pages=1)
    yield Options(density=Density.TIGHT, pages=1)
    yield Options(density=Density.AIRY, paper=Paper.LETTER)
    yield Options(order=("skills", "education", "experience"), titles=titles_in("fr"))
    for font in offered_fonts(resource("templates")):
        yield Options(font=font)


def _with_a_line_more(document: CvDocument, style: Style, sidebar: tuple[str, ...], name: str, data: bytes) -> ReadBack:
    """The file held against a document that has a line more: it must be missed."""
    last = document.sections[-1]
    more = parse("## x\n- A line that no file has\n").sections[0].content
    grown = msgspec.structs.replace(last, content=(*last.content, *more))
    longer = msgspec.structs.replace(document, sections=(*document.sections[:-1], grown))
    return compared(arranged(longer, style), style, sidebar, read_again(name, data))


def _conformity(paths: list[Path], untagged: Path) -> Row:
    try:
        found = broken_rules([*paths, untagged])
    except NoChecker as fault:
        return Row("PDFs that conform to PDF/UA-1 by veraPDF", str(fault), "", "", "all", None)
    good = sum(not found[path] for path in paths)
    for path in paths:
        if found[path]:
            print(f"  {path.name}: {found[path]}")
    return Row(
        "PDFs that conform to PDF/UA-1 by veraPDF",
        f"{good} of {len(paths)}",
        "an untagged PDF conforms" if not found[untagged] else "an untagged PDF does not",
        "",
        "all",
        good == len(paths) and bool(found[untagged]),
    )


def _time(writer: PdfWriter) -> Row:
    """Of an export of three pages as PDF and Word, with the reading back, beside making the two files alone."""
    document, style = next(_documents())
    text = render(document)
    _, rest = text.split("\n## ", 1)
    while writer.write(parse(text), style).pages < 3:
        text += "\n## " + rest
    exporter, whole, alone = Exporter(writer), [], []
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "cv.pdf", Path(folder) / "cv.docx"]
        for number in range(RUNS):
            changed = re.sub(r"\Z", f"\n- Line {number}\n", text)
            begun = time.perf_counter()
            writer.write(parse(changed), style)
            write_docx(parse(changed), style)
            alone.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            exporter.export(changed, paths, DocumentKind.CV, "en", style.template)
            whole.append(time.perf_counter() - begun)
    mine, bare = at(whole, 0.5), at(alone, 0.5)
    return Row(
        "three pages exported as PDF and Word, read back",
        milliseconds(mine),
        f"{milliseconds(bare)} (written alone)",
        times(mine / bare),
        f"<= {SECONDS:.0f} s",
        mine <= SECONDS,
    )
