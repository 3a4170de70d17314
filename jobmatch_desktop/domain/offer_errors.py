"""What can be wrong with an offer's file or its page elsewhere."""

from jobmatch_desktop.domain.errors import JobMatchError, UnreadableInput


class OfferTooLarge(UnreadableInput):
    """More bytes than an offer can have."""

    what = "The offer is too large."
    why = "It holds more than {megabytes} MB."
    remedy = "Paste the text of the offer."


class NotOffer(UnreadableInput):
    """A file of a kind that holds no offer. `found` says what it is."""

    what = "The file is no offer that can be read."
    why = "It holds {found}."
    remedy = "Choose a page (HTML), a PDF, a Word document or a text, or paste the text of the offer."


class PageWithoutText(UnreadableInput):
    """A page whose text is made by scripts, which are not run."""

    what = "The page shows its text only by running scripts."
    why = "Scripts of pages are not run here."
    remedy = "Open it in a browser, and paste the text of the offer."


class AddressUnusable(UnreadableInput):
    """What was given is no address of a page."""

    what = "This is no address of a page."
    why = "It cannot be read as one."
    remedy = "Give one that begins with https:// or http://, or paste the text of the offer."


class AddressOfNoPage(AddressUnusable):
    """Another scheme than those of pages."""

    why = "Pages are fetched by http and https alone."


class AddressWithName(AddressUnusable):
    """A name or a password stands in it."""

    why = "It holds a name or a password, which are not sent."


class FetchFailed(JobMatchError):
    """A page that the person named could not be had. `host` is the server's name."""

    remedy = "Paste the text of the offer instead."


class PageGone(FetchFailed):
    """The server does not have the page (404, 410)."""

    what = "The page is not there."
    why = "{host} answers {status}: the offer was taken down, or the link is not whole."


class PageNeedsLogIn(FetchFailed):
    """The server, or the page, wants somebody to log in, or to be a person with a browser."""

    what = "The page opens only for people who are logged in."
    why = "{host} answers {status}."
    remedy = "Open it in your browser, and paste the text of the offer."


class LogInPage(PageNeedsLogIn):
    """What comes is a form for logging in, or leads to one."""

    why = "{host} shows a form for logging in instead."


class PageRefused(FetchFailed):
    """The server answers with another fault."""

    what = "The page could not be had."
    why = "{host} answers {status}."
    remedy = "Try again later, or paste the text of the offer."


class PageUnreachable(FetchFailed):
    """No connection, or one that broke."""

    what = "The page could not be reached."
    why = "The connection to {host} was refused or broke."
    remedy = "Check the address and your connection, or paste the text of the offer."


class NoSuchServer(PageUnreachable):
    """The name is none of a server, or nobody can be asked for it."""

    why = "There is no server called {host}, or there is no connection."


class ServerNotTrusted(PageUnreachable):
    """The certificate or the encryption."""

    why = "The certificate or the encryption of {host} is not to be trusted."


class NotServerOfPages(PageUnreachable):
    """What answers is no HTTP, or packed so that it cannot be unpacked."""

    why = "{host} does not answer as a server of pages does."


class PageTooSlow(FetchFailed):
    """The whole took longer than it may."""

    what = "The page could not be had."
    why = "{host} had not sent it after {seconds} s."
    remedy = "Try again later, or paste the text of the offer."


class PageTooLarge(FetchFailed):
    """More than a page with an offer has."""

    what = "The page is too large."
    why = "{host} sends more than {megabytes} MB."


class RedirectRefused(FetchFailed):
    """A page leads on to where a program must not go by itself. `target` is the other server's name, or what stands for it."""

    what = "The page leads elsewhere."
    why = "{host} leads to {target}, which is no page."
    remedy = "Give that address itself if you mean it, or paste the text of the offer."


class RedirectIntoPrivate(RedirectRefused):
    """Into a private network, or to this machine."""

    why = "{host} leads to {target}, which is on this machine or in a private network."


class RedirectsWithoutEnd(RedirectRefused):
    """More than five, one after another."""

    why = "{host} leads to {target}, and so on, more than five times."
