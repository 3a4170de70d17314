"""A letter composed anew that keeps what a person made of the old one: its frame and its body each for itself.

A letter that gets longer or shorter has other paragraphs; the person's greeting, date or closing stays all the same.
"""

import msgspec

from jobmatch_desktop.domain.cv_document import Block, CvDocument, Entry
from jobmatch_desktop.domain.cv_markdown import parse, render
from jobmatch_desktop.writing.letter_habits import body_in, framed
from jobmatch_desktop.writing.reframe import reframe


def reframe_letter(base: str, current: str, composed: str) -> str:
    """`composed` with what the person changed between `base` and `current` carried into it. Pure, any thread; never raises."""
    documents = [parse(text) for text in (base, current, composed)]
    if any(len(document.sections) != 1 for document in documents):
        return reframe(base, current, composed).text
    frame = parse(reframe(*(render(_frame(document)) for document in documents)).text)
    body = parse(reframe(*(render(_body(document)) for document in documents)).text)
    if len(frame.sections) != 1:
        return reframe(base, current, composed).text
    return render(_joined(frame, tuple(part for one in body.sections for part in one.content)))


def with_body(frame: str, body: str) -> str:
    """The letter `frame` with the body of the letter `body`; `body` itself where one of them is no letter."""
    around, words = parse(frame), parse(body)
    if len(around.sections) != 1 or len(words.sections) != 1:
        return body
    return render(_joined(_frame(around), _body(words).sections[0].content))


def in_country(text: str, country: str, language: str) -> str:
    """A letter's text framed by a country's habit (writing/letter_habits.py); as it is where it is that already, or no letter."""
    document = parse(text)
    anew = framed(document, country, language)
    return text if anew == document else render(anew)


def _joined(frame: CvDocument, words: tuple[Block | Entry, ...]) -> CvDocument:
    """The frame with the words between its greeting and its closing."""
    section = frame.sections[0]
    place = body_in(section).start
    content = (*section.content[:place], *words, *section.content[place:])
    return msgspec.structs.replace(frame, sections=(msgspec.structs.replace(section, content=content),))


def _frame(document: CvDocument) -> CvDocument:
    """All but the body; where the person left nothing else, the subject still holds its place."""
    section = document.sections[0]
    body = body_in(section)
    content = section.content[: body.start] + section.content[body.stop :]
    return msgspec.structs.replace(document, sections=(msgspec.structs.replace(section, content=content),))


def _body(document: CvDocument) -> CvDocument:
    section = document.sections[0]
    body = body_in(section)
    return CvDocument(
        "", (), (), (msgspec.structs.replace(section, title="Body", content=section.content[body.start : body.stop]),)
    )
