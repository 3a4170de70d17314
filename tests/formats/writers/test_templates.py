"""Every template of the program's, and templates that a person adds."""

import io
import itertools
import re
import shutil
from pathlib import Path

import msgspec
import pypdf
import pytest

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.format_errors import PhotoUnusable, TemplateFault, TemplateMissing
from jobmatch_desktop.domain.inline_markdown import escape
from jobmatch_desktop.domain.options import Density, Options, Paper
from jobmatch_desktop.domain.remark import StandIn
from jobmatch_desktop.formats.writers.colour import contrast, offered_accents, readable
from jobmatch_desktop.formats.writers.docx import write_docx
from jobmatch_desktop.formats.writers.html import write_html
from jobmatch_desktop.formats.writers.overflow import overflow
from jobmatch_desktop.formats.writers.pdf import Pdf, PdfWriter
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.template import listed_templates, offered_fonts, read_template, template_names
from jobmatch_desktop.resources import resource
from tests.formats.writers.documents import CODE, cv, letter, many_jobs, png

OWN = resource("templates")
TEMPLATES = list(template_names(OWN))
SPARSE = ("", "## Only\n", "# \n\n## \n", "words alone\n", "### Entry\n", "# N\n\n## A\n\n## Skills\nGo\n\n### \n- \n")


@pytest.fixture(scope="module")
def writer() -> PdfWriter:
    return PdfWriter()


def texts(pdf: Pdf) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.data)).pages]


def joined(pdf: Pdf) -> str:
    return "".join("".join(texts(pdf)).split())


def test_there_are_six_with_names_in_both_languages() -> None:
    assert set(TEMPLATES) >= {"classic", "modern", "compact", "two-column", "academic", "french"}
    french = template_names(OWN, language="fr")
    assert french["two-column"] == "Deux colonnes"
    assert len(set(french.values())) == len(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_any_document_is_accessible(writer: PdfWriter, name: str) -> None:
    for text in SPARSE:
        for kind in DocumentKind:
            pdf = writer.write(parse(text), Style(kind=kind, template=name))
            assert (pdf.pages, pdf.boxes) == (1, None), (text, kind)


@pytest.mark.parametrize("name", TEMPLATES)
def test_headings_fonts_and_pictures_are_as_ua_1_asks(writer: PdfWriter, name: str) -> None:
    pdf = writer.write(cv(), Style(template=name, options=Options(photo=png())))
    reader = pypdf.PdfReader(io.BytesIO(pdf.data))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    levels, figures = [], []

    def walk(node: object) -> None:
        node = node.get_object() if isinstance(node, pypdf.generic.IndirectObject) else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            kind = str(node.get("/S", ""))
            if re.fullmatch(r"/H\d", kind):
                levels.append(int(kind[2]))
            if kind == "/Figure":
                figures.append(str(node.get("/Alt", "")))
            walk(node.get("/K"))

    walk(root["/StructTreeRoot"])
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert levels.count(2) == 4
    assert figures == (["Richard Hendriks"] if "photo" in read_template(OWN, name).options else [])
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/ToUnicode" in font for font in fonts)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_heading_ends_a_page(writer: PdfWriter, name: str) -> None:
    for count in (20, 31) if name != "compact" else (40,):
        pages = texts(writer.write(many_jobs(count), Style(template=name)))
        assert len(pages) > 1
        for text in pages[:-1]:
            lines = [line for line in text.split("\n") if line.strip() and "Ada Lovelace ·" not in line]
            assert "long enough to be seen" in lines[-1] or lines[-1].endswith("on the page"), lines[-2:]


@pytest.mark.parametrize("name", TEMPLATES)
def test_code_long_lines_and_other_scripts_stay_text(writer: PdfWriter, name: str) -> None:
    long = "word " * 2000
    code = escape(CODE)
    jobs = f"## Jobs\n### {code} · x\n2011 · {code}\n- {code}\n  - deep\n- x\x00\x07\u202e\n- שלום\n"
    text = f"# Ann\n{code}\n\n{code}\n\n## Skills\n{long}\n\n{jobs}"
    pdf = writer.write(parse(text), Style(template=name))
    whole = joined(pdf)
    assert whole.count("".join(CODE.split())) + whole.count("".join(CODE.upper().split())) == 5
    assert whole.count("word") >= 2000
    assert "שלום" in whole or "םולש" in whole
    emoji = writer.write(parse("# Ann \U0001f680\U0010fffd\n"), Style(template=name))
    assert emoji.boxes
    assert "Ann" in joined(emoji)


def test_accents_that_are_too_pale_are_darkened() -> None:
    assert readable("#0f6b5c") == "#0f6b5c"
    found = readable("#ffee88")
    assert contrast([int(found[place : place + 2], 16) for place in (1, 3, 5)]) >= 4.5
    with pytest.raises(ValueError, match="red"):
        readable("red")


@pytest.mark.parametrize("name", TEMPLATES)
def test_own_accents_can_be_read_on_white(name: str) -> None:
    look = read_template(OWN, name).look
    for colour in (look.accent, look.ink, look.grey):
        assert readable(colour) == colour


def test_options_change_what_they_say(writer: PdfWriter) -> None:
    def written(**chosen: object) -> Pdf:
        return writer.write(many_jobs(16), Style(options=Options(**chosen)))  # type: ignore[arg-type]

    usual = written()
    page = pypdf.PdfReader(io.BytesIO(written(paper=Paper.LETTER).data)).pages[0]
    assert tuple(map(float, page.mediabox[2:])) == (612.0, 792.0)
    lines = [
        len(texts(written(density=density))[0].splitlines())
        for density in (Density.AIRY, Density.NORMAL, Density.TIGHT)
    ]
    assert lines == sorted(set(lines))
    assert b"EBGaramond" in written(font="EB Garamond").data
    assert b"EBGaramond" not in usual.data
    assert written(accent="#aa0000").data != usual.data
    assert written(accent="nonsense").data == usual.data


def test_sections_in_the_order_and_under_the_titles_chosen(writer: PdfWriter) -> None:
    options = Options(order=("education", "skills"), titles=(("experience", "Parcours"),))
    (text,) = texts(writer.write(cv(), Style(options=options)))
    wanted = ["EDUCATION", "SKILLS", "SUMMARY", "PARCOURS"]
    assert [text.index(words) for words in wanted] == sorted(text.index(words) for words in wanted)
    assert "EXPERIENCE" not in text
    assert b">Parcours</h2>" in write_html(cv(), Style(options=options))


def test_a_photo_that_is_none_is_said(writer: PdfWriter) -> None:
    for photo, why in ((b"%PDF-1.7", "no JPEG"), (png()[:30], "damaged"), (b"\xff\xd8\xff" + b"x" * 40, "damaged")):
        for write in (writer.write, write_docx):
            with pytest.raises(PhotoUnusable, match=why):
                write(cv(), Style(template="modern", options=Options(photo=photo)))
    assert writer.write(cv(), Style(options=Options(photo=b"none"))) == writer.write(cv(), Style())


def test_fits_one_page_by_no_more_than_it_takes(writer: PdfWriter) -> None:
    usual = writer.write(many_jobs(12), Style())
    fitted = writer.write(many_jobs(12), Style(options=Options(pages=1)))
    assert (usual.pages, fitted.pages, fitted.fits) == (2, 1, True)
    short = writer.write(many_jobs(3), Style(options=Options(pages=1)))
    assert short == writer.write(many_jobs(3), Style())


def lines_of(pdf: Pdf) -> list[tuple[float, str]]:
    """The lines of the first page from above, without spaces, each with its height on the page."""
    found: dict[float, str] = {}

    def take(text: str, cm: list[float], tm: list[float], *_font: object) -> None:
        height = round(cm[3] * tm[5] + cm[5], 1)
        found[height] = found.get(height, "") + "".join(text.split())

    pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0].extract_text(visitor_text=take)
    return sorted(((height, text) for height, text in found.items() if text), reverse=True)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_long_name_takes_two_lines_and_a_tight_page_keeps_jobs_apart(writer: PdfWriter, name: str) -> None:
    long = "Maximiliana Konstantina Papadopoulou-Weatherington von Hohenstaufen"
    document = msgspec.structs.replace(many_jobs(14), name=long)
    lines = lines_of(writer.write(document, Style(template=name, options=Options(pages=1))))
    assert 1 <= len([text for _, text in lines if text in long.replace(" ", "")]) <= 2
    pairs = [(above[0] - below[0], above[1], below[1]) for above, below in itertools.pairwise(lines)]
    between_bullets = [step for step, above, below in pairs if "ofjob" in above and "ofjob" in below]
    before_jobs = [step for step, above, below in pairs if "ofjob" in above and "ofjob" not in below]
    assert min(before_jobs) > max(between_bullets) + 1


def test_what_does_not_fit_says_what_to_cut(writer: PdfWriter) -> None:
    document, style = many_jobs(31), Style(options=Options(pages=1))
    pdf = writer.write(document, style)
    assert not pdf.fits
    found = overflow(document, style, pdf)
    assert found.over > 31
    assert [(one.words, one.lines) for one in found.sections[1:]] == [("Experience", 1 + 31 * 5)]
    assert (len(found.longest), found.pages) == (5, 1)
    assert overflow(document, Style(), writer.write(document, Style())).over == 0


def test_compact_fits_one_page_by_itself(writer: PdfWriter) -> None:
    assert writer.write(many_jobs(12), Style(template="compact")).pages == 1


def test_letters_of_another_script_say_which_font_stands_in(writer: PdfWriter) -> None:
    found = writer.write(CvDocument("王小明"), Style()).stand_in
    assert found == StandIn("Source Sans 3", ("Noto Sans SC",), ("Han",))
    assert writer.write(CvDocument("Γεώργιος"), Style()).stand_in is None


def added(folder: Path, name: str = "mine") -> Path:
    """A person's own template in a folder of its own: a copy of one of the program's."""
    shutil.copytree(OWN / "modern", folder / name)
    return folder / name


def test_a_template_of_a_persons_own(tmp_path: Path) -> None:
    own = added(tmp_path)
    table = own / "template.toml"
    table.write_text(table.read_text("utf-8").replace('"Modern"', '"Mine"').replace("#1f4e79", "#7a1f1f"), "utf-8")
    assert template_names(OWN, tmp_path)["mine"] == "Mine"
    writer = PdfWriter(OWN, tmp_path)
    style = Style(template="mine")
    assert "Pied Piper" in " ".join(texts(writer.write(cv(), style))[0].split())
    assert b"7A1F1F" in zlib_text(write_docx(cv(), style, OWN, tmp_path))
    assert b"#7a1f1f" in write_html(cv(), style, OWN, tmp_path)
    with pytest.raises(TemplateMissing):
        PdfWriter(OWN).write(cv(), style)
    # What is changed is seen at once.
    changed = own / "cv.typ"
    changed.write_text(changed.read_text("utf-8").replace("inline(section.title)", "[Changed]"), "utf-8")
    assert "Changed" in texts(writer.write(cv(), style))[0]


def zlib_text(docx: bytes) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read("word/styles.xml")


def test_a_gallery_has_broken_ones_with_their_trouble(tmp_path: Path) -> None:
    added(tmp_path)
    (added(tmp_path, "broken") / "template.toml").write_text("name = ", "utf-8")
    added(tmp_path, "classic")
    found = {one.name: one for one in listed_templates(OWN, tmp_path)}
    assert set(found) == {*TEMPLATES, "mine", "broken"}
    assert found["classic"].template == read_template(OWN, "classic")
    assert found["broken"].template is None
    assert found["broken"].trouble is not None
    assert "cannot be read" in found["broken"].trouble.text()


def test_colours_to_choose_from_are_readable_and_named() -> None:
    accents = offered_accents(OWN)
    assert all(readable(one.colour) == one.colour for one in accents)
    for names in ({one.name for one in accents}, {one.name_fr for one in accents}, {one.colour for one in accents}):
        assert len(names) == len(accents) >= 8


def test_fonts_to_choose_from_are_kept(writer: PdfWriter) -> None:
    fonts = offered_fonts(OWN)
    assert len(fonts) == 6
    for font in fonts:
        assert writer.write(CvDocument("Ada"), Style(options=Options(font=font))).stand_in is None


def test_a_broken_template_of_a_persons_own_says_the_line(tmp_path: Path) -> None:
    own = added(tmp_path)
    broken = own / "cv.typ"
    broken.write_text(broken.read_text("utf-8") + "\n#let x = (\n", "utf-8")
    line = str(broken.read_text("utf-8").splitlines().index("#let x = (") + 1)
    with pytest.raises(TemplateFault) as raised:
        PdfWriter(OWN, tmp_path).write(cv(), Style(template="mine"))
    values = raised.value.trouble.values
    assert (values["file"], values["line"], values["said"]) == ("cv.typ", line, "unclosed delimiter")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('entry = "main.typ"', "entry = 1", "value of “entry”"),
        ("text-pt = 9.6", 'text-pt = "big"', "value of “look.text-pt”"),
        ("text-pt = 9.6", "text-pt = 9.6 9", r"stops at line \d+\."),
        ("text-pt = 9.6\n", "", "has no “text-pt”"),
        ('entry = "main.typ"', 'entry = "gone.typ"', "gone.typ is not there"),
        ('entry = "main.typ"', 'entry = "../classic/main.typ"', "is not there"),
    ],
)
def test_a_broken_table_says_where(tmp_path: Path, old: str, new: str, why: str) -> None:
    table = added(tmp_path) / "template.toml"
    text = table.read_text("utf-8")
    assert old in text
    table.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(TemplateMissing, match=why):
        PdfWriter(OWN, tmp_path).write(cv(), Style(template="mine"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_letters_in_every_country(writer: PdfWriter, name: str) -> None:
    for country, order in {
        "fr": ["Northwind", "25 November", "Application", "Dear"],
        "de": ["Northwind", "25 November", "Application", "Dear"],
        "uk": ["25 November", "Northwind", "Dear", "Application"],
        "us": ["25 November", "Northwind", "Application", "Dear"],
    }.items():
        style = Style(kind=DocumentKind.LETTER, template=name, options=Options(country=country))
        (text,) = texts(writer.write(letter(), style))
        places = [text.index(words) for words in [*order, "lossless", "Yours"]]
        assert places == sorted(places), country


def test_two_columns_read_one_after_the_other(writer: PdfWriter) -> None:
    grown = many_jobs(14)
    lines = "**Web** (Master): HTML\n**Data**: SQL\n**Cloud**: AWS, GCP\n**Tools**: Git, Docker"
    skills = parse(f"## Skills\n{lines}\n\n## Languages\nFrench\n\n## Interests\nChess\n").sections
    document = msgspec.structs.replace(grown, sections=(*grown.sections, *skills))
    pages = texts(writer.write(document, Style(template="two-column")))
    assert len(pages) > 1
    first = pages[0]
    assert first.index("Skills") < first.index("Languages") < first.index("Experience")
    assert "Skills" not in "".join(pages[1:])
    numbers = [int(number) for number in re.findall(r"of job (\d+),", "\n".join(pages))]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) == 14 * 4
