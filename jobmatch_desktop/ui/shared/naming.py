"""Words of the workspace: parts, phases, how long, how many."""

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.domain.application import ApplicationStatus
from jobmatch_desktop.domain.conversation import ANSWER, COACH
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.rewrite import REWRITE
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.ui.shared.numbers import decimal


def _tr(words: str) -> str:
    return QCoreApplication.translate("Workspace", words)


def kind_name(kind: str) -> str:
    """`CV`, `Letter`, `Coach` or `Rewriting`."""
    if kind == COACH:
        return _tr("Coach")
    if kind == REWRITE:
        return _tr("Rewriting")
    return _tr("CV") if kind == DocumentKind.CV else _tr("Letter")


def part_name(key: str) -> str:
    """What a part is called where a document is spoken of."""
    if key == "summary":
        return _tr("Summary")
    if key.startswith("work/"):
        return _tr("Experience")
    if key == ANSWER:
        return _tr("Answer")
    if key == REWRITE:
        return _tr("Passage")
    return _tr("Paragraph {number}").format(number=int(key.partition("/")[2] or 0) + 1)


def part_in_a_sentence(key: str) -> str:
    """A part in the middle of a sentence."""
    if key == "summary":
        return _tr("summary")
    if key == REWRITE:
        return _tr("passage")
    number = int(key.partition("/")[2] or 0) + 1
    if key.startswith("work/"):
        return _tr("text for job {number}").format(number=number)
    return _tr("paragraph {number}").format(number=number)


def writer_name(provider: str, model: str = "") -> str:
    """Who writes: the model, or "without a model"."""
    if provider == COMPOSER:
        return _tr("Without a model")
    return model or provider_name(provider)


def provider_name(provider: str) -> str:
    """A provider as people write it."""
    names = {"ollama": "Ollama", "openai": "OpenAI", "anthropic": "Anthropic", "compatible": _tr("Compatible server")}
    return names.get(provider, provider)


def phase_words(phase: Phase, seconds: float) -> str:
    """What a provider does before it writes, and for how long already where that is worth saying."""
    words = {
        Phase.QUEUED: _tr("waiting"),
        Phase.CONNECTING: _tr("connecting"),
        Phase.LOADING: _tr("loading the model"),
        Phase.READING: _tr("reading the offer and your profile"),
        Phase.WRITING: _tr("writing"),
    }[phase]
    return _tr("{phase}, {seconds} s").format(phase=words, seconds=int(seconds)) if seconds >= 3 else words


def speed_words(speed: float) -> str:
    """How quickly a model writes, in tokens a second."""
    if speed < 1:
        return _tr("{speed} token/s").format(speed=decimal(max(speed, 0.1), 1))
    whole = round(speed)
    return _tr("1 token/s") if whole == 1 else _tr("{speed} tokens/s").format(speed=whole)


def about(seconds: float) -> str:
    """A time left, no finer than it is known."""
    if seconds < 10:
        return _tr("a few seconds left")
    if seconds < 90:
        return _tr("about {seconds} s left").format(seconds=round(seconds / 10) * 10)
    return _tr("about {minutes} min left").format(minutes=round(seconds / 60))


def status_name(status: ApplicationStatus) -> str:
    """How far an application is."""
    return {
        ApplicationStatus.IN_PROGRESS: _tr("In progress"),
        ApplicationStatus.APPLIED: _tr("Applied"),
        ApplicationStatus.INTERVIEW: _tr("Interview"),
        ApplicationStatus.ACCEPTED: _tr("Accepted"),
        ApplicationStatus.REJECTED: _tr("Rejected"),
    }[status]


def count_of_words(number: int) -> str:
    """`1 word`, `214 words`."""
    return _tr("1 word") if number == 1 else _tr("{number} words").format(number=number)


def count_of_pages(number: int) -> str:
    """`1 page`, `2 pages`."""
    return _tr("1 page") if number == 1 else _tr("{number} pages").format(number=number)
