"""CVs set by Typst in ways that are rarer than those of cv_layouts.py, each for one rule of the reader."""

from tests.formats.readers.cv_layouts import (
    TITLES,
    Layout,
    Resume,
    _page,
    bold,
    degree,
    in_numbers,
    in_words,
    italic,
    marked,
    place,
    words,
)


def titles_in_a_margin(resume: Resume, language: str) -> str:
    """Titles and dates in one narrow column at the left, right-aligned; some titles on two lines; no style sets anything off."""
    basics, titles = resume["basics"], TITLES[language]

    def row(label: str, text: str) -> str:
        return f"#grid(columns: (32mm, 1fr), column-gutter: 6mm)[#align(right)[{words(label)}]][{text}]\n"

    def head(role: str) -> str:
        return "#v(10pt)" + row(titles[role].upper(), "")

    text = _page("2cm", "10pt", "Lato") + f"#pad(left: 38mm)[{words(basics['name'], size='16pt')}\n\n"
    text += (
        "\n\n".join(words(one) for one in (place(basics), basics["phone"], basics["email"])) + "]\n\n" + head("work")
    )
    for job in resume["work"]:
        body = words(job["position"], size="12pt") + "\n\n" + words(f"{job['name']}, {job['location']}")
        text += row(in_numbers(job, language), body + "\n\n" + marked(job["highlights"]))
    text += head("education")
    for study in resume["education"]:
        body = words(degree(study, language), size="12pt") + "\n\n" + words(study["institution"])
        text += row(in_numbers(study, language), body)
    text += head("skills")
    for skill in resume["skills"]:
        text += row(skill["name"], words(", ".join(skill["keywords"])))
    text += head("languages")
    for one in resume["languages"]:
        text += row(one["language"], words(one["fluency"]))
    return text


def skills_in_columns(resume: Resume, language: str) -> str:
    """Skills and languages as columns under bold labels, in frames; "Highlights" over the text of each job; the title after the dates."""
    basics, titles = resume["basics"], TITLES[language]

    def head(role: str) -> str:
        return f"#v(6pt){bold(titles[role], size='15pt', fill='rgb(200, 90, 20)')}\n\n"

    def columns(cells: list[str]) -> str:
        return f"#grid(columns: ({', '.join(['1fr'] * len(cells))}), {', '.join(f'[{cell}]' for cell in cells)})\n"

    def tags(texts: list[str]) -> str:
        return "#h(4pt)".join(f"#box(stroke: .5pt, inset: 2.5pt)[{words(one, size='8pt')}]" for one in texts)

    text = _page("2cm", "10pt", "Open Sans") + bold(basics["name"], size="24pt") + "\n\n"
    text += words(f"{basics['email']} · {basics['phone']} · {place(basics)}") + "\n\n"
    text += head("summary") + words(basics["summary"]) + "\n\n" + head("work")
    for job in resume["work"]:
        text += (
            bold(job["name"], size="12pt") + "\n\n" + words(job["location"]) + "\n\n" + words(in_words(job, language))
        )
        text += "#v(10pt)" + bold(job["position"], size="12pt") + "\n\n" + bold("Highlights") + "\n\n"
        text += marked(job["highlights"])
    text += head("education")
    for study in resume["education"]:
        text += bold(study["institution"], size="12pt") + "#h(1fr)" + words(in_words(study, language)) + "\n\n"
        text += words(study["area"]) + "#h(1fr)" + words(study["studyType"]) + "\n\n"
    text += head("skills") + columns([bold(skill["name"], size="11pt") for skill in resume["skills"]])
    text += columns([tags(skill["keywords"]) for skill in resume["skills"]])
    text += head("languages") + columns([bold(one["language"], size="11pt") for one in resume["languages"]])
    return text + columns([words(one["fluency"]) for one in resume["languages"]])


def narrow(resume: Resume, language: str) -> str:
    """A column so narrow that heads, dates and an address go over several lines; dates first, then a line with pipes."""
    basics, titles = resume["basics"], TITLES[language]

    def head(role: str) -> str:
        return f"#v(8pt){bold(titles[role].upper(), size='12pt')}\n\n"

    user, _, host = basics["email"].partition("@")
    side = (
        bold(basics["name"], size="18pt")
        + "\n\n"
        + head("contact")
        + words(f"{user}@{host[:4]}")
        + " \\ "
        + words(host[4:])
    )
    side += "\n\n" + words(basics["phone"]) + "\n\n" + words(place(basics)) + "\n\n" + head("skills")
    side += "\n\n".join(words(word) for skill in resume["skills"] for word in skill["keywords"]) + "\n\n"
    side += head("languages") + "\n\n".join(
        words(f"{one['language']} : {one['fluency']}") for one in resume["languages"]
    )
    main = head("work")
    for job in resume["work"]:
        main += "#v(6pt)" + words(in_words(job, language), size="9pt") + "\n\n"
        main += (
            bold(job["position"]) + words(f" | {job['name']} | {job['location']}") + "\n\n" + marked(job["highlights"])
        )
    main += head("education")
    for study in resume["education"]:
        main += "#v(6pt)" + words(in_words(study, language), size="9pt") + "\n\n"
        main += bold(degree(study, language)) + words(f", {study['institution']}") + "\n\n"
    sizes = f"{max(44, len(basics['email'][:-4]) * 2)}mm, 58mm"
    return _page("1.6cm", "10pt", "Source Sans 3") + f"#grid(columns: ({sizes}), column-gutter: 10mm)[{side}][{main}]"


def items_of_a_list(resume: Resume, language: str) -> str:
    """Every job and study is an item of a list, the text of jobs a list within it."""
    basics, titles = resume["basics"], TITLES[language]

    def head(role: str) -> str:
        return f"#v(6pt){bold(titles[role], size='13pt')}\n\n"

    text = _page("2.4cm", "11pt", "Libertinus Serif") + words(basics["name"], size="18pt") + "\n\n"
    text += words(", ".join((basics["email"], basics["phone"]))) + "\n\n" + words(place(basics)) + "\n\n" + head("work")
    for job in resume["work"]:
        line = bold(job["position"]) + words(f", {job['name']}, {job['location']} ({in_words(job, language)})")
        text += f"#list([{line}\n{marked(job['highlights'], '◦')}])\n"
    text += head("education")
    for study in resume["education"]:
        text += f"#list([{words(degree(study, language))}, {words(study['institution'])}, {words(in_numbers(study, language))}])\n"
    text += head("skills")
    for skill in resume["skills"]:
        text += marked([f"{skill['name']}: {', '.join(skill['keywords'])}"])
    text += head("languages")
    return text + italic(", ".join(f"{one['language']} ({one['fluency']})" for one in resume["languages"]))


RARER: tuple[Layout, ...] = (titles_in_a_margin, skills_in_columns, narrow, items_of_a_list)
