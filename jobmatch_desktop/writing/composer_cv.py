"""The CV that is written without a model: every job, degree, certificate, language and contact detail.

Chosen, ordered and worded are bullets, skills, projects and the summary.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Paragraph, Section
from jobmatch_desktop.domain.inline_markdown import escape, link
from jobmatch_desktop.domain.profile import Credential, Job, Profile, Project, Study
from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.evidence.relevance import Relevance
from jobmatch_desktop.writing.contact import bare_address, contact_lines
from jobmatch_desktop.writing.dates import is_now, is_over, short, span
from jobmatch_desktop.writing.order import best_first, job_dates, newest_first
from jobmatch_desktop.writing.said_of import is_empty, named, project_score, skills_for, study_name
from jobmatch_desktop.writing.sentences import clean, fitting, is_aside, is_wish
from jobmatch_desktop.writing.titles import section_title
from jobmatch_desktop.writing.wording import LANGUAGES, Wording, openings, wording

BULLETS = (6, 6, 5, 4, 3, 3)
"""The most bullets of a job, newest first; older jobs have the last number."""

BULLETS_OF_LONG_CAREER = (5, 5, 4, 3, 2, 2, 1)
"""The same where there are more than `MANY_JOBS` jobs; older ones have the last number."""

MANY_JOBS = 10
WORDS_OF_SUMMARY = 90
WORDS_OF_BULLET = 60
WORDS_OF_LINE = 40
MOST_PROJECTS = 4
MOST_SKILLS = 12
MOST_SKILL_GROUPS = 10
MOST_COURSES = 6
MOST_KEYWORDS = 6


def cv_document(profile: Profile, relevance: Relevance, language: str, today: datetime.date) -> CvDocument:
    """The CV as a document. `language` is `en` or `fr`. Pure, any thread; the same for the same input."""
    words = wording(language)
    experience = Section(section_title("experience", language), tuple(_jobs(profile.work, relevance, words)))
    education = Section(section_title("education", language), tuple(_studies(profile.education, relevance, words)))
    # A person who gives their studies first has a reason to.
    order = [key for key in profile.source if key in ("work", "education")]
    studies_first = order[:1] == ["education"]
    projects = Section(section_title("projects", language), tuple(_projects(profile.projects, relevance, words)))
    skills = Section(section_title("skills", language), tuple(_skills(profile, relevance, words)))
    # Whoever reads many CVs looks for the skills of the offer first.
    skills_first = bool(skills_for(profile, relevance))
    sections = (
        Section(section_title("summary", language), tuple(_summary(profile, relevance, language, today))),
        *((skills,) if skills_first else ()),
        *((education, experience, projects) if studies_first else (experience, projects, education)),
        *(() if skills_first else (skills,)),
        Section(
            section_title("volunteer", language), tuple(_jobs(profile.volunteer, relevance, words, bullets=(3, 2)))
        ),
        Section(section_title("certificates", language), _credentials(profile.certificates, words)),
        Section(section_title("awards", language), _credentials(profile.awards, words)),
        Section(section_title("publications", language), _credentials(profile.publications, words)),
        Section(section_title("languages", language), _line(_languages(profile))),
        Section(section_title("interests", language), _line(_interests(profile))),
    )
    return CvDocument(
        name=escape(clean(profile.basics.name)),
        contact=contact_lines(profile.basics, with_label=True),
        sections=tuple(section for section in sections if section.content),
    )


def _summary(profile: Profile, relevance: Relevance, language: str, today: datetime.date) -> Iterator[Block]:
    text = profile.basics.summary
    spoken = language_of(text) or language
    if spoken in LANGUAGES:
        known = openings(spoken)
        chosen = fitting(
            text, WORDS_OF_SUMMARY, lambda one: not is_aside(one, known) and _wish_fits(one, relevance, spoken)
        )
    else:
        chosen = fitting(text, WORDS_OF_SUMMARY)
    chosen = chosen or _own_summary(profile, relevance, wording(language), today)
    if chosen:
        yield Paragraph((escape(chosen),))


def _wish_fits(sentence: str, relevance: Relevance, spoken: str) -> bool:
    """What a person looks for stands only where it is near what is offered."""
    return not is_wish(sentence, openings(spoken)) or relevance.titled(sentence)


def _own_summary(profile: Profile, relevance: Relevance, words: Wording, today: datetime.date) -> str:
    """A plain line or two from the facts, for a profile that has no summary."""
    parts: list[str] = []
    job = next((job for job in newest_first(profile.work, job_dates) if not is_empty(job)), None)
    study = next((study for study in newest_first(profile.education, job_dates) if study_name(study)), None)
    if job and job.position:
        values = {"position": clean(job.position), "organisation": clean(job.organisation)}
        if is_now(job.end) and job.start and job.start.date:
            template = "now_first" if job.organisation else "now_without_organisation"
            parts.append(words.cv[template].format(date=short(job.start, words), **values))
        elif is_over(job.end, today):
            template = "past_first" if job.organisation else "past_without_organisation"
            parts.append(words.cv[template].format(**values))
        elif job.end is None and job.start and job.start.date and job.organisation:
            dates = span(job.start, None, words)
            parts.append(words.cv["begun_first"].format(dates=dates[0].lower() + dates[1:], **values))
    elif study and study.institution:
        parts.append(words.cv["study_first"].format(study=study_name(study), institution=clean(study.institution)))
    skills = skills_for(profile, relevance)[:6]
    # Alone they would say what the section below says.
    if parts and skills:
        parts.append(words.cv["skills_named"].format(skills=words.listed(skills)))
    return " ".join(parts)


def _jobs(
    jobs: Sequence[Job], relevance: Relevance, words: Wording, bullets: tuple[int, ...] | None = None
) -> Iterator[Entry]:
    counts = bullets or (BULLETS if len(jobs) <= MANY_JOBS else BULLETS_OF_LONG_CAREER)
    ordered = [job for job in newest_first(jobs, job_dates) if not is_empty(job)]
    for number, job in enumerate(ordered):
        most = counts[min(number, len(counts) - 1)]
        chosen = [fitting(text, WORDS_OF_BULLET) for text in best_first(job.highlights, relevance.score_line)[:most]]
        about = fitting(job.summary, WORDS_OF_LINE) or clean(job.description)
        blocks: list[Block] = []
        if about and (number < MANY_JOBS // 2 or not chosen):
            blocks.append(Paragraph((escape(about),)))
        if chosen:
            blocks.append(Bullets(tuple(map(escape, chosen))))
        details = (span(job.start, job.end, words), clean(job.place))
        yield _entry(clean(job.position), clean(job.organisation), details, blocks)


def _studies(studies: Sequence[Study], relevance: Relevance, words: Wording) -> Iterator[Entry]:
    for study in newest_first(studies, job_dates):
        title, institution = study_name(study), clean(study.institution)
        score = words.cv["score"].format(score=clean(study.score)) if study.score else ""
        courses = best_first(study.courses, relevance.score)[:MOST_COURSES]
        line = words.cv["courses"].format(courses=", ".join(courses)) if courses else ""
        if title or institution:
            blocks = [Paragraph((escape(line),))] if line else []
            # The end alone is when a degree was given.
            when = short(study.end, words) if study.end and not study.start else span(study.start, study.end, words)
            yield _entry(title, institution, (when, score), blocks)


def _projects(projects: Sequence[Project], relevance: Relevance, words: Wording) -> Iterator[Entry]:
    ordered = newest_first((project for project in projects if project.name or project.description), job_dates)
    chosen = sorted(ordered, key=lambda project: project_score(project, relevance), reverse=True)[:MOST_PROJECTS]
    for project in chosen:
        blocks: list[Block] = []
        if project.name and project.description:
            blocks.append(Paragraph((escape(fitting(project.description, WORDS_OF_LINE)),)))
        lines = [fitting(text, WORDS_OF_BULLET) for text in best_first(project.highlights, relevance.score_line)[:3]]
        said = " ".join((project.name, project.description, *lines)).casefold()
        unsaid = [word for word in best_first(project.keywords, relevance.score) if word.casefold() not in said]
        if unsaid:
            keywords = words.cv["keywords"].format(keywords=", ".join(unsaid[:MOST_KEYWORDS]))
            blocks.append(Paragraph((escape(keywords),)))
        if lines:
            blocks.append(Bullets(tuple(map(escape, lines))))
        roles = ", ".join(clean(role) for role in project.roles if role)
        details = (span(project.start, project.end, words), roles)
        title = clean(project.name) or fitting(project.description, WORDS_OF_LINE)
        yield _entry(title, clean(project.entity), details, blocks, link(bare_address(project.url), project.url))


def _entry(title: str, organisation: str, details: Iterable[str], blocks: Sequence[Block], address: str = "") -> Entry:
    if not title:
        title, organisation = organisation, ""
    line = " · ".join([*(escape(part) for part in details if part), *([address] if address else [])])
    return Entry(escape(title), escape(organisation), line, tuple(blocks))


def _skills(profile: Profile, relevance: Relevance, words: Wording) -> Iterator[Block]:
    """A line for each group: `**Web Development** (Master): HTML, CSS`; skills without keywords share one line."""
    groups: list[tuple[float, str]] = []
    singles: list[str] = []
    for skill in profile.skills:
        name, level = clean(skill.name), clean(skill.level)
        keywords = best_first(skill.keywords, relevance.score)[:MOST_SKILLS]
        if not keywords and name:
            singles.append(named(name, level))
        elif keywords:
            head = f"**{escape(name)}**" + (f" ({escape(level)})" if level else "") + words.colon if name else ""
            groups.append((relevance.score(" ; ".join((name, *keywords))), head + escape(", ".join(keywords))))
    lines = [line for _, line in sorted(groups, key=lambda group: group[0], reverse=True)][:MOST_SKILL_GROUPS]
    if singles:
        lines.append(escape(", ".join(best_first(singles, relevance.score))))
    if lines:
        yield Paragraph(tuple(lines))


def _credentials(credentials: Sequence[Credential], words: Wording) -> tuple[Block, ...]:
    """`Name, issuer, date`, newest first."""
    ordered = newest_first(credentials, lambda credential: (credential.date, credential.date))
    items = []
    for credential in ordered:
        date = short(credential.date, words) if credential.date else ""
        name = clean(credential.name)
        parts = [link(name, credential.url) if name else "", escape(clean(credential.issuer)), escape(date)]
        if name or credential.issuer:
            items.append(", ".join(part for part in parts if part))
    return (Bullets(tuple(items)),) if items else ()


def _languages(profile: Profile) -> str:
    return ", ".join(filter(None, (named(one.language, one.fluency) for one in profile.languages)))


def _interests(profile: Profile) -> str:
    lines = []
    for interest in profile.interests:
        keywords = ", ".join(clean(keyword) for keyword in interest.keywords if keyword)
        lines.append(named(interest.name, keywords))
    return ", ".join(line for line in lines if line)


def _line(text: str) -> tuple[Block, ...]:
    return (Paragraph((escape(text),)),) if text else ()
