"""Prices of models: found by their id without its date, and never loosely."""

import pytest

from jobmatch_desktop.services.prices import Price, dollars, price_list, price_of


@pytest.mark.parametrize(
    ("provider", "dated", "plain"),
    [
        ("openai", "gpt-4o-2024-08-06", "gpt-4o"),
        ("openai", "gpt-4o-mini-2024-07-18", "gpt-4o-mini"),
        ("anthropic", "claude-sonnet-4-5-20250929", "claude-sonnet-4-5"),
        ("anthropic", "claude-3-5-haiku-latest", "claude-3-5-haiku"),
    ],
)
def test_a_date_does_not_change_the_price(provider: str, dated: str, plain: str) -> None:
    found = price_of(provider, dated)
    assert found is not None
    assert found == price_of(provider, plain)


def test_a_smaller_sister_has_a_price_of_its_own() -> None:
    large, small = price_of("openai", "gpt-4o"), price_of("openai", "gpt-4o-mini")
    assert large is not None
    assert small is not None
    assert small.read < large.read


@pytest.mark.parametrize("model", ["gpt-4o-audio-preview", "ft:gpt-4o:mine", "gpt", "gpt-4o-", "GPT-4O", ""])
def test_what_is_not_listed_is_unknown(model: str) -> None:
    assert price_of("openai", model) is None
    assert price_of("compatible", "gpt-4o") is None


def test_every_list_says_how_old_it_is_and_from_where() -> None:
    for provider in ("openai", "anthropic"):
        found = price_list(provider)
        assert found is not None
        assert len(found.date) == 7
        assert found.source


def test_a_cost_is_by_the_million() -> None:
    assert dollars(Price(2.5, 10.0), 2_000, 400) == pytest.approx(0.009)
