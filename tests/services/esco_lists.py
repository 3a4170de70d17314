"""Lists of skills as ESCO's site gives them, small."""

from jobmatch_desktop.evidence.esco import english_concepts

KEYS = {concept.name: key for key, concept in english_concepts().items()}
GERMAN = {
    "contract law": ("Vertragsrecht", "Recht der Verträge"),
    "nursing science": ("Krankenpflege", "Pflege von Kranken"),
}


def csv_of(names: dict[str, tuple[str, ...]], between: str = "|") -> str:
    """As ESCO's site gives it: English names of skills with their names in another language, the preferred one first."""
    rows = [f'Skill,{_uri(KEYS[name])},{first},"{between.join(others)}"' for name, (first, *others) in names.items()]
    return "\n".join(["conceptType,conceptUri,preferredLabel,altLabels", *rows, ""])


def _uri(key: bytes) -> str:
    spelled = key.hex()
    parts = (spelled[:8], spelled[8:12], spelled[12:16], spelled[16:20], spelled[20:])
    return "http://data.europa.eu/esco/skill/" + "-".join(parts)
