"""What a person chose of a document's look, as stored."""

import msgspec

from jobmatch_desktop.domain.options import Options


def options_text(options: Options) -> str:
    """Options in JSON, what is chosen alone. The photo is left out: it is the profile's (storage/photos.py)."""
    return msgspec.json.encode(msgspec.structs.replace(options, photo=b"")).decode()


def options_of(text: str, photo: bytes = b"") -> Options:
    """Options out of their stored text, with a photo."""
    return msgspec.structs.replace(msgspec.json.decode(text, type=Options), photo=photo)
