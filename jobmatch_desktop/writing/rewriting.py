"""What a model is asked for when a person wants words of a document in other words."""

from jobmatch_desktop.domain.cv_markdown import read_line, split_lines
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.domain.rewrite import LONGEST, REWRITE, NotOnePassage, Rewrite, Wish
from jobmatch_desktop.domain.task import GenerationOptions
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.digest import SIZES, Size
from jobmatch_desktop.writing.recipes import Recipe, Step, all_texts, facts_in, frame_of, lines_of

_CHARACTERS_A_TOKEN = 2.0
"""Of an answer at least: French and names take more tokens than English prose."""
_LEAST_TOKENS = 120
_ROOM = 1.6
"""How much longer than the words a rewriting may be."""


def shape_of(text: str) -> str:
    """`bullets` or `paragraph`. Raises `NotOnePassage` for words that are neither."""
    levels = {line.level for line in map(read_line, split_lines(text)) if line.text}
    if len(levels) != 1 or levels - {0, None} or len(text) > LONGEST:
        raise NotOnePassage(most=f"{LONGEST:,}")
    return "paragraph" if levels == {None} else "bullets"


def rewrite_recipe(
    profile: Profile, offer: Offer, options: GenerationOptions, rewrite: Rewrite, size: Size = SIZES[0]
) -> Recipe:
    """The one step that puts the words as wished; `options.language` is that of the answer. Raises `NotOnePassage`. Pure, any thread."""
    shape = shape_of(rewrite.text)
    frame, left = frame_of(profile, offer, options, size)
    facts = facts_in(rewrite.text, all_texts(profile)) or lines_of(rewrite.text)
    count = len(lines_of(rewrite.text)) if shape == "bullets" else 0
    wish = _wish(frame.language, rewrite)
    messages = frame.messages("rewrite_lines" if count else "rewrite", facts, rewrite.text, wish=wish, count=str(count))
    most = max(_LEAST_TOKENS, round(_ROOM * len(rewrite.text) / _CHARACTERS_A_TOKEN))
    step = Step(REWRITE, "Rewriting", frame.language, messages, shape, most, facts, rewrite.text, bullets=count)
    return Recipe((step,), left)


def _wish(language: str, rewrite: Rewrite) -> str:
    if rewrite.wish is Wish.OWN:
        return " ".join(rewrite.words.split())
    return resource(f"prompts/{language}/wish_{rewrite.wish}.txt").read_text(encoding="utf-8").strip()
