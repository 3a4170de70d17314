"""Numbers, dates and durations of a text, in English and French, as values that can be compared.

`2.5 million`, `2,5 M€` and `2 500 000` are one value; so are `twelve` and `12`, `Dec 2013` and `2013-12-01`, `5 ans`
and `five years`.
"""

import functools
import itertools
import re
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.domain.patterns import either
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.date_parts import parts_of_years
from jobmatch_desktop.evidence.date_words import date_words

_SPACE = r"[ \u00a0\u202f]"
_YEAR = r"(?:19[3-9]\d|20[0-4]\d)"
_DIGITS = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,’']\d+)*"
_PERCENT = rf"{_SPACE}?%|{_SPACE}(?:percent|per{_SPACE}cent|pour{_SPACE}cent|pourcents?)\b"
_TEXTS_REMEMBERED = 200
_SUFFIX = {"k": 1e3, "m": 1e6, "mn": 1e6, "md": 1e9, "mds": 1e9, "b": 1e9, "bn": 1e9}
_NUMERIC_DATE = re.compile(
    rf"(?<![\w/.-])(?:(?P<iso>{_YEAR})-(?P<iso_month>0[1-9]|1[0-2])(?:-\d\d)?"
    rf"|(?:\d\d?[/.])?(?P<month>0?[1-9]|1[0-2])[/.](?P<year>{_YEAR}))(?![\w/]|[.-]\d)"
)
_FRACTION = re.compile(
    r"(?<![\w-])(?<!first )(?<!second )(?:(?P<count>an?|one|two|three|four|une?|deux|trois|quatre|les deux|les trois)[ \u00a0-]"
    r"(?P<part>thirds?|quarters?|fifths?|tenths?|tiers|quarts?|cinquièmes?|dixièmes?)(?=\s(?:of|fewer|less|more|off|de|des|du|d[’'])|[.,;)]|$)"
    r"|(?P<half>half(?=\s(?:of|the|my|our|a)\b)|(?<=by\s)half|(?<=over\s)half|(?<=than\s)half|la moitié))(?!\w)",
    re.IGNORECASE,
)
_PARTS = {
    "third": 3, "thirds": 3, "tiers": 3, "quarter": 4, "quarters": 4, "quart": 4, "quarts": 4, "fifth": 5, "fifths": 5, "cinquième": 5,
    "cinquièmes": 5, "tenth": 10, "tenths": 10, "dixième": 10, "dixièmes": 10, "half": 2, "la moitié": 2,
}  # fmt: skip
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "un": 1, "une": 1, "two": 2, "deux": 2, "les deux": 2, "three": 3, "trois": 3, "les trois": 3, "four": 4,
    "quatre": 4,
}  # fmt: skip
_HALF = re.compile(r"\s(?:et\sdemie?|and\sa\shalf)(?:\s(?P<scale>million|billion|thousand))?(?!\w)", re.IGNORECASE)
_HALF_OF = re.compile(
    r"(?<![\w-])(?:half(?:\san?\s|-)(?P<of>dozen|hundred|thousand|million|billion)|(?:une?\s)?demi-(?P<de>douzaine|million|milliard)"
    r"|(?:an?|une?)\s(?P<time>minute|hour|heure|year|an|année)\s(?:and\sa\shalf|et\sdemie?))(?!\w)(?:\s(?:less|more|de moins|de plus))?",
    re.IGNORECASE,
)
_HALF_A_TIME = {"minute": 90.0, "hour": 90.0, "heure": 90.0, "year": 18.0, "an": 18.0, "année": 18.0}
_TO_NOTHING = re.compile(r"(?<!\w)(?:(?<=to\s)zero|(?<=à\s)zéro)(?!\w)", re.IGNORECASE)
_AND_HALF = re.compile(r"et\sdemie?|and\sa\shalf", re.IGNORECASE)
_AND_MONTHS = re.compile(r",?\s(?:and|et)\s|,\s", re.IGNORECASE)
_WHOLE = 100
_IN_MONTHS = re.compile(r"month|mth|mois", re.IGNORECASE)
_VAGUE_WORDS = re.compile(
    r"(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|millier|dozen)s?",
    re.I,
)
_BETWEEN = re.compile(r"\s*(?:[-–—/]|to|and|or|à|et|ou)\s*", re.IGNORECASE)
_BEFORE_OVEN = re.compile(r"(?<!\w)(?:un|le|du|au|ce|mon|notre|chaque|(?:nouve|b)e?au|grand|vieux)\s$", re.IGNORECASE)
_AFTER_OVEN = re.compile(r"\s(?:à|de|pour|et|électrique|tunnel|rotatif)(?!\w)", re.IGNORECASE)
_REACH = 20
_BARE_YEAR = re.compile(rf"(?<![$€£])(?<![$€£]{_SPACE}){_YEAR}")


class Quantity(msgspec.Struct, frozen=True):
    """Words that say how much or when; `start` and `end` in code points.

    `kind` is `number`, `percent`, `date` or `duration`; `values` are all that the words may mean: numbers, months of a
    duration, or for a date `year * 100 + month` (month 0 where not said). `vague` words mean about so many: a third, une dizaine.
    """

    start: int
    end: int
    kind: str
    values: frozenset[float]
    vague: bool = False


def quantities(text: str) -> list[Quantity]:
    """All of a text, in order, none within another. Takes time in proportion to the text."""
    return list(_quantities(text))


@functools.lru_cache(_TEXTS_REMEMBERED)
def _quantities(text: str) -> tuple[Quantity, ...]:
    found: list[Quantity] = []
    taken = bytearray(len(text))
    for quantity in _candidates(text):
        if not any(taken[quantity.start : quantity.end]):
            taken[quantity.start : quantity.end] = b"\x01" * (quantity.end - quantity.start)
            found.append(quantity)
    found.sort(key=lambda quantity: quantity.start)
    return tuple(_as_following(text, one, following) for one, following in itertools.zip_longest(found, found[1:]))


def _as_following(text: str, one: Quantity, following: Quantity | None) -> Quantity:
    """A number that is the first of two whose sign stands after the second alone, with that sign: "from 18 to 31 %", "de 2,1 à 3,4 M€"."""
    if following is None or one.kind != "number" or not _BETWEEN.fullmatch(text, one.end, following.start):
        return one
    if following.kind == "percent":
        return msgspec.structs.replace(one, kind="percent")
    if following.kind == "duration":
        per = 1 if _IN_MONTHS.search(text, following.start, following.end) else 12
        return msgspec.structs.replace(one, kind="duration", values=frozenset(value * per for value in one.values))
    scaled = _number().fullmatch(text, following.start, following.end) if following.kind == "number" else None
    scale = _scale_of(scaled) if scaled else 1
    if scale == 1 or max(one.values) >= scale:
        return one
    return msgspec.structs.replace(one, values=one.values | {round(value * scale, 6) for value in one.values})


def _scale_of(number: re.Match[str]) -> float:
    scale = _SUFFIX.get((number["suffix"] or "").casefold(), 1.0)
    return scale * claim_words().scales.get((number["scale"] or "").casefold(), 1.0)


def _candidates(text: str) -> Iterator[Quantity]:
    for start, end, months in parts_of_years(text):
        yield Quantity(start, end, "date", months, vague=True)
    for date in _worded_date().finditer(text):
        named = date_words().months[(date["month"] or date["month_first"]).casefold()]
        yield Quantity(*date.span(), "date", frozenset({int(date["year"]) * 100.0 + named}))
    for date in _NUMERIC_DATE.finditer(text):
        year, month = date["iso"] or date["year"], date["iso_month"] or date["month"]
        yield Quantity(*date.span(), "date", frozenset({int(year) * 100.0 + int(month)}))
    yield from _worded_durations(text)
    yield from _halves(text)
    yield from _durations(text)
    for of in _share().finditer(text):
        word = of["whole"].casefold()
        whole = claim_words().scales.get(word) or claim_words().numbers.get(word) or float(word)
        values = frozenset(100 * part / whole for part in _values(of["digits"], of["words"]))
        if max(values) <= _WHOLE:
            yield Quantity(*of.span(), "percent", values)
    for number in _number().finditer(text):
        scale = _scale_of(number)
        kind = "percent" if number["percent"] else "number"
        values = frozenset(round(value * scale, 6) for value in _read_digits(number["digits"]))
        if kind == "number" and scale == 1 and _BARE_YEAR.fullmatch(text, *number.span("digits")):
            yield Quantity(*number.span(), "date", frozenset(value * 100 for value in values))
        else:
            yield Quantity(*number.span(), kind, values)
    for words in _FRACTION.finditer(text):
        parts = _PARTS[(words["part"] or words["half"]).casefold()]
        share = 100 * (_COUNTS[(words["count"] or "one").casefold()] if words["part"] else 1) / parts
        yield Quantity(*words.span(), "percent", frozenset({share}), vague=True)
    for words in _number_words().finditer(text):
        if _is_oven(text, words) or _is_half_of_word(text, words):
            continue
        kind = "percent" if words["percent"] else "number"
        half = _HALF.match(text, words.end("words"))
        value = _read_words(words["words"])
        if half and half["scale"]:
            value = (value + 0.5) * claim_words().scales[half["scale"].casefold()]
        elif half:
            value += _last_scale(words["words"]) / 2
        vague = _VAGUE_WORDS.search(words["words"]) is not None
        yield Quantity(words.start(), half.end() if half else words.end(), kind, frozenset({value}), vague=vague)


def _halves(text: str) -> Iterator[Quantity]:
    """Half a dozen, a minute and a half (in minutes or seconds), and what fell to nothing."""
    scales = {**claim_words().scales, **claim_words().numbers}
    for half in _HALF_OF.finditer(text):
        if time := (half["time"] or "").casefold():
            year = _HALF_A_TIME[time] == _HALF_A_TIME["year"]
            values = {_HALF_A_TIME[time]} if year else {1.5, _HALF_A_TIME[time]}
            yield Quantity(*half.span(), "duration" if year else "number", frozenset(values))
        else:
            value = scales[(half["of"] or half["de"]).casefold()] / 2
            yield Quantity(*half.span(), "number", frozenset({value}), vague=True)
    for nothing in _TO_NOTHING.finditer(text):
        yield Quantity(*nothing.span(), "number", frozenset({0.0}))


def _worded_durations(text: str) -> Iterator[Quantity]:
    """Half a decade, a quarter of a century."""
    for worded in _worded_duration().finditer(text):
        said = next(name for name in ("part", "quart", "demi", "dozen", "dozens", "most", "more") if worded[name])
        word = {
            "part": f"{worded['part']} {worded['whole']}",
            "demi": (worded["demi"] or "").partition(" ")[0],
            "more": worded["more"],
        }.get(said, said)
        months = frozenset({float(_WORDED_MONTHS[(word or "").casefold()])})
        yield Quantity(*worded.span(), "duration", months, vague=True)


def _durations(text: str) -> Iterator[Quantity]:
    """Years or months, and years with months: "three years and four months" is one."""
    years: Quantity | None = None
    for duration in _duration().finditer(text):
        unit = (duration["unit"] or duration["decades"]).casefold()
        per = 120 if unit.startswith("d") else 1 if unit.startswith("m") else 12
        numbers = _values(duration["digits"], duration["words"])
        after = _HALF.match(text, duration.end())
        more = per / 2 if after or _AND_HALF.search(duration[0]) else 0
        end = after.end() if after else duration.end()
        found = Quantity(duration.start(), end, "duration", frozenset(number * per + more for number in numbers))
        if years is not None and per == 1 and _AND_MONTHS.fullmatch(text, years.end, found.start):
            months = frozenset(one + other for one in years.values for other in found.values)
            found = msgspec.structs.replace(found, start=years.start, values=months)
        elif years is not None:
            yield years
        years = found
    if years is not None:
        yield years


def _is_oven(text: str, words: re.Match[str]) -> bool:
    """Whether the English number is the French word: "un four à sole"."""
    return words["words"].casefold() == "four" and bool(
        _BEFORE_OVEN.search(text, max(0, words.start() - _REACH), words.start()) or _AFTER_OVEN.match(text, words.end())
    )


def _is_half_of_word(text: str, words: re.Match[str]) -> bool:
    """Whether "half" is but the beginning of a word: "half-time" and "half-day" count nothing."""
    return words["words"].casefold() == "half" and text[words.end() : words.end() + 1] == "-"


def _last_scale(words: str) -> float:
    """What "and a half" halves: of "two million" a million, of "two" one."""
    last = re.findall(r"[^\W\d_]+", words.casefold())[-1]
    return claim_words().scales.get(last, 1.0)


def _values(digits: str | None, words: str | None) -> frozenset[float]:
    if digits:
        return _read_digits(digits)
    return frozenset({_read_words(words)}) if words else frozenset({1.0})


def _read_digits(digits: str) -> frozenset[float]:
    """What digits may mean: a comma or a stop before three digits is either."""
    plain = re.sub(rf"{_SPACE}|[’']", "", digits)
    marks = [sign for sign in plain if sign in ".,"]
    if not marks:
        return frozenset({float(plain[:300])})
    last = plain.rindex(marks[-1])
    whole = re.sub("[.,]", "", plain)[:300]
    decimal = re.sub("[.,]", "", plain[:last])[:300] + "." + plain[last + 1 :][:300]
    if len(marks) > 1 and len(set(marks)) == 1:
        return frozenset({float(whole)})
    if len(plain) - last - 1 == 3 and len(marks) == 1:
        return frozenset({float(whole), float(decimal)})
    return frozenset({float(decimal)})


def _read_words(words: str) -> float:
    table = claim_words()
    total = current = 0.0
    for word in re.findall(r"[^\W\d_]+", words.casefold()):
        if word in table.scales:
            current = max(current, 1.0) * table.scales[word]
            if table.scales[word] >= 1000:
                total, current = total + current, 0.0
        elif word == "vingts" or (word == "vingt" and current == 4):
            current = 80.0
        else:
            current += 9.0 if word == "neuf" else table.numbers.get(word, 0.0)
    return total + current


@functools.cache
def _worded_date() -> re.Pattern[str]:
    months = either(date_words().months)
    return re.compile(
        rf"(?<!\w)(?:(?:\d{{1,2}}(?:st|nd|rd|th|er)?{_SPACE}(?:of{_SPACE})?)?(?P<month>{months})\.?,?{_SPACE}(?:de{_SPACE})?"
        rf"|(?P<month_first>{months})\.?{_SPACE}\d{{1,2}}(?:st|nd|rd|th)?,?{_SPACE})(?P<year>{_YEAR})(?!\w)",
        re.IGNORECASE,
    )


@functools.cache
def _words_of_number() -> str:
    table = claim_words()
    single = either([*table.numbers, *(scale for scale in table.scales if scale not in ("cent", "cents"))])
    more = either([*table.numbers, *table.scales])
    joined = rf"{_SPACE}|-|(?:(?<=hundred)|(?<=thousand)|(?<=million)){_SPACE}and{_SPACE}|{_SPACE}et{_SPACE}(?=onze)"
    return rf"(?:{single}|neuf(?={_SPACE}(?:ans|\w{{3,}}[sx])(?!\w)))(?:(?:{joined})(?:{more})(?!\w)){{0,6}}"


@functools.cache
def _duration() -> re.Pattern[str]:
    half = rf"{_SPACE}et{_SPACE}demie?|{_SPACE}and{_SPACE}a{_SPACE}half"
    more = rf"{_SPACE}?\+|-plus|{_SPACE}plus|[ -]odd|{_SPACE}or{_SPACE}(?:so|more)|{half}"
    beside = (
        "full|solid|last|past|long|short|school|academic|consecutive|straight|happy|busy|whole|entire|good|great|calendar|continuous|successive"
        "|dernière?s|première?s|belles?|bonnes?|longues?|petites?|grandes?|pleines?|riches|intenses"
    )
    return re.compile(
        rf"(?<![\w.,])(?:(?:(?P<digits>{_DIGITS})|(?P<words>{_words_of_number()}))(?:{more})?"
        rf"(?:{_SPACE}|-)?(?:d[’'])?(?:(?:{beside}){_SPACE})?(?P<unit>years?|yrs?|months?|mths?|decades?|ans?|années?|décennies?|mois"
        rf"|winters?|summers?|hivers?|étés?)"
        rf"|(?:an?|une?|one){_SPACE}(?:(?:{beside}){_SPACE})?(?P<decades>decade|décennie))(?!\w|{_SPACE}\d+(?!{_SPACE}?(?:months?|mois)))",
        re.IGNORECASE,
    )


@functools.cache
def _worded_duration() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<part>half|quarter){_SPACE}(?:of{_SPACE})?an?{_SPACE}(?P<whole>decade|century)|(?:un{_SPACE})?(?P<quart>quart){_SPACE}de{_SPACE}siècle"
        rf"|(?:une?{_SPACE})?demi-(?P<demi>douzaine{_SPACE}d[’']années|décennie|siècle)|half{_SPACE}(?P<dozen>a{_SPACE}dozen){_SPACE}years"
        rf"|an?{_SPACE}(?P<dozens>dozen){_SPACE}(?:or{_SPACE}so{_SPACE})?years"
        rf"|(?:the{_SPACE}(?:better|best|greater){_SPACE}part{_SPACE}of|le{_SPACE}plus{_SPACE}clair{_SPACE}d[’']|près{_SPACE}d[’']){_SPACE}?(?:an?|une){_SPACE}(?P<most>decade|décennie)"
        rf"|one{_SPACE}and{_SPACE}a{_SPACE}half{_SPACE}(?P<more>years|decades))(?!\w)",
        re.IGNORECASE,
    )


_WORDED_MONTHS = {
    "half decade": 60, "half century": 600, "quarter decade": 30, "quarter century": 300, "quart": 300, "douzaine": 72, "décennie": 60,
    "siècle": 600, "dozen": 72, "dozens": 144, "most": 96, "years": 18, "decades": 180,
}  # fmt: skip


@functools.cache
def _number() -> re.Pattern[str]:
    scales = either(list(claim_words().scales))
    return re.compile(
        rf"(?<![\w.,])(?:(?P<currency>[$€£]){_SPACE}?)?(?P<digits>{_DIGITS})(?![.,]?\d)"
        rf"(?:{_SPACE}?(?P<suffix>[kKM]|[mM]n|bn|Mds?|B|(?(currency)m|(?!))|m(?={_SPACE}?[$€£]))(?![^\W_])|{_SPACE}(?P<scale>{scales})(?!\w))?"
        rf"(?P<percent>{_PERCENT})?(?:{_SPACE}?[$€£])?(?:(?:st|nd|rd|th|er|ère|e|ème|x|-fold)(?!\w))?\+?(?![^\W_])",
    )


@functools.cache
def _share() -> re.Pattern[str]:
    """So many of ten or a hundred: "fewer than six customers in a hundred", "neuf clients sur dix"."""
    times = r"(?!\s(?:days?|weeks?|months?|years?|hours?|minutes?|jours?|semaines?|mois|ans|années|heures?)(?!\w))"
    few = r"(?:\s(?!of\s|in\s|sur\s)[^\W\d_]+){0,2}"
    return re.compile(
        rf"(?<![\w.,-])(?:(?P<digits>\d{{1,2}})|(?P<words>one|un|une|{_words_of_number()})){few}"
        rf"(?:\s(?:out\sof|sur)\s(?:every\s|an?\s)?|\sin\s(?:every\s|an?\s)?(?=\w+\b(?!\s[^\W\d_]+s(?!\w))))(?P<whole>hundred|100|cent|ten|10|dix)(?![\w%.,]*\d|\w)"
        rf"{times}",
        re.IGNORECASE,
    )


@functools.cache
def _number_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?<!first )(?<!second )(?P<words>{_words_of_number()})(?P<percent>{_PERCENT})?(?!\w)",
        re.IGNORECASE,
    )
