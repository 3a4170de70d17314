"""Personal words replaced before a text leaves for a machine that is not the person's own, and put back in what comes.

What is personal is said in writing/personal_words. What comes back has the profile's spelling.
"""

import re
from collections.abc import Iterable

import msgspec

from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.writing.personal_words import Secret, folded, secrets_of, silent

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


class Placeholders:
    """What stands for what in one task. Pure, any thread. Made by `of`."""

    def __init__(self, hidden: tuple[Hidden, ...], secrets: tuple[Secret, ...], unnumbered: frozenset[str]) -> None:
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
        secrets = secrets_of(profile, extra)
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
        plain, places = folded(text)
        pieces: list[str] = []
        done = position = 0
        while match := self._secrets.search(plain, position):
            one, capital = self._found[(match.lastindex or 1) - 1]
            start, end = places[match.start()], places[match.end() - 1] + 1
            while end < len(text) and silent(text[end]):
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
