"""Faults of the system's keyring, and of where a key may go. Never a key, nor a keyring's own text."""

from jobmatch_desktop.domain.errors import JobMatchError, UnreadableInput


class KeyringTrouble(JobMatchError):
    """The keyring did not do what was asked."""


class NoKeyring(KeyringTrouble):
    """There is none, or only one that keeps keys in a plain file."""

    what = "This computer has no keyring that is running."
    why = "Keys are kept in the system's keyring alone, never in a file."
    remedy = "Start one, such as GNOME Keyring or KWallet, or give the key again in each session."


class KeyringLocked(KeyringTrouble):
    """It is locked, and its password was not given."""

    what = "The system's keyring is locked."
    why = "It was not unlocked when it asked for its password, or could not ask here."
    remedy = "Unlock it, then try again."


class KeyringSilent(KeyringTrouble):
    """No answer in time."""

    what = "The system's keyring gave no answer within {seconds} s."
    why = "It, or D-Bus in between, may be stuck, or its window waits for an answer."
    remedy = "Answer it, or log out and in again, then try again."


class KeyringFailed(KeyringTrouble):
    """A fault of its own."""

    what = "The system's keyring could not do what was asked of it."
    why = "It reported a fault of its own."
    remedy = "Look whether it opens in the system's settings, then try again."


class NoKeyKept(JobMatchError):
    """Nothing to delete."""

    what = "The keyring holds no key for {provider}."


class NoOwnerOfKeys(UnreadableInput):
    """A name that no provider with a key has."""

    what = "No provider named {name} takes a key."
    remedy = "Give one of these: {known}."


class NoKeyGiven(UnreadableInput):
    """Nothing was typed or came through stdin."""

    what = "No key for {provider} was given."
    remedy = "Type it when asked, or hand it to stdin."


class KeyWouldTravelOpenly(UnreadableInput):
    """http to another machine: everybody in between reads the key."""

    what = "The key for {provider} is not sent to {host}."
    why = "The address begins with http, so anybody on the way could read the key."
    remedy = "Use https, or mark {host} as your own in the settings."
