"""Settings that a person gives and that cannot be used. Each is one line that says what to write instead."""

from jobmatch_desktop.domain.errors import UnreadableInput


class UnusableHeader(UnreadableInput):
    """A name or a value that HTTP does not take."""

    what = "The header {name} cannot be used."
    why = "Names hold letters, digits and hyphens; values are plain ASCII on one line."
    remedy = "Correct it, or leave it out."


class KeyInHeader(UnreadableInput):
    """A header that carries a key: it would stand in the settings file."""

    what = "The header {name} is for keys, and headers are written to a file."
    remedy = "Give the key in its own place: it goes to the system's keyring."


class HeaderOfTheProgram(UnreadableInput):
    """A header that the connection needs as it is."""

    what = "The header {name} is written by the program itself."
    remedy = "Leave it out."


class UnusableProxy(UnreadableInput):
    """No address of a proxy."""

    what = "The address of the proxy cannot be used."
    remedy = "Write it as http://host:port."


class CredentialsInProxy(UnreadableInput):
    """User name and password would stand in the settings file."""

    what = "The address of the proxy holds a user name or a password."
    why = "It is written to a file."
    remedy = "Write it without them, or leave it empty and give it whole in the environment variable HTTPS_PROXY."


class UnusableWidth(UnreadableInput):
    """Too many at a time, or none."""

    what = "{width} texts at a time cannot be."
    remedy = "Choose 1 to {most}."


class UnusableHost(UnreadableInput):
    """No name of a computer."""

    what = "{text} is no computer's name or address."
    remedy = "Write it as in the address of the server, such as 192.168.1.20 or server.home."


class ContextTooLarge(UnreadableInput):
    """More than the model was made for."""

    what = "{model} holds {limit} tokens at most, not {asked}."
    remedy = "Choose {limit} or fewer, or none, for what a text needs."


class ContextTooSmall(UnreadableInput):
    """No prompt fits into it."""

    what = "A context of {asked} tokens is too small for a text."
    remedy = "Choose {least} or more, or none, for what a text needs."


class UnusableTemperature(UnreadableInput):
    """Beyond what any provider takes."""

    what = "A temperature of {asked} cannot be."
    remedy = "Choose 0 to 2, or none, for the usual one."


class UnusableWord(UnreadableInput):
    """Too short to be looked for: it would be found inside every other word."""

    what = "“{word}” cannot be hidden: it is too short, too long, or more than one line."
    remedy = "Give 2 to {most} characters."


class NotANumber(UnreadableInput):
    """Words where a number belongs."""

    what = "“{text}” is not a number."
    remedy = "Write a number, or leave it empty for the usual one."
