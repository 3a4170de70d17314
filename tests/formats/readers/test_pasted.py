"""What is pasted from other programs: clean Markdown from clipboards of their shapes, and no meaning of HTML left."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.cv_document import Bullets, Entry
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.inline_markdown import plain
from jobmatch_desktop.formats.readers.pasted import html_to_markdown

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
<p class=MsoTitle>Ada&nbsp;Lovelace<o:p></o:p></p>
<p class=MsoNormal>Engineer &middot; <a href="mailto:ada@example.com"><span style='color:blue'>ada@example.com</span></a><o:p></o:p></p>
<h1>Experience<o:p></o:p></h1>
<h2>Engineer</h2>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Wrote
the <b style='mso-bidi-font-weight:normal'>first</b> compiler<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Led a
team<span style='mso-hide:all'> (secret)</span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><img width=200 src="file:///C:/Users/ada/image001.png">After it</p>
<!--EndFragment-->
</body></html>"""

GOOGLE_DOCS = """<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-0f">
<h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-weight:400;white-space:pre-wrap;">Skills</span></h2>
<p dir="ltr"><span style="font-weight:700;font-style:normal;white-space:pre-wrap;">Languages:</span><span
style="font-weight:400;white-space:pre-wrap;"> Python, </span><span style="font-style:italic;white-space:pre-wrap;">some </span><a
href="https://example.com/c" style="text-decoration:none;"><span style="white-space:pre-wrap;">C</span></a></p>
<ul style="margin-top:0;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li>
<li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Two</span></p></li>
<ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Within</span></p></li></ul></ul></b><br
class="Apple-interchange-newline">"""

LIBREOFFICE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.3 (Linux)"/><style type="text/css">p { margin-bottom: 0.25cm }</style></head>
<body lang="en-US" link="#000080" dir="ltr"><h1 class="western">Education</h1>
<p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif"><b>MSc</b>, Maths<br/>
University of London</font></p>
<table width="665" cellpadding="4"><col width="128*"/><tr valign="top"><td width="50%"><p>2015</p></td>
<td width="50%"><p>First prize</p></td></tr><tr><td><p>2016</p></td><td><p>Second prize</p></td></tr></table>
<ol><li><p style="margin-bottom: 0cm">first</p></li><li><p>second</p></li></ol></body></html>"""

LINKEDIN = """<section class="artdeco-card"><div><h2><span aria-hidden="true"><!---->Experience<!----></span><span
class="visually-hidden"><!---->Experience<!----></span></h2></div><ul><li class="artdeco-list__item"><div><span aria-hidden="true">Senior
Engineer</span><span class="visually-hidden">Senior Engineer</span></div><div><span class="t-14 t-normal"><span
aria-hidden="true">Zyntra · Full-time</span><span class="visually-hidden">Zyntra · Full-time</span></span></div></li></ul><button>Show
all</button></section>"""

WEB = """Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000999\r\nStartFragment:0000000141\r\nSourceURL:https://example.com/\r\n<html><body>
<!--StartFragment--><div class="post"><script>alert("x")</script><style>p{}</style><h3 style="color:red">About</h3><p>5 &lt; 6 &amp; <em>so
on</em>, 1 * 2 * 3, [not](a link) and &lt;b&gt;text&lt;/b&gt;<p>snake_case&#8203; <a href="javascript:alert(1)">click</a> <a
href="/relative">here</a><div style="display:none">hidden</div><pre>a  b
c</pre><p># no heading</p><p>- typed</p><p>• with a sign</p></div><!--EndFragment--></body></html>"""


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            WORD,
            "# Ada Lovelace\nEngineer · [ada@example.com](mailto:ada@example.com)\n\n## Experience\n\n### Engineer\n"
            "- Wrote the **first** compiler\n- Led a team\n\nAfter it",
        ),
        (
            GOOGLE_DOCS,
            "## Skills\n**Languages:** Python, *some* [C](https://example.com/c)\n- One\n- Two\n- Within",
        ),
        (
            LIBREOFFICE,
            "## Education\n**MSc**, Maths\nUniversity of London\n\n2015 · First prize\n2016 · Second prize\n\n- first\n- second",
        ),
        (LINKEDIN, "## Experience\n- Senior Engineer Zyntra · Full-time"),
        (
            WEB,
            "## About\n5 < 6 & *so on*, 1 \\* 2 \\* 3, \\[not\\](a link) and \\<b>text\\</b>\n\nsnake_case click here\n\n"
            "a b\nc\n\n\\# no heading\n- typed\n- with a sign",
        ),
    ],
    ids=["Word", "Google Docs", "LibreOffice", "LinkedIn", "a web page"],
)
def test_clipboards_of_other_programs(html: str, expected: str) -> None:
    assert html_to_markdown(html) == expected


def test_what_is_pasted_is_read_as_a_document() -> None:
    document = parse(html_to_markdown(WORD))
    (section,) = document.sections
    entry = section.content[0]
    assert isinstance(entry, Entry)
    assert (document.name, section.title, entry.title) == ("Ada Lovelace", "Experience", "Engineer")
    assert entry.blocks[0] == Bullets(("Wrote the **first** compiler", "Led a team"))


def test_a_table_that_only_places_things_is_not_made_a_line() -> None:
    html = "<table><tr><td><h2>Skills</h2><ul><li>Go</li></ul></td><td><h2>Work</h2><p>Baker</p></td></tr></table>"
    assert html_to_markdown(html) == "## Skills\n- Go\n\n## Work\nBaker"


@pytest.mark.parametrize(
    "html", ["", "  ", "<p></p>", "<!-- x -->", "<script>x</script>", "<img src='x'>", "\x00", "<"]
)
def test_nothing_to_see_is_nothing(html: str) -> None:
    assert html_to_markdown(html).strip("<") == ""


def test_words_without_any_tag_are_words() -> None:
    assert html_to_markdown("just words") == "just words"


_TAGS = [
    "p",
    "div",
    "b",
    "i",
    "a",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "h1",
    "h3",
    "br",
    "pre",
    "span",
    "script",
    "o:p",
    "x",
]
_TAG = st.builds(
    "{}{}{}".format, st.sampled_from(["<", "</"]), st.sampled_from(_TAGS), st.sampled_from([">", "/>", ""])
) | (
    st.sampled_from(
        [
            "<a href='http://x.y/<b>'>",
            '<p style="mso-list:l0 level1">',
            '<b style="font-weight:normal">',
            "<![if x]>",
            "<!--",
            "-->",
            "&lt;b&gt;",
            "&#0;",
            "&#x202e;",
            "&nbsp;",
            "&#x85;",
            "<?php",
        ]
    )
)


@given(st.lists(_TAG | st.text(max_size=6), max_size=30).map("".join))
def test_no_control_character_and_no_html_come_out_of_any_text(html: str) -> None:
    markdown = html_to_markdown(html)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", markdown)
    assert not re.search(r"(?<!\\)<[A-Za-z/!?]", markdown)
    assert "\n\n\n" not in markdown
    assert all(line == line.strip() for line in markdown.split("\n"))


@given(
    st.lists(st.tuples(st.sampled_from(["b", "i", "span", "u"]), st.text("ab *_[]()\\<&#-+1.", max_size=8)), max_size=8)
)
def test_the_words_read_back(pieces: list[tuple[str, str]]) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;")

    html = "<p>x" + "".join(f"<{tag}>{escaped(text)}</{tag}>" for tag, text in pieces) + "</p>"
    words = " ".join(("x" + "".join(text for _, text in pieces)).split())
    assert plain(html_to_markdown(html)) == words


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 59_000 + "deep",
        "<b>x" * 59_000,
        "<p>words " * 59_000,
        "<table><tr><td>" * 19_000 + "x",
        "a" * 4_900_000,
        " " * 4_900_000 + "x",
        '<img src="data:image/png;base64,' + "A" * 8_000_000 + '">after',
        "<p style='" + ";:" * 2_000_000 + "'>x",
        "<" * 5_000_001,
        "<!--" * 59_000,
        "&#0;" * 199_000 + "x",
    ],
    ids=range(11),
)
def test_a_hostile_clipboard_is_bounded(html: str) -> None:
    started = time.process_time()
    html_to_markdown(html)
    assert time.process_time() - started < 15


def test_a_picture_does_not_make_a_text_too_large() -> None:
    assert html_to_markdown('<img src="data:image/png;base64,' + "A" * 8_000_000 + '"><p>after') == "after"
