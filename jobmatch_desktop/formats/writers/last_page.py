"""How full the last page of a PDF is that Typst made."""

import re
import zlib

_PAGE = re.compile(rb"/Type\s*/Page\b(?!s).*?/Contents (\d+) 0 R", re.DOTALL)
_BASELINE = re.compile(rb"^q 1 0 0 -1 \S+ (\S+) cm", re.MULTILINE)


def lines_of_last_page(pdf: bytes) -> int:
    """How many heights words stand at on the last page, its foot too; 0 where the file is not as Typst writes it."""
    pages = _PAGE.findall(pdf)
    stream = re.search(rb"\n%s 0 obj\s*<<[^>]*>>\s*stream\r?\n" % pages[-1], pdf) if pages else None
    if stream is None:
        return 0
    content = zlib.decompressobj().decompress(pdf[stream.end() :])
    return len(set(_BASELINE.findall(content)))
