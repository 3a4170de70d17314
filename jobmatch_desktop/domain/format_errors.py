"""What can go wrong between bytes and documents, besides what domain/profile_errors.py has for résumés and offers."""

from jobmatch_desktop.domain.errors import JobMatchError, UnreadableInput
from jobmatch_desktop.domain.profile_errors import EmptyFile


class TemplateFault(JobMatchError):
    """A template could not be compiled. `line` counts from 1 in `file`, a path within the templates' folder."""

    what = "The template “{template}” does not compile."
    why = "It stops at line {line} of {file}."
    remedy = "Mend that line, or choose another template."


class TemplateMissing(UnreadableInput):
    """There is no such template, or its template.toml cannot be read: `fault` says which."""

    what = "The template “{template}” cannot be used."
    why = "{fault}"
    remedy = "Choose another template."


class NotText(UnreadableInput):
    """A file that should be text is something else: a picture, a PDF, a program."""

    what = "The file is not text."
    why = "It holds {found}, not words."
    remedy = "Choose a Markdown or text file."


class EmptyText(EmptyFile):
    """There are no words in a Markdown or text file."""

    why = "It holds no words at all."
    remedy = "Choose a file that was saved whole."


class PhotoUnusable(UnreadableInput):
    """What was chosen as the person's photo is no picture that is taken: `fault` says why."""

    what = "The photo cannot be used."
    why = "{fault}"
    remedy = "Choose a JPEG or PNG picture, or leave the photo out."
