"""What can go wrong between bytes and documents, besides what domain/profile_errors.py has for résumés and offers."""

from jobmatch_desktop.domain.errors import JobMatchError, UnreadableInput
from jobmatch_desktop.domain.profile_errors import EmptyFile


class TemplateFault(JobMatchError):
    """A template could not be compiled. `line` counts from 1 in `file`, a path within the templates' folder; `said` are Typst's words
    for what is wrong there, in English."""

    what = "The template “{template}” does not compile."
    why = "It stops at line {line} of {file}: {said}."
    remedy = "Mend that line, or choose another template."


class TemplateMissing(UnreadableInput):
    """There is no such template, or it is broken in one of the ways below."""

    what = "The template “{template}” cannot be used."
    why = "No template has this name."
    remedy = "Choose another template."


class TemplateTorn(TemplateMissing):
    """Its template.toml is no TOML from a line on, counted from 1."""

    why = "Its template.toml cannot be read: it stops at line {line}."
    remedy = "Mend that line, or choose another template."


class TemplateLacks(TemplateMissing):
    """Its template.toml says nothing of something that it must."""

    why = "Its template.toml has no “{key}”."
    remedy = "Add it, or choose another template."


class TemplateMisfit(TemplateMissing):
    """A value of its template.toml is of another kind than it must be. `key` is its place, such as `look.text-pt`."""

    why = "In its template.toml the value of “{key}” is not of its kind."
    remedy = "Mend it, or choose another template."


class TemplateUnreadable(TemplateMissing):
    """Its template.toml cannot be opened, or is no text."""

    why = "Its template.toml cannot be read."


class TemplateEntryGone(TemplateMissing):
    """The Typst file that its template.toml names is not in its folder."""

    why = "Its file {entry} is not there."
    remedy = "Add it, or choose another template."


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
    """What was chosen as the person's photo is no picture that is taken."""

    what = "The photo cannot be used."
    why = "It is no JPEG, PNG, GIF or WebP picture."
    remedy = "Choose a JPEG or PNG picture, or leave the photo out."


class PhotoDamaged(PhotoUnusable):
    """A picture's file that begins as one and cannot be drawn."""

    why = "It is damaged."


class PhotoTooLarge(PhotoUnusable):
    """A picture of more bytes than are put into a document."""

    why = "It is larger than {megabytes} MB."


class PhotoUnknownToWord(PhotoUnusable):
    """A WebP picture in a Word file."""

    why = "Word takes no WebP pictures."
