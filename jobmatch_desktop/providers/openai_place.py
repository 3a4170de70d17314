"""Where OpenAI and the servers that speak as it does are. Pure."""

from collections.abc import Mapping

from jobmatch_desktop.domain.provider_errors import NoAddress
from jobmatch_desktop.providers.address import Address, parse_address

OPENAI = "OpenAI"
COMPATIBLE = "Compatible server"
USUAL_HOST = "api.openai.com"
USUAL = f"https://{USUAL_HOST}/v1"


def openai_place(base_url: str | None, environment: Mapping[str, str]) -> Address:
    """The address that the person gave, else `OPENAI_BASE_URL`, else OpenAI's own. Raises as `parse_address`."""
    return parse_address(base_url or environment.get("OPENAI_BASE_URL", "").strip() or USUAL, OPENAI)


def compatible_place(base_url: str | None, environment: Mapping[str, str]) -> Address:
    """The address that the person gave, else `OPENAI_BASE_URL`. Raises `NoAddress` without either, else as
    `parse_address`."""
    given = base_url or environment.get("OPENAI_BASE_URL", "").strip()
    if not given:
        raise NoAddress
    return parse_address(given, COMPATIBLE)
