"""Personal words replaced before a text leaves for a machine that is not the person's own, and put back in what comes.

Hidden are name (whole, and each word of it), e-mail, phone, street, postal code, links, user names, who recommends the person with
their contacts, and words that the person adds: in any case, with or without accents, across line breaks and hyphens. What comes
back has the profile's spelling. Rules that a reader may wonder about:

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
_GAP = r"[\s_\-\\]{0,3}"
_DROPPED_IN_KEY = re.compile(r"[\s_\-\\*`\[]")


class Hidden(msgspec.Struct, frozen=True):
    """A personal datum and what stands for it, such as `[NAME_1]`. `label` is `NAME`, `number` counts within a label."""

    label: str
    number: int
    value: str

    @property
    def placeholder(self) -> str:
        return f"[{self.label}_{self.number}]"


class _Secret(msgspec.Struct, frozen=True):
    """A value and how it is found in a folded text; `capital`: only where the text has a capital there."""

    label: str
    value: str
    pattern: str
    capital: bool = False


class Placeholders:
    """What stands for what in one task. Pure, any thread. Made by `of`."""

    def __init__(self, hidden: tuple[Hidden, ...], secrets: tuple[_Secret, ...], unnumbered: frozenset[str]) -> None:
        self.hidden = hidden
        """Everything that is hidden where it occurs, in the order of the profile."""
        by_value = {(one.label, one.value): one for one in hidden}
        # Where a word needs its capital and has none, nothing else may begin: so those that need none go first.
        ordered = sorted(secrets, key=lambda secret: (secret.capital, -len(secret.value)))
        self._found = [(by_value[secret.label, secret.value], secret.capital) for secret in ordered]
        self._secrets = re.compile("|".join(f"({secret.pattern})" for secret in ordered)) if ordered else None
        self._values = {_key(f"{one.label}{one.number}"): one.value for one in hidden}
        for label in unnumbered:
            self._values[_key(label)] = next(one.value for one in hidden if one.label == label)
        self._returned = _returned(hidden, unnumbered) if hidden else None
        self.longest = max((len(one.placeholder) + _SLACK for one in hidden), default=0)
        """Characters that a stream is held back at most."""

    @classmethod
    def of(cls, profile: Profile, extra: Iterable[str] = (), beside: Iterable[str] = ()) -> "Placeholders":
        """What is hidden of a profile, and `extra` words. `beside` are the texts to be hidden: what looks like a placeholder there
        is no placeholder's name here, so it is never taken for a personal datum."""
        secrets = tuple(_unique(_secrets(profile, extra)))
        labels = dict.fromkeys(secret.label for secret in secrets)
        texts = tuple(beside)
        hidden: list[Hidden] = []
        unnumbered: set[str] = set()
        for label in labels:
            alike = re.compile(rf"{_tolerant(label)}{_GAP}(\d+)", re.IGNORECASE)
            taken = {match[1] for text in texts for match in alike.finditer(text)}
            values = list(dict.fromkeys(secret.value for secret in secrets if secret.label == label))
            free = (number for number in range(1, len(values) + len(taken) + 1) if str(number) not in taken)
            hidden += [Hidden(label, number, value) for number, value in zip(free, values, strict=False)]
            named = re.compile(rf"\[\s*{_tolerant(label)}\s*\]", re.IGNORECASE)
            if len(values) == 1 and not any(named.search(text) for text in texts):
                unnumbered.add(label)
        return cls(tuple(hidden), secrets, frozenset(unnumbered))

    def hide(self, text: str) -> str:
        """The text with placeholders for everything personal."""
        if self._secrets is None:
            return text
        folded, places = _folded(text)
        pieces: list[str] = []
        done = position = 0
        while match := self._secrets.search(folded, position):
            one, capital = self._found[(match.lastindex or 1) - 1]
            start, end = places[match.start()], places[match.end() - 1] + 1
            while end < len(text) and _silent(text[end]):
                end += 1
            if match.end() == match.start() or (capital and text[start].islower()) or start < done:
                position = match.start() + 1
                continue
            pieces += [text[done:start], one.placeholder]
            done, position = end, match.end()
        return "".join([*pieces, text[done:]])

    def standing_in(self, text: str) -> tuple[tuple[str, str], ...]:
        """The placeholders in a text with what they stand for, in the order of `hidden`."""
        return tuple((one.placeholder, one.value) for one in self.hidden if one.placeholder in text)

    def restore(self, text: str) -> str:
        """The text with the personal words put back, however a model has changed the placeholders' case and separators."""
        return self._restored(text, 0)

    def restorer(self) -> "Restorer":
        """For one stream."""
        return Restorer(self)

    def _restored(self, text: str, after: int) -> str:
        """The text from `after` on; what stands before decides only whether a placeholder may begin."""
        pieces: list[str] = []
        for match in self._returned.finditer(text, after) if self._returned else ():
            pieces += [text[after : match.start()], self._values[_key(match[0].replace("]", ""))]]
            after = match.end()
        return "".join([*pieces, text[after:]])

    def _begins_at(self, text: str, after: int) -> int:
        """Where, from `after` on, the end of a text may be the beginning of a placeholder; its length where it is not."""
        for start in range(max(after, len(text) - self.longest), len(text)):
            first = text[start]
            within = start > 0 and text[start - 1].isalnum()
            if first in "[\\" or (first.isalpha() and not within):
                key = _key(text[start:])
                if any(whole.startswith(key) for whole in self._values):
                    return start
        return len(text)


NOTHING_HIDDEN = Placeholders((), (), frozenset())
"""For a machine of the person's own."""

_SLACK = 24
"""Characters that separators may add to a placeholder that a model has changed."""


class Restorer:
    """Puts personal words back while a text comes in pieces; holds back no more than what may be a placeholder's beginning."""

    def __init__(self, placeholders: Placeholders) -> None:
        self._placeholders = placeholders
        self._held = ""
        self._before = ""

    def feed(self, piece: str) -> str:
        """The next words as they are to be shown; may be empty."""
        text = self._before + self._held + piece
        return self._give(text, self._placeholders._begins_at(text, len(self._before)))

    def finish(self) -> str:
        """What was held back."""
        text = self._before + self._held
        return self._give(text, len(text))

    def _give(self, text: str, cut: int) -> str:
        restored = self._placeholders._restored(text[:cut], len(self._before))
        self._before, self._held = text[max(0, cut - 1) : cut], text[cut:]
        return restored


def _secrets(profile: Profile, extra: Iterable[str]) -> Iterator[_Secret]:
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


def _unique(secrets: Iterator[_Secret]) -> Iterator[_Secret]:
    seen: set[str] = set()
    for secret in secrets:
        if (found := f"{secret.pattern}{secret.capital}") not in seen:
            seen.add(found)
            yield secret


def _name(label: str, name: str) -> Iterator[_Secret]:
    """The whole name in both orders, first and last alone, and each word of it."""
    name = " ".join(name.split())
    words = [word for word in re.split(r"[\s,]+", name) if _core(word)]
    if len(words) > 1:
        yield from _phrase(label, name)
        whole = label, name
        for order in ([words[-1], *words[:-1]], [words[0], words[-1]], [words[-1], words[0]]):
            yield _Secret(*whole, _bounded(_joined(order), order[0], order[-1]))
    for place, word in enumerate(words):
        sort = "FIRST_NAME" if place == 0 else "LAST_NAME" if place == len(words) - 1 else "MIDDLE_NAME"
        kind = label if len(words) == 1 else sort if label == "NAME" else label
        core = _core(word)
        if len(core) >= LEAST and core not in _SMALL_WORDS:
            yield _Secret(kind, word.strip(".,()\"'"), _bounded(_joined([word]), word, word), capital=True)
        for half in re.split(r"[\W_]+", word) if len(re.findall(r"[^\W_]+", word)) > 1 else ():
            if len(_core(half)) > LEAST and _core(half) not in _SMALL_WORDS:
                yield _Secret(kind, half, _bounded(_joined([half]), half, half), capital=True)


def _email(email: str) -> Iterator[_Secret]:
    email = email.strip().removeprefix("mailto:")
    local, at, domain = _core(email).partition("@")
    if not at:
        yield from _phrase("EMAIL", email)
        return
    yield _Secret("EMAIL", email, _bounded(rf"{re.escape(local)}\s?(?:@|%40)\s?{re.escape(domain)}", local, domain))
    if len(local) > 4 and local not in _GENERIC_MAILBOXES:
        yield from _username(email.partition("@")[0])


def _phone(phone: str) -> Iterator[_Secret]:
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
    yield _Secret("PHONE", phone, rf"(?<!\d)(?:{pattern})(?!\d)")


def _trunk(core: str) -> str:
    return rf"(?:\(?0\)?{_IN_PHONE}|\()?{_IN_PHONE.join(core)}"


def _address(profile: Profile) -> Iterator[_Secret]:
    basics = profile.basics
    lines = [line.strip(" ,") for line in basics.address.splitlines() if line.strip(" ,")]
    street, code, city = ", ".join(lines), basics.postal_code.strip(), basics.city.strip()
    if street and code and city:
        whole = f"{street}, {code} {city}"
        for order in (f"{street} {code} {city}", f"{street} {city} {code}"):
            yield _Secret("ADDRESS", whole, _bounded(_joined(order.split())))
    for line in dict.fromkeys([street, *lines]):
        if _core(line) != _core(city):
            yield from _phrase("ADDRESS", line)
    if len(code) >= 5:
        yield from _phrase("POSTCODE", code)
    elif len(code) >= LEAST and city:
        yield _Secret("POSTCODE", code, rf"{_bounded(_joined([code]))}(?=[\W_]{{1,4}}{_joined(city.split())})")


def _link(url: str) -> Iterator[_Secret]:
    url = url.strip()
    bare = _core(_SCHEME.sub("", url).rstrip("/"))
    if len(bare) >= LEAST + 1:
        yield _Secret("LINK", url.rstrip("/"), _bounded(rf"(?:[a-z]{{2,8}}://)?(?:www\.)?{re.escape(bare)}", "a", bare))


def _username(name: str) -> Iterator[_Secret]:
    bare = name.strip().lstrip("@")
    if len(bare) > LEAST:
        yield _Secret("USERNAME", bare, _bounded(re.escape(_core(bare)), bare, bare))


def _phrase(label: str, words: str) -> Iterator[_Secret]:
    words = " ".join(words.split())
    if len(_core(words)) >= LEAST:
        yield _Secret(label, words, _bounded(_joined(words.split()), words, words))


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
    return _folded(text.strip())[0]


def _folded(text: str) -> tuple[str, list[int]]:
    """Lower case without accents, dashes, spaces and apostrophes alike, a word broken at a line's end in one; and for each
    character where it stands in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isascii():
            plain = letter.lower() if not letter.isspace() else " "
        elif _silent(letter):
            continue
        elif letter.isspace():
            plain = " "
        elif unicodedata.category(letter) == "Pd" or letter == "−":
            plain = "-"
        else:
            folded = unicodedata.normalize("NFKD", letter.casefold()).casefold()
            plain = "".join(_LETTERS.get(part, part) for part in folded if not _silent(part))
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


_BROKEN = re.compile(r"(?<=[a-z])- {1,4}(?=[a-z])")


def _silent(letter: str) -> bool:
    """Accents that stand by themselves, soft hyphens, joiners of no width."""
    return not letter.isascii() and unicodedata.category(letter) in ("Mn", "Cf")


def _key(text: str) -> str:
    return _DROPPED_IN_KEY.sub("", text).casefold()


def _tolerant(label: str) -> str:
    return _GAP.join(label.split("_"))


def _returned(hidden: tuple[Hidden, ...], unnumbered: frozenset[str]) -> re.Pattern[str]:
    """A placeholder as models give it back: in square brackets with any separators, or bare with none but `_` and `-`."""
    numbered = "|".join(f"{_tolerant(one.label)}{_GAP}{one.number}" for one in hidden)
    alone = "".join(f"|{_tolerant(label)}" for label in sorted(unnumbered))
    marks = r"[\s*`_]{0,3}"
    within = rf"{marks}(?:{numbered}{alone}){marks}"
    joint = r"(?:\\?[_\-]){0,2}"
    bare = "|".join(f"{joint.join(one.label.split('_'))}{joint}{one.number}" for one in hidden)
    return re.compile(rf"\\\[{within}\\\]|\[{within}\]|(?<![^\W_])(?:{bare})(?![^\W_])", re.IGNORECASE)
