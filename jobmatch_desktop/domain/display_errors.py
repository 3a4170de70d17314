"""What can go wrong before there is a window."""

from jobmatch_desktop.domain.errors import JobMatchError


class NoDisplay(JobMatchError):
    """There is no screen to show a window on, as over ssh: Qt would end the process, with lines of its own."""

    what = "The window cannot be opened: there is no display."
    why = "DISPLAY and WAYLAND_DISPLAY are empty."
    remedy = "Start it in a desktop session, or work in the terminal: jobmatch-desktop --help lists what it does there."
