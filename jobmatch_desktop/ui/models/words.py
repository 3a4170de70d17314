"""Words of the page of models: sizes, where a model is loaded, how far a download is."""

from PySide6.QtCore import QCoreApplication, QLocale

from jobmatch_desktop.providers.protocol import Model
from jobmatch_desktop.services.pulls import Pull, PullState
from jobmatch_desktop.services.recommended import Purpose
from jobmatch_desktop.ui.shared.naming import about, provider_name
from jobmatch_desktop.ui.shared.words import trouble_text

GIGABYTE = 1_000_000_000
MEGABYTE = 1_000_000


def size_words(size: int) -> str:
    """`98 MB`, `5.2 GB`, in the window's language."""
    if size < GIGABYTE:
        return _tr("{number} MB").format(number=round(size / MEGABYTE))
    return _tr("{number} GB").format(number=QLocale().toString(size / GIGABYTE, "f", 1))


def memory_words(size: int) -> str:
    """Main memory, in whole gigabytes."""
    return _tr("{number} GB").format(number=round(size / GIGABYTE))


def loaded_words(model: Model) -> str:
    """Whether a model is in memory, and in whose; empty where it is not loaded."""
    if not model.loaded:
        return ""
    share = model.graphics_share
    if share is None:
        return _tr("Yes")
    if share <= 0:
        return _tr("On the processor")
    if share >= 1:
        return _tr("On the graphics card")
    return _tr("{share} % on the graphics card").format(share=min(99, max(1, round(share * 100))))


def purpose_words(purpose: Purpose) -> str:
    """What a recommended model is good for."""
    return {
        Purpose.QUICK_DRAFTS: _tr("quick, plain text"),
        Purpose.SMALL_MACHINES: _tr("small computers"),
        Purpose.LANGUAGES: _tr("several languages"),
        Purpose.LETTERS: _tr("careful letters"),
    }[purpose]


def pull_words(pull: Pull) -> str:
    """How far a download is, in one line."""
    progress = pull.progress
    if pull.state is PullState.FAILED:
        return trouble_text(pull.trouble) if pull.trouble else _tr("The download failed.")
    if pull.state is PullState.DONE:
        return _tr("Downloaded. It can write now.")
    amount = ""
    if progress.total:
        amount = _tr("{done} of {total}").format(done=size_words(progress.done), total=size_words(progress.total))
    if pull.state is PullState.PAUSED:
        return _tr("Paused at {amount}").format(amount=amount) if amount else _tr("Paused")
    if pull.state is PullState.WAITING:
        return _tr("Waits for the download before it")
    if not amount:
        return _tr("Asking for it")
    if progress.done >= progress.total and not progress.step.startswith("pulling"):
        return _tr("{amount} · checking what came").format(amount=amount)
    parts = [amount]
    if pull.speed is not None:
        speed = QLocale().toString(pull.speed / MEGABYTE, "f", 1)
        parts.append(_tr("{speed} MB/s").format(speed=speed))
    if pull.seconds_left is not None and progress.done < progress.total:
        parts.append(about(pull.seconds_left))
    return " · ".join(parts)


def server_name(kind: str) -> str:
    """What a kind of server, or a provider, is called."""
    return {"lm studio": "LM Studio", "llama.cpp": "llama.cpp"}.get(kind) or provider_name(kind)


def count_of_models(number: int) -> str:
    """`1 model`, `12 models`."""
    return _tr("1 model") if number == 1 else _tr("{number} models").format(number=number)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Models", words)
