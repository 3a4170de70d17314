"""Dates as people write them in a CV, in English and French words and in numbers. The words are in
resources/dates.json."""

import functools
import itertools
import re
import unicodedata

import msgspec

from jobmatch_desktop.domain.partial_date import parse_date
from jobmatch_desktop.domain.patterns import either
from jobmatch_desktop.evidence.date_words import date_words


class Dates(msgspec.Struct, frozen=True):
    """What a line says of time, and the `rest` of the line. Dates are ISO (`2014`, `2014-03`, `2014-03-09`) or `""`.

    `single` is a date alone, which may be a beginning, an end or the whole; then `start` and `end` are empty.
    `goes_on`: a word such as "present" stands for the end. `words` are those of the line that say it; `vague`: they
    say more than the dates ("Summer 2014").
    """

    start: str = ""
    end: str = ""
    single: str = ""
    goes_on: bool = False
    rest: str = ""
    words: str = ""
    vague: bool = False


def dates_in(line: str) -> Dates | None:
    """The first span of time (`Dec 2013 – Dec 2014`, `depuis mars 2018`, `03/2019 - present`) or date of a line.

    None where it has none. A day that could be two (`05/06/2019`) is its year alone. Any thread; never raises.
    """
    patterns = _patterns()
    plain = _plain(line)
    points = list(patterns.point.finditer(plain))
    for point, following in itertools.zip_longest(points, points[1:]):
        start = _iso(point, patterns.months)
        end, goes_on, last = "", False, point.end()
        if following and patterns.between.fullmatch(plain, point.end(), following.start()):
            end = _iso(following, patterns.months)
            if end and not start:
                start = _iso(point, patterns.months, year=end[:4])
            last = following.end()
        elif now := patterns.now.match(plain, point.end()):
            goes_on, last = True, now.end()
        elif (short := patterns.short_year.match(plain, point.end())) and point["year"]:
            end, last = start[:2] + short[1], short.end()
        if not start:
            continue
        before = patterns.before.search(plain, max(0, point.start() - _LONGEST_BEFORE), point.start())
        first = before.start() if before else point.start()
        rest, words = _tidy(f"{line[:first]}\n{line[last:]}"), line[first:last]
        vague = bool(patterns.about.search(plain, first, last))
        if end or goes_on:
            return Dates(start, end, "", goes_on, rest, words, vague)
        if before and before["until"]:
            return Dates(end=start, rest=rest, words=words, vague=vague)
        if before and before["since"]:
            return Dates(start=start, rest=rest, words=words, vague=vague)
        return Dates(single=start, rest=rest, words=words, vague=vague)
    return None


def joint_of(above: str, below: str) -> str | None:
    """What stands between two texts under each other that are one span of time together: a space for `Jan 2020 – Mar` and `2021`, a
    dash for `2019` and `2021` or `present`. None where they are not halves of one. Any thread."""
    first = dates_in(above)
    if first is not None and first.start and (first.end or first.goes_on) and not below.isdigit():
        return None
    for joint in (" ", " – "):
        both = dates_in(f"{above}{joint}{below}")
        if both is None or _has_more(both) or not both.start or not (both.goes_on or both.start <= both.end):
            continue
        if joint == " " and first is not None and first.words.strip() == both.words.strip():
            continue
        return joint
    return None


def _has_more(dates: Dates) -> bool:
    return any(map(str.isalnum, dates.rest))


_LONGEST_BEFORE = 40


class _Patterns(msgspec.Struct, frozen=True):
    months: dict[str, int]
    point: re.Pattern[str]
    between: re.Pattern[str]
    now: re.Pattern[str]
    short_year: re.Pattern[str]
    before: re.Pattern[str]
    about: re.Pattern[str]


@functools.cache
def _patterns() -> _Patterns:
    words = date_words()
    month = rf"({either(words.months)})\b\.?"
    forms = (
        r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)",
        r"(?P<year_month>(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2]))",
        r"(?P<numbers>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)",
        r"(?P<month_year>(?:0?[1-9]|1[0-2])\s?[/.-]\s?(?:19|20)\d\d)",
        rf"(?P<day_month>\d{{1,2}}(?:er|st|nd|rd|th)?\s+(?:of\s+)?{month},?\s+(?:19|20)\d\d)",
        rf"(?P<month_day>{month}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d)",
        rf"(?P<named>{month}(?:,?\s+(?:'\d\d|(?:19|20)\d\d))?)",
        r"(?P<year>(?:19|20)\d\d)",
    )
    about = rf"\b(?:{either(words.about)})\b"
    between = rf"\s*(?:{either(words.between)})\s*(?:(?:{about})\s*)?"
    return _Patterns(
        words.months,
        re.compile(rf"(?<![\w/.])(?:{'|'.join(forms)})(?![\w/])"),
        re.compile(between),
        re.compile(rf"{between}(?:{either(words.now)})\b(?:(?<=auj)\.)?"),
        re.compile(r"\s?[-–—/]\s?(\d\d)(?![\w/.-])"),
        re.compile(
            rf"(?<!\w)(?:(?P<until>{either(words.until)})|(?P<since>{either(words.since)})|(?:{either(words.at)}))?\s*(?:(?:{about}),?)?\s*$"
        ),
        re.compile(about),
    )


def _plain(text: str) -> str:
    """The text in small letters without accents, each character in its place."""
    return "".join(map(_plain_character, text.replace("’", "'")))


def _plain_character(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0].casefold()
    return base if len(base) == 1 else character


def _iso(point: re.Match[str], months: dict[str, int], year: str = "") -> str:
    """The point's date; `year` is for a month that is named without one. `""` for no date."""
    numbers = [int(number) for number in re.findall(r"\d+", point[0])]
    named = re.search(r"[a-z]{3,}", point[0].removesuffix("of"))
    month = months.get(named[0], 0) if named else 0
    match point.lastgroup:
        case "iso":
            found = "-".join(re.findall(r"\d+", point[0]))
        case "year_month":
            found = f"{numbers[0]}-{numbers[1]:02d}"
        case "month_year":
            found = f"{numbers[1]}-{numbers[0]:02d}"
        case "numbers":
            found = _in_numbers(*numbers)
        case "day_month" | "month_day":
            found = f"{numbers[1]}-{month:02d}-{numbers[0]:02d}"
        case "named":
            of = _whole_year(numbers[0]) if numbers else year
            found = f"{of}-{month:02d}" if of else ""
        case _:
            found = point[0]
    return found if parse_date(found) else ""


def _whole_year(number: int) -> str:
    return str(number if number > 99 else number + (2000 if number < 70 else 1900))


def _in_numbers(first: int, second: int, year: int) -> str:
    """Day and month in either order where only one makes a date, else the year alone."""
    if first > 12 or first == second:
        return f"{year}-{second:02d}-{first:02d}"
    return f"{year}-{first:02d}-{second:02d}" if second > 12 else str(year)


def _tidy(rest: str) -> str:
    """What is left of a line whose dates were cut out at the line end in it: without the marks that set them apart."""
    before, after = rest.split("\n", 1)
    if before.rstrip().endswith(("(", "[")) and after.lstrip().startswith((")", "]")):
        before, after = before.rstrip()[:-1], after.lstrip()[1:]
    marks = " \t,;:|·•–—-/"
    before, after = before.strip(marks), after.strip(marks)
    return f"{before}, {after}" if before and after else before or after
