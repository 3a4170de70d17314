"""The contact lines under a name: every way to reach the person, as they spell it."""

from jobmatch_desktop.domain.inline_markdown import escape, link
from jobmatch_desktop.domain.profile import Basics, Link
from jobmatch_desktop.writing.sentences import clean

_POSTAL_CODE_FIRST = frozenset(
    {
        "FR", "DE", "ES", "IT", "BE", "CH", "NL", "AT", "PT", "PL", "CZ", "SK", "DK", "SE", "NO", "FI", "LU", "GR",
        "HU", "RO", "BG", "HR", "SI", "EE", "LV", "LT", "MC", "MA", "TN", "DZ", "SN", "CI", "TR",
    }
)  # fmt: skip
_ONE_LINE = 100


def contact_lines(basics: Basics, with_label: bool) -> tuple[str, ...]:
    """One line, or two where it would be too long: what the person is and where they live, then how to reach them."""
    who = [escape(clean(basics.label))] if with_label and basics.label else []
    where = [escape(line)] if (line := address_line(basics)) else []
    email, phone = clean(basics.email), clean(basics.phone)
    reach = [link(email, f"mailto:{email}")] if email else []
    if phone:
        reach.append(escape(phone))
    pages = [link(bare_address(basics.url), basics.url)] if basics.url else []
    pages += [line for one in basics.links if (line := _link(one))]
    visible = len(" · ".join((clean(basics.label) if with_label else "", address_line(basics), email, phone)))
    rows = [[*who, *where, *reach], pages] if visible <= _ONE_LINE else [[*who, *where], [*reach, *pages]]
    if with_label and len(who) and visible > _ONE_LINE and not (reach or pages):
        rows = [who, where]
    return tuple(" · ".join(row) for row in rows if row)


def address_line(basics: Basics) -> str:
    """`920 Lavaca Street, Austin, Texas 78701, US`; in most of Europe the postal code goes before the city."""
    street = ", ".join(clean(line) for line in basics.address.split("\n") if line.strip())
    code, city = clean(basics.postal_code), clean(basics.city)
    region = "" if clean(basics.region) == city else clean(basics.region)
    country = clean(basics.country)
    if country.upper() in _POSTAL_CODE_FIRST:
        parts = [street, f"{code} {city}".strip(), region, country]
    else:
        last = region or city
        between = " " if code[:1].isdigit() or not region else ", "
        ended = f"{last}{between}{code}" if last and code else last or code
        parts = [street, city if region else "", ended, country]
    return ", ".join(part for part in parts if part)


def bare_address(url: str) -> str:
    """An address as it is read: without `https://` and `www.`."""
    return clean(url).split("://", 1)[-1].removeprefix("www.").rstrip("/")


def _link(one: Link) -> str:
    network, username, url = clean(one.network), clean(one.username), clean(one.url)
    words = f"{network}: {username}" if network and username else network or username or bare_address(url)
    return link(words, url) if words else ""
