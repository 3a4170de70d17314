from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.formats.writers.markdown import write_markdown
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.text import write_text
from tests.formats.writers.documents import CV, LETTER, cv, letter


def test_text() -> None:
    assert write_text(cv(), Style()).decode() == (
        "Richard Hendriks\n"
        "Core engineer · Palo Alto, CA · richard@example.com · (912) 555-4321\n"
        "\n"
        "SUMMARY\n"
        "\n"
        "Engineer with eight years on compression.\n"
        "\n"
        "EXPERIENCE\n"
        "\n"
        "CEO and President, Pied Piper\n"
        "Dec 2013 – Dec 2014 · Palo Alto, CA\n"
        "- Built a lossless compression engine, see the paper (https://example.com/paper?a=1&b=2)\n"
        "- Took the platform to a first paying customer\n"
        "\n"
        "Software engineer, Hooli\n"
        "Jan 2011 – Nov 2013\n"
        "- Rewrote the upload path in Go\n"
        "\n"
        "EDUCATION\n"
        "\n"
        "Bachelor, Information Technology, University of Oklahoma\n"
        "Jun 2011 – Jan 2014\n"
        "\n"
        "SKILLS\n"
        "\n"
        "Go, Python, PostgreSQL\n"
    )


def test_letter_keeps_its_subject_as_written() -> None:
    text = write_text(letter(), Style(kind=DocumentKind.LETTER)).decode()
    assert "\n\nApplication for Senior backend engineer\n\nDear hiring team,\n\n" in text
    assert text.endswith("\n\nRichard Hendriks\n")


def test_markdown_is_the_document_itself() -> None:
    assert write_markdown(cv(), Style()).decode() == CV
    assert write_markdown(letter(), Style()).decode() == LETTER


def test_any_words_can_be_written() -> None:
    document = parse("# محمد 王\ud800\n\n## \x00\n- 😀\n")
    assert "محمد 王" in write_text(document, Style()).decode()
    assert "😀" in write_markdown(document, Style()).decode()
    assert write_text(parse(""), Style()) == b""
    assert write_markdown(parse(""), Style()) == b""
