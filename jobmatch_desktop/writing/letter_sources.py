"""What of a profile a letter tells: jobs, volunteer's posts and projects, the best answers to the offer first."""

from collections.abc import Iterator, Sequence

import msgspec

from jobmatch_desktop.domain.profile import Job, Profile, Project
from jobmatch_desktop.evidence.language import language_of_profile
from jobmatch_desktop.evidence.relevance import Relevance
from jobmatch_desktop.writing.dates import is_now
from jobmatch_desktop.writing.highlights import Form, Line, line_of
from jobmatch_desktop.writing.letter_phrases import Voice
from jobmatch_desktop.writing.order import job_dates, newest_first
from jobmatch_desktop.writing.said_of import is_empty, project_score
from jobmatch_desktop.writing.sentences import clean

MOST_LINES = 3
MOST_JOBS = 6

RECENT = (2.0, 1.2, 0.6)
"""What it counts that a job is the newest, the one before, the third."""

A_JOB = 1.0
"""What a job counts before a volunteer's post; a project counts half of it."""

QUOTED = 1.5
"""What it costs that lines can only be quoted."""


class Source(msgspec.Struct, frozen=True):
    """Something the letter may tell of. `where` is `as Nurse at Ward 3 from May 2019 to June 2020`, `""` for a project;
    `recent` is the newest job, which the opening has named."""

    where: str
    position: str
    organisation: str
    lines: tuple[Line, ...]
    score: float
    recent: bool = False
    project: Project | None = None

    def texts(self) -> tuple[str, ...]:
        """What the letter says when it tells of this."""
        return (*(self.project.keywords if self.project else ()), *(line.text for line in self.lines))


def jobs_of(profile: Profile) -> list[Job]:
    """The jobs that can be named, newest first."""
    return [job for job in newest_first(profile.work, job_dates) if job.position or job.organisation]


def sources(profile: Profile, relevance: Relevance, voice: Voice) -> list[Source]:
    """All there is to tell, best first; what stands level keeps the order of jobs, volunteering, projects."""
    usual = language_of_profile(profile)

    def lines_of(highlights: Sequence[str], goes_on: bool = False) -> tuple[Line, ...]:
        lines = [line for text in highlights if (line := line_of(text, voice.language, usual, goes_on))]
        own = [line for line in lines if line.form is not Form.QUOTED]
        return tuple(sorted(own or lines, key=lambda line: relevance.score_line(line.text), reverse=True)[:MOST_LINES])

    def of_job(job: Job, bonus: float, recent: bool = False) -> Source:
        lines = lines_of(job.highlights, goes_on=job.end is None or is_now(job.end))
        score = sum(relevance.score_line(line.text) for line in lines[:2]) + relevance.score(job.position) + bonus
        score -= QUOTED if lines and lines[0].form is Form.QUOTED else 0.0
        return Source(voice.where(job), clean(job.position), clean(job.organisation), lines, score, recent)

    found = [
        of_job(job, A_JOB + (RECENT[number] if number < len(RECENT) else 0.0), recent=not number)
        for number, job in enumerate(jobs_of(profile)[:MOST_JOBS])
    ]
    found += [of_job(job, 0.0) for job in profile.volunteer if not is_empty(job) and job.organisation]
    for project in profile.projects:
        if project.name:
            score = project_score(project, relevance) / 2 + A_JOB / 2
            found.append(Source("", "", clean(project.name), lines_of(project.highlights), score, project=project))
    tellable = [source for source in found if source.lines or source.project]
    return sorted(tellable, key=lambda source: source.score, reverse=True)


def places(profile: Profile) -> Iterator[tuple[Job | Project, tuple[str, ...]]]:
    """Jobs, newest first, then projects, each with the lines that show what was used there."""
    for job in jobs_of(profile):
        yield job, job.highlights
    for project in profile.projects:
        yield project, (*project.keywords, *project.highlights)
