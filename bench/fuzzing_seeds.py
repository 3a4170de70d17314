"""Small files of every format that is read, and ways to break them: on bytes, on a packed file's parts, on a text's words."""

import io
import json
import random
import zipfile
import zlib
from collections.abc import Callable

import typst
from docx import Document

FAMILIES = ("pdf", "docx", "linkedin", "text", "markdown", "json")
_TEXT = """Ada Byron
Analyst | ada@example.org | +44 20 7946 0958 | London, UK

EXPERIENCE

Engineer, Acme Ltd, London, UK
Jan 2019 - Present
- Built the engine of 4,000 parts
- Led a team of five

EDUCATION

B.Sc. Mathematics, University of London, 2014 - 2018

SKILLS

Languages: Python, C++, SQL
Spoken: English (native), French (B2)
"""
_TYPST = """
#set page(margin: 2cm, footer: [Page 1])
#text(20pt, weight: "bold")[Ada Byron]

ada\\@example.org | +44 20 7946 0958 | London, UK | #link("https://github.com/ada")[GitHub]
#grid(columns: (35%, 1fr), column-gutter: 12pt)[
*Skills* \\ Python \\ C++ \\
*Languages* \\ English (native) \\ French: B2
][
*EXPERIENCE* \\
*Engineer* #h(1fr) Jan 2019 – Present \\
_Acme Ltd, London_
- Built the engine of 4,000 parts
- Led a team of five

*EDUCATION* \\
B.Sc. Mathematics, University of London #h(1fr) 2014 – 2018
]
"""
_BYTES = (b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"%PDF-", b"obj", b"endstream", b"<<", b">>", b"[", b"]", b"(", b")", b"/",
          b"-1", b"0", b"4294967296", b"9" * 30, b"1e308", b"<w:p>", b"</w:p>",
          b"&#0;", b"\n", b"\r", b"\t" * 50, b"2019", b"|")  # fmt: skip
_WORDS = ("2019 - 2020", "present", "EXPERIENCE", "Education:", "- ", "• ", "\u202e", "\u200b", "ﬁ", "a\u0301" * 40,
          "((((", "@", "https://", "\t\t\t",
          "x" * 500, "1/2/3", "00/0000", "31.02.2020",
          "\x0b", "#" * 9, "|||", "é", "日本語", "العربية", "+" + "1" * 40, "---", "```", "<!--", "\ud7ff")  # fmt: skip


def seeds(family: str) -> list[tuple[str, bytes]]:
    """Names and bytes of files of a family, each a CV."""
    match family:
        case "pdf":
            data = typst.compile(_TYPST.encode())
            return [("cv.pdf", _unpacked(data)), ("cv.pdf", data)]
        case "docx":
            return [("cv.docx", _docx())]
        case "linkedin":
            return [("cv.zip", _linkedin())]
        case "markdown":
            text = _TEXT.replace("EXPERIENCE", "## Experience").replace("EDUCATION", "## Education")
            return [("cv.md", f"# {text.replace('SKILLS', '## Skills')}".encode())]
        case "json":
            resume = {
                "basics": {"name": "Ada", "email": "ada@example.org", "profiles": [{"network": "x"}]},
                "work": [{"name": "Acme", "position": "Engineer", "startDate": "2019-01", "highlights": ["Built"]}],
                "skills": [{"name": "C", "keywords": ["C"]}],
                "meta": {"sections": [{"title": "Other", "text": "words"}]},
            }
            return [("cv.json", json.dumps(resume, indent=1).encode())]
        case _:
            return [("cv.txt", _TEXT.encode()), ("cv.txt", _TEXT.encode("utf-16"))]


def mutated(family: str, data: bytes, chance: random.Random) -> bytes:
    """The data broken in a few places."""
    if family in ("docx", "linkedin") and chance.random() < 0.85:
        return _repacked(data, chance)
    if family in ("text", "markdown") and chance.random() < 0.5:
        return _worded(data, chance)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 20))):
        data = _broken(data, chance)
    return data


def _broken(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return chance.choice(_BYTES)
    first = chance.randrange(len(data))
    last = min(len(data), first + chance.choice((1, 1, 2, 4, 16, 100, 2000)))
    match chance.randrange(6):
        case 0:
            return data[:first] + bytes((data[first] ^ (1 << chance.randrange(8)),)) + data[first + 1 :]
        case 1:
            return data[:first] + chance.choice(_BYTES) + data[first:]
        case 2:
            return data[:first] + data[last:]
        case 3:
            return data[:last] + data[first:last] * chance.choice((1, 3, 40)) + data[last:]
        case 4:
            return data[:first] + chance.choice(_BYTES) + data[last:]
        case _:
            other = chance.randrange(len(data))
            return data[:first] + data[other : other + last - first] + data[last:]


def _worded(data: bytes, chance: random.Random) -> bytes:
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(chance.choice((1, 2, 5, 15))):
        place = chance.randrange(len(lines))
        words = lines[place].split(" ")
        match chance.randrange(4):
            case 0:
                words.insert(chance.randrange(len(words) + 1), chance.choice(_WORDS))
            case 1:
                words[chance.randrange(len(words))] = chance.choice(_WORDS)
            case 2:
                lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))
            case _:
                chance.shuffle(words)
        lines[place] = " ".join(words)
    return "\n".join(lines).encode("utf-8", "replace")


def _repacked(data: bytes, chance: random.Random) -> bytes:
    """A packed file with one of its parts broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError, zlib.error, EOFError):
        return _broken(data, chance)
    if not parts:
        return _broken(data, chance)
    names = list(parts)
    name = "word/document.xml" if "word/document.xml" in parts and chance.random() < 0.6 else chance.choice(names)
    kind: Callable[[bytes, random.Random], bytes] = (
        _worded if name.endswith(".csv") and chance.random() < 0.6 else _broken
    )
    for _ in range(chance.choice((1, 2, 6))):
        parts[name] = kind(parts[name], chance)
    if chance.random() < 0.1:
        parts.pop(chance.choice(names))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for part, found in parts.items():
            packed.writestr(part, found)
    return written.getvalue()


def _unpacked(data: bytes) -> bytes:
    """A PDF whose streams can be read, so that a broken byte is not only a broken stream."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, NameObject, StreamObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for number, found in enumerate(writer._objects):
        if isinstance(found, StreamObject) and found.get("/Filter") == "/FlateDecode":
            plain = DecodedStreamObject()
            plain.update({NameObject(key): value for key, value in found.items() if key not in ("/Filter", "/Length")})
            plain.set_data(found.get_data())
            writer._objects[number] = plain
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _docx() -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Ada Byron"
    for line in _TEXT.split("\n"):
        if line.isupper():
            document.add_heading(line.title(), 1)
        else:
            document.add_paragraph(line.removeprefix("- "), style="List Bullet" if line.startswith("- ") else None)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2010 - 2012", "Clerk, Bank"
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _linkedin() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr(
            "Profile.csv",
            "First Name,Last Name,Headline,Summary,Websites\nAda,Byron,Analyst,I count,[OTHER:ada.example.org]\n",
        )
        packed.writestr("Email Addresses.csv", "Email Address,Confirmed,Primary\nada@example.org,Yes,Yes\n")
        packed.writestr(
            "Positions.csv",
            "Company Name,Title,Description,Location,Started On,Finished On\nAcme,Engineer,Built,London,Jan 2019,\n",
        )
        packed.writestr(
            "Education.csv", "School Name,Start Date,End Date,Notes,Degree Name,Activities\nOxford,2014,2018,,BSc,\n"
        )
        packed.writestr("Skills.csv", "Name\nPython\nC++\n")
        packed.writestr("Languages.csv", "Name,Proficiency\nEnglish,Native or bilingual proficiency\n")
    return written.getvalue()
