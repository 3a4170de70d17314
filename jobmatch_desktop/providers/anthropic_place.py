"""Where Anthropic is. Pure."""

from collections.abc import Mapping

from jobmatch_desktop.providers.address import Address, parse_address

NAME = "Anthropic"
USUAL = "https://api.anthropic.com"


def place_of(base_url: str | None, environment: Mapping[str, str]) -> Address:
    """The address that the person gave, else `ANTHROPIC_BASE_URL`, else Anthropic's own. Raises as `parse_address`."""
    return parse_address(base_url or environment.get("ANTHROPIC_BASE_URL", "").strip() or USUAL, NAME)
