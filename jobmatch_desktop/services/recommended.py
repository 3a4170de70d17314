"""Models that are advised by what memory they need: a table with its date, read from resources/."""

import enum

import msgspec

from jobmatch_desktop.resources import resource

SYSTEM_SHARE = 0.9
"""A machine sold with 16 GB tells of less: firmware and graphics keep some."""


class Purpose(enum.StrEnum):
    """What a model is good for here."""

    QUICK_DRAFTS = "quick_drafts"
    SMALL_MACHINES = "small_machines"
    LANGUAGES = "languages"
    LETTERS = "letters"


class Recommended(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A model to download: `size` is that of the download and `memory` what a machine should have, both in bytes."""

    name: str
    size: int
    memory: int
    purpose: Purpose = msgspec.field(name="for")


class Advice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table. `date` is `2026-11-25`: what was true that day."""

    date: str
    source: str
    models: tuple[Recommended, ...]


def load_advice() -> Advice:
    """The table, smallest model first. Raises `msgspec.ValidationError` where it is not whole: a broken installation. Reads the disk."""
    return msgspec.json.decode(resource("recommended_models.json").read_bytes(), type=Advice)


def fits(model: Recommended, memory: int | None) -> bool | None:
    """Whether a machine with so many bytes of memory has what the model needs; None: not known."""
    return None if memory is None else memory >= model.memory * SYSTEM_SHARE


def best_for(advice: Advice, memory: int | None) -> str:
    """The name of the largest model that needs no more than half of the memory, else the smallest that fits; empty where none does or
    the memory is not known. Other programs need the rest, and a processor alone writes slowly beyond that: a person reads faster."""
    fitting = [model for model in advice.models if memory is not None and model.memory <= memory * 0.5 / SYSTEM_SHARE]
    fitting = fitting or [model for model in advice.models if fits(model, memory)][:1]
    return max(fitting, key=lambda model: model.memory).name if fitting else ""
