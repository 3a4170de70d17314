"""Truths and lies made of a person's facts by rules: the same facts in another form, and facts that were changed."""

import re
import zlib
from collections.abc import Iterator

from bench.lie_corpus import PARTS, TODAY, Person, Sentence, inventions, marked_sentence
from jobmatch_desktop.domain.profile import Job, Profile, When

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[ ,.]\d{3})*(?:[.,]\d+)?(?![\w°])")
_WORDS = {
    "en": ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    "fr": ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"],
}
_MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
}
_NOW = {"en": "present", "fr": "présent"}
_WEAK = {
    "en": re.compile(
        r"(?:Helped (?:with )?|Contributed to |Assisted with |Supported |Took part in |Worked on )(?:train |plan )?"
    ),
    "fr": re.compile(r"(?:Participé à |Contribué à |Aidé à |Suivi d’une partie de)"),
}
_USED = {"en": re.compile(r"(?:Maintained|Used|Updated|Kept) "), "fr": re.compile(r"(?:Maintenu|Utilisé|Mis à jour) ")}
_LED = {"en": "[[scope:Led]] ", "fr": "[[scope:Dirigé]] "}
_MADE = {"en": "[[authorship:Created]] ", "fr": "[[authorship:Créé]] "}
_SOME = {
    "en": (re.compile(r"\bsome (?:of )?"), "[[scope:all]] "),
    "fr": (re.compile(r"\bcertaine?s (?=\w)"), "[[scope:tous les]] "),
}


def ruled(person: Person, part: str) -> tuple[Sentence, ...]:
    """The sentences by rules, in the language of the person's facts; the same at each call. Each part has inventions of its own."""
    language = person.language
    truths = (marked_sentence(text, language, "rule") for text in _truths(person.profile, language))
    lies = (marked_sentence(text, language, "rule") for text in _lies(person, language, PARTS.index(part)))
    return (*truths, *lies)


def _truths(profile: Profile, language: str) -> Iterator[str]:
    for job in profile.work:
        yield f"### {job.position} · {job.organisation}\n{_span(job, language)} · {job.place}"
        yield f"- {job.position}, {job.organisation} ({job.place})"
        months = _months(job)
        if months >= 24:
            yield (
                f"{months // 12} years at {job.organisation}."
                if language == "en"
                else f"{months // 12} ans chez {job.organisation}."
            )
        for line in job.highlights:
            yield f"- {line}"
            if (spelled := _respelled(line, language)) != line:
                yield f"- {spelled}"
    for study in profile.education:
        yield f"### {study.degree}{', ' if study.area else ''}{study.area} · {study.institution}"
    for credential in (*profile.certificates, *profile.awards, *profile.publications):
        yield f"- {credential.name}, {credential.issuer}, {_year(credential.date)}"
    for skill in profile.skills:
        yield f"- {skill.name}: {', '.join(skill.keywords)}"
    for spoken in profile.languages:
        yield f"- {spoken.language}: {spoken.fluency}"
        yield f"- {spoken.language} ({spoken.fluency.lower()})"


def _lies(person: Person, language: str, part: int) -> Iterator[str]:
    profile = person.profile
    yield from _inventions(person, language, part)
    longest = _year_of(TODAY) - min(_year_of(job.start.text) for job in profile.work if job.start) + 4
    yield (
        f"[[duration:{longest} years]] of experience."
        if language == "en"
        else f"[[duration:{longest} ans]] d’expérience."
    )
    for job in profile.work:
        for line in job.highlights:
            for number, found in enumerate(_NUMBER.finditer(line)):
                after = re.match(r"[  ]?%", line[found.end() :])
                said = _changed(found[0]) + (after[0] if after else "")
                end = found.end() + (len(after[0]) if after else 0)
                if number == 0:
                    yield f"- {line[: found.start()]}[[number:{said}]]{line[end:]}"
            if _WEAK[language].match(line):
                yield "- " + _WEAK[language].sub(_LED[language], line, count=1)
            if _USED[language].match(line):
                yield "- " + _USED[language].sub(_MADE[language], line, count=1)
            some, every = _SOME[language]
            if some.search(line):
                yield "- " + some.sub(every, line, count=1)
        if job.start:
            year = _year_of(job.start.text) - 3
            yield f"- {job.position}, {job.organisation}, [[date:{year}]]"
    if len(profile.work) > 1:
        newest, older = profile.work[0], profile.work[1]
        yield f"### [[title:{newest.position}]] · {older.organisation}"
    for spoken in profile.languages:
        if spoken.fluency.casefold() not in ("native", "native speaker", "langue maternelle", "fluent", "courant"):
            name = spoken.language
            yield (
                f"[[language:Native {name}]] speaker."
                if language == "en"
                else f"[[language:{name} : langue maternelle]]."
            )


def _inventions(person: Person, language: str, part: int) -> Iterator[str]:
    """Three of each kind, chosen by the person's name; not those that a fact has, or the names of which
    facts have."""
    invented = inventions()
    known = " ".join(fact.text for fact in person.facts).casefold()
    for kind, names in invented[language].items():
        mine = [name for number, name in enumerate(names) if number % 2 == part and name.casefold() not in known]
        frames = invented["frames"][language][kind]
        begin = zlib.crc32(f"{person.name} {kind}".encode())
        for turn in range(min(3, len(mine))):
            name = mine[(begin + turn) % len(mine)]
            called = re.findall(r"[A-ZÀ-Ý][\w’'-]+", name)
            if called and all(word.casefold() in known for word in called):
                continue
            yield frames[(begin + turn) % len(frames)].replace("[[{}]]", f"[[{kind}:{name}]]")


def _respelled(line: str, language: str) -> str:
    def spelled(found: re.Match[str]) -> str:
        digits = found[0]
        if digits.isdigit() and 2 <= int(digits) <= 12 and not line[found.end() :].lstrip().startswith(("%", "€", "°")):
            return _WORDS[language][int(digits) - 2]
        if "," in digits and language == "en":
            return digits.replace(",", " ")
        return digits

    return re.sub(r"(?<=\d)%", " %", _NUMBER.sub(spelled, line))


def _changed(number: str) -> str:
    """A larger number in the same form."""
    first = next(place for place, sign in enumerate(number) if sign in "123456789")
    digit = int(number[first])
    return number[:first] + str(digit + 3 if digit < 7 else digit - 3) + number[first + 1 :]


def _span(job: Job, language: str) -> str:
    return f"{_month(job.start, language)} – {_month(job.end, language) if job.end else _NOW[language]}"


def _month(when: When | None, language: str) -> str:
    assert when is not None
    assert when.date is not None
    return f"{_MONTHS[language][when.date.month - 1]} {when.date.year}" if when.date.month else str(when.date.year)


def _months(job: Job) -> int:
    assert job.start is not None
    begin = _ordinal(job.start.text)
    return _ordinal(job.end.text if job.end else TODAY) - begin + 1


def _ordinal(iso: str) -> int:
    return int(iso[:4]) * 12 + int(iso[5:7] or "1") - 1


def _year(when: When | None) -> str:
    return when.text[:4] if when else ""


def _year_of(iso: str) -> int:
    return int(iso[:4])
