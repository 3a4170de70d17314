from jobmatch_desktop.domain.offer import Offer, Requirement, RequirementLevel
from jobmatch_desktop.evidence.relevance import relevance_of
from jobmatch_desktop.evidence.wanted import IN_TITLE, WEIGHTS, Level, wanted

OFFER = Offer(
    title="Python developer",
    text="""Python developer
About us
We are a bank and use Salesforce.

What you will do
- Build services with Kafka

Requirements
- PostgreSQL and Docker
- Knowledge of Redis is a plus

Nice to have
- Terraform
""",
)


def test_levels_come_from_heads_and_words() -> None:
    levels = {term.key: term.level for term in wanted(OFFER) if term.skill}
    assert levels["Salesforce"] is Level.AROUND
    assert levels["Kafka"] is Level.DUTY
    assert levels["PostgreSQL"] is Level.MUST
    assert levels["Redis"] is Level.NICE
    assert levels["Terraform"] is Level.NICE


def test_french_heads() -> None:
    offer = Offer(
        text="Vos missions\n- Tenir la comptabilité\nProfil recherché\n- Excel\n- La connaissance de Sage est un plus"
    )
    levels = {term.key: term.level for term in wanted(offer) if term.skill}
    assert levels == {"accounting": Level.DUTY, "Excel": Level.MUST, "Sage": Level.NICE}


def test_each_thing_once_and_heaviest_first() -> None:
    terms = wanted(Offer(text="Nice to have: Python\nRequirements: Python\nPython", title="Python expert"))
    python = [term for term in terms if term.key == "Python"]
    assert [term.weight for term in python] == [IN_TITLE]
    weights = [term.weight for term in terms]
    assert weights == sorted(weights, reverse=True)


def test_what_the_person_added_is_wanted() -> None:
    offer = Offer("Come to us", requirements=(Requirement("Kubernetes", RequirementLevel.NICE),))
    assert [(term.key, term.level) for term in wanted(offer) if term.skill] == [("Kubernetes", Level.NICE)]


def test_a_line_counts_by_what_the_offer_wants() -> None:
    relevance = relevance_of(OFFER)
    must, nice, none = (relevance.score(text) for text in ("Ran Postgres", "Used Terraform", "Sang songs"))
    assert must > nice > none == 0.0
    assert must == WEIGHTS[Level.MUST]


def test_other_spellings_and_wider_skills_count() -> None:
    relevance = relevance_of(Offer(text="Requirements\n- Kubernetes\n- SQL"))
    assert relevance.score("k8s") == WEIGHTS[Level.MUST]
    assert 0 < relevance.score("MySQL") < WEIGHTS[Level.MUST]


def test_the_same_words_twice_count_once() -> None:
    relevance = relevance_of(OFFER)
    assert relevance.score("Docker, Docker and Docker") == relevance.score("Docker")


def test_a_figure_puts_a_line_before_its_equal() -> None:
    relevance = relevance_of(OFFER)
    assert relevance.score_line("Docker for 40 people") > relevance.score_line("Docker for people")


def test_answers_are_the_named_skills() -> None:
    found = relevance_of(OFFER).answers("Terraform, Postgres and painting")
    assert [term.key for term in found] == ["PostgreSQL", "Terraform"]


def test_an_offer_without_a_known_word_wants_nothing() -> None:
    assert relevance_of(Offer(text="...")).score("Python") == 0.0


def test_a_long_offer_is_read_from_its_beginning() -> None:
    offer = Offer(text="Requirements\n- Docker\n" + "More about nothing at all.\n" * 20_000)
    assert relevance_of(offer).score("Docker") == WEIGHTS[Level.MUST]
