"""CVs set by Typst in the ways that people and programs lay them out; each takes a JSON Resume document and gives a PDF."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import rendercv_fonts
import typst

Resume = dict[str, Any]
Layout = Callable[[Resume, str], str]

TITLES = {
    "en": {
        "work": "Work Experience",
        "education": "Education",
        "skills": "Technical Skills",
        "languages": "Languages",
        "summary": "About me",
        "contact": "Contact",
    },
    "fr": {
        "work": "Expériences professionnelles",
        "education": "Formation",
        "skills": "Compétences",
        "languages": "Langues",
        "summary": "Profil",
        "contact": "Coordonnées",
    },
}
_MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin",
           "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
}  # fmt: skip
_NOW = {"en": "Present", "fr": "aujourd’hui"}


def set_by(layout: Layout, resume: Resume, language: str) -> bytes:
    """The PDF of a CV in a layout."""
    return pdf(layout(resume, language))


def pdf(source: str) -> bytes:
    """What Typst makes of a source."""
    return typst.compile(source.encode(), font_paths=[str(Path(rendercv_fonts.__file__).parent)])


def words(text: str, **look: str) -> str:
    """Text in Typst, spelled as it is."""
    named = "".join(f"{key.replace('_', '-')}: {value}, " for key, value in look.items())
    return f"#text({named}{json.dumps(text, ensure_ascii=False)})"


def bold(text: str, **look: str) -> str:
    return words(text, weight='"bold"', **look)


def italic(text: str, **look: str) -> str:
    return words(text, style='"italic"', **look)


def in_words(item: Resume, language: str) -> str:
    """`January 2019 – Present`"""
    end = _date(item.get("endDate"), language) or _NOW[language]
    return f"{_date(item.get('startDate'), language)} – {end}"


def in_numbers(item: Resume, language: str) -> str:
    """`01/2019 - aujourd’hui`"""

    def number(date: str | None) -> str:
        year, _, month = (date or "").partition("-")
        return f"{month}/{year}" if month else year

    return f"{number(item.get('startDate'))} - {number(item.get('endDate')) or _NOW[language]}"


def _date(date: str | None, language: str) -> str:
    year, _, month = (date or "").partition("-")
    return f"{_MONTHS[language][int(month) - 1]} {year}" if month else year


def degree(study: Resume, language: str) -> str:
    return f"{study['studyType']} {'in' if language == 'en' else 'en'} {study['area']}"


def place(basics: Resume) -> str:
    return f"{basics['location']['city']}, {basics['location']['region']}"


def marked(items: list[str], mark: str = "•") -> str:
    return "".join(f"#list(marker: [{mark}], {json.dumps(item, ensure_ascii=False)})\n" for item in items)


def _page(margin: str, size: str, font: str, paper: str = "a4") -> str:
    return (
        f'#set page(margin: {margin}, paper: "{paper}")\n#set text(size: {size}, font: "{font}")\n'
        "#set par(leading: .55em, spacing: .7em)\n"
    )


def title_first(resume: Resume, language: str) -> str:
    """One column, titles in capitals with rules, the title bold, dates at the right edge."""
    basics, titles = resume["basics"], TITLES[language]

    def head(role: str) -> str:
        return f"#v(8pt){bold(titles[role].upper())}#v(-8pt)#line(length: 100%)\n\n"

    text = _page("2cm", "10pt", "Libertinus Serif") + bold(basics["name"], size="22pt") + "\n\n"
    text += words(" | ".join((basics["email"], basics["phone"], place(basics)))) + "\n\n"
    text += head("summary") + words(basics["summary"]) + "\n\n" + head("work")
    for job in resume["work"]:
        text += bold(job["position"]) + " #h(1fr) " + words(in_words(job, language)) + "\n\n"
        text += italic(f"{job['name']}, {job['location']}") + "\n\n" + marked(job["highlights"])
    text += head("education")
    for study in resume["education"]:
        text += bold(degree(study, language)) + " #h(1fr) " + words(in_words(study, language)) + "\n\n"
        text += italic(study["institution"]) + "\n\n"
    text += head("skills")
    for skill in resume["skills"]:
        text += bold(f"{skill['name']}: ") + words(", ".join(skill["keywords"])) + "\n\n"
    told = (f"{one['language']} ({one['fluency']})" for one in resume["languages"])
    return text + head("languages") + words(", ".join(told))


def sidebar(resume: Resume, language: str) -> str:
    """A narrow column at the left with contact, skills and languages; the employer first; the name on two lines."""
    basics, titles = resume["basics"], TITLES[language]

    def head(role: str) -> str:
        return f"#block(above: 14pt, below: 6pt)[{bold(titles[role], size='12pt', fill='rgb(10, 90, 140)')}]\n"

    first, _, last = basics["name"].partition(" ")
    side = bold(first, size="20pt") + "\n\n" + bold(last, size="20pt") + "\n\n" + head("contact")
    side += (
        "\n\n".join(words(one) for one in (basics["email"], basics["phone"], place(basics))) + "\n\n" + head("skills")
    )
    for skill in resume["skills"]:
        side += bold(skill["name"]) + "\n\n" + marked(skill["keywords"])
    side += head("languages")
    side += "\n\n".join(words(f"{one['language']}: {one['fluency']}") for one in resume["languages"])
    main = head("summary") + words(basics["summary"]) + "\n\n" + head("work")
    for job in resume["work"]:
        main += bold(job["name"]) + "\n\n" + italic(job["position"]) + "\n\n"
        main += (
            words(f"{in_words(job, language)}  |  {job['location']}", size="8pt")
            + "\n\n"
            + marked(job["highlights"], "‣")
        )
    main += head("education")
    for study in resume["education"]:
        main += bold(study["institution"]) + "\n\n" + words(degree(study, language)) + "\n\n"
        main += words(in_words(study, language), size="8pt") + "\n\n"
    return _page("1.4cm", "9.5pt", "Source Sans 3") + f"#grid(columns: (30%, 1fr), column-gutter: 20pt)[{side}][{main}]"


def dates_left(resume: Resume, language: str) -> str:
    """Dates and labels in a narrow column of their own, beside what they date; all of a job on one line."""
    basics, titles = resume["basics"], TITLES[language]

    def head(role: str) -> str:
        return f"#block(above: 12pt, below: 6pt, inset: (left: 31mm))[{words(titles[role], size='14pt')}]\n"

    def row(label: str, text: str) -> str:
        return f"#grid(columns: (26mm, 1fr), column-gutter: 5mm)[#align(right)[{label}]][{text}]\n"

    text = _page("2cm", "10pt", "Lato") + words(basics["name"], size="28pt") + "\n\n"
    text += words(" · ".join((place(basics), basics["phone"], basics["email"]))) + "\n\n" + head("work")
    for job in resume["work"]:
        line = bold(job["position"]) + words(", ") + italic(job["name"]) + words(f", {job['location']}.")
        text += row(words(in_numbers(job, language)), line + "\n" + marked(job["highlights"]))
    text += head("education")
    for study in resume["education"]:
        line = bold(degree(study, language)) + words(", ") + italic(study["institution"]) + words(".")
        text += row(words(in_numbers(study, language)), line)
    text += head("skills")
    for skill in resume["skills"]:
        text += row(bold(skill["name"]), words(", ".join(skill["keywords"])))
    text += head("languages")
    for one in resume["languages"]:
        text += row(bold(one["language"]), words(one["fluency"]))
    return text


def right_column(resume: Resume, language: str) -> str:
    """A head across the page, jobs at the left, chips of skills at the right; titles with letters set apart."""
    basics, titles = resume["basics"], TITLES[language]

    def head(role: str) -> str:
        return f"#block(above: 13pt, below: 5pt)[{bold(titles[role].upper(), tracking='1.5pt')}]\n"

    main = head("summary") + words(basics["summary"]) + "\n\n" + head("work")
    for job in resume["work"]:
        main += bold(job["position"], size="10.5pt") + "\n\n" + words(job["name"], fill="green") + "\n\n"
        main += (
            words(f"{in_numbers(job, language)}   {job['location']}", size="8.5pt") + "\n\n" + marked(job["highlights"])
        )
    chips = (word for skill in resume["skills"] for word in skill["keywords"])
    side = (
        head("skills")
        + " #h(6pt) ".join(f"#box(fill: luma(230), inset: 3pt)[{words(chip)}]" for chip in chips)
        + "\n\n"
    )
    side += head("education")
    for study in resume["education"]:
        side += bold(degree(study, language)) + "\n\n" + words(study["institution"]) + "\n\n"
        side += words(in_numbers(study, language), size="8.5pt") + "\n\n"
    side += head("languages")
    side += "\n\n".join(bold(one["language"]) + " #h(1fr) " + words(one["fluency"]) for one in resume["languages"])
    top = bold(basics["name"], size="24pt", tracking="5pt") + "\n\n"
    top += " #h(18pt) ".join(words(one) for one in (basics["phone"], basics["email"], place(basics))) + "\n\n"
    return (
        _page("1.5cm", "9.5pt", "Open Sans") + f"{top}#grid(columns: (1fr, 34%), column-gutter: 18pt)[{main}][{side}]"
    )


def without_looks(resume: Resume, language: str) -> str:
    """One font, one size: titles in capitals, dates beneath, nothing bold."""
    basics, titles = resume["basics"], TITLES[language]

    def head(role: str) -> str:
        return "#v(10pt)" + words(titles[role].upper()) + "\n\n"

    text = _page("2cm", "10pt", "DejaVu Sans Mono")
    text += "\n\n".join(
        words(one) for one in (basics["name"], place(basics), f"Email: {basics['email']}", f"Tel.: {basics['phone']}")
    )
    text += "\n\n" + head("work")
    for job in resume["work"]:
        text += "#v(4pt)" + words(f"{job['position']}, {job['name']}, {job['location']}") + "\n\n"
        text += words(in_words(job, language)) + "\n\n" + marked(job["highlights"], "-")
    text += head("education")
    for study in resume["education"]:
        text += "#v(4pt)" + words(f"{degree(study, language)}, {study['institution']}") + "\n\n"
        text += words(in_words(study, language)) + "\n\n"
    text += head("skills")
    for skill in resume["skills"]:
        text += marked([f"{skill['name']}: {', '.join(skill['keywords'])}"], "-")
    text += head("languages")
    return text + marked([f"{one['language']} – {one['fluency']}" for one in resume["languages"]], "-")


def one_line_each(resume: Resume, language: str) -> str:
    """All of a job on one bold line with pipes, dates first; titles with ornaments; the page's number below."""
    basics, titles = resume["basics"], TITLES[language]

    def head(role: str) -> str:
        return f"#v(8pt)#align(center)[{bold('— ' + titles[role] + ' —', size='12pt')}]\n\n"

    text = '#set page(footer: align(center)[Page #context counter(page).display("1 / 1", both: true)])\n'
    text += _page("2cm", "10pt", "Source Sans 3") + bold(basics["name"], size="16pt") + "\n\n"
    text += words(f"{basics['phone']} | {basics['email']} | {place(basics)}") + "\n\n" + head("work")
    for job in resume["work"]:
        line = (in_numbers(job, language), job["position"], job["name"], job["location"])
        text += bold(" | ".join(line)) + "\n\n" + marked(job["highlights"])
    text += head("education")
    for study in resume["education"]:
        text += bold(" | ".join((in_numbers(study, language), degree(study, language), study["institution"]))) + "\n\n"
    text += (
        head("skills") + words(" • ".join(word for skill in resume["skills"] for word in skill["keywords"])) + "\n\n"
    )
    told = (f"{one['language']} ({one['fluency']})" for one in resume["languages"])
    return text + head("languages") + words(" • ".join(told))


LAYOUTS = (title_first, sidebar, dates_left, right_column, without_looks, one_line_each)
