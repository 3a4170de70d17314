"""The letter that is written without a model: what the person did and why it answers this offer, in the profile's own facts."""

import datetime
import re
from collections.abc import Iterator, Sequence

import msgspec

from jobmatch_desktop.domain.cv_document import Block, CvDocument, Paragraph, Section
from jobmatch_desktop.domain.inline_markdown import escape
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Job, Profile, Project, Study
from jobmatch_desktop.evidence.relevance import Relevance
from jobmatch_desktop.writing.composer_cv import (
    is_empty,
    job_dates,
    language_line,
    newest_first,
    project_score,
    skills_for,
    study_name,
)
from jobmatch_desktop.writing.contact import contact_lines
from jobmatch_desktop.writing.dates import during, is_month_first, is_now, is_over, today_line
from jobmatch_desktop.writing.highlights import Form, Line, line_of
from jobmatch_desktop.writing.sentences import clean, is_aside, is_first_person, is_wish, sentences
from jobmatch_desktop.writing.wording import Openings, Wording, openings, wording

MOST_OF_FIRST = 3
MOST_OF_SECOND = 2
MOST_SKILLS = 6
MOST_CERTIFICATES = 3
WORDS_OF_OWN = 45
FORM_WEIGHT = 2.0
"""What the form of a line counts beside its relevance: a woven line reads better than a quoted one."""

RECENT = (2.0, 1.2, 0.6)
"""What it counts that a job is the newest, the one before, the third."""

_FREELANCE = frozenset(
    "freelance freelancer freelancing self-employed self employed independent indépendant indépendante auto-entrepreneur".split()
    + ["self employed", "à mon compte", "micro-entrepreneur", "freelance work"]
)
_PLACED_WITH_THE = re.compile(
    r"(?:University|Institute|College|School|Academy|Faculty|Ministry|Department|City|Bank) of\b"
)
# "Chez" is for persons and firms; a common noun wants an article that depends on its gender.
_COMMON_NOUN = re.compile(
    r"(?:universit|h[ôo]pita|clinique|mairie|minist|[ée]cole|lyc[ée]e|coll[èe]ge|association|centre|institut|cabinet|agence"
    r"|restaurant|banque|conseil|ville|région|département|groupe|caf[ée]\b|maison|mus[ée]e|laboratoire|communauté)",
    re.I,
)
_ARTICLE = re.compile(r"(?:An?|The)\s(?=\S)")


class Source(msgspec.Struct, frozen=True):
    """A job, volunteer's post or project that the letter may tell of. `where` is `as Nurse at Ward 3 from May 2019 to June 2020`."""

    where: str
    organisation: str
    lines: tuple[Line, ...]
    score: float
    recent: bool = False
    project: Project | None = None


def letter_document(
    profile: Profile, offer: Offer, relevance: Relevance, language: str, today: datetime.date
) -> CvDocument:
    """The letter as a document. `language` is `en` or `fr`. Pure, any thread; the same for the same input."""
    words = wording(language)
    writer = _Letter(profile, offer, relevance, language, today)
    basics = profile.basics
    name = clean(basics.name)
    addressee = [words.letter["hiring_team"], *([clean(offer.company)] if offer.company else [])]
    title = clean(offer.title)
    subject = words.letter["subject" if title else "subject_unknown"].format(title=title)
    closing = words.letter["closing_month_first" if is_month_first(basics.country) else "closing"]
    body = [words.letter["salutation"], *writer.paragraphs(), closing, *([name] if name else [])]
    return CvDocument(
        name=escape(name),
        contact=contact_lines(basics, with_label=False),
        preamble=(_paragraph(*addressee), _paragraph(today_line(today, clean(basics.city), basics.country, words))),
        sections=(Section(escape(subject), tuple(_paragraph(text) for text in body)),),
    )


class _Letter:
    """The body of one letter: what all its paragraphs read from is given once."""

    def __init__(
        self, profile: Profile, offer: Offer, relevance: Relevance, language: str, today: datetime.date
    ) -> None:
        self._profile = profile
        self._offer = offer
        self._relevance = relevance
        self._language = language
        self._today = today
        self._words = wording(language)
        self._say = self._words.letter
        self._openings: Openings = openings(language)
        self._usual = usual_language(profile)
        self._jobs = [job for job in newest_first(profile.work, job_dates) if job.position or job.organisation]
        self._studies = [study for study in newest_first(profile.education, job_dates) if study_name(study)]

    def paragraphs(self) -> list[str]:
        """Three or four paragraphs, fewer where the profile says next to nothing."""
        sources = self._sources()
        first = sources[0] if sources else None
        second = sources[1] if len(sources) > 1 else None
        has_more = bool(self._jobs or self._studies or self._profile.skills or self._profile.projects)
        found = [
            " ".join(self._opening()),
            " ".join([*self._skills(), *(self._told(first, MOST_OF_FIRST) if first else ())]),
            " ".join([*(self._told(second, MOST_OF_SECOND) if second else self._before()), *self._rest(sources[:2])]),
            self._say["interview_enclosed" if has_more else "interview"],
        ]
        return [text for text in found if text]

    def _opening(self) -> Iterator[str]:
        title, company = clean(self._offer.title), clean(self._offer.company)
        template = "apply" + ("" if title and company else "_title" if title else "_company" if company else "_unknown")
        yield self._say[template].format(title=title, company=company)
        if self._leads_with_study():
            yield self._study(self._studies[0])
        if self._jobs:
            yield self._job(self._jobs[0])
        yield from self._own_words()

    def _leads_with_study(self) -> bool:
        if not self._studies:
            return False
        if not self._jobs:
            return True
        newest: list[Job | Study] = newest_first([self._jobs[0], self._studies[0]], job_dates)
        dated = self._studies[0].end is not None and self._studies[0].end.date is not None
        return dated and newest[0] is self._studies[0]

    def _own_words(self) -> list[str]:
        """What the person says of themselves as "I", most relevant first chosen, in its order."""
        if self._usual != self._language:
            return []
        known = self._openings
        usable = [
            sentence
            for sentence in sentences(self._profile.basics.summary)
            if is_first_person(sentence, known)
            and not is_aside(sentence, known)
            and not is_wish(sentence, known)
            and sentence.endswith(".")
            and len(sentence.split()) <= WORDS_OF_OWN
        ]
        best = max(usable, key=self._relevance.score, default="")
        return [best] if best else []

    def _job(self, job: Job) -> str:
        if is_over(job.end, self._today):
            template = "job_past"
        elif is_now(job.end) and job.start and job.start.date:
            template = "job_now"
        elif is_now(job.end) or (job.end and job.end.date):
            template = "job_now_undated"
        else:
            template = "job_undated"
        return self._say[template].format(where=self._where(job))

    def _study(self, study: Study) -> str:
        institution = _with_the(clean(study.institution)) if self._language == "en" else clean(study.institution)
        dates = during(study.start, study.end, self._today, self._words)
        tense = "study_past" if is_over(study.end, self._today) else "study_now" if study.end else "study_plain"
        if is_now(study.end):
            tense = "study_now"
        elif study.end and study.end.date is None:
            tense = "study_plain"
        inside = [clean(study.degree), dates]
        if tense == "study_plain" or self._language != "en" or not (study.area and study.institution):
            inside = [clean(study.institution), dates]
            tense = tense if self._language != "en" else "study_plain"
        details = ", ".join(part.strip("()") if part == dates else part for part in inside if part)
        return self._say[tense].format(
            area=clean(study.area),
            study=study_name(study),
            institution=institution,
            details=f" ({details})" if details else "",
        )

    def _where(self, job: Job) -> str:
        """`as General Manager at Salt & Cedar from March 2018 to July 2024`, with what of it is known."""
        position, organisation = clean(job.position), clean(job.organisation)
        parts = [self._say["as_position"].format(position=position)] if position else []
        if organisation.casefold() in _FREELANCE:
            parts.append(self._say["freelance"])
        elif organisation:
            parts.append(self._at(organisation, bool(position)))
        parts.append(during(job.start, job.end, self._today, self._words))
        return " ".join(part for part in parts if part)

    def _at(self, organisation: str, after_position: bool) -> str:
        if self._language == "fr" and _COMMON_NOUN.match(organisation):
            return f"({organisation})" if after_position else f": {organisation}"
        named = _with_the(organisation) if self._language == "en" else organisation
        return self._say["at"].format(organisation=named)

    def _skills(self) -> Iterator[str]:
        named = skills_for(self._profile, self._relevance)[:MOST_SKILLS]
        if named:
            template = "skills_one" if len(named) == 1 else "skills_many"
            yield self._say[template].format(skills=self._words.listed(named))
            return
        own: list[str] = []
        for skill in self._profile.skills:
            own += [clean(keyword) for keyword in skill.keywords[:3] if keyword] or (
                [clean(skill.name)] if skill.name else []
            )
        own = list(dict.fromkeys(own))[:MOST_SKILLS]
        if own:
            template = "skills_own_one" if len(own) == 1 else "skills_own"
            yield self._say[template].format(skills=self._words.listed(own))

    def _sources(self) -> list[Source]:
        """What there is to tell, best first."""
        found: list[Source] = []
        for number, job in enumerate(self._jobs):
            bonus = RECENT[number] if number < len(RECENT) else 0.0
            found.append(self._source(job, bonus + 1.0, recent=number == 0))
        found += [self._source(job, 0.0) for job in self._profile.volunteer if not is_empty(job) and job.organisation]
        for project in self._profile.projects:
            if project.name:
                lines = self._lines(project.highlights)
                score = min(project_score(project, self._relevance), 12.0) / 2
                found.append(Source("", clean(project.name), lines, score + 0.5, project=project))
        tellable = [source for source in found if source.lines or source.project]
        return sorted(tellable, key=lambda source: source.score, reverse=True)

    def _source(self, job: Job, bonus: float, recent: bool = False) -> Source:
        lines = self._lines(job.highlights)
        best = sum(self._relevance.score(line.text) for line in lines[:2])
        quoted = 1.5 if lines and lines[0].form is Form.QUOTED else 0.0
        score = best + self._relevance.score(job.position) + bonus - quoted
        return Source(self._where(job), clean(job.organisation), lines, score, recent)

    def _lines(self, highlights: Sequence[str]) -> tuple[Line, ...]:
        """The lines of the best form there is, most relevant first."""
        lines = [line for text in highlights if (line := line_of(text, self._language, self._usual))]
        if not lines:
            return ()
        best = min(line.form for line in lines)
        chosen = [line for line in lines if line.form is best]
        return tuple(sorted(chosen, key=lambda line: self._relevance.score(line.text), reverse=True))

    def _told(self, source: Source, most: int) -> Iterator[str]:
        if source.project is not None:
            yield from self._told_project(source.project, source.lines)
            return
        lines = source.lines[:most]
        recent = source.recent and not self._own_words()
        if lines[0].form is not Form.WOVEN:
            form = "listed" if lines[0].form is Form.LISTED else "quoted"
            yield self._say[form].format(
                where=source.where,
                highlights=self._joined(lines),
                in_language=self._in_language(lines),
            )
            return
        if not recent:
            intro = self._say["intro"].format(where=source.where)
        elif source.organisation and source.organisation.casefold() not in _FREELANCE:
            at = self._at(source.organisation, after_position=False)
            intro = self._say["intro_recent"].format(at=at) if ":" not in at else self._say["intro_recent_unnamed"]
        else:
            intro = self._say["intro_recent_unnamed"]
        yield from self._woven(lines, _capital(intro))

    def _woven(self, lines: Sequence[Line], intro: str = "") -> Iterator[str]:
        templates = ("woven", "woven_also", "woven_more") if intro else ("woven_also", "woven_more", "woven_also")
        for line, template in zip(lines, templates, strict=False):
            highlight = self._say["was"].format(highlight=line.text) if line.was else line.text
            sentence = self._say[template].format(highlight=highlight)
            yield f"{intro}{sentence}." if intro else f"{_capital(sentence)}."
            intro = ""

    def _joined(self, lines: Sequence[Line]) -> str:
        if lines[0].form is Form.QUOTED:
            return self._words.listed([self._words.quoted(line.text) for line in lines])
        if self._language == "fr":
            return " ; ".join(line.text for line in lines)
        return self._words.listed([line.text for line in lines], last=", and ")

    def _in_language(self, lines: Sequence[Line]) -> str:
        spoken = lines[0].language
        return self._words.in_language.get(spoken, "") if spoken != self._language else ""

    def _told_project(self, project: Project, lines: Sequence[Line]) -> Iterator[str]:
        yield self._say["project"].format(name=clean(project.name), description=self._described(project))
        roles = [clean(role) for role in project.roles if role]
        if roles:
            template = "project_role" if len(roles) == 1 else "project_roles"
            yield self._say[template].format(roles=self._words.listed(roles))
        keywords = [clean(keyword) for keyword in project.keywords if keyword][:5]
        if keywords:
            yield self._say["project_keywords"].format(keywords=self._words.listed(keywords))
        if lines and lines[0].form is Form.WOVEN:
            yield from self._woven(lines[:1])

    def _described(self, project: Project) -> str:
        line = line_of(project.description, self._language, self._usual)
        if line is None:
            return ""
        if line.language not in ("", self._language):
            return self._say["project_quoted"].format(description=self._words.quoted(line.text))
        if self._language == "en" and _ARTICLE.match(line.text):
            return self._say["project_described"].format(description=line.text[0].lower() + line.text[1:])
        return self._say["project_quoted"].format(description=line.text)

    def _before(self) -> Iterator[str]:
        """Earlier jobs, where there is nothing to tell of one."""
        for job in self._jobs[1:3]:
            yield self._say["before"].format(where=self._where(job))

    def _rest(self, told: Sequence[Source]) -> Iterator[str]:
        """Studies that the opening has not named, certificates, and languages where the offer speaks of them."""
        certificates = sorted(
            (one for one in self._profile.certificates if one.name),
            key=lambda one: self._relevance.score(one.name),
            reverse=True,
        )[:MOST_CERTIFICATES]
        named = [clean(one.name) + (f" ({clean(one.issuer)})" if one.issuer else "") for one in certificates]
        if named:
            template = "certificate" if len(named) == 1 else "certificates"
            yield self._say[template].format(certificates=self._words.listed(named))
        if self._studies and not self._leads_with_study():
            yield self._study(self._studies[0])
        spoken = [one for one in self._profile.languages if one.language]
        wanted = any(self._relevance.answers(one.language) for one in spoken)
        if spoken and (wanted or not told):
            lines = [language_line(one.language, one.fluency) for one in spoken]
            template = "languages" if self._language == "en" else "languages_unknown"
            yield self._say[template].format(languages=self._words.listed(lines))


def usual_language(profile: Profile) -> str:
    """The language that the lines of a profile are in, `""` where they do not tell."""
    from jobmatch_desktop.evidence.language import language_of

    lines = [profile.basics.summary]
    for job in (*profile.work, *profile.volunteer):
        lines += [job.summary, *job.highlights]
    for project in profile.projects:
        lines += [project.description, *project.highlights]
    return language_of("\n".join(lines))


def _with_the(name: str) -> str:
    return f"the {name}" if _PLACED_WITH_THE.match(name) else name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _paragraph(*lines: str) -> Block:
    return Paragraph(tuple(escape(line) for line in lines))
