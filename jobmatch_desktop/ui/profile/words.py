"""Words of the profile's page: sections, fields, and what can be added."""

from PySide6.QtCore import QCoreApplication


def _tr(words: str) -> str:
    return QCoreApplication.translate("Profile", words)


def section_words(key: str) -> str:
    """The name of a section."""
    return {
        "who": _tr("About you"),
        "links": _tr("Links"),
        "summary": _tr("Summary"),
        "work": _tr("Experience"),
        "education": _tr("Education"),
        "skills": _tr("Skills"),
        "languages": _tr("Languages"),
        "projects": _tr("Projects"),
        "certificates": _tr("Certificates"),
        "awards": _tr("Awards"),
        "publications": _tr("Publications"),
        "volunteer": _tr("Volunteering"),
        "interests": _tr("Interests"),
        "references": _tr("References"),
    }[key]


def add_words(key: str) -> str:
    """What adds an entry to a section."""
    return {
        "links": _tr("Add a link"),
        "work": _tr("Add a job"),
        "education": _tr("Add a degree"),
        "skills": _tr("Add a skill"),
        "languages": _tr("Add a language"),
        "projects": _tr("Add a project"),
        "certificates": _tr("Add a certificate"),
        "awards": _tr("Add an award"),
        "publications": _tr("Add a publication"),
        "volunteer": _tr("Add a post"),
        "interests": _tr("Add an interest"),
        "references": _tr("Add a reference"),
    }[key]


def line_words(section: str) -> str:
    """What a line of an entry's list is, where there is none yet."""
    if section == "education":
        return _tr("Add a course")
    return _tr("Add what you did")


def field_words(section: str, field: str) -> str:
    """The name of a field, by its path in its entry."""
    own = {
        ("links", "network"): _tr("Network or site"),
        ("links", "username"): _tr("User name"),
        ("skills", "name"): _tr("Skill"),
        ("skills", "level"): _tr("Level"),
        ("languages", "language"): _tr("Language"),
        ("languages", "fluency"): _tr("How well"),
        ("projects", "name"): _tr("Project"),
        ("projects", "entity"): _tr("For whom"),
        ("projects", "type"): _tr("Kind"),
        ("certificates", "name"): _tr("Certificate"),
        ("awards", "title"): _tr("Award"),
        ("publications", "name"): _tr("Title"),
        ("interests", "name"): _tr("Interest"),
        ("references", "name"): _tr("Name"),
        ("work", "description"): _tr("What the organisation does"),
        ("volunteer", "description"): _tr("What the organisation does"),
    }
    if (section, field) in own:
        return own[section, field]
    return {
        "basics/name": _tr("Name"),
        "basics/label": _tr("Headline: what you are"),
        "basics/email": _tr("E-mail"),
        "basics/phone": _tr("Phone"),
        "basics/url": _tr("Web page"),
        "basics/summary": _tr("A few sentences about you"),
        "basics/location/city": _tr("Town"),
        "basics/location/region": _tr("Region"),
        "basics/location/countryCode": _tr("Country"),
        "basics/location/address": _tr("Street and number"),
        "basics/location/postalCode": _tr("Postal code"),
        "position": _tr("Position"),
        "name": _tr("Organisation"),
        "organization": _tr("Organisation"),
        "location": _tr("Place"),
        "startDate": _tr("From"),
        "endDate": _tr("To"),
        "description": _tr("Description"),
        "url": _tr("Web page"),
        "summary": _tr("Summary"),
        "studyType": _tr("Degree"),
        "area": _tr("Subject"),
        "institution": _tr("School or university"),
        "score": _tr("Grade"),
        "keywords": _tr("Words, with commas between them"),
        "roles": _tr("Your part in it, with commas between"),
        "issuer": _tr("Who gave it"),
        "awarder": _tr("Who gave it"),
        "publisher": _tr("Publisher"),
        "date": _tr("When"),
        "releaseDate": _tr("When"),
        "reference": _tr("What they say of you"),
        "highlights": _tr("What you did"),
        "courses": _tr("Course"),
    }[field]
