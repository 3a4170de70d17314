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
    why = "{reason}."
    remedy = "Give one that begins with https:// or http://, or paste the text of the offer."


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
    why = "{host} {reason}."
    remedy = "Open it in your browser, and paste the text of the offer."


class PageRefused(FetchFailed):
    """The server answers with another fault."""

    what = "The page could not be had."
    why = "{host} answers {status}."
    remedy = "Try again later, or paste the text of the offer."


class PageUnreachable(FetchFailed):
    """No connection, or one that broke."""

    what = "The page could not be reached."
    why = "{host}: {reason}."
    remedy = "Check the address and your connection, or paste the text of the offer."


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
    """A page leads on to where a program must not go by itself. `target` is the other server's name."""

    what = "The page leads elsewhere."
    why = "{host} leads to {target}, {reason}."
    remedy = "Give that address itself if you mean it, or paste the text of the offer."
