"""How letters are framed in a country: what stands where, and the words around the body.

The table is resources/letter_habits.json: France by the habit of its business letters (recipient in the right half, place and date
below, « Objet »), Germany by DIN 5008 form B (recipient in the window of the envelope, date at the right, subject without a word
before it), the United Kingdom (sender and date at the right, subject below the salutation) and the United States (full block: all at
the left, a colon after the salutation).
"""

import datetime
import functools
import re

import msgspec

from jobmatch_desktop.domain.countries import COUNTRIES
from jobmatch_desktop.domain.cv_document import Block, CvDocument, Entry, Paragraph, Section
from jobmatch_desktop.domain.inline_markdown import escape, plain
from jobmatch_desktop.evidence.date_words import date_words
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.letter_frame import body_of, is_closing, is_salutation
from jobmatch_desktop.writing.wording import wording

_LONGEST_DATE_LINE = 70
_LABEL = re.compile(r"(?i)^(?:objet|subject|re|betreff|concerne|concerning)\s*:\s*")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})(?:er|\.|st|nd|rd|th)?\s+(?:of\s+)?([^\W\d_]+)\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b")
_PLACE = re.compile(r"(?i)[,\s]*(?:\b(?:le|den|on))?[,\s]*$")


class Habit(msgspec.Struct, frozen=True):
    """A country's way. `order` are the parts of a letter from top to bottom, below the sender; `sides` tell where each begins, `start`
    or `end` of the line. `window_mm` is how far below the paper's edge the recipient stands, 0 for wherever it comes. By language:
    what stands before the subject, what ends the salutation, and the closing of letters in English. `names` are the country's in
    small letters, codes too; `places` are towns and regions that tell it, `states` their codes in capital letters. `company_first` says
    that a firm's name stands above that of who reads the letter there."""

    order: tuple[str, ...]
    sides: dict[str, str]
    place_before_date: bool
    month_first: bool
    subject: dict[str, str]
    salutation_end: dict[str, str]
    closing: dict[str, str]
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    company_first: bool = False
    window_mm: float = 0.0
    as_written: bool = False


class LetterPart(msgspec.Struct, frozen=True):
    """A part of a letter: its `role` is one of the habit's order; the subject has a `title`, the others a `block` or an `entry`."""

    role: str
    title: str = ""
    content: Block | Entry | None = None


def habit_of(country: str, language: str) -> Habit:
    """The habit of a country; for `""` or one that is not in the table, France's for French and the text's own order for others."""
    table = _habits()
    return table[country] if country in COUNTRIES else table["fr" if language == "fr" else ""]


def country_of(name: str) -> str:
    """The country of `COUNTRIES` that a profile's or an offer's country is, or whose habit it shares; `""` for another or none."""
    wanted = name.strip().casefold()
    return next((country for country, habit in _habits().items() if wanted in habit.names), "")


def country_of_place(name: str) -> str:
    """The country of `COUNTRIES` that a town or a region is known to be in, such as `Berlin` or `TX`; `""` for others."""
    wanted = name.strip()
    for country, habit in _habits().items():
        if wanted in habit.states or wanted.casefold() in habit.places:
            return country
    return ""


def parts_of(document: CvDocument, habit: Habit) -> tuple[LetterPart, ...]:
    """A letter's parts below the sender in the habit's order. Nothing is left out: what has no place of its own is body.

    A document that is no letter of one section keeps its order.
    """
    found = [LetterPart("date" if _is_date(block) else "recipient", content=block) for block in document.preamble]
    for number, section in enumerate(document.sections):
        if section.title:
            found.append(LetterPart("subject", section.title))
        found.extend(_body(section) if not number else (LetterPart("body", content=part) for part in section.content))
    if len(document.sections) != 1 or habit.as_written:
        return tuple(found)
    places = {role: place for place, role in enumerate(habit.order)}
    return tuple(sorted(found, key=lambda part: places[part.role]))


def framed(document: CvDocument, country: str, language: str) -> CvDocument:
    """The letter with its frame in the country's way: order of recipient and date, how the date is written, what stands before the
    subject, the salutation's end, the closing. Words of a person's own (a closing that is in no list, a date that cannot be read) stay.
    """
    if country not in COUNTRIES or len(document.sections) != 1:
        return document
    habit = habit_of(country, language)
    order = {role: place for place, role in enumerate(habit.order)}
    preamble = sorted(document.preamble, key=lambda block: order["date" if _is_date(block) else "recipient"])
    section = document.sections[0]
    title = habit.subject.get(language, "") + _LABEL.sub("", section.title) if section.title else ""
    if title and not habit.subject.get(language):
        title = title[0].upper() + title[1:]
    content = tuple(_in_frame(part, not place, habit, language) for place, part in enumerate(section.content))
    return msgspec.structs.replace(
        document,
        preamble=tuple(_dated(block, habit, language) for block in preamble),
        sections=(Section(title, content),),
    )


def date_line(day: datetime.date, place: str, habit: Habit, language: str) -> str:
    """A day as a letter gives it: `Paris, le 25 novembre 2026`, `Berlin, 25 November 2026`, `November 25, 2026`."""
    words = wording("fr" if language == "fr" else "en")
    month_first = habit.month_first and language != "fr"
    template = words.dates["today_month_first" if month_first else "today"]
    number = "1er" if day.day == 1 and language == "fr" else str(day.day)
    date = template.format(day=number, month=words.months[day.month - 1], year=day.year)
    if language == "fr":
        return f"{place}, le {date}" if place else f"Le {date}"
    return f"{place}, {date}" if place and habit.place_before_date else date


def body_in(section: Section) -> range:
    """Which of a letter's parts below its subject are its body: not the salutation, not the closing and on."""
    return body_of(_texts(section))


def _texts(section: Section) -> list[str]:
    return ["\n".join(part.lines) if isinstance(part, Paragraph) else "- " for part in section.content]


def _body(section: Section) -> list[LetterPart]:
    """The section's parts with their roles: salutation first, closing and name last, as the words tell."""
    texts = _texts(section)
    body = body_of(texts)
    roles = ["body"] * len(texts)
    if texts and is_salutation(texts[0]) and body.start == 1:
        roles[0] = "salutation"
    after = range(body.stop, len(texts))
    for place in after:
        roles[place] = "closing" if is_closing(texts[place]) or place + 1 < len(texts) or len(after) == 1 else "name"
    if len(after) == 1 and not is_closing(texts[after[0]]):
        roles[after[0]] = "name"
    return [LetterPart(role, content=part) for role, part in zip(roles, section.content, strict=True)]


def _in_frame(part: Block | Entry, first: bool, habit: Habit, language: str) -> Block | Entry:
    if not isinstance(part, Paragraph) or len(part.lines) != 1:
        return part
    (line,) = part.lines
    if first and is_salutation(line) and line.endswith((",", ":")):
        return Paragraph((line[:-1].rstrip() + habit.salutation_end.get(language, ","),))
    if plain(line).rstrip(",") in _closings() and habit.closing.get(language):
        return Paragraph((habit.closing[language],))
    return part


def _dated(block: Block, habit: Habit, language: str) -> Block:
    if not isinstance(block, Paragraph) or not _is_date(block):
        return block
    line = plain(block.lines[0])
    found = _date_in(line)
    if found is None:
        return block
    day, start = found
    place = _PLACE.sub("", line[:start]).strip()
    if place.casefold() in ("le", "den", "on"):
        place = ""
    return Paragraph((escape(date_line(day, place, habit, language)),))


def _is_date(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.lines) != 1:
        return False
    line = plain(block.lines[0])
    return len(line) <= _LONGEST_DATE_LINE and _date_in(line) is not None


def _date_in(line: str) -> tuple[datetime.date, int] | None:
    """The day at the end of a line, and where it starts there."""
    months = date_words().months
    for pattern, order in ((_DAY_FIRST, (0, 1, 2)), (_MONTH_FIRST, (1, 0, 2))):
        for found in pattern.finditer(line):
            groups = found.groups()
            month = months.get(groups[order[1]].casefold())
            if month and found.end() == len(line.rstrip(" .")):
                return _day(int(groups[2]), month, int(groups[order[0]]), found.start())
    for found in _NUMBERS.finditer(line):
        if found.end() == len(line.rstrip(" .")):
            day, month, year, iso_year, iso_month, iso_day = (int(group or 0) for group in found.groups())
            return _day(year or iso_year, month or iso_month, day or iso_day, found.start())
    return None


def _day(year: int, month: int, day: int, start: int) -> tuple[datetime.date, int] | None:
    try:
        return datetime.date(year, month, day), start
    except ValueError:
        return None


@functools.cache
def _closings() -> frozenset[str]:
    """The closings that the program writes itself: others are the person's own words."""
    return frozenset(closing.rstrip(",") for habit in _habits().values() for closing in habit.closing.values())


@functools.cache
def _habits() -> dict[str, Habit]:
    return msgspec.json.decode(resource("letter_habits.json").read_bytes(), type=dict[str, Habit])
