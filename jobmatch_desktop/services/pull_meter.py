"""How fast a download is, and how long it will take. Pure."""

from collections import deque

WINDOW = 6.0
"""Seconds that the speed is taken over: long enough to be read, short enough to follow the network."""

LEAST = 1.0
"""Seconds before there is a speed."""


class PullMeter:
    """Hears how many bytes are here at which moment (seconds of one monotonic clock)."""

    def __init__(self) -> None:
        self._heard: deque[tuple[float, int]] = deque()
        self._total = 0

    def hear(self, at: float, done: int, total: int) -> None:
        """Bytes here and in all. Where the total grows another layer begins, which may be here in part: what that adds at once did
        not come over the network."""
        if total != self._total or (self._heard and done < self._heard[-1][1]):
            self._heard.clear()
            self._total = total
        self._heard.append((at, done))
        while len(self._heard) > 2 and at - self._heard[1][0] >= WINDOW:
            self._heard.popleft()

    def speed(self, now: float) -> float | None:
        """Bytes a second until now, so that a download that stands still slows down; None: not known yet."""
        if not self._heard or now - self._heard[0][0] < LEAST:
            return None
        begun, first = self._heard[0]
        return (self._heard[-1][1] - first) / (now - begun)

    def seconds_left(self, now: float) -> float | None:
        """None: not known, or never at this speed."""
        speed = self.speed(now)
        return (self._total - self._heard[-1][1]) / speed if speed else None
