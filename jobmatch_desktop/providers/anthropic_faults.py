"""What Anthropic's API says in its own words, as domain errors: `faults` has the rest.

Types and texts as in Anthropic's API reference, "Errors", and as Ollama's `/v1/messages` gives them.
"""

import re
from collections.abc import Mapping

from jobmatch_desktop.domain import provider_errors as errors
from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.providers import faults
from jobmatch_desktop.providers.anthropic_place import NAME
from jobmatch_desktop.providers.faults import Asked, HttpFault, http_fault

_TOO_LONG = re.compile(r"prompt is too long: (\d+) tokens > (\d+) maximum")


def translate(error: Exception, asked: Asked) -> ProviderError:
    """The domain error for what a call of the SDK raised."""
    if fault := http_fault(error):
        return _of_status(fault, asked)
    said = _inside(error)
    return faults.translate(error, asked) if said is None else said_inside(said, asked)


def said_inside(said: str, asked: Asked) -> ProviderError:
    """The fault that the server told of inside a stream that it had begun with status 200; `said` begins with its type."""
    if said.startswith(("overloaded_error", "rate_limit_error")):
        return errors.Busy(provider=NAME)
    if said.startswith("billing_error") or "credit balance" in said:
        return errors.QuotaUsedUp(provider=NAME)
    if not asked.begun and said.startswith("authentication_error"):
        return errors.KeyRefused(provider=NAME, address=asked.address)
    if not asked.begun and said.startswith("permission_error"):
        return errors.AccessDenied(provider=NAME, address=asked.address)
    return faults.reported(said, asked)


def refused_field(error: Exception, fields: tuple[str, ...]) -> str | None:
    """The field of the request that a server does not take, if it said so."""
    fault = http_fault(error)
    if fault is None or fault.status != 400:
        return None
    return next((field for field in fields if field in fault.said), None)


def _of_status(fault: HttpFault, asked: Asked) -> ProviderError:
    said = fault.said
    if not fault.target:
        if fault.status == 402 or "credit balance" in said:
            return errors.QuotaUsedUp(provider=NAME)
        if fault.status == 404 and asked.model and "not_found_error" in said:
            return errors.ModelNotOffered(provider=NAME, model=asked.model, name="anthropic")
        if told := _TOO_LONG.search(said):
            needed, limit = map(int, told.groups())
            return errors.PromptTooLong(model=asked.model, needed=needed, over=needed - limit, limit=limit)
        if fault.status == 413 or "prompt is too long" in said:
            return errors.PromptBeyondContext(provider=NAME, model=asked.model)
    return faults.of_status(fault, asked)


def _inside(error: Exception) -> str | None:
    """What the SDK made of an `error` event: an `APIStatusError` with the event's body, or with words that are no JSON."""
    if not any(kind.__name__ == "APIStatusError" for kind in type(error).__mro__):
        return None
    body = getattr(error, "body", None)
    inner = body.get("error") if isinstance(body, Mapping) else None
    parts = [inner.get(field) for field in ("type", "message")] if isinstance(inner, Mapping) else []
    return " ".join(str(part) for part in parts if part)
