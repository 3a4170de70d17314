"""What larger part, longer time, better prize or other trade than the facts give is marked, and what is said as it was passes."""

import pytest

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.grounding import ground
from jobmatch_desktop.formats.readers.json_resume import read_profile

ENGLISH = facts(
    read_profile(
        b"""{"basics": {"name": "Ines Kay", "label": "Lab Technician", "location": {"city": "York"}},
"work": [
{"name": "Moor Diagnostics", "position": "Lab Technician", "location": "Leeds", "startDate": "2021-01", "highlights": [
"Run 40 assays a day in Python on a Hamilton robot", "Helped choose the new freezer supplier", "Contributed to the safety handbook",
"Train newcomers", "Cut waiting from 30 to 18 days"]},
{"name": "Farrow Labs", "position": "Lab Assistant", "location": "Hull", "startDate": "2018-01", "endDate": "2020-12", "highlights": [
"Washed glassware", "Labelled some of the samples with two colleagues"]}],
"projects": [{"name": "assay-plots", "description": "Contributed two fixes to an assay library"}],
"education": [{"institution": "York College", "area": "Chemistry", "studyType": "BSc", "endDate": "2017", "score": "2:1"}],
"certificates": [{"name": "Certified Biosafety Officer (CBO)", "issuer": "Biosafety Board", "date": "2022-05"}],
"awards": [{"title": "Runner-up, Northern Lab Prize", "awarder": "Northern Labs", "date": "2023"},
{"title": "Colleague of the Month", "awarder": "Moor Diagnostics", "date": "2024-02"}],
"publications": [
{"name": "Cold chains that hold", "publisher": "Lab Weekly", "releaseDate": "2023-04", "summary": "Co-written with Amy Ray"}],
"skills": [{"name": "Tools", "keywords": ["Python", "Hamilton"]}, {"name": "Excel", "level": "Beginner"}, {"name": "ELISA"}],
"languages": [{"language": "English", "fluency": "Native"}]}"""
    )
)
FRENCH = facts(
    read_profile(
        """{"basics": {"name": "Lise Perrot", "label": "Cuisinière", "location": {"city": "Nantes"}},
"work": [
{"name": "Le Vieux Port", "position": "Cuisinière", "location": "Nantes", "startDate": "2020-02", "highlights": [
"Participé au choix du nouveau four à sole", "Accueille et forme les nouveaux arrivants", "Rédigé les fiches des plats",
"Aidé à la mise en place du plan HACCP"]},
{"name": "Mairie de Rezé", "position": "Stagiaire", "location": "Rezé", "startDate": "2019-04", "endDate": "2019-06", "highlights": [
"Classé 300 dossiers"]}],
"languages": [{"language": "Français", "fluency": "Langue maternelle"}]}""".encode()
    )
)
OFFER = Offer(
    "Head Chef (F/H)\nLes Halles de Brest, Lorient\nVous dirigez huit personnes.",
    title="Head Chef",
    company="Les Halles",
)


def marked(text: str, known: tuple[Fact, ...], language: str) -> list[tuple[str, str]]:
    claims = ground(text, known, OFFER, language, "2026-11-25")
    return [(claim.kind, claim.text) for claim in claims if not claim.supported]


@pytest.mark.parametrize(
    "text",
    [
        "Five years at Moor Diagnostics.",
        "Almost six years at Moor Diagnostics as a technician.",
        "Three years as a lab assistant in Hull.",
        "Five years of Python.",
        "For three years I worked at Farrow Labs.",
        "A wait of between eighteen and thirty days.",
        "I have never managed a team of eight.",
        "Your Halifax office appeals to me.",
        "Chose my words with care.",
        "I started sending reminders.",
        "Trained all newcomers.",
        "Contributed two fixes to the project assay-plots.",
        "Wrote “Cold chains that hold”.",
        "Waiting was cut to 18 days in the first half of 2023.",
        "Waited for a whole day.",
        "CBO-certified lab technician.",
        "BSc in Chemistry, awarded in 2017, upper second.",
        "Runner-up for the Northern Lab Prize in 2023.",
        "Ma machine is a Hamilton.",
        "Sat on the biosafety board.",
        "What I would bring to Les Halles is Python.",
        "Named Colleague of the Month by Moor Diagnostics.",
        "Co-author of “Cold chains that hold”.",
        "Beginner in Excel, at ease with Python and ELISA.",
        "Python, ELISA and Excel.",
        "Python, punctual and tidy.",
        "Trained one newcomer as a lab technician.",
        "I would like a permanent position with you.",
        "The assays I run a day are forty.",
        "The article on cold chains that I wrote appeared in Lab Weekly.",
        "Waiting fell by 12 days.",
        "Dear Ms Fletcher and team,",
        "Every Saturday I run assays.",
        "Forty assays a day, all done in Python.",
        "Some forty assays a day.",
        "Kept the order books of the lab.",
        "Between 2021 and today I ran assays, forty each day.",
    ],
)
def test_what_was_passes(text: str) -> None:
    assert marked(text, ENGLISH, "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "Chaque nouvel arrivant est accueilli par mes soins.",
        "Rédaction des fiches des plats.",
        "Au Vieux Port, j’ai rédigé les fiches des plats.",
        "Je n’ai jamais dirigé huit personnes.",
        "SAP m’est inconnu.",
        "Trois cents dossiers à classer.",
        "Votre annonce pour les Halles de Brest a retenu toute mon attention.",
        "J’aimerais rejoindre les Halles, à Lorient.",
        "Stage de trois mois à la Mairie de Rezé.",
        "Aller plus vite en cuisine, entre deux services.",
    ],
)
def test_what_was_passes_in_french(text: str) -> None:
    assert marked(text, FRENCH, "fr") == []


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("Eight years of Python.", ("duration", "Eight years")),
        ("Seven years as a lab assistant.", ("duration", "Seven years")),
        ("For five years I worked at Farrow Labs.", ("duration", "five years")),
        ("Lab assistant for six years in Hull.", ("duration", "six years")),
        ("Worked for eight years in Hull.", ("duration", "eight years")),
        ("Led a team in the lab.", ("scope", "Led")),
        ("Selected the new freezer supplier.", ("scope", "Selected")),
        ("Created the assay library.", ("authorship", "Created")),
        ("Wrote Moor's safety handbook.", ("authorship", "Wrote")),
        ("Labelled the samples on my own.", ("scope", "on my own")),
        ("A budget of £1.2m.", ("number", "£1.2m")),
        ("Senior lab technician at Moor Diagnostics.", ("title", "Senior lab technician")),
        ("Tutor at Moor Diagnostics.", ("title", "Tutor")),
        ("In 2022 I was appointed freezer champion.", ("title", "freezer champion")),
        ("Holder of a teaching qualification.", ("certificate", "a teaching qualification")),
        ("Developed Hamilton for the lab.", ("authorship", "Developed")),
        ("First place in the Northern Lab Prize.", ("award", "First place")),
        ("Technician for the City of Leeds.", ("employer", "City of Leeds")),
        ("Paris-trained lab technician.", ("place", "Paris")),
        ("Personal licence holder.", ("certificate", "licence holder")),
        ("Curated the safety handbook.", ("scope", "Curated")),
        ("BSc with distinction.", ("degree", "with distinction")),
        ("Laser-certified since 2022.", ("certificate", "Laser-certified")),
        ("CB-certified since 2022.", ("certificate", "CB-certified")),
        ("First prize at the Northern Lab Prize.", ("award", "First prize")),
        ("Winner of the Northern Lab Prize.", ("award", "Winner of the Northern Lab Prize")),
        ("Chemist of the Month at Moor Diagnostics.", ("award", "of the Month")),
        ("Sole author of “Cold chains that hold”.", ("publication", "author of “Cold chains that hold”")),
        ("Published a book on freezers as well as an article on cold chains.", ("publication", "a book")),
        ("Run assays in Python each hour on a Hamilton robot.", ("number", "each hour")),
        ("Waiting fell by 15 days.", ("number", "15")),
        ("BSc with first-class honours.", ("degree", "first-class honours")),
        ("I apply for the post and have been selected for this role.", ("employer", "been selected for")),
        ("My article in the Lab Law Review was on cold chains.", ("publication", "article")),
        ("Five years of assays at Farrow Labs.", ("duration", "Five years")),
        ("Hired on a permanent contract.", ("scope", "permanent contract")),
        ("Expert in Excel.", ("skill", "Expert in Excel")),
        ("Advanced Excel and Python.", ("skill", "Advanced Excel")),
        ("Python, ELISA and glass blowing.", ("skill", "glass blowing")),
        ("At ease with Python, ELISA and glass blowing.", ("skill", "glass blowing")),
        ("Certified in biosafety and glass blowing.", ("certificate", "glass blowing")),
        ("Received gold at the Northern Lab Prize.", ("award", "Received gold")),
        ("Runner-up for the national Northern Lab Prize.", ("award", "Runner-up for the national Northern Lab Prize")),
        ("Awarded an OBE for laboratory work.", ("award", "an OBE for laboratory work")),
        ("Rolled out the safety handbook nationwide.", ("scope", "nationwide")),
        ("Sat on the board of Moor Diagnostics.", ("scope", "Sat on")),
        ("I run my own laboratory, and owner of a clinic besides.", ("employer", "owner of a")),
        ("I ran 40 assays a day without anyone’s help.", ("scope", "without anyone’s help")),
        ("Presided over the safety handbook.", ("scope", "Presided over")),
    ],
)
def test_what_was_not_is_marked(text: str, lie: tuple[str, str]) -> None:
    assert lie in marked(text, ENGLISH, "en")


@pytest.mark.parametrize(
    ("text", "language", "lie"),
    [
        ("Quatre boutiques.", "fr", ("number", "Quatre")),
        ("Cuisinière au Vieux Port, à Brest.", "fr", ("place", "Brest")),
        ("Pendant cinq ans, j’ai classé les dossiers de la Mairie de Rezé.", "fr", ("duration", "cinq ans")),
        ("I wrote the HACCP plan.", "en", ("authorship", "wrote")),
        ("I lead a team of cooks.", "en", ("scope", "lead")),
        ("Diplôme de glacerie en poche.", "fr", ("degree", "glacerie")),
        ("Rédigé plusieurs plans HACCP.", "fr", ("scope", "plusieurs")),
        ("Encadrement d’une équipe de cuisine.", "fr", ("scope", "Encadrement")),
        ("Puéricultrice à Nantes.", "fr", ("title", "Puéricultrice")),
        ("J’encadre une équipe de cuisine.", "fr", ("scope", "encadre")),
        ("Choisi le nouveau four à sole, à Lorient.", "fr", ("scope", "Choisi")),
        ("Titulaire d’un BTS tourisme.", "fr", ("degree", "BTS")),
        ("Cheffe cuisinière au Vieux Port.", "fr", ("title", "Cheffe cuisinière")),
        ("Responsable de salle chez Le Vieux Port.", "fr", ("title", "Responsable")),
        ("Head waiter at Le Vieux Port.", "en", ("title", "Head waiter")),
        ("I directed the kitchen's works.", "en", ("scope", "directed")),
        ("I led the move to HACCP.", "en", ("scope", "led")),
        ("J’ai ouvert ma propre boulangerie.", "fr", ("employer", "ma propre boulangerie")),
        ("Je siège au conseil municipal.", "fr", ("scope", "siège au")),
        ("Arrivée première du concours des halles.", "fr", ("award", "Arrivée première")),
        ("Chevalier du mérite agricole.", "fr", ("award", "Chevalier du mérite")),
    ],
)
def test_what_was_not_is_marked_in_either_language(text: str, language: str, lie: tuple[str, str]) -> None:
    assert lie in marked(text, FRENCH, language)
