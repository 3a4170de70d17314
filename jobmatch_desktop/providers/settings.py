"""What a provider is opened with, and the key that never shows."""

import msgspec

from jobmatch_desktop.domain.provider_errors import UnusableKey


class Secret:
    """A key. Neither its text nor its length is in any repr, log or error; `reveal` is called where the header is
    written."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The key itself."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(…)"


def parse_key(text: str, provider: str) -> Secret | None:
    """A key as it was typed or stands in the environment, without the space around it; None if nothing is left.

    Raises `UnusableKey` where it could not stand in an HTTP header.
    """
    text = text.strip()
    if not text:
        return None
    if not all("!" <= character <= "~" for character in text):
        raise UnusableKey(provider=provider)
    return Secret(text)


class ProviderSettings(msgspec.Struct, frozen=True):
    """`base_url` as a person wrote it (None: the provider's environment variable, else its usual place); `key` (None:
    the environment variable, else none); `authorities` is the path of a PEM file of certificate authorities trusted
    beside the usual ones; `headers` go with every request (name and value); `proxy` is a URL without credentials (None:
    the environment's, for other hosts than this machine)."""

    base_url: str | None = None
    key: Secret | None = None
    authorities: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    proxy: str | None = None
