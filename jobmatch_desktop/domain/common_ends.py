"""What two texts, or two lists of lines or words, have alike at their beginnings and at their ends."""

from collections.abc import Callable, Sequence


def common_ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """How many elements both begin with, and how many of what is left both end with. Quick for 1 MB of text."""
    most = min(len(one), len(other))
    start = _furthest(most, lambda low, high: one[low:high] == other[low:high])
    mine, theirs = len(one), len(other)
    end = _furthest(
        most - start, lambda low, high: one[mine - high : mine - low] == other[theirs - high : theirs - low]
    )
    return start, end


def _furthest(most: int, alike: Callable[[int, int], bool]) -> int:
    """How far all is alike: by halves, each compared at once."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if alike(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
