"""What can go wrong, in words a person understands: what happened, why, and what to do.

The three texts are English templates with `{named}` values. They are the keys of the translations too, so a window shows
them in its own language and a stored trouble is shown in the language of the day it is read.
"""

from collections.abc import Callable

import msgspec


class Trouble(msgspec.Struct, frozen=True):
    """A fault as a value: stored with a task, shown in a window, printed by a verb.

    `kind` is the name of the error class; `what`, `why` and `remedy` are English templates over `values`.
    """

    kind: str
    what: str
    why: str
    remedy: str
    values: dict[str, str]

    def text(self, translate: Callable[[str], str] = str) -> str:
        """One line: what happened, why, what to do. `translate` maps a template to the reader's language."""
        parts = (
            translate(template).format_map(self.values) for template in (self.what, self.why, self.remedy) if template
        )
        return " ".join(" ".join(part.split()) for part in parts)

    def __str__(self) -> str:
        return self.text()


class JobMatchError(Exception):
    """Base of every fault that a person is told of. Subclasses give the three templates as class attributes.

    Each ends with a full stop. Values given to the constructor fill the templates; they are short texts, never a key,
    a prompt or an answer.
    """

    what = ""
    why = ""
    remedy = ""

    def __init__(self, **values: object) -> None:
        self.trouble = Trouble(
            type(self).__name__, self.what, self.why, self.remedy, {name: str(value) for name, value in values.items()}
        )
        super().__init__(self.trouble.text())


class UnreadableInput(JobMatchError):
    """What came from outside (a file, an offer, a flag) cannot be used as it is: exit code 2 in a terminal."""
