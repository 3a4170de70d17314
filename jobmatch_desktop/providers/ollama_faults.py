"""What only Ollama says in its own words, as domain errors: `faults` has the rest.

Statuses and texts as Ollama 0.20 gives them (server/routes.go, server/sched.go, llm/server.go).
"""

from jobmatch_desktop.domain.provider_errors import NotForWriting, ProviderError
from jobmatch_desktop.providers import faults
from jobmatch_desktop.providers.faults import Asked, HttpFault


def is_window_too_small(error: Exception) -> bool:
    """Whether the server said, before it wrote anything, that the prompt does not fit into the context that was asked
    for."""
    return isinstance(error, HttpFault) and error.status == 400 and "context length" in error.said


def translate(error: Exception, asked: Asked) -> ProviderError:
    """As `faults.translate`. The SDK's own `ResponseError` is a `faults.reported`."""
    if isinstance(error, HttpFault) and error.status == 400:
        said = error.said
        if "does not support" in said and "thinking" not in said:
            return NotForWriting(model=asked.model)
    return faults.translate(error, asked)
