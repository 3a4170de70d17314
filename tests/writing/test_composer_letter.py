"""The composer's letter: what it says of whom, and in which words."""

from typing import Any

import pytest

from jobmatch_desktop.domain.letter_manner import Length, LetterManner, Tone
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.writing.composer import compose_letter
from tests.writing.composing import BACKEND, NO_OFFER, TODAY, body, sample, sample_offer


def test_a_letter_tells_what_answers_the_offer() -> None:
    letter = compose_letter(sample("sample.resume.json"), read_offer(sample_offer("sample-offer.txt")), "en", TODAY)
    first, second, third, last = body(letter)
    assert first.startswith("I am applying for the position of Senior Backend Engineer at Nordkai Logistics.")
    assert first.endswith("I have worked as Backend Engineer at Kornfeld Versand since March 2021.")
    assert second.startswith("Your offer mentions Python, SQL, PostgreSQL, Kafka, Docker and Kubernetes,")
    assert "At Kornfeld Versand, I " in second
    assert "In addition, I introduced Kafka between order intake and billing" in second
    assert "As Software Developer at Havelsoft from September 2017 to February 2021, I " in third
    assert "I studied Computer Science at the University of Potsdam (Bachelor of Science, from October 2013" in third
    assert last.endswith("in an interview.")
    assert "\nNordkai Logistics\nHiring Manager\n\nBerlin, 25 November 2026\n" in letter


def test_a_french_letter() -> None:
    letter = compose_letter(
        sample("sample.fr.resume.json"), read_offer(sample_offer("sample-offer.fr.txt")), "fr", TODAY
    )
    assert "Lyon, le 25 novembre 2026" in letter
    assert "## Objet : candidature au poste « Assistant(e) de gestion F/H »\nMadame, Monsieur," in letter
    assert "Chez Charpentes Valmy, j’ai mis en place un tableau de bord Excel" in letter
    assert "J’ai également préparé les éléments de paie" in letter
    assert "comme Employée administrative (Librairie Passerelle) de septembre 2017 à mars 2019" in letter
    assert "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées." in letter


def test_what_does_not_go_after_i_is_told_beside_what_does() -> None:
    highlights = ["Reduced falls by 22%", "Supervision of 11 nurses", "Managing the rota", "Charge nurse"]
    work = [{"position": "Nurse", "name": "Ward 3", "endDate": "2020", "highlights": highlights}]
    second = body(compose_letter(profile_of({"work": work}), NO_OFFER, "en", TODAY))[1]
    assert second == (
        "At Ward 3, I reduced falls by 22%. My work there also included supervision of 11 nurses and managing the rota."
    )


def test_organisations_that_want_an_article() -> None:
    offer = Offer(text="x", title="Cook", company="University of Leeds")
    assert "of Cook at the University of Leeds." in compose_letter(profile_of({"basics": {}}), offer, "en", TODAY)
    offer = Offer(text="x", title="Cuisinier", company="Clinique du Parc")
    assert "« Cuisinier » (Clinique du Parc)." in compose_letter(profile_of({"basics": {}}), offer, "fr", TODAY)


def test_facts_in_another_language_are_quoted_as_they_stand() -> None:
    letter = compose_letter(sample("sample.resume.json"), BACKEND, "fr", TODAY)
    assert "Mon CV décrit mon travail chez Kornfeld Versand en anglais : « " in letter
    assert "j’ai " not in "".join(body(letter)[1:2])


@pytest.mark.parametrize(
    ("job", "sentence"),
    [
        ({"position": "Cook", "name": "Inn", "endDate": "2020"}, "Most recently, I worked as Cook at Inn until 2020."),
        ({"position": "Cook", "startDate": "2020", "endDate": "present"}, "I have worked as Cook since 2020."),
        ({"name": "Inn", "startDate": "2020", "endDate": "2031"}, "I work at Inn from 2020 to 2031."),
        (
            {"position": "CEO/President", "name": "Inn", "startDate": "2020-05"},
            "I started as CEO/President at Inn in May 2020.",
        ),
        ({"position": "Cook", "name": "Inn"}, "I have worked as Cook at Inn."),
        ({"position": "Cook", "name": "University of Leeds"}, "I have worked as Cook at the University of Leeds."),
        ({"position": "Cook", "name": "Freelance"}, "I have worked as Cook on a freelance basis."),
        ({"position": "Cook", "startDate": "Summer 2014"}, "I have worked as Cook (Summer 2014)."),
    ],
)
def test_no_date_is_claimed_that_is_not_given(job: dict[str, Any], sentence: str) -> None:
    letter = compose_letter(profile_of({"work": [job]}), NO_OFFER, "en", TODAY)
    assert body(letter)[0].endswith(sentence)


@pytest.mark.parametrize(
    ("study", "sentence"),
    [
        (
            {"studyType": "BA", "area": "Arts", "institution": "University of Leeds", "endDate": "2020"},
            "I studied Arts at the University of Leeds (BA, 2020).",
        ),
        (
            {"studyType": "BA", "area": "Arts", "institution": "UCL", "endDate": "2031"},
            "I am studying Arts at UCL (BA, until 2031).",
        ),
        ({"studyType": "BA", "institution": "UCL"}, "My education includes BA (UCL)."),
        ({"area": "Arts"}, "My education includes Arts."),
    ],
)
def test_no_degree_is_claimed_as_passed(study: dict[str, Any], sentence: str) -> None:
    assert sentence in compose_letter(profile_of({"education": [study]}), NO_OFFER, "en", TODAY)


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ({"startDate": "2014", "endDate": "2016"}, "Before that, I worked as Porter at Mill from 2014 to 2016."),
        ({"startDate": "2014", "endDate": "2019"}, "I also worked as Porter at Mill from 2014 to 2019."),
        ({}, "I also worked as Porter at Mill."),
    ],
)
def test_an_earlier_job_is_called_so_by_its_dates_alone(dates: dict[str, Any], sentence: str) -> None:
    work = [{"position": "Cook", "name": "Inn", "startDate": "2017", "endDate": "2020"}]
    work.append({"position": "Porter", "name": "Mill", **dates})
    assert sentence in body(compose_letter(profile_of({"work": work}), NO_OFFER, "en", TODAY))


def test_two_earlier_jobs_share_a_sentence() -> None:
    work = [{"position": "Cook", "name": "Inn", "startDate": "2017", "endDate": "2020"}]
    work += [{"position": "Porter", "name": "Mill", "endDate": year} for year in ("2015", "2016")]
    letter = compose_letter(profile_of({"work": work}), NO_OFFER, "fr", TODAY)
    assert (
        "Auparavant, j’ai travaillé comme Porter chez Mill jusqu’en 2016 et comme Porter chez Mill jusqu’en 2015."
        in body(letter)
    )


def test_the_newest_job_is_named_again_where_another_sentence_stands_between() -> None:
    job = {"position": "Cheffe", "name": "Restaurant Lune", "endDate": "2020", "highlights": ["Gestion de la carte"]}
    profile = profile_of({"work": [job], "skills": [{"name": "Pain"}]})
    second = body(compose_letter(profile, NO_OFFER, "fr", TODAY))[1]
    assert second == (
        "J’apporte la compétence suivante : Pain. "
        "Mon travail comme Cheffe a compris la mission suivante : gestion de la carte."
    )


def test_a_level_of_language_is_small_within_a_sentence() -> None:
    languages = [{"language": "English", "fluency": "Native speaker"}, {"language": "German", "fluency": "B2"}]
    source = {"basics": {"summary": "Ann cooks for schools and for the people of the town."}, "languages": languages}
    letter = compose_letter(profile_of(source), NO_OFFER, "en", TODAY)
    assert "I speak English (native speaker) and German (B2)." in letter


def test_also_is_said_of_a_job_that_was_told_of_before() -> None:
    def involved(skills_at: int) -> str:
        work = [
            {"position": "Cook", "name": "Inn", "endDate": "2020", "highlights": ["Reduced waste by 9%"]},
            {"position": "Porter", "name": "Mill", "endDate": "2015", "highlights": ["Sold flour"]},
        ]
        work[skills_at]["highlights"].append("Docker and Go for the till " + "of the house " * 20)
        profile = profile_of({"work": work, "skills": [{"keywords": ["Docker", "Go"]}]})
        return body(compose_letter(profile, BACKEND, "en", TODAY))[1]

    assert "My work at Inn also involved Docker and Go." in involved(0)
    assert "My work at Mill involved Docker and Go." in involved(1)


def lengths(letter: str) -> int:
    return len(" ".join(body(letter)).split())


def test_a_letter_is_as_long_as_is_wanted() -> None:
    profile, offer = sample("sample.resume.json"), read_offer(sample_offer("sample-offer.txt"))
    letters = [
        compose_letter(profile, offer, "en", TODAY, LetterManner(length=length))
        for length in (Length.SHORT, Length.USUAL, Length.LONG)
    ]
    assert [len(body(letter)) for letter in letters] == [3, 4, 5]
    assert sorted(map(lengths, letters)) == list(map(lengths, letters))
    assert lengths(letters[0]) < lengths(letters[1]) * 0.7


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_letter_speaks_in_the_tone_that_is_wanted(language: str) -> None:
    letters = {
        tone: body(compose_letter(sample("sample.resume.json"), BACKEND, language, TODAY, LetterManner(tone=tone)))
        for tone in Tone
    }
    assert len({letter[0] for letter in letters.values()}) == len({letter[-1] for letter in letters.values()}) == 3
    assert len({letter[1] for letter in letters.values()}) == 1


def test_who_reads_the_letter_stands_as_in_their_country() -> None:
    profile, offer = profile_of({"basics": {"name": "Ada"}}), Offer(text="x", company="Engine Works")
    by_country = {
        country: [
            line for line in compose_letter(profile, offer, "en", TODAY, LetterManner(country)).split("\n") if line
        ][1:3]
        for country in ("de", "us", "")
    }
    assert by_country["de"] == ["Engine Works", "Hiring Manager"]
    assert by_country["us"] == ["November 25, 2026", "Hiring Manager"]
    assert by_country[""] == ["Hiring Manager", "Engine Works"]
