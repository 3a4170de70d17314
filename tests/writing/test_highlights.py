import pytest

from jobmatch_desktop.writing.highlights import Form, line_of


@pytest.mark.parametrize(
    ("text", "woven"),
    [
        ("Built a dashboard in React", "built a dashboard in React"),
        ("Successfully won the cup", "successfully won the cup"),
        ("Hired, trained, and kept a team of 35.", "hired, trained, and kept a team of 35"),
        ("Contributed to the compiler", "contributed to the compiler"),
        ("Re-engineered the press", "re-engineered the press"),
        ("I look after 20 patients a day.", "look after 20 patients a day"),
        ("Cut costs by 9%. Then more.", "cut costs by 9%"),
    ],
)
def test_english_past_verbs_go_after_i(text: str, woven: str) -> None:
    line = line_of(text, "en", "en")
    assert line is not None
    assert (line.form, line.text, line.was) == (Form.WOVEN, woven, False)


@pytest.mark.parametrize(
    "text",
    [
        "Awarded 'Teacher of the Month'",
        "Promoted to shift leader",
        "Recognized for calm in the kitchen",
        "Responsible for orders",
    ],
)
def test_english_passives_go_after_i_was(text: str) -> None:
    line = line_of(text, "en", "en")
    assert line is not None
    assert (line.form, line.was) == (Form.WOVEN, True)


@pytest.mark.parametrize(
    "text",
    [
        "Build an algorithm for artists",
        "Built by an all-women team",
        "Built with Next.js",
        "Deployed to 400 students",
        "Open-sourced with 120 stars",
        "Renders surfaces in WebGL",
        "RAN THE KITCHEN ALONE",
        "Automated tests and releases for nine services",
        "Awarded contracts to suppliers",
        "Red team lead",
        "12% growth",
        "Python",
    ],
)
def test_what_does_not_go_after_i_is_quoted_as_it_stands(text: str) -> None:
    line = line_of(text, "en", "en")
    assert line is not None
    assert (line.form, line.text) == (Form.QUOTED, text)


@pytest.mark.parametrize("text", ["Managing a lab of 4", "Development of an assay"])
def test_activities_are_listed(text: str) -> None:
    line = line_of(text, "en", "en")
    assert line is not None
    assert (line.form, line.text) == (Form.LISTED, text[0].lower() + text[1:])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Développé une application de suivi", Form.WOVEN),
        ("Mis en place un tableau de bord", Form.WOVEN),
        ("Participé aux revues de code", Form.WOVEN),
        ("J’ai animé trois ateliers", Form.WOVEN),
        ("Gestion des commandes et du stock", Form.LISTED),
        ("Mise en place d'une chaîne de tests", Form.LISTED),
        ("Automatisation avec Ansible", Form.LISTED),
        ("Saisie comptable et rapprochement bancaire", Form.LISTED),
        ("Rédiger la documentation technique", Form.LISTED),
        ("Développé par une équipe de six", Form.QUOTED),
        ("Chargée de la maintenance de douze sites", Form.QUOTED),
        ("Qualité des soins et sécurité", Form.QUOTED),
    ],
)
def test_french(text: str, form: Form) -> None:
    line = line_of(text, "fr", "fr")
    assert line is not None
    assert line.form is form


def test_a_line_in_another_language_is_quoted_and_its_language_told() -> None:
    line = line_of("Built the API that eleven operators use", "fr", "en")
    assert line is not None
    assert (line.form, line.language) == (Form.QUOTED, "en")
    short = line_of("Won Techcrunch", "fr", "en")
    assert short is not None
    assert (short.form, short.language) == (Form.QUOTED, "en")


@pytest.mark.parametrize("text", ["", " \n ", "Built " + "many things and more " * 20, "Built (with care"])
def test_what_a_letter_cannot_take(text: str) -> None:
    assert line_of(text, "en", "en") is None


def test_the_present_of_what_goes_on_goes_after_i() -> None:
    for goes_on, form in ((True, Form.WOVEN), (False, Form.QUOTED)):
        line = line_of("Provide direct care to six patients", "en", "en", goes_on)
        assert line is not None
        assert line.form is form
    noun = line_of("Support of three teams", "en", "en", goes_on=True)
    assert noun is not None
    assert noun.form is Form.QUOTED
