"""ESCO's labels in a text."""

import pytest

from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.esco import Concept, english, english_concepts, packed, unpacked


def named(text: str) -> list[tuple[str, str]]:
    return [(skill.name, skill.words) for skill in lexicon.read(text).skills]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Wound care, infection control", [("wound care", "Wound care"), ("infection control", "infection control")]),
        ("- wound\n- care", []),
        ("Contract law since 2015", [("contract law", "Contract law")]),
        (
            "an inventory management system and COBIT",
            [
                ("inventory management", "inventory management"),
                ("control objectives for information and related technology", "COBIT"),
            ],
        ),
        # An ordinary word, and one that a capital alone makes a name.
        ("history, energy, moodle", []),
    ],
)
def test_labels_in_texts(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


def test_other_labels_lead_to_the_name() -> None:
    assert lexicon.read("oversee prison procedures").skills == (
        lexicon.Skill("supervise correctional procedures", "oversee prison procedures", 0, 25, named=False),
    )


def test_the_whole_list_is_there() -> None:
    # 13,939 without the languages, which have levels and so a table of their own.
    assert len(english().names) == 13_580 == len(english_concepts())
    assert "understand spoken Hungarian" not in english().names


def test_a_list_of_ones_own_goes_before_and_the_longest_label_counts() -> None:
    mine = unpacked(
        packed(
            [
                Concept(
                    b"a" * 16,
                    "beer tasting",
                    ("zythologie", "zythologie appliquée", "brassin pilote", "brassin pilote libre"),
                    True,
                )
            ]
        )
    )
    assert [(one.name, one.words) for one in lexicon.read("Brassins pilotes libres le soir", (mine,)).skills] == [
        ("beer tasting", "Brassins pilotes libres")
    ]
    assert lexicon.read("Brassins pilotes libres le soir").skills == ()


def test_what_is_no_list_is_said() -> None:
    with pytest.raises(ValueError, match="no list of skills"):
        unpacked(b"conceptUri,preferredLabel")


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("prise de sang", "venepuncture"),
        ("gros œuvre", "structural works"),
        ("droit des contrats", "contract law"),
        ("Gestion des stocks", "stock control"),
        ("soins infirmiers", "nursing"),
    ],
)
def test_a_french_name_and_its_english_one_are_one_skill(french: str, english: str) -> None:
    assert [one.name for one in lexicon.read(french).skills] == [one.name for one in lexicon.read(english).skills] != []
