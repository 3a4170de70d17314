"""Moments as a person says them, in the window's language and the system's way of writing dates."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt


def _tr(words: str) -> str:
    return QCoreApplication.translate("Moments", words)


def moment_words(moment: datetime, now: datetime) -> str:
    """`just now`, `5 min ago`, `today 14:05`, `yesterday 9:12`, `3 Dec`, `3 Dec 2024`. Both with a time zone."""
    local, today = moment.astimezone(), now.astimezone()
    passed = now - moment
    if timedelta(0) <= passed < timedelta(minutes=1):
        return _tr("just now")
    if timedelta(0) <= passed < timedelta(hours=1):
        return _tr("{minutes} min ago").format(minutes=int(passed.total_seconds() // 60))
    clock = f"{local:%H:%M}"
    if local.date() == today.date():
        return _tr("today {clock}").format(clock=clock)
    if local.date() == today.date() - timedelta(days=1):
        return _tr("yesterday {clock}").format(clock=clock)
    date = QDate(local.year, local.month, local.day)
    return QLocale().toString(date, "d MMM" if local.year == today.year else "d MMM yyyy")


def day_words(day: str) -> str:
    """`24 Dec 2026` for `2026-12-24`; other words, such as those of an offer, as they are."""
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    return QLocale().toString(date, "d MMM yyyy") if date.isValid() else day


def duration_words(seconds: float) -> str:
    """`under 1 s`, `42 s`, `3 min 5 s`, `2 h 4 min`."""
    whole = int(seconds)
    if whole < 1:
        return _tr("under 1 s")
    if whole < 60:
        return _tr("{seconds} s").format(seconds=whole)
    if whole < 3600:
        return _tr("{minutes} min {seconds} s").format(minutes=whole // 60, seconds=whole % 60)
    return _tr("{hours} h {minutes} min").format(hours=whole // 3600, minutes=whole % 3600 // 60)
