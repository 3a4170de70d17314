"""What is personal in a profile, and how it is found in a text.

Hidden are name (whole, and each word of it), e-mail, phone, street, postal code, links, user names, who recommends the person with
their contacts, and words that the person adds: in any case, with or without accents, across line breaks and hyphens.
Rules that a reader may wonder about:

- A word of the name is hidden only where it begins with a capital: "Rose" and "Dubois SA" are hidden, "a rose" is not.
  Small words of a name ("de", "van") are hidden only inside the whole name.
- A city alone stays, since letters turn on it; inside the full address it is hidden. A postal code of fewer than five characters,
  which may be a year, is hidden only before its city or inside the full address.
- Links are those of the person: their profiles, projects, certificates and publications, not the pages of employers and schools.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from jobmatch_desktop.domain.profile import Profile

LEAST = 2
"""Characters of the shortest word that is hidden by itself."""

_SMALL_WORDS = frozenset(
    [
        "al",
        "ap",
        "ben",
        "bin",
        "da",
        "das",
        "de",
        "dei",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "la",
        "las",
        "le",
        "les",
        "lo",
        "los",
        "of",
        "san",
        "st",
        "ten",
        "ter",
        "van",
        "vom",
        "von",
        "y",
        "zu",
        "zum",
    ]
)
_GENERIC_MAILBOXES = frozenset({"admin", "bonjour", "contact", "email", "hello", "office"})
_LETTERS = {
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
}
_BETWEEN = r"(?:[ \-_,'/*`\\+~]|%20|\.(?! )|(?<!\w\w)\.){0,8}"
"""What may stand between two words, the end of a sentence excepted; a point stands after an initial too."""
_IN_PHONE = r"[ .\-/()]{0,3}"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\w)\+?\(?\d[\d .\-()/]{6,18}\d(?!\w)")
_SCHEME = re.compile(r"\A[a-z][a-z0-9+.-]*://(?:www\.)?|\Awww\.", re.IGNORECASE)


class Secret(msgspec.Struct, frozen=True):
    """A value and how it is found in a folded text; `capital`: only where the text has a capital there."""

    label: str
    value: str
    pattern: str
    capital: bool = False


def secrets_of(profile: Profile, extra: Iterable[str]) -> tuple[Secret, ...]:
    """What is hidden of a profile, and `extra` words, each once. Pure, any thread."""
    seen: set[tuple[str, bool]] = set()
    found: list[Secret] = []
    for secret in _all(profile, extra):
        if (secret.pattern, secret.capital) not in seen:
            seen.add((secret.pattern, secret.capital))
            found.append(secret)
    return tuple(found)


def _all(profile: Profile, extra: Iterable[str]) -> Iterator[Secret]:
    basics = profile.basics
    yield from _name("NAME", basics.name)
    yield from _email(basics.email)
    yield from _phone(basics.phone)
    yield from _address(profile)
    for link in basics.links:
        yield from _link(link.url)
        yield from _username(link.username)
    own = (basics.url, *(project.url for project in profile.projects))
    credentials = (*profile.awards, *profile.certificates, *profile.publications)
    for url in (*own, *(credential.url for credential in credentials)):
        yield from _link(url)
    for reference in profile.references:
        yield from _name("PERSON", reference.name)
        for address in _EMAIL.findall(reference.reference):
            yield from _email(address)
        for number in _PHONE.findall(reference.reference):
            yield from _phone(number)
    for words in extra:
        yield from _phrase("PRIVATE", words)


def _name(label: str, name: str) -> Iterator[Secret]:
    """The whole name in both orders, first and last alone, and each word of it."""
    name = " ".join(name.split())
    words = [word for word in re.split(r"[\s,]+", name) if _core(word)]
    if len(words) > 1:
        yield from _phrase(label, name)
        whole = label, name
        for order in ([words[-1], *words[:-1]], [words[0], words[-1]], [words[-1], words[0]]):
            yield Secret(*whole, _bounded(_joined(order), order[0], order[-1]))
    for place, word in enumerate(words):
        sort = "FIRST_NAME" if place == 0 else "LAST_NAME" if place == len(words) - 1 else "MIDDLE_NAME"
        kind = label if len(words) == 1 else sort if label == "NAME" else label
        core = _core(word)
        if len(core) >= LEAST and core not in _SMALL_WORDS:
            yield Secret(kind, word.strip(".,()\"'"), _bounded(_joined([word]), word, word), capital=True)
        for half in re.split(r"[\W_]+", word) if len(re.findall(r"[^\W_]+", word)) > 1 else ():
            if len(_core(half)) > LEAST and _core(half) not in _SMALL_WORDS:
                yield Secret(kind, half, _bounded(_joined([half]), half, half), capital=True)


def _email(email: str) -> Iterator[Secret]:
    email = email.strip().removeprefix("mailto:")
    local, at, domain = _core(email).partition("@")
    if not at:
        yield from _phrase("EMAIL", email)
        return
    yield Secret("EMAIL", email, _bounded(rf"{re.escape(local)}\s?(?:@|%40)\s?{re.escape(domain)}", local, domain))
    if len(local) > 4 and local not in _GENERIC_MAILBOXES:
        yield from _username(email.partition("@")[0])


def _phone(phone: str) -> Iterator[Secret]:
    phone = phone.strip()
    digits = "".join(str(unicodedata.digit(letter)) for letter in phone if letter.isdecimal())
    if len(digits) < 6:
        yield from _phrase("PHONE", phone)
        return
    abroad = phone.lstrip("( ").startswith(("+", "00"))
    digits = digits.removeprefix("00") if abroad else digits
    if abroad:
        # How many digits are the country's is not known: one to three. A zero in brackets is dialled within the country only.
        if "(0)" in phone.replace(" ", ""):
            head = "".join(filter(str.isdecimal, phone.partition("(")[0])).removeprefix("00")
            digits = head + digits.removeprefix(head).removeprefix("0")
        cores = [(digits[:length], digits[length:]) for length in (1, 2, 3) if len(digits) - length >= 6]
        ways = [rf"(?:(?:(?:\+|00) ?)?{_IN_PHONE.join(code)}{_IN_PHONE})?{_trunk(core)}" for code, core in cores]
        # The shortest rest of it may end another number.
        ways[-1] = r"(?<!\d[ .\-])" + ways[-1]
        pattern = "|".join([rf"(?:(?:\+|00) ?)?{_IN_PHONE.join(digits)}", *ways])
    else:
        core = digits.removeprefix("0")
        pattern = rf"(?:(?:\+|00) ?\d{{1,3}}{_IN_PHONE}|1[ .\-]{{1,3}})?{_trunk(core)}"
    yield Secret("PHONE", phone, rf"(?<!\d)(?:{pattern})(?!\d)")


def _trunk(core: str) -> str:
    return rf"(?:\(?0\)?{_IN_PHONE}|\()?{_IN_PHONE.join(core)}"


def _address(profile: Profile) -> Iterator[Secret]:
    basics = profile.basics
    lines = [line.strip(" ,") for line in basics.address.splitlines() if line.strip(" ,")]
    street, code, city = ", ".join(lines), basics.postal_code.strip(), basics.city.strip()
    if street and code and city:
        whole = f"{street}, {code} {city}"
        for order in (f"{street} {code} {city}", f"{street} {city} {code}"):
            yield Secret("ADDRESS", whole, _bounded(_joined(order.split())))
    for line in dict.fromkeys([street, *lines]):
        if _core(line) != _core(city):
            yield from _phrase("ADDRESS", line)
    if len(code) >= 5:
        yield from _phrase("POSTCODE", code)
    elif len(code) >= LEAST and city:
        yield Secret("POSTCODE", code, rf"{_bounded(_joined([code]))}(?=[\W_]{{1,4}}{_joined(city.split())})")


def _link(url: str) -> Iterator[Secret]:
    url = url.strip()
    bare = _core(_SCHEME.sub("", url).rstrip("/"))
    if len(bare) >= LEAST + 1:
        yield Secret("LINK", url.rstrip("/"), _bounded(rf"(?:[a-z]{{2,8}}://)?(?:www\.)?{re.escape(bare)}", "a", bare))


def _username(name: str) -> Iterator[Secret]:
    bare = name.strip().lstrip("@")
    if len(bare) > LEAST:
        yield Secret("USERNAME", bare, _bounded(re.escape(_core(bare)), bare, bare))


def _phrase(label: str, words: str) -> Iterator[Secret]:
    words = " ".join(words.split())
    if len(_core(words)) >= LEAST:
        yield Secret(label, words, _bounded(_joined(words.split()), words, words))


def _joined(words: Iterable[str]) -> str:
    """A pattern for these words in a folded text, whatever stands between them and their parts."""
    parts = [part for word in words for part in re.split(r"[\W_]+", _core(word)) if part]
    return _BETWEEN.join(map(re.escape, parts)) if parts else re.escape(_core("".join(words)))


def _bounded(pattern: str, first: str = "a", last: str = "a") -> str:
    """Not inside another word, where the script tells words apart."""
    first, last = _core(first)[:1], _core(last)[-1:]
    before = _NO_LETTER_BEFORE if first.islower() or first.isdecimal() else ""
    after = _NO_LETTER_AFTER if last.islower() or last.isdecimal() else ""
    return f"{before}(?:{pattern}){after}"


def _core(text: str) -> str:
    return folded(text.strip())[0]


def folded(text: str) -> tuple[str, list[int]]:
    """Lower case without accents, dashes, spaces and apostrophes alike, a word broken at a line's end in one; and for each
    character where it stands in the text."""
    letters: list[str] = []
    places: list[int] = []
    for run in _RUN.finditer(text):
        place, letter = run.start(), run[0]
        if letter.isascii():
            letters.append(letter.lower().translate(_SPACES))
            places += range(place, run.end())
            continue
        if silent(letter):
            continue
        if letter.isspace():
            plain = " "
        elif unicodedata.category(letter) == "Pd" or letter == "−":
            plain = "-"
        else:
            folded = unicodedata.normalize("NFKD", letter.casefold()).casefold()
            plain = "".join(_LETTERS.get(part, part) for part in folded if not silent(part))
        letters.append(plain)
        places += [place] * len(plain)
    folded_text = "".join(letters)
    broken = [
        match.span()
        for match in _BROKEN.finditer(folded_text)
        if "\n" in text[places[match.start()] : places[match.end()]]
    ]
    for start, end in reversed(broken):
        folded_text = folded_text[:start] + folded_text[end:]
        del places[start:end]
    return folded_text, places


_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]")
_SPACES = {code: " " for code in range(0x80) if chr(code).isspace()}
_BROKEN = re.compile(r"(?<=[a-z])- {1,4}(?=[a-z])")


def silent(letter: str) -> bool:
    """Accents that stand by themselves, soft hyphens, joiners of no width."""
    return not letter.isascii() and unicodedata.category(letter) in ("Mn", "Cf")
