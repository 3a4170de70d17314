"""Phrases of a letter: a job, a degree, a skill as they stand in a sentence."""

import datetime
import re
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.domain.letter_manner import Tone
from jobmatch_desktop.domain.profile import Job, Study
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.writing.dates import during, ended, is_now, is_over
from jobmatch_desktop.writing.said_of import study_name
from jobmatch_desktop.writing.sentences import clean
from jobmatch_desktop.writing.wording import Openings, Wording, openings, wording

_FREELANCE = frozenset(
    {
        "freelance", "freelancer", "freelancing", "freelance work", "self-employed", "self employed", "independent",
        "indépendant", "indépendante", "à mon compte", "auto-entrepreneur", "auto-entrepreneuse", "micro-entrepreneur",
    }
)  # fmt: skip
_WITH_THE = re.compile(
    r"(?!The\b).*\b(?:University|Institute|College|School|Academy|Faculty|Ministry|Department|City|Bank|Museum|Office) "
    r"(?:of|for)\b"
)
# French "chez" is for persons and firms; a common noun wants an article that depends on its gender.
_COMMON_NOUN = re.compile(
    r"(?:universit|h[ôo]pita|clinique|mairie|minist|[ée]cole|lyc[ée]e|coll[èe]ge|association|centre|institut|cabinet"
    r"|agence|restaurant|banque|conseil|ville|région|département|groupe|caf[ée]\b|maison|mus[ée]e|laboratoire|communauté|librairie"
    r"|boulangerie|pharmacie|entreprise|soci[ée]t[ée]|les?\b|la\b|l[’'])",
    re.I,
)


class Voice(msgspec.Struct, frozen=True):
    """Whoever speaks in a letter: its language, `en` or `fr`, the day it is written, and how they speak."""

    language: str
    today: datetime.date
    tone: Tone = Tone.PLAIN

    @property
    def words(self) -> Wording:
        return wording(self.language)

    @property
    def openings(self) -> Openings:
        return openings(self.language)

    def say(self, template: str, **values: str) -> str:
        """A sentence or phrase of the language's `letter` templates, filled; that of the tone where it has its own."""
        words = self.words
        return (words.tones.get(self.tone, {}).get(template) or words.letter[template]).format(**values)

    def where(self, job: Job) -> str:
        """`as General Manager at Salt & Cedar from March 2018 to July 2024`, with what of it is known."""
        position, organisation = clean(job.position), clean(job.organisation)
        parts = [self.say("as_position", position=position)] if position else []
        if is_freelance(organisation):
            parts.append(self.say("freelance"))
        elif organisation:
            parts.append(self.beside(organisation) if position else self.at(organisation))
        parts.append(during(job.start, job.end, self.words))
        return " ".join(part for part in parts if part)

    def beside(self, organisation: str) -> str:
        """`at Outreach`, after a position; in brackets where French wants an article."""
        return f"({organisation})" if self.language == "fr" and needs_article(organisation) else self.at(organisation)

    def at(self, organisation: str) -> str:
        """`at Outreach`."""
        if self.language == "fr":
            return self.say("for" if needs_article(organisation) else "at", organisation=organisation)
        return self.say("at", organisation=_with_the(organisation))

    def job(self, job: Job) -> str:
        """The sentence that says where the person works or worked. No end given is no claim that it goes on."""
        if is_over(job.end, self.today):
            template = "job_past"
        elif is_now(job.end) and job.start and job.start.date:
            template = "job_since"
        elif is_now(job.end) or (job.end and job.end.date):
            template = "job_now"
        elif job.end is None and job.start and job.start.date:
            undated = msgspec.structs.replace(job, start=None)
            begun = during(job.start, job.start, self.words)
            return self.say("job_begun", where=self.where(undated), within=begun)
        else:
            template = "job_undated"
        return self.say(template, where=self.where(job))

    def study(self, study: Study) -> str:
        """The sentence that says what and where the person studies or studied; no word of it says that they passed."""
        dates = during(study.start, study.end, self.words).strip("()")
        institution = clean(study.institution)
        if is_over(study.end, self.today):
            dates = ended(study.end, self.words) if study.end and not study.start else dates
            template = "study_past"
        elif is_now(study.end) or (study.end and study.end.date):
            template = "study_now"
        else:
            template = "study_plain"
        if self.language == "en" and template != "study_plain" and study.area and institution:
            inside, institution = (clean(study.degree), dates), _with_the(institution)
        else:
            template = template if self.language == "fr" else "study_plain"
            inside = (institution, dates)
        details = ", ".join(part for part in inside if part)
        return self.say(
            template,
            area=clean(study.area),
            study=study_name(study),
            institution=institution,
            details=f" ({details})" if details else "",
        )

    def skills(self, names: Sequence[str]) -> str:
        """`Python, SQL and data analysis`: common nouns in small letters, if the lexicon knows all that may be one."""
        if all(_is_common(name) or _is_proper(name) for name in names):
            names = [name.lower() if _is_common(name) else name for name in names]
        return self.words.listed(names)

    def can_stand_bare(self, skill: str) -> bool:
        """Whether a skill needs no article in a sentence: a French common noun does."""
        return self.language != "fr" or _is_proper(skill)


def is_freelance(organisation: str) -> bool:
    """Whether what is given as an employer says that there was none."""
    return organisation.casefold() in _FREELANCE


def needs_article(organisation: str) -> bool:
    """Whether an organisation's name begins with a French common noun."""
    return bool(_COMMON_NOUN.match(organisation))


def skill_names(text: str) -> set[str]:
    """The lexicon's names of the skills that a text names."""
    return {skill.name for skill in lexicon.read(text).skills}


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _is_common(skill: str) -> bool:
    """Whether the lexicon knows the whole of it as a common noun, and it is spelled in capitals for looks alone."""
    found = lexicon.read(skill).skills
    known = len(found) == 1 and found[0].words == skill and found[0].name.islower()
    return known and all(word[1:].islower() for word in skill.split() if word[1:])


def _is_proper(skill: str) -> bool:
    found = lexicon.read(skill).skills
    if any(letter.isupper() for word in skill.split() for letter in word[1:]):
        return True
    return bool(found) and all(not one.name.islower() for one in found)


def _with_the(name: str) -> str:
    return f"the {name}" if _WITH_THE.match(name) else name
