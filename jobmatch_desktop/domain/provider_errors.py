"""Faults of who writes. Each provider module turns its SDK's exceptions into these; none of an SDK's text is shown.

Values are short: a provider's name as people write it, an address without credentials, a model's name, numbers.
"""

from jobmatch_desktop.domain.errors import JobMatchError, UnreadableInput
from jobmatch_desktop.domain.task import Ending


class ProviderError(JobMatchError):
    """A provider failed. `ending` is how its stream ended; `passing` says that asking again may help (busy, not yet
    up); `retry_after` is how many seconds it asked to be left alone (None: it did not say)."""

    ending = Ending.ERROR
    passing = False
    retry_after: float | None = None


class Stalled(ProviderError):
    """Nothing came for longer than the phase allows."""

    ending = Ending.STALL
    what = "{provider} stopped answering: nothing came for {seconds} s while {phase}."
    why = "The machine may be asleep, out of memory, or the model too large for it."
    remedy = "What came is kept. Continue, start over, or choose a smaller model."


class NotInstalled(ProviderError):
    """Neither a server nor the program was found on this machine."""

    what = "{provider} is not installed on this computer."
    why = "Nothing answers at {address}, and no program of that name was found."
    remedy = "Install it, or let the composer write, which needs no model."


class NotRunning(ProviderError):
    """The connection was refused: the server is not up, or not yet."""

    passing = True
    what = "{provider} does not answer at {address}."
    why = "Nothing accepts connections there."
    remedy = "Start {provider}, or correct its address."


class NotStarted(ProviderError):
    """It was started from here, and is not up."""

    what = "{provider} was started and does not answer at {address}."
    why = "It may have ended at once: its place may be taken by another program, or its folder not readable."
    remedy = "Run `ollama serve` in a terminal: it says there what is wrong."


class HostUnknown(ProviderError):
    """The name of the host does not resolve."""

    what = "{provider} was not found at {address}."
    why = "No computer of that name is known on this network."
    remedy = "Check the address and the network connection."


class Unreachable(ProviderError):
    """No way to the host: no route, a firewall, a connection that takes too long."""

    passing = True
    what = "{provider} cannot be reached at {address}."
    why = "The network, a firewall or a proxy is in between."
    remedy = "Check the address and the network connection."


class NoAnswer(ProviderError):
    """A short question got no answer in time."""

    passing = True
    what = "{provider} at {address} gave no answer within {seconds} s."
    why = "It accepts connections but says nothing: it may be starting, busy, or stuck."
    remedy = "Try again in a moment, or restart it."


class ProxyUnreachable(ProviderError):
    """Nothing answers where the proxy is said to be."""

    passing = True
    what = "The proxy {proxy} cannot be reached, and {provider} is asked through it."
    why = "Nothing accepts connections there, or no computer of that name is known."
    remedy = "Start it, correct its address in the settings, or leave it out."


class ProxyRefused(ProviderError):
    """The proxy answers, and does not connect to the server."""

    passing = True
    what = "The proxy {proxy} does not connect to {provider} at {address}."
    why = "It may want a password, not allow that place, or not find it."
    remedy = "Ask who runs it, correct the address, or leave the proxy out."


class EnvironmentProxy(ProviderError):
    """The proxy that environment variables name is none that can be used."""

    what = "The proxy that this computer's environment names cannot be used."
    why = (
        "HTTP_PROXY, HTTPS_PROXY or ALL_PROXY holds something else than an http:// or https:// address, such as SOCKS."
    )
    remedy = "Correct that variable, or give the proxy in the settings."


class UntrustedServer(ProviderError):
    """The TLS handshake failed."""

    what = "The identity of {provider} at {address} could not be proved."
    why = "Its certificate is not trusted by this computer, or it does not speak TLS."
    remedy = "Give the certificate of its authority as a file, or check whether the address begins with http or https."


class NoModel(ProviderError):
    """The server is up and has nothing that writes."""

    what = "{provider} has no model yet."
    why = "A model is downloaded once, then it works offline."
    remedy = "`jobmatch-desktop pull NAME` downloads one."


class NothingOffered(ProviderError):
    """A server that models are not downloaded to from here has none that writes."""

    what = "{provider} offers no model that writes."
    remedy = "Load one there, then look again."


class NoModelList(ProviderError):
    """A server that chats, perhaps, and does not tell what it has."""

    what = "{provider} at {address} does not list its models."
    why = "Some servers do not, and a wrong path does not either."
    remedy = "Check the address, or type the name of a model."


class ModelMissing(ProviderError):
    """The server does not have this model, or has it no more."""

    what = "{provider} has no model named {model}."
    remedy = "`jobmatch-desktop pull {model}` downloads it; `jobmatch-desktop models` lists those that are there."


class ModelUnknown(ProviderError):
    """The library that models are downloaded from has none of this name."""

    what = "There is no model named {model} to download."
    remedy = "Check the spelling, the part after the colon included."


class NotForWriting(ProviderError):
    """The model cannot chat: it embeds, or makes pictures."""

    what = "{model} cannot write."
    why = "It is made for something else than text, such as search."
    remedy = "Choose another model."


class KeyRefused(ProviderError):
    """401: no key, or a wrong one."""

    what = "{provider} at {address} wants a key, or another key."
    why = "It answered that the sender is not known."
    remedy = "Check the key."


class AccessDenied(ProviderError):
    """403: the key is known and may not."""

    what = "{provider} at {address} denied access."
    why = "The server, or a proxy before it, does not allow this request."
    remedy = "Ask who runs it, or choose another model."


class Busy(ProviderError):
    """429, 503, 529: too much is asked of it now."""

    passing = True
    what = "{provider} is busy."
    why = "More requests wait there than it takes."
    remedy = "Try again in a moment."


class ServerFailed(ProviderError):
    """The server told of a fault of its own: a 5xx, or an error in the middle of a stream."""

    passing = True
    what = "{provider} failed while it worked on {model}."
    why = "The server reported a fault of its own."
    remedy = "What came is kept. Start over; if it happens again, restart {provider} or choose another model."


class NotEnoughMemory(ProviderError):
    """The model does not fit into the machine."""

    what = "There is not enough memory for {model}."
    why = "{provider} could not load it with the context this prompt needs."
    remedy = "Close other programs, or choose a smaller model."


class RequestRefused(ProviderError):
    """Another 4xx: the server does not take the request as it is."""

    what = "{provider} did not accept the request for {model} (status {status})."
    why = "The server may be too old for it, or the model is not made for it."
    remedy = "Update {provider}, or choose another model."


class UnexpectedAnswer(ProviderError):
    """What answers is not this kind of server, or no server at all: a web page, another program, a wrong path."""

    what = "What answers at {address} does not speak as {provider} does."
    why = "It may be another program, a login page, or a wrong path."
    remedy = "Check the address."


class Redirected(ProviderError):
    """The server sends elsewhere. It is not followed, so that texts and keys go nowhere that was not chosen."""

    what = "{provider} at {address} sends to another place: {target}."
    why = "It is not followed, so that your texts go only where you chose."
    remedy = "If you trust that place, give it as the address."


class ConnectionLost(ProviderError):
    """The connection ended before the first word."""

    passing = True
    what = "The connection to {provider} was lost before it wrote anything."
    why = "The server closed it or went down."
    remedy = "Start over; if it happens again, restart {provider}."


class CutOff(ProviderError):
    """The stream ended in the middle: a lost connection, an unreadable rest, no mark of an end."""

    ending = Ending.CUT
    what = "{provider} broke off in the middle of the answer."
    why = "The connection was lost, or the server stopped without saying that it was done."
    remedy = "What came is kept. Continue, or start over."


class ModelUnloaded(ProviderError):
    """The model was put out of memory instead of answering."""

    passing = True
    what = "{provider} unloaded {model} before it wrote anything."
    why = "Another program may have stopped it or needed the memory."
    remedy = "Start over."


class PromptTooLong(ProviderError):
    """The prompt and the answer do not fit into what the model can hold. Nothing was written."""

    what = "The prompt is too long for {model}."
    why = "With the answer it takes about {needed} tokens, {over} more than the {limit} that it can hold."
    remedy = "Shorten the offer or the profile, or choose a model with a larger context."


class PromptBeyondContext(PromptTooLong):
    """The server said so, and not by how much."""

    why = "{provider} answered that it is more than the model can hold."


class PromptCut(ProviderError):
    """Told beside an answer, never raised: see `Usage.prompt_cut`."""

    what = "{model} read only the end of what it was given ({read} tokens)."
    why = "The server cut the prompt to its own context."
    remedy = "Check this text with care, or choose a model with a larger context."


class CannotManage(ProviderError):
    """Models are downloaded and removed through Ollama alone."""

    what = "{provider} does not download or remove models through this program."
    remedy = "Use the server's own tools for that."


class NoKey(ProviderError):
    """A provider that always wants a key has none."""

    what = "There is no key for {provider}."
    remedy = "Give it in the settings, or with `jobmatch-desktop keys set {name}`."


class NoAddress(ProviderError):
    """A compatible server has no usual place."""

    what = "The address of the compatible server is not set."
    remedy = "Give it in the settings, or with --base-url: such as http://127.0.0.1:1234/v1."


class QuotaUsedUp(ProviderError):
    """429 or 402 that waiting does not end: no credit left."""

    what = "The account at {provider} has no credit left."
    why = "{provider} answered that the quota or the credit is used up."
    remedy = "Top it up there, or choose another model."


class ModelNotOffered(ProviderError):
    """A server that models are not downloaded to from here has none of this name."""

    what = "{provider} has no model named {model}."
    why = "It is misspelled, retired, or not open to this key."
    remedy = "Choose one of those in its list: `jobmatch-desktop models --provider {name}` prints it."


class PullFailed(ProviderError):
    """A download broke off."""

    passing = True
    what = "{model} could not be downloaded."
    why = "{provider} lost the connection to where models come from, or could not store it."
    remedy = "What came is kept. Check the network and the space on the disk, then pull again: it goes on from there."


class UnknownProvider(UnreadableInput):
    """A name that no provider of this version has."""

    what = "This version cannot write with {name}."
    remedy = "Choose composer, which needs no model, or one of these: {known}."


class UnusableAddress(UnreadableInput):
    """A server's address that cannot be one. `text` is never shown where it may hold credentials."""

    what = "The address of {provider} cannot be used: {text}."
    remedy = "Write it as host:port or http://host:port, an IPv6 address in brackets."


class SchemeMissing(UnusableAddress):
    """An address that does not say whether http or https is spoken there."""

    what = "The address of {provider} does not begin with http:// or https://: {text}."
    remedy = "Write it whole, such as http://127.0.0.1:1234/v1."


class CredentialsInAddress(UnreadableInput):
    """User name and password before the host: they would end in logs and settings."""

    what = "The address of {provider} holds a user name or a password."
    remedy = "Write it without them, and give the key in its own place."


class UnusableKey(UnreadableInput):
    """A key with characters that no HTTP header takes."""

    what = "The key for {provider} cannot be used: it holds spaces, line breaks or letters beyond ASCII."
    remedy = "Copy it again, the key alone."


class UnusableCertificates(UnreadableInput):
    """A file of certificate authorities that cannot be read."""

    what = "The certificate file {path} cannot be used."
    why = "It is missing, not readable, or holds no certificate in PEM form."
    remedy = "Choose another file."
