"""The language of the window: its words, Qt's own dialogs, and how dates are written."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from jobmatch_desktop.resources import resource

LANGUAGES = ("en", "fr")
"""What the window speaks; its texts are English where they stand in the program."""


def speak(application: QCoreApplication, language: str) -> str:
    """Gives the application's texts in `language` (one of `LANGUAGES`, or `system`) and returns which it became. UI thread, before the
    first widget is made. Raises `FileNotFoundError` where a translation is missing: a broken installation."""
    wanted = QLocale.system().name()[:2] if language == "system" else language
    spoken = wanted if wanted in LANGUAGES else "en"
    if language != "system":
        QLocale.setDefault(QLocale(spoken))
    if spoken != "en":
        # Qt's own comes first: what is installed last is asked first.
        qt = QTranslator(application)
        if qt.load(f"qtbase_{spoken}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(qt)
        own = QTranslator(application)
        own.load(str(resource(f"translations/jobmatch_desktop_{spoken}.qm")))
        application.installTranslator(own)
    return spoken
