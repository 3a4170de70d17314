"""Every text of the window and of the errors has its French one, in the file that is read and in the one that is compiled."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import jobmatch_desktop
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.task import TaskNotFound
from jobmatch_desktop.resources import resource
from jobmatch_desktop.ui.shared.translation import speak
from jobmatch_desktop.ui.shared.words import trouble_text
from tools.translations import ERRORS, TEMPLATES, NotPlain, _said, texts, translated

FRENCH = "translations/jobmatch_desktop_fr"


@pytest.fixture(scope="module")
def to_say() -> set[tuple[str, str]]:
    return texts()


def names_in(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_every_text_has_a_french_one_and_none_is_left_over(to_say: set[tuple[str, str]]) -> None:
    """Where this fails: `python tools/translations.py` says what to translate."""
    french = translated(resource(f"{FRENCH}.ts"))
    assert sorted(to_say - french.keys()) == []
    assert sorted(french.keys() - to_say) == []
    # A number is grouped by a space in French, which no other text is.
    assert [key for key, text in french.items() if not text.strip(" \n\t")] == []


def test_a_translation_names_the_same_values() -> None:
    french = translated(resource(f"{FRENCH}.ts"))
    assert {
        text: names_in(said) ^ names_in(text) for (_, text), said in french.items() if names_in(said) ^ names_in(text)
    } == {}


def test_the_compiled_file_says_what_the_other_says(qapp: QCoreApplication) -> None:
    """Where this fails: `python tools/translations.py` compiles it."""
    compiled = QTranslator()
    assert compiled.load(str(resource(f"{FRENCH}.qm")))
    french = translated(resource(f"{FRENCH}.ts"))
    assert {key: compiled.translate(*key) for key in french} == french


def test_the_templates_of_every_error_are_found(to_say: set[tuple[str, str]]) -> None:
    for module in pkgutil.walk_packages(jobmatch_desktop.__path__, "jobmatch_desktop."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    said = {
        (ERRORS, template)
        for error in errors(JobMatchError)
        if error.__module__.startswith("jobmatch_desktop.")
        for template in (getattr(error, name) for name in TEMPLATES)
        if template
    }
    assert len(said) > 100
    assert sorted(said - to_say) == []


def errors(base: type[JobMatchError]) -> Iterator[type[JobMatchError]]:
    for error in base.__subclasses__():
        yield error
        yield from errors(error)


def test_a_text_put_together_at_run_time_is_refused() -> None:
    tree = ast.parse('class Page:\n    def show(self, n):\n        self.tr(f"{n} words")\n')
    with pytest.raises(NotPlain):
        list(_said(tree, {}, ""))


@pytest.fixture
def language(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    yield qapp
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_the_window_speaks_french(language: QApplication) -> None:
    assert speak(language, "fr") == "fr"
    assert QCoreApplication.translate("ApplicationsPage", "Add an offer") == "Ajouter une offre"
    trouble = TaskNotFound(id="abc").trouble
    assert trouble_text(trouble).startswith("tâche introuvable : abc.")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
    assert QLocale().language() is QLocale.Language.French


def test_a_language_it_does_not_speak_is_english(language: QApplication) -> None:
    assert speak(language, "xx") == "en"
    assert QCoreApplication.translate("ApplicationsPage", "Add an offer") == "Add an offer"
