"""The prompts of a document as they leave for a machine that is not the person's own."""

from collections.abc import Sequence

import msgspec

from jobmatch_desktop.domain.stream import Message
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.placeholders import Placeholders
from jobmatch_desktop.writing.recipes import Step


def private_steps(steps: Sequence[Step], placeholders: Placeholders) -> tuple[Step, ...]:
    """The steps with placeholders in their messages, and a rule to keep them where there are any; draft and facts, which stay here, are
    as they were. Any thread."""
    hidden = [[Message(one.role, placeholders.hide(one.content)) for one in step.messages] for step in steps]
    standing = placeholders.standing_in("\n".join(one.content for messages in hidden for one in messages))

    def ruled(step: Step, message: Message) -> Message:
        if not standing or message.role != "system":
            return message
        return Message(message.role, f"{message.content}\n{_rule(step.language, standing[0][0])}")

    return tuple(
        msgspec.structs.replace(step, messages=tuple(ruled(step, message) for message in messages))
        for step, messages in zip(steps, hidden, strict=True)
    )


def _rule(language: str, example: str) -> str:
    words = resource(f"prompts/{language}/placeholders.txt").read_text(encoding="utf-8")
    return words.strip().format(example=example)
