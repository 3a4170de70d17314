"""Where Ollama is, in the forms of `OLLAMA_HOST`. Pure."""

from collections.abc import Mapping

from jobmatch_desktop.providers.address import Address, parse_address

NAME = "Ollama"
USUAL_PORT = 11434


def parse_host(text: str) -> Address:
    """The server that `text` names, as `parse_address`: without a scheme http and 11434, `ollama.com` alone its cloud."""
    return parse_address("https://ollama.com" if text.strip() == "ollama.com" else text, NAME, USUAL_PORT)


def place_of(base_url: str | None, environment: Mapping[str, str]) -> Address:
    """Where it is: the address that the person gave, else `OLLAMA_HOST`, else its usual place. Raises as `parse_host`."""
    return parse_host(environment.get("OLLAMA_HOST", "") if base_url is None else base_url)
