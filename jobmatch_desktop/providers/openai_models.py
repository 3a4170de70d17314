"""What is known of OpenAI's models by their names, since its list tells nothing of them; and what compatible servers
tell in theirs."""

from collections.abc import Mapping
from typing import Any

import msgspec

from jobmatch_desktop.resources import resource

CONTEXT_FIELDS = ("context_length", "max_model_len", "context_window", "loaded_context_length", "max_context_length")
"""Where servers tell a model's context: vLLM, LM Studio, OpenRouter, Groq, Together."""


class Family(msgspec.Struct, frozen=True):
    """Models whose names begin so. `least_effort` is the least reasoning that may be asked for."""

    begins: str
    context: int | None = None
    reasons: bool = False
    least_effort: str = "low"


class Families(msgspec.Struct, frozen=True):
    """The file resources/openai_models.json. `other_uses` are parts of the names of OpenAI's models that do something else than
    write, `other_uses_anywhere` of anybody's."""

    date: str
    source: str
    families: tuple[Family, ...]
    other_uses: tuple[str, ...]
    other_uses_anywhere: tuple[str, ...]

    def of(self, model: str) -> Family:
        """The family of a model, the longest beginning first; one that nothing is known of for any other name."""
        found = [family for family in self.families if _begins(model, family.begins)]
        return max(found, key=lambda family: len(family.begins), default=Family(""))

    def writes(self, model: str, of_openai: bool) -> bool:
        """Whether nothing in the name says that it does something else than write."""
        return not any(use in model.lower() for use in (self.other_uses if of_openai else self.other_uses_anywhere))


def load_families() -> Families:
    """Reads the file: not on the UI thread."""
    return msgspec.json.decode(resource("openai_models.json").read_bytes(), type=Families)


def context_told(extra: Mapping[str, Any] | None) -> int | None:
    """The context in the fields that servers add to a listed model: llama.cpp has it in `meta`."""
    extra = extra or {}
    meta = extra.get("meta")
    places = [extra.get(field) for field in CONTEXT_FIELDS]
    if isinstance(meta, Mapping):
        places += [meta.get("n_ctx"), meta.get("n_ctx_train")]
    return next((place for place in places if type(place) is int and place > 0), None)


def _begins(model: str, beginning: str) -> bool:
    """`gpt-4` begins `gpt-4` and `gpt-4-0613`, not `gpt-4o`."""
    rest = model.removeprefix(beginning)
    return rest != model and (not rest or not rest[0].isalnum())
