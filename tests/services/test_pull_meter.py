"""The speed of a download, told from what came and when."""

import pytest

from jobmatch_desktop.services.pull_meter import WINDOW, PullMeter


def test_nothing_is_known_at_first() -> None:
    meter = PullMeter()
    assert meter.speed(0) is None
    meter.hear(10.0, 0, 1000)
    assert (meter.speed(10.5), meter.seconds_left(10.5)) == (None, None)


def test_speed_and_time_left() -> None:
    meter = PullMeter()
    for second in range(5):
        meter.hear(second, second * 100, 1000)
    assert meter.speed(4) == pytest.approx(100)
    assert meter.seconds_left(4) == pytest.approx(6)


def test_only_the_last_seconds_count() -> None:
    meter = PullMeter()
    for second in range(100):
        meter.hear(second, second * 10, 100_000)
    for second in range(100, 100 + 2 * int(WINDOW)):
        meter.hear(second, 990 + (second - 99) * 500, 100_000)
    assert meter.speed(99 + 2 * WINDOW) == pytest.approx(500)


def test_a_download_that_stands_still_slows_down() -> None:
    meter = PullMeter()
    meter.hear(0, 0, 1000)
    meter.hear(2, 200, 1000)
    assert meter.speed(2) == pytest.approx(100)
    assert meter.speed(20) == pytest.approx(10)


def test_what_was_here_already_did_not_come_fast() -> None:
    meter = PullMeter()
    meter.hear(0, 0, 500)
    meter.hear(2, 500, 500)
    meter.hear(2.1, 900_500, 1_000_500)
    assert meter.speed(2.2) is None
    meter.hear(4.1, 900_700, 1_000_500)
    assert meter.speed(4.1) == pytest.approx(100)


def test_never_at_this_speed() -> None:
    meter = PullMeter()
    meter.hear(0, 5, 1000)
    meter.hear(3, 5, 1000)
    assert meter.speed(3) == 0
    assert meter.seconds_left(3) is None
