"""Pages as images, on their way from the process that draws them."""

import zlib

import msgspec


class PageImage(msgspec.Struct, frozen=True):
    """A page: 4 bytes a pixel (blue, green, red, one that says nothing), `stride` bytes a row; packed by zlib on their way."""

    width: int
    height: int
    stride: int
    pixels: bytes


class PageImages(msgspec.Struct, frozen=True):
    """The size of every page in points, and images of those asked for, by page from 0."""

    sizes: tuple[tuple[float, float], ...]
    images: dict[int, PageImage]


def unpacked(drawn: PageImages) -> PageImages:
    """The images with their pixels as they are. Blocks for some milliseconds a page."""
    images = {
        number: msgspec.structs.replace(image, pixels=zlib.decompress(image.pixels))
        for number, image in drawn.images.items()
    }
    return PageImages(drawn.sizes, images)
