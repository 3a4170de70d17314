"""Tests that need a real engine. Each is marked `live` and skipped, with a reason, where there is none."""

import os
from pathlib import Path

import httpx
import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("live")


@pytest.fixture(scope="session")
def ollama_base_url() -> str:
    """Address of the real Ollama, such as `http://127.0.0.1:11434`: that of OLLAMA_HOST, else this machine's."""
    host = os.environ.get("OLLAMA_HOST") or "127.0.0.1:11434"
    url = host if "://" in host else f"http://{host}"
    try:
        httpx.get(f"{url}/api/version", trust_env=False, timeout=5).raise_for_status()
    except httpx.HTTPError as error:
        pytest.skip(f"no Ollama answers at {url}: {error}")
    return url
