"""A person's picture as Typst and Word take it."""

import base64

from jobmatch_desktop.domain.format_errors import PhotoTooLarge, PhotoUnusable

_MOST_BYTES = 8_000_000
_KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"))
WIDTH, HEIGHT = 35, 45
"""The shape of a passport photo, in millimetres."""


def photo_kind(photo: bytes) -> str:
    """`png`, `jpeg`, `gif` or `webp`. Raises `PhotoUnusable` for what is no such picture, or is too large."""
    if len(photo) > _MOST_BYTES:
        raise PhotoTooLarge(megabytes=_MOST_BYTES // 1_000_000)
    for beginning, kind in _KINDS:
        if photo.startswith(beginning):
            return kind
    if photo[:4] == b"RIFF" and photo[8:12] == b"WEBP":
        return "webp"
    raise PhotoUnusable


def framed_photo(photo: bytes) -> str:
    """The picture cut to a passport photo's shape, as SVG that has it inside: Typst takes no other bytes than text from memory."""
    kind = photo_kind(photo)
    coded = base64.b64encode(photo).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}mm" height="{HEIGHT}mm" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<image width="{WIDTH}" height="{HEIGHT}" preserveAspectRatio="xMidYMid slice" '
        f'href="data:image/{kind};base64,{coded}"/></svg>'
    )
