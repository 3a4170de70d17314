"""What can be wrong with a résumé or an offer that comes from outside."""

from jobmatch_desktop.domain.errors import UnreadableInput


class EmptyFile(UnreadableInput):
    """There is nothing in the file."""

    what = "The file is empty."
    why = "It holds no text at all."
    remedy = "Choose a JSON Resume file that was saved whole."


class NotJson(UnreadableInput):
    """The text is not JSON. `line` and `column` count from 1."""

    what = "The file is not JSON."
    why = "It stops making sense at line {line}, column {column}."
    remedy = "Choose a JSON Resume file, or mend that line."


class UnusableJson(UnreadableInput):
    """The text is JSON that no program could keep unchanged: nested too deep, numbers too long, half a character."""

    what = "The file cannot be read as it is."
    why = "It holds {found}."
    remedy = "Save it again from the program it came from, or choose another file."


class NamedTwice(UnreadableInput):
    """An object of the file gives one field twice, with different values."""

    what = "The file gives “{field}” twice in the same place, with different values."
    why = "Only one of the two could be kept."
    remedy = "Join them in one “{field}” and try again."


class NotResume(UnreadableInput):
    """The JSON is no résumé. `found` says what it is instead."""

    what = "The file is JSON, but no résumé."
    why = "A JSON Resume is an object with fields such as basics, work or education; this is {found}."
    remedy = "Choose another file."


class WrongType(UnreadableInput):
    """Fields of the wrong type, each by its path: `work[0].highlights[2]: expected text, found number`."""

    what = "The résumé has fields of the wrong type."
    why = "{fields}."
    remedy = "Mend them in the file and try again."


class EmptyOffer(UnreadableInput):
    """There are no words in the offer."""

    what = "The offer is empty."
    why = "It holds no words."
    remedy = "Paste the text of the offer."
