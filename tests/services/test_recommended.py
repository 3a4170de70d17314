"""Which models are advised for which memory."""

import pytest

from jobmatch_desktop.services.recommended import best_for, fits, load_advice

GIGABYTE = 1_000_000_000


@pytest.mark.parametrize(
    ("memory", "most"), [(3, None), (4, 4), (8, 4), (16, 8), (24, 12), (32, 16), (64, 32), (256, 32)]
)
def test_the_largest_that_leaves_room(memory: int, most: int | None) -> None:
    advice = load_advice()
    name = best_for(advice, memory * GIGABYTE)
    found = next((model for model in advice.models if model.name == name), None)
    assert (found.memory if found else None) == (most * GIGABYTE if most else None)


def test_nothing_is_advised_where_the_memory_is_not_known() -> None:
    advice = load_advice()
    assert best_for(advice, None) == ""
    assert fits(advice.models[0], None) is None


def test_the_table_is_in_order_and_has_its_date() -> None:
    advice = load_advice()
    assert [model.memory for model in advice.models] == sorted(model.memory for model in advice.models)
    assert advice.date
    assert advice.source
