"""What CV and letter say of the parts of a profile in the same words: degrees, skills, projects, levels."""

from jobmatch_desktop.domain.profile import Job, Profile, Project, Study
from jobmatch_desktop.evidence.relevance import Relevance
from jobmatch_desktop.evidence.wanted import Level
from jobmatch_desktop.writing.sentences import clean


def is_empty(job: Job) -> bool:
    """Whether a job says nothing."""
    return not (job.position or job.organisation or job.summary or any(job.highlights))


def study_name(study: Study) -> str:
    """`Bachelor, Information Technology`; either alone where the other is not given."""
    return ", ".join(clean(part) for part in (study.degree, study.area) if part)


def named(name: str, aside: str) -> str:
    """`English (Native speaker)`; either alone where the other is not given."""
    name, aside = clean(name), clean(aside)
    return f"{name} ({aside})" if name and aside else name or aside


def skills_for(profile: Profile, relevance: Relevance) -> list[str]:
    """The person's skills, in their words, that the offer names, the most wanted first; each once."""
    found: dict[str, tuple[float, str]] = {}
    for skill in profile.skills:
        for keyword in (*skill.keywords, skill.name):
            spelled = clean(keyword)
            for term in relevance.answers(spelled) if len(spelled.split()) <= 4 else ():
                if term.level is Level.AROUND:
                    continue
                found.setdefault(term.key, (term.weight, spelled))
    names = dict.fromkeys(name for _, name in sorted(found.values(), key=lambda pair: -pair[0]))
    return list(names)


def project_score(project: Project, relevance: Relevance) -> float:
    """How much a project answers the offer."""
    return relevance.score(" ; ".join((project.name, project.description, *project.keywords, *project.highlights)))
