"""Moments as the database keeps them: whole microseconds since 1970 in UTC, which sort and compare as numbers."""

from datetime import UTC, datetime, timedelta

_START = datetime(1970, 1, 1, tzinfo=UTC)


def now() -> int:
    """This moment."""
    return stored(datetime.now(UTC))


def stored(moment: datetime) -> int:
    """The number that stands for an aware datetime, exactly."""
    return (moment - _START) // timedelta(microseconds=1)


def moment(number: int) -> datetime:
    """The aware datetime, in UTC, that a number stands for."""
    return _START + timedelta(microseconds=number)
