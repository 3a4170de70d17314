"""ESCO's skills in another language, added by a person."""

import asyncio
from pathlib import Path

import pytest

from jobmatch_desktop.domain.errors import UnreadableInput
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.esco import english_concepts
from jobmatch_desktop.evidence.fact_index import index_of
from jobmatch_desktop.evidence.grounding import ground_by
from jobmatch_desktop.services.added_skills import add_skills, added_skills, drop_skills

CONTRACT_LAW = next(key for key, concept in english_concepts().items() if concept.name == "contract law")


def uri(key: bytes) -> str:
    spelled = key.hex()
    return "http://data.europa.eu/esco/skill/" + "-".join(
        (spelled[:8], spelled[8:12], spelled[12:16], spelled[16:20], spelled[20:])
    )


@pytest.mark.parametrize("between", ["|", "\n"])
def test_a_french_name_is_the_english_skill(tmp_path: Path, between: str) -> None:
    source = tmp_path / "skills_fr.csv"
    source.write_text(
        f'conceptType,conceptUri,preferredLabel,altLabels\nSkill,{uri(CONTRACT_LAW)},droit des contrats,"règles contractuelles'
        f'{between}législation contractuelle"\n',
        "utf-8-sig",
    )
    assert asyncio.run(add_skills(source, tmp_path)) == 1
    added = asyncio.run(added_skills(tmp_path))
    index = index_of([Fact("skills/0/keywords/0", "skill.keyword", "Législation contractuelle")], None, added)
    claims = ground_by("Règles contractuelles et droit des contrats.", index, Offer(""), "fr")
    assert [(claim.kind, claim.text, claim.facts) for claim in claims] == [
        ("skill", "Règles contractuelles", ("skills/0/keywords/0",)),
        ("skill", "droit des contrats", ("skills/0/keywords/0",)),
    ]
    asyncio.run(drop_skills(tmp_path))
    assert asyncio.run(added_skills(tmp_path)) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"conceptUri,preferredLabel\na,b",
        b"\xff\xfe\x00",
        b"conceptUri,preferredLabel,altLabels\nx,y,z",
        b'conceptUri,preferredLabel,altLabels\n"x' + b"y" * 300_000,
    ],
)
def test_what_is_no_list_is_one_line_and_changes_nothing(tmp_path: Path, data: bytes) -> None:
    source = tmp_path / "skills.csv"
    source.write_bytes(data)
    with pytest.raises(UnreadableInput, match="no list of skills") as told:
        asyncio.run(add_skills(source, tmp_path))
    assert "\n" not in str(told.value)
    assert not (tmp_path / "lexicon").exists()


def test_a_damaged_list_is_none(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "added.txt.zlib").write_bytes(b"no")
    assert asyncio.run(added_skills(tmp_path)) is None
