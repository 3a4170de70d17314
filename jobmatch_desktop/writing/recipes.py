"""What a model is asked for: one short step for each part of a document, in words of resources/prompts/.

Order in every prompt: instructions, profile, offer, task. All but the task is the same, byte for byte, in the steps of
one document, so that a server reads it once.
"""

import functools
import re
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.cv_document import Entry
from jobmatch_desktop.domain.cv_markdown import parse, read_line, split_lines
from jobmatch_desktop.domain.inline_markdown import plain
from jobmatch_desktop.domain.letter_manner import Tone
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Job, Profile
from jobmatch_desktop.domain.stream import Message
from jobmatch_desktop.domain.task import GenerationOptions
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.digest import SIZES, LeftOut, Size, offer_digest, one_line, profile_digest
from jobmatch_desktop.writing.order import job_dates, newest_first
from jobmatch_desktop.writing.parts import bodies
from jobmatch_desktop.writing.titles import role_of

MOST_FACTS = SIZES[0].facts
"""Facts given to one step: more confuses a small model."""

MOST_JOBS_WORDED = 8

MOST_CORRECTIONS = 6
"""Told a small model at once: of more it forgets the first."""

_SUMMARY_TOKENS = 320
_PARAGRAPH_TOKENS = 360
_BULLET_TOKENS = 80
_SLACK_TOKENS = 40
_FRENCH_TOKENS = 1.4
_SENTENCES_OF_SUMMARY = 4
_MOST_SENTENCES_OF_PARAGRAPH = 6
_SHARE_OF_FACT = 0.6
_WORD = re.compile(r"[^\W_]+[+#]*")
_LAST_SPACE = re.compile(r"\s\S*\Z")
_LONGEST_REPEAT = 60
_SURE_RESTART = 4
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


class Step(msgspec.Struct, frozen=True):
    """One part to be worded.

    `key` as in writing/parts; `title` in English, such as "Experience, 2 of 4"; `shape` is `paragraph` or `bullets`;
    `maximum_tokens` bounds the answer generously; `facts` are the texts that the part stands on; `draft` is its body as
    it stands; `bullets` is how many it has (0: none), `sentences` how many a paragraph may have (0: no bound).
    """

    key: str
    title: str
    language: str
    messages: tuple[Message, ...]
    shape: str
    maximum_tokens: int
    facts: tuple[str, ...]
    draft: str
    bullets: int = 0
    sentences: int = 0


class Recipe(msgspec.Struct, frozen=True):
    """The steps of a document, in its order, and what of profile and offer did not fit into them."""

    steps: tuple[Step, ...]
    left_out: tuple[LeftOut, ...] = ()


def cv_recipe(profile: Profile, offer: Offer, options: GenerationOptions, draft: str, size: Size = SIZES[0]) -> Recipe:
    """The steps for the CV that stands as `draft`: its summary, and the bullets of each job that has some.

    Pure, any thread."""
    frame, left = frame_of(profile, offer, options, size)
    parts = bodies(draft)
    steps: list[Step] = []
    if summary := parts.get("summary", "").strip():
        facts = facts_in(summary, all_texts(profile)) or lines_of(summary)
        messages = frame.messages("summary", facts, summary, sentences=str(_SENTENCES_OF_SUMMARY))
        tokens = frame.tokens(_SUMMARY_TOKENS)
        step = Step("summary", "Summary", frame.language, messages, "paragraph", tokens, facts, summary)
        steps.append(msgspec.structs.replace(step, sentences=_SENTENCES_OF_SUMMARY))
    entries = _experience(draft)
    worded = [number for number in range(len(entries)) if parts.get(f"work/{number}", "").strip()]
    if len(worded) > MOST_JOBS_WORDED:
        counted = {"count": len(worded) - MOST_JOBS_WORDED}
        left += (LeftOut("Left as drafted: the lines of {count} of the older jobs.", counted),)
        worded = worded[:MOST_JOBS_WORDED]
    for place, number in enumerate(worded, 1):
        title = f"Experience, {place} of {len(worded)}"
        steps.append(_job_step(f"work/{number}", title, entries[number], parts[f"work/{number}"], profile, frame))
    return Recipe(tuple(steps), left)


def letter_recipe(
    profile: Profile, offer: Offer, options: GenerationOptions, draft: str, size: Size = SIZES[0]
) -> Recipe:
    """The steps for the letter that stands as `draft`: one for each paragraph of its body. Pure, any thread."""
    frame, left = frame_of(profile, offer, options, size, options.letter.tone)
    parts = {key: body for key, body in bodies(draft).items() if key.startswith("letter/") and body.strip()}
    texts = all_texts(profile)
    steps: list[Step] = []
    for number, (key, body) in enumerate(parts.items(), 1):
        facts = facts_in(body, texts) or lines_of(body)
        sentences = min(max(len(_SENTENCE.split(plain(body))), 2), _MOST_SENTENCES_OF_PARAGRAPH)
        told = {"number": str(number), "count": str(len(parts)), "sentences": str(sentences)}
        messages = frame.messages("paragraph", facts, body, **told)
        title, tokens = f"Letter, {number} of {len(parts)}", frame.tokens(_PARAGRAPH_TOKENS)
        step = Step(key, title, frame.language, messages, "paragraph", tokens, facts, body)
        steps.append(msgspec.structs.replace(step, sentences=sentences))
    return Recipe(tuple(steps), left)


def continuation(step: Step, partial: str) -> tuple[Message, ...]:
    """The messages that ask for the rest of `partial`, the step's words so far; `join` puts both together.

    Made for every provider: none needs to take the beginning of its own answer as given."""
    begun = _whole_words(partial)
    if not begun:
        return step.messages
    ask = _prompt(step.language, "continue").strip()
    return (*step.messages, Message("assistant", begun), Message("user", ask))


def corrections(whys: Sequence[Why], language: str) -> str:
    """What a model is told to put right, a line for each of the first reasons why its answer did not stand, in its language."""
    said = _corrections("fr" if language == "fr" else "en")
    return _listed([why.text(lambda template: said.get(template, template)) for why in whys[:MOST_CORRECTIONS]])


def once_more(step: Step, told: str) -> Step:
    """The step after an answer that did not stand: its very prompt with `told`, the corrections, at its end."""
    *before, last = step.messages
    heading = last.content.rpartition("\n")[2]
    ask = _prompt(step.language, "again", corrections=told, heading=heading).strip()
    messages = (*before, Message(last.role, f"{last.content}\n\n{ask}"))
    return msgspec.structs.replace(step, messages=messages)


def join(partial: str, more: str) -> str:
    """`partial` and what came after `continuation`, without what was said twice.

    A word that was cut is left to `more`; an answer that began all over stands alone."""
    begun = _whole_words(partial)
    if not begun:
        return more
    said, coming = _WORD.findall(begun), _WORD.findall(more)
    if len(coming) >= len(said) > 0 and coming[: min(len(said), _SURE_RESTART)] == said[:_SURE_RESTART]:
        return more
    longest = min(len(said), len(coming), _LONGEST_REPEAT)
    repeated = next((length for length in range(longest, 0, -1) if said[-length:] == coming[:length]), 0)
    if repeated:
        return begun + more[list(_WORD.finditer(more))[repeated - 1].end() :]
    new_line = "\n" in partial[len(begun) :] or more.lstrip(" ").startswith(("\n", "- ", "* ", "• "))
    return begun + ("\n" if new_line else " ") + more.lstrip()


class Frame(msgspec.Struct, frozen=True):
    """What all steps of a document begin with, and the language they are asked in."""

    language: str
    instructions: Message
    material: str
    most_facts: int

    def messages(self, task: str, facts: Sequence[str], draft: str, **values: str) -> tuple[Message, ...]:
        """The draft is given as plain lines; of the facts, those that it does not say word for word."""
        lines = lines_of(draft)
        more = [fact for fact in facts if not any(fact in line for line in lines)][: self.most_facts]
        block = _prompt(self.language, "facts", facts=_listed(more)) if more else ""
        text = _listed(lines) if task == "bullets" else "\n".join(lines)
        asked = _prompt(self.language, task, facts=block, draft=text, **values)
        return self.instructions, Message("user", f"{self.material}\n{asked.strip()}")

    def tokens(self, english: int) -> int:
        return round(english * _FRENCH_TOKENS) if self.language == "fr" else english


def frame_of(
    profile: Profile, offer: Offer, options: GenerationOptions, size: Size, tone: Tone = Tone.PLAIN
) -> tuple[Frame, tuple[LeftOut, ...]]:
    """What all steps of a document begin with, and what of profile and offer it has no room for; `tone` is a letter's."""
    language = "fr" if options.language == "fr" else "en"
    profile_text, left_of_profile = profile_digest(profile, size)
    offer_text, left_of_offer = offer_digest(offer, profile, size.offer)
    strength = _prompt(language, "polished" if options.strength == "polished" else "faithful").strip()
    if tone is not Tone.PLAIN:
        strength += " " + _prompt(language, f"tone_{tone}").strip()
    instructions = Message("system", _prompt(language, "instructions", strength=strength).strip())
    material = _prompt(language, "context", profile=profile_text, offer=offer_text)
    return Frame(language, instructions, material, size.facts), left_of_profile + left_of_offer


def _job_step(key: str, title: str, entry: Entry, body: str, profile: Profile, frame: Frame) -> Step:
    items = lines_of(body)
    facts = _facts_of_job(entry, items, profile)
    tokens = frame.tokens(_BULLET_TOKENS * len(items) + _SLACK_TOKENS)
    messages = frame.messages("bullets", facts, body, title=one_line(plain(entry.title)), count=str(len(items)))
    return Step(key, title, frame.language, messages, "bullets", tokens, facts, body, len(items))


def _prompt(language: str, name: str, **values: str) -> str:
    return _template(language, name).format_map(values)


@functools.cache
def _corrections(language: str) -> dict[str, str]:
    return msgspec.json.decode(resource(f"prompts/{language}/corrections.json").read_bytes(), type=dict[str, str])


@functools.cache
def _template(language: str, name: str) -> str:
    return resource(f"prompts/{language}/{name}.txt").read_text(encoding="utf-8")


def _whole_words(partial: str) -> str:
    """The text up to its last whole word: what follows the last space may be the half of one."""
    if partial.endswith((".", "!", "?", "…", ";", ":", ",")):
        return partial.strip()
    last_space = _LAST_SPACE.search(partial)
    return partial[: last_space.start()].strip() if last_space else ""


def _experience(draft: str) -> list[Entry]:
    sections = [section for section in parse(draft).sections if role_of(section.title) == "experience"]
    return [part for section in sections for part in section.content if isinstance(part, Entry)]


def _facts_of_job(entry: Entry, items: tuple[str, ...], profile: Profile) -> tuple[str, ...]:
    """The job's own lines, those of the draft first; where the profile has no such job, the draft's alone."""
    job = next((job for job in profile.work if _is_job(entry, job)), None)
    if job is None:
        return items[:MOST_FACTS]
    lines = [one_line(text) for text in (*job.highlights, job.summary) if text.strip()]
    shown = [line for line in items if line in lines]
    return tuple(dict.fromkeys([*shown, *lines]))[:MOST_FACTS] or items[:MOST_FACTS]


def _is_job(entry: Entry, job: Job) -> bool:
    names = (one_line(plain(entry.title)), one_line(plain(entry.organisation)))
    return names == (one_line(job.position), one_line(job.organisation))


def all_texts(profile: Profile) -> list[str]:
    """The lines of a profile that a text can stand on, the newest first."""
    texts = [profile.basics.label, *_SENTENCE.split(profile.basics.summary)]
    for job in newest_first(profile.work, job_dates):
        texts += [", ".join(part for part in (job.position, job.organisation) if part), *job.highlights, job.summary]
    for post in profile.volunteer:
        texts += [", ".join(part for part in (post.position, post.organisation) if part), *post.highlights]
    for project in profile.projects:
        texts += [project.name, project.description, *project.highlights]
    for study in profile.education:
        texts.append(", ".join(part for part in (study.degree, study.area, study.institution) if part))
    texts += [", ".join(skill.keywords) or skill.name for skill in profile.skills]
    texts += [credential.name for credential in (*profile.certificates, *profile.awards, *profile.publications)]
    return [one_line(text) for text in texts if text.strip()]


def facts_in(body: str, texts: Sequence[str]) -> tuple[str, ...]:
    """The texts that the body says for the most part, in their order."""
    said = set(_words(plain(body)))
    found = [text for text in texts if (words := _words(text)) and len(said & words) >= _SHARE_OF_FACT * len(words)]
    return tuple(dict.fromkeys(found))[:MOST_FACTS]


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if len(word) > 2 or not word.isalpha()}


def lines_of(body: str) -> tuple[str, ...]:
    """The items or lines of a part's body as plain words."""
    return tuple(plain(line.text) for line in map(read_line, split_lines(body)) if line.text)


def _listed(texts: Sequence[str]) -> str:
    return "\n".join(f"- {text}" for text in texts)
