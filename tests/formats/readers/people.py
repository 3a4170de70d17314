"""People who do not exist, as JSON Resume."""

from typing import Any

ENGINEER: dict[str, Any] = {
    "basics": {
        "name": "Ifeoma Castellanos",
        "email": "ifeoma.castellanos@example.org",
        "phone": "(646) 555-0177",
        "summary": "I build systems that stay up. Most at home where a queue meets a database, and glad to teach others why.",
        "location": {"city": "Brooklyn", "region": "NY"},
    },
    "work": [
        {"position": "Backend Developer", "name": "Parcelwise", "location": "Brooklyn, NY", "startDate": "2020-11",
         "highlights": ["Rewrote the queue of the label printers in Go", "Brought the error rate from 2% to 0.1%"]},
        {"position": "Help Desk Technician", "name": "Quillfeather", "location": "Newark, NJ", "startDate": "2016-09",
         "endDate": "2020-10", "highlights": ["Closed twenty tickets a day", "Wrote the first handbook of the desk"]},
    ],
    "education": [
        {"studyType": "Bachelor", "area": "Mathematics", "institution": "Rutgers University", "startDate": "2012", "endDate": "2016"},
    ],
    "skills": [{"name": "Coding", "keywords": ["Go", "Python", "SQL"]}, {"name": "Tools", "keywords": ["Docker", "Grafana"]}],
    "languages": [{"language": "Spanish", "fluency": "Native"}, {"language": "English", "fluency": "Fluent"}],
}  # fmt: skip

ACCOUNTANT: dict[str, Any] = {
    "basics": {
        "name": "Maëlle Kerbrat",
        "email": "maelle.kerbrat@exemple.fr",
        "phone": "06 12 34 56 78",
        "summary": "Comptable rigoureuse, dix ans d’expérience en cabinet et en entreprise, à l’aise avec les clôtures mensuelles.",
        "location": {"city": "Nantes", "region": "France"},
    },
    "work": [
        {"position": "Comptable générale", "name": "Biscuiterie Le Goff", "location": "Nantes, France", "startDate": "2018-03",
         "highlights": ["Tenue de la comptabilité de trois filiales", "Réduction du délai de clôture de huit à quatre jours"]},
        {"position": "Assistante comptable", "name": "Cabinet Moreau", "location": "Rennes, France", "startDate": "2014-09",
         "endDate": "2018-02", "highlights": ["Saisie et lettrage pour quarante dossiers", "Préparation des déclarations de TVA"]},
    ],
    "education": [
        {"studyType": "Licence", "area": "Gestion", "institution": "Université de Rennes", "startDate": "2011", "endDate": "2014"},
        {"studyType": "Baccalauréat", "area": "STMG", "institution": "Lycée Jean Macé", "startDate": "2008", "endDate": "2011"},
    ],
    "skills": [{"name": "Logiciels", "keywords": ["Sage", "Cegid", "Excel"]},
               {"name": "Métier", "keywords": ["Lettrage", "Liasse fiscale"]}],
    "languages": [{"language": "Français", "fluency": "langue maternelle"}, {"language": "Anglais", "fluency": "B2"}],
}  # fmt: skip
