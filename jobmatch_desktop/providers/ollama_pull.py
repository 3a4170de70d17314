"""How far a download is, from Ollama's lines about single layers. Pure."""

from jobmatch_desktop.domain.provider_errors import (
    ConnectionLost,
    CutOff,
    ModelMissing,
    ModelUnknown,
    ProviderError,
    PullFailed,
    RequestRefused,
    ServerFailed,
    UnexpectedAnswer,
)
from jobmatch_desktop.providers.ollama_place import NAME
from jobmatch_desktop.providers.protocol import PullProgress

SUCCESS = "success"
"""The step after which a model is there."""


class Layers:
    """Sums over the layers named so far, by digest: what a layer says later replaces what it said before."""

    def __init__(self) -> None:
        self._layers: dict[str, tuple[int, int]] = {}

    def heard(self, step: str | None, digest: str | None, done: int | None, total: int | None) -> PullProgress:
        """The whole, after one line."""
        if digest and total:
            self._layers[digest] = (min(done or 0, total), total)
        return PullProgress(
            step or "",
            sum(here for here, _ in self._layers.values()),
            sum(total for _, total in self._layers.values()),
        )


def pull_fault(model: str, said: str, fault: ProviderError) -> ProviderError:
    """The fault of a download. `said` is the server's own word (never shown), `fault` what it would be of another
    request."""
    said = said.lower()
    if "file does not exist" in said or "invalid model name" in said or isinstance(fault, ModelMissing):
        return ModelUnknown(model=model)
    if "newer version" in said:
        return RequestRefused(provider=NAME, model=model, status=412)
    if isinstance(fault, ServerFailed | ConnectionLost | CutOff) or (isinstance(fault, UnexpectedAnswer) and said):
        return PullFailed(provider=NAME, model=model)
    return fault
