"""The letter that is written without a model: what the person did and why it answers this offer, in their own facts."""

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from jobmatch_desktop.domain.cv_document import Block, CvDocument, Paragraph, Section
from jobmatch_desktop.domain.inline_markdown import escape
from jobmatch_desktop.domain.letter_manner import USUAL, Length, LetterManner
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Job, Profile, Project
from jobmatch_desktop.evidence.language import language_of_profile
from jobmatch_desktop.evidence.relevance import Relevance
from jobmatch_desktop.evidence.spoken import spoken_languages
from jobmatch_desktop.writing.contact import contact_lines
from jobmatch_desktop.writing.dates import is_month_first, is_now, today_line
from jobmatch_desktop.writing.highlights import Form, Line, line_of
from jobmatch_desktop.writing.letter_habits import date_line, habit_of
from jobmatch_desktop.writing.letter_phrases import Voice, capital, is_freelance, needs_article, skill_names
from jobmatch_desktop.writing.letter_sources import MOST_LINES, Source, jobs_of, places, sources
from jobmatch_desktop.writing.order import job_dates, newest_first
from jobmatch_desktop.writing.said_of import named, skills_for, study_name
from jobmatch_desktop.writing.sentences import clean, is_aside, is_first_person, is_wish, sentences
from jobmatch_desktop.writing.wording import LANGUAGES

MOST_QUOTED = 2
MOST_SKILLS = 6
MOST_EVIDENCE = 2
MOST_CERTIFICATES = 3
WORDS_OF_OWN = 45

_ARTICLE = re.compile(r"(?:An?|The)\s(?=\S)")


class _Extent(msgspec.Struct, frozen=True):
    """How much a letter tells: so many lines of each job, project or post, in this order; and whether of what else is true."""

    lines: tuple[int, ...]
    evidence: bool = True
    rest: bool = True


_EXTENTS = {
    Length.SHORT: _Extent((2,), evidence=False, rest=False),
    Length.USUAL: _Extent((MOST_LINES, 2)),
    Length.LONG: _Extent((MOST_LINES, MOST_LINES, 2)),
}


def letter_document(
    profile: Profile,
    offer: Offer,
    relevance: Relevance,
    language: str,
    today: datetime.date,
    manner: LetterManner = USUAL,
) -> CvDocument:
    """The letter as a document. `language` is `en` or `fr`. Pure, any thread; the same for the same input."""
    voice = Voice(language, today, manner.tone)
    basics = profile.basics
    name, title, company = clean(basics.name), clean(offer.title), clean(offer.company)
    addressee = [voice.say("hiring_team"), *([company] if company else [])]
    habit = habit_of(manner.country or "", language)
    if habit.company_first:
        addressee.reverse()
    city = clean(basics.city)
    date = (
        date_line(today, city, habit, language)
        if manner.country
        else today_line(today, city, basics.country, voice.words)
    )
    subject = voice.say("subject" if title else "subject_unknown", title=title)
    closing = voice.say("closing_month_first" if is_month_first(basics.country) else "closing")
    body = _Body(profile, offer, relevance, voice, _EXTENTS[manner.length]).paragraphs()
    paragraphs = [voice.say("salutation"), *body, closing, *([name] if name else [])]
    return CvDocument(
        name=escape(name),
        contact=contact_lines(basics, with_label=False),
        preamble=(_paragraph(*addressee), _paragraph(date)),
        sections=(Section(escape(subject), tuple(_paragraph(text) for text in paragraphs)),),
    )


class _Body:
    """The body of one letter: what all its paragraphs read from is given once."""

    def __init__(self, profile: Profile, offer: Offer, relevance: Relevance, voice: Voice, extent: _Extent) -> None:
        self._profile = profile
        self._offer = offer
        self._relevance = relevance
        self._voice = voice
        self._extent = extent
        self._usual = language_of_profile(profile)
        self._jobs = jobs_of(profile)
        self._studies = [study for study in newest_first(profile.education, job_dates) if study_name(study)]
        self._told = sources(profile, relevance, voice)[: len(extent.lines)]

    def paragraphs(self) -> list[str]:
        """Four paragraphs of a usual letter, three of a short one, five of a long one; fewer where the profile says little.

        Who writes and why; skills and the best answer to the offer; another, and studies; the wish to meet.
        """
        profile = self._profile
        first, others = (self._told[0], self._told[1:]) if self._told else (None, [])
        says_more = bool(profile.work or profile.education or profile.skills or profile.projects or profile.volunteer)
        found = (
            self._opening(),
            (*self._skills(), *(self._tell(first, self._extent.lines[0]) if first else ()), *self._evidence()),
            *self._more(first, others),
            (self._voice.say("interview_enclosed" if says_more else "interview"),),
        )
        return [text for text in map(" ".join, found) if text]

    def _more(self, before: Source | None, others: Sequence[Source]) -> Iterator[Iterator[str]]:
        """The paragraphs after the one that tells of `before`, the last with what else there is to say."""
        rest = self._extent.rest or not self._told
        if not others and rest:
            yield itertools.chain(self._before(), self._rest())
        for source, most in zip(others, self._extent.lines[1:], strict=False):
            told = self._tell(source, most, before)
            yield itertools.chain(told, self._rest()) if source is others[-1] else told
            before = source

    def _opening(self) -> Iterator[str]:
        title, company = clean(self._offer.title), clean(self._offer.company)
        template = "apply" + ("" if title and company else "_title" if title else "_company" if company else "_unknown")
        yield self._voice.say(template, title=title, at=self._voice.beside(company))
        yield from self._own_words()
        if self._leads_with_study():
            yield self._voice.study(self._studies[0])
        if self._jobs:
            yield self._voice.job(self._jobs[0])

    def _leads_with_study(self) -> bool:
        if not self._studies or not self._jobs:
            return bool(self._studies)
        study, job = self._studies[0].end, self._jobs[0].end
        return bool(study and study.date and job and job.date and study.date > job.date)

    def _own_words(self) -> list[str]:
        """The sentence that answers the offer most, of those in which the person says "I"."""
        if self._usual != self._voice.language:
            return []
        known = self._voice.openings
        usable = [
            sentence
            for sentence in sentences(self._profile.basics.summary)
            if is_first_person(sentence, known)
            and not is_aside(sentence, known)
            and not is_wish(sentence, known)
            and sentence.endswith(".")
            and len(sentence.split()) <= WORDS_OF_OWN
        ]
        return [max(usable, key=self._relevance.score)] if usable else []

    def _named(self) -> list[str]:
        return skills_for(self._profile, self._relevance)[:MOST_SKILLS]

    def _skills(self) -> Iterator[str]:
        names, template = self._named(), "skills_many"
        if len(names) == 1:
            template = "skills_one"
        if not names:
            own = [
                clean(text)
                for skill in self._profile.skills
                for text in (skill.keywords[:3] if any(skill.keywords) else (skill.name,))
            ]
            names = list(dict.fromkeys(filter(None, own)))[:MOST_SKILLS]
            template = "skills_own_one" if len(names) == 1 else "skills_own"
        if names:
            yield self._voice.say(template, skills=self._voice.skills(names))

    def _evidence(self) -> Iterator[str]:
        """Where the person used the skills that the letter names and does not tell of otherwise."""
        told = [*self._own_words(), *(text for source in self._told for text in source.texts())]
        said = skill_names(" ; ".join(told))
        wanted = self._named() if self._extent.evidence else []
        names = [name for name in wanted if not skill_names(name) & said and self._voice.can_stand_bare(name)]
        found: list[str] = []
        for place, lines in places(self._profile):
            if not names or len(found) == MOST_EVIDENCE:
                break
            held = skill_names(" ; ".join(lines))
            shown = [name for name in names if skill_names(name) & held][:3]
            if shown and (said_there := self._involved(place, shown)):
                found.append(said_there)
                names = [name for name in names if name not in shown]
        if found:
            yield capital(self._voice.words.listed(found, last=self._voice.say("evidence_and"))) + "."

    def _involved(self, place: Job | Project, names: Sequence[str]) -> str:
        skills = self._voice.skills(names)
        if isinstance(place, Project):
            return self._voice.say("evidence_project", name=clean(place.name), skills=skills) if place.name else ""
        organisation = clean(place.organisation)
        if not organisation:
            return ""
        # The second source is told only in the paragraph after this sentence.
        told = "_told" if any(source.where == self._voice.where(place) for source in self._told[:1]) else ""
        if is_freelance(organisation):
            return self._voice.say("evidence_freelance" + told, skills=skills)
        return self._voice.say("evidence_job" + told, at=self._voice.at(organisation), skills=skills)

    def _tell(self, source: Source, most: int, before: Source | None = None) -> Iterator[str]:
        """What was done there. `before` is what the paragraph before told of."""
        if source.project is not None:
            yield from self._tell_project(source.project, source.lines)
            return
        lines = source.lines[:most]
        woven = [line for line in lines if line.form is Form.WOVEN]
        listed = [line for line in lines if line.form is Form.LISTED]
        if woven:
            yield from self._woven(woven, capital(self._intro(source)))
        if listed:
            template = "listed" + ("_also" if woven else "") + ("_one" if len(listed) == 1 else "")
            yield self._voice.say(template, where=self._place(source), highlights=self._joined(listed))
        if not (woven or listed):
            again = before is not None and before.lines and before.lines[0].form is Form.QUOTED and not before.project
            yield self._voice.say(
                "quoted_again" if again else "quoted",
                where=self._place(source),
                highlights=self._joined(lines[:MOST_QUOTED]),
                in_language=self._in_language(lines[0].language),
            )

    def _place(self, source: Source) -> str:
        """What names a source in a sentence: of the newest job, the opening has told the rest."""
        if not source.recent:
            return source.where
        if is_freelance(source.organisation):
            return self._voice.say("freelance")
        if source.organisation and not (source.position and self._wants_article(source.organisation)):
            return self._voice.at(source.organisation)
        return self._voice.say("as_position", position=source.position)

    def _wants_article(self, organisation: str) -> bool:
        return self._voice.language == "fr" and needs_article(organisation)

    def _intro(self, source: Source) -> str:
        if source.recent and is_freelance(source.organisation):
            return self._voice.say("intro_freelance")
        if source.recent and not source.position and self._wants_article(source.organisation):
            return self._voice.say("intro_unnamed")
        return self._voice.say("intro", where=self._place(source))

    def _woven(self, lines: Sequence[Line], intro: str = "") -> Iterator[str]:
        templates = ("woven", "woven_also", "woven_more") if intro else ("woven_also",)
        for line, template in zip(lines, templates, strict=False):
            highlight = self._voice.say("was", highlight=line.text) if line.was else line.text
            yield capital(f"{intro}{self._voice.say(template, highlight=highlight)}.")
            intro = ""

    def _joined(self, lines: Sequence[Line]) -> str:
        words = self._voice.words
        if lines[0].form is Form.QUOTED:
            return words.listed([words.quoted(line.text) for line in lines])
        if self._voice.language == "fr":
            return " ; ".join(line.text for line in lines)
        return words.listed([line.text for line in lines], last=", and " if len(lines) > 2 else None)

    def _in_language(self, spoken: str) -> str:
        """What language a line stands in; a profile that does not name it says nothing of it either."""
        words = self._voice.words
        known = {one.code for fact in self._profile.languages for one in spoken_languages(fact.language)}
        named = spoken != self._voice.language and spoken in known
        return words.in_language.get(spoken, words.in_words) if named else words.in_words

    def _tell_project(self, project: Project, lines: Sequence[Line]) -> Iterator[str]:
        yield self._voice.say("project", name=clean(project.name), description=self._described(project))
        if roles := [clean(role) for role in project.roles if role]:
            template = "project_role" if len(roles) == 1 else "project_roles"
            yield self._voice.say(template, roles=self._voice.words.listed(roles))
        if keywords := [clean(keyword) for keyword in project.keywords if keyword][:5]:
            yield self._voice.say("project_keywords", keywords=self._voice.words.listed(keywords))
        yield from self._woven([line for line in lines if line.form is Form.WOVEN][:1])

    def _described(self, project: Project) -> str:
        line = line_of(project.description, self._voice.language, self._usual)
        if line is None:
            return ""
        if line.language not in ("", self._voice.language):
            return self._voice.say("project_quoted", description=self._voice.words.quoted(line.text))
        if self._voice.language == "en" and _ARTICLE.match(line.text):
            return self._voice.say("project_described", description=line.text[0].lower() + line.text[1:])
        return self._voice.say("project_quoted", description=line.text)

    def _before(self) -> Iterator[str]:
        """Other jobs, where there is nothing to tell of one; "before that" where their dates say so."""
        told = {source.where for source in self._told}
        others = [job for job in self._jobs[1:] if self._voice.where(job) not in told][:2]
        for template in ("before", "also_now", "also"):
            places = [self._voice.where(job) for job in others if self._when(job) == template]
            if places:
                yield self._voice.say(template, where=self._voice.words.listed(places))

    def _when(self, job: Job) -> str:
        began = self._jobs[0].start
        if job.end and job.end.date and began and began.date and job.end.date <= began.date:
            return "before"
        return "also_now" if is_now(job.end) else "also"

    def _rest(self) -> Iterator[str]:
        """Studies that the opening has not named, certificates, and languages where the offer speaks of them."""
        words = self._voice.words
        if self._studies and not self._leads_with_study():
            yield self._voice.study(self._studies[0])
        certificates = sorted(
            (one for one in self._profile.certificates if one.name),
            key=lambda one: self._relevance.score(one.name),
            reverse=True,
        )[:MOST_CERTIFICATES]
        if certificates:
            lines = [named(one.name, one.issuer) for one in certificates]
            template = "certificate" if len(lines) == 1 else "certificates"
            yield self._voice.say(template, certificates=words.listed(lines))
        spoken = [one for one in self._profile.languages if one.language]
        if spoken and (not self._told or any(self._relevance.answers(one.language) for one in spoken)):
            lines = [named(one.language, self._small(one.fluency)) for one in spoken]
            yield self._voice.say("languages", languages=words.listed(lines))

    def _small(self, fluency: str) -> str:
        """A level as it stands in brackets within a sentence; German writes its nouns with a capital."""
        plain = self._usual in LANGUAGES and fluency[1:].islower()
        return fluency[:1].lower() + fluency[1:] if plain else fluency


def _paragraph(*lines: str) -> Block:
    return Paragraph(tuple(escape(line) for line in lines))
