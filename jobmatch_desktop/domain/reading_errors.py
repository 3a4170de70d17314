"""What can be wrong with a CV's file, or happen to the process that reads it."""

from jobmatch_desktop.domain.errors import UnreadableInput


class PdfLocked(UnreadableInput):
    """A PDF that opens with a password only."""

    what = "The PDF is protected by a password."
    why = "Nothing of it can be read without that."
    remedy = "Save a copy without a password and choose that."


class FileDamaged(UnreadableInput):
    """A file whose bytes are not what they should be. `kind` names the format with its article."""

    what = "The file is damaged."
    why = "It begins as {kind} does, but cannot be read as one."
    remedy = "Save or download it again, or choose another file."


class NoWordsInPdf(UnreadableInput):
    """A PDF of pictures alone, such as a scan."""

    what = "The PDF holds no text."
    why = "Its pages are pictures, as a scan makes them, and nothing is guessed from pictures."
    remedy = "Choose the file that the CV was written in, or a PDF made by that program."


class TooManyPages(UnreadableInput):
    """A document far longer than a CV."""

    what = "The PDF has {pages} pages."
    why = "A CV with more than {most} is not read."
    remedy = "Choose the CV alone, or save its pages as a file of their own."


class FormOfAnotherProgram(UnreadableInput):
    """A PDF whose pages are made by Acrobat when it opens them (XFA)."""

    what = "The PDF is a form that only Adobe Acrobat can show."
    why = "Its pages are not in the file."
    remedy = "Print it to a PDF from Acrobat and choose that."


class PdfOfFiles(UnreadableInput):
    """A portfolio: a PDF that only holds other files."""

    what = "The PDF is a folder of other files."
    why = "Its own page holds no CV; it holds {files}."
    remedy = "Save the CV out of it and choose that."


class FileTooLarge(UnreadableInput):
    """More bytes than a CV can have, packed or unpacked."""

    what = "The file is too large."
    why = "It holds more than {megabytes} MB{unpacked}, which no CV needs."
    remedy = "Choose another file."


class OldWordFile(UnreadableInput):
    """A `.doc`, or a Word document with a password: both are the same container."""

    what = "The file is an old Word document, or protected by a password."
    why = "Neither can be read here."
    remedy = "Save it from Word as .docx without a password and choose that."


class NotCv(UnreadableInput):
    """A packed file that is neither a Word document nor a LinkedIn export."""

    what = "The file is packed, but neither a Word document nor a LinkedIn export."
    remedy = "Unpack it and choose the CV in it."


class NothingRead(UnreadableInput):
    """A document without words."""

    what = "The document holds no text."
    remedy = "Choose a file that was saved whole."


class ReaderStopped(UnreadableInput):
    """The process that read the file ended by itself."""

    what = "The file could not be read."
    why = "It made the reader stop."
    remedy = "Save it again from the program it came from, or choose another file."


class ReaderTooSlow(UnreadableInput):
    """The process that read the file was ended after `seconds`."""

    what = "The file could not be read."
    why = "Reading it was not done after {seconds} s and was stopped."
    remedy = "Save it again from the program it came from, or choose another file."


class ReaderTooMuch(UnreadableInput):
    """Reading the file took more memory than it may."""

    what = "The file could not be read."
    why = "Reading it took more than {megabytes} MB of memory and was stopped."
    remedy = "Save it again from the program it came from, or choose another file."
