"""Words of the coach's page: kinds of talk, what an answer is doing, how it ended. No widgets."""

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.domain.conversation import TalkKind
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import Ending, Status, Task
from jobmatch_desktop.services.coach_keeping import Aim
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.live import Live
from jobmatch_desktop.ui.shared.words import translated, trouble_text
from jobmatch_desktop.writing.coaching.pitch import seconds_of
from jobmatch_desktop.writing.coaching.proposal import Field

LONGEST_BEGINNING = 120
"""Characters of a talk's first words that are shown where talks are listed."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Coach", words)


def kind_words(kind: TalkKind) -> str:
    """What a kind of talk is called."""
    return {
        TalkKind.SUCCESS: _tr("A success"),
        TalkKind.PITCH_30: _tr("Pitch, 30 seconds"),
        TalkKind.PITCH_180: _tr("Pitch, 3 minutes"),
        TalkKind.INTERVIEW: _tr("Interview"),
    }[kind]


def kind_purpose(kind: TalkKind) -> str:
    """What a kind of talk is for, in a sentence."""
    return {
        TalkKind.SUCCESS: _tr("One thing you did well, told as situation, task, action and result."),
        TalkKind.PITCH_30: _tr("Who you are and what you look for, said in half a minute."),
        TalkKind.PITCH_180: _tr("The same with an example or two, said in three minutes."),
        TalkKind.INTERVIEW: _tr("Questions an employer would ask about this offer, to practise your answers."),
    }[kind]


def beginning_words(begins: str) -> str:
    """How a talk begins, in one line."""
    words = " ".join(begins[: 4 * LONGEST_BEGINNING].split())
    if not words:
        return _tr("Nothing said yet")
    return words if len(words) <= LONGEST_BEGINNING else words[: LONGEST_BEGINNING - 1].rstrip() + "…"


def doing_words(task: Task | None, live: Live | None, clock: float, own: bool) -> str:
    """What an answer that is under way is doing now."""
    if task is None:
        return _tr("Writing")
    if task.status is Status.PENDING:
        if task.position > 1:
            return _tr("Waiting, number {position} in line").format(position=task.position)
        return _tr("Waiting for its turn")
    if not own:
        return _tr("Answered by another JobMatch program")
    if live is None:
        return _tr("Writing")
    if live.retry_in is not None:
        return _tr("No answer yet, asking again in {seconds} s").format(seconds=max(1, round(live.retry_in)))
    words = {
        Phase.QUEUED: _tr("Waiting for its turn"),
        Phase.CONNECTING: _tr("Connecting"),
        Phase.LOADING: _tr("Loading the model"),
        Phase.READING: _tr("Reading the talk"),
        Phase.WRITING: _tr("Writing"),
    }[live.phase]
    seconds = int(clock - live.phase_since)
    return words if seconds < 3 else _tr("{phase}, {seconds} s").format(phase=words, seconds=seconds)


def ending_words(status: Status | None, ending: Ending | None, trouble: Trouble | None, text: str) -> str:
    """How an answer ended that is not whole, and what is kept of it; empty for a whole one and for one under way."""
    match status:
        case Status.CANCELLED:
            how = _tr("Stopped.")
        case Status.INTERRUPTED if ending is Ending.LENGTH:
            how = _tr("The answer reached its greatest length.")
        case Status.INTERRUPTED:
            how = trouble_text(trouble) if trouble else _tr("The answer was interrupted.")
        case Status.FAILED:
            how = trouble_text(trouble) if trouble else _failed_words(ending)
        case _:
            return ""
    number = len(text.split())
    if not number:
        return how
    kept = _tr("1 word is kept.") if number == 1 else _tr("{number} words are kept.").format(number=number)
    return f"{how} {kept}"


def _failed_words(ending: Ending | None) -> str:
    if ending is Ending.REFUSAL:
        return _tr("The model refused to answer.")
    if ending is Ending.EMPTY:
        return _tr("The model answered nothing.")
    return _tr("The answer did not come.")


def not_sent_words(number: int) -> str:
    """The rule of what no longer fits."""
    if number == 1:
        return _tr("The first message no longer fits what the model holds and is not sent to it")
    return _tr("The first {number} messages no longer fit what the model holds and are not sent to it").format(
        number=number
    )


def thought_words(seconds: float | None, going: bool) -> str:
    """The head of a folded thinking."""
    if going:
        return _tr("Thinking")
    if seconds is None or seconds < 1:
        return _tr("What it thought")
    return _tr("Thought for {seconds} s").format(seconds=round(seconds))


def field_words(key: str) -> str:
    """What a field of something kept is called."""
    return {
        "title": _tr("Title"),
        "situation": _tr("Situation"),
        "task": _tr("Task"),
        "action": _tr("Action"),
        "result": _tr("Result"),
        "text": _tr("Pitch"),
        "highlight": _tr("Line of a job"),
        "skill": _tr("Skill"),
        "project": _tr("Project"),
    }[key]


def source_words(field: Field) -> str:
    """Where a proposed field comes from."""
    if not field.text.strip():
        return _tr("You said nothing of it yet.") if not field.left_out else _tr("Nothing of the model's words stands.")
    if field.said:
        return _tr("In your words")
    return _tr("In the model's words, without what you did not say")


def left_out_sentence_words(text: str, why: str) -> str:
    """A model's sentence that is not proposed."""
    return _tr("Left out: “{sentence}” {why}").format(sentence=breakable(text), why=translated(why))


def spoken_words(text: str, seconds: int) -> str:
    """How long a text takes to say, of how long it may."""
    takes = seconds_of(text)
    words = _tr("About {takes} s to say, of {seconds} s").format(takes=takes, seconds=seconds)
    return words if takes <= seconds else _tr("{words}: too long").format(words=words)


def aim_words(aim: Aim) -> str:
    """What a talk's words can become."""
    return {Aim.SUCCESS: _tr("Success"), Aim.PITCH: _tr("Pitch"), Aim.FACTS: _tr("Profile")}[aim]


def saved_words(aim: Aim, number: int) -> str:
    """What was just kept."""
    if aim is Aim.FACTS:
        return (
            _tr("1 line was added to your profile.")
            if number == 1
            else _tr("{number} lines were added to your profile.").format(number=number)
        )
    return _tr("The success is kept.") if aim is Aim.SUCCESS else _tr("The pitch is kept.")
