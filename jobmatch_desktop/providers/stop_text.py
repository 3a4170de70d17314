"""Ends an answer at a text that the server was not, or could not be, asked to stop at. Pure."""


class StopText:
    """Takes the words of an answer in order and gives back those before the first of `stops`. What may begin one is held
    back until that is known, never longer than a stop text."""

    def __init__(self, stops: tuple[str, ...]) -> None:
        self._stops = tuple(filter(None, stops))
        self._held = ""
        self.stopped = False

    def feed(self, words: str) -> str:
        """What is certain so far; nothing once `stopped`."""
        if self.stopped or not self._stops:
            return "" if self.stopped else words
        words = self._held + words
        places = [place for stop in self._stops if (place := words.find(stop)) >= 0]
        if places:
            self.stopped, self._held = True, ""
            return words[: min(places)]
        held = max(_beginning(words, stop) for stop in self._stops)
        self._held = words[len(words) - held :]
        return words[: len(words) - held]

    def finish(self) -> str:
        """What was held back, once nothing more comes."""
        held, self._held = self._held, ""
        return held


def _beginning(words: str, stop: str) -> int:
    """How many characters at the end of the words begin `stop`."""
    return next((length for length in range(min(len(stop) - 1, len(words)), 0, -1) if words.endswith(stop[:length])), 0)
