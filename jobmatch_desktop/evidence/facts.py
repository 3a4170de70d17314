"""The facts of a profile: every line of it that something written can stand on."""

from collections.abc import Iterable, Iterator

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.profile import Basics, Credential, Job, Profile, Project, Study, When

_Lines = Iterator[tuple[str, str, str]]


def facts(profile: Profile) -> tuple[Fact, ...]:
    """Every line of the profile that says something, in the order of the document.

    `id` is the line's path in the JSON Resume document (`work/0/highlights/2`, `basics/location/city`), by the
    names of schema 1.0. `kind` is one of: `basics.name`, `.label`, `.email`, `.phone`, `.url`, `.summary`,
    `.address`, `.postal_code`, `.city`, `.region`, `.country`, `.link`; `work.organisation`, `.position`, `.place`,
    `.description`, `.url`, `.summary`, `.start`, `.end`, `.highlight` and the same of `volunteer`;
    `education.institution`, `.area`, `.degree`, `.score`, `.url`, `.start`, `.end`, `.course`; `project.name`,
    `.description`, `.entity`, `.type`, `.url`, `.start`, `.end`, `.role`, `.keyword`, `.highlight`; `award.name`,
    `.issuer`, `.date`, `.url`, `.summary` and the same of `certificate` and `publication`; `skill.name`, `.level`,
    `.keyword`; `language.name`, `.fluency`; `interest.name`, `.keyword`; `reference.name`, `.text`.
    """
    return tuple(Fact(path, kind, text) for path, kind, text in _lines(profile) if text)


def _lines(profile: Profile) -> _Lines:
    yield from _basics(profile.basics)
    for place, job in enumerate(profile.work):
        yield from _job(f"work/{place}", "work", "name", job)
    for place, job in enumerate(profile.volunteer):
        yield from _job(f"volunteer/{place}", "volunteer", "organization", job)
    for place, study in enumerate(profile.education):
        yield from _study(f"education/{place}", study)
    for place, project in enumerate(profile.projects):
        yield from _project(f"projects/{place}", project)
    yield from _credentials("awards", "award", ("title", "awarder", "date"), profile.awards)
    yield from _credentials("certificates", "certificate", ("name", "issuer", "date"), profile.certificates)
    yield from _credentials("publications", "publication", ("name", "publisher", "releaseDate"), profile.publications)
    for place, skill in enumerate(profile.skills):
        yield f"skills/{place}/name", "skill.name", skill.name
        yield f"skills/{place}/level", "skill.level", skill.level
        yield from _list(f"skills/{place}/keywords", "skill.keyword", skill.keywords)
    for place, language in enumerate(profile.languages):
        yield f"languages/{place}/language", "language.name", language.language
        yield f"languages/{place}/fluency", "language.fluency", language.fluency
    for place, interest in enumerate(profile.interests):
        yield f"interests/{place}/name", "interest.name", interest.name
        yield from _list(f"interests/{place}/keywords", "interest.keyword", interest.keywords)
    for place, reference in enumerate(profile.references):
        yield f"references/{place}/name", "reference.name", reference.name
        yield f"references/{place}/reference", "reference.text", reference.reference


def _basics(basics: Basics) -> _Lines:
    for field in ("name", "label", "email", "phone", "url", "summary"):
        yield f"basics/{field}", f"basics.{field}", getattr(basics, field)
    yield "basics/location/address", "basics.address", basics.address
    yield "basics/location/postalCode", "basics.postal_code", basics.postal_code
    yield "basics/location/city", "basics.city", basics.city
    yield "basics/location/region", "basics.region", basics.region
    yield "basics/location/countryCode", "basics.country", basics.country
    for place, link in enumerate(basics.links):
        for field in ("network", "username", "url"):
            yield f"basics/profiles/{place}/{field}", "basics.link", getattr(link, field)


def _job(path: str, kind: str, organisation: str, job: Job) -> _Lines:
    yield f"{path}/{organisation}", f"{kind}.organisation", job.organisation
    yield f"{path}/position", f"{kind}.position", job.position
    yield f"{path}/location", f"{kind}.place", job.place
    for field in ("description", "url", "summary"):
        yield f"{path}/{field}", f"{kind}.{field}", getattr(job, field)
    yield from _span(path, kind, job.start, job.end)
    yield from _list(f"{path}/highlights", f"{kind}.highlight", job.highlights)


def _study(path: str, study: Study) -> _Lines:
    yield f"{path}/institution", "education.institution", study.institution
    yield f"{path}/area", "education.area", study.area
    yield f"{path}/studyType", "education.degree", study.degree
    yield f"{path}/score", "education.score", study.score
    yield f"{path}/url", "education.url", study.url
    yield from _span(path, "education", study.start, study.end)
    yield from _list(f"{path}/courses", "education.course", study.courses)


def _project(path: str, project: Project) -> _Lines:
    yield f"{path}/name", "project.name", project.name
    yield f"{path}/description", "project.description", project.description
    yield f"{path}/entity", "project.entity", project.entity
    yield f"{path}/type", "project.type", project.kind
    yield f"{path}/url", "project.url", project.url
    yield from _span(path, "project", project.start, project.end)
    yield from _list(f"{path}/roles", "project.role", project.roles)
    yield from _list(f"{path}/keywords", "project.keyword", project.keywords)
    yield from _list(f"{path}/highlights", "project.highlight", project.highlights)


def _credentials(section: str, kind: str, names: tuple[str, str, str], credentials: Iterable[Credential]) -> _Lines:
    name, issuer, date = names
    for place, credential in enumerate(credentials):
        path = f"{section}/{place}"
        yield f"{path}/{name}", f"{kind}.name", credential.name
        yield f"{path}/{issuer}", f"{kind}.issuer", credential.issuer
        yield f"{path}/{date}", f"{kind}.date", _words(credential.date)
        yield f"{path}/url", f"{kind}.url", credential.url
        yield f"{path}/summary", f"{kind}.summary", credential.summary


def _span(path: str, kind: str, start: When | None, end: When | None) -> _Lines:
    yield f"{path}/startDate", f"{kind}.start", _words(start)
    yield f"{path}/endDate", f"{kind}.end", _words(end)


def _list(path: str, kind: str, texts: Iterable[str]) -> _Lines:
    for place, text in enumerate(texts):
        yield f"{path}/{place}", kind, text


def _words(when: When | None) -> str:
    return when.text if when else ""
