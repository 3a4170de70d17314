"""Names become providers without importing any SDK."""

import subprocess
import sys

import pytest

from jobmatch_desktop.domain.provider_errors import UnknownProvider
from jobmatch_desktop.providers.protocol import Provider
from jobmatch_desktop.providers.registry import PROVIDERS, open_provider
from jobmatch_desktop.providers.settings import ProviderSettings


@pytest.mark.parametrize("name", PROVIDERS)
def test_every_name_opens_its_provider(name: str) -> None:
    provider: Provider = open_provider(name, ProviderSettings(base_url="http://127.0.0.1:9/v1"))
    assert provider.name == name


def test_unknown_name_lists_the_known() -> None:
    with pytest.raises(UnknownProvider, match=r"skynet.*ollama"):
        open_provider("skynet", ProviderSettings())


def test_opening_imports_no_sdk() -> None:
    code = (
        "import sys\n"
        "from jobmatch_desktop.providers.registry import PROVIDERS, open_provider\n"
        "from jobmatch_desktop.providers.settings import ProviderSettings\n"
        "for name in PROVIDERS: open_provider(name, ProviderSettings(base_url='http://127.0.0.1:9/v1'))\n"
        "heavy = {'ollama', 'openai', 'anthropic', 'httpx', 'httpx2', 'pydantic'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
