"""Words of the review."""

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.ui.profile.words import field_words, section_words


def _tr(words: str) -> str:
    return QCoreApplication.translate("Review", words)


def review_field_words(section: str, name: str) -> str:
    """The name of a field; of one that the program does not know, the file's own."""
    own = {
        ("education", "location"): _tr("Place"),
        ("education", "summary"): _tr("About it"),
        ("languages", "name"): _tr("Language"),
    }
    if (section, name) in own:
        return own[section, name]
    if name == "dates":
        return _tr("Dates as written")
    if name == "otherEmails":
        return _tr("Other e-mail addresses")
    try:
        return field_words(section, name)
    except KeyError:
        return name.rpartition("/")[2]


def target_words(path: str, entry: str) -> str:
    """Where a line may be put."""
    if entry:
        return _tr("What you did: {entry}").format(entry=entry)
    return section_words("summary" if path == "basics/summary" else path)


def summary_words(unsure: int, loose: int, taken: int | None) -> str:
    """What is left to look at, in one line."""
    parts = []
    if taken is not None:
        parts.append(
            _tr("Nothing changes in your profile.")
            if not taken
            else _tr("1 change is made.")
            if taken == 1
            else _tr("{count} changes are made.").format(count=taken)
        )
    if unsure:
        parts.append(
            _tr("1 field is unsure.") if unsure == 1 else _tr("{count} fields are unsure.").format(count=unsure)
        )
    if loose:
        parts.append(
            _tr("1 line is not placed.") if loose == 1 else _tr("{count} lines are not placed.").format(count=loose)
        )
    return " ".join(parts) or _tr("Everything was read clearly.")
