"""Title, company, place, deadline, contract, salary and language of a job offer. A field stays empty rather than be guessed."""

import functools
import itertools
import re
from collections.abc import Iterable

import msgspec

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile_errors import EmptyOffer
from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.evidence.offer_reading_terms import contract_in, salary_in
from jobmatch_desktop.resources import resource

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\u00a0\u2007\u202f]+")
# A head is short and comes first; what is said of the company may come later.
_LINES_OF_HEAD = 25
_CHARACTERS_OF_PROSE = 6_000
_LONGEST_TITLE = 100
_MOST_WORDS_IN_TITLE = 12

_GENDERS = r"[(\[]?\s*\b[fhmwdx]\s*/\s*[fhmwdx](?:\s*/\s*[fhmwdx])?\b\s*[)\]]?"
_NAME = r"[A-Z0-9À-Þ][\w&.’'+-]*(?:\s(?:(?:&|of|and|de|du|des|d[’']|et|for)\s?)?[A-Z0-9À-Þ][\w&’'+-]*){0,4}"

_TITLE_LABEL = re.compile(
    r"(?:job title|title|position|role|job|poste|intitul[ée](?: du poste)?|fonction|offre)\s*:\s*(.{3,100})$", re.I
)
_COMPANY_LABEL = re.compile(
    r"(?:company|company name|employer|organi[sz]ation|entreprise|soci[ée]t[ée]|employeur)\s*:\s*(.{2,80})$", re.I
)
_PLACE_LABEL = re.compile(
    r"(?:location|place|place of work|work location|job location|where|office|lieu|lieu de travail|lieu du poste"
    r"|localisation|ville)\s*:\s*(.{2,80})$",
    re.I,
)
_DEADLINE = re.compile(
    r"(?:apply (?:by|before|until)|(?:submitted|received|sent in) (?:by|before|no later than)"
    r"|closing date(?: for applications)?|(?:application )?deadline(?: for applications)?"
    r"|applications? (?:close|are due|must be received|due)s?(?: by| on| before)?|closes(?: on)?"
    r"|date limite(?: de candidature| de dépôt[^:\n]{0,30})?|candidatures? (?:jusqu[’']au|avant le)"
    r"|(?:postulez|à envoyer|candidater?) (?:avant|jusqu[’']au)(?: le)?|clôture(?: des candidatures)?"
    r"|(?:apply|(?:e-?)?mail|send|postul\w+|envoy\w+)\b(?:[^.\n]|\.(?=\S)){0,80}?\b(?:before|by|until|avant(?: le)?|jusqu[’']au))"
    r"\s*(?:is|est|le|:|on|by|-|–)?\s*(?:le\s+)?"
    r"((?:\w+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th|er)?[\s.](?:of\s)?[^\W\d_]{3,9}\.?(?:,?\s\d{4})?"
    r"|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}))",
    re.I,
)
_SOUGHT = re.compile(
    r"\b(?:looking for|seeking|seeks|hiring|searching for|in search of|recruiting|we need|opening for|join us as)[!:]?\s+"
    r"(?:(?:a|an|our(?: next| first)?|one|the)\s+)?"
    r"(?:(?:talented|experienced|motivated|passionate|skilled|new|full-time"
    r"|part-time|highly|self-driven|dynamic|dedicated|driven|great|exceptional)(?:,?\s+(?:and\s+)?))*"
    r"([A-Z][\w/&+#.’'-]*(?:[ -](?:[A-Z(][\w/&+#.’')-]*|of|and|for|&|/)){0,7})"
)
_SOUGHT_FR = re.compile(
    r"\b(?:recherch\w+|recrut\w+|cherchons|embauch\w+|rejoignez-nous en tant que|en tant que)\s+"
    r"(?:activement\s+|actuellement\s+)?"
    r"(?:un\(e\)|un·e|une?|son|sa|notre|nos|des|deux)\s+(?:futur\(?e?\)?\s+|nouve\w+\s+)?"
    r"([^\W\d_][\w/’'+#.()·-]*(?:\s+(?!(?:pour|afin|qui|dont|dans|en|au|aux|à|avec|chez|sur|basé\w*|capable|motivé\w*"
    r"|passionné\w*|expérimenté\w*|disponible|ayant|possédant|et|ou)\b)[\w/’'+#()·-]+){0,6})",
    re.I,
)
_AT_COMPANY = re.compile(rf"^(.{{3,80}}?)\s+(?:at|@|chez)\s+({_NAME})$")
_ABOUT = re.compile(rf"^(?:about|who is|why|life at|à propos (?:de |d[’'])|qui est)\s*({_NAME})\s*\??:?$", re.I)
_SAID = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        rf"(?:^|[.!?]\s)(?:At|Chez|Here at)\s+({_NAME}),",
        rf"(?:^|[.!?]\s)(?:The\s+)?({_NAME})\s+(?:is|are)\s+(?:currently\s+|now\s+|actively\s+)?"
        r"(?:looking for|hiring|seeking|recruiting)\b",
        rf"(?:^|[.!?]\s)(?:The\s+)?({_NAME})(?:,\s[^,.!?\n]{{3,80}},)?\s+(?:seeks|recherche|recrute|recherchons|invites applications)\b",
        rf"\b(?:[Jj]oin|[Rr]ejoignez|[Rr]ejoindre)\s+({_NAME})(?=[\s,.!:]|$)(?!\s+(?:team|as|in)\b)",
        rf"(?:^|[.!?]\s)(?:Le groupe\s|La société\s|L[’']entreprise\s|Le cabinet\s)?({_NAME})(?:\s\([^()]{{1,80}}\))?,?"
        r"\s+(?:is\s+(?:a|an|the|one of)|est\s+(?:une?|le|la|l[’']))\b",
    )
)
_BASED = re.compile(
    r"\b(?:(?:is|are|be|role|job|position|office|team|located|poste)\s+(?:based|located)\s+in"
    r"|office in|based in|located in"
    r"|basée?s?\s+à|situé(?:e|s|es)?\s+à|poste à|recrut\w+ à|lieu de travail\s*:\s*"
    r"|(?:équipe|bureaux|team|office)\s+(?:à|in)\s|(?:agence|site|magasin|bureaux?|usine|établissement|boutique)\s+(?:de\s|d[’']|à\s))\s*"
    r"([A-ZÀ-Þ][\w’'-]+(?:[\s-][A-ZÀ-Þ][\w’'-]+){0,2}(?:,\s[A-Z][\w]+)?(?:\s\(\d{2,5}\))?)"
)
_INSTITUTION = re.compile(
    r"\b(?:universit\w+|department|faculty|institut\w*|college|school|hospital|h[ôo]pital|clinique|clinic|centre|center|agency|ministry"
    r"|minist[èe]re|council|bank|foundation|école|laboratoire|laboratory)\b",
    re.I,
)
_IN_CITY = re.compile(r"\bin ([A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}, [A-Z]{2})\b")
_WAY_OF_WORK = re.compile(r"^(?:fully )?(?:remote|hybrid|on-?site|télétravail|à distance)\b[^.!?]{0,50}$", re.I)
_CITY = re.compile(
    r"^(?:[A-ZÀ-Þ][\w’'.-]+(?:[ -][\w’'.-]+){0,3},\s*[A-ZÀ-Þ][\w .’'-]{1,30}(?:,\s*[A-ZÀ-Þ][\w .’'-]{1,30})?"
    r"(?:\s*\([^)]{2,30}\))?"
    r"|\d{4,5}\s+[A-ZÀ-Þ][\w’' -]{2,40}|\d{2,3} - [A-ZÀ-Þ][\w’'. -]{2,40}"
    r"|[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ\d][\w’'-]*){0,3}\s*"
    r"(?:\(\d{2,5}\)|\((?:Remote|Hybrid|On-?site|Télétravail|Hybride)\)))$"
)
_LEGAL = re.compile(
    r"\b(?:inc|ltd|llc|llp|plc|gmbh|ag|sas|sarl|sa|corp|corporation|bv|b\.v|oy|ab|kg|co)\b\.?$|\b(?:group|groupe)\b",
    re.I,
)
_CONTRACT = re.compile(
    r"^(?:alternance|stage|cdi|cdd|intérim|apprentissage|freelance|offre d[’']emploi|offre de stage|job offer"
    r"|job posting"
    r"|vacancy|now hiring|hiring|we are hiring|urgent|new|contrat d[’']apprentissage|recrutement)\s*[-–—:|!]+\s*",
    re.I,
)
_ASIDE = re.compile(
    rf"\s*(?:{_GENDERS}"
    r"|[(\[](?:remote|hybrid|on-?site|full[ -]?time|part[ -]?time|all genders|cdi|cdd|permanent)[^)\]]*[)\]])\s*$",
    re.I,
)
_GERMAN_GENDERS = re.compile(r"\s*[(\[]\s*[mwfdx]\s*/\s*[mwfdx]\s*/\s*[mwfdx]\s*[)\]]", re.I)
_SPAN = re.compile(r"\d{1,2}\s*(?:mois|months?|ans?|years?|semaines|weeks|h\b|heures|hours)", re.I)
_LAST_PART = re.compile(r"\s[-–—]\s([^-–—]+)$")
_OF_EMPLOYER = (
    r"(?:\b(?:[Aa]t|[Cc]hez|[Jj]oin(?:ing)?|[Rr]ejoign\w+|[Rr]ejoindre|[Aa]bout|[Ww]ork(?:ing)? (?:for|with))\s{name}(?!\w)"
    r"|(?<!\w){name}(?:[’']s)?\s(?:seeks|recrute|recherche|builds|makes|develops|provides|offers|employs|propose|développe|conçoit"
    r"|(?:is|are)\s(?:looking|hiring|seeking|recruiting)))"
)
"""How a text speaks of an employer, and of no town."""
_LONGEST_PLACE = 40
_PARTS = re.compile(r"\s+[|·•]\s+|\s*\|\s*")
_SMALL_WORDS = frozenset(
    ["of", "and", "for", "the", "in", "at", "to", "de", "du", "des", "et", "la", "le", "les", "en", "à", "au", "aux"]
)


def read_offer(text: str) -> Offer:
    """What a pasted offer says of itself; `text` is kept, without control characters. Pure, any thread.

    `language` is a code of evidence/language, `en` where the text does not tell. Raises `EmptyOffer` where there are no
    words.
    """
    cleaned = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not any(character.isalnum() for character in cleaned):
        raise EmptyOffer
    prose = cleaned[:_CHARACTERS_OF_PROSE]
    head = [line for raw in prose.splitlines() if (line := _SPACES.sub(" ", raw).strip())][:_LINES_OF_HEAD]
    flowing = _SPACES.sub(" ", re.sub(r"(?<=[\w,;])\n(?=[a-zà-ÿ])", " ", prose))
    title, company, place = _from_head(head, flowing)
    title = title or _sought(flowing)
    company = company or _said_company(head, flowing)
    if not place and (based := _BASED.search(flowing) or _IN_CITY.search(flowing)):
        place = based[1]
    deadline = _DEADLINE.search(cleaned)
    return Offer(
        text=cleaned.strip(),
        title=title,
        company=company,
        place=place,
        deadline=_SPACES.sub(" ", deadline[1]).strip(" .,") if deadline else "",
        language=language_of(cleaned) or "en",
        contract=contract_in(cleaned),
        salary=salary_in(cleaned),
    )


def begins_offer(lines: list[str], ruled: bool) -> bool:
    """Whether lines are the head of an offer: a title, and an employer, a place or a label beside or under it; after a rule (`ruled`)
    the title is enough."""
    if not lines:
        return False
    if labelled := bool(_TITLE_LABEL.match(lines[0])):
        return labelled
    if not _is_title(*lines[:2]):
        return False
    title, rest = _split_title(lines[0])
    if not title:
        return False
    if ruled:
        return True
    company, place = _company_and_place(rest, lines[1:3], "", "")
    return bool(company or place) or any(
        label.match(line) or _is_place(line) for line in lines[1:3] for label in (_COMPANY_LABEL, _PLACE_LABEL)
    )


def _from_head(head: list[str], flowing: str) -> tuple[str, str, str]:
    """Title, company and place as the first lines give them: labelled, or by where they stand. `flowing` is the whole text."""
    title = _labelled(_TITLE_LABEL, head, must_be_job=True)
    company = _labelled(_COMPANY_LABEL, head)
    place = _labelled(_PLACE_LABEL, head)
    lines = [line for line in head if not _is_noise(line)]
    at = next((number for number in range(len(lines[:12])) if _is_title(*lines[number : number + 2])), None)
    if at is not None and not title:
        title, rest = _split_title(lines[at])
        nearby = [line.lstrip("-*•– ") for line in lines[at + 1 : at + 4] + lines[max(0, at - 2) : at]]
        company, place = _company_and_place(rest, nearby, company, place)
        for line in nearby:
            if (
                company in ("", line.partition(",")[0])
                and place in ("", line)
                and (both := _employer_in_place(line, flowing))
            ):
                company, place = both
                break
        # A university or a hospital stands alone in the line under its title.
        below = lines[at + 1 : at + 2]
        if not company and below and _INSTITUTION.search(below[0]) and _is_name(below[0]) and below[0] != place:
            company = below[0]
    if not place:
        place = _place_in(head[:12])
    return title, company, place


def _employer_in_place(line: str, flowing: str) -> tuple[str, str] | None:
    """ "Fen & Co, Ely": an employer and where it is. What stands before the comma is one where it is written as employers are, or the
    text speaks of it as of one."""
    before, comma, after = (part.strip() for part in line.partition(","))
    if not comma or not after[:1].isupper() or len(after) > _LONGEST_PLACE or line.endswith((".", ":", "!", "?")):
        return None
    if not _is_name(before) or _names_job(before) or _names_job(after):
        return None
    named = _LEGAL.search(before) or " & " in before or _INSTITUTION.search(before)
    spoken = _OF_EMPLOYER.format(name=re.escape(before))
    return (before, after) if named or re.search(spoken, flowing) else None


def _place_in(head: list[str]) -> str:
    """The first line that is a place; the line before a way of working is one, "Paris" before "Hybrid"."""
    for before, line in itertools.pairwise(["", *head]):
        if _is_place(line) and not _names_job(line):
            named = re.fullmatch(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}", before)
            alone = named and not (_is_noise(before) or _names_job(before))
            return before if _WAY_OF_WORK.match(line) and alone else line
    return ""


def _split_title(line: str) -> tuple[str, list[str]]:
    """The title in a line of the head, and what else stands in that line."""
    first, *rest = [part.strip() for part in _PARTS.split(line) if part.strip()]
    if not _names_job(first) and (better := next((part for part in rest if _names_job(part)), None)):
        rest.remove(better)
        first, rest = better, [first, *rest]
    if at := _AT_COMPANY.match(first):
        first, rest = at[1], [at[2], *rest]
    dashed = re.split(r"\s[-–—]\s", first)
    if len(dashed) > 1 and _LEGAL.search(dashed[-1]) and not _names_job(dashed[-1]):
        first, rest = first[: first.rindex(dashed[-1])].rstrip(" -–—"), [dashed[-1], *rest]
    while (dash := _LAST_PART.search(first)) and _names_job(first[: dash.start()]):
        if not (_is_place(dash[1]) or _CONTRACT.match(f"{dash[1]} - ") or _SPAN.match(dash[1])):
            break
        first, rest = first[: dash.start()], [*rest, dash[1]]
    return _tidy_title(first), rest


def _company_and_place(rest: list[str], nearby: list[str], company: str, place: str) -> tuple[str, str]:
    for parts in [rest, *([part.strip() for part in _PARTS.split(line) if part.strip()] for line in nearby)]:
        if parts is not rest and len(parts) < 2:
            continue
        for part in parts[:3]:
            if _is_noise(part) or _names_job(part) or len(part) > 60 or part.endswith((".", ":")):
                continue
            if _is_place(part):
                place = place or part
            elif not company and _is_name(part):
                company = part
            elif not place and company and part != company and part[:1].isupper() and not re.search(r"\d", part):
                place = part
        if company:
            return company, place
    # Title, company and place on a line each: the place tells that the line before it is the company.
    for before, after in itertools.pairwise(nearby):
        placed = (_is_place(after) and not _WAY_OF_WORK.match(after)) or _PLACE_LABEL.match(after)
        if not company and placed and _is_name(before) and not _names_job(before) and not _is_place(before):
            return before, place or (after if _is_place(after) else "")
    return company, place


def _said_company(head: list[str], flowing: str) -> str:
    for line in head:
        if (about := _ABOUT.match(line)) and _is_name(about[1]):
            return about[1]
    for pattern in _SAID:
        for said in pattern.finditer(flowing):
            name = said[1].strip(" .,")
            if _is_name(name) and not _names_job(name):
                return name
    return ""


def _sought(flowing: str) -> str:
    for pattern in (_SOUGHT, _SOUGHT_FR):
        for found in pattern.finditer(flowing):
            title = re.split(r"(?<=\w)[.;!?](?:\s|$)", found[1])[0]
            title = re.sub(r"\s(?:of|and|for|&|/)$", "", title.strip(" ,.;:"))
            if _names_job(title) and len(title) <= _LONGEST_TITLE:
                return _tidy_title(title)
    return ""


def _labelled(label: re.Pattern[str], lines: Iterable[str], must_be_job: bool = False) -> str:
    for line in lines:
        if (found := label.match(line)) and not (must_be_job and not _names_job(found[1])):
            return _tidy_title(found[1]) if must_be_job else found[1].strip(" .;")
    return ""


def _tidy_title(title: str) -> str:
    title = _GERMAN_GENDERS.sub("", _CONTRACT.sub("", title.strip(" #*-–—:|")))
    aside = _ASIDE.search(title)
    if aside and not re.search(r"\b[fh]\s*/\s*[fh]\b", aside[0], re.I):
        title = title[: aside.start()]
    title = re.sub(r"\s[-–—|,]\s(?:cdi|cdd|intérim|alternance|stage|full[ -]time|part[ -]time)$", "", title, flags=re.I)
    title = title.strip(" ,.;:-–—")
    letters = [sign for sign in title if sign.isalpha()]
    if len(letters) > 6 and all(sign.isupper() for sign in letters):
        title = " ".join(_lower(word, first=not number) for number, word in enumerate(title.split()))
    return title


def _lower(word: str, first: bool) -> str:
    """A word of a head in capitals, as a title is written; short words are taken for abbreviations."""
    if word.casefold() in _SMALL_WORDS and not first:
        return word.casefold()
    return word if len(word.strip("(),")) <= 3 and word.casefold() != "web" else word[0] + word[1:].casefold()


def _is_title(line: str, following: str = "") -> bool:
    # Lines of a wrapped paragraph begin small, or are followed by one that does.
    if line[:1].islower() or (following[:1].islower() and len(line.split()) > 6):
        return False
    first = re.split(r"\s[-–—|]\s", line)[0]
    if line.startswith(("-", "*", "•", "–")) or len(line) > _LONGEST_TITLE or len(first.split()) > _MOST_WORDS_IN_TITLE:
        return False
    if line.endswith((".", ":", ";", ",", "?")) or re.search(r"[.!?]\s+[A-Z]", line):
        return False
    if re.match(r"(?:we|our|you|your|join|about|at|nous|notre|vous|votre|rejoignez|chez|au|dans|à)\b", line, re.I):
        return False
    if re.search(r"\b(?:is|are|we|you|will|recherche|recrute|recherchons|sommes|est|looking|hiring for)\b", line, re.I):
        return False
    return _names_job(line)


def _names_job(text: str) -> bool:
    if re.search(r"\b[fh]\s*/\s*[fh]\b|\b[mwfdx]\s*/\s*[mwfdx]\s*/\s*[mwfdx]\b", text, re.I):
        return True
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.sub(r"[(·.]\w{1,4}\)?", "", text).casefold())
    known = _words().job_nouns
    return any(word in known or word.rstrip("s") in known for word in words)


def _is_noise(line: str) -> bool:
    plain = line.strip(" .!:*#•-–—|").casefold().replace("’", "'")
    return plain in _words().noise or bool(
        re.match(
            r"(?:posted|reposted|published|publiée?|il y a|over \d+|be among"
            r"|\d+ (?:applicants|days|hours|weeks|candidats|jours)"
            r"|see who|actively|https?:|www\.|ref(?:erence)?\b|réf|id\b|job id|views?\b|salary|salaire|share\b)",
            plain,
        )
    )


def _is_place(text: str) -> bool:
    return bool(_WAY_OF_WORK.match(text) or (_CITY.match(text) and not _INSTITUTION.search(text)))


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= 6
        and text[0].isalnum()
        and not text[0].islower()
        and words[0].casefold().strip(",.:") not in _words().not_companies
        and not text.endswith((":", "?", "!"))
        and not _is_noise(text)
    )


class _OfferWords(msgspec.Struct, frozen=True):
    job_nouns: frozenset[str]
    noise: frozenset[str]
    not_companies: frozenset[str]


@functools.cache
def _words() -> _OfferWords:
    return msgspec.json.decode(resource("lexicon/offer_words.json").read_bytes(), type=_OfferWords)
