"""What OpenAI and the servers that speak as it does say in their own words, as domain errors: `faults` has the rest.

Codes and texts as OpenAI's API (platform guide "Error codes"), llama.cpp's server, vLLM, LM Studio and Ollama's `/v1`
give them.
"""

import re

from jobmatch_desktop.domain import provider_errors as errors
from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.providers import faults
from jobmatch_desktop.providers.faults import Asked, HttpFault, http_fault

_TOKENS = re.compile(r"(\d[\d,]*)\s*tokens")
_USED_UP = ("insufficient_quota", "billing", "credit", "exceeded your current quota")
_TOO_LONG = (
    "context_length_exceeded",
    "exceed_context_size",
    "maximum context length",
    "context size",
    "context length",
)


def translate(error: Exception, asked: Asked, name: str) -> ProviderError:
    """The domain error for what a call of the SDK raised; `name` is the provider as `--provider` takes it."""
    if fault := http_fault(error):
        return _of_status(fault, asked, name)
    said = _inside(error)
    return faults.translate(error, asked) if said is None else said_inside(said, asked, name)


def said_inside(said: str, asked: Asked, name: str) -> ProviderError:
    """The fault that a server told of inside a stream that it had begun with status 200."""
    if any(words in said for words in _USED_UP):
        return errors.QuotaUsedUp(provider=asked.provider)
    if "rate_limit" in said or "overloaded" in said or "loading model" in said.lower():
        return errors.Busy(provider=asked.provider)
    if not asked.begun and any(words in said for words in _TOO_LONG):
        return too_long(said, asked)
    if not asked.begun and _is_missing(said):
        return errors.ModelNotOffered(provider=asked.provider, model=asked.model, name=name)
    return faults.reported(said, asked)


def is_unknown_path(error: Exception) -> bool:
    """Whether the server does not have what was asked for at all, whatever the model."""
    fault = http_fault(error)
    return fault is not None and not fault.target and fault.status in (404, 405, 501) and not _is_missing(fault.said)


def is_loading(error: Exception) -> bool:
    """Whether a server of this kind says that it loads its model (llama.cpp)."""
    fault = http_fault(error)
    return fault is not None and fault.status == 503 and "loading model" in fault.said.lower()


def refused_field(error: Exception, fields: tuple[str, ...]) -> str | None:
    """The field of the request, one of `fields`, that a server does not take, if it said so. A prompt that is too long is told
    with names of fields too, and no other request would mend that."""
    fault = http_fault(error)
    if fault is None or fault.status not in (400, 422) or any(words in fault.said for words in _TOO_LONG):
        return None
    return next((field for field in fields if re.search(rf"\b{field}\b", fault.said)), None)


def too_long(said: str, asked: Asked) -> ProviderError:
    """The fault of a prompt that does not fit: with numbers where the server gave them."""
    numbers = sorted(int(number.replace(",", "")) for number in _TOKENS.findall(said))
    if len(numbers) < 2 or numbers[0] == numbers[-1]:
        return errors.PromptBeyondContext(provider=asked.provider, model=asked.model)
    limit, needed = numbers[0], numbers[-1]
    return errors.PromptTooLong(model=asked.model, needed=needed, over=needed - limit, limit=limit)


def _of_status(fault: HttpFault, asked: Asked, name: str) -> ProviderError:
    said = fault.said
    if not fault.target:
        if fault.status == 402 or (fault.status in (403, 429) and any(words in said for words in _USED_UP)):
            return errors.QuotaUsedUp(provider=asked.provider)
        if fault.status in (400, 404) and asked.model and _is_missing(said):
            return errors.ModelNotOffered(provider=asked.provider, model=asked.model, name=name)
        if fault.status in (400, 413, 422, 500) and any(words in said for words in _TOO_LONG):
            return too_long(said, asked)
        if fault.status == 400 and "does not support chat" in said:
            return errors.NotForWriting(model=asked.model)
    return faults.of_status(fault, asked)


def _is_missing(said: str) -> bool:
    lower = said.lower()
    return "model_not_found" in lower or (
        "model" in lower and ("not found" in lower or "does not exist" in lower or "not exist" in lower)
    )


def _inside(error: Exception) -> str | None:
    """What a bare `APIError` of the SDK carries: the error object inside a stream."""
    if type(error).__name__ != "APIError":
        return None
    body = getattr(error, "body", None)
    parts = [body.get(field) for field in ("code", "type", "message")] if isinstance(body, dict) else [body]
    return " ".join(str(part) for part in parts if part)
